"""Recovery without HTTP, page by page: what is forgotten, the answer, the new password and its two confirmations."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import bcrypt

from kiosk.domain.credentials import SecurityAnswer
from kiosk.portal import context, new_password
from kiosk.portal.new_password import Confirmation
from kiosk.protocol import commands as c
from tests.contract.asking import ANSWER, BIRTH_DATE, EMAIL, USER_ID, ask
from tests.portal.device import TestDevice
from tests.portal.house import House

NEW = "Winter2020"
NEW_HASH = bcrypt.hashpw(NEW.encode(), bcrypt.gensalt(10)).decode()
MINUTE = dt.timedelta(minutes=1)


def ask_user_id(house: House, tablet: TestDevice, email: str = EMAIL, birth_date: str = BIRTH_DATE) -> c.Asked:
    """Forgot the user ID."""
    return ask(
        house, tablet, "recover-user-id", c.RecoverUserId(email=email, birth_date=birth_date, language="en"), c.Asked
    )


def answer_user_id(house: House, tablet: TestDevice, flow: UUID | None, answer: SecurityAnswer = ANSWER) -> c.Done:
    """Answer the question."""
    assert flow is not None
    return ask(house, tablet, "answer-user-id", c.AnswerUserId(flow=flow, answer=answer.folded), c.Done)


def ask_password(house: House, tablet: TestDevice, user_id: str = USER_ID) -> c.Asked:
    """Forgot the password."""
    return ask(house, tablet, "recover-password", c.RecoverPassword(user_id=user_id, language="en"), c.Asked)


def answer_password(
    house: House, tablet: TestDevice, flow: UUID | None, answer: SecurityAnswer = ANSWER, password_hash: str = NEW_HASH
) -> c.Done:
    """Answer the question and choose a new password."""
    assert flow is not None
    asked = c.AnswerPassword(flow=flow, answer=answer.folded, password_hash=password_hash)
    return ask(house, tablet, "answer-password", asked, c.Done)


def confirming(flow: UUID | None, code: str, password: str = NEW) -> c.ConfirmPassword:
    """The mail's code and the new password again."""
    assert flow is not None
    return c.ConfirmPassword(flow=flow, code=code, password=password)


def confirm(house: House, tablet: TestDevice, flow: UUID | None, code: str, password: str = NEW) -> c.Done:
    """Confirm at the tablet."""
    return ask(house, tablet, "confirm-password", confirming(flow, code, password), c.Done)


def changing(house: House, tablet: TestDevice) -> tuple[UUID | None, str, str]:
    """A new password that waits: its flow, the mail's code and the token of its link."""
    flow = ask_password(house, tablet).flow
    assert answer_password(house, tablet, flow) == c.Done(state="done")
    mail = house.mailed("confirm_password")[-1]
    return flow, mail["code"], mail["link"].rpartition("/")[2]


def by_link(house: House, token: str, typed: str = NEW) -> Confirmation:
    """Confirm on the web page."""
    return context.answer(
        house.database, lambda conn: new_password.confirm_by_link(conn, house.keys, token, typed, house.now)
    )
