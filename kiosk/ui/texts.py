"""The words for what the domain says in enums: one sentence for each, looked up when it is shown.

Every sentence says what to do, in plain words (reading age about ten).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.age import AgeDecision
from kiosk.domain.outcomes import Outcome
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal
from kiosk.domain.values import Gender, Relationship
from kiosk.ui.setbacks import Setback, setback_sentence

__all__ = ["Setback", "age_sentence", "gender", "outcome_sentence", "question", "relationship", "sentence"]

translate = QCoreApplication.translate


def sentence(reason: Refusal | Setback, field: str = "", character: str = "") -> str:
    """What to tell the patient.

    Args:
        reason: why the answer was not taken.
        field: object name of the field, where two fields share a reason but not the words.
        character: the one character to blame (S5-S7), or "".
    """
    if isinstance(reason, Setback):
        return setback_sentence(reason)
    if character:
        named = _naming(reason)
        if named:
            return named.replace("%1", character)
    return _for_field(reason, field) or _refusal(reason)


def _naming(reason: Refusal) -> str:
    match reason:
        case Refusal.NAME_CHARACTERS:
            return translate("Sentences", "A name cannot have this sign: %1")
        case Refusal.USER_ID_CHARACTERS:
            return translate("Sentences", "A user ID cannot have this sign: %1. Use letters, numbers, dots, - and _")
        case Refusal.CODE_SYMBOL:
            return translate("Sentences", "A code never has this sign: %1. Please check your code")
        case Refusal.PASSWORD_SPECIAL_CHARACTER:
            return translate("Sentences", "Your password cannot have this sign: %1. Use only letters A-Z and numbers")
        case _:
            return ""


def _for_field(reason: Refusal, field: str) -> str:
    match reason, field:
        case Refusal.NAME_EMPTY, "last_name":
            return translate("Sentences", "Enter your last name, or tick “I have only one name”")
        case Refusal.EMAIL_EMPTY, "email":
            return translate("Sentences", "Enter your email address, or tick “I have no email”")
        case Refusal.ZIP_FORMAT, "zip_code" | "invited_zip":
            return translate("Sentences", "Enter a 5-digit ZIP code, or tick “I have no US ZIP”")
        case Refusal.NAME_EMPTY, "guardian_name" | "invited_guardian":
            return translate("Sentences", "Enter your own name, as the parent or guardian")
        case Refusal.CHOICE_MISSING, "gender":
            return translate("Sentences", "Choose a gender, or “Prefer not to say”")
        case Refusal.CHOICE_MISSING, "question":
            return translate("Sentences", "Choose a secret question")
        case Refusal.LOG_IN_EMPTY, "log_in_password" | "confirm_password":
            return translate("Sentences", "Enter your password")
        case _:
            return ""


def _refusal(reason: Refusal) -> str:
    match reason:
        case Refusal.NAME_EMPTY:
            return translate("Sentences", "Enter your first name")
        case Refusal.NAME_TOO_LONG:
            return translate("Sentences", "Use at most 60 letters for a name")
        case Refusal.NAME_CHARACTERS:
            return translate("Sentences", "Use only letters, spaces, hyphens and apostrophes in a name")
        case Refusal.DATE_INCOMPLETE:
            return translate("Sentences", "Enter the month, the day and the year with 4 digits")
        case Refusal.DATE_IMPOSSIBLE:
            return translate("Sentences", "There is no such day. Please check the month, the day and the year")
        case Refusal.DATE_TOO_EARLY:
            return translate("Sentences", "Enter a year from 1900 on")
        case Refusal.DATE_IN_FUTURE:
            return translate("Sentences", "This day has not come yet. Please check the year")
        case Refusal.ZIP_FORMAT:
            return translate("Sentences", "Enter a 5-digit ZIP code")
        case Refusal.EMAIL_EMPTY:
            return translate("Sentences", "Enter your email address. If you have no email, please ask the front desk.")
        case Refusal.EMAIL_FORMAT:
            return translate("Sentences", "Enter an email address like name@example.com")
        case Refusal.PHONE_FORMAT:
            return translate("Sentences", "Enter a phone number with its area code, like 555 010 1234")
        case _:
            return _account_refusal(reason)


def _account_refusal(reason: Refusal) -> str:
    match reason:
        case Refusal.USER_ID_LENGTH:
            return translate("Sentences", "Use 6 to 32 characters for your user ID")
        case Refusal.USER_ID_CHARACTERS:
            return translate("Sentences", "Use only letters A-Z, numbers, dots, - and _ in your user ID")
        case Refusal.USER_ID_RESERVED:
            return translate("Sentences", "Nobody can have this user ID. Please choose another one")
        case Refusal.CODE_LENGTH:
            return translate("Sentences", "A code has 15 letters and numbers. Please check your code")
        case Refusal.CODE_SYMBOL:
            return translate("Sentences", "A code has only letters and numbers. Please check your code")
        case Refusal.CODE_CHECK:
            return translate("Sentences", "One letter or number is not right. Please check your code")
        case Refusal.CODE_FOREIGN:
            return translate("Sentences", "This is not a code of our practice. Please ask the front desk")
        case Refusal.CODE_OF_RESET_SLIP:
            return translate(
                "Sentences",
                "This slip is for your user ID or a new password. Use it with “forgot your password?” on the first "
                "screen",
            )
        case Refusal.CODE_OF_INVITATION:
            return translate(
                "Sentences", "This code is for a new account. Use it with “I have an invitation” on the first screen"
            )
        case Refusal.PASSWORD_TOO_SHORT:
            return translate("Sentences", "Use at least 6 characters for your password")
        case Refusal.PASSWORD_TOO_LONG:
            return translate("Sentences", "Use at most 64 characters for your password")
        case Refusal.PASSWORD_NEEDS_NUMBER_OR_CAPITAL:
            return translate("Sentences", "Put at least one number OR an upper case letter into your password")
        case Refusal.PASSWORD_SPECIAL_CHARACTER:
            return translate("Sentences", "Use only letters A-Z and numbers in your password")
        case Refusal.CHOICE_MISSING:
            return translate("Sentences", "Choose one of the answers")
        case Refusal.ANSWER_EMPTY:
            return translate("Sentences", "Answer your secret question with at least one letter or number")
        case Refusal.ANSWER_TOO_LONG:
            return translate("Sentences", "Use at most 100 characters for your answer")
        case Refusal.CONSENT_MISSING:
            return translate("Sentences", "Tick the box to agree, or ask the front desk")
        case _:
            return _later_refusal(reason)


def _later_refusal(reason: Refusal) -> str:
    match reason:
        case Refusal.ADDRESS_FORMAT:
            return translate("Sentences", "Use at most 200 characters for your address")
        case Refusal.PHONE_CODE_FORMAT:
            return translate("Sentences", "Enter the 6 digits of the code")
        case Refusal.LOG_IN_EMPTY:
            return translate("Sentences", "Enter your user ID")
        case Refusal.PASSWORDS_DIFFER:
            return translate("Sentences", "This is not the password you chose before. Type the same password again")
        case Refusal.CHAT_NAME_EMPTY:
            return translate("Sentences", "Enter your first name, so that we know how to call you")
        case Refusal.CONTACT_FORMAT:
            return translate("Sentences", "Enter a phone number with its area code, or an email address")
        case _:
            raise AssertionError(f"no sentence for {reason}")


def question(asked: SecretQuestion) -> str:
    """A secret question in words."""
    match asked:
        case SecretQuestion.FIRST_SCHOOL:
            return translate("Questions", "What was the name of your first school?")
        case SecretQuestion.FIRST_PET:
            return translate("Questions", "What was the name of your first pet?")
        case SecretQuestion.CHILDHOOD_STREET:
            return translate("Questions", "On which street did you live as a child?")
        case SecretQuestion.CHILDHOOD_FRIEND:
            return translate("Questions", "Who was your best friend as a child?")
        case SecretQuestion.FAVORITE_TEACHER:
            return translate("Questions", "Who was your favorite teacher?")
        case SecretQuestion.FIRST_JOB:
            return translate("Questions", "What was your first job?")
        case SecretQuestion.PARENTS_MET:
            return translate("Questions", "In which town did your parents meet?")
        case SecretQuestion.CHILDHOOD_DISH:
            return translate("Questions", "What was your favorite food as a child?")
        case SecretQuestion.FIRST_TRIP:
            return translate("Questions", "Where did your first long trip go?")
        case SecretQuestion.GRANDMOTHER_FIRST_NAME:
            return translate("Questions", "What was the first name of a grandmother of yours?")


def gender(value: Gender) -> str:
    """A gender as the patient reads it."""
    match value:
        case Gender.FEMALE:
            return translate("Choices", "Female")
        case Gender.MALE:
            return translate("Choices", "Male")
        case Gender.OTHER:
            return translate("Choices", "Other")
        case Gender.UNDISCLOSED:
            return translate("Choices", "Prefer not to say")


def relationship(value: Relationship) -> str:
    """For whom the account is (S11)."""
    match value:
        case Relationship.SELF:
            return translate("Choices", "For me")
        case Relationship.CHILD:
            return translate("Choices", "This account is for my child")
        case Relationship.CARED_FOR:
            return translate("Choices", "for someone I care for")


def age_sentence(decision: AgeDecision) -> str:
    """Why the age policy stops a sign-up, and what to do; "" where it does not."""
    match decision:
        case AgeDecision.GO_ON:
            return ""
        case AgeDecision.GUARDIAN:
            return translate(
                "Outcomes",
                "A parent or guardian must create this account. If you are the parent or guardian, go back "
                "and choose “This account is for my child”.",
            )
        case AgeDecision.DESK:
            return translate(
                "Outcomes", "For patients of this age the front desk helps to create the account. Please ask them."
            )


def outcome_sentence(outcome: Outcome, network: str, *, has_email: bool | None) -> str:
    """What became of the account, in one or two sentences.

    Args:
        outcome: the portal's decision.
        network: name of the accounts' network.
        has_email: whether the account has an address; None where the invitation alone knows.
    """
    match outcome:
        case Outcome.ACCEPTED:
            return translate("Outcomes", "Your account is active now.")
        case Outcome.USER_ID_TAKEN if has_email:
            return translate(
                "Outcomes",
                "Somebody else has this user ID. Your answers are safe. You get an email with a link to choose another "
                "user ID; the front desk can help you, too.",
            )
        case Outcome.USER_ID_TAKEN if has_email is None:
            return translate(
                "Outcomes",
                "Somebody else has this user ID. Your answers are safe. If we have your email address, you get an "
                "email with a link to choose another user ID. If not, the front desk gives you a slip for that.",
            )
        case Outcome.USER_ID_TAKEN:
            return translate(
                "Outcomes",
                "Somebody else has this user ID. Your answers are safe. The front desk gives you a slip to choose "
                "another user ID.",
            )
        case Outcome.EXACT_MATCH:
            return translate(
                "Outcomes",
                'You already have a "%1" portal account. We sent an email with your user ID to the address of '
                "that account. You need no second one.",
            ).replace("%1", network)
        case Outcome.CLOSE_MATCH:
            return translate("Outcomes", "We may know you already. The desk looks it up with you.")
        case Outcome.MINOR:
            return age_sentence(AgeDecision.DESK)
        case Outcome.DETAILS_DIFFER:
            return translate(
                "Outcomes", "Some answers are not the same as on your invitation. The desk checks them with you."
            )
        case Outcome.INVITATION_USED_ELSEWHERE:
            return translate("Outcomes", "This invitation was used before. The desk looks it up with you.")
        case Outcome.INVITATION_EXPIRED:
            return translate("Outcomes", "This invitation is too old. The desk gives you a new one.")
        case Outcome.INVITATION_REVOKED:
            return translate("Outcomes", "This invitation does not work any more. The desk gives you a new one.")
        case Outcome.DEFERRED_DEPENDENCY | Outcome.DEFERRED_SCHEMA | Outcome.DEFERRED_FAULT:
            return translate("Outcomes", "Your answers are saved. Your account becomes active soon.")
        case Outcome.CLOCK_UNRELIABLE | Outcome.REJECTED_MALFORMED | Outcome.REJECTED_MISMATCH:
            return translate("Outcomes", "Your answers are saved, but the desk has to finish this with you.")
        case Outcome.REJECTED_FORK | Outcome.REJECTED_TOO_LARGE:
            return translate("Outcomes", "Your answers are saved, but the desk has to finish this with you.")
