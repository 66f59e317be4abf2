"""The demo's closing table, ``report.json`` and ``index.html``, all from what was read in the running system."""

from __future__ import annotations

import html
import json
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.demo.mailbox import Mail
from kiosk.demo.phone_box import Text
from kiosk.demo.scenes.house import Journey, Promises
from kiosk.demo.witness import PortalFacts, TabletFacts
from kiosk.resources import resource

PICTURES = "pictures"
SLIP = "slip.pdf"
"""Where the report's folder holds them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was played, what was promised, and what was found afterwards."""

    journeys: list[Journey]
    promised: Promises
    portal: PortalFacts
    tablets: list[TabletFacts]
    slip: Path | None
    decoded: str
    mails: list[Mail]
    texts: list[Text]


def broken_promises(facts: Facts, scenes: int) -> list[str]:
    """One sentence for each thing that is not as it should be; empty if all is well."""
    promised, portal = facts.promised, facts.portal
    held = {
        f"{len(facts.journeys)} of {scenes} journeys were played": len(facts.journeys) == scenes,
        "a journey has no ending": all(journey.ending for journey in facts.journeys),
        "the portal holds other accounts": portal.accounts == promised.accounts,
        "the portal sent other mails": Counter((mail.kind, mail.to) for mail in portal.mails) == promised.mails,
        f"{portal.unsent} mails wait in the portal": portal.unsent == 0,
        "the portal holds other invitations": portal.invitations == promised.invitations,
        "the portal holds other staff": portal.staff == promised.staff,
        "the portal knows of other help at the front desk": portal.helped == promised.helped,
        "other mails arrived": Counter(mail.to for mail in facts.mails)
        == Counter(to for (_, to), number in promised.mails.items() for _ in range(number)),
        "other text messages arrived": Counter(text.to for text in facts.texts) == promised.texts,
        "no slip was read back": bool(facts.decoded),
    }
    held |= {f"something is left on {tablet.name}": tablet.clean for tablet in facts.tablets}
    return [sentence for sentence, holds in held.items() if not holds]


def as_json(facts: Facts, broken: list[str]) -> dict[str, Any]:
    """The content of ``report.json``."""
    return {
        "as_promised": not broken,
        "broken": broken,
        "journeys": [
            {
                "name": journey.name,
                "ending": journey.ending or None,
                "steps": journey.steps,
                "mails": [{"kind": kind, "to": mail.to} for kind, mail in journey.mails],
                "texts": [{"to": to} for to, _ in journey.texts],
                "shown": [{"file": path, "title": title} for path, title in journey.shown],
            }
            for journey in facts.journeys
        ],
        "portal": {
            "accounts": {user_id: sorted(names) for user_id, names in sorted(facts.portal.accounts.items())},
            "mails": [{"kind": mail.kind, "to": mail.to} for mail in facts.portal.mails],
            "invitations": {name: {"state": state, "by": by} for name, (state, by) in facts.portal.invitations.items()},
            "staff": facts.portal.staff,
        },
        "tablets": [
            {
                "name": tablet.name,
                "databases": tablet.databases,
                "encrypted": tablet.encrypted,
                "waiting": tablet.waiting,
                "rows_left": tablet.rows_left + tablet.files_left,
            }
            for tablet in facts.tablets
        ],
        "slip": {"pdf": SLIP if facts.slip else None, "decoded": facts.decoded},
    }


def table(facts: Facts) -> str:
    """The closing table: each journey with its ending, what arrived, and its last picture; then what was found."""
    rows = [("", "journey", "ending", "arrived", "picture")]
    rows += [
        (
            str(number),
            journey.name,
            journey.ending or "none",
            ", ".join([*(kind for kind, _ in journey.mails), *("text message" for _ in journey.texts)]) or "–",
            next((path for path, _ in reversed(journey.shown) if path.startswith(PICTURES)), "none"),
        )
        for number, journey in enumerate(facts.journeys, 1)
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    left = sum(tablet.waiting + tablet.rows_left + tablet.files_left for tablet in facts.tablets)
    encrypted = "all" if all(tablet.encrypted for tablet in facts.tablets) else "NOT all"
    found = (
        f"{len(facts.portal.accounts)} accounts in the portal; {len(facts.mails)} mails and {len(facts.texts)} text "
        f"message(s) arrived; {encrypted} files of the tablets are encrypted, and {left} things of patients are left."
    )
    return "\n".join(("", *lines, "", found))


def write(output: Path, facts: Facts, broken: list[str]) -> None:
    """Write ``report.json`` and ``index.html`` into the demo's folder."""
    told = json.dumps(as_json(facts, broken), indent=2, ensure_ascii=False)
    (output / "report.json").write_text(told + "\n", "utf-8")
    if facts.slip is not None:
        shutil.copy(facts.slip, output / SLIP)
    (output / "index.html").write_text(_page(facts, broken), "utf-8")


def _page(facts: Facts, broken: list[str]) -> str:
    slip = f"<p><a href='{SLIP}'>The first slip (PDF)</a>, read back: <code>{html.escape(facts.decoded)}</code></p>"
    verdict = "".join(f"<li>{html.escape(line)}</li>" for line in broken)
    parts = {
        "@verdict@": f"<h2>Not as promised</h2><ul>{verdict}</ul>" if broken else "<p>Everything is as promised.</p>",
        "@table@": html.escape(table(facts)),
        "@journeys@": "".join(_journey(number, journey) for number, journey in enumerate(facts.journeys, 1)),
        "@slip@": slip if facts.slip else "<p>There is none.</p>",
    }
    page = resource("demo", "index.html").read_text("utf-8")
    for mark, part in parts.items():
        page = page.replace(mark, part)
    return page


def _journey(number: int, journey: Journey) -> str:
    steps = "".join(f"<li>{html.escape(step)}</li>" for step in journey.steps)
    shown = "".join(_shown(path, html.escape(title)) for path, title in journey.shown)
    arrived = "".join(_mail(mail) for _, mail in journey.mails)
    arrived += "".join(
        f"<article><h3>Text message</h3><p>to {html.escape(to)}</p><pre>{html.escape(text)}</pre></article>"
        for to, text in journey.texts
    )
    title = f"<h2>{number}. {html.escape(journey.name)}</h2>"
    return f"<section>{title}<ol>{steps}</ol><div class='row'>{shown}</div><div class='row'>{arrived}</div></section>"


def _shown(path: str, title: str) -> str:
    """A picture, or a web page as it came."""
    if path.endswith(".png"):
        inside = f"<a href='{path}'><img src='{path}' alt='{title}' loading='lazy'></a>"
    else:
        inside = f"<iframe src='{path}' title='{title}' sandbox loading='lazy'></iframe>"
    return f"<figure>{inside}<figcaption>{title}</figcaption></figure>"


def _mail(mail: Mail) -> str:
    subject = html.escape(str(mail.message["Subject"]))
    words = html.escape(mail.words.strip())
    return f"<article><h3>{subject}</h3><p>to {html.escape(mail.to)}</p><pre>{words}</pre></article>"
