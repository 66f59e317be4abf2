"""What a device shows that cannot serve patients yet: enrolment, unlocking, or "not ready".

These pages are for staff; their texts stay plain because a patient may read them first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.errors import (
    DiskFullError,
    NotConnectedError,
    NotReadyError,
    NotTrustedError,
    PortalRefusedError,
    StorageError,
    TicketError,
)
from kiosk.ui.background import Background
from kiosk.ui.setup_words import WhyNot, why_not
from kiosk.ui.theme import dress
from kiosk.ui.widgets import (
    Action,
    ActionRole,
    BusyOverlay,
    Card,
    FieldKind,
    OnScreenKeyboard,
    PasswordField,
    Piece,
    Role,
    ScrollArea,
    Text,
    TextField,
)
from kiosk.vault.keyfile import PASSPHRASE_MIN
from kiosk.vault.startup import StartupState

__all__ = ["EnrolPage", "NotReadyPage", "SetupWindow", "UnlockPage"]


class _SetupPage(Piece):
    """A card with a heading, fields, one button, and the place where a problem is said."""

    slug = ""
    _busy: BusyOverlay | None = None

    def _lay_out(self, fields: tuple[TextField, ...], background: Background) -> None:
        self.setObjectName(self.slug)
        self._background = background
        self._fields = fields
        self._failure: WhyNot | None = None
        self._title = Text("", Role.HEADING, name=f"{self.slug}_title")
        self._lead = Text(name=f"{self.slug}_lead")
        self._problem = Text("", Role.PROBLEM, name=f"{self.slug}_problem")
        self._go = Action("", ActionRole.PRIMARY, name=f"{self.slug}_go")
        card = Card(f"{self.slug}_card")
        for part in (self._title, self._lead, self._problem, *fields):
            card.box.addWidget(part)
        card.box.addSpacing(12)
        card.box.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._view = ScrollArea(card, name=f"{self.slug}_scroll")
        column.addWidget(self._view)
        self._busy = BusyOverlay(self)
        for field in fields:
            field.submitted.connect(self._entered)
        self._go.clicked.connect(self._pressed)
        self.refresh()

    def _entered(self) -> None:
        """Enter, also a scanner's: the next field that is empty, or the button."""
        for field in self._fields:
            if not field.text:
                field.setFocus()
                return
        self._pressed()

    def _pressed(self) -> None:
        raise NotImplementedError

    def _run(self, op: Callable[[], object]) -> None:
        if self._busy is not None and self._busy.isHidden():
            self._failure = None
            self.retranslate()
            self._busy.open()
            self._background.run(op, self._done, self._failed)

    def _done(self, _result: object) -> None:
        if self._busy is not None:
            self._busy.hide()
        for field in self._fields:
            field.wipe()
        self._succeeded()

    def _succeeded(self) -> None:
        raise NotImplementedError

    def _failed(self, error: WhyNot) -> None:
        if self._busy is not None:
            self._busy.hide()
        self._failure = error
        self.retranslate()
        self._fields[0].setFocus()
        QTimer.singleShot(0, self._view.show_focused)  # once the sentence above it has its room

    def _say_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))


class EnrolPage(_SetupPage):
    """First run: takes the enrolment ticket, typed or scanned, and a new passphrase. Named `first_run`.

    Signals:
        enrolled: the device is enrolled; its files stand, whether or not they could be opened.
    """

    slug = "first_run"
    enrolled = Signal()

    def __init__(
        self, enrol: Callable[[str, str], object], background: Background, *, parent: QWidget | None = None
    ) -> None:
        """Make the page.

        Args:
            enrol: called with ticket and passphrase in a worker; raises TicketError for text that is no ticket, else
                a KioskError.
        """
        super().__init__(parent)
        self._enrol = enrol
        self._ticket = TextField("ticket", FieldKind.TEXT, limit=600)
        self._first = PasswordField("passphrase")
        self._second = PasswordField("passphrase_again")
        self._lay_out((self._ticket, self._first, self._second), background)

    def retranslate(self) -> None:
        """Look up the words."""
        self._title.setText(self.tr("This device is not enrolled"))
        self._lead.setText(
            self.tr("The portal made a ticket for this device. Scan it here, or type it, and choose a passphrase.")
        )
        self._ticket.set_label(self.tr("Enrolment ticket"))
        self._ticket.set_hint(self.tr("It begins with kiosk-enrol: and works for 10 minutes."))
        self._first.set_label(self.tr("Staff passphrase"))
        self._first.set_hint(self.tr("At least 12 characters. It is asked for each time this device starts."))
        self._second.set_label(self.tr("Staff passphrase once more"))
        self._go.setText(self.tr("Enroll this device"))
        self._say_problem("" if self._failure is None else self._reason(self._failure))

    def _pressed(self) -> None:
        ticket, first, second = self._ticket.text.strip(), self._first.text, self._second.text
        wrong = (
            (self._ticket, self.tr("Scan or type the ticket"), not ticket),
            (self._first, self.tr("Use at least 12 characters"), len(first) < PASSPHRASE_MIN),
            (self._second, self.tr("The two passphrases are not the same"), first != second),
        )
        for field, text, is_wrong in wrong:
            field.set_error(text if is_wrong else None)
        bad = [field for field, _, is_wrong in wrong if is_wrong]
        if bad:
            bad[0].setFocus()
            return
        self._run(partial(self._enrol, ticket, first))

    def _succeeded(self) -> None:
        self.enrolled.emit()

    def _reason(self, error: WhyNot) -> str:
        match error:
            case TicketError():
                return self.tr("This is no enrolment ticket. Please scan it again.")
            case NotTrustedError():
                return self.tr("What answered is not the portal of this ticket. Do not go on: call portal support.")
            case NotConnectedError():
                return self.tr("The portal does not answer. Check the network and try again: the ticket still works.")
            case PortalRefusedError():
                return self.tr("The portal does not take this ticket. It may be too old or used: ask for a new one.")
            case DiskFullError():
                return self.tr("The disk is full. Make room on it and try again: the ticket still works.")
            case StorageError():
                return self.tr("This device cannot store its files. Please call support.")
            case NotReadyError():
                return self.tr("This device is enrolled already. Please start it again.")
            case _:
                return why_not(error)


class UnlockPage(_SetupPage):
    """After a start: asks for the passphrase that opens the device's files. Named `unlock`.

    Signals:
        unlocked: the files are open.
    """

    slug = "unlock"
    unlocked = Signal()

    def __init__(
        self, unlock: Callable[[str], StartupState], background: Background, *, parent: QWidget | None = None
    ) -> None:
        """Make the page; `unlock` is called in a worker, tells how it found the files, and raises their faults."""
        super().__init__(parent)
        self._unlock = unlock
        self._passphrase = PasswordField("unlock_passphrase")
        self._lay_out((self._passphrase,), background)

    def retranslate(self) -> None:
        """Look up the words."""
        self._title.setText(self.tr("This tablet is not ready. Please see the front desk."))
        self._lead.setText(self.tr("Staff: enter the passphrase of this device."))
        self._passphrase.set_label(self.tr("Staff passphrase"))
        self._go.setText(self.tr("Unlock"))
        self._say_problem("" if self._failure is None else why_not(self._failure))

    def _pressed(self) -> None:
        if not self._passphrase.text:
            self._passphrase.set_error(self.tr("Enter the passphrase"))
            self._passphrase.setFocus()
            return
        self._passphrase.set_error(None)
        self._run(partial(self._unlock, self._passphrase.text))

    def _done(self, result: object) -> None:
        if isinstance(result, StartupState) and result is not StartupState.READY:
            self._failed(result)
        else:
            super()._done(result)

    def _succeeded(self) -> None:
        self.unlocked.emit()


class NotReadyPage(Piece):
    """Something is wrong with the device's files: what patients do, and for staff what it is. Named `not_ready`."""

    def __init__(self, found: WhyNot, parent: QWidget | None = None) -> None:
        """Make the page."""
        super().__init__(parent)
        self._found = found
        self.setObjectName("not_ready")
        self._title = Text("", Role.HEADING, name="not_ready_title")
        card = Card("not_ready_card")
        self._reason = Text("", Role.MUTED, name="not_ready_reason")
        for text in (self._title, self._reason):
            card.box.addWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollArea(card, name="not_ready_scroll"))
        self.refresh()

    def retranslate(self) -> None:
        """Look up the words."""
        self._title.setText(self.tr("This tablet is not ready. Please see the front desk."))
        # One text with a place for the sentence: languages set the colon differently.
        self._reason.setText(self.tr("Staff: {reason}").format(reason=why_not(self._found)))
        self.setAccessibleName(self._title.text())


class SetupWindow(QWidget):
    """The window around one of these pages, with the on-screen keyboard."""

    def __init__(self, page: Piece, parent: QWidget | None = None) -> None:
        """Show `page`."""
        super().__init__(parent)
        self.setObjectName("setup_window")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        keyboard = OnScreenKeyboard()
        column.addWidget(keyboard)
        keyboard.attach(self)
        dress(self)
