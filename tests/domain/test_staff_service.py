"""Staff: who may add, change and end whom, whose PIN, and an audit row for every act (F5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from kiosk.domain.desk_operations import StaffAdded, StaffUpdated
from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.staff import (
    AuditAction,
    AuditEntry,
    PinRefusal,
    PinThrottle,
    StaffMember,
    StaffRefusal,
    StaffRole,
    StaffSession,
)
from kiosk.domain.staff_service import StaffService

pytestmark = pytest.mark.rule("F5")

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
OMAR = StaffMember(UUID(int=1), "Omar Haddad", StaffRole.MANAGER, "verifier of 583920")
RUTH = StaffMember(UUID(int=2), "ruth Meyer", StaffRole.RECEPTIONIST, "verifier of 290417")
GONE = StaffMember(UUID(int=3), "Ann Lee", StaffRole.MANAGER, "verifier of 118204", active=False)
NEW = UUID(int=9)
MANAGER = StaffSession(OMAR.staff_id, OMAR.name, OMAR.role)
RECEPTIONIST = StaffSession(RUTH.staff_id, RUTH.name, RUTH.role)


class _Device:
    """Every port in one, with a record of what happened, in order."""

    def __init__(self) -> None:
        self.people = {member.staff_id: member for member in (OMAR, RUTH, GONE)}
        self.throttles: dict[UUID, PinThrottle] = {}
        self.events: list[str] = []
        self.audited: list[tuple[UUID, AuditAction, str]] = []
        self.recorded: list[tuple[Body, UUID]] = []
        self.faults: dict[str, StorageError] = {}

    def _event(self, name: str) -> None:
        if name in self.faults:
            raise self.faults[name]
        self.events.append(name)

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        self._event("record")
        assert audit is not None
        assert at == NOW
        self.recorded.append((body, subject))
        self.audited.append((audit.staff_id, audit.action, audit.object_id))
        return UUID(int=8)

    def audit(self, entry: AuditEntry) -> None:
        self._event("audit")
        self.audited.append((entry.staff_id, entry.action, entry.object_id))

    def kick(self) -> None:
        self._event("kick")

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        raise AssertionError("nobody waits")

    def members(self) -> Sequence[StaffMember]:
        return list(self.people.values())

    def put_member(self, member: StaffMember) -> None:
        self._event("put")
        self.people[member.staff_id] = member

    def throttle(self, staff_id: UUID) -> PinThrottle:
        return self.throttles.get(staff_id, PinThrottle())

    def set_throttle(self, staff_id: UUID, throttle: PinThrottle) -> None:
        self._event("count")
        self.throttles[staff_id] = throttle

    def count_wrong_pin(self, staff_id: UUID, now: dt.datetime) -> PinThrottle:
        found = self.throttle(staff_id)
        if not found.wait(now):
            self.set_throttle(staff_id, found.failed(now))
        return found

    def matches(self, pin: str, verifier: str) -> bool:
        return verifier == f"verifier of {pin}"

    def now(self) -> dt.datetime:
        return NOW

    def random_bytes(self, count: int) -> bytes:
        raise AssertionError("nothing random but ids")

    def uuid4(self) -> UUID:
        return NEW

    def service(self, *, changes_staff: bool = True) -> StaffService:
        """The use cases over it."""
        return StaffService(
            log=self,
            deliveries=self,
            directory=self,
            pins=self,
            make_verifier="verifier of {}".format,
            clock=self,
            entropy=self,
            changes_staff=changes_staff,
        )


@pytest.fixture
def device() -> _Device:
    """A desk with a manager, a receptionist and somebody who left."""
    return _Device()


def test_a_colleague_is_added(device: _Device) -> None:
    """Operation and audit row are one, and the colleague is known here before the portal hears of it."""
    assert device.service().add(MANAGER, " Lea Novak ", StaffRole.RECEPTIONIST, "735120") == NEW
    body = StaffAdded(
        staff_id=NEW, name="Lea Novak", role="receptionist", verifier="verifier of 735120", by=OMAR.staff_id
    )
    assert device.recorded == [(body, NEW)]
    assert device.audited == [(OMAR.staff_id, AuditAction.STAFF_ADDED, str(NEW))]
    assert device.people[NEW] == StaffMember(NEW, "Lea Novak", StaffRole.RECEPTIONIST, "verifier of 735120")
    assert device.events == ["record", "put", "kick"]


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("", StaffRefusal.BAD_NAME),
        ("   ", StaffRefusal.BAD_NAME),
        ("x" * 81, StaffRefusal.BAD_NAME),
        ("Ruth\nMeyer", StaffRefusal.BAD_NAME),
        ("Ruth \u202eMeyer", StaffRefusal.BAD_NAME),
        ("Ruth Meyer", StaffRefusal.NAME_TAKEN),
        (" OMAR  HADDAD ", StaffRefusal.NAME_TAKEN),
        ("Ann Lee", None),
        ("Mei", None),
    ],
    ids=["empty", "blank", "long", "line", "direction", "taken", "taken, other case", "of one who left", "one word"],
)
def test_names(device: _Device, name: str, refusal: StaffRefusal | None) -> None:
    """Two of one name could not be told apart at the door; who left stands there no more."""
    service = device.service()
    assert service.check_name(name) is refusal
    assert service.add(MANAGER, name, StaffRole.MANAGER, "735120") == (refusal or NEW)
    assert len(device.recorded) == (refusal is None)


@pytest.mark.parametrize(
    ("pin", "refusal"),
    [("", PinRefusal.LENGTH), ("123456", PinRefusal.RUN), ("000000", PinRefusal.RUN), ("73512a", PinRefusal.DIGITS)],
)
def test_nobody_gets_a_bad_pin(device: _Device, pin: str, refusal: PinRefusal) -> None:
    """The PIN rules hold wherever one is chosen; nothing is recorded and no default stands in."""
    service = device.service()
    assert service.add(MANAGER, "Lea Novak", StaffRole.RECEPTIONIST, pin) is refusal
    assert service.new_pin(MANAGER, RUTH.staff_id, pin) is refusal
    assert service.change_own_pin(RECEPTIONIST, "290417", pin) is refusal
    assert device.recorded == []


Act = Callable[[StaffService, StaffSession], object]
MANAGERS_ACTS: dict[str, Act] = {
    "look": lambda s, who: s.members(who),
    "add": lambda s, who: s.add(who, "Lea Novak", StaffRole.MANAGER, "735120"),
    "role": lambda s, who: s.set_role(who, RUTH.staff_id, StaffRole.MANAGER),
    "end": lambda s, who: s.set_active(who, OMAR.staff_id, active=False),
    "pin": lambda s, who: s.new_pin(who, OMAR.staff_id, "735120"),
}


@pytest.mark.parametrize("act", MANAGERS_ACTS.values(), ids=MANAGERS_ACTS)
def test_a_manager_alone_does_that(device: _Device, act: Act) -> None:
    """A receptionist is refused; so is who was a manager at the sign-in and is none any more, and any tablet."""
    assert act(device.service(), RECEPTIONIST) is StaffRefusal.NOT_A_MANAGER
    assert act(device.service(changes_staff=False), MANAGER) is StaffRefusal.NOT_A_MANAGER
    for changed in (replace(OMAR, role=StaffRole.RECEPTIONIST), replace(OMAR, active=False)):
        device.people[OMAR.staff_id] = changed
        assert act(device.service(), MANAGER) is StaffRefusal.NOT_A_MANAGER
    assert (device.recorded, device.audited) == ([], [])


def test_the_list(device: _Device) -> None:
    """Active ones first, by name; who is locked out here is seen; the view is noted."""
    device.throttles[RUTH.staff_id] = PinThrottle(10)
    found = device.service().members(MANAGER)
    assert isinstance(found, list)
    assert [(one.name, one.active, one.throttle.disabled) for one in found] == [
        ("Omar Haddad", True, False),
        ("ruth Meyer", True, True),
        ("Ann Lee", False, False),
    ]
    assert device.audited == [(OMAR.staff_id, AuditAction.STAFF_VIEWED, "")]


def test_roles_change(device: _Device) -> None:
    """A receptionist becomes a manager, here at once and in an operation for the others."""
    assert device.service().set_role(MANAGER, RUTH.staff_id, StaffRole.MANAGER) is None
    body = StaffUpdated(staff_id=RUTH.staff_id, role="manager", verifier=None, active=None, by=OMAR.staff_id)
    assert device.recorded == [(body, RUTH.staff_id)]
    assert device.audited == [(OMAR.staff_id, AuditAction.STAFF_CHANGED, str(RUTH.staff_id))]
    assert device.people[RUTH.staff_id] == replace(RUTH, role=StaffRole.MANAGER)


def test_the_last_manager_stays(device: _Device) -> None:
    """Nobody could help anybody back in: not ended, not made a receptionist; with a second one both may be."""
    service = device.service()
    assert service.set_active(MANAGER, OMAR.staff_id, active=False) is StaffRefusal.LAST_MANAGER
    assert service.set_role(MANAGER, OMAR.staff_id, StaffRole.RECEPTIONIST) is StaffRefusal.LAST_MANAGER
    assert device.recorded == []
    service.set_role(MANAGER, RUTH.staff_id, StaffRole.MANAGER)
    assert service.set_active(MANAGER, OMAR.staff_id, active=False) is None
    assert not device.people[OMAR.staff_id].active


def test_ended_and_let_in_again(device: _Device) -> None:
    """Whoever leaves signs in no longer, and may come back, unless somebody new has the name meanwhile."""
    service = device.service()
    assert service.set_active(MANAGER, RUTH.staff_id, active=False) is None
    assert not device.people[RUTH.staff_id].active
    service.add(MANAGER, "Ruth Meyer", StaffRole.RECEPTIONIST, "735120")
    assert service.set_active(MANAGER, RUTH.staff_id, active=True) is StaffRefusal.NAME_TAKEN
    assert service.set_active(MANAGER, GONE.staff_id, active=True) is None
    assert device.people[GONE.staff_id].active
    assert service.set_active(MANAGER, UUID(int=77), active=False) is StaffRefusal.GONE


def test_a_locked_out_colleague_gets_a_new_pin(device: _Device) -> None:
    """The new verifier goes out, and this device's count of wrong PINs begins anew."""
    device.throttles[RUTH.staff_id] = PinThrottle(10)
    assert device.service().new_pin(MANAGER, RUTH.staff_id, "735120") is None
    (sent, _) = device.recorded[0]
    assert isinstance(sent, StaffUpdated)
    assert (sent.verifier, sent.role, sent.active, sent.by) == ("verifier of 735120", None, None, OMAR.staff_id)
    assert device.throttles[RUTH.staff_id] == PinThrottle()
    assert device.people[RUTH.staff_id].verifier == "verifier of 735120"


def test_ones_own_pin(device: _Device) -> None:
    """Everybody changes their own, with the old one; wrong ones count and are noted as at the door."""
    service = device.service()
    assert service.change_own_pin(RECEPTIONIST, "111213", "735120") is StaffRefusal.WRONG_PIN
    assert service.change_own_pin(RECEPTIONIST, "290417", "290417") is StaffRefusal.SAME_PIN
    assert device.recorded == []
    assert service.change_own_pin(RECEPTIONIST, "290417", "735120") is None
    assert [action for _, action, _ in device.audited] == [AuditAction.PIN_FAILED, AuditAction.PIN_CHANGED]
    (sent, subject) = device.recorded[0]
    assert sent == StaffUpdated(
        staff_id=RUTH.staff_id, role=None, verifier="verifier of 735120", active=None, by=RUTH.staff_id
    )
    assert subject == RUTH.staff_id


def test_a_managers_own_pin_takes_the_old_one(device: _Device) -> None:
    """Whoever finds a manager's desk open gets no PIN of the manager's."""
    with pytest.raises(ValueError, match="old one"):
        device.service().new_pin(MANAGER, OMAR.staff_id, "735120")
    assert device.recorded == []


def test_guessing_ones_own_pin_is_throttled(device: _Device) -> None:
    """An unlocked desk is no place to try a colleague's PIN: five wrong ones wait, ten end it, right ones too."""
    service = device.service()
    for _ in range(5):
        assert service.change_own_pin(RECEPTIONIST, "111213", "735120") is StaffRefusal.WRONG_PIN
    assert service.change_own_pin(RECEPTIONIST, "290417", "735120") == dt.timedelta(seconds=60)
    device.throttles[RUTH.staff_id] = PinThrottle(10)
    assert service.change_own_pin(RECEPTIONIST, "290417", "735120") == dt.timedelta.max
    assert device.recorded == []


@pytest.mark.parametrize("who", ["ended", "at a tablet"])
def test_no_own_pin_for(device: _Device, who: str) -> None:
    """Who was ended meanwhile has none to change; a tablet, which stands among patients, changes none."""
    if who == "ended":
        device.people[RUTH.staff_id] = replace(RUTH, active=False)
    service = device.service(changes_staff=who == "ended")
    assert service.change_own_pin(RECEPTIONIST, "290417", "735120") is StaffRefusal.GONE
    assert device.recorded == []


def test_nothing_recorded_nothing_shown(device: _Device) -> None:
    """A full disk: the colleague is not added in the directory alone, which the portal would never hear of."""
    device.faults["record"] = DiskFullError("full")
    with pytest.raises(StorageError):
        device.service().add(MANAGER, "Lea Novak", StaffRole.RECEPTIONIST, "735120")
    assert NEW not in device.people


def test_a_fault_after_the_operation_is_none(device: _Device) -> None:
    """The operation stands: the portal's change brings what this device could not write."""
    device.faults["put"] = device.faults["count"] = DiskFullError("full")
    assert device.service().add(MANAGER, "Lea Novak", StaffRole.RECEPTIONIST, "735120") == NEW
    assert device.service().new_pin(MANAGER, RUTH.staff_id, "735120") is None
    assert device.events == ["record", "kick"] * 2


def test_who_may_stay(device: _Device) -> None:
    """Somebody signed in whom a sync ends meanwhile may not; while the directory is filled anew everybody may."""
    service = device.service(changes_staff=False)
    assert service.still_there(RECEPTIONIST)
    device.people[RUTH.staff_id] = replace(RUTH, active=False)
    assert not service.still_there(RECEPTIONIST)
    del device.people[RUTH.staff_id]
    assert service.still_there(RECEPTIONIST)


def test_handing_over_and_looking_leave_a_row(device: _Device) -> None:
    """By the first, with the second's id."""
    service = device.service(changes_staff=False)
    service.hand_over(RECEPTIONIST, MANAGER)
    service.settings_viewed(RECEPTIONIST)
    assert device.audited == [
        (RUTH.staff_id, AuditAction.HANDED_OVER, str(OMAR.staff_id)),
        (RUTH.staff_id, AuditAction.SETTINGS_VIEWED, ""),
    ]
