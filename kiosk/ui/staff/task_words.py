"""What the desk reads about a task: who, why in one sentence, and its buttons' words (F4)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain import task_service
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.draft import DeskReason
from kiosk.domain.support import ChatTopic
from kiosk.ui.staff import words
from kiosk.ui.staff.task_choices import Stop, Word

__all__ = ["document_word", "stopped", "who", "why", "word"]


def who(task: DeskTask) -> str:
    """As lists sort people: "Okafor, Maria"; the invitation's number where no name is known, else what it is about."""
    name = ", ".join(part for part in (task.last, task.first) if part)
    if name or task.number:
        return name or task.number
    match task.kind:
        case task_service.NOT_PRINTED:
            said = words.fill(QCoreApplication.translate("TaskWords", "%1 invitations"), words.number(task.count))
        case task_service.RECORDS_STUCK:
            said = QCoreApplication.translate("TaskWords", "This computer")
        case "record_refused":
            said = QCoreApplication.translate("TaskWords", "A tablet")
        case "record_waits" | "trail_broken":
            said = QCoreApplication.translate("TaskWords", "One of your devices")
        case _:
            said = QCoreApplication.translate("TaskWords", "No name yet")
    return said


def why(task: DeskTask) -> str:
    """Why the desk is asked, one sentence for each reason."""
    if task.kind == "desk_request" and task.reasons:
        return " ".join(_reason(reason, task) for reason in task.reasons)
    return _kind(task)


def word(said: Word, count: int = 1) -> str:
    """What a button says of a task about so many."""
    match said:
        case Word.GO_ON:
            text = QCoreApplication.translate("TaskWords", "Photo ID checked – go on")
        case Word.LET_ON:
            text = QCoreApplication.translate("TaskWords", "Go on without the code")
        case Word.CORRECT:
            text = QCoreApplication.translate("TaskWords", "Photo ID checked – correct the invitation")
        case Word.NOT_NOW:
            text = QCoreApplication.translate("TaskWords", "Not now")
        case Word.SAME:
            text = QCoreApplication.translate("TaskWords", "Same person – send the reminder")
        case Word.OTHER:
            text = QCoreApplication.translate("TaskWords", "Another person – go on")
        case Word.DONE:
            text = QCoreApplication.translate("TaskWords", "Done – take it off the list")
        case Word.CALLED:
            text = QCoreApplication.translate("TaskWords", "Done – called back")
        case Word.DECLINE:
            text = QCoreApplication.translate("TaskWords", "Decline")
        case Word.LINK_AGAIN:
            text = QCoreApplication.translate("TaskWords", "Mail the link again")
        case Word.NEW_CODE:
            text = QCoreApplication.translate("TaskWords", "Mail a new code")
        case Word.CORRECT_SLIP:
            text = QCoreApplication.translate("TaskWords", "Photo ID checked – correct and print a slip")
        case Word.RETYPE:
            text = QCoreApplication.translate("TaskWords", "The details are wrong – new invitation")
        case Word.ENROLL:
            text = QCoreApplication.translate("TaskWords", "Make a new invitation")
        case Word.PRINT:
            text = QCoreApplication.translate("TaskWords", "Print a new slip")
        case Word.PRINT_ALL:
            all_of_them = QCoreApplication.translate("TaskWords", "Print new slips for all %1")
            text = words.fill(all_of_them, words.number(count))
        case Word.SHOW:
            text = QCoreApplication.translate("TaskWords", "Show the invitations")
        case Word.EMAIL:
            text = QCoreApplication.translate("TaskWords", "Change the email address")
        case Word.ACCOUNT:
            text = QCoreApplication.translate("TaskWords", "Open the account")
        case Word.STATUS:
            text = QCoreApplication.translate("TaskWords", "Open the sync status")
    return text


def stopped(why_not: Stop) -> str:
    """Why a button did nothing."""
    match why_not:
        case Stop.STORAGE:
            return QCoreApplication.translate(
                "TaskWords", "This device's storage does not work. Please call technical support."
            )
        case Stop.SLIP_WAITS:
            return QCoreApplication.translate(
                "TaskWords", "First finish the slip under “Enroll a patient”: its code stands nowhere else."
            )
        case Stop.SHEET_WAITS:
            return QCoreApplication.translate(
                "TaskWords", "First finish the slips under “Day sheet”: new ones would make their codes void."
            )
        case Stop.PRINTED:
            return QCoreApplication.translate("TaskWords", "Their slips were printed or mailed meanwhile.")
        case Stop.NO_SLIP:
            return QCoreApplication.translate(
                "TaskWords",
                "No new slip was made: the invitation was used or withdrawn, or this computer is not connected.",
            )


def document_word(document: IdDocument) -> str:
    """What staff call a photo ID."""
    match document:
        case IdDocument.DRIVERS_LICENSE:
            return QCoreApplication.translate("TaskWords", "Driver's license")
        case IdDocument.STATE_ID:
            return QCoreApplication.translate("TaskWords", "State ID")
        case IdDocument.PASSPORT:
            return QCoreApplication.translate("TaskWords", "Passport")
        case IdDocument.OTHER:
            return QCoreApplication.translate("TaskWords", "Other photo ID")


def _reason(reason: str, task: DeskTask) -> str:
    match reason:
        case DeskReason.NO_EMAIL.value:
            return QCoreApplication.translate("TaskWords", "Has no email address.")
        case DeskReason.NO_ZIP.value:
            return QCoreApplication.translate("TaskWords", "Has no US ZIP code.")
        case DeskReason.MINOR.value:
            return QCoreApplication.translate("TaskWords", "Is too young to sign up alone.")
        case DeskReason.CODE.value:
            return QCoreApplication.translate("TaskWords", "Was invited, but does not have the activation code.")
        case DeskReason.NOT_ME.value:
            return QCoreApplication.translate("TaskWords", "Says that the account we found is not theirs.")
        case DeskReason.DETAILS.value:
            return _differs(task)
        case _:
            return QCoreApplication.translate("TaskWords", "Asks for the front desk.")


def _differs(task: DeskTask) -> str:
    """Which field disagrees with the invitation; the desk alone is told (S13)."""
    match task.differs:
        case ("birth_date",):
            return QCoreApplication.translate("TaskWords", "The invitation has another date of birth.")
        case ("zip_code",):
            return QCoreApplication.translate("TaskWords", "The invitation has another ZIP code.")
        case ():
            return QCoreApplication.translate(
                "TaskWords", "Date of birth or ZIP code did not agree with the invitation."
            )
        case _:
            return QCoreApplication.translate("TaskWords", "The invitation has another date of birth and ZIP code.")


def _topic(reasons: tuple[str, ...]) -> str:
    """What the call back is about."""
    match next(iter(reasons), ""):
        case ChatTopic.USER_ID.value:
            return QCoreApplication.translate("TaskWords", "Asks to be called back about the user ID.")
        case ChatTopic.PASSWORD.value:
            return QCoreApplication.translate("TaskWords", "Asks to be called back about the password.")
        case ChatTopic.SECRET_QUESTION.value:
            return QCoreApplication.translate("TaskWords", "Asks to be called back about the secret question.")
        case ChatTopic.EMAIL.value:
            return QCoreApplication.translate("TaskWords", "Asks to be called back about the email address.")
        case ChatTopic.SIGN_UP.value:
            return QCoreApplication.translate("TaskWords", "Asks to be called back about the sign-up.")
        case _:
            return QCoreApplication.translate("TaskWords", "Asks to be called back.")


def _kind(task: DeskTask) -> str:
    match task.kind:
        case "user_id_taken" if task.email:
            return QCoreApplication.translate(
                "TaskWords", "The user ID was taken meanwhile. We mailed a link to choose another one."
            )
        case "user_id_taken":
            return QCoreApplication.translate(
                "TaskWords",
                "The user ID was taken meanwhile, and there is no email to send a link to: print a one-time slip at "
                "the account, and the patient chooses another one.",
            )
        case "exact_match":
            return QCoreApplication.translate("TaskWords", "This person has an account already.")
        case "close_match" if task.number:
            return QCoreApplication.translate("TaskWords", "Was invited, but signed up without the activation code.")
        case "close_match":
            return QCoreApplication.translate("TaskWords", "Somebody almost the same has an account already.")
        case "possible_match":
            return QCoreApplication.translate("TaskWords", "Somebody similar has an account already.")
        case "minor":
            return QCoreApplication.translate("TaskWords", "Is too young to sign up alone.")
        case "details_differ":
            return _differs(task)
        case "invitation_used_elsewhere" if task.account_id:
            return QCoreApplication.translate("TaskWords", "The invitation had been used already, for this account.")
        case "invitation_used_elsewhere":
            return QCoreApplication.translate("TaskWords", "The invitation had been used already.")
        case "invitation_expired":
            return QCoreApplication.translate("TaskWords", "The invitation had expired.")
        case "invitation_revoked":
            return QCoreApplication.translate("TaskWords", "The invitation had been withdrawn.")
        case "code_locked":
            return QCoreApplication.translate(
                "TaskWords",
                "The details were typed wrong too often: the code is void. Compare them with the photo ID.",
            )
        case "mail_failed" if task.number:
            return QCoreApplication.translate("TaskWords", "The mail with the invitation could not be delivered.")
        case "mail_failed":
            return QCoreApplication.translate(
                "TaskWords", "A mail could not be delivered. Ask the patient for another email address."
            )
        case "call_back":
            return _topic(task.reasons)
        case "record_refused":
            return QCoreApplication.translate(
                "TaskWords", "Something a patient entered there could not be delivered. Please call technical support."
            )
        case "record_waits":
            return QCoreApplication.translate(
                "TaskWords",
                "A record from there is safe, but the portal could not finish it yet. Please call technical support.",
            )
        case "trail_broken":
            return QCoreApplication.translate(
                "TaskWords",
                "Its record of what staff did was changed or cut short. Please call technical support.",
            )
        case task_service.NOT_PRINTED if task.count > 1:
            return QCoreApplication.translate("TaskWords", "Their slips were neither printed nor mailed.")
        case task_service.NOT_PRINTED:
            return QCoreApplication.translate("TaskWords", "The slip was neither printed nor mailed.")
        case task_service.RECORDS_STUCK if task.count == 1:
            return QCoreApplication.translate(
                "TaskWords", "One record could not be delivered. Please call technical support."
            )
        case task_service.RECORDS_STUCK:
            return words.fill(
                QCoreApplication.translate(
                    "TaskWords", "%1 records could not be delivered. Please call technical support."
                ),
                words.number(task.count),
            )
        case _:
            return QCoreApplication.translate("TaskWords", "Please have a look.")
