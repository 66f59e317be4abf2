"""A reset slip of the front desk at the tablet: code and date of birth, then a new password, once (F7)."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from kiosk.domain.activation import CodeUse
from kiosk.domain.credentials import Password
from kiosk.domain.patient_ports import UserIdState
from kiosk.domain.replies import ReplyState, SlipReply
from kiosk.domain.values import BirthDate, UserId
from kiosk.ui.widgets import PlainLineEdit
from tests.ui.fakes import CODE, HOST, Kiosk

pytestmark = pytest.mark.rule("F7")

BORN = {"slip_birth_date_month": "3", "slip_birth_date_day": "27", "slip_birth_date_year": "1984"}
SLIP = CODE.link(HOST, CodeUse.RESET_SLIP)
INVITATION = CODE.link(HOST)
OF_SLIP = "This slip is for your user ID or a new password. Use it with “forgot your password?” on the first screen"
OF_INVITATION = "This code is for a new account. Use it with “I have an invitation” on the first screen"
DATE = BirthDate(dt.date(1984, 3, 27))
OPENED = ("open_reset_slip", CODE, DATE)
USED = ("use_reset_slip", CODE, DATE, Password("Harbor99"), None)
WRONG = "These do not match, or the slip was used before or is too old."


def to_password(kiosk: Kiosk) -> None:
    """From the welcome screen to the new password."""
    kiosk.tap("forgot_password", "have_slip")
    kiosk.fill({"slip_code": CODE.symbols} | BORN)
    opens(kiosk)


def opens(kiosk: Kiosk, state: ReplyState = ReplyState.DONE, user_id: str = "maria.okafor27") -> None:
    """Send code and date of birth, and let the portal answer."""
    kiosk.service.replies["open_reset_slip"] = SlipReply(state, user_id=user_id)
    kiosk.go_on()


def use(kiosk: Kiosk, state: ReplyState, until: dt.datetime | None = None) -> None:
    """Type the new password, and let the portal answer."""
    kiosk.service.replies["use_reset_slip"] = SlipReply(state, until, user_id="maria.okafor27")
    kiosk.fill({"slip_password": "Harbor99"})
    kiosk.go_on()


@pytest.mark.rule("S36")
def test_a_slip_leads_to_a_new_password(kiosk: Kiosk) -> None:
    """Neither secret answer nor mail is asked; the user ID is told before and after; then one may log in."""
    kiosk.tap("forgot_password")
    assert kiosk.said("have_slip") == "I have a slip from the front desk"
    kiosk.tap("have_slip")
    assert kiosk.said("reset_slip_title") == "Your slip from the front desk"
    kiosk.fill({"slip_code": CODE.symbols} | BORN)
    assert kiosk.said("slip_code") == CODE.grouped
    opens(kiosk)
    assert kiosk.said("slip_password_page_title") == "Choose a new password"
    assert kiosk.said("slip_user_id_known") == "maria.okafor27"
    assert not kiosk.seen("slip_user_id")
    use(kiosk, ReplyState.DONE)
    assert kiosk.service.asked == [OPENED, USED]
    assert kiosk.said("password_changed_title") == "Your password is changed."
    assert kiosk.said("password_changed_user_id") == "maria.okafor27"
    assert kiosk.said("password_changed_body").startswith("You can log in now.")
    assert kiosk.wizard.at_end
    assert kiosk.wizard.draft.password is None
    kiosk.tap("password_changed_log_in")
    assert kiosk.page == "log_in_page"
    assert kiosk.wizard.draft.slip is None


def test_a_slip_scanned_on_the_welcome_screen_jumps_in(kiosk: Kiosk) -> None:
    """Its code stands there, the keyboard is at the date of birth, and nothing else is asked."""
    kiosk.scan(SLIP)
    assert kiosk.page == "reset_slip"
    assert kiosk.said("slip_code") == CODE.grouped
    assert kiosk.said("step") == "Step 1 of 2"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "slip_birth_date_month"
    kiosk.fill(BORN)
    opens(kiosk)
    use(kiosk, ReplyState.DONE)
    assert kiosk.service.asked == [OPENED, USED]


@pytest.mark.rule("S2", "S30")
@pytest.mark.parametrize("scanned", [True, False], ids=["scanned", "typed"])
def test_who_forgot_the_user_id_and_has_no_email_takes_the_slip(kiosk: Kiosk, scanned: bool) -> None:
    """The page that asks for the email says so, and leads there; "Back" leads to the email again."""
    kiosk.tap("forgot_user_id")
    assert "The front desk makes you a slip." in kiosk.said("recovery_email_hint")
    if scanned:
        kiosk.scan(SLIP)
    else:
        kiosk.tap("recovery_slip")
        kiosk.type("slip_code", CODE.symbols)
    assert (kiosk.page, kiosk.said("step")) == ("reset_slip", "Step 2 of 3")
    kiosk.fill(BORN)
    opens(kiosk)
    assert kiosk.said("slip_user_id_known") == "maria.okafor27"
    kiosk.tap("back")
    kiosk.tap("back")
    assert kiosk.page == "recover_email"
    kiosk.fill({"recovery_email": "maria@mail.example"})
    kiosk.go_on()
    assert kiosk.page == "recover_birth_date"


@pytest.mark.rule("S2")
def test_who_knows_the_password_still_just_logs_in(kiosk: Kiosk) -> None:
    """The user ID is read first, without a keyboard before it; nothing of the slip goes along."""
    to_password(kiosk)
    assert not isinstance(QApplication.focusWidget(), PlainLineEdit)
    kiosk.tap("slip_log_in")
    assert kiosk.page == "log_in_page"
    assert kiosk.service.asked == [OPENED]
    assert (kiosk.wizard.draft.slip, kiosk.wizard.draft.slip_user_id) == (None, "")


@pytest.mark.rule("S2", "S4")
def test_an_account_without_user_id_gets_one(kiosk: Kiosk) -> None:
    """By the rules of the sign-up; a taken one is told, whoever finds it, and the password stays where it was."""
    kiosk.scan(SLIP)
    kiosk.fill(BORN)
    opens(kiosk, user_id="")
    assert kiosk.said("slip_password_page_title") == "Choose a user ID and a password"
    assert not kiosk.seen("slip_user_id_known")
    kiosk.fill({"slip_user_id": "abc", "slip_password": "Harbor99"})
    kiosk.go_on()
    assert kiosk.said("slip_user_id_error") == "Use 6 to 32 characters for your user ID"
    kiosk.type("slip_user_id", "Okafor.84")
    kiosk.service.user_id_state = UserIdState.TAKEN
    kiosk.go_on()
    assert kiosk.service.asked == [OPENED]
    assert kiosk.said("slip_user_id_error").startswith("Somebody already has this user ID")
    kiosk.service.user_id_state = UserIdState.FREE
    kiosk.service.replies["use_reset_slip"] = SlipReply(ReplyState.WRONG, taken=True)
    kiosk.go_on()
    assert kiosk.said("slip_user_id_error").startswith("Somebody already has this user ID")
    assert kiosk.line("slip_password").text() == "Harbor99"
    kiosk.service.replies["use_reset_slip"] = SlipReply(ReplyState.DONE, user_id="okafor.84")
    kiosk.go_on()
    assert kiosk.service.asked[-1] == (*USED[:-1], UserId("okafor.84"))
    assert kiosk.said("password_changed_title") == "Your user ID and your password are saved."
    assert kiosk.said("password_changed_user_id") == "okafor.84"
    assert kiosk.wizard.draft.password is None


@pytest.mark.rule("K3")
def test_the_user_id_leaves_with_its_holder(kiosk: Kiosk) -> None:
    """Neither page shows it to the next one."""
    to_password(kiosk)
    use(kiosk, ReplyState.DONE)
    kiosk.idle.expired.emit()
    assert not any(label.text() == "maria.okafor27" for label in kiosk.window.findChildren(QLabel))
    assert not kiosk.seen("password_changed")


def test_a_slip_scanned_where_the_user_id_is_asked_is_the_choice_of_the_slip(kiosk: Kiosk) -> None:
    """Who holds it under the scanner need not look for the button; another one scanned later replaces it."""
    kiosk.tap("forgot_password")
    kiosk.scan(INVITATION)
    assert kiosk.said("error_link_0") == OF_INVITATION
    kiosk.scan(SLIP)
    assert kiosk.said("slip_code") == CODE.grouped
    assert kiosk.said("recovery_user_id") == ""
    kiosk.type("slip_code", "")
    kiosk.tap("back")
    kiosk.scan(SLIP)
    assert kiosk.said("slip_code") == CODE.grouped


@pytest.mark.parametrize("typed", [True, False], ids=["date first", "scan first"])
def test_a_slip_scanned_on_its_page_goes_on_when_nothing_is_missing(kiosk: Kiosk, typed: bool) -> None:
    """Before the date is typed the keyboard goes there; after it the page is answered."""
    kiosk.tap("forgot_password", "have_slip")
    if typed:
        kiosk.fill(BORN)
    kiosk.scan(SLIP)
    assert kiosk.said("slip_code") == CODE.grouped
    if not typed:
        assert not kiosk.seen("error_summary")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == "slip_birth_date_month"
    assert kiosk.wizard.busy is typed


@pytest.mark.rule("S10")
def test_slip_and_invitation_are_kindly_told_apart(kiosk: Kiosk) -> None:
    """Each says what it is where the other is expected; nothing is asked of the portal, nothing left in the field."""
    kiosk.tap("have_invitation")
    kiosk.scan(SLIP)
    assert (kiosk.page, kiosk.said("code_error"), kiosk.said("code")) == ("activation_code", OF_SLIP, "")
    kiosk.tap("back")
    kiosk.tap("forgot_password", "have_slip")
    kiosk.scan(INVITATION)
    assert (kiosk.page, kiosk.said("slip_code_error"), kiosk.said("slip_code")) == ("reset_slip", OF_INVITATION, "")
    assert (kiosk.service.asked, kiosk.service.checked) == ([], [])


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        (
            {},
            [
                "A code has 15 letters and numbers. Please check your code",
                "Enter the month, the day and the year with 4 digits",
            ],
        ),
        (
            {"slip_code": CODE.symbols[:-1] + "0"} | BORN,
            ["One letter or number is not right. Please check your code"],
        ),
        (
            {"slip_code": CODE.symbols} | BORN | {"slip_birth_date_year": "1884"},
            ["Enter a year from 1900 on"],
        ),
    ],
)
def test_what_cannot_be_right_is_told_before_it_costs_a_try(
    kiosk: Kiosk, answers: dict[str, str], problems: list[str]
) -> None:
    """A slip of the finger is told at its field, all at once, without the portal."""
    kiosk.tap("forgot_password", "have_slip")
    kiosk.fill(answers)
    kiosk.go_on()
    assert kiosk.page == "reset_slip"
    assert [kiosk.said(f"error_link_{number}") for number in range(len(problems))] == problems
    assert not kiosk.seen(f"error_link_{len(problems)}")
    assert kiosk.service.asked == []


@pytest.mark.rule("S5", "S6", "S7", "S43")
def test_the_new_password_keeps_the_rules(kiosk: Kiosk) -> None:
    """The same rules as at sign-up; a refused password is not sent."""
    to_password(kiosk)
    kiosk.fill({"slip_password": "Harbor#9"})
    kiosk.go_on()
    assert kiosk.page == "slip_password_page"
    assert kiosk.said("error_link_0") == "Your password cannot have this sign: #. Use only letters A-Z and numbers"
    assert kiosk.service.asked == [OPENED]


@pytest.mark.rule("K3")
@pytest.mark.parametrize("state", [ReplyState.WRONG, ReplyState.EXPIRED])
def test_what_does_not_match_can_be_mended(kiosk: Kiosk, state: ReplyState) -> None:
    """One sentence for code, date and age of the slip; what was typed stays, but for the password, kept nowhere."""
    kiosk.scan(SLIP)
    kiosk.fill(BORN)
    opens(kiosk, state)
    assert kiosk.page == "reset_slip"
    assert kiosk.said("error_link_0").startswith(WRONG)
    assert "front desk" in kiosk.said("error_link_0")
    opens(kiosk)
    use(kiosk, state)
    assert kiosk.page == "slip_password_page"
    assert kiosk.said("error_link_0").startswith(WRONG)
    assert kiosk.wizard.draft.password is None
    line = kiosk.line("slip_password")
    assert line.text() == ""
    assert not line.isUndoAvailable()
    kiosk.tap("back")
    assert (kiosk.said("slip_code"), kiosk.said("slip_birth_date_day")) == (CODE.grouped, "27")
    kiosk.type("slip_birth_date_day", "26")
    opens(kiosk)
    use(kiosk, ReplyState.DONE)
    assert kiosk.service.asked[-1][2] == BirthDate(dt.date(1984, 3, 26))
    assert kiosk.page == "password_changed"


@pytest.mark.rule("S44")
@pytest.mark.parametrize("which", ["open_reset_slip", "use_reset_slip"])
def test_too_many_tries_are_locked_with_a_clock(kiosk: Kiosk, which: str) -> None:
    """The lock's own page, and the tablet is free for the next patient."""
    locked = SlipReply(ReplyState.LOCKED, dt.datetime.now(dt.UTC) + dt.timedelta(minutes=14, seconds=30))
    if which == "open_reset_slip":
        kiosk.scan(SLIP)
        kiosk.fill(BORN)
    else:
        to_password(kiosk)
        kiosk.fill({"slip_password": "Harbor99"})
    kiosk.service.replies[which] = locked
    kiosk.go_on()
    assert kiosk.page == "locked"
    assert kiosk.said("locked_clock").startswith("14:")
    assert kiosk.wizard.at_end


@pytest.mark.rule("K1")
def test_without_a_connection_nothing_is_lost(kiosk: Kiosk) -> None:
    """Kind words and the front desk; "Back" leads to the same slip, which was not used."""
    kiosk.scan(SLIP)
    kiosk.fill(BORN)
    opens(kiosk, ReplyState.NOT_CONNECTED)
    assert kiosk.page == "not_connected"
    kiosk.tap("back")
    opens(kiosk)
    use(kiosk, ReplyState.NOT_CONNECTED)
    assert kiosk.page == "not_connected"
    assert kiosk.said("not_connected_desk_text") == "Ask the front desk: they can help you now."
    kiosk.tap("back")
    use(kiosk, ReplyState.DONE)
    assert kiosk.service.asked == [OPENED, OPENED, USED, USED]
    assert kiosk.page == "password_changed"


def test_asking_too_often_says_so(kiosk: Kiosk) -> None:
    """The page stays."""
    kiosk.scan(SLIP)
    kiosk.fill(BORN)
    opens(kiosk, ReplyState.WAIT)
    assert kiosk.page == "reset_slip"
    assert kiosk.said("error_link_0").startswith("You asked for this several times.")
    opens(kiosk)
    use(kiosk, ReplyState.WAIT)
    assert kiosk.page == "slip_password_page"
    assert kiosk.said("error_link_0").startswith("You asked for this several times.")


@pytest.mark.rule("S36")
def test_who_has_no_slip_after_all_gives_the_user_id(kiosk: Kiosk) -> None:
    """From the slip "Back" leads to the usual way."""
    kiosk.tap("forgot_password", "have_slip")
    kiosk.tap("back")
    kiosk.fill({"recovery_user_id": "maria27"})
    kiosk.go_on()
    assert kiosk.service.asked == [("recover_password", "maria27")]
    assert kiosk.page == "not_connected"


@pytest.mark.rule("K3")
def test_nothing_of_a_slip_is_left_for_the_next_patient(kiosk: Kiosk) -> None:
    """Neither code nor date, after silence."""
    to_password(kiosk)
    kiosk.idle.expired.emit()
    kiosk.tap("forgot_password", "have_slip")
    assert [kiosk.said(name) for name in ("slip_code", *BORN)] == [""] * 4
