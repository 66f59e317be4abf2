"""The calls of ``kiosk-sync/1`` as the device makes them: signed, checked, typed."""

from __future__ import annotations

import re
import threading
from typing import Final, TypeVar
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.errors import NotConnectedError, NotTrustedError, PortalDownError, PortalRefusedError
from kiosk.domain.ports import Clock, Entropy
from kiosk.protocol import signatures, wire, wire_lookups, wire_sync
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.enrolment import Ticket
from kiosk.protocol.keys import root_hash, verify_statement
from kiosk.sync.http import Answer, HttpClient

M = TypeVar("M", bound=wire.Message)

SYNC_TIMEOUT_S: Final = 30.0
LOOKUP_TIMEOUT_S: Final = 3.0
"""A lookup that takes longer means "not connected" (``docs/protocol.md``, "Calls")."""

_NONCE: Final = re.compile(r"[A-Za-z0-9._-]{1,128}")
_ABOUT_OPERATIONS: Final = frozenset({"malformed", "too_large"})
"""Refusals that set operations aside: only the portal itself may do that, so they have to be signed."""
_TRANSIENT: Final = frozenset({"busy", "unavailable", "replayed", "use_nonce"})


class Gateway:
    """One enrolled device's line to its portal. Call it from workers only."""

    def __init__(
        self,
        http: HttpClient,
        *,
        device_id: UUID,
        signing_key: Ed25519PrivateKey,
        portal_keys: dict[str, bytes],
        clock: Clock,
        entropy: Entropy,
    ) -> None:
        """Prepare the line; nothing is sent.

        Args:
            http: the connection.
            device_id: goes as key id with each request.
            signing_key: the device's.
            portal_keys: the portal's signing keys by key id.
            clock: for ``created``.
            entropy: for request ids.
        """
        self._http = http
        self._device_id = device_id
        self._signing_key = signing_key
        self.portal_keys = portal_keys
        self._clock = clock
        self._entropy = entropy
        self._nonce: str | None = None
        self._lock = threading.Lock()

    def probe(self) -> None:
        """Make sure that the portal answers, and not a hotel's login page, before any patient's data leaves.

        Raises:
            NotConnectedError: nobody answered, or somebody else did.
            PortalDownError: what stands before the portal says that it is down.
        """
        answer = self._http.request("HEAD", "/v1/sync", headers={}, timeout_s=LOOKUP_TIMEOUT_S)
        if answer.status != 204 or answer.headers.get("x-kiosk-sync") != "1":
            raise _unknown(answer)
        self._keep_nonce(answer)

    def sync(self, request: wire_sync.SyncRequest) -> wire_sync.SyncResponse:
        """One turn of the loop; errors as ``call``."""
        return self.call("POST", "/v1/sync", request, wire_sync.SyncResponse, timeout_s=SYNC_TIMEOUT_S)

    def user_id(self, request: wire_lookups.UserIdLookup) -> wire_lookups.UserIdAnswer:
        """Whether a user ID is free; errors as ``call``."""
        return self.call("POST", "/v1/lookups/user-id", request, wire_lookups.UserIdAnswer, timeout_s=LOOKUP_TIMEOUT_S)

    def invitation(self, request: wire_lookups.InvitationLookup) -> wire_lookups.InvitationAnswer:
        """Whether an invitation, date of birth and ZIP belong together; errors as ``call``."""
        return self.call(
            "POST", "/v1/lookups/invitation", request, wire_lookups.InvitationAnswer, timeout_s=LOOKUP_TIMEOUT_S
        )

    def match(self, request: wire_lookups.MatchLookup) -> wire_lookups.MatchAnswer:
        """Which page follows the required questions; errors as ``call``."""
        return self.call("POST", "/v1/lookups/match", request, wire_lookups.MatchAnswer, timeout_s=LOOKUP_TIMEOUT_S)

    def request(self, request: wire_lookups.RequestLookup) -> wire_lookups.RequestAnswer:
        """How far the desk is with a request; errors as ``call``."""
        return self.call("POST", "/v1/lookups/request", request, wire_lookups.RequestAnswer, timeout_s=LOOKUP_TIMEOUT_S)

    def call(self, method: str, path: str, request: wire.Message, answer_type: type[M], *, timeout_s: float) -> M:
        """Send a signed request; if the nonce was stale, once more with the new one.

        Raises:
            NotConnectedError: what happened at the portal is unknown.
            NotTrustedError: the answer is not signed by the portal.
            PortalRefusedError: the portal refused the request as a whole.
        """
        body = msgspec.json.encode(request)
        for _ in range(2):
            answer, request_id = self._send(method, path, body, timeout_s)
            if answer.status != 401 or _problem(answer) != "use_nonce":
                break
        if answer.status == 200:
            self._check(answer, request_id)
            try:
                return msgspec.json.decode(answer.body, type=answer_type)
            except msgspec.MsgspecError:
                raise NotTrustedError("the portal's answer has another form") from None
        code = _problem(answer)
        if code is None:
            raise _unknown(answer)
        if code in _ABOUT_OPERATIONS:
            self._check(answer, request_id)
        raise PortalRefusedError(code, retry_after=_seconds(answer.headers.get("retry-after")))

    def _send(self, method: str, path: str, body: bytes, timeout_s: float) -> tuple[Answer, str]:
        if self._nonce is None:
            self.probe()
        with self._lock:
            nonce = self._nonce
        request_id = str(self._entropy.uuid4())
        values = signatures.request_values(
            method=method,
            authority=self._http.authority,
            path=self._http.base_path + path,
            query="",
            body=body,
            request_id=request_id,
        )
        parameters = signatures.Parameters(int(self._clock.now().timestamp()), str(self._device_id), nonce)
        headers = signatures.sign(values, signatures.REQUEST_COMPONENTS, parameters, self._signing_key)
        answer = self._http.request(method, path, body=body, headers=headers, timeout_s=timeout_s)
        self._keep_nonce(answer)
        return answer, request_id

    def _keep_nonce(self, answer: Answer) -> None:
        fresh = answer.headers.get(signatures.NONCE, "")
        if _NONCE.fullmatch(fresh):
            with self._lock:
                self._nonce = fresh

    def _check(self, answer: Answer, request_id: str) -> None:
        values = signatures.response_values(status=answer.status, body=answer.body, request_id=request_id)
        try:
            key_id = signatures.read_parameters(answer.headers, signatures.RESPONSE_COMPONENTS).keyid
            key = self.portal_keys[key_id]
            signatures.verify(answer.headers, values, signatures.RESPONSE_COMPONENTS, key)
        except (KeyError, signatures.SignatureError):
            raise NotTrustedError("the answer is not signed by the portal") from None


def enrol(http: HttpClient, ticket: Ticket, signing_key: Ed25519PrivateKey) -> wire.EnrolResponse:
    """Enrol with a one-time code; the same code and key may ask again after a lost answer.

    Raises:
        NotConnectedError: no answer; try again.
        NotTrustedError: the portal's root is not the one of the ticket.
        PortalRefusedError: the code is wrong, used or too old.
    """
    public_key = signing_key.public_key().public_bytes_raw()
    signature = signing_key.sign(wire.enrol_bytes(ticket.code, public_key))
    request = wire.EnrolRequest(code=ticket.code, public_key=b64encode(public_key), signature=b64encode(signature))
    answer = http.request(
        "POST", "/v1/devices/enrol", body=msgspec.json.encode(request), headers={}, timeout_s=SYNC_TIMEOUT_S
    )
    if answer.status != 200:
        code = _problem(answer)
        if code is None:
            raise _unknown(answer)
        raise PortalRefusedError(code)
    try:
        response = msgspec.json.decode(answer.body, type=wire.EnrolResponse)
        root = b64decode(response.root_key)
        if root_hash(root) != ticket.root_hash:
            raise ValueError("another root")
        purposes = {statement.purpose for statement in response.keys if verify_statement(root, statement)}
        if purposes != {"sign", "seal"}:
            raise ValueError("keys are missing")
    except (msgspec.MsgspecError, ValueError):
        raise NotTrustedError("this is not the portal of the ticket") from None
    return response


def is_transient(error: PortalRefusedError) -> bool:
    """Whether the same bytes may be taken later: the portal is busy or down, or a nonce or id was used up."""
    return error.code in _TRANSIENT


def _unknown(answer: Answer) -> NotConnectedError:
    """The fault of an answer that is not the portal's: its gateway's, or somebody else's (a hotel's login page)."""
    kind = PortalDownError if answer.status >= 500 else NotConnectedError
    return kind(f"not the portal: HTTP status {answer.status}")


def _problem(answer: Answer) -> str | None:
    """The typed code of a refusal, or None if the body is not ours."""
    try:
        return msgspec.json.decode(answer.body, type=wire.Problem).error
    except msgspec.MsgspecError:
        return None


def _seconds(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else None
