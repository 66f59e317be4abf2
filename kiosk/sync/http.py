"""HTTP to the portal: verified TLS 1.2 and up, no redirects, no proxy from the environment (``SECURITY.md``)."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from kiosk.domain.errors import NotConnectedError, NotTrustedError, PortalDownError
from kiosk.domain.values import Sensitive
from kiosk.protocol.enrolment import portal_url

if TYPE_CHECKING:
    import urllib3

MAX_ANSWER_BYTES: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Sensitive):
    """A response, read whole, to a desk with the names of its day; header names are lower-case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class HttpClient:
    """One portal, one pool of kept connections. Call it from workers only."""

    def __init__(self, url: str, *, ca_file: Path | None = None) -> None:
        """Connect to nothing yet.

        Args:
            url: the portal's base URL.
            ca_file: the one certificate authority to believe, or None for the system's.

        Raises:
            ValueError: neither https nor loopback.
        """
        self._url = portal_url(url)
        parts = urlsplit(self._url)
        standard_port = ":443" if parts.scheme == "https" else ":80"
        self.authority = parts.netloc.lower().removesuffix(standard_port)  # as it is sent and signed (RFC 9421, 2.2.3)
        self.base_path = parts.path
        self.host = parts.hostname or ""
        self._ca_file = ca_file
        self._pool: urllib3.PoolManager | None = None
        self._lock = threading.Lock()

    def request(
        self,
        method: str,
        path: str,
        *,
        query: str = "",
        body: bytes = b"",
        headers: Mapping[str, str],
        timeout_s: float,
    ) -> Answer:
        """Send a request and read the answer.

        Args:
            method: HTTP method.
            path: below the portal's base URL, beginning with a slash.
            query: without its question mark.
            body: sent as JSON if not empty.
            headers: to add.
            timeout_s: for the first byte of the answer, and again for the whole of it.

        Raises:
            NotConnectedError: no whole answer.
            PortalDownError: nobody listens at the portal's port.
            NotTrustedError: the certificate does not hold, or the pinned authority's file cannot be read.
        """
        import ssl  # here: the first screen needs no network (``make bench``)

        import urllib3

        with self._lock:
            pool = self._pool = self._pool or self._make_pool()
        sent = {"Accept": "application/json", **headers}
        if body:
            sent["Content-Type"] = "application/json"
        url = f"{self._url}{path}" + (f"?{query}" if query else "")
        try:
            response = pool.request(
                method,
                url,
                body=body or None,
                headers=sent,
                timeout=urllib3.Timeout(connect=min(3.0, timeout_s), read=timeout_s),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                read = _read(response, time.monotonic() + timeout_s)
            except BaseException:
                response.close()
                raise
            finally:
                response.release_conn()
        except urllib3.exceptions.SSLError as error:
            # A handshake that breaks off is the network's fault and must not pause the loop.
            if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in (*error.args, error.__cause__)):
                raise NotTrustedError("the certificate does not hold") from None
            raise NotConnectedError(type(error).__name__) from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            refused = isinstance(error.__cause__, ConnectionRefusedError)
            raise (PortalDownError if refused else NotConnectedError)(type(error).__name__) from None
        return Answer(response.status, {name.lower(): value for name, value in response.headers.items()}, read)

    def close(self) -> None:
        """Close kept connections."""
        if self._pool is not None:
            self._pool.clear()

    def _make_pool(self) -> urllib3.PoolManager:
        import ssl

        import urllib3

        context = None
        # On loopback without need: the system's authorities take 50 ms to read. A file that was named has to be there.
        if self._ca_file is not None or not self._url.startswith("http:"):
            try:
                context = ssl.create_default_context(cafile=str(self._ca_file) if self._ca_file else None)
            except OSError:
                raise NotTrustedError("the certificate authority's file cannot be read") from None
            context.minimum_version = ssl.TLSVersion.TLSv1_2
        return urllib3.PoolManager(num_pools=1, maxsize=4, ssl_context=context)


def _read(response: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
    """Read the body, at most ``MAX_ANSWER_BYTES`` and not for ever: a portal that drips must not hold the loop.

    Raises:
        NotConnectedError: too large or too slow.
    """
    parts: list[bytes] = []
    size = 0
    while part := response.read1(65536, decode_content=False):
        parts.append(part)
        size += len(part)
        if size > MAX_ANSWER_BYTES or time.monotonic() > deadline:
            raise NotConnectedError("the answer is too large or too slow")
    return b"".join(parts)
