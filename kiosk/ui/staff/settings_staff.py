"""The staff, for managers: who there is, and what may be done for whom (F5)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.staff import Colleague, StaffRefusal, StaffRole, StaffSession
from kiosk.domain.staff_service import StaffService
from kiosk.ui.background import Background, Job
from kiosk.ui.staff import staff_words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.settings_pin_step import PinFor
from kiosk.ui.staff.staff_form import StaffForm
from kiosk.ui.staff.staff_table import StaffModel, StaffTable
from kiosk.ui.staff.staff_words import Done, PinSlip, Refusal
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, Card, Piece, Role, Text, announce

__all__ = ["StaffCard"]


class StaffCard(Piece):
    """A table; the buttons below it are about the chosen row.

    Signals:
        pin_wanted: somebody has to type a PIN; carries a `PinFor`, their name, and what takes the new PIN; for oneself
            neither.
    """

    pin_wanted = Signal(object, str, object)

    def __init__(self, staff: StaffService, background: Background, practice: StaffPractice) -> None:
        """Make a card of nobody."""
        super().__init__()
        self.setObjectName("settings_staff")
        self._staff = staff
        self._background = background
        self._session: StaffSession | None = None
        self._job: Job | None = None
        self._said: tuple[Done, str] | Refusal | None = None
        self._wanted: UUID | None = None
        self._title = Text("", Role.TITLE, name="staff_card_title")
        self._model = StaffModel(practice.now, self)
        self._table = StaffTable(self._model)
        self._message = Text("", Role.OK, name="staff_said")
        self._pin = Action("", name="staff_new_pin", icon="lock")
        self._role = Action("", name="staff_role")
        self._active = Action("", name="staff_active")
        self._add = Action("", ActionRole.PRIMARY, name="staff_add", icon="user-plus")
        self._list, self._form = QWidget(), StaffForm()
        self._build()
        self._table.reached.connect(self._reached)
        self._pin.clicked.connect(self._want_pin)
        self._role.clicked.connect(self._change_role)
        self._active.clicked.connect(self._change_active)
        self._add.clicked.connect(self._begin)
        self._form.cancelled.connect(self._end)
        self._form.submitted.connect(self._check)
        self.refresh()

    def enter(self, session: StaffSession) -> None:
        """Fetch the staff for a manager; that is noted in the audit trail (F5). Nobody else sees the card."""
        self._session = session
        allowed = session.role is StaffRole.MANAGER and self._staff.changes_staff
        self.setVisible(allowed)
        if allowed:
            self._load()

    def leave(self) -> None:
        """Wait for nothing any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def wipe(self) -> None:
        """Forget the staff and what was typed."""
        self.leave()
        self._session = self._said = self._wanted = None
        self._model.set_rows(())
        self._form.wipe()
        self._show_form(False)

    def show_done(self, what: Done, name: str, staff_id: UUID | None) -> None:
        """Say what was changed, and look anew, at the newcomer if there is one."""
        self._form.wipe()
        self._show_form(False)
        self._say((what, name))
        self._wanted = staff_id
        self._load()
        self.go_back()

    def go_back(self) -> None:
        """Come back from the PIN to where one was."""
        if self._form.isHidden():
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._form.focus_first()

    def retranslate(self) -> None:
        """Look up every text."""
        self._title.setText(self.tr("Staff"))
        self._table.setAccessibleName(self._title.text())
        self._model.retranslate()
        self._pin.setText(self.tr("New PIN"))
        self._add.setText(self.tr("Add a colleague"))
        said = self._said
        if isinstance(said, tuple):
            self._message.setText(staff_words.done(*said))
        else:
            self._message.setText("" if said is None else staff_words.refusal(said))
        self._message.set_role(Role.OK if isinstance(said, tuple) else Role.PROBLEM)
        self._message.setVisible(said is not None)
        self._name_acts()

    def restyle(self) -> None:
        """Measure the columns again."""
        self._table.fit()

    def _build(self) -> None:
        acts = QWidget()
        row = WrappingRow(acts)
        for button in (self._pin, self._role, self._active, self._add):
            button.setProperty("staff", True)
            row.addWidget(button)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._table, acts):
            column.addWidget(part)
        card = Card("staff_card")
        card.box.setContentsMargins(24, 18, 24, 22)
        for part in (self._title, self._message, self._list, self._form):
            card.box.addWidget(part)
        self._form.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    @property
    def _chosen(self) -> Colleague | None:
        return self._model.row(self._table.currentIndex().row())

    def _name_acts(self) -> None:
        one = self._chosen
        manager, active = one is not None and one.role is StaffRole.MANAGER, one is None or one.active
        self._role.setText(self.tr("Make receptionist") if manager else self.tr("Make manager"))
        self._active.setText(self.tr("May no longer sign in") if active else self.tr("May sign in again"))
        for button in (self._pin, self._role):
            button.setEnabled(one is not None and active)
        self._active.setEnabled(one is not None)

    def _reached(self, _row: int) -> None:
        self._name_acts()

    def _load(self) -> None:
        if self._session is not None:
            work = partial(self._staff.members, self._session)
            self._job = self._background.run(work, self._show, self._failed)

    def _show(self, found: list[Colleague] | StaffRefusal) -> None:
        if isinstance(found, StaffRefusal):  # no manager any more, since the last sync or since just now
            self.hide()
            return
        chosen = self._chosen.staff_id if self._chosen else None
        self._model.set_rows(found)
        self._table.fit()
        # No `selectRow`: in a table just filled, laid out from right to left, Qt finds no column and chooses nothing.
        self._table.setCurrentIndex(self._model.index(self._model.place_of(self._wanted or chosen), 0))
        self._wanted = None
        self._name_acts()

    def _want_pin(self) -> None:
        if (one := self._chosen) is not None and self._session is not None:
            self._say(None)
            if one.staff_id == self._session.staff_id:  # with the old one, as everybody
                self.pin_wanted.emit(PinFor.ONESELF, "", None)
                return
            self.pin_wanted.emit(PinFor.COLLEAGUE, one.name, partial(self._staff.new_pin, self._session, one.staff_id))

    def _change_role(self) -> None:
        if (one := self._chosen) is not None:
            to = StaffRole.RECEPTIONIST if one.role is StaffRole.MANAGER else StaffRole.MANAGER
            what = Done.MANAGER if to is StaffRole.MANAGER else Done.RECEPTIONIST
            self._act(self._staff.set_role, one, what, role=to)

    def _change_active(self) -> None:
        if (one := self._chosen) is not None:
            what = Done.ENDED if one.active else Done.BACK
            self._act(self._staff.set_active, one, what, active=not one.active)

    def _act(self, act: Callable[..., StaffRefusal | None], one: Colleague, what: Done, **to: object) -> None:
        if self._session is not None:
            work = partial(act, self._session, one.staff_id, **to)
            self._job = self._background.run(work, partial(self._acted, what, one.name), self._failed)

    def _acted(self, what: Done, name: str, refused: StaffRefusal | None) -> None:
        self._say(refused or (what, name))
        self._load()

    def _begin(self) -> None:
        self._say(None)
        self._show_form(True)
        self._form.focus_first()

    def _end(self) -> None:
        self._form.wipe()
        self._show_form(False)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, shown: bool) -> None:
        self._form.setVisible(shown)
        self._list.setVisible(not shown)

    def _check(self, name: str, role: StaffRole) -> None:
        work = partial(self._staff.check_name, name)
        self._job = self._background.run(work, partial(self._checked, name, role), self._failed)

    def _checked(self, name: str, role: StaffRole, refused: StaffRefusal | None) -> None:
        if refused is not None:
            self._form.refuse(refused)
        elif self._session is not None:
            take: Callable[[str], UUID | Refusal] = partial(self._staff.add, self._session, name, role)
            self.pin_wanted.emit(PinFor.NEWCOMER, name.strip(), take)

    def _failed(self, _error: BaseException) -> None:
        self._say(PinSlip.BROKEN)

    def _say(self, said: tuple[Done, str] | Refusal | None) -> None:
        self._said = said
        self.retranslate()
        if said is not None:
            announce(self, self._message.text())
