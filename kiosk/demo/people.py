"""The demo's people and practice. All made up; phone numbers and mail domains are reserved for fiction."""

from __future__ import annotations

from dataclasses import dataclass

PRACTICE = "Riverside Family Practice"
HOST = "portal.riverside.example"
TIME_ZONE = "America/Chicago"
MANAGER = "Dana Reyes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What somebody types at the tablet."""

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
    def typed(self) -> tuple[str, ...]:
        """Everything that must be found on no tablet afterwards, as typed and as stored."""
        born = f"{self.year}-{int(self.month):02d}-{int(self.day):02d}"
        names = (self.first, self.last, self.user_id, self.password, self.answer)
        return (*names, born, self.zip_code, self.email, self.phone)


SIGNS_UP = Person(
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

INVITED = Person(
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

DISCONNECTED = Person(
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
