"""How the portal refuses a request as a whole; operations are never refused this way, they get an outcome."""

from __future__ import annotations

from typing import Final

from kiosk.protocol.wire import ErrorCode

STATUS: Final[dict[ErrorCode, int]] = {
    "malformed": 400,
    "unauthenticated": 401,
    "use_nonce": 401,
    "device_revoked": 403,
    "enrolment_refused": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "replayed": 409,
    "too_large": 413,
    "unsupported_media_type": 415,
    "busy": 429,
    "unavailable": 500,
}
"""The one HTTP status of each code."""


class RequestRefusedError(Exception):
    """The request is refused; whatever its transaction did is rolled back.

    Attributes:
        code: the typed code of the wire.
        message: a sentence for whoever reads logs; never a patient's value.
    """

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(code)
        self.code: ErrorCode = code
        self.message = message
