"""What a device shows that cannot serve patients yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.errors import (
    DiskFullError,
    NotConnectedError,
    NotReadyError,
    NotTrustedError,
    PortalRefusedError,
    StorageError,
    TicketError,
    WrongRoleError,
)
from kiosk.ui.first_run import EnrolPage, NotReadyPage, SetupWindow, UnlockPage
from kiosk.ui.setup_words import WhyNot, why_not
from kiosk.ui.widgets import Piece
from kiosk.vault.startup import StartupState
from tests.ui.fakes import ManualBackground

TICKET = "kiosk-enrol:1?u=https://portal.riverside.example&c=ABCD&k=0123"
PASSPHRASE = "grey heron by the river"


@dataclass
class Setup:
    """A page in its window, with what its button was asked to do."""

    background: ManualBackground = field(default_factory=ManualBackground)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    error: Exception | None = None
    state: StartupState = StartupState.READY
    window: SetupWindow | None = None

    def do(self, *arguments: str) -> StartupState:
        """Take a call."""
        self.asked.append(arguments)
        if self.error is not None:
            raise self.error
        return self.state

    def open(self, page: Piece) -> None:
        """Show a page."""
        self.window = SetupWindow(page)
        self.window.show()
        self.window.activateWindow()

    def find(self, name: str) -> QWidget:
        """A widget by its name."""
        assert self.window is not None
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a line."""
        line = self.find(name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def press(self, name: str) -> None:
        """Press a button and let the work happen."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.background.play()

    def said(self, name: str) -> str:
        """What a text says, or "" where it is hidden."""
        widget = self.find(name)
        return widget.accessibleName() if not widget.isHidden() else ""


@pytest.fixture
def setup(qtbot: QtBot) -> Iterator[Setup]:
    """A page's surroundings, closed afterwards."""
    made = Setup()
    yield made
    made.background.shutdown()
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()
        QCoreApplication.sendPostedEvents(made.window, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def enrol(setup: Setup) -> Setup:
    """The enrolment page."""
    setup.open(EnrolPage(setup.do, setup.background))
    return setup


def test_a_ticket_and_a_passphrase_enrol_the_device(enrol: Setup, qtbot: QtBot) -> None:
    """What was typed goes to the injected call once, in the background; afterwards the page holds nothing."""
    assert enrol.said("first_run_title") == "This device is not enrolled"
    page = enrol.find("first_run")
    assert isinstance(page, EnrolPage)
    enrol.type("ticket", TICKET)
    enrol.type("passphrase", PASSPHRASE)
    enrol.type("passphrase_again", PASSPHRASE)
    with qtbot.waitSignal(page.enrolled):
        enrol.press("first_run_go")
    assert enrol.asked == [(TICKET, PASSPHRASE)]
    lines = page.findChildren(QLineEdit)
    assert [line.text() for line in lines] == ["", "", ""]
    assert not any(line.isUndoAvailable() for line in lines)


@pytest.mark.parametrize(
    ("ticket", "first", "second", "at", "told"),
    [
        ("", PASSPHRASE, PASSPHRASE, "ticket", "Scan or type the ticket"),
        (TICKET, "short", "short", "passphrase", "Use at least 12 characters"),
        (TICKET, PASSPHRASE, PASSPHRASE + "s", "passphrase_again", "The two passphrases are not the same"),
    ],
)
def test_each_field_says_what_it_lacks(enrol: Setup, ticket: str, first: str, second: str, at: str, told: str) -> None:
    """Nothing is asked of the portal before ticket and passphrase are complete."""
    enrol.type("ticket", ticket)
    enrol.type("passphrase", first)
    enrol.type("passphrase_again", second)
    enrol.press("first_run_go")
    assert enrol.said(f"{at}_error") == told
    assert enrol.asked == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (TicketError(), "This is no enrolment ticket."),
        (NotConnectedError(), "The portal does not answer."),
        (NotTrustedError(), "What answered is not the portal of this ticket."),
        (PortalRefusedError("ticket_used"), "The portal does not take this ticket."),
        (DiskFullError(), "The disk is full."),
        (StorageError(), "This device cannot store its files."),
        (NotReadyError(), "This device is enrolled already."),
        (RuntimeError("boom"), "This did not work."),
    ],
)
def test_each_failure_is_told_plainly(enrol: Setup, error: Exception, told: str) -> None:
    """Every way to fail has its own sentence, which claims no more than is known; what was typed stays for a try."""
    enrol.error = error
    enrol.type("ticket", TICKET)
    enrol.type("passphrase", PASSPHRASE)
    enrol.type("passphrase_again", PASSPHRASE)
    enrol.press("first_run_go")
    assert enrol.said("first_run_problem").startswith(told)
    enrol.error = None
    enrol.press("first_run_go")
    assert len(enrol.asked) == 2
    assert enrol.said("first_run_problem") == ""


def test_a_second_press_while_enrolling_is_ignored(enrol: Setup) -> None:
    """The ticket is sent once, however often the button is pressed."""
    enrol.type("ticket", TICKET)
    enrol.type("passphrase", PASSPHRASE)
    enrol.type("passphrase_again", PASSPHRASE)
    button = enrol.find("first_run_go")
    assert isinstance(button, QAbstractButton)
    button.click()
    button.click()
    assert enrol.background.waiting == 1


def test_a_scanned_ticket_moves_on_to_the_passphrase(enrol: Setup) -> None:
    """A scanner ends with Enter: the ticket stands, and the passphrase is asked next."""
    enrol.type("ticket", TICKET)
    QTest.keyClick(enrol.find("ticket"), Qt.Key.Key_Return)
    assert enrol.find("passphrase").hasFocus()
    assert enrol.said("passphrase_error") == ""
    assert enrol.asked == []


def test_a_locked_device_opens_with_its_passphrase(setup: Setup, qtbot: QtBot) -> None:
    """A wrong passphrase is told, and stays to be mended; the right one opens; patients read where to go."""
    page = UnlockPage(setup.do, setup.background)
    setup.open(page)
    assert setup.said("unlock_title") == "This tablet is not ready. Please see the front desk."
    setup.press("unlock_go")
    assert setup.said("unlock_passphrase_error") == "Enter the passphrase"
    setup.state = StartupState.LOCKED
    setup.type("unlock_passphrase", "not this one")
    setup.press("unlock_go")
    assert setup.said("unlock_problem") == "This passphrase does not open this device."
    line = setup.find("unlock_passphrase")
    assert isinstance(line, QLineEdit)
    assert line.text() == "not this one"
    setup.state = StartupState.READY
    setup.type("unlock_passphrase", PASSPHRASE)
    with qtbot.waitSignal(page.unlocked):
        setup.press("unlock_go")
    assert setup.asked[-1] == (PASSPHRASE,)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (StartupState.KEY_MISMATCH, "This device's files have another key. Delete nothing, and call support."),
        (StartupState.ORPHAN_DB, "This device's key file is missing. Delete nothing, and call support."),
        (StartupState.DB_MISSING, "Files of this device are missing. Delete nothing, and call support."),
        (StartupState.TAMPER, "This device's files are damaged. Delete nothing, and call support."),
        (StartupState.FIRST_RUN, "This device's files are gone. Please call support."),
        (DiskFullError(), "The disk is full. Make room on it and try again: nothing is lost."),
        (StorageError(), "The files cannot be read or written now. If it stays so, call support."),
        (RuntimeError("boom"), "This did not work. Please try again."),
    ],
)
@pytest.mark.rule("K2")
def test_a_right_passphrase_is_never_called_wrong(setup: Setup, found: WhyNot, told: str) -> None:
    """What is the disk's or the files' fault is said so, or staff would type for an hour, and then enroll anew."""
    setup.open(UnlockPage(setup.do, setup.background))
    if isinstance(found, StartupState):
        setup.state = found
    elif isinstance(found, Exception):
        setup.error = found
    setup.type("unlock_passphrase", PASSPHRASE)
    setup.press("unlock_go")
    assert setup.said("unlock_problem") == told


def test_each_state_has_a_sentence_of_its_own() -> None:
    """Support is told on the phone what stands on the screen."""
    found: list[WhyNot] = [state for state in StartupState if state is not StartupState.READY]
    found += [WrongRoleError(), DiskFullError(), StorageError(), RuntimeError()]
    assert len({why_not(each) for each in found}) == len(found)


def test_a_broken_device_says_where_to_go(setup: Setup) -> None:
    """Not ready means the front desk, and for staff the reason; no button that does nothing."""
    page = NotReadyPage(StartupState.TAMPER)
    setup.open(page)
    assert setup.said("not_ready_reason") == f"Staff: {why_not(StartupState.TAMPER)}"
    assert setup.said("not_ready_title") == "This tablet is not ready. Please see the front desk."
    assert page.findChildren(QAbstractButton) == []


def test_the_names_stand_in_the_document(setup: Setup) -> None:
    """docs/gui-automation.md lists the controls of these screens, too."""
    from tests.ui.test_window_names import FIRST_RUN, documented

    names: set[str] = set()
    pages = (
        EnrolPage(setup.do, setup.background),
        UnlockPage(setup.do, setup.background),
        NotReadyPage(StartupState.TAMPER),
    )
    for page in pages:
        window = SetupWindow(page)
        names |= {widget.objectName() for widget in (window, *window.findChildren(QWidget))}
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    assert names >= FIRST_RUN
    assert documented() >= FIRST_RUN
