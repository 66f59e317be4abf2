"""What a patient does who forgot user ID or password: one method a page (S30-S39)."""

from __future__ import annotations

from kiosk.domain.activation import ActivationCode
from tests.journeys.steps_base import Steps, retype


class RecoverySteps(Steps):
    """Both ways from the welcome screen, the log-in page, or "Forgot Password"."""

    # "forgot your user ID?"

    def forgot_user_id(self) -> None:
        """Tap the link, on the welcome screen or on the log-in page."""
        where = self.comes_to("welcome", "log_in_page")
        self.player.tap("forgot_user_id" if where == "welcome" else "log_in_forgot_user_id")
        self.player.find("recover_email")

    def gives_email(self, email: str = "") -> None:
        """First page; the person's own address by default."""
        self.player.find("recover_email")
        retype(self.player, "recovery_email", email or self.person.email)
        self.player.tap("primary")
        self.player.find("recover_birth_date")

    def confirms_birth_date(self, *, day: str = "") -> None:
        """Second page; a wrong day where given."""
        person = self.person
        self.player.find("recover_birth_date")
        for part, typed in (("month", person.month), ("day", day or person.day), ("year", person.year)):
            retype(self.player, f"recovery_birth_date_{part}", typed)
        self.player.tap("primary")
        self.player.wait_until(lambda: not self.sees("busy"), "the answer")

    def answers_question(self, answer: str = "") -> str:
        """Third page; the person's own answer by default; returns what came."""
        self.player.find("recover_answer")
        retype(self.player, "recovery_answer", answer or self.person.answer)
        return self._sends("user_id_sent")

    # "forgot your password?"

    def forgot_password(self) -> None:
        """Tap the link, on the welcome screen or on the log-in page."""
        where = self.comes_to("welcome", "log_in_page")
        self.player.tap("forgot_password" if where == "welcome" else "log_in_forgot_password")
        self.player.find("recover_user_id")

    def gives_user_id(self, user_id: str = "") -> None:
        """First page; the person's own user ID by default."""
        self.player.find("recover_user_id")
        retype(self.player, "recovery_user_id", user_id or self.person.user_id)
        self.player.tap("primary")
        self.player.wait_until(lambda: not self.sees("busy"), "the answer")

    def sets_password(self, password: str, answer: str = "") -> str:
        """Second page: secret answer and new password; returns what came."""
        self.player.find("set_password")
        retype(self.player, "security_answer", answer or self.person.answer)
        retype(self.player, "new_password", password)
        return self._sends("confirm_password_page")

    def confirms_password(self, code: str, password: str) -> str:
        """Third page: the mail's digits and the password again; returns what came."""
        self.player.find("confirm_password_page")
        retype(self.player, "confirm_code", code)
        retype(self.player, "confirm_password", password)
        return self._sends("password_confirmed")

    def confirms_at_home(self) -> None:
        """Leave it to the mail's link."""
        self.player.tap("confirm_at_home")
        self.player.find("password_mailed")

    # A slip of the front desk (F7)

    def takes_out_slip(self) -> None:
        """On "forgot your password?" choose the slip."""
        self.forgot_password()
        self.player.tap("have_slip")
        self.player.find("reset_slip")

    def gives_slip(self, code: ActivationCode | None, *, day: str = "") -> str:
        """Code, None where it was scanned, and date of birth; a wrong day where given; returns what came."""
        self.player.find("reset_slip")
        if code is not None:
            retype(self.player, "slip_code", code.symbols)
        person = self.person
        for part, typed in (("month", person.month), ("day", day or person.day), ("year", person.year)):
            retype(self.player, f"slip_birth_date_{part}", typed)
        return self._sends("slip_password_page")

    def sets_password_by_slip(self, password: str, *, user_id: str = "") -> str:
        """The new password, and the user ID where one is asked for; returns what came."""
        if user_id:
            retype(self.player, "slip_user_id", user_id)
        retype(self.player, "slip_password", password)
        return self._sends("password_changed")

    def _sends(self, next_page: str) -> str:
        self.player.tap("primary")
        self.player.wait_until(lambda: not self.sees("busy"), "the answer")  # a problem may stand there from before
        return self.comes_to(next_page, "locked", "not_connected", "error_summary")
