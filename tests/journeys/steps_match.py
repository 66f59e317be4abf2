"""What a patient does where the portal knows somebody: the code asked for, an account found, the front desk asked."""

from __future__ import annotations

from tests.journeys.steps_base import Steps, retype


class MatchSteps(Steps):
    """The pages between the required questions and the credentials."""

    # Held by the front desk

    def is_held(self) -> None:
        """Wait for the front desk behind the neutral cover."""
        self.comes_to("held_about", "held_match")

    def goes_on(self) -> str:
        """Wait until the held page goes on by itself; returns what came."""
        return self.comes_to("required_questions", "credentials", "verify_phone", "front_desk")

    # Activation code asked for

    def is_asked_for_code(self) -> None:
        """The match found an invitation."""
        self.player.find("code_asked")

    def types_asked_code(self, code: str) -> None:
        """Type the code, in place of what stands there."""
        retype(self.player, "asked_code", code)
        self.player.tap("primary")
        self.player.wait_until(lambda: not self.sees("busy"), "the answer")

    def has_code_resent(self) -> str:
        """Tap the panel's link; returns what it says."""
        self.player.tap("resend_code")
        return self.reads("resend_said")

    def asks_desk_for_code(self) -> None:
        """Tap "Ask the front desk" in the panel."""
        self.player.tap("code_ask_desk")
        self.player.find("held_match")

    def asks_desk_for_details(self) -> None:
        """Tap "Ask the front desk" below "These do not match."."""
        self.player.tap("invited_ask_desk")
        self.player.find("held_about")

    # An account found

    def has_account(self) -> None:
        """The match found the person's account."""
        self.player.find("have_account")

    def forgot_password_of_account(self) -> None:
        """Tap "Forgot Password"."""
        self.player.tap("have_account_forgot")
        self.player.find("recover_user_id")

    def says_not_me(self) -> None:
        """Tap "This is not me", on whichever page it stands."""
        page = self.comes_to("have_account", "verify_phone", "phone_code")
        self.player.tap(f"{page}_not_me")
        self.player.find("held_match")

    def is_asked_for_phone(self) -> None:
        """The match is a close one."""
        self.player.find("verify_phone")

    def types_phone(self, phone: str) -> None:
        """Type the number of the account, as far as the page for the digits."""
        retype(self.player, "verified_phone", phone)
        self.player.tap("primary")
        self.player.find("phone_code")

    def types_phone_code(self, digits: str) -> None:
        """Type the six digits, in place of what stands there."""
        retype(self.player, "sms_code", digits)
        self.player.tap("primary")
        self.player.wait_until(lambda: not self.sees("busy"), "the answer")

    # Logging in

    def logs_in(self, user_id: str = "", password: str = "") -> None:
        """User ID and password, on the page that is there or after "Log in"; the person's own by default."""
        if self.comes_to("have_account", "log_in_page", "welcome") != "log_in_page":
            self.player.tap("log_in" if self.sees("welcome") else "primary")
        self.player.find("log_in_page")
        retype(self.player, "log_in_user_id", user_id or self.person.user_id)
        self.player.keys("log_in_password", password or self.person.password)
        self.player.tap("primary")
        self.player.wait_until(lambda: not self.sees("busy"), "the answer")

    def joins(self) -> str:
        """Consent and "Join"; skips the profile; returns what came."""
        self.player.find("join")
        self.player.tap("join_consent")
        self.player.tap("primary")
        if self.comes_to("profile", "joined", "locked", "not_connected") == "profile":
            self.player.tap("profile_skip")
        return self.comes_to("joined", "locked", "not_connected")

    # The profile

    def updates_profile(self, *, street: str, city: str, contact: str) -> None:
        """Fill in "update profile" and send it."""
        self.player.find("profile")
        self.player.keys("profile_street", street)
        self.player.keys("profile_city", city)
        self.player.tap(f"profile_contact_{contact}")
        self.player.tap("primary")
        self.comes_to("active", "joined")
