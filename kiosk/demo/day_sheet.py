"""A made-up day sheet, as a practice system exports it: semicolons, Windows' letters, and the usual slips."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from kiosk.demo.people import INVITED, MOVED, Person

_HEAD: Final = "Time;Patient;DOB;Zip;Email;Phone;Sex;Language;Guardian"
_CHILDS_YEAR: Final = dt.datetime.now(dt.UTC).year - 6


def _row(time: str, person: Person, zip_code: str) -> str:
    born = f"{int(person.month):02d}/{int(person.day):02d}/{person.year}"
    sex = person.gender[0].upper()
    return f"{time};{person.last}, {person.first};{born};{zip_code};{person.email};{person.phone};{sex};English;"


CHART_ZIP: Final = "60604"
"""Where the patient who moved lived before."""

READY: Final = (
    "Renée Delacroix",
    "Joaquín Núñez",
    MOVED.name,
    "Mila Petrov",
    "Saga Lindgren",
    "Teodora Barros",
    "Wendell Hale",
)
"""Who needs a slip, in the order of the sheet."""

ROWS: Final = (
    "08:00;Delacroix, Renée;04/17/1969;60622;renee.delacroix@mail.example;3125550111;F;English;",
    _row("08:15", INVITED, INVITED.zip_code),  # has an account already
    "08:30;Núñez, Joaquín;09/05/1987;60608;joaquin.nunez@mail.example;7735550115;M;Spanish;",
    "08:45;Winthrop, Adelaide;12/24/1946;2138;adelaide.w@mail.example;;F;English;",  # a spreadsheet dropped the 0
    _row("09:00", MOVED, CHART_ZIP),
    f"09:15;Petrov, Mila;05/21/{_CHILDS_YEAR};60614;irina.petrov@mail.example;3125550119;F;English;Petrov, Irina",
    "09:30;Johanna van der Meer;06/30/1979;60610;johanna.vdm@mail.example;;F;English;",  # where does the last begin?
    "09:45;Osei, Kwame;02/30/1990;60615;kwame.osei@mail.example;7735550126;M;English;",  # no such day
    "10:00;Lindgren, Saga;08/30/1992;60647;saga.lindgren@mail.example;;;English;",
    "10:15;Núñez, Joaquín;09/05/1987;60608;joaquin.nunez@mail.example;7735550115;M;Spanish;",  # a second time
    "10:30;Barros, Teodora;01/19/1938;60639;;7735550133;F;English;",
    "10:45;Hale, Wendell;06/03/2001;60657;wendell.hale@mail.example;3125550148;M;English;",
)


def write_day_sheet(folder: Path) -> Path:
    """Write it; returns the file."""
    folder.mkdir(mode=0o700)
    path = folder / "today.csv"
    path.write_text("\r\n".join((_HEAD, *ROWS, "")), "windows-1252", newline="")
    return path
