"""The second page of ``/a``: user ID, password, secret question, consent, and what the invitation lacks (S14)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.domain import credentials
from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import Activation, Consent, Credentials
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.service import CONSENT_TEXT_ID, CONSENT_VERSION
from kiosk.domain.values import Gender, NamePart, Phone, Sensitive, UserId
from kiosk.portal import activations, bcrypts, changes, codes, lookups
from kiosk.portal.context import Later
from kiosk.portal.web import passwords, profile
from kiosk.portal.web.form import Form
from kiosk.portal.web.page import BAD, Shown, expired, told
from kiosk.portal.web.state import State, practice_of, sealed, turn
from kiosk.portal.web.visit import Visit
from kiosk.portal.web.wording import Words
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import UserIdLookup


def page(visit: Visit, state: State, practice: sa.Row[Any], row: sa.Row[Any], form: Form | None = None) -> Shown:
    """Ask for what is missing, and nothing that is known.

    Args:
        row: the invitation.
        form: what was typed, with its problems; None to begin.
    """
    words = visit.words(row.language, practice)
    return Shown(
        template="account",
        words=words,
        practice=practice,
        status=BAD if form and form.problems else 200,
        form=form or Form({}, words),
        values={
            "state": sealed(visit, state),
            "missing": [name for name in ("gender", "phone") if getattr(row, name) is None],
            "for_other": state.for_other,
            "genders": words.group("genders"),
            "questions": words.group("questions"),
        },
        switch="form",
    )


def submit(visit: Visit, state: State) -> Shown | Later[Shown]:
    """Create the account, as the tablet's activation would."""
    practice = practice_of(visit, state)
    row = codes.find(visit.connection, practice.practice_id, _sought(state), visit.now)
    if row is None:
        return expired(visit)
    form = visit.form(visit.words(row.language, practice))
    if "lang" in visit.asked.fields:
        return page(visit, state, practice, row, form)
    answers = _read(visit, state, row, form)
    if answers is None:
        return page(visit, state, practice, row, form)
    given = answers

    def finish(connection: sa.Connection, hashes: tuple[str, str]) -> Shown:
        its = visit.within(connection)
        if not codes.still_opens(connection, practice.practice_id, _sought(state), visit.now):
            return expired(its)  # pressed twice, or used elsewhere meanwhile
        decision = turn(its, practice, state)
        outcome = activations.decide(decision, _body(its, state, given, hashes, form.words.language))
        changes.append(connection, practice.practice_id, decision.changed)
        return _ended(its, state, practice, row, form.words, outcome)

    return Later(given.hashes, finish)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Answers(Sensitive):
    """A page without a mistake; ``gender`` and ``phone`` are None where the invitation tells them.

    Attributes:
        guardian: who fills the page in for a child or a cared-for person; else None.
    """

    guardian: NamePart | None
    gender: Gender | None
    phone: Phone | None
    user_id: UserId
    password: Password
    question: SecretQuestion
    answer: SecurityAnswer

    def hashes(self) -> tuple[str, str]:
        """Bcrypt of password and answer, for a worker; the password itself is kept nowhere."""
        salt = secrets.token_bytes(credentials.SALT_BYTES)
        return bcrypts.new_hash(self.password.text), credentials.hash_answer(self.question, self.answer, salt)


def _read(visit: Visit, state: State, row: sa.Row[Any], form: Form) -> _Answers | None:
    """Parse every field, so that all problems are told at once."""
    guardian = gender = phone = None
    if state.for_other:
        guardian = form.take("guardian", NamePart.parse(form.typed("guardian")))
    if row.gender is None:
        gender = form.choose("gender", Gender, Gender.FEMALE.value)
    if row.phone is None:
        phone = form.take("phone", Phone.parse(form.typed("phone")))
    user_id = form.take("user_id", UserId.parse(form.typed("user_id")))
    if user_id is not None and not lookups.user_id(visit.connection, UserIdLookup(user_id=user_id.text)).free:
        form.say("user_id", form.words("sentences.user_id_taken"))
    password = passwords.typed_twice(form)
    question = form.choose("question", SecretQuestion, "")
    answer = form.take("answer", SecurityAnswer.parse(form.typed("answer")))
    if not form.typed("consent"):
        form.take("consent", Refused(Refusal.CONSENT_MISSING))
    if form.problems or user_id is None or password is None or question is None or answer is None:
        return None
    return _Answers(
        guardian=guardian,
        gender=gender,
        phone=phone,
        user_id=user_id,
        password=password,
        question=question,
        answer=answer,
    )


def _body(visit: Visit, state: State, given: _Answers, hashes: tuple[str, str], language: str) -> Activation:
    """What the tablet would have recorded."""
    made = Credentials(
        user_id=given.user_id.text,
        password_hash=hashes[0],
        question=given.question.value,
        answer_hash=hashes[1],
    )
    return Activation(
        code=state.code,
        birth_date=state.birth_date,
        zip_code=state.zip_code,
        gender=given.gender.value if given.gender else None,
        phone=given.phone.e164 if given.phone else None,
        language=language,
        relationship=state.relationship,
        guardian=given.guardian.text if given.guardian else "",
        credentials=made,
        consent=Consent(text_id=CONSENT_TEXT_ID, version=CONSENT_VERSION, language=language, at=visit.now),
    )


def _sought(state: State) -> str:
    return lookup_id(ActivationCode(state.code), state.practice_id)


def _ended(
    visit: Visit, state: State, practice: sa.Row[Any], row: sa.Row[Any], words: Words, outcome: Outcome
) -> Shown:
    """The true ending: active now, finished by a mail, or by the front desk (S8)."""
    if outcome is Outcome.ACCEPTED:
        return profile.page(visit, state, practice, words, mailed=row.email is not None)
    group = dict(words.group("outcomes"))
    kind = outcome.value.partition(".")[2]
    sentence = group.get(kind, group["otherwise"])
    if outcome is Outcome.EXACT_MATCH:
        return told(words, practice, words("ending.known"), sentence)
    if outcome is Outcome.USER_ID_TAKEN and row.email:
        return told(words, practice, words("user_id.title"), sentence)
    if outcome is Outcome.USER_ID_TAKEN:
        sentence = group["user_id_taken_desk"]
    return told(words, practice, words("ending.desk"), sentence, words("ending.desk_lead"))
