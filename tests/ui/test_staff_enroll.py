"""Enrolling a patient: the form, the invitation, the slip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.activation import ActivationCode
from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.desk_operations import InvitationDelivered
from kiosk.domain.refusals import Refused
from kiosk.domain.staff import AuditAction
from kiosk.printing.preview import SlipPreview
from kiosk.printing.readback import decode, read_codes
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.slip_state import SlipState
from kiosk.ui.staff.slip_step import SlipStep
from tests.ui.staff_fakes import ANA, ANAS_PIN, BENS_PIN, Desk, Later, button, line, sign_in, text

pytestmark = pytest.mark.rule("F1")

MARIA = {
    "enroll_first": "Maria",
    "enroll_last": "Okafor",
    "enroll_birth_date_month": "3",
    "enroll_birth_date_day": "27",
    "enroll_birth_date_year": "1984",
    "enroll_zip": "60614",
}


@pytest.fixture
def desk() -> Desk:
    """Return a desk."""
    return Desk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where slips go; it does not exist yet."""
    return tmp_path / "slips"


@pytest.fixture
def area(desk: Desk, folder: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the form, with Ana signed in."""
    with desk.area(folder) as made:
        sign_in(made, 0, ANAS_PIN)
        yield made


def fill(area: StaffArea, **answers: str) -> None:
    """Type Maria's answers, or others."""
    for name, answer in {**MARIA, **answers}.items():
        QTest.keyClicks(line(area, name), answer)


def all_texts() -> list[str]:
    """Return every text, value and accessible text of every widget there is, hidden ones too."""
    found = []
    for widget in QApplication.allWidgets():
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        for getter in ("text", "displayText", "placeholderText", "toPlainText"):
            value = getattr(widget, getter, None)
            if callable(value):
                found.append(str(value()))
    return found


def test_the_form_is_worked_by_the_keyboard_alone(area: StaffArea, desk: Desk) -> None:
    """Type, Tab, Enter: from the first letter to the next patient without a mouse (K5)."""
    keys = ("Maria", "Okafor", None, "3", "27", "1984", "60614")
    assert QApplication.focusWidget() is line(area, "enroll_first")
    for typed in keys:
        here = QApplication.focusWidget()
        assert here is not None
        if typed:
            QTest.keyClicks(here, typed)
        if typed != keys[-1]:
            QTest.keyClick(here, Qt.Key.Key_Tab)
    QTest.keyClick(line(area, "enroll_zip"), Qt.Key.Key_Return)
    assert desk.invitation.first == "Maria"
    assert QApplication.focusWidget() is button(area, "save_slip")
    QTest.keyClick(button(area, "save_slip"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is button(area, "next_patient")
    QTest.keyClick(button(area, "next_patient"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line(area, "enroll_first")
    assert line(area, "enroll_first").text() == ""


def test_what_is_required_makes_an_invitation(area: StaffArea, desk: Desk) -> None:
    """Name, date of birth and ZIP are enough; it is durable, in the list of the day and in the audit trail."""
    fill(area)
    button(area, "make_invitation").click()
    made = desk.invitation
    assert (made.first, made.last, made.birth_date, made.zip_code) == ("Maria", "Okafor", "1984-03-27", "60614")
    assert (made.email, made.phone, made.gender, made.language) == (None, None, None, "en")
    assert made.issued_by == ANA.staff_id
    assert made.id_document == ""
    assert made.expires_at == desk.time + dt.timedelta(days=14)
    assert [row.number for row in desk.rows()] == [made.number]
    assert AuditAction.INVITATION_MADE in desk.acts


def test_what_is_known_besides_goes_along(area: StaffArea, desk: Desk) -> None:
    """Email, phone, gender and the language of the slip, if known."""
    fill(area, enroll_email="maria@example.org", enroll_phone="(312) 555-0142")
    for name in ("enroll_gender", "enroll_gender_female", "enroll_language", "enroll_language_es"):
        button(area, name).click()
    button(area, "make_invitation").click()
    made = desk.invitation
    assert (made.email, made.phone, made.gender) == ("maria@example.org", "+13125550142", "female")
    assert made.language == "es"


@pytest.mark.rule("F4")
def test_a_photo_id_that_was_checked_goes_along(area: StaffArea, desk: Desk) -> None:
    """One press, if the desk looked at one: kind and colleague, no number; the next patient's is asked for anew."""
    fill(area)
    button(area, "enroll_id_passport").click()
    button(area, "enroll_id_state_id").click()
    button(area, "make_invitation").click()
    assert desk.invitation.id_document == "state_id"
    assert desk.acts[-2:] == [AuditAction.ID_CHECKED, AuditAction.INVITATION_MADE]
    assert not button(area, "enroll_id_state_id").isChecked()


@pytest.mark.rule("F4", "F5")
def test_a_photo_id_is_whose_looked_at_it(area: StaffArea, desk: Desk) -> None:
    """Whoever takes the half-typed form over looks at the photo ID, too; what was typed stays."""
    fill(area)
    button(area, "enroll_id_passport").click()
    button(area, "hand_over").click()
    sign_in(area, 1, BENS_PIN)
    assert line(area, "enroll_first").text() == "Maria"
    assert not button(area, "enroll_id_passport").isChecked()


def test_a_person_with_one_name(area: StaffArea, desk: Desk) -> None:
    """One-word names are names (S2): ticked, so that a forgotten last name is still noticed."""
    fill(area, enroll_last="")
    button(area, "make_invitation").click()
    assert not desk.bodies
    button(area, "enroll_one_name").click()
    button(area, "make_invitation").click()
    assert desk.invitation.last == ""


@pytest.mark.rule("S2", "F1")
def test_a_person_without_a_us_zip(area: StaffArea, desk: Desk) -> None:
    """Ticked, so that a forgotten ZIP is still noticed, and only with a photo ID: its chips say so until one is."""
    fill(area, enroll_zip="")
    button(area, "enroll_no_zip").click()
    button(area, "make_invitation").click()
    assert not desk.bodies
    sentence = "Without a US ZIP code, check the patient's photo ID and press which one you saw"
    assert button(area, "error_link_0").accessibleName() == sentence
    assert text(area, "enroll_id_error") == "First press the photo ID that you saw."
    assert QApplication.focusWidget() is button(area, "enroll_id_drivers_license")
    button(area, "enroll_id_passport").click()
    button(area, "make_invitation").click()
    assert (desk.invitation.zip_code, desk.invitation.id_document) == ("", "passport")
    assert not button(area, "enroll_no_zip").isChecked()


def test_a_zip_that_was_typed_counts(area: StaffArea, desk: Desk) -> None:
    """Whatever is ticked; no photo ID is demanded then."""
    fill(area)
    button(area, "enroll_no_zip").click()
    button(area, "make_invitation").click()
    assert (desk.invitation.zip_code, desk.invitation.id_document) == ("60614", "")


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("enroll_first", "", "Enter the patient's first name"),
        ("enroll_last", "", "Enter the patient's last name, or tick “This patient has one name only”"),
        ("enroll_birth_date_year", "84", "Enter the month, the day and the year with 4 digits"),
        ("enroll_birth_date_month", "13", "There is no such day. Please check the month, the day and the year"),
        ("enroll_birth_date_year", "2027", "This day has not come yet. Please check the year"),
        ("enroll_zip", "6061", "Enter a 5-digit ZIP code"),
        ("enroll_email", "maria@", "Enter an email address like name@example.com"),
        ("enroll_phone", "555", "Enter a phone number with its area code, like 555 010 1234"),
    ],
)
def test_each_field_says_what_is_wrong(area: StaffArea, desk: Desk, name: str, typed: str, sentence: str) -> None:
    """The sentence stands in the summary and at the field, the focus is on the field, nothing is made."""
    fill(area, **{name: typed})
    button(area, "make_invitation").click()
    assert not desk.bodies
    assert button(area, "error_link_0").accessibleName() == sentence
    field = name.removesuffix("_month").removesuffix("_year")
    assert text(area, f"{field}_error") == sentence
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith(field)
    assert line(area, "enroll_zip").text(), "what was typed stays"


def test_mended_errors_go_away(area: StaffArea, desk: Desk) -> None:
    """After mending the summary is gone and the invitation is made."""
    fill(area, enroll_zip="6061")
    button(area, "make_invitation").click()
    QTest.keyClicks(line(area, "enroll_zip"), "4")
    button(area, "make_invitation").click()
    assert desk.invitation.zip_code == "60614"


def test_a_date_in_the_practices_zone(area: StaffArea, desk: Desk) -> None:
    """Today is the practice's: late on the 22nd in Chicago it is the 23rd in UTC, and nobody is born tomorrow."""
    desk.time = dt.datetime(2026, 11, 23, 4, 0, tzinfo=dt.UTC)
    fill(area, enroll_birth_date_month="11", enroll_birth_date_day="23", enroll_birth_date_year="2026")
    button(area, "make_invitation").click()
    assert not desk.bodies


def test_nothing_made_is_said_and_nothing_typed_is_lost(area: StaffArea, desk: Desk) -> None:
    """A full disk: the sentence is true, the form keeps its answers, the next press works."""
    fill(area)
    desk.broken = True
    button(area, "make_invitation").click()
    assert text(area, "enroll_problem_text").endswith("Nothing was made.")
    assert line(area, "enroll_first").text() == "Maria"
    desk.broken = False
    button(area, "make_invitation").click()
    assert desk.invitation.first == "Maria"


def test_enter_twice_makes_one_invitation(area: StaffArea, desk: Desk) -> None:
    """A double press does not make a second invitation: the form is gone with the first."""
    fill(area)
    zip_line = line(area, "enroll_zip")
    QTest.keyClick(zip_line, Qt.Key.Key_Return)
    QTest.keyClick(zip_line, Qt.Key.Key_Return)
    button(area, "make_invitation").click()
    assert len(desk.bodies) == 1


def test_presses_while_the_disk_works_make_one_invitation(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    """The invitation is made in the background: an impatient hand makes no second one."""
    background = Later()
    with desk.area(folder, background=background) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        background.held = True
        button(area, "make_invitation").click()
        button(area, "make_invitation").click()
        QTest.keyClick(line(area, "enroll_zip"), Qt.Key.Key_Return)
        assert background.play() == 1
        assert len(desk.bodies) == 1


@pytest.mark.rule("K3")
def test_an_invitation_that_is_ready_after_signing_out_shows_nothing(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    """It is durable and in the list; on the screen of whoever comes next there is nothing of it."""
    background = Later()
    with desk.area(folder, background=background) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        background.held = True
        button(area, "make_invitation").click()
        area.sign_out()
        background.play()
        assert "Maria" not in "\n".join(all_texts())


@pytest.mark.rule("F3")
def test_the_saved_slip_reads_back_as_the_invitation(area: StaffArea, desk: Desk, folder: Path) -> None:
    """The PDF's QR code is this invitation's link; only then the invitation counts as printed (F3)."""
    fill(area)
    button(area, "make_invitation").click()
    (row,) = desk.rows()
    assert row.progress is InvitationProgress.READY
    button(area, "save_slip").click()
    path = folder / f"{desk.invitation.number}.pdf"
    assert read_codes(path) == [[f"https://portal.example.org/a#{desk.invitation.code}"]]
    assert path.stat().st_mode & 0o077 == 0
    (row,) = desk.rows()
    assert row.progress is InvitationProgress.PRINTED
    assert desk.acts[-1] is AuditAction.SLIP_PRINTED
    assert text(area, "slip_said").endswith(str(path))


@pytest.mark.rule("S9", "F1")
def test_an_invitation_goes_by_email_too(area: StaffArea, desk: Desk, folder: Path) -> None:
    """Ticked before the slip is saved: one mail, with the code; the next patient's is not ticked."""
    fill(area, enroll_email="maria@example.com")
    button(area, "make_invitation").click()
    assert button(area, "email_invitation").isVisible()
    assert "on paper only" in text(area, "slip_body")
    button(area, "email_invitation").click()
    assert "into the email, too" in text(area, "slip_body")
    button(area, "save_slip").click()
    delivered = [body for body in desk.bodies if isinstance(body, InvitationDelivered)]
    assert [(body.how, body.code) for body in delivered] == [("print", ""), ("email", desk.invitation.code)]
    assert desk.acts[-2:] == [AuditAction.SLIP_PRINTED, AuditAction.INVITATION_EMAILED]
    assert "The email goes out with the next sync." in text(area, "slip_said")
    button(area, "next_patient").click()
    assert not button(area, "email_invitation").isChecked()


@pytest.mark.rule("F1", "S16")
def test_without_an_address_or_a_tick_nothing_is_mailed(area: StaffArea, desk: Desk, folder: Path) -> None:
    """Nobody without an email is offered one; an empty box mails nothing."""
    fill(area)
    button(area, "make_invitation").click()
    assert not button(area, "email_invitation").isVisible()
    button(area, "save_slip").click()
    assert [body.how for body in desk.bodies if isinstance(body, InvitationDelivered)] == ["print"]


def test_no_code_is_ever_on_the_screen(area: StaffArea, desk: Desk) -> None:
    """Not as text in any widget, not as QR code in the picture: others may look over the shoulder."""
    fill(area)
    button(area, "make_invitation").click()
    code = ActivationCode.parse(desk.invitation.code)
    assert not isinstance(code, Refused)
    assert any(desk.invitation.number in said for said in all_texts())
    for press in ("save_slip", "next_patient", "nav_invitations", "lock"):
        seen = "\n".join(all_texts())
        assert code.symbols not in seen
        assert code.grouped not in seen
        assert all(part not in seen for part in code.grouped.split("-"))
        button(area, press).click()


def test_the_preview_shows_nothing_that_decodes(area: StaffArea) -> None:
    """The picture of the slip has an empty place where the code will be; the same painter on paper has a code."""
    fill(area)
    button(area, "make_invitation").click()
    preview = area.findChild(SlipPreview)
    assert preview is not None
    preview.resize(1200, 1550)
    assert decode(preview.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)) == []


def test_a_slip_that_cannot_be_saved_keeps_the_invitation(area: StaffArea, desk: Desk, folder: Path) -> None:
    """The folder is a file: the sentence says that the invitation stays, "Try again" works once the folder is one."""
    folder.write_text("in the way")
    fill(area)
    button(area, "make_invitation").click()
    button(area, "save_slip").click()
    assert "The invitation stays." in text(area, "slip_problem_text")
    assert not text(area, "slip_said")
    assert button(area, "save_slip").accessibleName() == "Try again"
    (row,) = desk.rows()
    assert row.progress is InvitationProgress.READY
    folder.unlink()
    button(area, "save_slip").click()
    assert (folder / f"{desk.invitation.number}.pdf").exists()
    (row,) = desk.rows()
    assert row.progress is InvitationProgress.PRINTED


@pytest.mark.rule("F5")
def test_a_slip_that_cannot_be_noted_is_no_slip(area: StaffArea, desk: Desk, folder: Path) -> None:
    """The disk takes the file but not its row: nobody keeps a code of which no trail tells; "Try again" works."""
    fill(area)
    button(area, "make_invitation").click()
    desk.broken = True
    button(area, "save_slip").click()
    assert list(folder.iterdir()) == []
    assert "The invitation stays." in text(area, "slip_problem_text")
    desk.broken = False
    button(area, "save_slip").click()
    assert (folder / f"{desk.invitation.number}.pdf").exists()


def test_nobody_leaves_while_a_slip_is_being_saved(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    """Until it is known whether the slip is a file, no button leads on; then the focus is on the way to the next."""
    background = Later()
    with desk.area(folder, background=background) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        button(area, "make_invitation").click()
        background.held = True
        button(area, "save_slip").click()
        assert [button(area, name).isEnabled() for name in ("save_slip", "next_patient")] == [False, False]
        background.play()
        assert (folder / f"{desk.invitation.number}.pdf").exists()
        assert QApplication.focusWidget() is button(area, "next_patient")


@pytest.mark.rule("F3")
def test_a_slip_that_does_not_read_back_is_no_slip(
    area: StaffArea, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that a scanner cannot read is deleted and does not count as printed (F3)."""
    monkeypatch.setattr("kiosk.ui.staff.slips.unread", lambda _pdf, slips, _paper, each: list(slips))
    fill(area)
    button(area, "make_invitation").click()
    button(area, "save_slip").click()
    assert not folder.exists()
    (row,) = desk.rows()
    assert row.progress is InvitationProgress.READY


def test_a_slip_may_be_left_unprinted(area: StaffArea, desk: Desk, folder: Path) -> None:
    """Whoever needs no paper goes on; the invitation stays ready to print."""
    fill(area)
    button(area, "make_invitation").click()
    assert button(area, "next_patient").accessibleName() == "Leave it unprinted"
    button(area, "next_patient").click()
    assert not folder.exists()
    assert line(area, "enroll_first").isVisible()


@pytest.mark.rule("K3")
def test_signing_out_forgets_the_slip(area: StaffArea, desk: Desk) -> None:
    """After the lock ran out or somebody left, neither name nor number of the last patient is in any widget."""
    fill(area)
    button(area, "make_invitation").click()
    area.sign_out()
    seen = "\n".join(all_texts())
    assert desk.invitation.number not in seen
    assert "Maria" not in seen
    step = area.findChild(SlipStep)
    assert step is not None
    assert step._state == SlipState()
    for part in (step, step._run, step._saving, step._question):
        held = [
            each for value in vars(part).values() for each in (value if isinstance(value, list | tuple) else [value])
        ]
        assert not {"ActivationCode", "MadeInvitation"} & {type(each).__name__ for each in held}, part


def test_a_slip_in_hand_survives_a_look_at_another_page(area: StaffArea, desk: Desk) -> None:
    """Looking at the list does not throw the unprinted slip away."""
    fill(area)
    button(area, "make_invitation").click()
    button(area, "nav_invitations").click()
    button(area, "nav_enroll").click()
    button(area, "save_slip").click()
    assert desk.acts[-1] is AuditAction.SLIP_PRINTED
