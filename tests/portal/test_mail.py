"""What mails say and what they never hold, in both languages."""

from __future__ import annotations

import uuid
from email.message import EmailMessage
from pathlib import Path
from typing import get_args

import pytest

from kiosk.domain.values import Language
from kiosk.portal import mail, mail_outbox
from kiosk.resources import resource

FIELDS = {
    "welcome": {"first": "María", "practice": "Lakeside", "network": "HealthKey", "address": "https://portal.example/"},
    "account_exists": {
        "first": "María",
        "practice": "Lakeside",
        "network": "HealthKey",
        "address": "https://portal.example/",
        "user_id": "maria.okafor27",
        "practices": "Hillside Clinic\nLakeside",
    },
}
MAIL_ID = uuid.UUID(int=1)
LANGUAGES = [language.value for language in Language]


def make(kind: str, language: str = "en", recipient: str = "maria@example.org", **changes: str) -> EmailMessage:
    """Make a mail."""
    return mail.compose(
        kind,
        language,
        FIELDS[kind] | changes,
        recipient=recipient,
        sender="no-reply@portal.example",
        mail_id=MAIL_ID,
    )


def parts(message: EmailMessage) -> tuple[str, str]:
    """Text and HTML."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert page is not None
    return plain.get_content(), page.get_content()


def test_every_kind_in_every_language() -> None:
    """Each kind has a template for each language of the screens, and no file is left over."""
    wanted = {f"{kind}.{language}.toml" for kind in get_args(mail_outbox.Kind) for language in LANGUAGES}
    assert {path.name for path in Path(resource("mail")).iterdir()} == wanted


@pytest.mark.rule("S8")
@pytest.mark.parametrize(("language", "sentence"), [("en", "You have an account!"), ("es", "¡Ya tiene una cuenta!")])
def test_welcome(language: str, sentence: str) -> None:
    """The welcome mail says the sentence, the practice and the portal's address; no user ID, since it is unverified."""
    for content in parts(make("welcome", language)):
        assert sentence in content
        assert "Lakeside" in content
        assert "https://portal.example/" in content
        assert "maria.okafor27" not in content


@pytest.mark.rule("S26")
@pytest.mark.parametrize("language", LANGUAGES)
def test_account_exists(language: str) -> None:
    """The reminder holds the user ID and the list of practices; never a birth date, a ZIP or a phone."""
    text, page = parts(make("account_exists", language))
    assert "maria.okafor27" in text
    assert "Hillside Clinic\nLakeside" in text.replace("\r\n", "\n")
    assert "<li>Hillside Clinic</li><li>Lakeside</li>" in page


@pytest.mark.rule("S26")
@pytest.mark.parametrize("language", LANGUAGES)
def test_account_without_user_id(language: str) -> None:
    """Whoever still has to choose a user ID is sent to the front desk, not shown an empty line."""
    text, _ = parts(make("account_exists", language, user_id=""))
    assert mail.template("account_exists", language).without["user_id"] in text


def test_one_practice_is_a_list_too() -> None:
    """A single practice stands as a list in the HTML."""
    assert "<ul><li>Lakeside</li></ul>" in parts(make("account_exists", practices="Lakeside"))[1]


def test_names_are_shown_and_never_obeyed() -> None:
    """A name with markup or a template's sign is text."""
    text, page = parts(make("welcome", first="<img src=x>$practice &Smith"))
    assert "<img src=x>$practice &Smith" in text
    assert "&lt;img src=x&gt;$practice &amp;Smith" in page
    assert "<img" not in page


@pytest.mark.parametrize(
    "recipient",
    ["maria@example.org\r\nBcc: eve@example.org", "maria@example.org\nX: y", "maria@example.org\0"],
    ids=["crlf", "lf", "nul"],
)
def test_no_header_can_be_smuggled_in(recipient: str) -> None:
    """A line end in an address makes no mail at all."""
    with pytest.raises(ValueError, match="one line"):
        make("welcome", recipient=recipient)


def test_subject_cannot_carry_a_header() -> None:
    """A line end in a practice's name makes no mail at all."""
    with pytest.raises(ValueError, match="one line"):
        make("welcome", practice="Lakeside\r\nBcc: eve@example.org")


def test_headers() -> None:
    """A duplicate can be told by its id, no auto-reply comes back, and the language is said."""
    message = make("welcome", "es")
    assert message["Message-ID"] == f"<{MAIL_ID}@portal.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "es"
    assert (message["From"], message["To"]) == ("no-reply@portal.example", "maria@example.org")
