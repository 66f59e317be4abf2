"""What the desk remembers of its printers, and what it notes of them (F3, F5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.operations import Body
from kiosk.domain.print_service import PrintMemory, PrintService
from kiosk.domain.staff import AuditAction, AuditEntry, StaffRole, StaffSession

pytestmark = pytest.mark.rule("F3")

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
RUTH = StaffSession(UUID(int=1), "Ruth", StaffRole.RECEPTIONIST)


class _Desk:
    """Memory, trail and clock."""

    def __init__(self) -> None:
        self.memory = PrintMemory()
        self.audited: list[AuditEntry] = []
        self.broken = False

    def recall_printing(self) -> PrintMemory:
        self._fail()
        return self.memory

    def change_printing(self, change: Callable[[PrintMemory], PrintMemory]) -> None:
        self._fail()
        self.memory = change(self.memory)

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        raise AssertionError("printers are none of the portal's business")

    def audit(self, entry: AuditEntry) -> None:
        self._fail()
        self.audited.append(entry)

    def now(self) -> dt.datetime:
        return NOW

    def _fail(self) -> None:
        if self.broken:
            raise StorageError("made up")


@pytest.fixture
def desk() -> _Desk:
    """A desk that never printed."""
    return _Desk()


@pytest.fixture
def service(desk: _Desk) -> PrintService:
    """What its staff may do."""
    return PrintService(settings=desk, log=desk, clock=desk)


def test_each_stock_has_its_begun_sheet(service: PrintService) -> None:
    """A whole sheet is forgotten: the next one is new."""
    service.chose("Labels", "avery5160")
    service.began("avery5160", 14)
    service.began("l7160", 3)
    memory = service.recall()
    assert (memory.printer, memory.stock) == ("Labels", "avery5160")
    assert [memory.first_free(stock) for stock in ("avery5160", "l7160", "letter")] == [14, 3, 1]
    service.began("avery5160", 1)
    assert [sheet.stock for sheet in service.recall().begun] == ["l7160"]


@pytest.mark.rule("F5")
def test_an_offset_is_of_one_printer_and_stock_and_noted(service: PrintService, desk: _Desk) -> None:
    """Who adjusted it, once; the same again is none, and by nothing is forgotten."""
    service.adjust(RUTH, "Labels", "zebra2x1", -1.5, 0.25)
    service.adjust(RUTH, "Labels", "zebra2x1", -1.5, 0.25)
    memory = service.recall()
    assert memory.offset("Labels", "zebra2x1") == (-1.5, 0.25)
    assert memory.offset("Labels", "letter") == memory.offset("Front desk", "zebra2x1") == (0, 0)
    assert desk.audited == [AuditEntry(RUTH.staff_id, AuditAction.SETTINGS_CHANGED, NOW, "printer_offset")]
    service.adjust(RUTH, "Labels", "zebra2x1", 0, 0)
    assert service.recall() == PrintMemory()
    assert len(desk.audited) == 2


@pytest.mark.rule("F5")
@pytest.mark.parametrize(("count", "told"), [(1, str(UUID(int=7))), (3, "3")])
def test_a_failed_run_is_noted(service: PrintService, desk: _Desk, count: int, told: str) -> None:
    """One slip by its invitation, several by their number; no name, no code."""
    service.failed(RUTH, [UUID(int=7 + place) for place in range(count)])
    assert desk.audited == [AuditEntry(RUTH.staff_id, AuditAction.PRINT_FAILED, NOW, told)]


@pytest.mark.rule("F5")
def test_a_cancelled_run_and_a_test_page_are_noted(service: PrintService, desk: _Desk) -> None:
    """Whoever took a run back, or printed a page that names nobody, stands in the trail like for any print."""
    service.cancelled(RUTH, [UUID(int=7)])
    service.test_page_ended(RUTH, on_paper=True)
    service.test_page_ended(RUTH, on_paper=False)
    assert [(row.action, row.object_id) for row in desk.audited] == [
        (AuditAction.PRINT_CANCELLED, str(UUID(int=7))),
        (AuditAction.TEST_PAGE_PRINTED, "test_page"),
        (AuditAction.PRINT_FAILED, "test_page"),
    ]


def test_a_broken_disk_stops_no_printing(service: PrintService, desk: _Desk) -> None:
    """What was chosen is forgotten, no more; but nothing is adjusted that the trail does not know."""
    service.chose("Labels", "letter")
    desk.broken = True
    service.chose("Front desk", "a4")
    service.began("avery5160", 14)
    assert service.recall() == PrintMemory()
    with pytest.raises(StorageError):
        service.adjust(RUTH, "Labels", "letter", 1, 1)
    desk.broken = False
    assert service.recall() == PrintMemory(printer="Labels", stock="letter")
