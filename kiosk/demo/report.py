"""The demo's closing table, ``report.json`` and ``index.html``, all from what was read in the running system."""

from __future__ import annotations

import html
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.demo.mailbox import Mail
from kiosk.demo.story import Journey
from kiosk.demo.witness import PortalFacts, TabletFacts
from kiosk.domain.outcomes import Ending
from kiosk.resources import resource

PICTURES = "pictures"
SLIP = "slip.pdf"
"""Where the report's folder holds them."""

PROMISED = (Ending.ACTIVE, Ending.ACTIVE, Ending.SAVED)


@dataclass(frozen=True, slots=True)
class Facts:
    """What was played and what was found afterwards."""

    journeys: list[Journey]
    portal: PortalFacts
    tablet: TabletFacts
    slip: Path | None
    decoded: str
    mails: list[Mail]


def as_promised(facts: Facts) -> bool:
    """Whether each journey ended as it should and left an account with its user ID, a mail, and nothing behind."""
    people = [journey.person for journey in facts.journeys]
    return (
        tuple(journey.ending for journey in facts.journeys) == PROMISED
        and facts.portal.accounts == {person.email: person.user_id for person in people}
        and sorted((mail.kind, mail.to) for mail in facts.portal.mails)
        == sorted(("welcome", person.email) for person in people)
        and sorted(mail.to for mail in facts.mails) == sorted(person.email for person in people)
        and facts.tablet.encrypted
        and (facts.tablet.waiting, facts.tablet.rows_left, facts.tablet.files_left) == (0, 0, 0)
        and bool(facts.decoded)
    )


def as_json(facts: Facts) -> dict[str, Any]:
    """The content of ``report.json``."""
    return {
        "journeys": [
            {
                "name": journey.name,
                "steps": journey.steps,
                "ending": journey.ending.value if journey.ending else None,
                "pictures": [f"{PICTURES}/{name}" for name, _ in journey.pictures],
            }
            for journey in facts.journeys
        ],
        "portal": {
            "accounts": len(facts.portal.accounts),
            "mails": [{"kind": mail.kind, "to": mail.to} for mail in facts.portal.mails],
        },
        "tablet": {
            "databases": facts.tablet.databases,
            "encrypted": facts.tablet.encrypted,
            "waiting": facts.tablet.waiting,
            "rows_left": facts.tablet.rows_left + facts.tablet.files_left,
        },
        "slip": {"pdf": SLIP if facts.slip else None, "decoded": facts.decoded},
    }


def table(facts: Facts) -> str:
    """The closing table."""
    rows = [("journey", "ending", "account", "mail", "left on tablet", "picture")]
    left = str(facts.tablet.rows_left + facts.tablet.files_left)
    kinds = {mail.to: mail.kind for mail in facts.portal.mails}
    rows += [
        (
            journey.name,
            journey.ending.value if journey.ending else "none",
            facts.portal.accounts.get(journey.person.email, "none"),
            kinds.get(journey.person.email, "none"),
            left,
            journey.pictures[-1][0] if journey.pictures else "none",
        )
        for journey in facts.journeys
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n" + "\n".join(lines)


def write(output: Path, facts: Facts) -> None:
    """Write ``report.json`` and ``index.html`` into the demo's folder."""
    (output / "report.json").write_text(json.dumps(as_json(facts), indent=2, ensure_ascii=False) + "\n", "utf-8")
    if facts.slip is not None:
        shutil.copy(facts.slip, output / SLIP)
    (output / "index.html").write_text(_page(facts), "utf-8")


def _page(facts: Facts) -> str:
    journeys = "".join(_journey(journey) for journey in facts.journeys)
    mails = "".join(_mail(mail) for mail in facts.mails)
    slip = f"<p><a href='{SLIP}'>The slip (PDF)</a>, read back: <code>{html.escape(facts.decoded)}</code></p>"
    template = resource("demo", "index.html").read_text("utf-8")
    parts = {"@journeys@": journeys, "@slip@": slip, "@mails@": mails, "@table@": html.escape(table(facts))}
    for mark, part in parts.items():
        template = template.replace(mark, part)
    return template


def _journey(journey: Journey) -> str:
    steps = "".join(f"<li>{html.escape(step)}</li>" for step in journey.steps)
    pictures = "".join(
        f"<figure><img src='{PICTURES}/{name}' alt='{html.escape(title)}'>"
        f"<figcaption>{html.escape(title)}</figcaption></figure>"
        for name, title in journey.pictures
    )
    return f"<section><h2>{html.escape(journey.name)}</h2><ol>{steps}</ol><div class='row'>{pictures}</div></section>"


def _mail(mail: Mail) -> str:
    body = mail.message.get_body(("plain",))
    text = body.get_content() if body is not None else ""
    subject = html.escape(str(mail.message["Subject"]))
    return f"<article><h3>{subject}</h3><p>to {html.escape(mail.to)}</p><pre>{html.escape(text)}</pre></article>"
