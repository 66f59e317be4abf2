"""``kiosk invite``: make one invitation and its slip from a script, as on the screen (F1)."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kiosk.commands.opened import opened
from kiosk.commands.paper import SlipPrinter, Target
from kiosk.commands.signed_in import signed_in
from kiosk.config import Config
from kiosk.domain.errors import UsageError
from kiosk.domain.invitation_form import InvitationForm
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Sensitive, ZipCode

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Typed(Sensitive):
    """The patient as the script says; "" where something is not known.

    Attributes:
        gender: a value of ``Gender``.
        language: a value of ``Language``; the slip's.
    """

    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    phone: str = ""
    gender: str = ""
    language: str = Language.ENGLISH.value

    def form(self, today: dt.date) -> InvitationForm:
        """Parse it.

        Raises:
            UsageError: names the option and why, never its value.
        """
        return InvitationForm(
            first=_parsed("--first", NamePart.parse(self.first)),
            last=_parsed("--last", NamePart.parse(self.last)) if self.last else None,
            birth_date=_parsed("--birth-date", BirthDate.parse_iso(self.birth_date, today=today)),
            zip_code=_parsed("--zip", ZipCode.parse(self.zip_code)),
            email=_parsed("--email", Email.parse(self.email)) if self.email else None,
            phone=_parsed("--phone", Phone.parse(self.phone)) if self.phone else None,
            gender=Gender(self.gender) if self.gender else None,
            language=Language(self.language),
        )


def invite(settings: Config, typed: Typed, target: Target, environment: Mapping[str, str] = os.environ) -> int:
    """Make the invitation, put its slip onto paper, read its code back, and only then call it printed.

    Raises:
        UsageError: an option is refused, or the target does not do.
        KioskError: the device cannot be opened, nobody signed in, or the slip did not come out.
    """
    with opened(settings, environment) as device:
        form = typed.form(device.today())
        printer = SlipPrinter(device, target)
        with signed_in(device, environment) as session:
            made = device.desk.invite(session, form)
            try:
                where = printer.put(session, [made])
            except BaseException:
                # Nobody will ever see its code, neither after Ctrl-C.
                device.desk.invitations.revoke(session, device.desk.invitations.listed(made))
                raise
    print(f"Invitation {made.number} is made; its slip: {where}")
    return 0


def _parsed(option: str, parsed: T | Refused) -> T:
    if isinstance(parsed, Refused):
        raise UsageError(f"{option}: {parsed.reason.value.replace('_', ' ')}")
    return parsed
