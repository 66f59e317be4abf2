"""The tablet's own camera as a scanner: pictures are looked at and forgotten, none is ever stored (S10).

Needs PySide6's Addons (the extra ``camera``) and, on Debian, libpulse0, libx11-6, libxext6 and libxrandr2 besides
what the screens need: without them there is no button. QtMultimedia is imported when a camera is there and nowhere
else, so that no start waits for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink

__all__ = ["CameraView", "Run", "available", "read_code"]

DEVICES: Final = Path("/dev")


class Run(Protocol):
    """`kiosk.ui.page.Page.run`, as the camera calls it."""

    def __call__(self, op: Callable[[], str | None], done: Callable[[str | None], None], /) -> None:
        """Work in the background."""


def available() -> bool:
    """Whether there is a camera, and what it takes to use it; looks at the files first, which costs nothing."""
    if sys.platform == "linux" and not any(DEVICES.glob("video*")):
        return False
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:  # no Addons, or a library of the system is missing
        return False
    return not QMediaDevices.defaultVideoInput().isNull()


def read_code(picture: QImage) -> str | None:
    """The text of the first QR code in a picture, on paper or on a phone's screen; for a worker, about 2 ms."""
    import zxingcpp

    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)  # not every format of Qt's is known to the library
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2))
    return next((barcode.text for barcode in found if barcode.text), None)


class CameraView(QWidget):
    """Shows what the camera sees, as in a mirror, and reads it; one picture at a time.

    Signals:
        read: a QR code's text, once as long as it stays the same.
        failed: the camera does not work.
    """

    read = Signal(str)
    failed = Signal()

    def __init__(self, run: Run, *, name: str) -> None:
        """Make a view without a picture; `run` works in the background."""
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._run = run
        self._picture: QImage | None = None
        self._reading = False
        self._last = ""
        self._parts: tuple[QCamera, QMediaCaptureSession, QVideoSink] | None = None

    def start(self) -> None:
        """Switch the camera on."""
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink

        camera, session, sink = QCamera(QMediaDevices.defaultVideoInput()), QMediaCaptureSession(), QVideoSink()
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(self.take)
        camera.errorOccurred.connect(self._broke)
        self._parts = (camera, session, sink)
        camera.start()

    def stop(self) -> None:
        """Switch the camera off and forget the last picture."""
        if self._parts is not None:
            camera, _, sink = self._parts
            sink.videoFrameChanged.disconnect(self.take)
            camera.stop()
        self._parts, self._picture, self._last, self._reading = None, None, "", False
        self.update()

    def take(self, frame: QVideoFrame) -> None:
        """Show a picture and have it read, unless the one before is still being read."""
        if self._reading:
            return
        picture = frame.toImage()
        if picture.isNull():
            return
        self._picture, self._reading = picture, True
        self.update()
        self._run(partial(read_code, picture), self._was_read)

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the field below."""
        return QSize(look().space(320), look().space(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, mirrored, and the corners between which the code belongs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#16202B"))
        if self._picture is not None:
            shown = self._picture.scaled(
                self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.FastTransformation
            )
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            painter.drawImage(QPointF((self.width() - shown.width()) / 2, (self.height() - shown.height()) / 2), shown)
            painter.resetTransform()
        self._paint_corners(painter)
        painter.end()

    def _paint_corners(self, painter: QPainter) -> None:
        side = min(self.width(), self.height()) * 0.7
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor("#FFFFFF"), 5))
        for corner, right, down in (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomLeft(), 1, -1),
            (box.bottomRight(), -1, -1),
        ):
            painter.drawLine(corner, corner + QPointF(right * side / 5, 0))
            painter.drawLine(corner, corner + QPointF(0, down * side / 5))

    def _was_read(self, text: str | None) -> None:
        self._reading = False
        if text and text != self._last:
            self._last = text
            self.read.emit(text)

    def _broke(self) -> None:
        self.stop()
        self.failed.emit()
