"""The frame round every page, choices, messages and the watch over silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.i18n import LANGUAGES, Translator, offered
from kiosk.ui.idle import IdleWatch
from kiosk.ui.theme import TEXT_SIZES, Appearance, apply_theme, look
from kiosk.ui.widgets import (
    Action,
    BusyOverlay,
    Card,
    CheckRow,
    ChoiceField,
    Cover,
    ErrorSummary,
    Footer,
    Notice,
    PasswordField,
    Problem,
    ProgressStrip,
    RadioRows,
    RuleChecklist,
    ScrollArea,
    Text,
    TextField,
    TopBar,
)
from tests.ui.conftest import ManualTimer

GENDERS = (("female", "Female"), ("male", "Male"), ("undisclosed", "I prefer not to say"))


def opened(qtbot: QtBot, widget: QWidget, width: int = 1280, height: int = 800) -> None:
    """Open a widget as the active window."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()


def button(parent: QWidget, name: str) -> QPushButton:
    """Return a button by its object name."""
    found = parent.findChild(QPushButton, name)
    assert found is not None, name
    return found


def press(parent: QWidget, name: str) -> None:
    """Touch a button."""
    QTest.mouseClick(button(parent, name), Qt.MouseButton.LeftButton)


# The top bar


@pytest.mark.rule("S1", "K5")
def test_the_top_bar_offers_the_other_language_by_its_own_name(qtbot: QtBot) -> None:
    """In English "Español" is offered, in Spanish "English"."""
    bar = TopBar("Riverside Family Practice")
    opened(qtbot, bar, height=100)
    assert button(bar, "language_es").accessibleName() == "Español"
    assert not button(bar, "language_en").isVisible()
    with qtbot.waitSignal(bar.language_chosen) as caught:
        press(bar, "language_es")
    assert caught.args == ["es"]
    bar.set_language("es")
    assert button(bar, "language_en").isVisible()
    assert not button(bar, "language_es").isVisible()


def test_three_languages_stand_in_a_row(qtbot: QtBot) -> None:
    """With more languages "Language" opens a row of their own names."""
    bar = TopBar("Riverside Family Practice", languages=LANGUAGES)
    opened(qtbot, bar, height=200)
    press(bar, "language")
    with qtbot.waitSignal(bar.language_chosen) as caught:
        press(bar, "language_es")
    assert caught.args == ["es"]
    assert not button(bar, "language_es").isVisible()


@pytest.mark.rule("K5")
def test_text_size_and_contrast_are_two_touches_away(qtbot: QtBot, qapp: QApplication) -> None:
    """Each size is offered in words; contrast keeps the size and the other way round."""
    bar = TopBar("Riverside Family Practice")
    opened(qtbot, bar, height=200)
    press(bar, "text_size")
    assert [button(bar, f"text_size_{percent}").plain_text for percent in TEXT_SIZES] == [  # type: ignore[attr-defined]
        "100\u00a0%", "125\u00a0%", "150\u00a0%", "200\u00a0%",
    ]  # fmt: skip
    with qtbot.waitSignal(bar.appearance_changed) as caught:
        press(bar, "text_size_150")
    assert caught.args == [Appearance(150)]
    apply_theme(qapp, Appearance(150))
    with qtbot.waitSignal(bar.appearance_changed) as caught:
        press(bar, "contrast")
    assert caught.args == [Appearance(150, high_contrast=True)]


@pytest.mark.rule("K5")
@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize("width", [800, 1280])
def test_the_top_bar_fits(qtbot: QtBot, qapp: QApplication, width: int, percent: int, code: str) -> None:
    """At every size, width and language all tools are in sight; where words do not fit icons stand, named as before."""
    apply_theme(qapp, Appearance(percent))
    Translator.install(qapp, code)
    bar = TopBar("Riverside Family Practice")
    opened(qtbot, bar, width, 200)
    bar.set_language(code)
    assert bar.width() == width
    for name in ("text_size", "contrast", "need_help"):
        tool = button(bar, name)
        assert bar.rect().contains(tool.geometry())
        assert tool.accessibleName()
        assert min(tool.width(), tool.height()) >= 60


@pytest.mark.rule("K4")
def test_the_staffs_door_opens_after_two_seconds(
    qtbot: QtBot, timer: ManualTimer, timer_factory: Callable[[], ManualTimer]
) -> None:
    """A short press on the name does nothing, one of two seconds or Ctrl+Shift+L asks for the staff's door."""
    bar = TopBar("Riverside Family Practice", timer_factory=timer_factory)
    opened(qtbot, bar, height=100)
    name = button(bar, "practice_name")
    with qtbot.assertNotEmitted(bar.staff_requested):
        QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert timer.asked_for() is None
    QTest.mousePress(name, Qt.MouseButton.LeftButton)
    assert timer.asked_for() == 2000
    with qtbot.waitSignal(bar.staff_requested):
        timer.ring()
    QTest.mouseRelease(name, Qt.MouseButton.LeftButton)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(bar.staff_requested):
        QTest.keyClick(bar, Qt.Key.Key_L, both)


@pytest.mark.rule("S42")
def test_help_is_one_touch_away(qtbot: QtBot) -> None:
    """The words "Need Help?" stand in the top bar, in the source's words."""
    bar = TopBar("Riverside Family Practice")
    opened(qtbot, bar, height=100)
    assert button(bar, "need_help").accessibleName() == "Need Help?"
    with qtbot.waitSignal(bar.help_requested):
        press(bar, "need_help")


# Footer and progress


def test_the_footer_mirrors_and_says_what_was_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    """Back is at the start, the primary button at the end; in right-to-left languages they change sides."""
    footer = Footer()
    footer.set_primary("Continue")
    opened(qtbot, footer, height=90)
    assert button(footer, "back").x() < button(footer, "primary").x()
    signals: dict[str, SignalInstance] = {"back": footer.back, "primary": footer.primary}
    for name, signal in signals.items():
        with qtbot.waitSignal(signal):
            press(footer, name)
    Translator.install(qapp, "qps-rtl")
    layout = button(footer, "back").parentWidget()
    assert layout is not None
    inner = layout.layout()
    assert inner is not None
    inner.activate()
    assert button(footer, "back").x() > button(footer, "primary").x()
    assert button(footer, "primary").accessibleName() == "Continue"


def test_the_strip_counts_steps(qtbot: QtBot, qapp: QApplication) -> None:
    """The words follow the language, the bar the count."""
    strip = ProgressStrip()
    opened(qtbot, strip, height=40)
    strip.set_step(2, 3)
    words = strip.findChild(QLabel, "step")
    assert words is not None
    assert words.text() == "Step 2 of 3"
    Translator.install(qapp, "es")
    assert words.text() == "Paso 2 de 3"


# Choices


@pytest.mark.rule("S3", "K5")
def test_rows_hold_one_choice(qtbot: QtBot) -> None:
    """A touch anywhere in a row chooses it and nothing else; rows are 60 px high or more; wiping chooses nothing."""
    rows = RadioRows("gender", GENDERS, label="Gender")
    opened(qtbot, rows, 600, 400)
    for key, _text in GENDERS:
        row = rows.findChild(QWidget, f"gender_{key}")
        assert row is not None
        assert row.height() >= 60
        with qtbot.waitSignal(rows.chosen) as caught:
            QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() - row.rect().topLeft() / 2)
        assert caught.args == [key]
        assert rows.choice == key
    rows.wipe()
    assert rows.choice is None


def test_rows_in_another_language_keep_the_choice(qtbot: QtBot) -> None:
    """New words for the same answers change nothing else."""
    rows = RadioRows("gender", GENDERS)
    qtbot.addWidget(rows)
    rows.set_choice("male")
    rows.set_options((("female", "Mujer"), ("male", "Hombre"), ("undisclosed", "Prefiero no decirlo")))
    assert rows.choice == "male"
    assert rows.choice_text == "Hombre"


@pytest.mark.rule("S3")
def test_a_long_list_opens_closes_and_shows_its_choice(qtbot: QtBot) -> None:
    """Closed it shows one row; touching opens all, choosing closes again; the name tells question and answer."""
    field = ChoiceField(
        "secret_question", (("pet", "First pet?"), ("school", "First school?")), label="Secret question"
    )
    opened(qtbot, field, 600, 400)
    row = field.findChild(QWidget, "secret_question_school")
    assert row is not None
    assert not row.isVisible()
    press(field, "secret_question")
    assert row.isVisible()
    with qtbot.waitSignal(field.chosen):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert not row.isVisible()
    assert field.choice == "school"
    assert button(field, "secret_question").accessibleName() == "Secret question: First school?"


@pytest.mark.rule("K3")
def test_a_wiped_list_has_no_choice(qtbot: QtBot) -> None:
    """The next patient is asked anew."""
    field = ChoiceField("secret_question", (("pet", "First pet?"),), label="Secret question")
    qtbot.addWidget(field)
    field.set_choice("pet")
    field.wipe()
    assert field.choice is None
    assert button(field, "secret_question").accessibleName() == "Secret question: Choose one"


@pytest.mark.rule("K5")
def test_a_consent_wraps_and_ticks_anywhere(qtbot: QtBot) -> None:
    """A long consent grows in height instead of being cut; a touch at its far end ticks it."""
    consent = CheckRow("I agree that the practice may send me mail about my account. " * 4, name="consent")
    opened(qtbot, consent, 400, 400)
    assert consent.heightForWidth(400) > consent.heightForWidth(1200) >= 60
    QTest.mouseClick(consent, Qt.MouseButton.LeftButton, pos=consent.rect().center())
    assert consent.isChecked()
    consent.wipe()
    assert not consent.isChecked()


@pytest.mark.rule("K5")
@pytest.mark.parametrize("width", [300, 1200])
def test_long_words_on_buttons_wrap(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    """At 200 % a button grows in height where its text does not fit in one line."""
    apply_theme(qapp, Appearance(200))
    action = Action("This account is for someone I care for")
    qtbot.addWidget(action)
    one_line = action.sizeHint().height()
    assert (action.heightForWidth(width) > one_line) == (width < action.sizeHint().width())


# Messages


@pytest.mark.rule("K5")
def test_the_error_summary_leads_to_the_fields(qtbot: QtBot) -> None:
    """The focus goes to the first problem; each link goes to its field; the heading is the one agreed."""
    page = QWidget()
    column = QVBoxLayout(page)
    summary, name, email = ErrorSummary(), TextField("name"), TextField("email")
    for widget in (summary, name, email):
        column.addWidget(widget)
    opened(qtbot, page)
    summary.show_problems((Problem("Enter your name", name), Problem("Enter your email", email)))
    assert name.edit.hasFocus()
    assert summary.accessibleName() == "There is a problem. Enter your name. Enter your email"
    press(summary, "error_link_1")
    assert email.edit.hasFocus()
    summary.wipe()
    assert not summary.isVisible()


@pytest.mark.rule("S2")
def test_markup_is_shown_as_typed(qtbot: QtBot) -> None:
    """A patient called "<b>x</b>" sees exactly that: no label guesses at HTML."""
    notice, text = Notice("<b>x</b>"), Text("<b>x</b>")
    for widget in (notice, text):
        qtbot.addWidget(widget)
    labels = [text, *(label for label in notice.findChildren(QLabel) if label.text())]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert text.accessibleName() == "<b>x</b>"


@pytest.mark.rule("K5")
@pytest.mark.parametrize("said", ["Okafor, Maria", "فاطمة الزهراء", "60614"], ids=["latin", "arabic", "digits"])
def test_a_text_stands_at_the_side_where_the_screen_begins(qtbot: QtBot, qapp: QApplication, said: str) -> None:
    """Whatever its own letters do: a ZIP code stays beside its label."""
    text = Text(said)
    opened(qtbot, text, width=600, height=60)
    assert ink(text) < 300
    Translator.install(qapp, "qps-rtl")
    assert ink(text) > 300
    Translator.install(qapp, "en")
    assert ink(text) < 300


def ink(text: Text) -> float:
    """The middle of what is painted, in pixels from the left."""
    image = text.grab().toImage()
    paper = image.pixel(image.width() // 2, 0)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != paper for y in range(image.height()))]
    return (inked[0] + inked[-1]) / 2


class Page(QWidget):
    """Notes the keys that reach it."""

    def __init__(self) -> None:
        """Have seen none."""
        super().__init__()
        self.keys = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Count a key."""
        self.keys += 1


def test_while_busy_a_press_finds_nothing(qtbot: QtBot) -> None:
    """The overlay takes the second tap and the second Enter: neither reaches the page below."""
    page = Page()
    column = QVBoxLayout(page)
    go = Action("Go", name="go")
    column.addWidget(go)
    busy = BusyOverlay(page)
    opened(qtbot, page)
    busy.open()
    assert busy.size() == page.size()
    assert page.childAt(go.geometry().center()) is not go
    QTest.keyClick(busy, Qt.Key.Key_Return)
    assert page.keys == 0


@pytest.mark.rule("K3")
def test_the_cover_hides_everything_and_asks(qtbot: QtBot, qapp: QApplication) -> None:
    """The cover is opaque, says the agreed words in the patient's language, and offers both ways."""
    page = QWidget()
    secret = QLabel("secret", page)
    secret.setStyleSheet("background: #123456")
    cover = Cover(page)
    opened(qtbot, page)
    cover.open()
    picture = page.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(0, 60, 3) for y in range(0, 30, 3)}
    assert seen == {look().colours.background.lower()}
    assert cover.accessibleName().startswith("Are you still there?")
    with qtbot.waitSignal(cover.more_time):
        press(cover, "cover_primary")
    with qtbot.waitSignal(cover.start_over):
        press(cover, "cover_secondary")
    Translator.install(qapp, "es")
    assert cover.accessibleName().startswith("¿Sigue ahí?")


# The page's container


@pytest.mark.rule("K5")
@pytest.mark.parametrize("height", [260, 400])
def test_the_focused_field_is_scrolled_into_sight(qtbot: QtBot, qapp: QApplication, height: int) -> None:
    """Also at 200 % in a low window the whole input is visible after Tab, and again after the window shrinks."""
    apply_theme(qapp, Appearance(200))
    card = Card()
    fields = [TextField(f"field_{number}", label="Label", hint="Hint") for number in range(6)]
    for field in fields:
        card.box.addWidget(field)
    area = ScrollArea(card)
    opened(qtbot, area, 800, 700)
    for field in fields:
        field.edit.setFocus()
        assert field.edit.visibleRegion().boundingRect().height() == field.edit.height()
    area.resize(800, height)
    assert fields[-1].edit.visibleRegion().boundingRect().height() == fields[-1].edit.height()


@pytest.mark.rule("S5", "K5")
def test_the_rules_stay_in_sight_with_their_field(qtbot: QtBot) -> None:
    """What is put below a field belongs to it: both are scrolled into sight together."""
    card = Card()
    password, rules = PasswordField("password", label="Password"), RuleChecklist(("at least 6 characters",))
    password.add_below(rules)
    for widget in (*(TextField(f"before_{number}") for number in range(6)), password):
        card.box.addWidget(widget)
    area = ScrollArea(card)
    opened(qtbot, area, 800, 300)
    assert rules.visibleRegion().isEmpty()
    password.edit.setFocus()
    assert rules.visibleRegion().boundingRect().height() == rules.height()


# Silence


@pytest.fixture
def watch(qapp: QApplication, timer_factory: Callable[[], ManualTimer]) -> IdleWatch:
    """Return a watch that is switched on."""
    made = IdleWatch(qapp, timer_factory=timer_factory)
    made.set_enabled(True)
    return made


@pytest.mark.rule("K3")
def test_silence_asks_and_then_expires(qtbot: QtBot, watch: IdleWatch, timer: ManualTimer) -> None:
    """90 s of silence ask, 30 s more give up; then the watch is off until somebody comes."""
    assert timer.asked_for() == 90_000
    with qtbot.waitSignal(watch.asked):
        timer.ring()
    assert timer.asked_for() == 30_000
    with qtbot.waitSignal(watch.expired):
        timer.ring()
    assert timer.asked_for() is None


@pytest.mark.rule("K3", "K5")
def test_more_time_is_given_as_often_as_needed(qtbot: QtBot, watch: IdleWatch, timer: ManualTimer) -> None:
    """The button "I need more time" begins the 90 s anew, each time."""
    for _ in range(3):
        timer.ring()
        with qtbot.waitSignal(watch.resumed):
            watch.touch()
        assert timer.asked_for() == 90_000


@pytest.mark.rule("K3")
def test_a_press_counts_as_life_but_not_under_the_question(qtbot: QtBot, watch: IdleWatch, timer: ManualTimer) -> None:
    """Any touch restarts the silence; once asked, only the answer does."""
    page = QWidget()
    opened(qtbot, page)
    timer.stop()
    QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    assert timer.asked_for() == 90_000
    timer.ring()
    timer.stop()
    with qtbot.assertNotEmitted(watch.resumed):
        QTest.mouseClick(page, Qt.MouseButton.LeftButton)
    assert timer.asked_for() is None


@pytest.mark.rule("K3")
def test_an_ending_clears_without_a_question(qtbot: QtBot, watch: IdleWatch, timer: ManualTimer) -> None:
    """With a grace of zero the silence expires at once: 45 s on endings."""
    watch.set_limits(45, 0)
    assert timer.asked_for() == 45_000
    with qtbot.assertNotEmitted(watch.asked), qtbot.waitSignal(watch.expired):
        timer.ring()


def test_switched_off_it_is_quiet(watch: IdleWatch, timer: ManualTimer) -> None:
    """On the welcome screen nothing runs."""
    watch.set_enabled(False)
    watch.touch()
    assert timer.asked_for() is None


# Languages


@pytest.mark.rule("K5")
def test_languages_change_direction_and_back(qapp: QApplication) -> None:
    """A right-to-left language turns the application round; English turns it back."""
    Translator.install(qapp, "qps-rtl")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert Translator.current(qapp) == "qps-rtl"
    Translator.install(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert [language.own_name for language in offered()] == ["English", "Español"]
    with pytest.raises(ValueError, match="xx"):
        Translator.install(qapp, "xx")
