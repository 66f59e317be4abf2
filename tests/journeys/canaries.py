"""Looks for what a patient typed where it must not stand: in files, in database rows, on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.demo.people import Person


def canaries(person: Person) -> list[str]:
    """Everything typed, and the forms in which it is stored; numbers that chance could write are longer than 4."""
    month, day = int(person.month), int(person.day)
    dates = (f"{person.year}-{month:02d}-{day:02d}", f"{person.year}{month:02d}{day:02d}", f"{month:02d}/{day:02d}/")
    return [word for word in (*person.typed, *dates) if word]


def in_files(people: Iterable[Person], *folders: Path) -> list[str]:
    """FILE: WHAT for each canary in the raw bytes of any file, in the encodings that Python and Qt write."""
    found = []
    looked_at = 0
    wanted = [word for person in people for word in canaries(person)]
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                looked_at += 1
                content = path.read_bytes().lower()
                found += [
                    f"{path.name}: {word}"
                    for word in wanted
                    if any(word.lower().encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))
                ]
    assert looked_at, "no file was looked at"
    return found


def in_rows(people: Iterable[Person], tables: dict[str, list[tuple[object, ...]]]) -> list[str]:
    """TABLE: WHAT for each canary, or hash of a password, in any row."""
    wanted = [word.lower() for person in people for word in canaries(person)] + ["$2b$"]
    return [
        f"{table}: {word}"
        for table, rows in tables.items()
        for row in rows
        for word in wanted
        if word in str(row).lower()
    ]


def on_screen(qapp: QApplication, people: Iterable[Person]) -> list[str]:
    """WIDGET: WHAT for each canary in any property or accessible text of any widget, and on the clipboard."""
    shown = list(texts_of_all(qapp))
    wanted = [word.lower() for person in people for word in canaries(person)]
    return [f"{name}: {word}" for name, text in shown for word in wanted if word in text.lower()]


def texts_of_all(qapp: QApplication) -> Iterator[tuple[str, str]]:
    """WIDGET and what it holds: every property and accessible text of every widget there is; and the clipboard."""
    yield "clipboard", QGuiApplication.clipboard().text()
    for widget in qapp.allWidgets():
        name = widget.objectName() or type(widget).__name__
        for text in _texts(widget):
            if text:
                yield name, text


def _texts(widget: QWidget) -> Iterator[str]:
    kinds = widget.metaObject()
    for number in range(kinds.propertyCount()):
        value = kinds.property(number).read(widget)
        if isinstance(value, str):
            yield value
    yield from (value for value in vars(widget).values() if isinstance(value, str))
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is not None:
        for kind in (
            QAccessible.Text.Name,
            QAccessible.Text.Value,
            QAccessible.Text.Description,
            QAccessible.Text.Help,
        ):
            yield spoken.text(kind)
