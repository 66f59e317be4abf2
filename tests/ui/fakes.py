"""What the tests of the patient's screens share: a house without doors, and a hand that drives the window."""

from __future__ import annotations

import dataclasses
import datetime as dt
import threading
import uuid
from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import Draft, InvitationMatch, Journey
from kiosk.domain.outcomes import Outcome, ending_of
from kiosk.domain.patient_ports import InvitationCheck, InvitationState, UserIdState
from kiosk.domain.profile import Profile
from kiosk.domain.replies import (
    ChatNews,
    LogInReply,
    Match,
    RecoveryReply,
    Reply,
    ReplyState,
    RequestState,
    SlipReply,
)
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Language, Phone, UserId, ZipCode
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import IdleWatch
from kiosk.ui.session import PracticeView
from kiosk.ui.widgets import PlainLineEdit
from kiosk.ui.window import PatientWindow
from kiosk.ui.window_parts import StaffScreen
from kiosk.ui.wizard import PatientWizard
from tests.ui.conftest import ManualTimer

T = TypeVar("T")

TODAY = dt.date(2026, 11, 23)
HOST = "portal.riverside.example"
CODE = ActivationCode.from_entropy(b"\x01\x23\x45\x67\x89\xab\xcd\xef\x10")
CANARY = "Quetzalcoatlus"
"""A name that stands nowhere in the product: found again, it was left behind."""


class FakeService:
    """Answers as it is told and remembers what it was asked; also stands in for support."""

    def __init__(self) -> None:
        """Be disconnected at first."""
        self.forget()

    def forget(self) -> None:
        """Be as at first."""
        self.outcome: Outcome | None = None
        self.user_id_state = UserIdState.UNKNOWN
        self.check = InvitationCheck(InvitationState.UNKNOWN)
        self.error: Exception | None = None
        self.finished: list[Draft] = []
        self.checked: list[tuple[ActivationCode, BirthDate, ZipCode]] = []
        self.threads: set[str] = set()
        self.corrected: InvitationMatch | None = None
        self.match: Match | None = None
        self.reply = Reply(ReplyState.NOT_CONNECTED)
        """The answer to every command without one of its own in `replies`."""
        self.replies: dict[str, Reply] = {}
        self.request = RequestState.UNKNOWN
        self.asked: list[tuple[object, ...]] = []
        """Every command: its name and what was given with it."""
        self.requests: list[Draft] = []
        self.profiles: list[Profile] = []
        self.chat: uuid.UUID | None = None
        self.news: list[ChatNews | None] = []
        """What `listen` tells, one after the other; the last again and again."""

    def found(self, draft: Draft, invitation: InvitationMatch | None) -> Draft:
        """As the real one."""
        allowed = invitation.allowed if invitation else frozenset()
        draft = dataclasses.replace(draft, invitation=invitation, allowed=draft.allowed | allowed)
        return draft if draft.missing or draft.desk_reasons else self.check_match(draft)

    def after_desk(self, draft: Draft) -> Draft:
        """Find `corrected`, where an invitation was not found before."""
        invited = draft.journey is Journey.INVITATION
        return self.found(draft, draft.invitation or self.corrected) if invited else draft

    def check_match(self, draft: Draft) -> Draft:
        """Answer `match`."""
        self.asked.append(("check_match", draft.subject))
        return dataclasses.replace(draft, match=self.match)

    def resend_code(self, draft: Draft) -> Reply:
        """Answer a reply."""
        return self._reply("resend_code")

    def check_code(self, draft: Draft, code: ActivationCode) -> Reply:
        """Answer a reply."""
        return self._reply("check_code", code.symbols)

    def send_phone_code(self, draft: Draft, phone: Phone) -> Reply:
        """Answer a reply."""
        return self._reply("send_phone_code", phone.e164)

    def check_phone_code(self, draft: Draft, code: str) -> Reply:
        """Answer a reply."""
        return self._reply("check_phone_code", code)

    def ask_desk(self, draft: Draft) -> uuid.UUID:
        """Remember the request."""
        if self.error is not None:
            raise self.error
        self.requests.append(draft)
        return uuid.uuid4()

    def request_state(self, request_id: uuid.UUID) -> RequestState:
        """Answer `request`."""
        return self.request

    def log_in(self, draft: Draft, user_id: str, password: str) -> LogInReply:
        """Answer a reply."""
        found = self._reply("log_in", user_id, password)
        return found if isinstance(found, LogInReply) else LogInReply(found.state, found.until)

    def join(self, draft: Draft) -> Reply:
        """Answer a reply."""
        return self._reply("join")

    def update_profile(self, draft: Draft, profile: Profile) -> None:
        """Remember the profile."""
        self.profiles.append(profile)

    def recover_user_id(self, draft: Draft) -> RecoveryReply:
        """Answer a reply."""
        return self._recovery("recover_user_id", draft.email, draft.birth_date)

    def answer_user_id(self, draft: Draft) -> Reply:
        """Answer a reply."""
        return self._reply("answer_user_id", draft.answer)

    def recover_password(self, draft: Draft, user_id: str) -> RecoveryReply:
        """Answer a reply."""
        return self._recovery("recover_password", user_id)

    def answer_password(self, draft: Draft) -> Reply:
        """Answer a reply."""
        return self._reply("answer_password", draft.answer, draft.password)

    def confirm_password(self, draft: Draft, code: str, password: str) -> Reply:
        """Answer a reply."""
        return self._reply("confirm_password", code, password)

    def open_reset_slip(self, draft: Draft) -> SlipReply:
        """Answer a reply."""
        return self._slip("open_reset_slip", draft.slip, draft.birth_date)

    def use_reset_slip(self, draft: Draft) -> SlipReply:
        """Answer a reply."""
        return self._slip("use_reset_slip", draft.slip, draft.birth_date, draft.password, draft.user_id)

    def open_chat(self, name: str, topic: ChatTopic, language: Language) -> uuid.UUID | None:
        """Answer `chat`."""
        self.asked.append(("open_chat", name, topic, language))
        return self.chat

    def say(self, flow: uuid.UUID, line_id: uuid.UUID, text: str) -> Reply:
        """Answer a reply."""
        return self._reply("say", text)

    def listen(self, flow: uuid.UUID, after: int) -> ChatNews | None:
        """Tell the next news."""
        return self.news.pop(0) if len(self.news) > 1 else (self.news[0] if self.news else None)

    def close_chat(self, flow: uuid.UUID) -> None:
        """Remember it."""
        self.asked.append(("close_chat",))

    def ask_call_back(self, name: str, contact: Phone | Email, topic: ChatTopic, language: Language) -> None:
        """Remember it."""
        if self.error is not None:
            raise self.error
        self.asked.append(("ask_call_back", name, contact, topic, language))

    def _reply(self, name: str, *given: object) -> Reply:
        self.threads.add(threading.current_thread().name)
        self.asked.append((name, *given))
        return self.replies.get(name, self.reply)

    def _recovery(self, name: str, *given: object) -> RecoveryReply:
        found = self._reply(name, *given)
        return found if isinstance(found, RecoveryReply) else RecoveryReply(found.state, found.until)

    def _slip(self, name: str, *given: object) -> SlipReply:
        found = self._reply(name, *given)
        return found if isinstance(found, SlipReply) else SlipReply(found.state, found.until)

    def suggest_user_id(self, draft: Draft) -> UserId | None:
        """Suggest as the real one does, with 27 for chance."""
        return UserId.suggest(draft.first, draft.last, 27) if draft.first else None

    def check_user_id(self, user_id: UserId) -> UserIdState:
        """Answer `user_id_state`."""
        self.threads.add(threading.current_thread().name)
        return self.user_id_state

    def check_invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Answer `check`."""
        self.threads.add(threading.current_thread().name)
        self.checked.append((code, birth_date, zip_code))
        return self.check

    def finish(self, draft: Draft) -> Draft:
        """Raise `error`, or end with `outcome`."""
        if self.error is not None:
            raise self.error
        self.finished.append(draft)
        return dataclasses.replace(
            draft, password=None, answer=None, outcome=self.outcome, ending=ending_of(self.outcome)
        )


class ManualBackground(Background):
    """Keeps operations until the test lets them happen, in the GUI's thread."""

    def __init__(self) -> None:
        """Have nothing to do."""
        super().__init__()
        self._waiting: list[Callable[[], None]] = []

    def run(
        self, op: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> Job:
        """Keep the operation."""
        job = Job(cast("Callable[[object], None]", done), failed)
        self._waiting.append(partial(self._play, job, op))
        return job

    @property
    def waiting(self) -> int:
        """How many operations were begun and not played."""
        return len(self._waiting)

    def play(self) -> None:
        """Do what waits and deliver it."""
        waiting, self._waiting = self._waiting, []
        for operation in waiting:
            operation()

    def _play(self, job: Job, op: Callable[[], object]) -> None:
        try:
            value = op()
        except Exception as error:  # noqa: BLE001 - delivered as the real one does
            self._deliver(job, None, error)
        else:
            self._deliver(job, value, None)


def practice() -> PracticeView:
    """A made-up practice."""
    return PracticeView(
        name="Riverside Family Practice",
        portal_address="portal.riverside.example",
        host=HOST,
        network_name="HealthKey",
        zone=ZoneInfo("America/Chicago"),
        today=lambda: TODAY,
        new_subject=uuid.uuid4,
    )


class FakeStaff(StaffScreen):
    """A staff area with nothing in it."""


class Kiosk:
    """A window and the hand that drives it: everything by object name."""

    def __init__(
        self, app: QApplication, background: Background, *, view: PracticeView | None = None, **more: object
    ) -> None:
        """Open nothing yet; `more` goes to the window."""
        self.touches = 0
        self.typed: list[str] = []
        """Every word that `type` was given."""
        self.now = 0.0
        """What tells a scanner from a hand: it stands while keys come, however slow the machine is."""
        self.service = FakeService()
        self.background = background
        self.timer = ManualTimer()
        self.step_timer = ManualTimer()
        self.idle = IdleWatch(app, timer_factory=lambda: self.timer)
        self.window = PatientWindow(
            service=self.service,
            support=self.service,
            practice=view or practice(),
            background=background,
            idle=self.idle,
            **{"clock": self.clock, "step_timer": lambda: self.step_timer} | more,  # type: ignore[arg-type]  # whatever a test wants to set
        )

    def clock(self) -> float:
        """Seconds, for the window."""
        return self.now

    def scan(self, text: str) -> None:
        """Hold something under the scanner; its keys arrive where the keyboard is."""
        self.now += 1
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        self.press(Qt.Key.Key_Return)

    def close(self) -> None:
        """Leave nothing behind, at once: the next test styles every widget there is."""
        self.idle.set_enabled(False)
        self.window.allow_close()
        self.window.close()
        for old in (self.window, self.idle):
            old.deleteLater()
            QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    @property
    def wizard(self) -> PatientWizard:
        """The wizard that stands."""
        wizard = self.window.wizard
        assert wizard is not None
        return wizard

    @property
    def page(self) -> str:
        """Object name of the wizard's page in sight."""
        return self.wizard.page_now().objectName()

    def find(self, name: str) -> QWidget:
        """The one visible widget of a name, else the one hidden."""
        found = [widget for widget in self.window.findChildren(QWidget) if widget.objectName() == name]
        visible = [widget for widget in found if widget.isVisible()]
        assert len(visible) <= 1, f"{len(visible)} visible widgets are named {name}"
        assert visible or found, f"nothing is named {name}"
        return (visible or found)[0]

    def seen(self, name: str) -> bool:
        """Whether a widget of that name is on the screen."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget) if w.objectName() == name)

    def said(self, name: str) -> str:
        """What a text, button or line says."""
        widget = self.find(name)
        return widget.text() if isinstance(widget, PlainLineEdit) else widget.accessibleName()

    def tap(self, *names: str) -> None:
        """Touch widgets one after the other."""
        for name in names:
            widget = self.find(name)
            assert widget.isVisible(), f"{name} is not on the screen"
            self.touches += 1
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def touch_in(self, text: str) -> None:
        """Type on the on-screen keyboard, a touch for each key."""
        for letter in text:
            self.tap(f"key_{letter}" if letter.isalnum() else f"key_u{ord(letter):x}")

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a line by typing."""
        line = self.find(name)
        assert isinstance(line, PlainLineEdit)
        line.setFocus()
        line.selectAll()
        self.now += 1
        if text:
            self.typed.append(text)
            QTest.keyClicks(line, text)
        else:
            QTest.keyClick(line, Qt.Key.Key_Delete)
        self.now += 1

    def press(self, key: Qt.Key, count: int = 1) -> None:
        """Press a key where the keyboard's focus is."""
        for _ in range(count):
            QTest.keyClick(QApplication.focusWidget() or self.window, key)

    def go_on(self) -> None:
        """Press the primary button and let the work happen."""
        self.tap("primary")
        if isinstance(self.background, ManualBackground):
            self.background.play()

    def line(self, name: str) -> PlainLineEdit:
        """The line of a name, in sight or not."""
        found = self.window.findChild(PlainLineEdit, name)
        assert found is not None, f"no line is named {name}"
        return found

    def lines_in_sight(self) -> list[PlainLineEdit]:
        """Every line that can be typed into now."""
        return [line for line in self.window.findChildren(PlainLineEdit) if line.isVisible() and line.isEnabled()]

    def visible_texts(self) -> list[str]:
        """Everything that eyes can read now."""
        widgets = [widget for widget in self.window.findChildren(QWidget) if widget.isVisible()]
        return [widget.text() for widget in widgets if isinstance(widget, QLabel | PlainLineEdit | QAbstractButton)]

    def fill(self, answers: dict[str, str]) -> None:
        """Type into lines, touch rows and boxes ("tap")."""
        for name, text in answers.items():
            if text == "tap":
                button = self.find(name)
                assert isinstance(button, QAbstractButton)
                button.click()
            else:
                self.type(name, text)

    def to_questions(self, **changed: str) -> None:
        """Fill in the first page of the sign-up and go on."""
        self.tap("create_account")
        self.fill(ABOUT | changed)
        self.go_on()

    def to_credentials(self) -> None:
        """Fill in both pages before the last one."""
        self.to_questions()
        self.fill({"gender_unknown": "tap", "phone": "614 555 0123"})
        self.go_on()

    def sign_up(self) -> None:
        """Do all of it."""
        self.to_credentials()
        self.fill(CREDENTIALS)
        self.go_on()


ABOUT = {
    "first_name": CANARY,
    "last_name": "Okafor",
    "birth_date_month": "3",
    "birth_date_day": "27",
    "birth_date_year": "1984",
    "zip_code": "43215",
    "email": "quetzal@riverside.example",
}
CREDENTIALS = {
    "password": "Sunny4day",
    "question": "tap",
    "question_first_pet": "tap",
    "answer": "Rex",
    "consent": "tap",
}
