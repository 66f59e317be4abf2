"""``kiosk import``: a dry run on any machine, and the desk's own import from a script (F2, F5)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.commands.signed_in import PIN, STAFF
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan
from kiosk.domain.staff import StaffRole, StaffSession
from kiosk.printing.queue import PrintState
from kiosk.printing.readback import read_codes
from kiosk.protocol import wire_sync
from kiosk.store.local import LocalStore
from kiosk.sync.desk_lookups import PortalPeople
from kiosk.vault.pin import pin_verifier
from tests.commands.conftest import Printers, Run, acts, opened
from tests.domain.sheets import sheet as day_sheet
from tests.store.samples import NOW, STAFF_ID
from tests.sync.portal_server import PortalServer

pytestmark = pytest.mark.rule("F2")

SHEET = "Patient;DOB;ZIP\nOkafor, María;27/03/1984;60614\nLi, Bo;28/03/1984;2139\nRuiz, Ana;29/03/1984;60614\n"
LEFT_OUT = "The ZIP code has 4 digits: a spreadsheet may have dropped the 0 in front."


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Two rows that are right and one that is not."""
    path = tmp_path / "today.csv"
    path.write_text(SHEET, encoding="latin-1")
    return path


@pytest.fixture
def desk(folder: Path) -> Path:
    """A desk with a development key, at which Ruth may sign in."""
    with PortalServer() as server:
        server.role = "desk"
        enrol_device(folder, server.ticket.encode(), None)
    _, device = open_device(folder, None)
    assert device is not None
    ruth = wire_sync.StaffChange(
        staff_id=STAFF_ID, name="Ruth", role="receptionist", verifier=pin_verifier("290417", bytes(16)), active=True
    )
    apply(device.local, ruth)
    device.close()
    return folder


def apply(store: LocalStore, change: wire_sync.Change) -> None:
    """A sync that brings a change."""
    store.apply([change], position=store.position(), reset=False, now=NOW, portal_time=NOW)


def test_a_dry_run_needs_no_device(run: Run, sheet: Path, folder: Path) -> None:
    """Numbers, reasons, first name and last initial; no date of birth, no ZIP, no file."""
    code, out, err = run("import", str(sheet), "--dry-run", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "rows": 3,
        "dates": "day-first",
        "accepted": [{"row": 2, "name": "María O.", "reasons": ""}, {"row": 4, "name": "Ana R.", "reasons": ""}],
        "refused": [{"row": 3, "name": "", "reasons": LEFT_OUT}],
        "compared": "nothing",
        "imported": 0,
        "slips": "",
    }
    assert not folder.exists()
    code, out, _ = run("import", str(sheet), "--dry-run")
    unasked = "Not checked for accounts and invitations: that takes a desk, KIOSK_STAFF and KIOSK_PIN."
    assert (code, out) == (0, f"Row 3 is left out: {LEFT_OUT}\n{unasked}\n2 of 3 rows can be imported.\n")


@pytest.mark.rule("F2", "F5")
def test_a_dry_run_at_a_desk_asks_the_portal(
    desk: Path, run: Run, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For whoever signs in by the environment: it leaves its trail, makes nothing, and says if nobody answered."""
    code, out, _ = run("import", str(sheet), "--dry-run", "--json")
    assert (code, json.loads(out)["compared"]) == (0, "nothing")
    monkeypatch.setenv(STAFF, "ruth")
    monkeypatch.setenv(PIN, "290417")
    code, out, _ = run("import", str(sheet), "--dry-run", "--json")
    assert (code, json.loads(out)["compared"], len(json.loads(out)["accepted"])) == (0, "desk", 2)
    alone = "Not connected: checked against this desk's list only, not against all accounts and invitations."
    assert alone in run("import", str(sheet), "--dry-run")[1].splitlines()
    answers = (Known(Standing.INVITED, "INV-7F3K"), Known(Standing.NEITHER))
    monkeypatch.setattr(PortalPeople, "standings", lambda self, people: answers)
    told = json.loads(run("import", str(sheet), "--dry-run", "--json")[1])
    assert (told["compared"], [row["name"] for row in told["accepted"]]) == ("practice", ["Ana R."])
    assert told["refused"][0] == {"row": 2, "name": "", "reasons": "Has an invitation that still works: INV-7F3K."}
    assert acts(desk) == ["signed_in", "sheet_opened", "sheet_compared", "signed_out"] * 3
    monkeypatch.setenv(PIN, "290418")
    assert run("import", str(sheet), "--dry-run")[2].startswith("kiosk: name or PIN is wrong")


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        ("First,Last,DOB,ZIP\nAna,Ruiz,1/2/1990,60614\n", (), "kiosk: day or month first?"),
        ("Vorname,DOB\nAna,1/2/1990\n", (), "kiosk: no column is recognised for: First name, Last name, ZIP code;"),
        ("", (), "kiosk: There are no rows in this file."),
        (SHEET, (), "kiosk: not ready: this device is not enrolled yet"),
    ],
)
def test_what_is_wrong(run: Run, sheet: Path, text: str, arguments: tuple[str, ...], says: str) -> None:
    """One line, exit code 1."""
    sheet.write_text(text, encoding="utf-8")
    dry = () if text == SHEET else ("--dry-run",)
    code, out, err = run("import", str(sheet), *dry)
    assert (code, out) == (1, "")
    assert err.startswith(says)


def test_dates_can_be_told(run: Run, sheet: Path) -> None:
    """What nobody can know stands in an option; a file that is gone is named."""
    sheet.write_text("First,Last,DOB,ZIP\nAna,Ruiz,1/2/1990,60614\n", encoding="utf-8")
    code, out, _ = run("import", str(sheet), "--dry-run", "--json", "--dates", "month-first")
    assert (code, json.loads(out)["dates"]) == (0, "month-first")
    assert run("import", str(sheet.with_name("gone.csv")), "--dry-run")[2].startswith("kiosk: ")


@pytest.mark.rule("F5")
def test_the_desk_imports_and_saves_the_slips(
    desk: Path, run: Run, sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    """With name and PIN, each act in the trail, and one PDF with the codes; the second time there is nobody left."""
    monkeypatch.setenv(STAFF, "ruth")
    monkeypatch.setenv(PIN, "290417")
    slips = tmp_path / "slips"
    code, out, err = run("import", str(sheet), "--json", "--slips-folder", str(slips))
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert (told["imported"], Path(told["slips"]).parent) == (2, slips)
    _, device = open_device(desk, None)
    assert device is not None
    rows = {row.first: row.progress for row in device.local.rows()}
    acts = [row.action for row in device.outbox.audit_rows()]
    device.close()
    assert rows == {"María": InvitationProgress.PRINTED, "Ana": InvitationProgress.PRINTED}
    assert acts == [
        "signed_in", "sheet_opened", "sheet_compared", "sheet_imported",
        *["invitation_made"] * 2, *["slip_printed"] * 2, "signed_out",
    ]  # fmt: skip
    told = json.loads(run("import", str(sheet), "--json", "--slips-folder", str(slips))[1])
    assert (told["accepted"], told["imported"], told["slips"]) == ([], 0, "")


@pytest.mark.rule("F1", "F2")
def test_five_hundred_rows_are_imported(desk: Path) -> None:
    """Into the real files: each waits for the portal and stands in the day's list, and none is made twice."""
    device = opened(desk)
    session = StaffSession(STAFF_ID, "Ruth", StaffRole.RECEPTIONIST)
    data = day_sheet("First,Last,DOB,ZIP", lambda first, last, born, _: f"{first},{last},{born},60614", "%m/%d/%Y")
    plan = device.imports.read(session, data, SheetChoices())
    assert isinstance(plan, SheetPlan)
    imported = device.imports.run(session, plan, progress=lambda _: None, cancelled=lambda: False)
    device.close()
    assert len({each.code for each in imported.made}) == imported.total == 500
    device = opened(desk)
    numbers = {row.number for row in device.local.rows()}
    waiting = device.outbox.counts().waiting
    made = [row.action for row in device.outbox.audit_rows()].count("invitation_made")
    again = device.imports.read(session, data, SheetChoices())
    device.close()
    assert numbers == {each.number for each in imported.made}
    assert (waiting, made) == (500, 500)
    assert isinstance(again, SheetPlan)
    assert (again.accepted, len(again.refused)) == ((), 500)


@pytest.mark.rule("F3", "F5")
def test_the_slips_go_to_a_printer(
    desk: Path, run: Run, sheet: Path, printers: Printers, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    """With any paper; what did not come out is told, and printed by `kiosk print --ready`."""
    monkeypatch.setenv(STAFF, "ruth")
    monkeypatch.setenv(PIN, "290417")
    printers.ends = [PrintState.OFFLINE] * 500
    where = ("--printer", "Labels", "--stock", "avery5160", "--first-label", "30")
    code, out, err = run("import", str(sheet), *where, "--json")
    assert (code, json.loads(out)["imported"], json.loads(out)["slips"]) == (1, 2, "")
    assert "“Labels” does not answer." in err
    assert err.endswith("`kiosk print --ready` prints their slips.\n")
    printers.ends = []
    assert run("print", "--ready", *where)[0] == 0
    assert [len(page) for page in read_codes(printers.sent[-1][1])] == [1, 1]


@pytest.mark.rule("F5")
@pytest.mark.parametrize(("name", "pin"), [("Ruth", "290418"), ("Omar", "290417"), ("", "")])
def test_nobody_imports_without_a_pin(
    desk: Path, run: Run, sheet: Path, name: str, pin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is read, nothing is made."""
    monkeypatch.setenv(STAFF, name)
    monkeypatch.setenv(PIN, pin)
    code, out, err = run("import", str(sheet))
    assert (code, out) == (1, "")
    assert err.startswith("kiosk: name or PIN is wrong")


@pytest.mark.rule("K2")
def test_a_tablet_imports_nothing(enrolled: Path, run: Run, sheet: Path) -> None:
    """It holds no list of a day."""
    assert run("import", str(sheet))[2] == "kiosk: this device is a tablet: invitations are made at a desk\n"
