"""The console's pages: Jinja templates of ``resources/support``, everything escaped; words for codes."""

from __future__ import annotations

import datetime as dt
import hashlib
import zoneinfo
from functools import cache
from typing import Any, Final

import jinja2
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from kiosk.resources import resource

TOPICS: Final = {
    "user_id": "User ID",
    "password": "Password",
    "secret_question": "Secret question",
    "email": "Email address",
    "sign_up": "Sign-up",
    "other": "Something else",
}
LANGUAGES: Final = {"en": "English", "es": "Spanish"}

ACTS: Final = {
    "searched": "Looked for an account",
    "found": "Found the account",
    "direct_reset": "Sent a direct link to reset the password",
    "user_id": "Sent the user ID",
    "phone_code_sent": "Sent a phone code",
    "phone_code_wrong": "The phone code was wrong",
    "phone_code_right": "The phone code was right",
    "desk_photo_id": "Relied on the front desk’s photo ID check",
    "email_update": "Sent a link to confirm the new email address",
}
CHECKS: Final = {
    "": "",
    "address_on_file": "to the address on file",
    "phone_code": "identity: phone code",
    "desk_photo_id": "identity: photo ID at the front desk",
}
DOCUMENTS: Final = {
    "drivers_license": "driver’s license",
    "state_id": "state ID",
    "passport": "passport",
    "other": "another photo ID",
}
ENDS: Final = {
    "patient": "The patient left the chat.",
    "agent": "You closed this chat.",
    "silence": "The patient’s tablet has been silent for a minute. The chat is over.",
    "another_chat": "The patient began another chat.",
}

DONE: Final = "done"
CARE: Final = "care"

NOTES: Final = {
    "found": (DONE, "This account is now part of the chat."),
    "nobody": (CARE, "No account was found. Ask the patient to check what you typed."),
    "several": (CARE, "Several accounts share this email and date of birth. Ask the patient for the first name."),
    "too_many_searches": (CARE, "You looked for 30 accounts within an hour. Please try again later."),
    "reset_sent": (DONE, "The link is on its way to the address on file. It works once, for 60 minutes."),
    "user_id_sent": (DONE, "The user ID is on its way to the address on file."),
    "no_address": (
        CARE,
        "No verified email address is on file, so nothing was sent. The front desk can give a slip instead.",
    ),
    "no_user_id": (
        CARE,
        "This account has no user ID yet: the patient has a mail with a link; or the front desk gives a slip.",
    ),
    "no_account": (CARE, "Find the account first."),
    "not_yours": (CARE, "This chat is not yours, or it is over."),
    "wait": (CARE, "This was sent a moment ago, or five times today. Please wait before you send it again."),
    "code_sent": (DONE, "A code is on its way to the phone number on file. Ask the patient for its 6 digits."),
    "no_phone": (CARE, "There is no phone number on file."),
    "no_more_codes": (CARE, "No more codes can be sent. The front desk can check a photo ID instead."),
    "code_right": (DONE, "The code is right. You can now update the email address."),
    "code_wrong": (CARE, "The code is wrong. Ask the patient to read it again."),
    "code_expired": (CARE, "This code no longer works. Send a new one."),
    "desk_checked": (DONE, "The front desk saw a photo ID today. You can now update the email address."),
    "no_desk_check": (CARE, "The front desk has recorded no photo ID check for this account within the last day."),
    "email_sent": (
        DONE,
        "A link is on its way to the new address. It becomes the account’s when the patient opens the link; "
        "the old address gets a notice then.",
    ),
    "not_checked": (CARE, "First make sure who this is."),
    "bad_email": (CARE, "This is no email address."),
    "taken": (DONE, "You have this chat. Say hello."),
    "gone": (CARE, "Somebody else took this chat, or the patient left."),
    "closed": (DONE, "You closed the chat."),
    "bad_line": (CARE, "A message has 1 to 1000 characters."),
    "call_done": (DONE, "Marked as done."),
    "call_gone": (CARE, "Somebody else did this one."),
}
"""What a page says after a doing, by the code in its address: no text of anybody's stands there."""

PROBLEMS: Final = {
    400: "This request makes no sense.",
    403: "This form is out of date or came from elsewhere. Go back to the console and try again.",
    404: "There is no such page.",
    413: "This is too much at once.",
    415: "This request makes no sense.",
    429: "Too much is going on. Please try again in a moment.",
    500: "Something went wrong. Please try again.",
}

STATIC: Final = {
    "console.css": ("text/css", ("support", "console.css")),
    "console.js": ("text/javascript", ("support", "console.js")),
    "icon.svg": ("image/svg+xml", ("icons", "message-circle.svg")),
    "400.ttf": ("font/ttf", ("fonts", "AtkinsonHyperlegibleNext_400Regular.ttf")),
    "700.ttf": ("font/ttf", ("fonts", "AtkinsonHyperlegibleNext_700Bold.ttf")),
}


def page(template: str, status: int = 200, **values: Any) -> Response:
    """Render a page."""
    return HTMLResponse(_environment().get_template(template).render(values), status)


def problem(status: int) -> Response:
    """The page of a refusal; it says nothing of what was asked."""
    return page("problem.html", status, text=PROBLEMS[status])


def static(name: str) -> Response | None:
    """A file of the console; None for anything else."""
    if name not in STATIC:
        return None
    kind, path = STATIC[name]
    content = resource(*path).read_bytes()
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=86400"})


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("support")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"clock": _clock, "moment": _moment, "day": _day, "instant": _instant}
    environment.globals |= {
        "icon": _icon,
        "static": _static_url,
        "words": {
            "topics": TOPICS,
            "languages": LANGUAGES,
            "acts": ACTS,
            "checks": CHECKS,
            "documents": DOCUMENTS,
            "ends": ENDS,
        },
    }
    return environment


def _clock(at: dt.datetime, time_zone: str) -> str:
    """``8:05 AM CST``: as clocks at the chat's practice show it; the agent may sit in another zone."""
    return at.astimezone(zoneinfo.ZoneInfo(time_zone)).strftime("%-I:%M %p %Z")


def _moment(at: dt.datetime, time_zone: str) -> str:
    """``2026-11-23 8:05 AM CST``."""
    return f"{at.astimezone(zoneinfo.ZoneInfo(time_zone)).date()} {_clock(at, time_zone)}"


def _day(at: dt.datetime, time_zone: str) -> str:
    """``March 2, 2026``, where the practice is."""
    return at.astimezone(zoneinfo.ZoneInfo(time_zone)).strftime("%B %-d, %Y")


def _instant(at: dt.datetime) -> str:
    """For ``<time datetime>``."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def _icon(name: str) -> Markup:
    """One of our own pictures, as part of the page; decoration beside words."""
    drawn = resource("icons", f"{name}.svg").read_text("utf-8")
    return Markup(drawn.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))  # noqa: S704 - our own file


@cache
def _static_url(name: str) -> str:
    """With the content's hash, so that a browser keeps the file until it changes."""
    digest = hashlib.sha256(resource(*STATIC[name][1]).read_bytes()).hexdigest()[:12]
    return f"/support/static/{name}?v={digest}"
