"""The demo as a newcomer starts it: `kiosk demo --headless` as a process, judged by its report and its exit code."""

from __future__ import annotations

import dataclasses
import json
import mailbox
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections import Counter
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kiosk.demo.agent import Badge
from kiosk.demo.backstage import Backstage
from kiosk.demo.mailbox import Mail
from kiosk.demo.phone_box import Text
from kiosk.demo.post import Post
from kiosk.demo.report import Facts, broken_promises
from kiosk.demo.scenes.house import Journey, Promises
from kiosk.demo.witness import PortalFacts, SentMail, TabletFacts

ROOT = Path(__file__).parents[2]

HANGS_S = 320
"""A demo that takes so long hangs: it tells its own length, and other tests run beside this one."""

BROKEN_INSERT = '''
"""Started with every Python process of this test: in the portal alone, no account can be inserted."""

import sys

if sys.argv[0] == "-m" and "kiosk.portal" in sys.orig_argv and "serve" in sys.orig_argv:
    from kiosk.portal import accounts

    def insert_once(connection, table, values):
        if table.name == "accounts":
            raise RuntimeError("broken on purpose")
        return whole(connection, table, values)

    whole, accounts.insert_once = accounts.insert_once, insert_once
'''

NO_PRINTER = """#!/bin/sh
# What the demo must not start: this machine's printers are not for made-up people.
touch "$(dirname "$0")/asked"
"""

ENDINGS = (
    *("active", "active", "saved, then active", "active, active", "active, without a mail", "active", "active"),
    *("active, at home", "joined", "joined", "mailed", "password changed", "password changed, at home", "locked"),
    *("password changed", "email changed, user ID mailed", "saved, then called back", "saved, then active", "7 slips"),
    *("active", "password changed", "handed over"),
)
KINDS = {
    *("welcome", "code_resend", "invitation", "account_exists", "practice_joined", "user_id_reminder"),
    *("confirm_password", "password_changed", "direct_reset", "choose_user_id", "verify_email", "email_changed"),
}
JOINED = ["marisol.quintero", "theo.okafor51"]


def demo(output: Path, path: Path | None = None, commands: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Play the demo into a folder; Python modules of ``path`` and programs of ``commands`` come before all others."""
    places = os.pathsep.join(str(place) for place in (path, ROOT) if place)
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    programs = os.pathsep.join(filter(None, (str(commands or ""), os.environ.get("PATH", ""))))
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "demo", "--headless", "--output", str(output)],
        capture_output=True,
        text=True,
        timeout=HANGS_S,
        check=False,
        cwd=output.parent,
        env=kept | {"PYTHONPATH": places, "PATH": programs},
        stdin=subprocess.DEVNULL,
    )


class TestDemo:
    """One folder: first a demo that has to fail, then one that has to work over its remains."""

    def test_fails_when_a_promise_breaks_and_works_after(self, tmp_path: Path) -> None:
        """With the portal's account insert broken it ends with 1; whole again, in the same folder, with 0."""
        output, path = tmp_path / "demo", tmp_path / "path"
        path.mkdir()
        (path / "sitecustomize.py").write_text(BROKEN_INSERT, "utf-8")
        failed = demo(output, path)
        assert failed.returncode == 1
        assert "Not as promised: the ending is saved, promised was active" in failed.stderr
        report = read(output)
        assert (report["as_promised"], report["portal"]["accounts"]) == (False, {})
        assert "1 of 22 journeys were played" in report["broken"]

        commands = printers(tmp_path)
        done = demo(output, commands=commands)
        assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-1500:]
        assert not (commands / "asked").exists(), "the demo asked for this machine's printers"
        assert done.stderr == ""
        assert done.stdout.rstrip().splitlines()[-1].startswith("The demo is done: every journey ended as promised,")
        self.check_report(output)

    def check_report(self, output: Path) -> None:
        """Each value of the report has the promised shape, and its files are there."""
        report = read(output)
        assert set(report) == {"as_promised", "broken", "journeys", "portal", "tablets", "slip"}
        assert (report["as_promised"], report["broken"]) == (True, [])
        assert [journey["ending"] for journey in report["journeys"]] == list(ENDINGS)
        page = (output / "index.html").read_text("utf-8")
        for journey in report["journeys"]:
            assert set(journey) == {"name", "ending", "steps", "mails", "texts", "shown"}
            assert journey["steps"]
            assert journey["shown"]
            for shown in journey["shown"]:
                begins = b"\x89PNG" if shown["file"].endswith(".png") else b"<!doctype html>"
                assert (output / shown["file"]).read_bytes().startswith(begins), shown
                assert shown["file"] in page
        mails = [mail for journey in report["journeys"] for mail in journey["mails"]]
        assert sorted(map(str, mails)) == sorted(map(str, report["portal"]["mails"]))
        assert {mail["kind"] for mail in mails} == KINDS
        arrived = sorted(message["To"] for message in mailbox.Maildir(output / "mail", create=False))
        assert arrived == sorted(mail["to"] for mail in mails)
        assert sum(len(journey["texts"]) for journey in report["journeys"]) == 2
        assert len(report["portal"]["accounts"]) == 11
        invitations = report["portal"]["invitations"]
        assert sum(one["state"] == "activated" for one in invitations.values()) == 4
        assert [name for name, one in invitations.items() if one["by"] == "Lea Novak"] == ["Bertram Ashdown"]
        assert len(invitations) == 11
        assert report["portal"]["staff"] == {"Dana Reyes": "manager", "Lea Novak": "receptionist"}
        both = ["Northgate Eye Clinic", "Riverside Family Practice"]
        assert [user for user, names in report["portal"]["accounts"].items() if names == both] == JOINED
        for tablet, name in zip(report["tablets"], ("tablet", "northgate-tablet"), strict=True):
            assert tablet == {
                "name": name,
                "databases": ["outbox.db", "local.db"],
                "encrypted": True,
                "waiting": 0,
                "rows_left": 0,
            }
        assert (output / report["slip"]["pdf"]).read_bytes().startswith(b"%PDF")
        assert report["slip"]["decoded"].startswith("https://portal.riverside.example/a#")

    def test_a_foreign_folder_is_left_alone(self, tmp_path: Path) -> None:
        """It refuses a folder that holds something else, and touches nothing in it."""
        output = tmp_path / "holiday"
        output.mkdir()
        (output / "beach.txt").write_text("sand", "utf-8")
        refused = demo(output)
        assert refused.returncode == 1
        assert "is not empty and not a former demo's" in refused.stderr
        assert [path.name for path in output.iterdir()] == ["beach.txt"]


ENDED = """
import signal, subprocess, sys
from kiosk.demo.backstage import leave_nothing_running

portal = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], start_new_session=True)
leave_nothing_running(lambda: (portal.terminate(), portal.wait()))
print(portal.pid, flush=True)
signal.pause()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["interrupt", "end", "hang-up"])
def test_nothing_runs_on_when_the_demo_is_ended(number: signal.Signals) -> None:
    """Ctrl+C, SIGTERM or a closed terminal: the portal, in a session of its own, has ended before the demo is gone."""
    with subprocess.Popen([sys.executable, "-c", ENDED], cwd=ROOT, stdout=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        portal = int(demo.stdout.readline())
        demo.send_signal(number)
        assert demo.wait(timeout=60) == -number
    with pytest.raises(ProcessLookupError):
        os.kill(portal, 0)


def held(**changes: Any) -> PortalFacts:
    """What the portal of `facts` holds, but for the changes."""
    whole = PortalFacts(
        accounts={"ada": {"One"}},
        mails=[SentMail("welcome", "a@b.example")],
        unsent=0,
        invitations={"Ada L": ("printed", "Ruth")},
        staff={"Ruth": "receptionist"},
        helped=Counter({("ada", "passport"): 1}),
    )
    return dataclasses.replace(whole, **changes)


class TestVerdict:
    """What is found is held against what was promised; nothing that differs passes."""

    def test_nothing_is_broken(self) -> None:
        """What is as promised is not complained about."""
        assert broken_promises(facts(), 1) == []

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"journeys": []}, "0 of 1 journeys were played"),
            ({"journeys": [Journey("one")]}, "a journey has no ending"),
            ({"portal": held(accounts={})}, "the portal holds other accounts"),
            ({"portal": held(mails=[])}, "the portal sent other mails"),
            ({"portal": held(unsent=1)}, "1 mails wait in the portal"),
            ({"portal": held(invitations={})}, "the portal holds other invitations"),
            ({"portal": held(staff={"Ruth": "manager"})}, "the portal holds other staff"),
            ({"portal": held(helped=Counter())}, "the portal knows of other help at the front desk"),
            ({"decoded": ""}, "no slip was read back"),
            ({"tablets": [TabletFacts("tablet", [], True, 0, 1, 0)]}, "something is left on tablet"),
            ({"tablets": [TabletFacts("tablet", [], True, 0, 0, 1)]}, "something is left on tablet"),
            ({"tablets": [TabletFacts("tablet", [], True, 1, 0, 0)]}, "something is left on tablet"),
            ({"tablets": [TabletFacts("tablet", [], False, 0, 0, 0)]}, "something is left on tablet"),
            ({"mails": []}, "other mails arrived"),
            ({"texts": [Text("+13125550100", "123456")]}, "other text messages arrived"),
        ],
    )
    def test_what_differs_is_named(self, changes: dict[str, Any], said: str) -> None:
        """One thing at a time."""
        assert broken_promises(dataclasses.replace(facts(), **changes), 1) == [said]


def test_the_post_page_leads_to_this_machines_portal() -> None:
    """Who plays by hand reads mails, messages and the agent's code on one page; links work, words stay words."""
    message = EmailMessage()
    message["Subject"] = "<b>Hello</b>"
    message.set_content("Open https://portal.riverside.example/reset-password/T0ken_-1 or https://elsewhere.example/x")
    badge = Badge("ana", "pass-word", "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    behind = SimpleNamespace(
        mail=SimpleNamespace(mails=lambda: [Mail("a@b.example", message)]),
        phones=SimpleNamespace(texts=lambda: [Text("+13125550100", "Your code: 123456 <i>")]),
        portal=SimpleNamespace(url="http://127.0.0.1:8080"),
        badge=badge,
    )
    post = Post(cast("Backstage", behind))
    try:
        with urllib.request.urlopen(post.start(), timeout=10) as answer:  # noqa: S310 - http on this machine
            page = answer.read().decode()
    finally:
        post.stop()
    assert "<a href='http://127.0.0.1:8080/reset-password/T0ken_-1'>" in page
    assert "href='https://elsewhere" not in page
    assert "&lt;b&gt;Hello&lt;/b&gt; (to a@b.example)" in page
    assert "Your code: 123456 &lt;i&gt;" in page
    assert re.search(r"password <b>pass-word</b>, code now <b>[0-9]{6}</b>", page)


def facts() -> Facts:
    """A demo of one journey, as promised."""
    portal = held()
    promised = Promises(
        accounts=portal.accounts, invitations=portal.invitations, staff=portal.staff, helped=portal.helped
    )
    promised.mails["welcome", "a@b.example"] += 1
    return Facts(
        journeys=[Journey("one", ending="active")],
        promised=promised,
        portal=portal,
        tablets=[TabletFacts("tablet", [], True, 0, 0, 0)],
        slip=Path("slip.pdf"),
        decoded="https://portal.riverside.example/a#",
        mails=[Mail("a@b.example", EmailMessage())],
        texts=[],
    )


def printers(folder: Path) -> Path:
    """Programs in place of those of CUPS that leave a trace where they are started."""
    commands = folder / "commands"
    commands.mkdir()
    for name in ("lp", "lpr", "lpstat"):
        (commands / name).write_text(NO_PRINTER, "utf-8")
        (commands / name).chmod(0o700)
    return commands


def read(output: Path) -> dict[str, Any]:
    """The report."""
    return dict(json.loads((output / "report.json").read_text("utf-8")))


pytestmark = pytest.mark.timeout(360)  # two demos one after the other, on whatever machine
