"""The desk's slip over the real line (F7): both adapters against a served portal, signed and sealed."""

from __future__ import annotations

import uuid

import bcrypt
import pytest

from kiosk.device import SystemClock, SystemEntropy
from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import Assurance
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import HelpState, IdentitySeen
from kiosk.domain.desk_search import read_question
from kiosk.domain.replies import ReplyState, SlipReply
from kiosk.domain.values import BirthDate
from kiosk.portal import tables as t
from kiosk.protocol.wire import Role
from kiosk.sync.commands import PortalCommands
from kiosk.sync.desk_help import PortalAccountHelp
from kiosk.sync.gateway import Gateway
from kiosk.sync.http import HttpClient
from kiosk.sync.sealed import SealedLine
from tests.portal.conftest import Served
from tests.portal.device import TestDevice, sign_up

BORN = "1961-11-05"
CODE = ActivationCode.from_entropy(b"the slip!")


def lines(served: Served, role: Role) -> tuple[Gateway, SealedLine]:
    """What a device of this role speaks over."""
    device: TestDevice = served.device(role)
    keys = served.keys
    gateway = Gateway(
        HttpClient(f"http://{served.address}"),
        device_id=device.device_id,
        signing_key=device.key,
        portal_keys={keys.signing_id: keys.signing.public_key().public_bytes_raw()},
        clock=SystemClock(),
        entropy=SystemEntropy(),
    )
    sealing = device.sealing_id, device.sealing_key
    return gateway, SealedLine(gateway, device_id=device.device_id, sealing_key=lambda: sealing)


@pytest.mark.rule("F7")
def test_from_the_desk_to_the_tablet(served: Served) -> None:
    """Found by name, opened, a photo ID seen, a slip made; at the tablet it sets the password once."""
    body = sign_up("ines.marquardt1", first="Inés", last="Marquardt", birth_date=BORN, email="ines@mail.example")
    served.house.sync(device := served.device(), device.operation(body))
    desk = PortalAccountHelp(*lines(served, "desk"))
    born = BirthDate.parse_iso(BORN, today=served.house.now.date())
    question = read_question("marquardt in", served.house.now.date())
    assert question is not None
    assert isinstance(born, BirthDate)
    found = desk.search(question)
    assert found is not None
    (row,) = found.rows
    assert (row.first, row.birth_date, row.masked_email, row.assurance) == (
        "Inés",
        "1961",
        "i•••@mail.example",
        Assurance.SELF_ASSERTED,
    )
    seen = IdentitySeen(IdDocument.DRIVERS_LICENSE, served.house.staff_id)
    assert desk.mail_reset(row.account_id, seen).state is HelpState.NO_ADDRESS
    helped = desk.slip_reset(row.account_id, CODE, seen)
    assert helped.state is HelpState.DONE
    assert helped.until is not None
    whole = desk.whole(row.account_id)
    assert whole is not None
    assert (whole.birth_date, whole.assurance) == (BORN, Assurance.PHOTO_ID)

    tablet, its = lines(served, "tablet")
    commands = PortalCommands(its, served.practice_id)
    chosen = bcrypt.hashpw(b"Winter7lake", bcrypt.gensalt(10)).decode()
    opened = commands.open_reset_slip(CODE, born)
    assert (opened.state, opened.user_id) == (ReplyState.DONE, "ines.marquardt1")
    assert commands.use_reset_slip(uuid.uuid4(), CODE, born, chosen, None) == opened
    assert commands.use_reset_slip(uuid.uuid4(), CODE, born, chosen, None) == SlipReply(ReplyState.WRONG)
    stored = {account.account_id: account.password_hash for account in served.house.rows(t.accounts)}
    assert stored[row.account_id] == chosen
    assert PortalAccountHelp(tablet, its).search(question) is None
