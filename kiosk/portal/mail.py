"""What mails say: templates of ``resources/mail`` filled in and made into messages (S8, S9, S26).

To add a mail: its kind in ``mail_outbox.Kind``, its letter in ``letters`` and a file ``KIND.LANGUAGE.toml`` for each
language. A template is paragraphs divided by empty lines. A paragraph that is one field alone is shown by its nature:
``$link`` as a link with its own words, ``$practices`` as a list, ``$code`` large, ``$qr`` as a picture (HTML only).
"""

from __future__ import annotations

import html
import string
import tomllib
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from functools import cache
from typing import Final
from uuid import UUID

import msgspec

from kiosk.portal import mail_qr
from kiosk.resources import resource

_PAGE: Final = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title></head>'
    '<body style="font-family:sans-serif;font-size:18px;line-height:1.5;color:#16202b;background:#ffffff">'
    '<div style="max-width:38em">{body}</div></body></html>'
)
_LINK: Final = (
    '<p><a href="{url}" style="color:#0b5c8c;font-size:20px;font-weight:bold">{words}</a></p>'
    '<p style="color:#4a5866;font-size:15px;word-break:break-all">{url}</p>'
)
_LARGE: Final = '<p style="font-family:monospace;font-size:26px;font-weight:bold">{text}</p>'
_PICTURE: Final = '<p><img src="cid:{cid}" alt="{words}" style="max-width:100%"></p>'

_LISTS: Final = frozenset({"practices", "user_ids"})
_LARGE_FIELDS: Final = frozenset({"code"})


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mail in one language.

    Attributes:
        subject: one line.
        text: paragraphs, divided by empty lines; ``$name`` stands for a field.
        qr: what the QR code of the link is, for who cannot see it; "" in mails without one.
        links: the words of a field that is a link; a URL without words is shown as it is.
        without: text to put in place of a field that is empty.
    """

    subject: str
    text: str
    qr: str = ""
    links: dict[str, str] = {}
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
    """Make the message, as text and as HTML; the QR code of ``link`` goes along inside it, never as a remote picture.

    Args:
        kind, language: name the template.
        fields: what the template's names stand for.
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
    domain = sender.rpartition("@")[2]
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = sender
    message["To"] = recipient
    message["Message-ID"] = f"<{mail_id}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n\n".join(_plain(wording, part, filled) for part in _paragraphs(wording) if part != "$qr"))
    picture = f"code.{mail_id}@{domain}"
    body = "".join(_marked_up(wording, part, filled, picture) for part in _paragraphs(wording))
    page = _PAGE.format(language=language, title=html.escape(subject), body=body)
    message.add_alternative(page, subtype="html")
    if wording.qr:
        _add_picture(message, mail_qr.png(filled["link"]), picture)
    message["Content-Language"] = language  # last: setting the content clears its headers
    return message


def _paragraphs(wording: Template) -> list[str]:
    return wording.text.strip().split("\n\n")


def _alone(paragraph: str, fields: dict[str, str]) -> str:
    """The field that a paragraph is made of alone, or ""."""
    name = paragraph.removeprefix("$")
    return name if name != paragraph and name in fields else ""


def _plain(wording: Template, paragraph: str, fields: dict[str, str]) -> str:
    name = _alone(paragraph, fields)
    if name in wording.links:
        return f"{wording.links[name]}\n{fields[name]}"
    return string.Template(paragraph).substitute(fields)


def _marked_up(wording: Template, paragraph: str, fields: dict[str, str], picture: str) -> str:
    """A paragraph as HTML; every field is escaped, so a name is shown and never obeyed."""
    if paragraph == "$qr":
        return _PICTURE.format(cid=picture, words=html.escape(wording.qr))
    name = _alone(paragraph, fields)
    escaped = {key: html.escape(value) for key, value in fields.items()}
    if name in wording.links:
        return _LINK.format(url=escaped[name], words=html.escape(wording.links[name]))
    if name in _LISTS:
        return "<ul>" + "".join(f"<li>{line}</li>" for line in escaped[name].split("\n")) + "</ul>"
    if name in _LARGE_FIELDS:
        return _LARGE.format(text=escaped[name])
    if name and fields[name].startswith("https://"):
        return f'<p><a href="{escaped[name]}" style="color:#0b5c8c">{escaped[name]}</a></p>'
    return f"<p>{string.Template(html.escape(paragraph)).substitute(escaped)}</p>"


def _add_picture(message: EmailMessage, content: bytes, cid: str) -> None:
    """Put a picture beside the HTML that shows it (RFC 2387)."""
    page = message.get_body(("html",))
    if not isinstance(page, MIMEPart):
        raise TypeError("the HTML was added just before")
    page.add_related(
        content, maintype="image", subtype="png", cid=f"<{cid}>", disposition="inline", filename="code.png"
    )
