"""The tablet's own camera as a scanner: pictures are read and forgotten (S10, K3)."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui import camera
from kiosk.ui.camera import CameraView, read_code
from tests.ui.fakes import CODE, HOST, Kiosk, ManualBackground

LINK = CODE.link(HOST)
FRAME = (1280, 720)


def qr(text: str, side: int = 360) -> QImage:
    """A QR code, black on white, with its quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    matrix = zxingcpp.write_barcode_to_image(made, scale=4, add_quiet_zones=True)
    height, width = matrix.shape
    pixels = bytes(memoryview(matrix))  # type: ignore[arg-type]  # the library's types do not say that it is a buffer
    image = QImage(pixels, width, height, width, QImage.Format.Format_Grayscale8).copy()
    return image.scaled(side, side)


def frame(code: QImage, ground: str = "#8A8F94") -> QImage:
    """What a camera sees: the code somewhere in a room."""
    seen = QImage(*FRAME, QImage.Format.Format_RGB32)
    seen.fill(QColor(ground))
    painter = QPainter(seen)
    painter.drawImage((FRAME[0] - code.width()) // 2, (FRAME[1] - code.height()) // 2, code)
    painter.end()
    return seen


def inverted(code: QImage) -> QImage:
    """A phone in dark mode."""
    turned = code.convertToFormat(QImage.Format.Format_RGB32)
    turned.invertPixels()
    return turned


def tilted(code: QImage) -> QImage:
    """Held askew."""
    made = code.convertToFormat(QImage.Format.Format_ARGB32)
    return made.transformed(QTransform().rotate(17), Qt.TransformationMode.SmoothTransformation)


def blurred(code: QImage) -> QImage:
    """Out of focus: less than three pixels for each module, then enlarged again."""
    small = code.scaled(96, 96, mode=Qt.TransformationMode.SmoothTransformation)
    return small.scaled(360, 360, mode=Qt.TransformationMode.SmoothTransformation)


def glaring(code: QImage) -> QImage:
    """A lamp mirrored on the phone's glass."""
    lit = code.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(lit)
    painter.setBrush(QColor(255, 255, 255, 150))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QRectF(lit.width() * 0.4, lit.height() * 0.4, lit.width() * 0.3, lit.height() * 0.2))
    painter.end()
    return lit


@pytest.mark.rule("S10")
@pytest.mark.parametrize("held", [lambda code: code, inverted, tilted, blurred, glaring])
def test_codes_are_read_as_people_hold_them(held: Callable[[QImage], QImage]) -> None:
    """On paper and on a phone's screen, dark, askew, blurred or glaring."""
    assert read_code(frame(held(qr(LINK)))) == LINK


@pytest.mark.rule("S10")
def test_a_room_without_a_code_reads_as_nothing() -> None:
    """No code, no text."""
    assert read_code(frame(QImage(1, 1, QImage.Format.Format_RGB32))) is None


@pytest.mark.rule("S10")
def test_without_a_camera_there_is_no_button(kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is offered that does not work, and QtMultimedia is not even looked at."""
    monkeypatch.setattr(camera, "DEVICES", tmp_path)
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    kiosk.tap("have_invitation")
    assert not kiosk.seen("code_camera")
    (tmp_path / "video0").touch()
    assert not camera.available(), "a camera without the Addons is no camera for us"


class FakeFrame:
    """A picture as Qt's camera hands it over."""

    def __init__(self, picture: QImage) -> None:
        """Hold a picture."""
        self._picture = picture

    def toImage(self) -> QImage:  # noqa: N802 - Qt's own name
        """Return it."""
        return self._picture


@pytest.fixture
def looking(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> CameraView:
    """A camera that is switched on, on the code's page; the test holds things in front of it."""
    monkeypatch.setattr(camera, "available", lambda: True)
    monkeypatch.setattr(CameraView, "start", lambda self: None)
    kiosk.tap("have_invitation", "code_camera")
    view = kiosk.find("code_view")
    assert isinstance(view, CameraView)
    return view


def show(kiosk: Kiosk, view: CameraView, picture: QImage) -> None:
    """Hold something in front of the camera."""
    view.take(FakeFrame(picture))  # type: ignore[arg-type]  # the one method that is used
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()


@pytest.mark.rule("S10")
def test_the_camera_fills_in_the_code_and_goes_on(kiosk: Kiosk, looking: CameraView) -> None:
    """As with a scanner: no touch between the code and the next page; then the camera is off."""
    assert kiosk.said("code_camera_said").endswith("The picture is not saved.")
    show(kiosk, looking, frame(qr(LINK)))
    assert kiosk.page == "invited_person"
    assert kiosk.wizard.draft.code == CODE
    assert not kiosk.seen("code_view")


@pytest.mark.rule("S10")
def test_a_foreign_code_is_refused_once(kiosk: Kiosk, looking: CameraView) -> None:
    """A link of somebody else is neither opened nor taken; the camera stays on for the right one."""
    show(kiosk, looking, frame(qr("https://evil.example/a#" + CODE.symbols)))
    assert kiosk.said("code_error") == "This is not a code of our practice. Please ask the front desk"
    assert kiosk.said("code") == ""
    told: list[str] = []
    looking.read.connect(told.append)
    show(kiosk, looking, frame(qr("https://evil.example/a#" + CODE.symbols)))
    assert told == []
    show(kiosk, looking, frame(qr(LINK)))
    assert kiosk.page == "invited_person"


def picture(view: CameraView) -> QImage | None:
    """The one picture that the view holds."""
    return view._picture


@pytest.mark.rule("S10", "K3")
def test_no_picture_stays(kiosk: Kiosk, looking: CameraView) -> None:
    """Leaving the page, stopping, or falling silent forgets the last picture, and a late result reaches nobody."""
    looking.take(FakeFrame(frame(qr(LINK))))  # type: ignore[arg-type]  # the one method that is used
    assert picture(looking) is not None
    kiosk.tap("back")
    assert picture(looking) is None
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()
    assert kiosk.window.wizard is None


@pytest.mark.rule("S10")
def test_one_picture_at_a_time(kiosk: Kiosk, looking: CameraView) -> None:
    """While one is being read the others pass: a slow tablet does not fall behind."""
    for _ in range(5):
        looking.take(FakeFrame(frame(qr(LINK))))  # type: ignore[arg-type]  # the one method that is used
    assert isinstance(kiosk.background, ManualBackground)
    assert kiosk.background.waiting == 1


@pytest.mark.rule("S10")
def test_a_broken_camera_says_so(kiosk: Kiosk, looking: CameraView) -> None:
    """The code can still be typed."""
    looking.failed.emit()
    assert kiosk.said("code_camera_said") == "The camera does not work. Please type the code."
    assert not kiosk.seen("code_camera")
    assert not kiosk.seen("code_view")


@pytest.mark.rule("S10")
def test_the_camera_is_switched_off_by_the_same_button(kiosk: Kiosk, looking: CameraView) -> None:
    """The words on the button say what it does next."""
    assert kiosk.said("code_camera") == "Stop the camera"
    kiosk.tap("code_camera")
    assert kiosk.said("code_camera") == "Use the camera"
    assert not kiosk.seen("code_view")


@pytest.mark.tier("camera")
@pytest.mark.rule("S10")
# Said on a machine without these libraries and without a graphics card: neither is needed to read a frame.
@pytest.mark.qt_log_ignore("pipewire-0.3", "No RHI backend", "propagateSizeHints", extend=True)
def test_qts_own_frames_are_read(qtbot: QtBot, qapp: QApplication) -> None:
    """Where PySide6's Addons are installed, a QVideoFrame of the camera's comes out as the text of its code."""
    multimedia = importlib.import_module("PySide6.QtMultimedia")
    done: list[str] = []

    def run(op: Callable[[], str | None], then: Callable[[str | None], None]) -> None:
        then(op())

    view = CameraView(run, name="view")
    qtbot.addWidget(view)
    view.read.connect(done.append)
    view.take(multimedia.QVideoFrame(frame(qr(LINK))))
    assert done == [LINK]
    view.resize(320, 240)
    shown = view.grab().toImage()
    assert shown.pixelColor(160, 120) != QColor("#16202B")
    view.stop()
