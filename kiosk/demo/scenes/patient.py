"""What a patient does at a tablet, one method a step; the scenes share them."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from kiosk.demo.people import Person
from kiosk.demo.player import PlayError
from kiosk.demo.scenes.house import House, Place

_ENDINGS = ("active", "saved", "front_desk", "profile")

_SAID = {
    "active": "The tablet says: Congratulations! You have an account.",
    "saved": "The tablet says: saved, active when we are connected.",
    "front_desk": "The tablet says: please see the front desk.",
}


class Patient:
    """Somebody at a tablet."""

    def __init__(self, house: House, person: Person, place: Place | None = None, *, by_touch: bool = False) -> None:
        """Stand before a tablet.

        Args:
            place: Riverside's tablet by default.
            by_touch: types on the tablet's own keyboard instead of a real one.
        """
        self.place = place or house.tablet
        self.player = self.place.player
        self._house = house
        self._person = person
        self._type = self.player.type if by_touch else self.player.keys
        self._by_touch = by_touch

    # Hands

    def fills(self, name: str, text: str) -> None:
        """Type into a line, in place of what stands there; what is right already stays."""
        line = self.player.find(name)
        if not isinstance(line, QLineEdit):
            raise PlayError(f"{name} is no line to type in")
        if line.text() == text:
            return
        if line.text():
            self.player.clear(name)
        self._type(name, text)

    def fills_date(self, name: str) -> None:
        """Type the date of birth."""
        person = self._person
        self.player.fill_date(name, person.month, person.day, person.year, real_keys=not self._by_touch)

    def comes_to(self, *names: str) -> str:
        """Wait until one of these pages is in sight; returns its name."""
        player = self.player
        player.wait_until(lambda: any(player.sees(name) for name in names), " or ".join(names))
        return next(name for name in names if player.sees(name))

    def goes_on(self) -> None:
        """Tap the page's main button."""
        self.player.tap("primary")

    def picture(self, title: str) -> None:
        """Take a picture."""
        self.player.picture(title)

    # Sign-up

    def begins(self) -> None:
        """Tap "Create An Account"."""
        self.player.tap("create_account")
        self.player.find("about_you")

    def tells_about_self(self, *, guardian: str = "", picture: str = "") -> None:
        """The first page; ``guardian`` signs a child up."""
        person, player = self._person, self.player
        player.find("about_you")
        if guardian:
            player.tap("account_for_child")
            self.fills("guardian_name", guardian)
            self.picture("“This account is for my child”")
        self.fills("first_name", person.first)
        self.fills("last_name", person.last)
        self.fills_date("birth_date")
        if person.zip_code:
            self.fills("zip_code", person.zip_code)
        else:
            player.tap("no_zip")
        if person.email:
            self.fills("email", person.email)
        else:
            player.tap("no_email")
        if picture:
            self.picture(picture)
        self.goes_on()

    def answers_questions(self) -> None:
        """Gender and phone."""
        self.player.find("required_questions")
        self.player.tap(f"gender_{self._person.gender}")
        self.fills("phone", self._person.phone)
        self.goes_on()

    def chooses_credentials(self, *, picture: str = "") -> None:
        """User ID, password, secret question and consent."""
        player, person = self.player, self._person
        player.find("credentials")
        self.fills("user_id", person.user_id)
        self._type("password", person.password)
        if picture:
            self.picture(picture)
        player.tap("question")
        player.tap(f"question_{person.question}")
        self._type("answer", person.answer)
        player.tap("consent")
        self._house.step("User ID, password, secret question, consent; then “Create Account”.")
        self.goes_on()

    def signs_up(self, *, pictures: bool = False) -> None:
        """From the welcome screen to "Create Account"."""
        self.begins()
        self.tells_about_self(picture="About you, with the tablet's own keyboard" if pictures else "")
        self._house.step("“Create An Account”: name, date of birth, ZIP code and email; gender and phone.")
        self.answers_questions()
        self.chooses_credentials(picture="User ID and password" if pictures else "")

    # Log in

    def logs_in(self, password: str = "") -> None:
        """User ID and password; the person's own unless another is given."""
        if self.player.sees("welcome"):
            self.player.tap("log_in")
        self.player.find("log_in_page")
        self.fills("log_in_user_id", self._person.user_id)
        self._type("log_in_password", password or self._person.password)
        self.goes_on()
        self.player.wait_until(lambda: not self.player.sees("busy"), "the answer")

    def joins(self) -> None:
        """Consent and "Join", without updating the profile."""
        self.player.find("join")
        self.player.tap("join_consent")
        self.picture("Join this practice")
        self.goes_on()
        if self.comes_to("profile", "joined") == "profile":
            self.player.tap("profile_skip")
        self.player.find("joined")
        self.picture("Joined")
        self._house.step("The account joins this practice, too; the patient is logged out.")

    # The end

    def ends(self, promised: str, *, picture: str = "The ending") -> None:
        """Wait for the ending.

        Raises:
            PlayError: it is another one than promised.
        """
        ending = self.comes_to(*_ENDINGS)
        self.picture(picture)
        if ending != promised:
            raise PlayError(f"the ending is {ending}, promised was {promised}")
        if ending in _SAID:
            self._house.step(_SAID[ending])

    def leaves(self) -> None:
        """Tap "Finish"."""
        self.goes_on()
        self.player.find("welcome")
