"""Qt and the operating system: signals that end the program, messages that go to the log."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import (
    QMessageLogContext,
    QSocketNotifier,
    QTimer,
    QtMsgType,
)
from PySide6.QtWidgets import QApplication

from kiosk import log

__all__ = [
    "note_qt_message",
    "quit_on_signals",
]


def quit_on_signals(qt: QApplication) -> Callable[[], None]:
    """Quit on SIGINT and SIGTERM; Python sees a signal only between Qt's events, so a socket wakes it.

    Not by ``QApplication.quit``, which the patients' window refuses like any other close (K4); and by a timer, which
    also holds what came before the event loop began.

    Returns:
        what puts the former handlers back.
    """

    def leave(number: int, frame: FrameType | None) -> None:
        QTimer.singleShot(0, lambda: qt.exit(0))

    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)
    former_fd = signal.set_wakeup_fd(writer.fileno())
    former = {number: signal.signal(number, leave) for number in (signal.SIGINT, signal.SIGTERM)}
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: os.read(reader.fileno(), 64))

    def restore() -> None:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(former_fd)
        for number, handler in former.items():
            signal.signal(number, handler)
        reader.close()
        writer.close()

    return restore


def note_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages may quote what a field holds: only their level and category are kept."""
    log.event(log.Event.QT_MESSAGE, level=kind.name, kind=context.category or "")
