"""How a desk's screen was made to look (K5, F5)."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.operations import Body
from kiosk.domain.screen_service import ScreenChoice, ScreenService
from kiosk.domain.staff import AuditAction, AuditEntry, StaffRole, StaffSession

pytestmark = pytest.mark.rule("K5")

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
RUTH = StaffSession(UUID(int=1), "Ruth", StaffRole.RECEPTIONIST)
LARGE = ScreenChoice(text_percent=200, high_contrast=True, language="es")
NOTED = AuditEntry(RUTH.staff_id, AuditAction.SETTINGS_CHANGED, NOW, "screen")


class _Desk:
    """Memory, trail and clock."""

    def __init__(self) -> None:
        self.kept: ScreenChoice | None = None
        self.audited: list[AuditEntry] = []
        self.broken = False

    def recall_screen(self) -> ScreenChoice | None:
        self._fail()
        return self.kept

    def keep_screen(self, choice: ScreenChoice) -> None:
        self._fail()
        self.kept = choice

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        raise AssertionError("a screen is none of the portal's business")

    def audit(self, entry: AuditEntry) -> None:
        self._fail()
        self.audited.append(entry)

    def now(self) -> dt.datetime:
        return NOW

    def _fail(self) -> None:
        if self.broken:
            raise StorageError("made up")


def test_a_choice_is_kept_and_noted_once() -> None:
    """The same again is no change."""
    desk = _Desk()
    service = ScreenService(settings=desk, log=desk, clock=desk)
    assert service.recall() is None
    service.choose(RUTH, LARGE)
    service.choose(RUTH, LARGE)
    assert (service.recall(), desk.audited) == (LARGE, [NOTED])


def test_a_broken_disk() -> None:
    """The screen is as usual, and whoever changes it learns that it was not kept."""
    desk = _Desk()
    desk.kept, desk.broken = LARGE, True
    service = ScreenService(settings=desk, log=desk, clock=desk)
    assert service.recall() is None
    with pytest.raises(StorageError):
        service.choose(RUTH, LARGE)
