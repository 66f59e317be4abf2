"""A new colleague: name and role; the PIN is theirs to type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.staff import StaffRefusal, StaffRole
from kiosk.ui.staff import staff_words
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, FieldKind, Piece, RadioRows, TextField, announce

__all__ = ["StaffForm"]

_LONGEST = 80


class StaffForm(Piece):
    """The fields are named colleague_name and colleague_role.

    Signals:
        submitted: "Next: the PIN"; carries the name and the role.
        cancelled: "Cancel".
    """

    submitted = Signal(str, object)
    cancelled = Signal()

    def __init__(self) -> None:
        """Make an empty form."""
        super().__init__()
        self.setObjectName("colleague_form")
        self._refusal: StaffRefusal | None = None
        self._name = TextField("colleague_name", FieldKind.NAME, limit=_LONGEST)
        self._role = RadioRows("colleague_role")
        self._next = Action("", ActionRole.PRIMARY, name="colleague_next")
        self._cancel = Action("", name="colleague_cancel")
        acts = QWidget()
        row = WrappingRow(acts)
        for button in (self._next, self._cancel):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self._name, self._role, acts):
            column.addWidget(part)
        self._name.submitted.connect(self._submit)
        self._next.clicked.connect(self._submit)
        self._cancel.clicked.connect(self.cancelled)
        self.refresh()
        for part in self.findChildren(QWidget):
            part.setProperty("staff", True)
        self.wipe()

    def focus_first(self) -> None:
        """Put the keyboard where typing begins."""
        self._name.setFocus()

    def refuse(self, why: StaffRefusal) -> None:
        """Say why nobody may be called that."""
        self._refusal = why
        self.retranslate()
        announce(self._name, staff_words.refusal(why))
        self._name.setFocus()

    def wipe(self) -> None:
        """Forget what was typed."""
        self._refusal = None
        self._name.wipe()
        self._role.set_choice(StaffRole.RECEPTIONIST.value)

    def retranslate(self) -> None:
        """Look up every text."""
        self._name.set_label(self.tr("The colleague's name, as the door shows it"))
        self._name.set_error(staff_words.refusal(self._refusal) if self._refusal else None)
        self._role.set_label(self.tr("Role"))
        self._role.set_options(tuple((role.value, staff_words.role_word(role)) for role in reversed(StaffRole)))
        self._next.setText(self.tr("Next: the PIN"))
        self._cancel.setText(self.tr("Cancel"))

    def _submit(self) -> None:
        self._refusal = None
        self.retranslate()
        self.submitted.emit(self._name.text, StaffRole(self._role.choice))
