"""`kill -9` of the tablet at each named step of "Create Account": nothing, or exactly one account after the restart."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.demo.people import Person
from kiosk.device import Device
from tests.journeys.canaries import in_files, in_rows
from tests.journeys.drafts import recorded, synced, table_rows
from tests.journeys.house import House, opened
from tests.journeys.killed_tablet import STEPS
from tests.journeys.people import somebody
from tests.journeys.test_faults import exactly_one

NOTHING = ("before_hashing", "after_hashing", "before_commit")
"""The steps before which nothing was promised to anybody."""

ROOT = Path(__file__).parents[2]


def killed(device_folder: Path, step: str, person: Person) -> None:
    """Sign somebody up in a process that dies at a step."""
    temporary = device_folder.parent / "tmp"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.killed_tablet", str(device_folder), step],
        input=json.dumps(dataclasses.asdict(person)),
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -9, f"{step} was not reached: {done.stderr[-800:]}"


@pytest.mark.rule("K1", "K2")
@pytest.mark.parametrize("step", STEPS)
def test_nothing_or_exactly_one_account(
    house: House, new_device: Callable[..., Device], tmp_path: Path, step: str
) -> None:
    """After restart and sync there is no account or one; after COMMIT always one; no file ever shows the patient."""
    person = somebody()
    new_device().close()
    folder = tmp_path / "tablet" / "device"
    killed(folder, step, person)
    assert in_files([person], folder.parent) == []

    device = opened(folder)
    try:
        held = device.outbox.counts().held
        assert held == (step not in (*NOTHING, "after_receipt")), "nothing half-done is left in the queue"
        synced(device)
        if step in NOTHING:
            assert house.accounts(person.email) == []
            recorded(device, person)
            synced(device)
        exactly_one(house, person.email, person.user_id)
        assert device.outbox.counts().held == 0
        recorded(device, next_one := somebody())
        synced(device)
        exactly_one(house, next_one.email, next_one.user_id)
    finally:
        device.close()
    assert in_rows([person], table_rows(folder)) == []
