"""A real window on a virtual display, driven from outside: by mouse, by keyboard alone, and by a service manager."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.display import Keyboard, Kiosk, Mouse, display
from tests.journeys.house import PRACTICE, House
from tests.journeys.people import somebody

pytestmark = pytest.mark.tier("xvfb")


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """Return the name of a virtual display."""
    with display() as name:
        yield name


@pytest.fixture
def kiosk(screen: str, tmp_path: Path) -> Iterator[Callable[..., Kiosk]]:
    """Return what starts the program; it is ended like a service."""
    started: list[Kiosk] = []

    def start(*arguments: str) -> Kiosk:
        started.append(Kiosk(screen, tmp_path / "kiosk", *arguments))
        return started[-1]

    yield start
    for program in started:
        program.stop()


@pytest.fixture
def enrolled(house: House, tmp_path: Path, kiosk: Callable[..., Kiosk]) -> Kiosk:
    """Return the program on an enrolled tablet, its welcome screen in sight."""
    house.enrolled(tmp_path / "kiosk" / "device", "tablet").close()
    program = kiosk()
    program.ask("seen welcome")
    return program


@pytest.mark.rule("S1", "S2", "S3", "S4", "S8", "K5")
class TestSignUp:
    """The whole way, through the X server; the account in the portal's database proves it."""

    def test_by_mouse(self, house: House, enrolled: Kiosk) -> None:
        """Every letter by a click on the screen's own keyboard, every page by its button."""
        short = {"first": "Mo", "last": "Ek", "email": "mo@ek.example", "user_id": "mouse1", "password": "bird5X"}
        person = somebody(question="first_school", gender="other", answer="hill", **short)
        mouse = Mouse(enrolled)
        mouse.press("create_account")
        mouse.write("first_name", person.first)
        mouse.write("last_name", person.last)
        mouse.write("birth_date_month", f"{int(person.month):02d}")
        mouse.write("birth_date_day", f"{int(person.day):02d}")
        mouse.write("birth_date_year", person.year)
        mouse.write("zip_code", person.zip_code)
        mouse.write("email", person.email)
        mouse.press("primary")
        mouse.press(f"gender_{person.gender}")
        mouse.write("phone", person.phone)
        mouse.press("primary")
        enrolled.ask("seen credentials")
        mouse.erase("user_id")
        mouse.write("user_id", person.user_id)
        mouse.write("password", person.password)
        mouse.press("question")
        mouse.press(f"question_{person.question}")
        mouse.write("answer", person.answer)
        mouse.press("consent")
        mouse.press("primary")
        enrolled.ask("seen active")
        mouse.press("primary")
        enrolled.ask("seen welcome")
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert enrolled.stop() == 0

    def test_by_keyboard_alone(self, house: House, enrolled: Kiosk) -> None:
        """Tab, letters, Space and Enter are enough; the mouse never moves."""
        person = somebody(question="first_school", gender="female")
        enrolled.hands("search", "--sync", "--name", PRACTICE, "windowfocus", "--sync")
        keyboard = Keyboard(enrolled)
        keyboard.press("create_account", "Return")
        enrolled.ask("seen about_you")
        keyboard.write("first_name", person.first)
        keyboard.write("last_name", person.last)
        keyboard.write("birth_date_month", f"{int(person.month):02d}")
        keyboard.write("birth_date_day", f"{int(person.day):02d}")
        keyboard.write("birth_date_year", person.year)
        keyboard.write("zip_code", person.zip_code)
        keyboard.write("email", person.email)
        keyboard.press("primary")
        enrolled.ask("seen required_questions")
        keyboard.press("gender_female")
        keyboard.write("phone", person.phone)
        enrolled.hands("key", "Return")
        enrolled.ask("seen credentials")
        keyboard.erase("user_id")
        keyboard.write("user_id", person.user_id)
        keyboard.write("password", person.password)
        keyboard.press("question")
        keyboard.press(f"question_{person.question}")
        keyboard.write("answer", person.answer)
        keyboard.press("consent")
        keyboard.press("primary", "Return")
        enrolled.ask("seen active")
        enrolled.hands("key", "Return")
        enrolled.ask("seen welcome")
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]


class TestProcess:
    """The program as a service manager sees it."""

    @pytest.mark.rule("K1", "K4")
    def test_not_enrolled_it_shows_the_first_run_page_and_makes_no_file(
        self, kiosk: Callable[..., Kiosk], tmp_path: Path
    ) -> None:
        """No portal is started, no device made up: a page for staff, no data folder, exit code 0 on SIGTERM."""
        program = kiosk()
        program.ask("seen first_run")
        assert not (tmp_path / "kiosk" / "device").exists()
        assert program.stop() == 0
        assert not (tmp_path / "kiosk" / "device").exists()

    @pytest.mark.rule("K4")
    def test_no_key_leads_out(self, enrolled: Kiosk) -> None:
        """Neither Esc nor the keys of window managers and browsers close the window or leave the welcome screen."""
        enrolled.hands("search", "--sync", "--name", PRACTICE, "windowfocus", "--sync")
        enrolled.ask("focus create_account")
        for key in ("Escape", "alt+F4", "ctrl+q", "ctrl+w", "F11", "F10", "Menu", "super", "F1", "ctrl+p"):
            enrolled.hands("key", key)
        enrolled.ask("focus create_account")
        assert enrolled.process.poll() is None

    def test_a_second_start_on_the_same_data_is_refused(self, enrolled: Kiosk, kiosk: Callable[..., Kiosk]) -> None:
        """Two programs would write one chain of operations."""
        second = kiosk()
        _, said = second.process.communicate(timeout=30)
        assert second.process.returncode == 1
        assert "already running" in said
