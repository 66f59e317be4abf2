"""What a listener between tablet and portal could tell answers apart by: path, status, headers, length."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse

from tests.journeys.line import Line

_CHANGING = {"date", "kiosk-nonce", "kiosk-request-id", "content-digest", "signature", "signature-input"}
"""Headers whose values differ from answer to answer; their lengths must not."""


@dataclass(frozen=True, slots=True)
class Overheard:
    """One answer."""

    path: str
    status: int
    length: int
    headers: tuple[tuple[str, str], ...]


class _Answer:
    """An answer that was read already, for the line to pass on."""

    def __init__(self, response: HTTPResponse) -> None:
        self.status = response.status
        self._headers = response.getheaders()
        self._body = response.read()

    def getheaders(self) -> list[tuple[str, str]]:
        return self._headers

    def read(self) -> bytes:
        return self._body

    def overheard(self, path: str) -> Overheard:
        headers = {name.lower(): value for name, value in self._headers}
        told = ((name, str(len(value)) if name in _CHANGING else value) for name, value in sorted(headers.items()))
        return Overheard(path, self.status, len(self._body), tuple(told))


@contextmanager
def listening(line: Line) -> Iterator[list[Overheard]]:
    """Listen to the answers of commands and lookups; what devices sync is not about anybody at the tablet."""
    heard: list[Overheard] = []
    ask = line.ask

    def tapped(method: str, path: str, headers: dict[str, str], body: bytes) -> _Answer:
        answer = _Answer(ask(method, path, headers, body))
        if path.startswith(("/v1/commands/", "/v1/lookups/")):
            heard.append(answer.overheard(path))
        return answer

    line.ask = tapped  # type: ignore[method-assign, assignment]  # only for as long as somebody listens
    try:
        yield heard
    finally:
        del line.ask  # the class's own is there again
