"""Printers are remembered from one day to the next."""

import msgspec
import pytest

from kiosk.domain.print_service import PrintMemory
from kiosk.store.local import LocalStore
from tests.store.samples import House

pytestmark = pytest.mark.rule("F3")

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
    assert desk.recall_printing() == PrintMemory()
