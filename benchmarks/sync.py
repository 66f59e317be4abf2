"""Sync with a real portal process, beside a raw ASGI application that only stores what it is sent.

Ours is what a device does: probe, sign, send; the portal checks signatures, opens, validates and decides each record
and signs its receipts; the device checks them, stores them and purges. No mail is sent, the ``welcome`` mails wait.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import http.client
import itertools
import secrets
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.made_up import sign_up
from benchmarks.measure import Figure, side_by_side
from kiosk.demo.portal_process import PortalProcess
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import SignUp

RECORD_CHARS = 1500
SIZES = ((1, 150), (50, 15))
"""How many records are synced at once, and in how many rounds."""

_STOP_S = 10


def measure(folder: Path) -> list[Figure]:
    """Run both."""
    (folder / "sync").mkdir()
    with _floor(folder / "sync") as floor, _tablet(folder / "sync") as device:
        return [_side_by_side(floor, device, records, rounds) for records, rounds in SIZES]


def _side_by_side(floor: http.client.HTTPConnection, device: Device, records: int, rounds: int) -> Figure:
    body = msgspec.json.encode([secrets.token_urlsafe(RECORD_CHARS * 3 // 4) for _ in range(records)])
    last: list[uuid.UUID] = []

    def save() -> None:
        now = device.clock.now()
        last[:] = [device.outbox.record(_somebody(), subject=uuid.uuid4(), at=now) for _ in range(records)]

    def post() -> None:
        floor.request("POST", "/", body=body)
        answer = floor.getresponse()
        answer.read()
        assert answer.status == 200

    def sync() -> None:
        device.engine.run_once(device.clock.now())
        assert device.outbox.outcome(last[-1]) is Outcome.ACCEPTED

    floor_ms, ours_ms = side_by_side(post, sync, rounds=rounds, before=save)
    name = "sync of one new record, to accepted" if records == 1 else f"sync, {records} a batch, each record"
    return Figure(name, floor_ms / records, ours_ms / records, goal=2.0)


_numbers = itertools.count()


def _somebody() -> SignUp:
    """A person who has no account yet, and is like nobody who has one: the portal matches people (S26, S29)."""
    number = next(_numbers)
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    usual = sign_up()
    return dataclasses.replace(
        usual,
        first=f"Marisol {letters}",
        birth_date=(dt.date(1940, 1, 1) + dt.timedelta(days=number)).isoformat(),
        phone=f"+1{312 + number // 100 % 600}55501{number % 100:02d}",
        email=f"marisol.{letters}@mail.example",
        credentials=dataclasses.replace(usual.credentials, user_id=f"marisol.{letters}"),
    )


@contextlib.contextmanager
def _floor(folder: Path) -> Iterator[http.client.HTTPConnection]:
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.floor_server", str(folder / "floor.db")], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        with server.stdout as said:
            connection = http.client.HTTPConnection("127.0.0.1", int(said.readline()))
        with contextlib.closing(connection):
            yield connection
    finally:
        server.terminate()
        server.wait(_STOP_S)


@contextlib.contextmanager
def _tablet(folder: Path) -> Iterator[Device]:
    portal = PortalProcess(folder / "portal", smtp=None)
    portal.admin("init")
    practice = ("--name", "Riverside Family Practice", "--host", "portal.example", "--time-zone", "America/Chicago")
    practice_id = portal.admin("practice", "add", *practice)["practice_id"]
    try:
        portal.start()  # a ticket names the URL, which the portal knows when it was served once
        ticket = portal.admin("device", "add", "--practice", practice_id, "--role", "tablet")["ticket"]
        enrol_device(folder / "device", ticket, None)
        state, device = open_device(folder / "device", None)
        assert device is not None, state
        try:
            yield device
        finally:
            device.close()
    finally:
        portal.stop()
