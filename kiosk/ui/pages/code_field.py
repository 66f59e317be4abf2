"""The field of an activation code, or of a reset slip's: typed, scanned, or read by the tablet's own camera."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.refusals import Refused
from kiosk.ui import camera
from kiosk.ui.camera import CameraView, Run
from kiosk.ui.page import FieldProblem
from kiosk.ui.widgets import Action, FieldKind, Role, Text, TextField

__all__ = ["CodeField"]


class CodeField(TextField):
    """A `TextField` named NAME; where there is a camera also NAME_camera, NAME_view and NAME_camera_said.

    Signals:
        camera_read: the camera read a QR code; carries its text, whatever it is.
    """

    camera_read = Signal(str)

    def __init__(self, name: str, run: Run, use: CodeUse = CodeUse.INVITATION) -> None:
        """Make an empty field for codes of a use; `run` works in the background."""
        self._use = use
        self._view: CameraView | None = None
        self._run = run
        self._button = Action("", name=f"{name}_camera", icon="scan-qr-code")
        self._button.setVisible(False)
        self._said = Text("", Role.HINT, name=f"{name}_camera_said")
        self._said.hide()
        super().__init__(name, FieldKind.CODE, limit=17, width=22)
        self._name = name
        self.add_below(self._said)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        self._button.clicked.connect(self._pressed)
        self.refresh()

    def look_for_camera(self) -> None:
        """Offer the camera, if there is one."""
        self._button.setVisible(camera.available())

    def take_scan(self, text: str, host: str) -> FieldProblem | None:
        """Put what was scanned into the field, or say why not; nothing is ever opened or followed."""
        read = ActivationCode.parse_scan(text, host=host, use=self._use)
        if isinstance(read, Refused):
            return FieldProblem(self._name, read.reason, read.character)
        self.stop_camera()
        self.set_text(read.grouped)
        return None

    def stop_camera(self) -> None:
        """Switch it off, if it is on."""
        view, self._view = self._view, None
        if view is not None:
            view.stop()
            view.hide()
            view.deleteLater()
        self.retranslate()

    def retranslate(self) -> None:
        """Look up the words of the camera."""
        super().retranslate()
        self._said.setVisible(self._view is not None)
        if self._view is None:
            self._button.setText(self.tr("Use the camera"))
        else:
            self._button.setText(self.tr("Stop the camera"))
            self._said.setText(self.tr("Hold the square code in front of the camera. The picture is not saved."))
            self._view.setAccessibleName(self._said.text())

    def wipe(self) -> None:
        """Forget the code and what the camera sees."""
        self.stop_camera()
        super().wipe()

    def _pressed(self) -> None:
        if self._view is not None:
            self.stop_camera()
            return
        view = CameraView(self._run, name=f"{self._name}_view")
        view.read.connect(self.camera_read)
        view.failed.connect(self._broke)
        self._view = view
        self._column.insertWidget(self._column.indexOf(self._button), view, 0, Qt.AlignmentFlag.AlignLeading)
        view.start()
        self.retranslate()

    def _broke(self) -> None:
        self.stop_camera()
        self._said.setText(self.tr("The camera does not work. Please type the code."))
        self._said.show()
        self._button.hide()
