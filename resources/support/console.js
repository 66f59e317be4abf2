"use strict";
// Keeps a page of the console up to date: on every "changed" event it fetches the page anew and puts in what differs.
// All text comes from the server's own pages, where it was escaped.
(() => {
  const page = document.body.dataset.page;
  const key = (part) => part.dataset.key ?? part.innerHTML;
  const delivered = new Map();
  for (const part of document.querySelectorAll("[data-live]")) delivered.set(part.id, key(part));

  const toEnd = (lines) => { lines.scrollTop = lines.scrollHeight; };

  const append = (old, fresh) => {
    const wasAtEnd = old.scrollHeight - old.scrollTop - old.clientHeight < 40;
    for (const line of [...fresh.children]) {
      if (!document.getElementById(line.id)) old.append(line);
    }
    if (wasAtEnd) toEnd(old);
  };

  const replace = (old, fresh) => {
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    const values = new Map([...old.querySelectorAll("input[id], textarea[id]")].map((field) => [field.id, field.value]));
    old.replaceChildren(...fresh.childNodes);
    if ("key" in fresh.dataset) old.dataset.key = fresh.dataset.key;
    for (const [id, value] of values) {
      const field = document.getElementById(id);
      if (field && value) field.value = value;
    }
    if (focused) document.getElementById(focused)?.focus();
  };

  const apply = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    if (fresh.title !== document.title) document.title = fresh.title;
    for (const part of fresh.querySelectorAll("[data-live]")) {
      const old = document.getElementById(part.id);
      const now = key(part);
      if (!old || !("live" in old.dataset) || delivered.get(part.id) === now) continue;
      delivered.set(part.id, now);
      ("append" in part.dataset ? append : replace)(old, part);
    }
  };

  let running = false;
  let again = false;
  const refresh = async () => {
    if (running) { again = true; return; }
    running = true;
    try {
      do {
        again = false;
        const answer = await fetch(page, { headers: { "Kiosk-Live": "1" } });
        if (answer.status === 401) { location.assign("/support/sign-in"); return; }
        if (answer.ok) apply(await answer.text());
      } while (again);
    } catch {
      // The stream's own error says that the portal is away; when it is back, it tells again.
    } finally {
      running = false;
    }
  };

  const lost = document.getElementById("lost");
  const listen = () => {
    const events = new EventSource("/support/events");
    events.addEventListener("open", () => { lost.textContent = ""; });
    events.addEventListener("changed", refresh);
    events.addEventListener("error", () => {
      lost.textContent = "Not connected. Trying again …";
      if (events.readyState !== EventSource.CLOSED) return;
      refresh();  // a session that is over ends at the sign-in page
      setTimeout(listen, 3000);
    });
  };

  const send = async (form) => {
    const button = form.querySelector("button");
    const unsent = document.getElementById("unsent");
    if (button.disabled || !form.reportValidity()) return;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok || new URL(answer.url).search) { location.assign(answer.ok ? answer.url : page); return; }
      form.elements.text.value = "";
      form.elements.line_id.value = crypto.randomUUID();
      unsent.hidden = true;
      apply(await answer.text());
      toEnd(document.getElementById("lines"));
    } catch {
      unsent.hidden = false;  // the same line again has the same id: it cannot stand there twice
    } finally {
      button.disabled = false;
      form.elements.text.focus();
    }
  };

  document.addEventListener("submit", (event) => {
    if (!("say" in event.target.dataset)) return;
    event.preventDefault();
    send(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target.id !== "text") return;
    event.preventDefault();
    send(event.target.form);
  });

  const lines = document.getElementById("lines");
  if (lines) toEnd(lines);
  document.getElementById("text")?.focus();
  listen();
})();
