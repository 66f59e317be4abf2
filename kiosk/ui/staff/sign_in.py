"""The door of the staff area: who are you, and your PIN (F5)."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService
from kiosk.domain.staff import StaffMember, StaffSession
from kiosk.domain.staff_service import StaffService
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import single_shot_timer
from kiosk.ui.staff.door_words import Answer, sentence
from kiosk.ui.staff.pin_pad import PinPad
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, ActionRole, Card, Piece, RadioRow, RadioRows, Role, ScrollArea, Text, announce

__all__ = ["SignInPage"]


_AGAIN_MS = 2000
"""Pause before asking again while the device knows no staff."""


class SignInPage(Piece):
    """Rows of names and a PIN pad; every answer of `DeskService.sign_in` in plain words.

    Signals:
        signed_in: carries the `StaffSession`.
        left: "Back to the patient screens".
    """

    signed_in = Signal(object)
    left = Signal()

    def __init__(
        self,
        service: DeskService,
        staff: StaffService,
        background: Background,
        practice_name: str,
        *,
        can_leave: bool,
    ) -> None:
        """Make a page without names; `enter` fetches them."""
        super().__init__()
        self.setObjectName("staff_sign_in")
        self._service = service
        self._staff = staff
        self._background = background
        self._members: list[StaffMember] = []
        self._locked_by: StaffSession | None = None
        self._hands_over = False
        self._answer: Answer | dt.timedelta | None = None
        self._job: Job | None = None
        self._busy = False
        self._practice = Text(practice_name, Role.STEP, name="sign_in_practice")
        self._heading = Text("", Role.HEADING, name="sign_in_heading")
        self._note = Text("", Role.MUTED, name="sign_in_note")
        self._names = RadioRows("sign_in_names", prefix="staff_member")
        self._pin = PinPad()
        self._enter = Action("", ActionRole.PRIMARY, name="sign_in", icon="log-in")
        self._leave = Action("", name="leave_staff", icon="arrow-left")
        if not can_leave:
            self._leave.hide()
        self._build()
        self._again = single_shot_timer()
        self._again.timeout.connect(self._ask_again)
        self._names.chosen.connect(self._chose)
        self._pin.entered.connect(self._submit)
        self._enter.clicked.connect(self._submit)
        self._leave.clicked.connect(self.left)
        self.refresh()

    @property
    def message(self) -> str:
        """The sentence over the PIN, or ""."""
        return self._pin.error

    @property
    def hands_over(self) -> bool:
        """Whether the work behind the door goes to whoever signs in next."""
        return self._hands_over

    def enter(self, locked_by: StaffSession | None = None, *, hands_over: bool = False) -> None:
        """Ask who is there.

        Args:
            locked_by: whose work waits behind the door.
            hands_over: they leave it to whoever signs in; that is noted before the door opens.
        """
        self.wipe()
        self._locked_by, self._hands_over = locked_by, hands_over
        self.retranslate()
        self._job = self._background.run(self._service.staff, self._show_names, self._no_names)

    def wipe(self) -> None:
        """Forget names and PIN."""
        if self._job is not None:
            self._job.cancel()
        self._busy = False
        self._locked_by, self._hands_over = None, False
        self._members = []
        self._names.set_options(())
        self._name_pin()
        self._pin.line.take()
        self._say(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits typed anywhere on the page belong to the PIN."""
        if event.text() and event.text() in "0123456789":
            self._pin.press(event.text())
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Look up every text."""
        self._heading.setText(self._title())
        note = self.tr("Choose your name and type your PIN.")
        if self._locked_by is not None:
            note = self.tr("%1 is signed in. Type your PIN to go on.")
            if self._hands_over:
                note = self.tr("%1 hands over. Choose your name and type your PIN: the work goes on in your name.")
            note = note.replace("%1", self._locked_by.name)
        self._note.setText(note)
        self._names.set_label(self.tr("Your name"))
        self._enter.setText(self.tr("Sign in"))
        self._leave.setText(self.tr("Back to the patient screens"))
        self._name_pin()
        self._say(self._answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put names and PIN one below the other where the screen is narrow."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if self.width() >= look().text(760) else QBoxLayout.Direction.TopToBottom)

    def _title(self) -> str:
        if self._hands_over:
            return self.tr("Hand over")
        return self.tr("Locked") if self._locked_by else self.tr("Front desk")

    def _build(self) -> None:
        card = Card("sign_in_card")
        for text in (self._practice, self._heading, self._note):
            card.box.addWidget(text)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        names = QWidget()
        left = QVBoxLayout(names)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self._names)
        left.addStretch(1)
        pin = QWidget()
        right = QVBoxLayout(pin)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._pin)
        right.addSpacing(8)
        right.addWidget(self._enter)
        right.addStretch(1)
        self._columns.addWidget(names, 1)
        self._columns.addWidget(pin, 1)
        card.box.addSpacing(8)
        card.box.addLayout(self._columns)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollArea(content, name="sign_in_scroll")
        whole.addWidget(self._scroll)

    def _show_names(self, members: list[StaffMember]) -> None:
        self._members = members
        self._names.set_options(tuple((str(number), member.name) for number, member in enumerate(members)))
        stops = (self._leave, *self._names.findChildren(RadioRow), self._pin.line, self._enter)
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)  # names made now would come last
        known = self._locked_by.staff_id if self._locked_by and not self._hands_over else None
        chosen = [number for number, member in enumerate(members) if member.staff_id == known or len(members) == 1]
        if chosen:
            self._names.set_choice(str(chosen[0]))
            self._name_pin()
        if chosen or not members:
            self._pin.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._names.setFocus(Qt.FocusReason.OtherFocusReason)
        if not members:
            self._say(Answer.NO_STAFF)
            self._again.start(_AGAIN_MS)
        elif self._answer is Answer.NO_STAFF:
            self._say(None)

    def _ask_again(self) -> None:
        """A device that was just enrolled learns of its staff with the first sync."""
        if not self._members and self.isVisible():
            self._job = self._background.run(self._service.staff, self._show_names, self._no_names)

    def _no_names(self, _error: BaseException) -> None:
        self._say(Answer.BROKEN)

    def _chose(self, _key: str) -> None:
        self._name_pin()
        if self._pin.line.visibleRegion().isEmpty():  # far down a long list: the pad is out of reach
            self._scroll.ensureWidgetVisible(self._pin.line)
        if not self._busy:
            self._say(None)

    def _name_pin(self) -> None:
        name = self._names.choice_text
        self._pin.set_label(self.tr("PIN of %1").replace("%1", name) if name else "")

    def _submit(self) -> None:
        if self._busy:
            return
        member_id = self._chosen()
        pin = self._pin.line.take()
        if member_id is None:
            self._say(Answer.NO_NAME if self._members else Answer.NO_STAFF)
        elif not pin:
            self._say(Answer.NO_PIN)
        else:
            self._busy = True
            self._say(Answer.CHECKING)
            work = partial(self._service.sign_in, member_id, pin)
            if self._hands_over and self._locked_by is not None:
                work = partial(_take_over, work, self._staff, self._locked_by)
            self._job = self._background.run(work, self._answered, self._failed)

    def _chosen(self) -> UUID | None:
        choice = self._names.choice
        return None if choice is None else self._members[int(choice)].staff_id

    def _answered(self, answer: StaffSession | dt.timedelta | None) -> None:
        self._busy = False
        match answer:
            case StaffSession():
                self._say(None)
                self.signed_in.emit(answer)
            case None:
                self._refuse(Answer.WRONG)
            case dt.timedelta.max:
                self._refuse(Answer.DISABLED)
            case wait:
                self._refuse(wait)

    def _failed(self, _error: BaseException) -> None:
        self._busy = False
        self._refuse(Answer.BROKEN)

    def _refuse(self, answer: Answer | dt.timedelta) -> None:
        self._say(answer)
        announce(self._pin, self.message)
        self._pin.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, answer: Answer | dt.timedelta | None) -> None:
        self._answer = answer
        self._pin.set_error("" if answer is None else sentence(answer))


def _take_over(
    sign_in: Callable[[], StaffSession | dt.timedelta | None], staff: StaffService, first: StaffSession
) -> StaffSession | dt.timedelta | None:
    """Sign in; nobody takes work over that was not noted as theirs (F5)."""
    answer = sign_in()
    if isinstance(answer, StaffSession) and answer.staff_id != first.staff_id:
        staff.hand_over(first, answer)
    return answer
