"""The calls of the API as a table: the routes and ``/openapi.json`` are both made from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qs
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.portal import account_search, desk_people, desk_search, devices, lookups, match_lookup, rosters, sync
from kiosk.portal.commands import COMMANDS, Command
from kiosk.portal.context import Context, Later
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.rosters import SealedRow, Unsealed
from kiosk.protocol import wire, wire_lookups, wire_sync
from kiosk.protocol.command_seal import open_command, path_of
from kiosk.protocol.commands import Sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call.

    Attributes:
        takes: type of the JSON body; None for a call without one.
        gives: type of the JSON answer.
        seals: type of what is sealed in the body, for a command.
        signed: whether a device has to sign the request.
        parameters: query parameters and what they mean.
    """

    method: str
    path: str
    summary: str
    takes: type[wire.Message] | None
    gives: type[wire.Message]
    signed: bool
    answer: Callable[[Context, Any], wire.Message | Later[wire.Message]]
    parameters: Mapping[str, str]
    seals: type[wire.Message] | None = None


MAX_IDS: Final = 100


def _enrol(context: Context, message: wire.EnrolRequest) -> wire.Message:
    return devices.enrol(context.connection, message, keys=context.keys, now=context.now)


def _sync(context: Context, message: wire_sync.SyncRequest) -> wire.Message | Later[wire.Message]:
    unsealed: list[Unsealed] = []
    answer = sync.sync(
        context.connection, context.caller, message, keys=context.keys, now=context.now, unsealed=unsealed
    )

    def finish(connection: sa.Connection, sealed: Sequence[SealedRow]) -> wire.Message:
        rosters.store(connection, sealed)
        return answer

    return Later(lambda: rosters.seal(unsealed), finish, is_password=False) if unsealed else answer


def _ops(context: Context, message: None) -> wire.Message:
    fields = parse_qs(context.query, keep_blank_values=True)
    listed = ",".join(fields.get("ids", [])).split(",")
    try:
        op_ids = [UUID(text) for text in listed]
    except ValueError:
        raise RequestRefusedError("malformed", "ids are UUIDs, divided by commas") from None
    if set(fields) != {"ids"} or len(fields["ids"]) != 1 or len(op_ids) > MAX_IDS:
        raise RequestRefusedError("malformed", f"ids, once, at most {MAX_IDS}")
    return sync.receipts_of(context.connection, context.caller, op_ids)


def _user_id(context: Context, message: wire_lookups.UserIdLookup) -> wire.Message:
    return lookups.user_id(context.connection, message)


def _invitation(context: Context, message: wire_lookups.InvitationLookup) -> wire.Message:
    return lookups.invitation(context.connection, context.caller, message, context.now)


def _match(context: Context, message: wire_lookups.MatchLookup) -> wire.Message:
    return match_lookup.match(context.connection, context.keys, context.caller, message, context.now)


def _invitations(context: Context, message: wire_lookups.InvitationSearch) -> wire.Message:
    return desk_search.search(context.connection, context.caller, message, context.now)


def _accounts(context: Context, message: wire_lookups.AccountSearch) -> wire.Message:
    return account_search.search(context.connection, context.keys, context.caller, message, context.now)


def _people(context: Context, message: wire_lookups.PeopleLookup) -> wire.Message:
    return desk_people.known(context.connection, context.caller, message, context.now)


def _devices(context: Context, message: wire_lookups.DevicesLookup) -> wire.Message:
    return devices.seen(context.connection, context.caller)


def _request(context: Context, message: wire_lookups.RequestLookup) -> wire.Message:
    return lookups.request(context.connection, context.caller, message)


def _post(
    path: str,
    summary: str,
    takes: type[wire.Message],
    gives: type[wire.Message],
    answer: Callable[[Context, Any], wire.Message | Later[wire.Message]],
    *,
    signed: bool = True,
) -> Call:
    return Call(
        method="POST",
        path=path,
        summary=summary,
        takes=takes,
        gives=gives,
        signed=signed,
        answer=answer,
        parameters={},
    )


def _command(command: Command) -> Call:
    def answer(context: Context, message: Sealed) -> wire.Message | Later[wire.Message]:
        try:
            opened = open_command(
                message,
                command.takes,
                command.name,
                device_id=context.caller.device_id,
                keys=context.keys.sealing,
            )
        except ValueError:
            raise RequestRefusedError("malformed", "the sealed body is not this command's") from None
        return command.answer(context, opened)

    return Call(
        method="POST",
        path=path_of(command.name),
        summary=command.summary,
        takes=Sealed,
        gives=command.gives,
        seals=command.takes,
        signed=True,
        answer=answer,
        parameters={},
    )


CALLS: Final = (
    _post(
        "/v1/devices/enrol",
        "Enrol a device with its ticket's one-time code; the same code and key get the same answer again",
        wire.EnrolRequest,
        wire.EnrolResponse,
        _enrol,
        signed=False,
    ),
    _post("/v1/sync", "Operations up; receipts and changes down", wire_sync.SyncRequest, wire_sync.SyncResponse, _sync),
    Call(
        method="GET",
        path="/v1/ops",
        summary="Receipts of decided operations, for ever the same",
        takes=None,
        gives=wire_sync.ReceiptsResponse,
        signed=True,
        answer=_ops,
        parameters={"ids": f"operation ids (UUID), divided by commas, at most {MAX_IDS}"},
    ),
    _post(
        "/v1/lookups/user-id",
        "Whether a user ID is free",
        wire_lookups.UserIdLookup,
        wire_lookups.UserIdAnswer,
        _user_id,
    ),
    _post(
        "/v1/lookups/invitation",
        "Whether code, date of birth and ZIP agree; neutral, locked after five wrong tries",
        wire_lookups.InvitationLookup,
        wire_lookups.InvitationAnswer,
        _invitation,
    ),
    _post(
        "/v1/lookups/invitations",
        "A desk looks for invitations of its practice; at most 50, without code, ZIP or contact",
        wire_lookups.InvitationSearch,
        wire_lookups.InvitationsFound,
        _invitations,
    ),
    _post(
        "/v1/lookups/accounts",
        "A desk looks for accounts of its practice; at most 50, without user ID or contact in clear",
        wire_lookups.AccountSearch,
        wire_lookups.AccountsFound,
        _accounts,
    ),
    _post(
        "/v1/lookups/people",
        f"Whom of at most {wire_lookups.MAX_PEOPLE} people a desk's practice knows already, and how",
        wire_lookups.PeopleLookup,
        wire_lookups.PeopleKnown,
        _people,
    ),
    _post(
        "/v1/lookups/devices",
        "When each of a desk's practice's devices was seen, and how many records waited there then",
        wire_lookups.DevicesLookup,
        wire_lookups.DevicesFound,
        _devices,
    ),
    _post(
        "/v1/lookups/match",
        "Whether the person has an account or an invitation; queues the mail of a certain match",
        wire_lookups.MatchLookup,
        wire_lookups.MatchAnswer,
        _match,
    ),
    _post(
        "/v1/lookups/request",
        "How far the front desk is with a request of this device",
        wire_lookups.RequestLookup,
        wire_lookups.RequestAnswer,
        _request,
    ),
    *map(_command, COMMANDS),
)


def read_message(call: Call, body: bytes) -> wire.Message | None:
    """Decode the body of a call, strictly.

    Raises:
        RequestRefusedError: ``malformed``.
    """
    if call.takes is None:
        if body:
            raise RequestRefusedError("malformed", "this call has no body")
        return None
    try:
        return msgspec.json.decode(body, type=call.takes)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        raise RequestRefusedError("malformed", "the body is not the JSON of this call") from None
