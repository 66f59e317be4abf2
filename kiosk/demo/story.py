"""The three patients of the demo, played widget by widget (``kiosk demo --headless``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.demo.people import DISCONNECTED, INVITED, SIGNS_UP, Person
from kiosk.demo.player import Player, PlayError
from kiosk.demo.portal_process import PortalProcess
from kiosk.device import Device
from kiosk.domain.outcomes import Ending
from kiosk.printing.readback import read_codes

ENDINGS = {"active": Ending.ACTIVE, "saved": Ending.SAVED, "front_desk": Ending.DESK}
"""The endings' pages by object name."""


@dataclass(slots=True)
class Journey:
    """What happened in one play.

    Attributes:
        name: of the journey.
        person: who it was.
        steps: one plain line each.
        pictures: file name and what it shows.
        ending: which ending page was on the screen.
    """

    name: str
    person: Person
    steps: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What the story plays in."""

    tablet: Player
    desk: Player
    tablet_device: Device
    desk_device: Device
    portal: PortalProcess
    slips_folder: Path
    pin: str
    say: Callable[[str], None]


class Story:
    """Plays; each play fills its journey and raises ``PlayError`` when something is not as promised."""

    def __init__(self, house: House) -> None:
        """Play in a house whose windows are shown."""
        self._house = house
        self.played: list[Journey] = []
        self.slip: Path | None = None
        self.decoded = ""

    def picture_taken(self, name: str, title: str) -> None:
        """Note a picture in the journey that is on."""
        if self.played:
            self.played[-1].pictures.append((name, title))

    def sign_up(self) -> Journey:
        """A patient signs up at the tablet."""
        journey = self._begin("sign-up", SIGNS_UP)
        self._sign_up(SIGNS_UP)
        self._end(journey, Ending.ACTIVE)
        return journey

    def invitation(self) -> Journey:
        """The desk makes and prints an invitation; the patient activates with what stands on the paper."""
        journey = self._begin("invitation", INVITED)
        self._enroll(INVITED)
        tablet = self._house.tablet
        tablet.picture("Welcome")
        self._step("The patient holds the slip in front of the scanner at the tablet.")
        tablet.scan(self.decoded)
        tablet.find("invited_person")
        self._step("The patient types date of birth and ZIP code.")
        tablet.fill_date("invited_birth_date", INVITED.month, INVITED.day, INVITED.year)
        tablet.type("invited_zip", INVITED.zip_code)
        tablet.picture("Date of birth and ZIP code")
        tablet.tap("primary")
        tablet.wait_until(lambda: tablet.sees("required_questions") or tablet.sees("credentials"), "the next question")
        if tablet.sees("required_questions"):
            self._questions(INVITED)
        self._credentials(INVITED)
        self._end(journey, Ending.ACTIVE)
        return journey

    def disconnected(self) -> Journey:
        """The portal's socket is closed; a patient signs up, and the record goes when it is back."""
        journey = self._begin("sign-up while the network is down", DISCONNECTED)
        self._house.portal.stop()
        if self._house.portal.is_listening():
            raise PlayError("the portal still listens")
        self._step("The portal is gone: its socket is closed.")
        self._sign_up(DISCONNECTED)
        self._end(journey, Ending.SAVED)
        if self._house.tablet_device.outbox.counts().waiting != 1:
            raise PlayError("the record does not wait on the tablet")
        self._step("The sealed record waits on the tablet.")
        self._house.portal.start()
        self._step("The portal is back.")
        self._house.tablet_device.loop.kick()
        self.wait_for_sync(self._house.tablet_device)
        self._step("The record is in the portal, and the tablet has deleted it.")
        return journey

    def wait_for_sync(self, device: Device) -> None:
        """Let the house run until a device holds nothing any more."""
        self._house.tablet.wait_until(lambda: device.outbox.counts().held == 0, "the sync")

    def _begin(self, name: str, person: Person) -> Journey:
        journey = Journey(name, person)
        self.played.append(journey)
        self._house.say(f"\nJourney: {name}")
        return journey

    def _step(self, text: str) -> None:
        self.played[-1].steps.append(text)
        self._house.say(f"  {text}")

    def _sign_up(self, person: Person) -> None:
        tablet = self._house.tablet
        tablet.picture("Welcome")
        self._step('The patient taps "Create An Account".')
        tablet.tap("create_account")
        tablet.find("about_you")
        self._step("Name, date of birth, ZIP code and email, on the tablet's own keyboard.")
        tablet.type("first_name", person.first)
        tablet.type("last_name", person.last)
        tablet.fill_date("birth_date", person.month, person.day, person.year)
        tablet.type("zip_code", person.zip_code)
        tablet.type("email", person.email)
        tablet.picture("About you")
        tablet.tap("primary")
        self._questions(person)
        self._credentials(person)

    def _questions(self, person: Person) -> None:
        tablet = self._house.tablet
        tablet.find("required_questions")
        self._step("Gender and phone number.")
        tablet.tap(f"gender_{person.gender}")
        tablet.type("phone", person.phone)
        tablet.picture("Required questions")
        tablet.tap("primary")

    def _credentials(self, person: Person) -> None:
        tablet = self._house.tablet
        tablet.find("credentials")
        self._step("User ID, password, secret question and consent.")
        tablet.clear("user_id")
        tablet.type("user_id", person.user_id)
        tablet.type("password", person.password)
        tablet.tap("question")
        tablet.tap(f"question_{person.question}")
        tablet.type("answer", person.answer)
        tablet.picture("User ID and password")
        tablet.tap("consent")
        tablet.picture("Secret question and consent")
        self._step('The patient taps "Create Account".')
        tablet.tap("primary")

    def _end(self, journey: Journey, promised: Ending) -> None:
        tablet = self._house.tablet
        tablet.wait_until(lambda: any(tablet.sees(name) for name in (*ENDINGS, "profile")), "an ending")
        if tablet.sees("profile"):
            tablet.tap("profile_skip")
            tablet.wait_until(lambda: any(tablet.sees(name) for name in ENDINGS), "an ending")
        journey.ending = next(ending for name, ending in ENDINGS.items() if tablet.sees(name))
        tablet.picture("The ending")
        if journey.ending is not promised:
            raise PlayError(f"the ending is {journey.ending.value}, promised was {promised.value}")
        said = {
            Ending.ACTIVE: "The tablet says: Congratulations! You have an account.",
            Ending.SAVED: "The tablet says: saved, active when we are connected.",
            Ending.DESK: "The tablet says: please see the front desk.",
        }
        self._step(said[journey.ending])
        tablet.tap("primary")
        tablet.find("welcome")

    def _enroll(self, person: Person) -> None:
        desk = self._house.desk
        self._step("The receptionist signs in at the desk with a PIN.")
        desk.tap("staff_member_0")
        desk.keys("pin", self._house.pin)
        desk.picture("Sign in")
        desk.tap("sign_in")
        desk.find("enroll_form")
        self._step("The receptionist types the patient's name, date of birth, ZIP code and email.")
        desk.keys("enroll_first", person.first)
        desk.keys("enroll_last", person.last)
        desk.fill_date("enroll_birth_date", person.month, person.day, person.year, real_keys=True)
        desk.keys("enroll_zip", person.zip_code)
        desk.keys("enroll_email", person.email)
        desk.picture("Enroll a patient")
        desk.tap("make_invitation")
        desk.find("slip_step")
        desk.tap("save_slip")
        # The button goes when the slip is written and the program itself has read it back.
        desk.wait_until(lambda: not desk.sees("save_slip"), "the slip's printing")
        desk.picture("The slip is printed")
        self.slip = next(self._house.slips_folder.glob("*.pdf"))
        codes = [code for page in read_codes(self.slip) for code in page]
        if len(codes) != 1:
            raise PlayError("the slip has not one code that can be read")
        self.decoded = codes[0]
        self._step("The slip is printed to PDF; a scanner library reads its QR code back.")
        self.wait_for_sync(self._house.desk_device)
        self._step("The invitation is in the portal.")
