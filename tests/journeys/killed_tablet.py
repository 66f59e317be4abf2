"""A tablet that is killed (SIGKILL, by itself) at a named step of "Create Account"; run as a process of its own.

Arguments: the device's folder and the step. The patient comes as JSON on standard input. The product has no hook for
this: its collaborators are wrapped here. Ends with 3 if the step was never reached.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NoReturn

from kiosk.demo.people import Person
from kiosk.device import Device
from kiosk.domain import credentials
from kiosk.sync.http import Answer
from tests.journeys.drafts import draft
from tests.journeys.house import opened


class Database:
    """The device's connection; asks before and after each COMMIT of a transaction that wrote to ``operations``."""

    def __init__(self, real: Any, before: Callable[[str], object], after: Callable[[str], object]) -> None:
        self._real, self._before, self._after = real, before, after
        self._wrote = ""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, sql: str, *arguments: Any) -> Any:
        """Execute, and ask around a COMMIT."""
        text = " ".join(sql.split())
        if text.startswith("BEGIN"):
            self._wrote = ""
        elif text.startswith(("INSERT INTO operations", "UPDATE operations")):
            self._wrote = text.split(" ")[0]
        if text == "COMMIT":
            self._before(self._wrote)
        done = self._real.execute(sql, *arguments)
        if text == "COMMIT":
            self._after(self._wrote)
        return done


def before_hashing(device: Device) -> None:
    """The draft is complete; nothing was computed."""
    _wrap(credentials, "hash_password", before=die)


def after_hashing(device: Device) -> None:
    """Both hashes exist, in memory alone."""
    _wrap(credentials, "hash_answer", after=die)


def before_commit(device: Device) -> None:
    """The sealed operation is written, inside the transaction."""
    _watch(device, before=lambda wrote: die() if wrote == "INSERT" else None)


def after_commit(device: Device) -> None:
    """The transaction is durable; nobody was told."""
    _watch(device, after=lambda wrote: die() if wrote == "INSERT" else None)


def before_request(device: Device) -> None:
    """The request is signed, its first byte not sent."""
    _watch_requests(device, before=die)


def after_answer(device: Device) -> None:
    """The portal has decided and answered; its receipt is not stored."""
    _watch_requests(device, after=die)


def before_receipt_commit(device: Device) -> None:
    """The receipt is written, inside its transaction."""
    _watch(device, before=lambda wrote: die() if wrote == "UPDATE" else None)


def after_receipt(device: Device) -> None:
    """The receipt is applied and the payload purged; the patient saw no ending."""
    _watch(device, after=lambda wrote: die() if wrote == "UPDATE" else None)


STEPS: Final = {
    step.__name__: step
    for step in (
        *(before_hashing, after_hashing, before_commit, after_commit),
        *(before_request, after_answer, before_receipt_commit, after_receipt),
    )
}


def die(*_: object) -> NoReturn:
    """Be gone at once, like a tablet that lost its battery."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit(4)


def _wrap(owner: Any, name: str, *, before: Callable[[], object] = int, after: Callable[[], object] = int) -> None:
    real = getattr(owner, name)

    def wrapped(*arguments: Any, **named: Any) -> Any:
        before()
        made = real(*arguments, **named)
        after()
        return made

    setattr(owner, name, wrapped)


def _watch(device: Device, *, before: Callable[[str], object] = len, after: Callable[[str], object] = len) -> None:
    device.outbox._db = Database(device.outbox._db, before, after)


def _watch_requests(device: Device, *, before: Callable[[], object] = int, after: Callable[[], object] = int) -> None:
    real = device.http.request

    def request(method: str, path: str, **how: Any) -> Answer:
        carries = (method, path) == ("POST", "/v1/sync") and bool(json.loads(how["body"])["operations"])
        if carries:
            before()
        answer = real(method, path, **how)
        if carries:
            after()
        return answer

    device.http.request = request  # type: ignore[method-assign]  # a wrapper, in this process alone


def main() -> int:
    """Sign somebody up on the device of a folder, and die at the step."""
    folder, step = sys.argv[1:]
    person = Person(**json.load(sys.stdin))
    device = opened(Path(folder))
    STEPS[step](device)
    device.start()
    device.patients.finish(draft(device, person))
    return 3


if __name__ == "__main__":
    sys.exit(main())
