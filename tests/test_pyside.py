"""The one thing about PySide6 that decides which version we may use."""

import sys

from PySide6.QtCore import QObject


def test_a_call_without_result_keeps_none_alive() -> None:
    """Decision 3: PySide6 6.12.0 drops a reference to None at each such call on Python 3.11, which ends in an abort."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.blockSignals(False)
        thing.setObjectName("x")
    assert before - sys.getrefcount(None) < 500
