"""The front desk (F1-F7): a day sheet, a wrong ZIP code, a lost password without an email, a colleague."""

from __future__ import annotations

from kiosk.demo.day_sheet import READY, ROWS, write_day_sheet
from kiosk.demo.people import COLLEAGUE, MOVED, NO_EMAIL, RIVERSIDE, WALKS_IN
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House
from kiosk.demo.scenes.patient import Patient
from kiosk.demo.scenes.receptionist import Receptionist

NEW_PASSWORD = "Glacier1939"  # noqa: S105 - made up


def morning(house: House) -> None:
    """A slip for each who needs one, a reason for each who gets none."""
    house.begin("The front desk's morning")
    desk = Receptionist(house)
    sheet = write_day_sheet(house.sheets)
    said = desk.loads(sheet)
    if said != f"Import {len(READY)} of {len(ROWS)}":
        raise PlayError(f"the desk says {said}")
    desk.player.picture("Front desk: the day sheet, with a reason for each row that is left out")
    house.step(f"The day's list of {len(ROWS)} patients is loaded. Each row left out says why: “{said}”.")
    left_out = desk.saves_left_out(sheet)
    if left_out != len(ROWS) - len(READY):
        raise PlayError(f"{left_out} rows are left out")
    house.step(f"The {left_out} left out are saved as CSV, to be mended.")
    desk.imports(READY, picture="Front desk: the slips of the day")
    house.step(f"{len(READY)} slips are printed to PDF; a scanner library reads every QR code back.")
    house.end(f"{len(READY)} slips")


def wrong_zip(house: House) -> None:
    """The chart has another ZIP code; the patient's page waits, and goes on by itself."""
    house.begin("A wrong ZIP code")
    desk = Receptionist(house)
    patient = Patient(house, MOVED)
    player = patient.player
    player.find("welcome")
    player.scan(house.handed_out[MOVED.name])
    player.find("invited_person")
    patient.fills_date("invited_birth_date")
    patient.fills("invited_zip", MOVED.zip_code)
    patient.goes_on()
    player.find("invited_ask_desk")
    patient.picture("Date of birth or ZIP code does not match")
    house.step(f"{MOVED.name} scans the slip of the morning and types the ZIP code of her new home: no match.")
    player.tap("invited_ask_desk")
    player.find("held_about")
    house.step("“Ask the front desk”: the page is held; nothing of the patient stands on it.")
    desk.allows(MOVED, picture="Front desk: the invitation has another ZIP code")
    house.step("Two taps at the desk: the photo ID that was seen, and the button that corrects the ZIP code.")
    if patient.comes_to("required_questions", "credentials") == "required_questions":
        patient.answers_questions()
    house.step("The held page goes on by itself.")
    patient.chooses_credentials()
    if patient.comes_to("active", "profile") == "profile":
        player.tap("profile_skip")
    patient.ends("active")
    house.has_account(MOVED.user_id, RIVERSIDE.name)
    house.has_activated(MOVED)
    house.mailed("welcome", MOVED.email)
    patient.leaves()
    house.end("active")


def lost_password(house: House) -> None:
    """No email, so a one-time slip; the desk never sees a password."""
    house.begin("A lost password, without an email address")
    desk = Receptionist(house)
    desk.opens_account(NO_EMAIL)
    house.step(f"The front desk finds {NO_EMAIL.name}'s account and looks at the photo ID.")
    slip = desk.makes_reset_slip(NO_EMAIL, picture="Front desk: the one-time slip")
    house.step("A one-time slip is printed to PDF; a scanner library reads its QR code back.")
    patient = Patient(house, NO_EMAIL)
    player = patient.player
    player.tap("forgot_password")
    player.find("recover_user_id")
    player.tap("have_slip")
    player.find("reset_slip")
    player.scan(slip)
    patient.fills_date("slip_birth_date")
    patient.picture("“I have a slip from the front desk”")
    patient.goes_on()
    player.find("slip_password_page")
    patient.picture("The slip tells the user ID")
    patient.fills("slip_password", NEW_PASSWORD)
    patient.goes_on()
    player.find("password_changed")
    patient.picture("The password is changed")
    house.step("At the tablet: “I have a slip from the front desk”, scanned; birthday; the user ID; a new password.")
    player.tap("password_changed_log_in")
    patient.logs_in(NEW_PASSWORD)
    if patient.comes_to("joined", "profile") == "profile":
        player.tap("profile_skip")
        player.find("joined")
    house.step("The new password logs in.")
    patient.leaves()
    house.end("password changed")


def hands_over(house: House) -> None:
    """What one began the other ends, in a name and with a PIN of her own."""
    house.begin("A new colleague takes over")
    desk = Receptionist(house)
    player = desk.player
    name, pin = COLLEAGUE
    desk.adds_colleague(name, pin)
    player.picture("Front desk: the staff, as a manager sees it")
    house.step(f"Under “Settings” {RIVERSIDE.manager} adds {name}, who types a PIN of her own.")
    desk.types_name(WALKS_IN)
    player.tap("hand_over")
    player.find("staff_member_1")
    player.picture("Front desk: hand over")
    house.step(f"{RIVERSIDE.manager} is called away in the middle of a patient: “Hand over”.")
    desk.signs_in(name, pin)
    desk.types_rest(WALKS_IN)
    desk.prints(WALKS_IN)
    house.step(f"{name} signs in, goes on where it was left, and prints the slip in her own name.")
    house.end("handed over")
