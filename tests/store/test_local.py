"""``local.db``: what came down from the portal, wrong PINs, and a desk's list of the day."""

import dataclasses
import datetime as dt
import uuid
from typing import Any, Literal

import msgspec
import pytest

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.errors import StorageError
from kiosk.domain.staff import PinThrottle, StaffMember, StaffRole
from kiosk.protocol import wire, wire_sync
from kiosk.protocol.queue import SyncPosition
from kiosk.store import schema
from kiosk.store.local import LocalStore
from kiosk.vault.sqlcipher import open_database
from tests.store.samples import CANARIES, NOW, PRACTICE, STAFF_ID, START, House

INVITATION_ID = uuid.UUID("00000000-0000-4000-8000-000000000009")
NEXT = SyncPosition("epoch-1", "7")
MIDNIGHT = dt.datetime(2026, 11, 24, 8, 0, tzinfo=dt.UTC)
"""When the day of ``NOW`` ends in Los Angeles."""

State = Literal["ready", "printed", "sent", "activated", "expired", "revoked"]


def staff(
    name: str = "Ada Brook", *, verifier: str = "$argon2id$…", active: bool = True, staff_id: uuid.UUID = STAFF_ID
) -> wire_sync.StaffChange:
    """A staff account."""
    return wire_sync.StaffChange(staff_id=staff_id, name=name, role="manager", verifier=verifier, active=active)


def invitation(state: State = "ready", made_at: dt.datetime = NOW) -> wire_sync.InvitationChange:
    """An invitation of a patient who is a canary."""
    return wire_sync.InvitationChange(
        invitation_id=INVITATION_ID,
        number="INV-7F3K",
        first="Maria",
        last=CANARIES[0],
        birth_date=CANARIES[2],
        state=state,
        made_at=made_at,
        expires_at=made_at + dt.timedelta(days=14),
    )


def row(made_at: dt.datetime = NOW) -> DayListRow:
    """The same, made at this desk."""
    return DayListRow(
        invitation_id=INVITATION_ID,
        number="INV-7F3K",
        first="Maria",
        last=CANARIES[0],
        birth_date=CANARIES[2],
        progress=InvitationProgress.READY,
        made_at=made_at,
        expires_at=made_at + dt.timedelta(days=14),
    )


def apply(store: LocalStore, *changes: wire_sync.Change, reset: bool = False, now: dt.datetime = NOW) -> None:
    """Take changes up to ``NEXT``."""
    store.apply(changes, position=NEXT, reset=reset, now=now, portal_time=now)


@pytest.mark.rule("F5")
def test_staff_comes_down_and_is_updated(tablet: LocalStore) -> None:
    """Accounts and verifiers serve without a network; a later change replaces the earlier one."""
    apply(tablet, staff(), staff("Ada Woods", active=False))
    (member,) = tablet.members()
    assert (member.staff_id, member.name, member.role) == (STAFF_ID, "Ada Woods", StaffRole.MANAGER)
    assert (member.verifier, member.active) == ("$argon2id$…", False)


@pytest.mark.rule("F5")
def test_a_colleague_added_here_can_sign_in_before_the_portal_knows(desk: LocalStore) -> None:
    """A member put into this device's own directory stands there until the portal's change corrects it."""
    added = StaffMember(uuid.UUID(int=5), "Lea Novak", StaffRole.RECEPTIONIST, "$argon2id$…")
    desk.put_member(added)
    assert desk.members() == [added]
    desk.put_member(dataclasses.replace(added, role=StaffRole.MANAGER))
    apply(desk, staff("Lea Novak", active=False, staff_id=added.staff_id))
    assert [(member.name, member.active) for member in desk.members()] == [("Lea Novak", False)]


@pytest.mark.rule("F5")
@pytest.mark.parametrize("reset", [False, True], ids=["change", "reset"])
def test_a_new_pin_ends_the_lock_of_the_wrong_ones(tablet: LocalStore, reset: bool) -> None:
    """A manager helped at another device: the new verifier that comes down clears this device's count of it alone."""
    other = uuid.UUID(int=5)
    apply(tablet, staff(), staff(staff_id=other))
    for member in (STAFF_ID, other):
        tablet.set_throttle(member, PinThrottle(10))
    apply(tablet, staff("Ada Woods"), staff(staff_id=other), reset=reset)
    assert tablet.throttle(STAFF_ID).disabled
    apply(tablet, staff(verifier="$argon2id$another"), staff(staff_id=other), reset=reset)
    assert tablet.throttle(STAFF_ID) == PinThrottle()
    assert tablet.throttle(other).disabled


def test_changes_and_cursor_are_one_transaction(tablet: LocalStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault while the position is written leaves neither; the same changes come again and are taken."""
    assert tablet.position() == START
    original = tablet._db

    class Faulty:
        in_transaction = property(lambda self: original.in_transaction)

        def execute(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
            if values[:1] == ("cursor",):
                raise OSError(5, "fault before the cursor")
            return original.execute(sql, values)

    renamed = wire.PracticeInfo(
        practice_id=PRACTICE.practice_id, name="Oak", portal_host="p", time_zone="UTC", language="es"
    )
    with monkeypatch.context() as patch:
        patch.setattr(tablet, "_db", Faulty())
        with pytest.raises(StorageError):
            apply(tablet, staff(), wire_sync.PracticeChange(practice=renamed))
    assert (tablet.members(), tablet.position(), tablet.practice) == ([], START, PRACTICE)
    assert tablet.last_success() is None
    apply(tablet, staff(), wire_sync.PracticeChange(practice=renamed))
    assert (len(tablet.members()), tablet.position(), tablet.practice) == (1, NEXT, renamed)
    assert tablet.last_success() == NOW


def test_what_came_down_survives_reopening(house: House, tablet: LocalStore) -> None:
    """Position, staff and practice stand in the file."""
    apply(tablet, staff())
    again = house.local()
    assert (again.position(), again.members(), again.practice) == (NEXT, tablet.members(), PRACTICE)
    again.close()


def test_a_reset_drops_the_old_copy(desk: LocalStore) -> None:
    """What the portal no longer sends is gone; counters of wrong PINs stay, or a reset would give free tries."""
    desk.set_throttle(STAFF_ID, PinThrottle(4))
    apply(desk, staff(), invitation())
    apply(desk, reset=True)
    assert (desk.members(), desk.rows()) == ([], [])
    assert desk.throttle(STAFF_ID) == PinThrottle(4)


@pytest.mark.rule("K2")
def test_a_tablet_takes_no_day_rows(tablet: LocalStore) -> None:
    """Whatever the portal sends or the program asks, a tablet keeps no patient's name."""
    tablet.put(row())
    apply(tablet, invitation())
    tablet.mark(INVITATION_ID, InvitationProgress.PRINTED)
    assert tablet.rows() == []
    assert CANARIES[0] not in repr(tablet._db.execute("SELECT * FROM day_list").fetchall())


@pytest.mark.rule("K2")
@pytest.mark.parametrize("through", ["end_day", "apply"])
def test_a_desk_forgets_at_the_practices_midnight(desk: LocalStore, through: str) -> None:
    """Until the end of the day where the practice is (not in UTC): then the row is gone from the file."""

    def pass_time(now: dt.datetime) -> None:
        if through == "end_day":
            desk.end_day(now)
        else:
            apply(desk, now=now)

    desk.put(row())
    pass_time(MIDNIGHT - dt.timedelta(microseconds=1))
    assert desk.rows() == [row()]
    pass_time(MIDNIGHT)
    assert desk.rows() == []
    assert desk._db.execute("SELECT count(*) FROM day_list").fetchone() == (0,)


@pytest.mark.rule("K2")
def test_a_desk_takes_no_invitation_of_an_earlier_day(desk: LocalStore) -> None:
    """The portal may still send it: an invitation of yesterday is none of today's list."""
    today = MIDNIGHT + dt.timedelta(hours=9)
    apply(desk, invitation(made_at=MIDNIGHT - dt.timedelta(seconds=1)), now=today)
    assert desk.rows() == []
    apply(desk, invitation(made_at=MIDNIGHT), now=today)
    assert len(desk.rows()) == 1


def test_a_printed_invitation_is_never_ready_again(desk: LocalStore) -> None:
    """The portal learns late that the desk printed; its first word on the invitation does not undo that."""
    desk.put(row())
    desk.mark(INVITATION_ID, InvitationProgress.PRINTED)
    apply(desk, invitation("ready"))
    assert [r.progress for r in desk.rows()] == [InvitationProgress.PRINTED]
    apply(desk, invitation("activated"))
    assert [r.progress for r in desk.rows()] == [InvitationProgress.ACTIVATED]


@pytest.mark.rule("S18")
def test_a_new_slip_begins_anew(desk: LocalStore) -> None:
    """Reissued elsewhere, the invitation is to be printed again; what this desk printed since is not forgotten."""
    apply(desk, invitation("expired"))
    end = NOW + dt.timedelta(days=20)
    later = msgspec.structs.replace(invitation(), expires_at=end, language="es", mailable=True)
    apply(desk, later)
    assert [(r.progress, r.expires_at, r.language, r.mailable) for r in desk.rows()] == [
        (InvitationProgress.READY, end, "es", True)
    ]
    desk.mark(INVITATION_ID, InvitationProgress.PRINTED)
    apply(desk, later)
    assert [r.progress for r in desk.rows()] == [InvitationProgress.PRINTED]


@pytest.mark.rule("K2", "S18")
def test_a_slip_reissued_today_stays_until_the_day_ends(desk: LocalStore) -> None:
    """Also of an invitation that was made days ago, and whose change comes down with its old date."""
    desk.put(row())
    apply(desk, invitation(made_at=NOW - dt.timedelta(days=5)))
    assert [r.made_at for r in desk.rows()] == [NOW]
    desk.end_day(MIDNIGHT)
    assert desk.rows() == []


def test_a_corrected_name_replaces_the_old_one(desk: LocalStore) -> None:
    """A row of the same invitation is replaced."""
    wrong = DayListRow(
        invitation_id=INVITATION_ID,
        number="INV-7F3K",
        first="Mara",
        last="X",
        birth_date="1999-01-01",
        progress=InvitationProgress.READY,
        made_at=NOW,
        expires_at=NOW,
    )
    desk.put(wrong)
    apply(desk, invitation())
    assert desk.rows() == [row()]


@pytest.mark.rule("F5")
def test_wrong_pins_are_counted_durably(house: House, tablet: LocalStore) -> None:
    """The counter stands in the file before the answer is shown: a restart gives no free tries."""
    assert tablet.throttle(STAFF_ID) == PinThrottle()
    locked = PinThrottle(5, NOW + dt.timedelta(seconds=60))
    tablet.set_throttle(STAFF_ID, locked)
    again = house.local()
    assert again.throttle(STAFF_ID) == locked
    again.close()


def test_an_unknown_time_zone_stops_nothing(tablet: LocalStore) -> None:
    """A machine that lacks the practice's zone counts days in UTC; it goes on."""
    odd = wire.PracticeInfo(practice_id=uuid.uuid4(), name="n", portal_host="p", time_zone="Mars/Base", language="en")
    apply(tablet, wire_sync.PracticeChange(practice=odd))
    apply(tablet, staff())
    assert tablet.today(dt.datetime(2026, 11, 23, 23, 59, tzinfo=dt.UTC)) == dt.date(2026, 11, 23)


def test_today_is_the_practices(tablet: LocalStore) -> None:
    """Just before its midnight it is still yesterday's date in UTC's tomorrow."""
    assert tablet.today(MIDNIGHT - dt.timedelta(seconds=1)) == dt.date(2026, 11, 23)
    assert tablet.today(MIDNIGHT) == dt.date(2026, 11, 24)


@pytest.mark.parametrize("name", ["outbox", "local"])
def test_a_file_that_was_never_enrolled_is_refused(house: House, name: str) -> None:
    """Schema but no content (a crash while it was made): a storage fault, not a surprise."""
    path = house.folder / f"{name}.db"
    path.unlink()
    purpose = schema.OUTBOX_PURPOSE if name == "outbox" else schema.LOCAL_PURPOSE
    open_database(path, getattr(house, f"{name}_key"), create=True, purpose=purpose).close()
    with pytest.raises(StorageError, match="never enrolled"):
        getattr(house, name)()


def test_a_file_of_a_newer_program_is_refused(house: House, tablet: LocalStore) -> None:
    """An older program does not guess what a newer one meant."""
    tablet._db.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="newer"):
        house.local()


def test_a_failed_schema_step_leaves_nothing(tablet: LocalStore) -> None:
    """A step is one transaction: its first half does not stay behind when its second half fails."""
    steps = (*schema.LOCAL_STEPS, "CREATE TABLE half (x); CREATE TABLE settings (x);")
    with pytest.raises(Exception, match="settings"):
        schema.upgrade(tablet._db, steps)
    assert tablet._db.execute("PRAGMA user_version").fetchone() == (len(schema.LOCAL_STEPS),)
    assert tablet._db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
