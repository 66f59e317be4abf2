"""After the invitation is made: its slip, on the screen without the code, and as a file with it (F1)."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService, MadeInvitation
from kiosk.domain.staff import StaffSession
from kiosk.printing.preview import SlipPreview
from kiosk.ui.background import Background, Job
from kiosk.ui.staff.slips import Slips
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, ActionRole, Card, CheckRow, Notice, Piece, Role, Text, announce

__all__ = ["SlipStep"]


class SlipStep(Piece):
    """Holds the made invitation, code included, only until the next patient.

    Signals:
        done: "Next patient", or "Leave it unprinted".
    """

    done = Signal()

    def __init__(self, service: DeskService, slips: Slips, background: Background) -> None:
        """Make an empty step."""
        super().__init__()
        self.setObjectName("slip_step")
        self._service = service
        self._slips = slips
        self._background = background
        self._session: StaffSession | None = None
        self._made: MadeInvitation | None = None
        self._saved: Path | None = None
        self._failed_once = False
        self._busy = False
        self._mailed = False
        self._job: Job | None = None
        self._heading = Text("", Role.TITLE, name="slip_heading")
        self._body = Text("", name="slip_body")
        self._problem = Notice("", name="slip_problem", icon="triangle-alert")
        self._said = Text("", Role.OK, name="slip_said")
        self._email = CheckRow(name="email_invitation")
        self._save = Action("", ActionRole.PRIMARY, name="save_slip", icon="printer")
        self._next = Action("", name="next_patient")
        self._picture = SlipPreview()
        self._picture.setObjectName("slip_preview")
        self._build()
        self._email.toggled.connect(self.retranslate)
        self._save.clicked.connect(self._start)
        self._next.clicked.connect(self.done)
        self.refresh()

    def show_made(self, session: StaffSession, made: MadeInvitation) -> None:
        """Show a slip that was not saved yet."""
        self._session, self._made, self._saved, self._failed_once = session, made, None, False
        self._picture.show_slip(self._slips.slip(made))
        self._email.setChecked(False)
        self._mailed = False
        self.retranslate()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._heading.text())

    def wipe(self) -> None:
        """Forget the invitation."""
        if self._job is not None:
            self._job.cancel()
        self._session = self._made = self._saved = None
        self._busy = self._failed_once = self._mailed = False
        self._email.wipe()
        self._picture.show_slip(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text for how far the slip is."""
        number = self._made.number if self._made else ""
        self._heading.setText(self.tr("Invitation %1 is made").replace("%1", number))
        if self._email.isChecked():
            body = self.tr("The activation code goes into the email, too. Fold the slip so that it lies inside.")
        else:
            body = self.tr("The activation code stands on paper only. Fold the slip so that it lies inside.")
        self._body.setText(body)
        has_email = self._made is not None and self._made.form.email is not None
        self._email.setText(self.tr("Email the invitation, too"))
        self._email.setVisible(has_email and self._saved is None)
        self._problem.set_text(
            self.tr("The slip could not be saved or not be read back. The invitation stays. Please try again.")
        )
        self._problem.setVisible(self._failed_once)
        self._save.setText(self.tr("Try again") if self._failed_once else self.tr("Save slip as PDF"))
        self._save.setVisible(self._saved is None)
        self._next.setText(self.tr("Next patient") if self._saved else self.tr("Leave it unprinted"))
        self._next.role = ActionRole.PRIMARY if self._saved else ActionRole.LINK
        self._next.update()
        if self._busy:
            self._said.setText(self.tr("One moment …"))
        elif self._saved is not None:
            said = self.tr("Saved, and its QR code was read back: %1").replace("%1", str(self._saved))
            mailed = self.tr("The email goes out with the next sync.") if self._mailed else ""
            self._said.setText("\n".join(filter(None, (said, mailed))))
        else:
            self._said.setText("")
        self._picture.setAccessibleName(self.tr("The slip, without its code"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture below where the screen is narrow."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if self.width() >= look().text(700) else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        card = Card("slip_card")
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self._heading, self._body, self._problem, self._said):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._email)
        for button in (self._save, self._next):
            button.setProperty("staff", True)
            column.addWidget(button)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(texts, 1)
        desk = QFrame()
        desk.setObjectName("slip_desk")  # a ground on which white paper is seen
        QVBoxLayout(desk).addWidget(self._picture)
        self._columns.addWidget(desk, 1)
        card.box.addLayout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(WideScroll(card, name="slip_scroll"))

    def _start(self) -> None:
        if self._busy or self._made is None or self._session is None:
            return
        self._busy, self._failed_once = True, False
        self.retranslate()
        work = partial(_save, self._slips, self._service, self._session, self._made, email=self._email.isChecked())
        self._job = self._background.run(work, self._finished, self._failed)

    def _finished(self, path: Path) -> None:
        self._busy, self._saved, self._mailed = False, path, self._email.isChecked()
        self.retranslate()
        announce(self, self._said.text())
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, _error: BaseException) -> None:
        self._busy, self._failed_once = False, True
        self.retranslate()
        announce(self, self._problem.text)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)


def _save(slips: Slips, service: DeskService, session: StaffSession, made: MadeInvitation, *, email: bool) -> Path:
    """Save, read back, and only then call it printed; then the email, whose code stands nowhere else."""
    path = slips.save([made])
    service.slip_printed(session, made.invitation_id)
    if email:
        service.email_invitation(session, made)
    return path
