"""What a desk does for the holder of an account, over the gateway (F7); any failure means "not connected"."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import Assurance
from kiosk.domain.desk_help import AccountRow, FoundAccounts, Helped, HelpState, IdentitySeen
from kiosk.domain.desk_search import Question
from kiosk.domain.errors import KioskError
from kiosk.domain.values import Email
from kiosk.protocol import commands as c
from kiosk.protocol import reset_slip, wire_lookups
from kiosk.protocol.wire import Message
from kiosk.sync.gateway import LOOKUP_TIMEOUT_S, Gateway
from kiosk.sync.sealed import SealedLine

_NOT_CONNECTED: Final = Helped(HelpState.NOT_CONNECTED)


class PortalAccountHelp:
    """``kiosk.domain.desk_help.AccountHelp`` of one device."""

    def __init__(self, gateway: Gateway, line: SealedLine) -> None:
        """Look over the one, act over the other."""
        self._gateway = gateway
        self._line = line

    def search(self, question: Question) -> FoundAccounts | None:
        """Accounts of the practice, or None; an invitation's number finds nobody."""
        if question.number:
            return FoundAccounts(())
        born = question.birth_date.comparison if question.birth_date else ""
        answer = self._ask(wire_lookups.AccountSearch(name=question.name, birth_date=born))
        return None if answer is None else FoundAccounts(tuple(map(_row, answer.accounts)), answer.more)

    def whole(self, account_id: UUID) -> AccountRow | None:
        """One of them with its whole date of birth, or None."""
        answer = self._ask(wire_lookups.AccountSearch(account_id=account_id))
        return _row(answer.accounts[0]) if answer is not None and answer.accounts else None

    def mail_reset(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        """Mail the direct link."""
        request = c.DeskMailReset(account_id=account_id, id_document=seen.document.value, by=seen.by)
        return self._act("desk-mail-reset", request)

    def slip_reset(self, account_id: UUID, code: ActivationCode, seen: IdentitySeen) -> Helped:
        """Let a slip reset the password; its code does not travel."""
        request = c.DeskSlipReset(
            account_id=account_id,
            id_document=seen.document.value,
            by=seen.by,
            lookup_id=reset_slip.lookup_id(code),
        )
        return self._act("desk-slip-reset", request)

    def change_email(self, account_id: UUID, email: Email, seen: IdentitySeen) -> Helped:
        """Mail the link to the new address."""
        request = c.DeskChangeEmail(
            account_id=account_id, id_document=seen.document.value, by=seen.by, email=email.text
        )
        return self._act("desk-change-email", request)

    def unlock(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        """End the locks."""
        return self._act(
            "desk-unlock", c.DeskUnlock(account_id=account_id, id_document=seen.document.value, by=seen.by)
        )

    def _act(self, name: str, request: Message) -> Helped:
        helped = self._line.send(name, request, c.Helped)
        return _NOT_CONNECTED if helped is None else Helped(HelpState(helped.state), helped.until)

    def _ask(self, asked: wire_lookups.AccountSearch) -> wire_lookups.AccountsFound | None:
        try:
            return self._gateway.call(
                "POST", "/v1/lookups/accounts", asked, wire_lookups.AccountsFound, timeout_s=LOOKUP_TIMEOUT_S
            )
        except KioskError:
            return None


def _row(found: wire_lookups.FoundAccount) -> AccountRow:
    return AccountRow(
        account_id=found.account_id,
        first=found.first,
        last=found.last,
        birth_date=found.birth_date,
        masked_email=found.masked_email,
        email_verified=found.email_verified,
        has_user_id=found.has_user_id,
        locked_until=found.locked_until,
        locked_for_good=found.locked_for_good,
        assurance=Assurance(found.assurance),
        checked_at=found.checked_at,
    )
