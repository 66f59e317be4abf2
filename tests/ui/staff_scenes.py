"""Every staff screen with made-up people: none, one, fifty or two thousand of them; for tests and for eyes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QTableView

from kiosk.domain.invitation_form import InvitationForm
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.print_service import PrintMemory
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.domain.sync_status import SyncStatus, Trouble
from kiosk.domain.values import BirthDate, NamePart
from kiosk.printing.queue import NoPrinters, PrinterQueue, PrintState
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.import_page import ImportPage
from kiosk.ui.staff.needs_attention import NEEDS_ATTENTION
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.twin_notice import TwinNotice
from tests.ui.staff_fakes import ANAS_PIN, BENS_PIN, OFFLINE, Desk, button, line, sign_in
from tests.ui.staff_scene_data import LONG_MAIL, LONG_NAME, PEOPLE, Printers, fill, people, sheet_of


def settle() -> None:
    """Let every layout that was asked for be done, again and again, since text that wraps asks its parents anew."""
    for _ in range(8):
        QCoreApplication.sendPostedEvents()


NO_PRINTERS: Final = NoPrinters()


@dataclass(frozen=True, slots=True)
class Scene:
    """A way to a screen.

    Attributes:
        go: what somebody does from the first page on.
        prepare: how the desk stands before.
        signed_in: whether somebody is behind the door.
        manager: whether that is Ben.
        printers: of this machine.
    """

    go: Callable[[StaffArea, int, Path], None]
    prepare: Callable[[Desk], None] = lambda desk: None
    signed_in: bool = True
    manager: bool = False
    printers: PrinterQueue = NO_PRINTERS


def page(slug: str) -> Callable[[StaffArea, int, Path], None]:
    """Open a page by its entry."""
    return lambda area, count, folder: button(area, f"nav_{slug}").click()


def slugs(area: StaffArea) -> list[str]:
    """The pages there are."""
    return [found.slug for found in area.findChildren(StaffPage)]


def _crowd(desk: Desk) -> None:
    names = ["Ana Ruiz", "Maximiliana-Bartholomea von Hohenzollern-Sigmaringen", "Nguyễn Thị Minh Khai", "Jo Li"]
    desk.people = tuple(
        StaffMember(UUID(int=number), f"{names[number % 4]} {number}", StaffRole.RECEPTIONIST, "verifier of 482913")
        for number in range(24)
    )


def _nobody(desk: Desk) -> None:
    desk.people = ()


def _refused(area: StaffArea, count: int, folder: Path) -> None:
    button(area, "make_invitation").click()


def _known(desk: Desk) -> None:
    desk.earlier = []
    for number, (first, _) in enumerate(people(6)):
        desk.known[first] = (Known(Standing.INVITED, "INV-7F3K"), Known(Standing.MEMBER))[number % 2]


def _twin(area: StaffArea, count: int, folder: Path) -> None:
    notice = area.findChild(TwinNotice)
    assert notice is not None
    assert area.session is not None
    first, last = PEOPLE[LONG_NAME]
    line(area, "enroll_first").setText(first)
    line(area, "enroll_last").setText(last)
    born = BirthDate(dt.date(1984, 3, 27))
    who = InvitationForm(first=NamePart(first), last=NamePart(last), birth_date=born, zip_code=None)
    notice.look(area.session, who)


def _slip(area: StaffArea, count: int, folder: Path) -> None:
    first, last = PEOPLE[LONG_NAME]
    for name, typed in {
        "enroll_first": first,
        "enroll_last": last,
        "enroll_birth_date_month": "3",
        "enroll_birth_date_day": "27",
        "enroll_birth_date_year": "1984",
        "enroll_zip": "60614",
        "enroll_email": LONG_MAIL,
    }.items():
        line(area, name).setText(typed)
    button(area, "make_invitation").click()


def _printing(*presses: str, stock: str = "letter", printer: int = 1) -> Callable[[StaffArea, int, Path], None]:
    """Make a slip, choose paper and printer, and press on."""

    def go(area: StaffArea, count: int, folder: Path) -> None:
        _slip(area, count, folder)
        _press("stock", f"stock_{stock}", "printer", f"printer_{printer}", *presses)(area, count, folder)

    return go


def _saved(area: StaffArea, count: int, folder: Path) -> None:
    _slip(area, count, folder)
    button(area, "save_slip").click()


def _opened(area: StaffArea, count: int, folder: Path) -> None:
    page("invitations")(area, count, folder)
    table = area.findChild(QTableView, "invitation_table")
    assert table is not None
    if count:
        table.row_pressed.emit(LONG_NAME if count > LONG_NAME else 0)  # type: ignore[attr-defined]  # InvitationTable's
    revoke = area.findChild(QAbstractButton, "invitation_revoke")
    if revoke is not None and revoke.isVisible():
        revoke.click()


def _nobody_fits(area: StaffArea, count: int, folder: Path) -> None:
    page("invitations")(area, count, folder)
    line(area, "invitation_search").setText("Zzyzx")
    line(area, "invitation_search").textEdited.emit("Zzyzx")


def _accounts(area: StaffArea, count: int, folder: Path) -> None:
    page("accounts")(area, count, folder)
    search = line(area, "account_search")
    search.setText("ana")
    search.returnPressed.emit()


def _account(area: StaffArea, count: int, folder: Path) -> None:
    _accounts(area, count, folder)
    table = area.findChild(QTableView, "account_table")
    assert table is not None
    if count:
        table.row_pressed.emit(LONG_NAME if count > LONG_NAME else 0)  # type: ignore[attr-defined]  # SearchTable's
        button(area, "account_change_email").click()


def _preview(area: StaffArea, count: int, folder: Path) -> None:
    page("import")(area, count, folder)
    path = folder / "Monday, all doctors and a name of a file that goes on.csv"
    path.write_text(sheet_of(count), encoding="utf-8")
    loader = area.findChild(ImportPage)
    assert loader is not None
    loader.open_file(str(path))


def _settings(area: StaffArea, count: int, folder: Path) -> None:
    _preview(area, count, folder)
    button(area, "sheet_settings").setChecked(True)


def _imported(area: StaffArea, count: int, folder: Path) -> None:
    _preview(area, count, folder)
    button(area, "sheet_import").click()


def _account_slip(area: StaffArea, count: int, folder: Path) -> None:
    _account(area, count, folder)
    button(area, "account_id_passport").click()
    button(area, "account_slip").click()


def _staff(desk: Desk) -> None:
    names = ("Maximiliana-Bartholomea von Hohenzollern-Sigmaringen", "Nguyễn Thị Minh Khai", "فاطمة الزهراء", "Jo")
    new = (StaffMember(UUID(int=90 + at), name, StaffRole.RECEPTIONIST, "") for at, name in enumerate(names))
    desk.people = (*desk.people, *new)


def _press(*names: str) -> Callable[[StaffArea, int, Path], None]:
    def go(area: StaffArea, count: int, folder: Path) -> None:
        for name in names:
            button(area, name).click()

    return go


def _printed_elsewhere(desk: Desk) -> None:
    desk.printing = PrintMemory().chose("The_printer_that_was_carried_to_the_other_building_last_week", "l7160")


def _scanned(area: StaffArea, count: int, folder: Path) -> None:
    page("settings")(area, count, folder)
    test = line(area, "scanner_test")
    test.setText("4006381333931")
    test.returnPressed.emit()


def _standing(status: SyncStatus) -> Callable[[Desk], None]:
    def prepare(desk: Desk) -> None:
        desk.current = status

    return prepare


WORST: Final = replace(
    OFFLINE, trouble=Trouble.NOT_TRUSTED, waiting=2000, stuck=12, clock_off=dt.timedelta(minutes=-95)
)

SCENES: Final[dict[str, Scene]] = {
    "door": Scene(lambda area, count, folder: None, signed_in=False),
    "door_crowd": Scene(lambda area, count, folder: None, _crowd, signed_in=False),
    "door_nobody": Scene(lambda area, count, folder: None, _nobody, signed_in=False),
    "enroll": Scene(page("enroll")),
    "enroll_refused": Scene(_refused),
    "enroll_has_account": Scene(_twin, _known),
    "slip": Scene(_slip),
    "slip_saved": Scene(_saved),
    "printers": Scene(_printing("stock"), printers=Printers()),
    "printer_gone": Scene(_slip, _printed_elsewhere, printers=Printers()),
    "printer_adjusted": Scene(_printing("adjust_printer", "test_page", stock="avery5160"), printers=Printers()),
    "printing": Scene(_printing("print_slip", stock="zebra2x1"), printers=Printers(PrintState.WAITING)),
    "printing_waits": Scene(_printing("print_slip"), printers=Printers(PrintState.NO_PAPER)),
    "print_trouble": Scene(_printing("print_slip"), printers=Printers(PrintState.PAUSED)),
    "printed": Scene(_printing("print_slip", stock="dymo30252"), printers=Printers()),
    "import": Scene(page("import")),
    "import_preview": Scene(_preview),
    "import_known": Scene(_preview, _known),
    "import_settings": Scene(_settings),
    "imported": Scene(_imported),
    "invitations": Scene(page("invitations")),
    "invitation_opened": Scene(_opened),
    "invitations_nobody_fits": Scene(_nobody_fits),
    "accounts": Scene(_accounts),
    "account_opened": Scene(_account),
    "attention": Scene(page(NEEDS_ATTENTION)),
    "account_slip": Scene(_account_slip),
    "settings": Scene(page("settings")),
    "settings_manager": Scene(page("settings"), _staff, manager=True),
    "settings_add": Scene(_press("nav_settings", "staff_add"), manager=True),
    "settings_screen": Scene(_press("nav_settings", "screen_size", "screen_language")),
    "settings_scanned": Scene(_scanned),
    "licences": Scene(_press("nav_settings", "about_licences")),
    "settings_pin": Scene(_press("nav_settings", "own_pin_change"), manager=True),
    "hand_over": Scene(_press("hand_over")),
    "sync": Scene(page("sync")),
    "sync_trouble": Scene(page("sync"), _standing(WORST)),
    "sync_first": Scene(page("sync"), _standing(replace(OFFLINE, last_success=None, trouble=Trouble.DISK))),
}
COUNTLESS: Final = frozenset(
    {"invitations", "invitation_opened", "import_preview", "accounts", "account_opened", "attention"}
)
"""Scenes that look different with more people."""


def show(scene: Scene, area: StaffArea, count: int, folder: Path) -> None:
    """Bring a scene into sight."""
    if scene.signed_in:
        sign_in(area, int(scene.manager), BENS_PIN if scene.manager else ANAS_PIN)
    scene.go(area, count, folder)
    settle()


__all__ = ["COUNTLESS", "SCENES", "Scene", "fill", "people", "settle", "sheet_of", "show", "slugs"]
