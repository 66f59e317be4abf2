"""A desk for eyes that need large text or a mother tongue: chosen at the desk, kept until the next start (K5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from kiosk import windows
from kiosk.domain.screen_service import ScreenChoice
from kiosk.domain.staff import AuditAction
from kiosk.ui.i18n import Translator
from kiosk.ui.theme import Appearance, look
from tests.journeys.conftest import Stage
from tests.journeys.house import PIN
from tests.journeys.steps import Receptionist

pytestmark = [pytest.mark.rule("K5")]


def chooses(stage: Stage, field: str, key: str) -> None:
    """Open a question and press an answer."""
    stage.player.tap(field)
    stage.player.tap(f"{field}_{key}")


def test_a_desk_is_made_readable(stages: Callable[..., Stage], qapp: QApplication) -> None:
    """The largest text in high contrast and Spanish, at once, with what was typed; also after the next start."""
    desk = stages("desk")
    ana = Receptionist(desk.player, PIN, desk.folder)
    ana.signs_in()
    desk.player.keys("enroll_first", "Ngozi")
    desk.player.tap("nav_settings")
    chooses(desk, "screen_size", "200")
    desk.player.tap("screen_contrast")
    chooses(desk, "screen_language", "es")
    chosen = ScreenChoice(text_percent=200, high_contrast=True, language="es")
    desk.player.wait_until(lambda: desk.device.local.recall_screen() == chosen, "the choice, kept")
    assert look().appearance == Appearance(200, high_contrast=True)
    desk.player.tap("nav_enroll")
    assert ana.reads("staff_title") == "Inscribir a un paciente"
    first = desk.player.find("enroll_first")
    assert isinstance(first, QLineEdit)
    assert first.text() == "Ngozi"
    changed = AuditAction.SETTINGS_CHANGED.value
    assert [row.object_id for row in desk.device.outbox.audit_rows() if row.action == changed] == ["screen"] * 3
    windows.prepare(qapp, "en")
    assert look().appearance == Appearance()
    windows.destroy(windows.desk_window(desk.device, desk.background, slips_folder=desk.folder))
    assert look().appearance == Appearance(200, high_contrast=True)
    assert Translator.current(qapp) == "es"
