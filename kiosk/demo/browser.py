"""A browser without a screen and without scripts: follows a link, fills the forms of a page, keeps what it showed.

The portal's pages work like this by promise (no JavaScript), so the demo needs no other browser.
"""

from __future__ import annotations

import html
import http.client
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import urlencode, urlsplit

from kiosk.demo.player import PlayError

Attributes = dict[str, str]

_FORM: Final = "application/x-www-form-urlencoded"
_REDIRECT: Final = 303


@dataclass(slots=True)
class Form:
    """A form of a page.

    Attributes:
        fields: what would be sent now.
        choices: names that may be filled, with the values that can be chosen; none for a line.
    """

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)

    def fill(self, name: str, text: str) -> None:
        """Type into a line, or choose.

        Raises:
            PlayError: the page has no such field or choice.
        """
        if name not in self.choices or (self.choices[name] and text not in self.choices[name]):
            raise PlayError(f"the page offers no {name}")
        self.fields[name] = text


class Browser:
    """Somebody's browser, for one host.

    Attributes:
        text: source of the page in sight.
        path: where it came from.
    """

    def __init__(self, address: str, host: str, folder: Path, kept: Callable[[str, str], None]) -> None:
        """Open a browser.

        Args:
            address: ``127.0.0.1:PORT`` of the portal.
            host: what its links call it.
            folder: for kept pages.
            kept: told of each kept page: file name and what it shows.
        """
        self._address, self._host, self._folder, self._kept = address, host, folder, kept
        self._cookies: dict[str, str] = {}
        self.text = ""
        self.path = ""

    @property
    def heading(self) -> str:
        """The page's own heading."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return html.unescape(found[1]) if found else ""

    def opens(self, link: str) -> None:
        """Follow a link; what stands behind its "#" never leaves the browser."""
        parts = urlsplit(link)
        self._go("GET", parts.path + (f"?{parts.query}" if parts.query else ""), None)

    def sends(self, action: str, **typed: str) -> None:
        """Fill the form whose address ends like ``action`` ("" is the page's own), and press its button.

        Of several forms with one address it is the first that has all the fields.
        """
        forms = [form for form in _Forms.of(self.text) if form.action.endswith(action)]
        form = next((form for form in forms if typed.keys() <= form.choices.keys()), next(iter(forms), None))
        if form is None:
            raise PlayError(f"the page has no form for {action}")
        for name, text in typed.items():
            form.fill(name, text)
        self._go("POST", form.action or self.path, urlencode(form.fields))

    def keeps(self, name: str, title: str) -> None:
        """Keep the page for the report, with its style sheet in it and without its scripts."""
        self._folder.mkdir(exist_ok=True)
        page = re.sub(r"<script.*?</script>", "", self.text, flags=re.DOTALL)
        for link, path in re.findall(r'(<link rel="stylesheet" href="([^"]+)">)', page):
            page = page.replace(link, f"<style>{self._asked('GET', path, None)[1]}</style>")
        (self._folder / name).write_text(page, "utf-8")
        self._kept(name, title)

    def _go(self, method: str, path: str, body: str | None) -> None:
        self.path = path
        status, self.text, place = self._asked(method, path, body)
        if status == _REDIRECT:
            self._go("GET", place, None)
        elif status >= 400:
            raise PlayError(f"the portal answers {status}: {self.heading}")

    def _asked(self, method: str, path: str, body: str | None) -> tuple[int, str, str]:
        headers = {"Host": self._host, "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers |= {"Content-Type": _FORM, "Origin": f"http://{self._host}"}
        connection = http.client.HTTPConnection(self._address, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            for cookie in answer.headers.get_all("set-cookie", []):
                name, _, value = cookie.partition(";")[0].partition("=")
                self._cookies[name] = value
            return answer.status, answer.read().decode(), answer.headers.get("location", "")
        finally:
            connection.close()


class _Forms(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select = self._area = ""

    @classmethod
    def of(cls, page: str) -> list[Form]:
        """All forms, in order."""
        reader = cls()
        reader.feed(page)
        return reader.forms

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what can be filled."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(given.get("action", ""))
            self.forms.append(self._open)
        elif self._open is not None and "name" in given:
            self._take(self._open, tag, given)
        elif self._open is not None and tag == "option" and self._select:
            self._open.choices[self._select].append(given.get("value", ""))
            if "selected" in given:
                self._open.fields[self._select] = given.get("value", "")

    def _take(self, form: Form, tag: str, given: Attributes) -> None:
        name, value, kind = given["name"], given.get("value", ""), given.get("type", "text")
        if tag == "input" and kind in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(value)
            if "checked" in given:
                form.fields[name] = value
        elif tag == "input":
            form.fields[name] = value
            if kind != "hidden":
                form.choices[name] = []
        elif tag == "textarea":
            form.fields[name], form.choices[name] = "", []
            self._area = name
        elif tag == "select":
            form.fields[name], form.choices[name] = "", []
            self._select = name
        elif tag == "button":
            form.choices.setdefault(name, []).append(value)  # pressed by filling it

    def handle_data(self, data: str) -> None:
        """Note what stands in a large field."""
        if self._open is not None and self._area:
            self._open.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        """Leave a field or a form."""
        if tag == "form":
            self._open = None
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""
