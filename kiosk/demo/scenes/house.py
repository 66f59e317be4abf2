"""Where the scenes play: three devices, the portal, the patient's browser at home, the agent; and what was promised."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from kiosk.demo.agent import Agent
from kiosk.demo.backstage import Backstage
from kiosk.demo.browser import Browser
from kiosk.demo.mailbox import Mail
from kiosk.demo.people import RIVERSIDE, Person
from kiosk.demo.player import Player, PlayError
from kiosk.device import Device

PAGES = "pages"
"""The folder for web pages, beside that of the pictures."""


@dataclass(slots=True)
class Journey:
    """What happened in one scene.

    Attributes:
        steps: one plain line each.
        shown: pictures and web pages in order: path in the demo's folder, and what it shows.
        ending: where the patient was left, in words.
        mails, texts: what arrived meanwhile; text messages with their numbers.
    """

    name: str
    steps: list[str] = field(default_factory=list)
    shown: list[tuple[str, str]] = field(default_factory=list)
    ending: str = ""
    mails: list[tuple[str, Mail]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Promises:
    """What the portal and the mail server have to hold in the end.

    Attributes:
        accounts: practices by user ID.
        mails: how many of each kind to each address.
        texts: how many messages to each number.
        invitations: state, and who made it, by the patient's name.
        staff: roles by name.
        helped: how often the front desk saw which photo ID, or helped how, by user ID.
    """

    accounts: dict[str, set[str]] = field(default_factory=dict)
    mails: Counter[tuple[str, str]] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    invitations: dict[str, tuple[str, str]] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    helped: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Place:
    """A device of a practice, and the person before its window."""

    practice: str
    player: Player
    device: Device

    def told(self, name: str) -> str:
        """What a screen reader says of a part of the window, in sight or not."""
        part = self.player.window.findChild(QWidget, name)
        if isinstance(part, QLabel):
            return part.text()
        return "" if part is None else part.accessibleName()


class House:
    """All of it. A scene begins a journey, tells its steps, and notes what was promised.

    Attributes:
        tablet, desk: of Riverside.
        northgate: the second practice's tablet.
        agent: of support, before the console.
        slip, decoded: of the first printed slip, once there is one.
        at_desk: who is signed in at the desk; "" at first.
        handed_out: what a scanner reads from slips that patients hold, by name.
    """

    def __init__(self, behind: Backstage, places: tuple[Place, Place, Place], output: Path) -> None:
        """Move in.

        Args:
            behind: the servers.
            places: Riverside's tablet and desk, Northgate's tablet.
            output: the demo's folder.
        """
        self.tablet, self.desk, self.northgate = places
        self.slips = output / "slips"
        self.sheets = output / "sheets"
        self.pin = behind.pin
        self.portal, self.phones = behind.portal, behind.phones
        self.promised = Promises(staff={RIVERSIDE.manager: "manager"})
        self.played: list[Journey] = []
        self.slip: Path | None = None
        self.decoded = ""
        self.at_desk = ""
        self.handed_out: dict[str, str] = {}
        self._behind = behind
        self._output = output
        self._address = behind.portal.url.removeprefix("http://")
        self.agent = Agent(self.browser(self._address), behind.badge)

    @property
    def journey(self) -> Journey:
        """The one that is on."""
        return self.played[-1]

    def begin(self, name: str) -> None:
        """Begin a journey."""
        self.played.append(Journey(name))
        print(f"\n{len(self.played)}. {name}", flush=True)

    def step(self, text: str) -> None:
        """Tell a step that was done."""
        self.journey.steps.append(text)
        print(f"   {text}", flush=True)

    def shows(self, path: str, title: str) -> None:
        """Note a picture or page."""
        self.journey.shown.append((path, title))

    def end(self, ending: str) -> None:
        """End a journey: every device has to give away what it holds."""
        self.journey.ending = ending
        self.synced()

    def synced(self) -> None:
        """Let the devices sync until they hold nothing any more."""
        places = (self.tablet, self.desk, self.northgate)
        for place in places:
            place.device.loop.kick()
        held = [place.device.outbox.counts for place in places]
        self.tablet.player.wait_until(lambda: all(counts().held == 0 for counts in held), "the sync")

    # What is promised

    def has_account(self, user_id: str, practice: str) -> None:
        """From now on there is this account, and it belongs to the practice."""
        self.promised.accounts.setdefault(user_id, set()).add(practice)

    def has_invitation(self, name: str) -> None:
        """From now on there is a printed one, made by whoever is at the desk."""
        self.promised.invitations[name] = ("printed", self.at_desk)

    def has_activated(self, person: Person) -> None:
        """The person's invitation is used up, whoever made it."""
        _, by = self.promised.invitations[person.name]
        self.promised.invitations[person.name] = ("activated", by)

    def mailed(self, kind: str, to: str) -> Mail:
        """The next mail to an address; the portal's outbox must call it ``kind`` (checked at the end)."""
        self.promised.mails[kind, to] += 1
        count = sum(number for (_, address), number in self.promised.mails.items() if address == to)
        mail = self._behind.mail.wait_for_number(to, count)
        self.journey.mails.append((kind, mail))
        self.step(f"A mail arrives: “{mail.message['Subject']}”.")
        return mail

    def texted(self, number: str) -> str:
        """The next text message to a number."""
        self.promised.texts[number] += 1
        text = self.phones.wait_for(number, self.promised.texts[number]).body
        self.journey.texts.append((number, text))
        return text

    # Others

    def browser(self, host: str) -> Browser:
        """The patient's own browser, at home; ``host`` is the portal's as the mail's link calls it."""
        return Browser(self._address, host, self._output / PAGES, lambda name, title: self._kept(name, title))

    @contextlib.contextmanager
    def no_network(self, place: Place) -> Iterator[None]:
        """Close the portal's socket meanwhile, and let the tablet's light tell it; then bring it back.

        Raises:
            PlayError: somebody still listens.
        """
        self.portal.stop()
        if self.portal.is_listening():
            raise PlayError("the portal still listens")
        place.device.loop.kick()
        place.player.wait_until(lambda: place.told("connection_light") == "Not connected", "the light to tell it")
        self.step("The network is down: the portal's socket is closed, and the tablet's light tells it.")
        yield
        waiting = place.device.outbox.counts().waiting
        if waiting != 1:
            raise PlayError(f"{waiting} sealed records wait on the tablet, promised was 1")
        self.step("One sealed record waits on the tablet.")
        self.portal.start()
        self.synced()
        place.player.wait_until(lambda: place.told("connection_light") == "Connected", "the light to tell it")
        if self.at_desk:
            self.desk.player.wait_until(
                lambda: self.desk.told("staff_status").startswith("Synced"), "the desk to tell it"
            )
        self.step("The network is back: the record is in the portal, and the tablet has deleted it.")

    def _kept(self, name: str, title: str) -> None:
        self.shows(f"{PAGES}/{name}", title)


def keeper(house: Callable[[], House | None], folder: str) -> Callable[[str, str], None]:
    """What players tell of their pictures."""

    def taken(name: str, title: str) -> None:
        found = house()
        if found is not None:
            found.shows(f"{folder}/{name}", title)

    return taken
