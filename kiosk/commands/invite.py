"""``kiosk invite``: make one invitation and its slip from a script, as on the screen (F1)."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from kiosk.commands.opened import opened
from kiosk.commands.signed_in import signed_in
from kiosk.config import Config
from kiosk.device import Device
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import InvitationForm, MadeInvitation
from kiosk.domain.refusals import Refused
from kiosk.domain.values import BirthDate, Email, NamePart, Sensitive, ZipCode

T = TypeVar("T")

_OFFSCREEN: Final = ["kiosk", "-platform", "offscreen"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Typed(Sensitive):
    """The patient as the script says; ``last`` and ``email`` are "" where there is none."""

    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str

    def form(self, today: dt.date) -> InvitationForm:
        """Parse it.

        Raises:
            ValueError: names the option and why, never its value.
        """
        return InvitationForm(
            first=_parsed("--first", NamePart.parse(self.first)),
            last=_parsed("--last", NamePart.parse(self.last)) if self.last else None,
            birth_date=_parsed("--birth-date", BirthDate.parse_iso(self.birth_date, today=today)),
            zip_code=_parsed("--zip", ZipCode.parse(self.zip_code)),
            email=_parsed("--email", Email.parse(self.email)) if self.email else None,
        )


def invite(settings: Config, typed: Typed, pdf: Path, environment: Mapping[str, str] = os.environ) -> int:
    """Make the invitation, write its slip, read its code back, and only then call it printed.

    Raises:
        ValueError: an option is refused, or the file is there already.
        KioskError: the device cannot be opened, nobody signed in, or the slip could not be written.
    """
    if pdf.exists():
        raise ValueError("the PDF is there already; a slip is never overwritten")
    with opened(settings, environment) as device:
        form = typed.form(device.today())
        with signed_in(device, environment) as session:
            made = device.desk.invite(session, form)
            try:
                _write(device, made, pdf)
            except Exception:
                # Nobody will ever see its code.
                device.desk.invitations.revoke(session, device.desk.invitations.listed(made))
                raise
            device.desk.slip_printed(session, made.invitation_id)
    print(f"Invitation {made.number} is made; its slip: {pdf}")
    return 0


def _write(device: Device, made: MadeInvitation, pdf: Path) -> None:
    """Paint the slip.

    Raises:
        StorageError: it could not be written, or its code does not read back; then there is no file.
    """
    from PySide6.QtGui import QGuiApplication

    from kiosk.printing.pdf import write_pdf
    from kiosk.printing.readback import unread
    from kiosk.ui.staff.practice import StaffPractice
    from kiosk.ui.staff.slips import Slips

    painter = QGuiApplication.instance() or QGuiApplication(_OFFSCREEN)  # fonts live in it
    practice = device.local.practice
    view = StaffPractice(
        name=practice.name, portal_host=practice.portal_host, zone=device.local.zone(), now=device.clock.now
    )
    slips = [Slips(pdf.parent, view).slip(made)]
    write_pdf(pdf, slips)
    if unread(pdf, slips):
        pdf.unlink()
        raise StorageError("the slip's QR code does not read back")
    del painter


def _parsed(option: str, parsed: T | Refused) -> T:
    if isinstance(parsed, Refused):
        raise ValueError(f"{option}: {parsed.reason.value.replace('_', ' ')}")
    return parsed
