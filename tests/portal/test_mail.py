"""What mails say and what they never hold: every kind, in both languages, as its letter writes it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any, get_args

import pytest
import sqlalchemy as sa
import zxingcpp

from kiosk.domain.values import Language
from kiosk.portal import engine, keyfile, letters, mail, mail_outbox, mail_qr, schema, tables_people
from kiosk.portal import tables as t
from kiosk.portal.mail_outbox import Kind
from kiosk.resources import resource
from tests.portal.letter_box import (
    CODE,
    DIGITS,
    EMAIL,
    HOST,
    LETTERS,
    NEVER,
    SENDER,
    USER_ID,
    LetterBox,
    furnish_portal,
)

LANGUAGES = [language.value for language in Language]
KINDS: list[Kind] = list(get_args(Kind))
LINKS: dict[Kind, tuple[str, str, str]] = {
    "invitation": ("a#", "Sign up for an account.", "Crear una cuenta."),
    "code_resend": ("a#", "Sign up for an account.", "Crear una cuenta."),
    "welcome": ("verify-email/", "This is my email address", "Esta es mi dirección de correo"),
    "verify_email": ("verify-email/", "This is my email address", "Esta es mi dirección de correo"),
    "confirm_password": ("confirm-password/", "confirm my password", "confirmar mi contraseña"),
    "direct_reset": ("reset-password/", "choose a new password", "elegir una contraseña nueva"),
    "choose_user_id": ("choose-user-id/", "choose another user ID", "elegir otro nombre de usuario"),
}
"""Where each link leads, and its words."""

every_mail = pytest.mark.parametrize(
    ("kind", "language"), [(kind, language) for kind in KINDS for language in LANGUAGES]
)
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, LetterBox]]:
    """A letter box for people of each language, to be copied: making one takes longer than all that a test does."""
    made = {}
    for language in LANGUAGES:
        folder = tmp_path_factory.mktemp(language)
        keys = keyfile.create(folder / "keys.json")
        database = engine.open_database(f"sqlite:///{folder / 'portal.db'}", keys, create=True)
        schema.upgrade(database)
        made[language] = folder / "portal.db", furnish_portal(database, keys, language)
        database.close()
    return made


@pytest.fixture
def furnish(furnished: dict[str, tuple[Path, LetterBox]], tmp_path: Path) -> Iterator[Callable[[str], LetterBox]]:
    """Return what gives a letter box for people who speak a language."""
    opened = []

    def copy(language: str) -> LetterBox:
        path, box = furnished[language]
        shutil.copy(path, tmp_path / f"{language}.db")
        opened.append(engine.open_database(f"sqlite:///{tmp_path / f'{language}.db'}", box.keys))
        return dataclasses.replace(box, database=opened[-1])

    yield copy
    for database in opened:
        database.close()


@pytest.fixture
def box(furnish: Callable[[str], LetterBox]) -> LetterBox:
    """One for people who speak English."""
    return furnish("en")


def parts(message: EmailMessage) -> tuple[str, str]:
    """Text and HTML."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert page is not None
    return plain.get_content().replace("\r\n", "\n"), page.get_content()


def whole(message: EmailMessage) -> str:
    """Every word a mail holds, headers included."""
    text, page = parts(message)
    return "\n".join([*(f"{name}: {value}" for name, value in message.items()), text, html.unescape(page)])


def urls(message: EmailMessage) -> set[str]:
    """Every address that a mail names."""
    return set(re.findall(r"[a-z]+://[^\s\"<>]+", whole(message)))


def test_every_kind_in_every_language() -> None:
    """Each kind has a letter and a template for each language of the screens, and no file is left over."""
    wanted = {f"{kind}.{language}.toml" for kind in KINDS for language in LANGUAGES}
    assert {path.name for path in Path(resource("mail")).iterdir()} == wanted
    assert set(LETTERS) == set(KINDS)


@pytest.mark.rule("S9", "S26", "S34", "S38", "S41")
@every_mail
def test_what_no_mail_holds(furnish: Callable[[str], LetterBox], kind: Kind, language: str) -> None:
    """No mail holds a date of birth, ZIP, phone, last name, password, secret question or answer, nor asks for one."""
    told = whole(furnish(language).write(kind))
    for what, forms in NEVER.items():
        for form in forms:
            assert form not in told, what


@pytest.mark.rule("S26", "S30", "S34")
@every_mail
def test_only_two_mails_hold_the_user_id(furnish: Callable[[str], LetterBox], kind: Kind, language: str) -> None:
    """The user ID stands in the mail of a certain match and in the reminder, nowhere else."""
    told = whole(furnish(language).write(kind))
    assert (USER_ID in told) == (kind in ("account_exists", "user_id_reminder"))


@every_mail
def test_links_lead_to_the_practice_alone(furnish: Callable[[str], LetterBox], kind: Kind, language: str) -> None:
    """Every address is the practice's own; pictures come with the mail, so that no server learns who opens it."""
    message = furnish(language).write(kind)
    assert all(url.startswith(f"https://{HOST}/") for url in urls(message))
    _, page = parts(message)
    assert set(re.findall(r'src="([a-z]+):', page)) <= {"cid"}
    assert not re.search(r"<(script|link|iframe|form|style)|url\(", page)


@every_mail
def test_links_have_their_words(furnish: Callable[[str], LetterBox], kind: Kind, language: str) -> None:
    """A link says what it does, in the source's words where it has them; mails that only tell have none."""
    message = furnish(language).write(kind)
    told = {url for url in urls(message) if url != f"https://{HOST}/"}
    if kind not in LINKS:
        assert told == set()
        return
    path, *words = LINKS[kind]
    assert len(told) == 1
    assert told.pop().startswith(f"https://{HOST}/{path}")
    text, page = parts(message)
    wanted = words[LANGUAGES.index(language)]
    assert f"\n{wanted}\nhttps://{HOST}/{path}" in text
    assert f">{wanted}</a>" in page


@every_mail
def test_language_and_greeting(furnish: Callable[[str], LetterBox], kind: Kind, language: str) -> None:
    """The mail speaks the account's or invitation's language and says what to do who is not meant."""
    message = furnish(language).write(kind)
    assert message["Content-Language"] == language
    text, page = parts(message)
    assert f'<html lang="{language}">' in page
    assert text.startswith("Hello" if language == "en" else "Hola")
    assert ("Not you?" if language == "en" else "¿No ") in text or kind == "account_exists"


@every_mail
def test_nothing_is_left_unfilled(furnish: Callable[[str], LetterBox], kind: Kind, language: str) -> None:
    """No placeholder and no empty paragraph is left."""
    text, page = parts(furnish(language).write(kind))
    assert "$" not in text + page
    assert "\n\n\n" not in text
    assert "<p></p>" not in page


@pytest.mark.rule("S9", "S10", "S18")
@pytest.mark.parametrize("kind", ["invitation", "code_resend"])
@pytest.mark.parametrize(
    ("language", "expiry"), [("en", "until March 16, 2026."), ("es", "hasta el 16 de marzo de 2026.")]
)
def test_invitation(furnish: Callable[[str], LetterBox], kind: Kind, language: str, expiry: str) -> None:
    """Code in clear and in groups, practice, first name, number and the last day in words."""
    for content in parts(furnish(language).write(kind)):
        assert CODE.grouped in content
        assert "María" in content
        assert "Lakeside Family Practice" in content
        assert "INV-7F3K" in content
        assert expiry in content


@pytest.mark.rule("S18")
def test_expiry_is_that_of_the_code(box: LetterBox) -> None:
    """A further code lives longer than the first: its own last day is told, in the practice's time zone."""
    midnight = dt.datetime(2026, 4, 2, 3, 59, tzinfo=dt.UTC)  # in New York it is still the first of April
    change = sa.update(tables_people.invitation_codes).values(expires_at=midnight)
    box.database.run(lambda connection: connection.execute(change))
    assert "until April 1, 2026." in parts(box.write("code_resend"))[0]


@pytest.mark.rule("S9", "S10")
@pytest.mark.parametrize("kind", ["invitation", "code_resend"])
def test_qr_goes_along_and_can_be_read(box: LetterBox, kind: Kind) -> None:
    """The QR holds the very link, stands in the mail beside its HTML (RFC 2387), and a scanner's library reads it."""
    message = box.write(kind)
    (related,) = [part for part in message.walk() if part.get_content_type() == "multipart/related"]
    page, picture = related.iter_parts()
    assert page.get_content_type() == "text/html"
    assert picture.get_content_type() == "image/png"
    assert picture.get_content_disposition() == "inline"
    assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in page.get_content()
    assert re.search(r'<img [^>]*alt="[^"]+"', page.get_content())
    assert read_qr(picture.get_content()) == CODE.link(HOST)


@pytest.mark.rule("S10")
def test_qr_of_the_longest_host_is_level_m() -> None:
    """The longest host that a practice may have still fits, with a quarter of the code allowed to be dirty."""
    link = CODE.link("h" * 36)
    (found,) = zxingcpp.read_barcodes(pixels(mail_qr.png(link)))
    assert (found.text, found.ec_level) == (link, "M")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"invitation", "code_resend"}))
def test_other_mails_have_no_picture(box: LetterBox, kind: Kind) -> None:
    """Only invitations carry a picture."""
    assert {part.get_content_maintype() for part in box.write(kind).walk()} == {"multipart", "text"}


@pytest.mark.rule("S8")
@pytest.mark.parametrize(("language", "sentence"), [("en", "You have an account!"), ("es", "¡Ya tiene una cuenta!")])
def test_welcome(furnish: Callable[[str], LetterBox], language: str, sentence: str) -> None:
    """The welcome mail says the sentence, the practice and the portal's address, and asks to verify the address."""
    for content in parts(furnish(language).write("welcome")):
        assert sentence in content
        assert "Lakeside Family Practice" in content
        assert f"https://{HOST}/" in content


@pytest.mark.rule("S26", "S25")
@both
def test_account_exists(furnish: Callable[[str], LetterBox], language: str) -> None:
    """The mail of a certain match holds the user ID and the list of practices, each once."""
    text, page = parts(furnish(language).write("account_exists"))
    assert USER_ID in text
    assert "Hillside Clinic\nLakeside Family Practice" in text
    assert "<ul><li>Hillside Clinic</li><li>Lakeside Family Practice</li></ul>" in page


@pytest.mark.rule("S26")
@both
def test_account_without_user_id(furnish: Callable[[str], LetterBox], language: str) -> None:
    """Whoever still has to choose a user ID is sent to the front desk, not shown an empty line."""
    box = furnish(language)
    box.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(user_id=None)))
    text, _ = parts(box.write("account_exists"))
    assert mail.template("account_exists", language).without["user_id"] in text


@pytest.mark.rule("S34")
@both
def test_user_id_reminder_for_twins(furnish: Callable[[str], LetterBox], language: str) -> None:
    """Two accounts with one address: one mail, each user ID behind its first name, and no name in the greeting."""
    box = furnish(language)
    twin = _second_account(box, first="Lucía", user_id="lucia.okafor03")
    box.database.run(
        lambda connection: letters.user_id_reminder(box.post(connection), [box.account_id, twin], uuid.uuid4())
    )
    text, page = parts(box.newest())
    assert f"María: {USER_ID}\nLucía: lucia.okafor03" in text
    assert f"<ul><li>María: {USER_ID}</li><li>Lucía: lucia.okafor03</li></ul>" in page
    assert "María" not in text.splitlines()[0]


@pytest.mark.rule("S38", "S39")
@both
def test_confirm_password(furnish: Callable[[str], LetterBox], language: str) -> None:
    """Six digits for the tablet, the link for home, how long each lives, and that the old password still works."""
    text, page = parts(furnish(language).write("confirm_password"))
    assert f"\n{DIGITS}\n" in text
    assert f">{DIGITS}</p>" in page
    for lives in ("10 minutes", "24 hours") if language == "en" else ("10 minutos", "24 horas"):
        assert lives in text


@pytest.mark.rule("S40")
@both
def test_direct_reset(furnish: Callable[[str], LetterBox], language: str) -> None:
    """The direct link says that it lives 60 minutes and works once."""
    text, _ = parts(furnish(language).write("direct_reset"))
    assert ("60 minutes, once" if language == "en" else "60 minutos, una sola vez") in text


@pytest.mark.rule("S40")
def test_direct_reset_needs_a_verified_address(box: LetterBox) -> None:
    """Nothing is sent to an address that nobody has proved to be theirs."""
    box.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(email_verified=False)))
    sent = box.database.run(lambda c: letters.direct_reset(box.post(c), box.account_id, uuid.uuid4()))
    rows = box.database.run(lambda connection: connection.execute(sa.select(t.mail_outbox)).all())
    assert (sent, rows) == (False, [])


@pytest.mark.rule("S41")
@both
def test_email_changed_goes_to_the_old_address(furnish: Callable[[str], LetterBox], language: str) -> None:
    """The notice goes to the address that was, and does not tell the new one."""
    message = furnish(language).write("email_changed")
    assert message["To"] == "old@mail.example"
    assert EMAIL not in whole(message)


@pytest.mark.rule("S41")
@both
def test_verify_email_goes_to_the_new_address(furnish: Callable[[str], LetterBox], language: str) -> None:
    """Only who reads the new address can make it the account's; the old one is not told there."""
    message = furnish(language).write("verify_email")
    assert message["To"] == "new@mail.example"
    assert EMAIL not in whole(message)


@pytest.mark.rule("S8", "F4")
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Please call or see the front desk of Lakeside Family Practice"),
        ("es", "Por favor, llame o pase por la recepción de Lakeside Family Practice"),
    ],
)
def test_see_front_desk_gives_no_reason(furnish: Callable[[str], LetterBox], language: str, sentence: str) -> None:
    """Who finishes it is told, and nothing else: no reason, no word of another account or of what was typed."""
    text, page = parts(furnish(language).write("see_front_desk"))
    assert sentence in text
    assert sentence in page
    assert len(text.strip().split("\n\n")) == 4  # greeting, thanks, the desk, "Not you?"
    assert "HealthKey" not in text + page


@pytest.mark.parametrize("kind", ["invitation", "welcome", "account_exists", "direct_reset"])
def test_without_an_address_nothing_is_written(box: LetterBox, kind: Kind) -> None:
    """Who has no email gets a slip at the desk instead (F7); nothing waits for an address that is not there."""

    def work(connection: sa.Connection) -> list[Any]:
        for table in (t.accounts, t.invitations):
            connection.execute(sa.update(table).values(email=None, email_cmp=None))
        LETTERS[kind](box, box.post(connection))
        return list(connection.execute(sa.select(t.mail_outbox)))

    assert box.database.run(work) == []


def test_names_are_shown_and_never_obeyed(box: LetterBox) -> None:
    """A name with markup or a template's sign is text."""
    hostile = "<img src=x>$practice &Smith"
    box.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(first=hostile)))
    text, page = parts(box.write("welcome"))
    assert hostile in text
    assert "&lt;img src=x&gt;$practice &amp;Smith" in page
    assert "<img" not in page


@pytest.mark.parametrize(
    "recipient",
    [f"{EMAIL}\r\nBcc: eve@mail.example", f"{EMAIL}\nX: y", f"{EMAIL}\0"],
    ids=["crlf", "lf", "nul"],
)
def test_no_header_can_be_smuggled_in(recipient: str) -> None:
    """A line end in an address makes no mail at all."""
    with pytest.raises(ValueError, match="one line"):
        compose_notice(recipient=recipient)


def test_subject_cannot_carry_a_header() -> None:
    """A line end in a practice's name makes no mail at all."""
    with pytest.raises(ValueError, match="one line"):
        compose_notice(practice="Lakeside\r\nBcc: eve@mail.example")


def test_headers() -> None:
    """A duplicate can be told by its id, no auto-reply comes back, and the language is said."""
    message = compose_notice()
    assert message["Message-ID"] == f"<{uuid.UUID(int=1)}@portal.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "es"
    assert (message["From"], message["To"]) == (SENDER, EMAIL)


def compose_notice(recipient: str = EMAIL, practice: str = "Lakeside") -> EmailMessage:
    """Make a mail whose subject holds the practice's name."""
    fields = {"first": "María", "practice": practice, "network": "HealthKey", "address": f"https://{HOST}/"}
    return mail.compose("practice_joined", "es", fields, recipient=recipient, sender=SENDER, mail_id=uuid.UUID(int=1))


def test_a_kind_that_is_not_there() -> None:
    """A kind without a template is a fault that names the file."""
    with pytest.raises(FileNotFoundError, match=r"farewell\.en\.toml"):
        mail.template("farewell", "en")


def read_qr(png: bytes) -> str:
    """What a scanner's library reads in a picture."""
    (found,) = zxingcpp.read_barcodes(pixels(png))
    return str(found.text)


def pixels(png: bytes) -> Any:
    """A picture as the scanner's library takes it."""
    from PySide6.QtGui import QImage

    image = QImage.fromData(png)
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def _second_account(box: LetterBox, *, first: str, user_id: str) -> uuid.UUID:
    account_id = uuid.uuid4()

    def work(connection: sa.Connection) -> None:
        row = connection.execute(sa.select(t.accounts)).one()._asdict()
        row |= {"account_id": account_id, "first": first, "first_cmp": first.lower(), "user_id": user_id}
        connection.execute(sa.insert(t.accounts).values(row))

    box.database.run(work)
    return account_id


def test_outbox_names_every_kind() -> None:
    """The words of the outbox are those of the product's rules; two are added: to a new address, and from the desk."""
    assert set(get_args(mail_outbox.Kind)) == {
        *("invitation", "code_resend", "account_exists", "welcome", "user_id_reminder", "confirm_password"),
        *("password_changed", "direct_reset", "choose_user_id", "email_changed", "practice_joined", "verify_email"),
        "see_front_desk",
    }
