"""The demo's people and practices. All made up; phone numbers and mail domains are reserved for fiction."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Clinic:
    """A practice as ``kiosk-portal practice add`` takes it, and its manager."""

    name: str
    host: str
    manager: str
    time_zone: str = "America/Chicago"


RIVERSIDE: Final = Clinic("Riverside Family Practice", "portal.riverside.example", "Dana Reyes")
NORTHGATE: Final = Clinic("Northgate Eye Clinic", "portal.northgate.example", "Kit Lindqvist")

COLLEAGUE: Final = ("Lea Novak", "735120")
"""A receptionist: name and PIN, chosen in the demo."""

AGENT: Final = ("ana", "Ana")
"""The support agent: the name to sign in with, and what patients see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What somebody types at the tablet; "" where there is nothing to type."""

    first: str
    last: str
    month: str
    day: str
    year: str
    zip_code: str
    email: str
    phone: str
    gender: str
    user_id: str
    password: str
    question: str
    answer: str

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.first} {self.last}"

    @property
    def born(self) -> str:
        """The date of birth, ISO."""
        return f"{self.year}-{int(self.month):02d}-{int(self.day):02d}"

    @property
    def typed(self) -> tuple[str, ...]:
        """Everything that must be found on no tablet afterwards, as typed and as stored."""
        names = (self.first, self.last, self.user_id, self.password, self.answer)
        return tuple(text for text in (*names, self.born, self.zip_code, self.email, self.phone) if text)


SIGNS_UP: Final = Person(
    first="Marisol",
    last="Quintero",
    month="3",
    day="27",
    year="1984",
    zip_code="60629",
    email="marisol.q@mail.example",
    phone="3125550142",
    gender="female",
    user_id="marisol.quintero",
    password="Harbor84",  # noqa: S106 - made up
    question="first_pet",
    answer="Canela",
)

INVITED: Final = Person(
    first="Theodore",
    last="Okafor",
    month="11",
    day="2",
    year="1951",
    zip_code="60632",
    email="theo.okafor@mail.example",
    phone="3125550177",
    gender="male",
    user_id="theo.okafor51",
    password="Lantern7",  # noqa: S106 - made up
    question="first_job",
    answer="Bakery",
)

DISCONNECTED: Final = Person(
    first="Linh",
    last="Nguyen",
    month="7",
    day="9",
    year="1993",
    zip_code="60640",
    email="linh.nguyen@mail.example",
    phone="7735550108",
    gender="other",
    user_id="linh.nguyen93",
    password="Willow93",  # noqa: S106 - made up
    question="childhood_street",
    answer="Argyle",
)

_THIS_YEAR: Final = dt.datetime.now(dt.UTC).year

GUARDIAN: Final = "Amina Haddad"

CHILD: Final = Person(
    first="Yusuf",
    last="Haddad",
    month="6",
    day="14",
    year=str(_THIS_YEAR - 10),
    zip_code="60618",
    email="amina.haddad@mail.example",
    phone="7735550121",
    gender="male",
    user_id="yusuf.haddad",
    password="Comet2024",  # noqa: S106 - made up
    question="first_school",
    answer="Lincoln",
)

SIBLING: Final = Person(
    first="Salma",
    last="Haddad",
    month="2",
    day="3",
    year=str(_THIS_YEAR - 7),
    zip_code="60618",
    email="amina.haddad@mail.example",
    phone="7735550121",
    gender="female",
    user_id="salma.haddad",
    password="Tulip2024",  # noqa: S106 - made up
    question="first_school",
    answer="Franklin",
)

NO_EMAIL: Final = Person(
    first="Otto",
    last="Brandvold",
    month="9",
    day="30",
    year="1939",
    zip_code="60657",
    email="",
    phone="7735550139",
    gender="male",
    user_id="otto.brandvold",
    password="Skier1939",  # noqa: S106 - made up
    question="parents_met",
    answer="Duluth",
)

TEENAGER: Final = Person(
    first="Anneke",
    last="Dijkstra",
    month="1",
    day="1",
    year=str(_THIS_YEAR - 15),
    zip_code="",
    email="anneke.dijkstra@mail.example",
    phone="7735550116",
    gender="female",
    user_id="anneke.dijkstra",
    password="Tulip1953",  # noqa: S106 - made up
    question="first_school",
    answer="Vondel",
)
"""Fifteen, and from abroad."""

LOST_SLIP: Final = Person(
    first="Priya",
    last="Raman",
    month="5",
    day="19",
    year="1977",
    zip_code="60625",
    email="priya.raman@mail.example",
    phone="7735550164",
    gender="female",
    user_id="priya.raman",
    password="Mango1977",  # noqa: S106 - made up
    question="first_trip",
    answer="Madurai",
)

NEW_ADDRESS: Final = dataclasses.replace(LOST_SLIP, email="priya@raman.example")
"""Priya Raman with the address that she tells support."""

AT_HOME: Final = Person(
    first="Gloria",
    last="Espinoza-Vega",
    month="12",
    day="8",
    year="1958",
    zip_code="60608",
    email="gloria.ev@mail.example",
    phone="3125550186",
    gender="female",
    user_id="cubsfan1958",
    password="Wrigley9",  # noqa: S106 - made up
    question="childhood_dish",
    answer="Pozole",
)

NEARLY_KNOWN: Final = dataclasses.replace(INVITED, first="Ted", zip_code="60714", email="ted@okafor.example")
"""Theodore Okafor again, as he calls himself elsewhere: nickname, new house, new address, the old phone."""

SAME_USER_ID: Final = Person(
    first="Desmond",
    last="Achterberg",
    month="8",
    day="21",
    year="1958",
    zip_code="60613",
    email="desmond.a@mail.example",
    phone="7735550158",
    gender="male",
    user_id=AT_HOME.user_id,
    password="Bleacher58",  # noqa: S106 - made up
    question="childhood_friend",
    answer="Ernie",
)

OTHER_USER_ID: Final = "cubsfan1958.dez"

CALLED_BACK: Final = Person(
    first="Ingrid",
    last="Solheim",
    month="4",
    day="11",
    year="1966",
    zip_code="60645",
    email="",
    phone="7735550193",
    gender="female",
    user_id="",
    password="",
    question="",
    answer="",
)

MOVED: Final = Person(
    first="Rosalind",
    last="Castellan",
    month="10",
    day="16",
    year="1974",
    zip_code="60707",
    email="rosalind.c@mail.example",
    phone="7735550171",
    gender="female",
    user_id="rosalind.castellan",
    password="Maple1974",  # noqa: S106 - made up
    question="favorite_teacher",
    answer="Abernathy",
)
"""Stands on the day sheet with the ZIP code of her former home."""

WALKS_IN: Final = Person(
    first="Bertram",
    last="Ashdown",
    month="2",
    day="25",
    year="1963",
    zip_code="60616",
    email="bertram.a@mail.example",
    phone="",
    gender="",
    user_id="",
    password="",
    question="",
    answer="",
)
"""Is invited at the desk and takes the slip home."""

CAST: Final = (
    *(SIGNS_UP, INVITED, DISCONNECTED, CHILD, SIBLING, NO_EMAIL, TEENAGER, LOST_SLIP, NEW_ADDRESS),
    *(AT_HOME, NEARLY_KNOWN, SAME_USER_ID, CALLED_BACK, MOVED),
)
"""Everybody who was at a tablet."""
