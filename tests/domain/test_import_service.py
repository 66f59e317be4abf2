"""Importing a day sheet: invitations by the enroll form's own way, what is noted, and what a stop or a fault leaves."""

from __future__ import annotations

import pytest

from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.day_sheet import DateOrder, RowReason, RowRefusal, SheetField, SheetProblem
from kiosk.domain.desk_operations import Invitation
from kiosk.domain.errors import StorageError
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan
from kiosk.domain.staff import AuditAction, AuditEntry, StaffRole, StaffSession
from tests.ui.staff_fakes import ANA, Desk

SESSION = StaffSession(ANA.staff_id, ANA.name, StaffRole.RECEPTIONIST)
SHEET = b"First,Last,DOB,ZIP,Language\nAna,Ruiz,1/22/1990,60614,es\nBo,Li,1/23/1990,60614,\nCy,Li,1/23/1990,,\n"


@pytest.fixture
def desk() -> Desk:
    """A desk on which nothing happened yet."""
    return Desk()


def read(desk: Desk, data: bytes = SHEET) -> SheetPlan:
    """The preview."""
    plan = desk.imports.read(SESSION, data, SheetChoices())
    assert isinstance(plan, SheetPlan)
    return plan


@pytest.mark.rule("F2", "F5")
def test_each_accepted_row_becomes_an_invitation(desk: Desk) -> None:
    """In the sheet's order, with the day's list, an audit row for the file, the import and each invitation."""
    done: list[int] = []
    imported = desk.imports.run(SESSION, read(desk), progress=done.append, cancelled=lambda: False)
    assert [made.form.first.text for made in imported.made] == ["Ana", "Bo"]
    assert (imported.total, imported.skipped, imported.cancelled, imported.broken) == (2, 0, False, False)
    bodies = [body for body in desk.bodies if isinstance(body, Invitation)]
    assert [(body.first, body.birth_date, body.language) for body in bodies] == [
        ("Ana", "1990-01-22", "es"), ("Bo", "1990-01-23", "en"),
    ]  # fmt: skip
    assert [body.code for body in bodies] == [made.code.symbols for made in imported.made]
    assert {row.progress for row in desk.list.values()} == {InvitationProgress.READY}
    assert desk.acts == [
        AuditAction.SHEET_OPENED, AuditAction.SHEET_COMPARED, AuditAction.SHEET_IMPORTED,
        *[AuditAction.INVITATION_MADE] * 2,
    ]  # fmt: skip
    assert done == [1, 2]


@pytest.mark.rule("F2")
def test_the_same_sheet_again_makes_nothing(desk: Desk) -> None:
    """The preview says so; a preview from before the other import makes none either."""
    plan = read(desk)
    desk.imports.run(SESSION, plan, progress=lambda _: None, cancelled=lambda: False)
    assert read(desk).accepted == ()
    again = desk.imports.run(SESSION, plan, progress=lambda _: None, cancelled=lambda: False)
    assert (again.made, again.skipped, again.total) == ((), 2, 2)
    assert len(desk.list) == 2


@pytest.mark.rule("F2")
def test_whom_the_portal_knows_is_left_out(desk: Desk) -> None:
    """An account of last month, a slip of yesterday: the day's list has neither, the portal both."""
    desk.earlier = []
    desk.known = {"Ana": Known(Standing.INVITED, "INV-7F3K"), "Bo": Known(Standing.MEMBER)}
    more = SHEET + b"Di,Li,1/23/1990,60614,\nAna,Ruiz,1/22/1990,60614,\n"
    plan = read(desk, more)
    assert (plan.compared, desk.asked_about) == (True, [["Ana", "Bo", "Di"]])
    assert [row.name for row in plan.accepted] == ["Li, Di"]
    assert [reason for row in plan.refused for reason in row.reasons] == [
        RowReason(RowRefusal.LIVE_INVITATION, number="INV-7F3K"),
        RowReason(RowRefusal.HAS_ACCOUNT),
        RowReason(RowRefusal.NO_ZIP, SheetField.ZIP),
        RowReason(RowRefusal.SAME_AS_ROW, row=2),
    ]
    imported = desk.imports.run(SESSION, plan, progress=lambda _: None, cancelled=lambda: False)
    assert [made.form.first.text for made in imported.made] == ["Di"]


@pytest.mark.rule("F2", "K1")
def test_disconnected_the_days_list_has_to_do(desk: Desk) -> None:
    """Nobody is left out for what nobody can know here, and the preview knows it; nothing to ask is nothing unknown."""
    plan = read(desk)
    assert (plan.compared, len(plan.accepted)) == (False, 2)
    desk.asked_about.clear()
    assert read(desk, b"First,Last,DOB,ZIP\nCy,Li,1/23/1990,\n").compared
    assert desk.asked_about == []


@pytest.mark.rule("F2", "F5")
def test_nobody_is_asked_about_without_an_audit_row(desk: Desk) -> None:
    """The file was noted; the question could not be."""
    noted: list[AuditEntry] = desk.audits
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "audit", lambda entry: noted.append(entry) if not noted else _breaks())
        with pytest.raises(StorageError):
            read(desk)
    assert (desk.acts, desk.asked_about) == ([AuditAction.SHEET_OPENED], [])


def _breaks() -> None:
    raise StorageError("made up")


@pytest.mark.rule("F2")
def test_a_stop_keeps_what_is_made(desk: Desk) -> None:
    """The rest is imported by loading the file again."""
    imported = desk.imports.run(SESSION, read(desk), progress=lambda _: None, cancelled=lambda: len(desk.list) == 1)
    assert (len(imported.made), imported.total, imported.cancelled) == (1, 2, True)
    assert [row.name for row in read(desk).accepted] == ["Li, Bo"]


@pytest.mark.rule("F2", "K1")
def test_a_fault_keeps_the_codes_that_are_made(desk: Desk) -> None:
    """They stand nowhere else; before the first one it is raised, and nothing was made."""

    def breaks(done: int) -> None:
        desk.broken = done == 1

    imported = desk.imports.run(SESSION, read(desk), progress=breaks, cancelled=lambda: False)
    assert (len(imported.made), imported.broken) == (1, True)
    with pytest.raises(StorageError):
        desk.imports.run(SESSION, read_before(desk), progress=breaks, cancelled=lambda: False)
    assert len(desk.list) == 1


def read_before(desk: Desk) -> SheetPlan:
    """A preview of a time when the storage worked."""
    desk.broken = False
    plan = read(desk)
    desk.broken = True
    return plan


@pytest.mark.rule("F5")
def test_nothing_is_shown_without_its_audit_row(desk: Desk) -> None:
    """Neither rows nor the reason why there are none; saving the rows left out is noted too."""
    desk.broken = True
    with pytest.raises(StorageError):
        desk.imports.read(SESSION, SHEET, SheetChoices())
    desk.broken = False
    assert desk.imports.read(SESSION, b"", SheetChoices()) is SheetProblem.EMPTY
    desk.imports.refused_saved(SESSION)
    assert desk.acts == [AuditAction.SHEET_OPENED, AuditAction.SHEET_SAVED]


@pytest.mark.rule("F2")
def test_an_import_remembers_how_the_sheet_was_read(desk: Desk) -> None:
    """By its head: the next day's sheet of the same system needs no answer."""
    asked = SHEET.replace(b"22/1990", b"2/1990").replace(b"23/1990", b"3/1990")
    choices = SheetChoices(dates=DateOrder.DAY_FIRST)
    plan = desk.imports.read(SESSION, asked, choices)
    assert isinstance(plan, SheetPlan)
    assert read(desk, asked).dates is None
    desk.imports.run(SESSION, plan, progress=lambda _: None, cancelled=lambda: False)
    assert read(desk, asked).dates is DateOrder.DAY_FIRST
    assert read(desk, asked.replace(b"Language", b"Idioma")).dates is None
