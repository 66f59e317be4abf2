"""A patient signs up, or activates an invitation: one method a step."""

from __future__ import annotations

from tests.journeys.steps_base import Steps, empty

ENDINGS = ("active", "saved", "front_desk")
"""The endings' pages by object name."""


class SignUpSteps(Steps):
    """From the welcome screen to an ending."""

    # Whole ways

    def signs_up(self) -> str:
        """The whole way; returns the ending's name."""
        self.says_who()
        self.chooses_credentials()
        return self.creates()

    def says_who(self) -> None:
        """As far as the match."""
        self.begins()
        self.tells_about_self()
        self.answers_questions()

    def activates(self, code: str) -> str:
        """The whole way with a code typed; returns the ending's name."""
        self.has_invitation()
        self.types_code(code)
        self.confirms_person()
        self.answers_questions_if_asked()
        self.chooses_credentials()
        return self.creates()

    # Steps

    def begins(self) -> None:
        """Tap "Create An Account"."""
        self.player.tap("create_account")
        self.player.find("about_you")

    def tells_about_self(self) -> None:
        """First page."""
        self.types_about_self()
        self.player.tap("primary")

    def types_about_self(self) -> None:
        """First page, without going on; who has no ZIP code or no email ("") says so."""
        person, player = self.person, self.player
        player.keys("first_name", person.first)
        player.keys("last_name", person.last)
        player.fill_date("birth_date", person.month, person.day, person.year, real_keys=True)
        for name, typed in (("zip_code", person.zip_code), ("email", person.email)):
            if typed:
                player.keys(name, typed)
            else:
                player.tap(f"no_{name.removesuffix('_code')}")

    def answers_questions(self) -> None:
        """Gender and phone."""
        self.player.find("required_questions")
        self.player.tap(f"gender_{self.person.gender}")
        self.player.keys("phone", self.person.phone)
        self.player.tap("primary")

    def answers_questions_if_asked(self) -> None:
        """Gender and phone, where the invitation does not carry them."""
        player = self.player
        player.wait_until(lambda: player.sees("required_questions") or player.sees("credentials"), "the next question")
        if player.sees("required_questions"):
            self.answers_questions()

    def chooses_credentials(self) -> None:
        """User ID, password, question, answer, consent."""
        self.types_credentials()
        self.player.tap("consent")

    def types_credentials(self) -> None:
        """The credentials, without consent."""
        player, person = self.player, self.person
        player.find("credentials")
        empty(player, "user_id")
        player.keys("user_id", person.user_id)
        player.keys("password", person.password)
        player.tap("question")
        player.tap(f"question_{person.question}")
        player.keys("answer", person.answer)

    def creates(self) -> str:
        """Tap "Create Account"; returns the ending's name."""
        self.player.tap("primary")
        return self.ending()

    def ending(self) -> str:
        """Wait for an ending, without updating the profile on the way; returns its name."""
        player = self.player
        player.wait_until(lambda: any(player.sees(name) for name in (*ENDINGS, "profile")), "an ending")
        if player.sees("profile"):
            player.tap("profile_skip")
        player.wait_until(lambda: any(player.sees(name) for name in ENDINGS), "an ending")
        return next(name for name in ENDINGS if player.sees(name))

    def has_invitation(self) -> None:
        """Tap "I have an invitation"."""
        self.player.tap("have_invitation")
        self.player.find("activation_code")

    def types_code(self, code: str) -> None:
        """The 15 symbols of the slip."""
        self.player.keys("code", code)
        self.player.tap("primary")
        self.player.find("invited_person")

    def confirms_person(self, *, day: str = "", zip_code: str = "") -> None:
        """Date of birth and ZIP; a wrong one where given."""
        player, person = self.player, self.person
        player.find("invited_person")
        for part in ("month", "day", "year"):
            empty(player, f"invited_birth_date_{part}")
        empty(player, "invited_zip")
        player.fill_date("invited_birth_date", person.month, day or person.day, person.year, real_keys=True)
        player.keys("invited_zip", zip_code or person.zip_code)
        player.tap("primary")
        player.wait_until(lambda: not player.sees("busy"), "the answer")
