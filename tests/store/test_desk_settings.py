"""Printers and the look of the screen are remembered from one day to the next."""

import msgspec
import pytest

from kiosk.domain.print_service import PrintMemory
from kiosk.domain.screen_service import ScreenChoice
from kiosk.store.local import LocalStore
from tests.store.samples import House

pytestmark = pytest.mark.rule("F3")

LARGE = ScreenChoice(text_percent=200, high_contrast=True, language="es")
MEMORY = PrintMemory().chose("Labels", "zebra2x1").began("avery5160", 7).adjusted("Labels", "zebra2x1", -1.5, 0.25)


def test_printers_survive_a_restart(house: House) -> None:
    """Everything of them; before the first print there is nothing."""
    with_nothing = house.local()
    assert with_nothing.recall_printing() == PrintMemory()
    with_nothing.change_printing(lambda memory: memory.chose("Front desk", "letter"))
    with_nothing.change_printing(lambda memory: memory.chose("Labels", "zebra2x1").began("avery5160", 7))
    with_nothing.change_printing(lambda memory: memory.adjusted("Labels", "zebra2x1", -1.5, 0.25))
    with_nothing.close()
    again = house.local()
    assert again.recall_printing() == MEMORY
    again.close()


def test_what_another_version_wrote_is_nothing(desk: LocalStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is chosen anew, and the desk goes on."""
    with monkeypatch.context() as patch:
        patch.setattr(msgspec.json, "encode", lambda _memory: b'{"printer": 7}')
        desk.change_printing(lambda _memory: MEMORY)
        desk.keep_screen(LARGE)
    assert desk.recall_printing() == PrintMemory()
    assert desk.recall_screen() is None


@pytest.mark.rule("K5")
def test_the_screen_survives_a_restart(house: House) -> None:
    """The last choice; before the first one there is none."""
    fresh = house.local()
    assert fresh.recall_screen() is None
    fresh.keep_screen(ScreenChoice(text_percent=125, high_contrast=False, language="en"))
    fresh.keep_screen(LARGE)
    fresh.close()
    again = house.local()
    assert again.recall_screen() == LARGE
    assert again.recall_printing() == PrintMemory()
    again.close()
