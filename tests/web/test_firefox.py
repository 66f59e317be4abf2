"""A mailed link walked to its end in Firefox, with JavaScript switched off (S46)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kiosk.portal import bcrypts
from tests.web import firefox
from tests.web.clinic import Clinic

pytestmark = pytest.mark.tier("firefox")


@pytest.mark.rule("S40", "S46")
def test_direct_reset_in_firefox(clinic: Clinic, tmp_path: Path) -> None:
    """Looked at three times, refused once by the rules, taken, and then used up; under the portal's own name."""
    patient = clinic.patient()
    clinic.direct(patient)
    link = f"http://{clinic.address}{urlsplit(clinic.mailed(patient.email, 'direct_reset')).path}"
    with firefox.running(tmp_path) as browser:
        for _ in range(3):
            browser.open(link)
            assert browser.text("h1") == "Choose a new password"
        browser.write("#password", "summer#lake")
        browser.press("button.main")
        assert "Your password cannot have this sign: #" in browser.text("#password-error")
        browser.write("#password", "Summer7lake")
        browser.write("#again", "Summer7lake")
        browser.press("button.main")
        assert browser.text("h1") == "Your password is changed."
        browser.open(link)
        assert browser.text("h1") == "This link has been used or is too old"
    assert bcrypts.password_matches("Summer7lake", clinic.account(patient).password_hash)
