"""A patient whose photo ID the desk checked gets a slip: a new password, once, at the tablet or at home (F7)."""

from __future__ import annotations

import secrets

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ENTROPY_BYTES, ActivationCode, CodeUse
from kiosk.portal import practices, reset_slips
from kiosk.portal.letters import Post
from kiosk.protocol.reset_slip import lookup_id
from tests.journeys.conftest import Stage
from tests.journeys.home import Home
from tests.journeys.house import HOST, House, utc_now
from tests.journeys.known import know
from tests.journeys.line import Fault
from tests.journeys.people import somebody
from tests.journeys.screen import page
from tests.journeys.steps import Patient

pytestmark = pytest.mark.rule("F7")

NEW = "Harbor99new"
WRONG = "These do not match, or the slip was used before or is too old. "


@pytest.fixture
def patient(house: House, tablet: Stage) -> Patient:
    """Return somebody with an account, before the welcome screen."""
    person = somebody()
    know(house, tablet, person)
    return Patient(tablet.player, person)


def slip(house: House, patient: Patient) -> ActivationCode:
    """What the desk's request makes at the portal: the code is on the slip alone."""
    code = ActivationCode.from_entropy(secrets.token_bytes(ENTROPY_BYTES))
    account = house.account(patient.person.user_id)
    assert account is not None

    def issue(connection: sa.Connection) -> None:
        post = Post(connection, house.keys, practices.get(connection, house.practice_id), utc_now())
        reset_slips.issue(post, account.account_id, lookup_id(code))

    house.database.run(issue)
    return code


def refused(patient: Patient, code: ActivationCode) -> bool:
    """Whether the slip does not work at the tablet; ends at the welcome screen."""
    patient.takes_out_slip()
    came = patient.gives_slip(code)
    told = came == "error_summary" and patient.problem().startswith(WRONG)
    patient.starts_over()
    return told


class TestAtTheTablet:
    """Typed or scanned."""

    @pytest.mark.rule("S36", "S25")
    def test_typed(self, house: House, patient: Patient) -> None:
        """Without secret answer or mail, with the user ID told; then one logs in; old password and slip are over."""
        code = slip(house, patient)
        patient.forgot_password()
        assert patient.reads("have_slip") == "I have a slip from the front desk"
        patient.player.tap("have_slip")
        assert patient.gives_slip(code) == "slip_password_page"
        assert patient.reads("slip_user_id_known") == patient.person.user_id
        assert patient.sets_password_by_slip(NEW) == "password_changed"
        assert patient.reads("password_changed_title") == "Your password is changed."
        house.mailed(patient.person.email, "password_changed")
        patient.player.tap("password_changed_log_in")
        patient.logs_in()
        assert patient.problem() == "User ID and password do not match. Please try again."
        patient.logs_in(password=NEW)
        assert patient.comes_to("profile", "joined")
        patient.starts_over()
        assert refused(patient, code)

    @pytest.mark.rule("S44", "K1")
    def test_scanned(self, house: House, patient: Patient) -> None:
        """The scan jumps in; without a network nothing is lost; five wrong dates lock, the right one, too."""
        code = slip(house, patient)
        patient.player.scan(code.link(HOST, CodeUse.RESET_SLIP))
        house.line.close()
        other = "1" if patient.person.day != "1" else "2"
        assert patient.gives_slip(None, day=other) == "not_connected"
        house.line.mends()
        patient.player.tap("back")
        for _ in range(4):
            assert patient.gives_slip(None, day=other) == "error_summary"
            assert patient.problem().startswith(WRONG)
        assert patient.gives_slip(None, day=other) == "locked"
        patient.leaves()
        patient.player.scan(code.link(HOST, CodeUse.RESET_SLIP))
        assert patient.gives_slip(None) == "locked"
        assert patient.reads("locked_clock").startswith(("14:", "15:00"))
        patient.leaves()
        patient.logs_in()
        assert patient.comes_to("profile", "joined")

    @pytest.mark.rule("K1")
    def test_a_lost_answer(self, house: House, patient: Patient) -> None:
        """The portal took the password, and the tablet does not know: tried again, it says so, and it is true."""
        code = slip(house, patient)
        patient.takes_out_slip()
        patient.gives_slip(code)
        house.line.breaks(Fault.LOST_ANSWER, path="/v1/commands/use-reset-slip", times=1)
        assert patient.sets_password_by_slip("Harbor98new") == "not_connected"
        patient.player.tap("back")
        assert patient.sets_password_by_slip(NEW) == "password_changed"
        assert house.queued(patient.person.email).count("password_changed") == 1
        patient.leaves()
        assert refused(patient, code)
        patient.logs_in(password=NEW)
        assert patient.comes_to("profile", "joined")

    @pytest.mark.rule("S10")
    def test_where_an_invitation_is_expected(self, house: House, patient: Patient) -> None:
        """The slip is called what it is; it costs no try and works in its place."""
        code = slip(house, patient)
        patient.player.tap("have_invitation")
        patient.player.find("activation_code")
        patient.player.scan(code.link(HOST, CodeUse.RESET_SLIP))
        assert patient.problem().startswith("This slip is for your user ID or a new password.")
        assert page(patient.player) == "activation_code"
        patient.starts_over()
        patient.takes_out_slip()
        patient.gives_slip(code)
        assert patient.sets_password_by_slip(NEW) == "password_changed"


@pytest.mark.tier("chromium")
class TestAtHome:
    """The slip's square code, on the patient's own phone."""

    @pytest.mark.rule("S46")
    def test_by_the_link(self, house: House, patient: Patient, home: Home) -> None:
        """The code fills itself in; a wrong date first, then the right one; afterwards the tablet refuses the slip."""
        person = patient.person
        code = slip(house, patient)
        home.page.goto(code.link(HOST, CodeUse.RESET_SLIP).replace("https", "http"))
        assert home.heading() == "Your slip from the front desk"
        assert home.page.get_by_label("Code on the slip").input_value() == code.grouped
        for day in ("1" if person.day != "1" else "2", person.day):
            for label, typed in (("Month", person.month), ("Day", day), ("Year", person.year)):
                home.fill(label, typed)
            home.press()
            assert (WRONG in home.says()) is (day != person.day)
        assert home.heading() == "Choose a new password"
        assert person.user_id in home.says()
        home.fill("New password", NEW)
        home.fill("The same password again", NEW)
        home.press()
        assert home.heading() == "Your password is changed."
        house.mailed(person.email, "password_changed")
        assert refused(patient, code)
        patient.logs_in(password=NEW)
        assert patient.comes_to("profile", "joined")
