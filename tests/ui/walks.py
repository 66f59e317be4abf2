"""The ways to the screens of log-in, recovery and support, for tests that look at every screen."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Final

from kiosk.domain.questions import SecretQuestion
from kiosk.domain.replies import ChatNews, LogInReply, RecoveryReply, Reply, ReplyState, SlipReply
from tests.ui.fakes import CODE, Kiosk, ManualBackground

_ASKED = RecoveryReply(ReplyState.DONE, flow=uuid.uuid4(), question=SecretQuestion.FIRST_PET)
_DONE = Reply(ReplyState.DONE)


def log_in(kiosk: Kiosk) -> None:
    """Be told that both are missing."""
    kiosk.tap("log_in")
    kiosk.go_on()


def join(kiosk: Kiosk) -> None:
    """Log in, and be told that the consent is missing."""
    kiosk.service.replies["log_in"] = LogInReply(ReplyState.DONE, flow=uuid.uuid4())
    kiosk.tap("log_in")
    kiosk.fill({"log_in_user_id": "maria27", "log_in_password": "Sunny4day"})
    kiosk.go_on()
    kiosk.go_on()


def joined(kiosk: Kiosk) -> None:
    """Join."""
    join(kiosk)
    kiosk.service.replies["join"] = _DONE
    kiosk.fill({"join_consent": "tap"})
    kiosk.go_on()


def recover_email(kiosk: Kiosk) -> None:
    """Be offered another spelling."""
    kiosk.tap("forgot_user_id")
    kiosk.fill({"recovery_email": "a@gmial.com"})


def recover_birth_date(kiosk: Kiosk) -> None:
    """Be told that the date is missing."""
    recover_email(kiosk)
    kiosk.go_on()
    kiosk.go_on()


def recover_answer(kiosk: Kiosk) -> None:
    """Be told that the answer is missing."""
    recover_birth_date(kiosk)
    kiosk.service.replies["recover_user_id"] = _ASKED
    parts = {"month": "3", "day": "27", "year": "1984"}
    kiosk.fill({f"recovery_birth_date_{part}": digits for part, digits in parts.items()})
    kiosk.go_on()
    kiosk.go_on()


def user_id_sent(kiosk: Kiosk) -> None:
    """Finish."""
    recover_answer(kiosk)
    kiosk.service.replies["answer_user_id"] = _DONE
    kiosk.fill({"recovery_answer": "Canela"})
    kiosk.go_on()


def recover_user_id(kiosk: Kiosk) -> None:
    """Be told that the user ID is missing."""
    kiosk.tap("forgot_password")
    kiosk.go_on()


def set_password(kiosk: Kiosk) -> None:
    """Be told that answer and password are missing."""
    recover_user_id(kiosk)
    kiosk.service.replies["recover_password"] = _ASKED
    kiosk.fill({"recovery_user_id": "maria27"})
    kiosk.go_on()
    kiosk.go_on()


def confirm_password(kiosk: Kiosk) -> None:
    """Be told that code and password are missing."""
    set_password(kiosk)
    kiosk.service.replies["answer_password"] = _DONE
    kiosk.fill({"security_answer": "Canela", "new_password": "Harbor99"})
    kiosk.go_on()
    kiosk.go_on()


def password_mailed(kiosk: Kiosk) -> None:
    """Leave the rest to the link."""
    confirm_password(kiosk)
    kiosk.tap("confirm_at_home")


def password_confirmed(kiosk: Kiosk) -> None:
    """Finish here."""
    confirm_password(kiosk)
    kiosk.service.replies["confirm_password"] = _DONE
    kiosk.fill({"confirm_code": "482913", "confirm_password": "Harbor99"})
    kiosk.go_on()


def reset_slip(kiosk: Kiosk) -> None:
    """Be told that code and date of birth are missing."""
    kiosk.tap("forgot_password", "have_slip")
    kiosk.go_on()


def slip_password(kiosk: Kiosk, user_id: str = "maria.okafor27") -> None:
    """Be told the user ID, and that the slip was used meanwhile."""
    reset_slip(kiosk)
    kiosk.service.replies["open_reset_slip"] = SlipReply(ReplyState.DONE, user_id=user_id)
    kiosk.service.replies["use_reset_slip"] = SlipReply(ReplyState.WRONG)
    parts = {"month": "3", "day": "27", "year": "1984"}
    kiosk.fill({"slip_code": CODE.symbols} | {f"slip_birth_date_{part}": digits for part, digits in parts.items()})
    kiosk.go_on()
    kiosk.fill({"slip_password": "Harbor99"})
    kiosk.go_on()


def slip_user_id(kiosk: Kiosk) -> None:
    """Be told that a user ID is missing."""
    slip_password(kiosk, "")


def password_changed(kiosk: Kiosk) -> None:
    """Finish."""
    slip_password(kiosk)
    kiosk.service.replies["use_reset_slip"] = SlipReply(ReplyState.DONE, user_id="maria.okafor27")
    kiosk.fill({"slip_password": "Harbor99"})
    kiosk.go_on()


def help_answer(kiosk: Kiosk) -> None:
    """Unfold the longest answer."""
    kiosk.tap("welcome_help")
    kiosk.fill({"help_question_3": "tap"})


def chat_start(kiosk: Kiosk) -> None:
    """Be told what is missing, after the notice."""
    kiosk.tap("welcome_help")
    kiosk.fill({"help_chat": "tap"})
    kiosk.go_on()


def chat_talk(kiosk: Kiosk) -> None:
    """Wait in a chat to which nobody comes."""
    kiosk.service.chat = uuid.uuid4()
    kiosk.service.news = [ChatNews("waiting", place=1)]
    chat_start(kiosk)
    kiosk.fill({"chat_name": "Linh", "chat_topic_other": "tap"})
    kiosk.go_on()
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()


def call_back(kiosk: Kiosk) -> None:
    """Be told what is missing."""
    kiosk.tap("welcome_help")
    kiosk.fill({"help_call_back": "tap"})
    kiosk.go_on()


WALKS: Final[tuple[Callable[[Kiosk], None], ...]] = (
    log_in, join, joined, recover_email, recover_birth_date, recover_answer, user_id_sent, recover_user_id,
    set_password, confirm_password, password_mailed, password_confirmed, reset_slip, slip_password, slip_user_id,
    password_changed,
    help_answer, chat_start, chat_talk, call_back,
)  # fmt: skip
