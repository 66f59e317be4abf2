"""Commands as a table: what only the portal can do (K1); ``calls`` makes a call of each.

To add one: its messages in ``kiosk.protocol.commands``, a function here that answers, and a row of the table. A
function answers in the transaction of the request, or returns ``Later`` where it needs bcrypt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from kiosk.portal import asked_code, desk_help, log_in, new_password, phone_codes, recovery, reset_slips
from kiosk.portal.context import Context, Later
from kiosk.portal.support import chats
from kiosk.protocol import commands as c
from kiosk.protocol.wire import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command.

    Attributes:
        name: the end of its path.
        takes: type of what is sealed.
        gives: type of the answer.
    """

    name: str
    summary: str
    takes: type[Message]
    gives: type[Message]
    answer: Callable[[Context, Any], Message | Later[Message]]


COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        name="resend-code",
        summary="Mail a further activation code to the contact on file; done either way",
        takes=c.ResendCode,
        gives=c.Done,
        answer=asked_code.resend,
    ),
    Command(
        name="check-code",
        summary="Whether it is the activation code that was asked for",
        takes=c.CheckCode,
        gives=c.Done,
        answer=asked_code.check,
    ),
    Command(
        name="phone-code",
        summary="Send six digits, if the number is on file; done either way",
        takes=c.SendPhoneCode,
        gives=c.Done,
        answer=phone_codes.send,
    ),
    Command(
        name="check-phone-code",
        summary="Whether these are the six digits; three tries",
        takes=c.CheckPhoneCode,
        gives=c.Done,
        answer=phone_codes.check,
    ),
    Command(
        name="log-in",
        summary="Compare user ID and password; locked after five wrong tries",
        takes=c.LogIn,
        gives=c.LoggedIn,
        answer=log_in.log_in,
    ),
    Command(
        name="join",
        summary="The account that logged in joins the practice, with consent",
        takes=c.Join,
        gives=c.Done,
        answer=log_in.join,
    ),
    Command(
        name="recover-user-id",
        summary="The secret question for an email and a date of birth; a stable decoy for people unknown",
        takes=c.RecoverUserId,
        gives=c.Asked,
        answer=recovery.recover_user_id,
    ),
    Command(
        name="answer-user-id",
        summary="Mail the user IDs if the answer is right; done either way",
        takes=c.AnswerUserId,
        gives=c.Done,
        answer=recovery.answer_user_id,
    ),
    Command(
        name="recover-password",
        summary="The secret question for a user ID; a stable decoy for one unknown",
        takes=c.RecoverPassword,
        gives=c.Asked,
        answer=recovery.recover_password,
    ),
    Command(
        name="answer-password",
        summary="Let the new password wait and mail link and code, if the answer is right; done either way",
        takes=c.AnswerPassword,
        gives=c.Done,
        answer=recovery.answer_password,
    ),
    Command(
        name="confirm-password",
        summary="The mail's code and the new password typed again",
        takes=c.ConfirmPassword,
        gives=c.Done,
        answer=new_password.confirm_password,
    ),
    Command(
        name="open-chat",
        summary="Wait for a support agent; a chat that the device had before is over",
        takes=c.OpenChat,
        gives=c.ChatOpened,
        answer=chats.open_chat,
    ),
    Command(
        name="say",
        summary="Say a line; the same line_id again is the same line",
        takes=c.Say,
        gives=c.Done,
        answer=chats.say,
    ),
    Command(
        name="listen",
        summary="What is new in a chat, who is there, and the place in the queue; proves that the patient is there",
        takes=c.Listen,
        gives=c.Heard,
        answer=chats.listen,
    ),
    Command(
        name="close-chat",
        summary="Leave a chat",
        takes=c.CloseChat,
        gives=c.Done,
        answer=chats.close_chat,
    ),
    Command(
        name="open-reset-slip",
        summary="Whose a desk's one-time slip is, with the date of birth; locked after five wrong tries",
        takes=c.OpenResetSlip,
        gives=c.SlipAnswer,
        answer=reset_slips.open_at_device,
    ),
    Command(
        name="use-reset-slip",
        summary="A new password, and a user ID where there is none, with a desk's one-time slip and the date of birth",
        takes=c.UseResetSlip,
        gives=c.SlipAnswer,
        answer=reset_slips.use_at_device,
    ),
    Command(
        name="desk-mail-reset",
        summary="A desk that checked a photo ID has the direct reset link mailed to the verified address",
        takes=c.DeskMailReset,
        gives=c.Helped,
        answer=desk_help.mail_reset,
    ),
    Command(
        name="desk-slip-reset",
        summary="A desk that checked a photo ID lets a code of its own reset the password once, within the hour",
        takes=c.DeskSlipReset,
        gives=c.Helped,
        answer=desk_help.slip_reset,
    ),
    Command(
        name="desk-change-email",
        summary="A desk that checked a photo ID has a link mailed that makes an address the account's",
        takes=c.DeskChangeEmail,
        gives=c.Helped,
        answer=desk_help.change_email,
    ),
    Command(
        name="desk-unlock",
        summary="A desk that checked a photo ID ends the locks that time would end, too",
        takes=c.DeskUnlock,
        gives=c.Helped,
        answer=desk_help.unlock,
    ),
)
