"""bcrypt at the portal: one run for anything typed, and a bound on how much of it goes on."""

from __future__ import annotations

import asyncio
import threading

import bcrypt
import pytest

from kiosk.portal import bcrypts
from kiosk.portal.bcrypts import Workers
from kiosk.portal.refusals import RequestRefusedError

SALT = b"$2b$04$" + b"a" * 21 + b"u"  # fixed: the hashes stand in the tests' names
EMPTY, SHORT = (bcrypt.hashpw(password, SALT).decode() for password in (b"", b"Summer2019"))


@pytest.mark.rule("S25", "S44")
@pytest.mark.parametrize(
    ("typed", "stored", "same"),
    [
        ("Summer2019", SHORT, True),
        ("summer2019", SHORT, False),
        ("Summer2019\0", SHORT, False),
        ("", EMPTY, True),
        ("a" * 73, EMPTY, False),
        ("\u20ac" * 25, EMPTY, False),
        ("\udfff", SHORT, False),
        ("Summer2019", None, False),
        ("nobody's", None, False),
        ("a" * 5000, None, False),
    ],
)
def test_one_run_for_anything(monkeypatch: pytest.MonkeyPatch, typed: str, stored: str | None, same: bool) -> None:
    """Over-long, half characters and no hash at all: one comparison, too; nothing fits the dummy, not even its own."""
    runs: list[bytes] = []
    compare = bcrypt.checkpw

    def counted(password: bytes, hashed: bytes) -> bool:
        runs.append(hashed)
        return compare(password, hashed)

    monkeypatch.setattr(bcrypt, "checkpw", counted)
    assert bcrypts.password_matches(typed, stored) is same
    assert runs == [(stored or bcrypts.DUMMY).encode()]


def test_dummy_costs_what_a_tablets_hash_costs() -> None:
    """Its cost is today's, or the time would tell who has a hash."""
    assert not bcrypts.is_cheap(bcrypts.DUMMY)
    assert bcrypts.DUMMY.startswith("$2b$12$")
    assert bcrypts.is_cheap(bcrypts.DUMMY.replace("$12$", "$11$"))
    assert not bcrypts.is_cheap(bcrypts.DUMMY.replace("$12$", "$14$"))


def test_few_run_few_wait_the_rest_comes_again() -> None:
    """Two run, one waits, the fourth is refused; afterwards all places are free again."""
    may_end = threading.Event()
    workers = Workers(threads=2, waiting=1)

    async def work() -> None:
        running = [asyncio.create_task(workers.run(lambda: may_end.wait(30))) for _ in range(3)]
        await asyncio.sleep(0)  # lets the three begin
        with pytest.raises(RequestRefusedError) as refused:
            await workers.run(lambda: True)
        assert refused.value.code == "busy"
        may_end.set()
        assert await asyncio.gather(*running) == [True] * 3
        assert await asyncio.gather(*(workers.run(lambda: True) for _ in range(3))) == [True] * 3

    asyncio.run(work())
