"""A virtual display, the kiosk on it, and the hands of a person: xdotool's mouse and keyboard, through the X server."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Start Xvfb on a display that is free; yields its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],  # noqa: S607 - Debian's
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


_TURNED = {"key_letters": "seen key_symbols", "key_symbols": "seen key_letters"}
"""What tells that the keyboard has been turned."""


class Kiosk:
    """`kiosk run` in a window of the display."""

    def __init__(self, screen: str, folder: Path, *arguments: str) -> None:
        """Start it with data, log and slips below ``folder``."""
        self.folder = folder
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
            "DISPLAY": screen,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.journeys.watched_kiosk", "run", "--full-screen", "false"),
                *("--data-folder", str(folder / "device"), "--log-folder", str(folder / "log")),
                *("--slips-folder", str(folder / "slips"), *arguments),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=self.environment,
        )

    def ask(self, question: str) -> str:
        """Ask what is on the screen; fails the test if the answer never came true."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        assert answer not in ("", "-"), f"waited in vain: {question}"
        return answer

    def hands(self, *arguments: str) -> None:
        """Move the mouse or press keys."""
        subprocess.run(
            ["xdotool", *arguments],  # noqa: S607
            env=self.environment,
            check=True,
            timeout=30,
            stdin=subprocess.DEVNULL,
        )

    def stop(self) -> int:
        """Ask the process to end, as a service manager does; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.communicate(timeout=20)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.communicate()
        return self.process.returncode


class Mouse:
    """Somebody who uses the mouse, or a finger, alone."""

    def __init__(self, kiosk: Kiosk) -> None:
        """Use a kiosk."""
        self._kiosk = kiosk

    def press(self, name: str) -> None:
        """Click a widget, turning the wheel until it is in sight."""
        for _ in range(80):
            place = self._kiosk.ask(f"reach {name}").split()
            if place[0] not in ("up", "down"):
                break
            self._kiosk.hands("mousemove", *place[1:], "click", "4" if place[0] == "up" else "5")
        self._click(" ".join(place))

    def write(self, name: str, text: str) -> None:
        """Click a line and type on the screen's own keyboard."""
        self.press(name)
        self._kiosk.ask(f"focus {name}")
        for count, character in enumerate(text, 1):
            while (key := self._kiosk.ask(f"key {character}")).startswith("key_"):
                self.press(key)
                self._kiosk.ask(_TURNED.get(key) or f"then {character}")
            self._click(key)
            self._kiosk.ask(f"text {name} {text[:count]}")

    def erase(self, name: str) -> None:
        """Empty a line with the screen's own Delete key."""
        self.press(name)
        self._kiosk.ask(f"focus {name}")
        for _ in range(int(self._kiosk.ask(f"length {name}"))):
            self.press("key_backspace")
        self._kiosk.ask(f"text {name} ")

    def _click(self, place: str) -> None:
        self._kiosk.hands("mousemove", *place.split(), "click", "1")


class Keyboard:
    """Somebody who uses the keyboard alone."""

    def __init__(self, kiosk: Kiosk) -> None:
        """Use a kiosk."""
        self._kiosk = kiosk

    def go_to(self, name: str) -> None:
        """Press Tab until a widget has the focus."""
        passed = []
        while (now := self._kiosk.ask("now")) != name:
            passed.append(now)
            assert len(passed) < 60, f"Tab never came to {name}: {passed}"
            self._kiosk.hands("key", "Tab")

    def press(self, name: str, key: str = "space") -> None:
        """Go to a widget and press a key on it."""
        self.go_to(name)
        self._kiosk.hands("key", key)

    def write(self, name: str, text: str) -> None:
        """Go to a line and type."""
        self.go_to(name)
        self._kiosk.hands("type", "--delay", "4", text)
        self._kiosk.ask(f"text {name} {text}")

    def erase(self, name: str) -> None:
        """Go to a line and empty it."""
        self.go_to(name)
        self._kiosk.hands("key", "End", *["BackSpace"] * int(self._kiosk.ask(f"length {name}")))
        self._kiosk.ask(f"text {name} ")
