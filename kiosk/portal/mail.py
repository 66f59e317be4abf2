"""What mails say: templates of ``resources/mail`` filled in and made into messages (S8, S26).

To add a mail: its kind in ``mail_outbox.Kind`` and a file ``KIND.LANGUAGE.toml`` for each language.
"""

from __future__ import annotations

import html
import string
import tomllib
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from typing import Final
from uuid import UUID

import msgspec

from kiosk.resources import resource

_PAGE: Final = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1b1b1b">{body}</body></html>'
)


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mail in one language.

    Attributes:
        subject: one line.
        text: paragraphs, divided by empty lines; ``$name`` stands for a field.
        without: text to put in place of a field that is empty.
    """

    subject: str
    text: str
    without: dict[str, str] = {}


@cache
def template(kind: str, language: str) -> Template:
    """Read a template.

    Raises:
        FileNotFoundError: there is no such kind, or not in this language.
    """
    return msgspec.convert(tomllib.loads(resource("mail", f"{kind}.{language}.toml").read_text("utf-8")), Template)


def compose(
    kind: str, language: str, fields: dict[str, str], *, recipient: str, sender: str, mail_id: UUID
) -> EmailMessage:
    """Make the message, as text and as HTML.

    Args:
        kind, language: name the template.
        fields: what the template's names stand for; a field of several lines becomes a list in the HTML.
        recipient: the address.
        sender: the address mails come from.
        mail_id: makes the ``Message-ID``, the same at every try, so that a duplicate can be told.

    Raises:
        ValueError: an address or a subject holds a line end; nothing can smuggle a header in.
        KeyError: the template names a field that is not there.
    """
    wording = template(kind, language)
    filled = {name: value or wording.without.get(name, "") for name, value in fields.items()}
    subject = string.Template(wording.subject).substitute(filled)
    for line in (recipient, sender, subject):
        if not line.isprintable():
            raise ValueError("a header must be one line")
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = sender
    message["To"] = recipient
    message["Message-ID"] = f"<{mail_id}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(string.Template(wording.text).substitute(filled))
    message.add_alternative(_page(wording.text, filled, subject, language), subtype="html")
    message["Content-Language"] = language  # last: setting the content clears its headers
    return message


def _page(text: str, fields: dict[str, str], title: str, language: str) -> str:
    """The same paragraphs as HTML; every field is escaped, so a name is shown and never obeyed."""
    paragraphs = []
    for paragraph in text.strip().split("\n\n"):
        name = paragraph.strip().removeprefix("$")
        if "\n" in fields.get(name, "") or (name in fields and paragraph.strip() == f"${name}"):
            items = "".join(f"<li>{html.escape(line)}</li>" for line in fields[name].split("\n"))
            paragraphs.append(f"<ul>{items}</ul>")
        else:
            escaped = {key: html.escape(value) for key, value in fields.items()}
            paragraphs.append(f"<p>{string.Template(html.escape(paragraph)).substitute(escaped)}</p>")
    return _PAGE.format(language=language, title=html.escape(title), body="".join(paragraphs))
