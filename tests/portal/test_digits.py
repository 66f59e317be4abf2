"""Six digits: drawn evenly, kept so that nobody can look them up, and right for their own row alone."""

from __future__ import annotations

import re
import secrets
import uuid
from pathlib import Path

import pytest

from kiosk.portal import digits, keyfile


def test_fit_their_own_row_and_portal_alone(tmp_path: Path) -> None:
    """The same digits of another row, or at another portal, are kept as something else; blanks do not matter."""
    keys, others = keyfile.create(tmp_path / "keys.json"), keyfile.create(tmp_path / "others.json")
    row, other = uuid.uuid4(), uuid.uuid4()
    kept = digits.hashed(keys, row, "012345")
    assert digits.agree(keys, row, " 012 345", kept)
    assert not digits.agree(keys, row, "12345", kept)
    assert not digits.agree(keys, other, "012345", kept)
    assert not digits.agree(others, row, "012345", kept)


@pytest.mark.parametrize(("drawn", "code"), [(0, "000000"), (42, "000042"), (999999, "999999")])
def test_always_six(monkeypatch: pytest.MonkeyPatch, drawn: int, code: str) -> None:
    """Zeros in front belong to the code."""
    monkeypatch.setattr(secrets, "randbelow", lambda below: drawn if below == 10**6 else None)
    assert digits.draw() == code
    assert re.fullmatch(r"[0-9]{6}", code)
