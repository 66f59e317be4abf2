"""The audit trail's hash chain (F5)."""

import dataclasses
from collections.abc import Callable

import pytest

from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.store import audit as trail
from kiosk.store.audit import AuditRow
from kiosk.store.outbox import Outbox
from tests.store.samples import NOW, STAFF_ID

Rows = list[AuditRow]


@pytest.fixture
def rows(outbox: Outbox) -> Rows:
    """Five rows as stored."""
    for action in list(AuditAction)[:5]:
        outbox.audit(AuditEntry(STAFF_ID, action, NOW, "object"))
    return outbox.audit_rows()


@pytest.mark.rule("F5")
def test_an_untouched_trail_holds(outbox: Outbox, rows: Rows) -> None:
    """The chain holds, and its head is what each sync hands to the portal."""
    assert trail.first_bad(rows) is None
    assert outbox.audit_head() == (5, rows[-1].hash)
    assert trail.first_bad([]) is None


def test_an_empty_trail_has_no_head(outbox: Outbox) -> None:
    """Nothing yet."""
    assert outbox.audit_head() == (0, "")


def _edit(field: str) -> Callable[[Rows], Rows]:
    return lambda r: [*r[:2], AuditRow(**(dataclasses.asdict(r[2]) | {field: "x"})), *r[3:]]


TAMPERED: dict[str, tuple[Callable[[Rows], Rows], int]] = {
    **{f"edited {field}": (_edit(field), 3) for field in ("at", "staff_id", "action", "object_id", "hash")},
    "cut inside": (lambda r: [*r[:1], *r[2:]], 2),
    "cut in front": (lambda r: r[1:], 1),
    "moved in front": (lambda r: [r[1], r[0], *r[2:]], 1),
    "moved inside": (lambda r: [*r[:2], r[3], r[2], r[4]], 3),
    "doubled": (lambda r: [*r, r[-1]], 6),
    "cut and renumbered": (lambda r: [*r[:1], *(dataclasses.replace(row, number=row.number - 1) for row in r[2:])], 2),
}


@pytest.mark.rule("F5")
@pytest.mark.parametrize(("tamper", "bad"), TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_trail_names_its_first_bad_row(rows: Rows, tamper: Callable[[Rows], Rows], bad: int) -> None:
    """Edited, cut, reordered, doubled or renumbered: found at the first row that does not follow."""
    assert trail.first_bad(tamper(rows)) == bad


@pytest.mark.rule("F5")
@pytest.mark.parametrize(
    ("count", "change", "bad"),
    [
        (0, lambda r: r[:2], None),
        (3, lambda r: r, None),
        (5, lambda r: r, None),
        (5, lambda r: r[:3], 4),
        (3, lambda r: [], 1),
        (3, lambda r: r[:3], None),
        (4, lambda r: [*r[:3], dataclasses.replace(r[3], hash="another"), r[4]], 4),
    ],
    ids=["nothing known", "part known", "all known", "cut", "cut away", "cut behind it", "rebuilt"],
)
def test_what_the_portal_knew_is_compared(
    rows: Rows, count: int, change: Callable[[Rows], Rows], bad: int | None
) -> None:
    """A chain that holds, but ends before the row that the portal knew, or has another one there."""
    known = (count, rows[count - 1].hash if count else "")
    assert trail.first_unknown(change(rows), known) == bad


@pytest.mark.rule("F5")
def test_a_row_is_found_by_its_number(outbox: Outbox, rows: Rows) -> None:
    """As it stands now; none where there is none."""
    assert [outbox.audit_hash(number) for number in (0, 1, 5, 6)] == ["", rows[0].hash, rows[4].hash, ""]


@pytest.mark.rule("F5")
def test_fields_cannot_flow_into_each_other(rows: Rows) -> None:
    """Moving a character over a field's edge is an edit too."""
    moved = dataclasses.replace(rows[0], action=rows[0].action + "o", object_id="bject")
    assert trail.first_bad([moved]) == 1
