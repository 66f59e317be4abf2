"""The desk sees at a glance how the sync stands, and what to do (F6)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import AuditAction
from kiosk.domain.sync_status import SeenDevice, SyncStatus, Trouble
from kiosk.ui.i18n import Translator
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.status_feed import EVERY_MS, SOON_MS
from kiosk.ui.widgets import Text
from tests.ui.staff_fakes import ANAS_PIN, FINE, NOW, OFFLINE, OWN_DEVICE, Desk, Timers, button, sign_in, text

pytestmark = pytest.mark.rule("F6")

WORST = replace(OFFLINE, trouble=Trouble.NOT_TRUSTED, waiting=2000, stuck=12, clock_off=dt.timedelta(minutes=-95))


@pytest.fixture
def desk() -> Desk:
    """Return a desk that syncs."""
    return Desk()


@pytest.fixture
def timers() -> Timers:
    """Return the timers that the area uses."""
    return Timers()


@pytest.fixture
def area(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the first page, with Ana signed in."""
    with desk.area(tmp_path, timers) as made:
        sign_in(made, 0, ANAS_PIN)
        yield made


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (FINE, "Synced 2 min ago · 1 waiting since 9:11"),
        (replace(FINE, last_success=NOW, waiting=0), "Synced just now"),
        (replace(FINE, last_success=NOW - dt.timedelta(hours=3), waiting=0), "Synced at 6:12"),
        (replace(FINE, last_success=NOW - dt.timedelta(days=2), waiting=0), "Synced at Nov 20, 9:12"),
        (replace(FINE, last_success=None, waiting=0), "Not synced yet"),
        (OFFLINE, "Last failed 9:12: no network · 3 waiting since 9:05"),
        (
            replace(OFFLINE, waiting_since=NOW - dt.timedelta(days=1)),
            "Last failed 9:12: no network · 3 waiting since Nov 21, 9:12",
        ),
        (replace(OFFLINE, trouble=Trouble.PORTAL_BUSY, waiting=0), "Last failed 9:12: the portal is busy or down"),
        (replace(FINE, waiting=0, stuck=2), "Synced 2 min ago · 2 stuck"),
        (replace(FINE, waiting=0, clock_off=dt.timedelta(minutes=6)), "Synced 2 min ago · clock wrong"),
        (replace(FINE, waiting=0, clock_off=dt.timedelta(minutes=5)), "Synced 2 min ago"),
        (
            replace(WORST, trouble=Trouble.REFUSED),
            "Last failed 9:12: the portal refused this device · 2,000 waiting since 9:05 · 12 stuck · clock wrong",
        ),
    ],
    ids=range(12),
)
def test_every_page_says_how_the_sync_stands(
    area: StaffArea, desk: Desk, timers: Timers, status: SyncStatus, sentence: str
) -> None:
    """At a glance: when, how many wait since when, and what is wrong."""
    desk.current = status
    timers.pass_time(EVERY_MS / 1000)
    for page in ("import", "invitations", "attention", "sync"):
        button(area, f"nav_{page}").click()
        assert text(area, "staff_status") == sentence


def test_the_sync_page_says_it_whole(area: StaffArea, desk: Desk) -> None:
    """Since when records wait, when it last worked, and what needs a person; the look is noted."""
    desk.current = WORST
    button(area, "nav_sync").click()
    assert text(area, "sync_state") == "Last failed 9:12: the portal could not prove who it is"
    assert text(area, "sync_success") == "8:12"
    assert text(area, "sync_waiting") == "2,000, the oldest since 9:05"
    assert text(area, "sync_stuck") == "12. The portal did not take them. Please call technical support."
    assert text(area, "sync_clock") == "95 min fast. Please have it set."
    assert AuditAction.STATUS_VIEWED in desk.acts


SAID = {
    Trouble.NO_NETWORK: ("does not reach", "go on", "cable"),
    Trouble.NOT_TRUSTED: ("certificate", "go on", "date and time"),
    Trouble.PORTAL_BUSY: ("The network works", "go on", "by itself"),
    Trouble.REFUSED: ("does not take", "go on", "technical support"),
    Trouble.DISK: ("disk is full", "nothing new can be saved", "before the next patient"),
    Trouble.FAULT: ("made a mistake", "go on", "by itself"),
}


@pytest.mark.parametrize("trouble", list(Trouble), ids=lambda trouble: trouble.name)
def test_each_trouble_is_said_in_plain_words(area: StaffArea, desk: Desk, trouble: Trouble) -> None:
    """What it is, what still works, what to do: one sentence each; gone when it is over."""
    desk.current = replace(OFFLINE, trouble=trouble)
    button(area, "nav_sync").click()
    for name, word in zip(("sync_trouble", "sync_effect", "sync_advice"), SAID[trouble], strict=True):
        assert word in text(area, name)
        assert text(area, name).endswith(".")
    assert text(area, "sync_clock") == text(area, "sync_stuck") == ""
    desk.current = FINE
    button(area, "nav_sync").click()
    for name in ("sync_trouble", "sync_effect", "sync_advice"):
        assert text(area, name) == ""


@pytest.mark.parametrize(("minutes", "word"), [(12, "12 min slow"), (-1440, "1,440 min fast")])
def test_a_wrong_clock_is_said(area: StaffArea, desk: Desk, minutes: int, word: str) -> None:
    """Which way, how far, and what to do; it is no trouble of the sync's."""
    desk.current = replace(FINE, clock_off=dt.timedelta(minutes=minutes))
    button(area, "nav_sync").click()
    assert text(area, "sync_clock") == f"{word}. Please have it set."
    assert text(area, "sync_advice") == ""


TABLET = UUID(int=0x3F2A81C0 << 96)


@pytest.fixture
def devices(desk: Desk) -> list[SeenDevice]:
    """Return the practice's devices, of which each stands otherwise."""
    ago = (dt.timedelta(seconds=20), dt.timedelta(minutes=5), dt.timedelta(minutes=12), dt.timedelta(days=2), None)
    ids = (TABLET, OWN_DEVICE.device_id, UUID(int=5), UUID(int=6), UUID(int=7))
    desk.seen_devices = [
        SeenDevice(
            device_id=device_id,
            is_desk=number in (1, 4),
            last_seen=None if past is None else NOW - past,
            waiting=(0, 2, 0, 1234, 0)[number],
        )
        for number, (device_id, past) in enumerate(zip(ids, ago, strict=True))
    ]
    return desk.seen_devices


def lines(area: StaffArea) -> list[tuple[str, str]]:
    """What the card of the devices says, line by line."""
    found = [widget for widget in area.findChildren(Text) if re.fullmatch(r"devices_\d+", widget.objectName())]
    return [(text(area, f"{line.objectName()}_name"), line.text()) for line in found if line.isVisible()]


@pytest.mark.usefixtures("devices")
def test_the_practices_devices(area: StaffArea, desk: Desk) -> None:
    """Which are connected, how much waited, and since when the others are silent; noted as one look at the status."""
    button(area, "nav_sync").click()
    assert lines(area) == [
        ("Tablet 3f2a81c0", "Connected"),
        ("This desk", "Connected, 2 waiting"),
        ("Tablet 00000000", "Not heard of since 9:00"),
        ("Tablet 00000000", "Not heard of since Nov 20, 9:12; 1,234 were waiting then"),
        ("Desk 00000000", "Never synced"),
    ]
    assert text(area, "devices_none") == ""
    assert desk.acts.count(AuditAction.STATUS_VIEWED) == 1


@pytest.mark.usefixtures("devices")
def test_without_the_portal_nobody_knows_of_the_others(area: StaffArea, desk: Desk) -> None:
    """Old lines go: what they said may be wrong by now."""
    button(area, "nav_sync").click()
    desk.seen_devices = None
    button(area, "nav_sync").click()
    assert lines(area) == []
    assert text(area, "devices_none") == "Only the portal knows how the others stand, and it does not answer now."


def test_a_device_that_never_synced_says_so(area: StaffArea, desk: Desk) -> None:
    """Not "8:12" of another day, and nothing that waits is called lost."""
    desk.current = replace(OFFLINE, last_success=None, waiting=0)
    button(area, "nav_sync").click()
    assert (text(area, "sync_success"), text(area, "sync_waiting")) == ("Never", "None")


def test_sync_now_asks_and_shows_the_answer(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """The press is noted and the sync is kicked; "Trying now …" stands until a try has ended, also a slow one."""
    desk.current = OFFLINE
    button(area, "nav_sync").click()
    kicks = desk.kicks
    button(area, "sync_now").click()
    assert desk.kicks == kicks + 1
    assert desk.acts[-1] is AuditAction.SYNC_ASKED
    timers.pass_time(SOON_MS / 1000)
    assert text(area, "sync_said") == "Trying now …"
    desk.current = replace(FINE, waiting=0, last_success=NOW)
    timers.pass_time(EVERY_MS / 1000)
    assert text(area, "sync_state") == "Synced just now"
    assert text(area, "sync_said") == ""


def test_a_try_that_fails_ends_the_waiting_too(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """Failing the same way again is an answer."""
    desk.current = OFFLINE
    button(area, "nav_sync").click()
    button(area, "sync_now").click()
    desk.current = replace(OFFLINE, last_failure=NOW + dt.timedelta(seconds=4))
    timers.pass_time(SOON_MS / 1000)
    assert text(area, "sync_said") == ""


def test_a_broken_disk_is_said_where_one_looks_for_it(area: StaffArea, desk: Desk) -> None:
    """Not even the look can be noted: the page says so instead of failing."""
    desk.current, desk.broken = replace(OFFLINE, trouble=Trouble.DISK), True
    button(area, "nav_sync").click()
    assert text(area, "sync_trouble").startswith("The disk is full")
    assert text(area, "sync_said").startswith("This device's storage does not work.")
    button(area, "sync_now").click()
    assert text(area, "sync_said").startswith("This device's storage does not work.")


def test_it_speaks_another_language_at_once(area: StaffArea, desk: Desk, qapp: QApplication) -> None:
    """State and advice are looked up anew, without another question."""
    desk.current = OFFLINE
    button(area, "nav_sync").click()
    said = text(area, "sync_state")
    Translator.install(qapp, "es")
    assert text(area, "sync_state") != said
    assert text(area, "sync_state") == text(area, "staff_status").split(" · ")[0]


def test_nobody_asks_behind_the_locked_door(area: StaffArea, timers: Timers) -> None:
    """The state is asked for while somebody looks, and not after."""
    button(area, "lock").click()
    assert not [timer for timer in timers.made if timer.running_for in (EVERY_MS, SOON_MS)]
