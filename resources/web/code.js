// The link of an invitation or of a reset slip carries its code behind "#", which no browser sends: put it into the
// field, and into the links to the other languages.
(function () {
  "use strict";
  var field = document.getElementById("code");
  var code = location.hash.slice(1);
  if (!field || !/^[0-9A-Za-z-]{15,17}$/.test(code)) return;
  document.querySelectorAll(".languages a").forEach(function (link) { link.hash = code; });
  if (!field.value) {
    field.value = code.toUpperCase().replace(/-/g, "").replace(/^(.{5})(.{5})(.{5})$/, "$1-$2-$3");
  }
})();
