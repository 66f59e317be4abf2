"""What a patient and a receptionist do, one method a step: a journey that goes wrong swaps one of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from kiosk.demo.people import Person
from kiosk.demo.player import Player
from kiosk.printing.readback import read_codes
from kiosk.ui.widgets import Action, Text

ENDINGS = ("active", "saved", "front_desk")
"""The endings' pages by object name."""


def words(player: Player, name: str) -> str:
    """What the visible text or button of that name says."""
    widget = player.find(name)
    if isinstance(widget, Action):
        return widget.plain_text
    assert isinstance(widget, Text), f"{name} is no text"
    return widget.text()


class Patient:
    """Somebody at the tablet."""

    def __init__(self, player: Player, person: Person) -> None:
        """Stand before the tablet; ``person`` is what will be typed."""
        self.player = player
        self.person = person

    # Whole ways

    def signs_up(self) -> str:
        """The whole way; returns the ending's name."""
        self.begins()
        self.tells_about_self()
        self.answers_questions()
        self.chooses_credentials()
        return self.creates()

    def activates(self, code: str) -> str:
        """The whole way with a code typed; returns the ending's name."""
        self.has_invitation()
        self.types_code(code)
        self.confirms_person()
        self.answers_questions_if_asked()
        self.chooses_credentials()
        return self.creates()

    # Steps

    def begins(self) -> None:
        """Tap "Create An Account"."""
        self.player.tap("create_account")
        self.player.find("about_you")

    def tells_about_self(self) -> None:
        """First page."""
        self.types_about_self()
        self.player.tap("primary")

    def types_about_self(self) -> None:
        """First page, without going on."""
        person, player = self.person, self.player
        player.keys("first_name", person.first)
        player.keys("last_name", person.last)
        player.fill_date("birth_date", person.month, person.day, person.year, real_keys=True)
        player.keys("zip_code", person.zip_code)
        player.keys("email", person.email)

    def answers_questions(self) -> None:
        """Gender and phone."""
        self.player.find("required_questions")
        self.player.tap(f"gender_{self.person.gender}")
        self.player.keys("phone", self.person.phone)
        self.player.tap("primary")

    def answers_questions_if_asked(self) -> None:
        """Gender and phone, where the invitation does not carry them."""
        player = self.player
        player.wait_until(lambda: player.sees("required_questions") or player.sees("credentials"), "the next question")
        if player.sees("required_questions"):
            self.answers_questions()

    def chooses_credentials(self) -> None:
        """User ID, password, question, answer, consent."""
        self.types_credentials()
        self.player.tap("consent")

    def types_credentials(self) -> None:
        """The credentials, without consent."""
        player, person = self.player, self.person
        player.find("credentials")
        empty(player, "user_id")
        player.keys("user_id", person.user_id)
        player.keys("password", person.password)
        player.tap("question")
        player.tap(f"question_{person.question}")
        player.keys("answer", person.answer)

    def creates(self) -> str:
        """Tap "Create Account"; returns the ending's name."""
        self.player.tap("primary")
        return self.ending()

    def ending(self) -> str:
        """Wait for an ending, without updating the profile on the way; returns its name."""
        player = self.player
        player.wait_until(lambda: any(player.sees(name) for name in (*ENDINGS, "profile")), "an ending")
        if player.sees("profile"):
            player.tap("profile_skip")
        player.wait_until(lambda: any(player.sees(name) for name in ENDINGS), "an ending")
        return next(name for name in ENDINGS if player.sees(name))

    def leaves(self) -> None:
        """Tap "Finish"."""
        self.player.tap("primary")
        self.player.find("welcome")

    def has_invitation(self) -> None:
        """Tap "I have an invitation"."""
        self.player.tap("have_invitation")
        self.player.find("activation_code")

    def types_code(self, code: str) -> None:
        """The 15 symbols of the slip."""
        self.player.keys("code", code)
        self.player.tap("primary")
        self.player.find("invited_person")

    def confirms_person(self, *, day: str = "", zip_code: str = "") -> None:
        """Date of birth and ZIP; a wrong one where given."""
        player, person = self.player, self.person
        player.find("invited_person")
        for part in ("month", "day", "year"):
            empty(player, f"invited_birth_date_{part}")
        empty(player, "invited_zip")
        player.fill_date("invited_birth_date", person.month, day or person.day, person.year, real_keys=True)
        player.keys("invited_zip", zip_code or person.zip_code)
        player.tap("primary")
        player.wait_until(lambda: not player.sees("busy"), "the answer")

    def sees(self, name: str) -> bool:
        """Whether something is in sight."""
        return self.player.sees(name)

    def problem(self) -> str:
        """The first problem the page names."""
        self.player.find("error_summary")
        return words(self.player, "error_link_0")


class Receptionist:
    """Somebody at the desk."""

    def __init__(self, player: Player, pin: str, slips: Path) -> None:
        """Sit at the desk.

        Args:
            player: before the desk's window.
            pin: the receptionist's.
            slips: where the desk saves slips.
        """
        self.player = player
        self._pin = pin
        self._slips = slips

    def signs_in(self) -> None:
        """Choose the name and type the PIN."""
        self.player.tap("staff_member_0")
        self.player.keys("pin", self._pin)
        self.player.tap("sign_in")
        self.player.find("enroll_form")

    def invites(self, person: Person) -> str:
        """Type a patient, print the slip; returns what a scanner reads from it."""
        player = self.player
        before = set(self._slips.glob("*.pdf"))
        player.keys("enroll_first", person.first)
        player.keys("enroll_last", person.last)
        player.fill_date("enroll_birth_date", person.month, person.day, person.year, real_keys=True)
        player.keys("enroll_zip", person.zip_code)
        player.keys("enroll_email", person.email)
        player.tap("make_invitation")
        player.find("slip_step")
        player.tap("save_slip")
        player.wait_until(lambda: not player.sees("save_slip"), "the slip, written and read back")
        (slip,) = set(self._slips.glob("*.pdf")) - before
        (code,) = [code for page in read_codes(slip) for code in page]
        return code


def code_of(scanned: str) -> str:
    """The 15 symbols in a scanned link, as they stand on the slip."""
    symbols = scanned.rpartition("#")[2]
    assert len(symbols) == 15, "a code has 15 symbols"
    return "-".join(symbols[start : start + 5] for start in (0, 5, 10))


def empty(player: Player, name: str) -> None:
    """Empty a line with a real keyboard."""
    player.tap(name)
    line = player.find(name)
    assert isinstance(line, QLineEdit)
    while line.text():
        QTest.keyClick(line, Qt.Key.Key_End)
        QTest.keyClick(line, Qt.Key.Key_Backspace)
