"""How day sheets are read is remembered by their source."""

import pytest

from kiosk.domain.day_sheet import DateOrder, SheetField
from kiosk.domain.sheet_plan import RememberedSheet
from kiosk.store.local import LocalStore

ONE = RememberedSheet((SheetField.FIRST, None, SheetField.BIRTH_DATE), DateOrder.DAY_FIRST)
OTHER = RememberedSheet((None,), DateOrder.ISO)


@pytest.mark.rule("F2")
def test_a_sheet_is_remembered_until_it_is_told_otherwise(desk: LocalStore) -> None:
    """By source; an unknown one is None."""
    assert desk.recall("one") is None
    desk.remember("one", ONE)
    desk.remember("other", OTHER)
    assert (desk.recall("one"), desk.recall("other")) == (ONE, OTHER)
    desk.remember("one", OTHER)
    assert desk.recall("one") == OTHER
