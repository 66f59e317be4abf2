"""The demo as a newcomer starts it: `kiosk demo --headless` as a process, judged by its report and its exit code."""

from __future__ import annotations

import json
import mailbox
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

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


def demo(output: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Play the demo into a folder."""
    places = os.pathsep.join(str(place) for place in (path, ROOT) if place)
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "demo", "--headless", "--output", str(output)],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        cwd=output.parent,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"} | {"PYTHONPATH": places},
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
        assert read(output)["portal"]["accounts"] == 0

        done = demo(output)
        assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-1500:]
        assert done.stderr == ""
        assert done.stdout.rstrip().splitlines()[-1].startswith("The demo is done: three patients, three accounts,")
        self.check_report(output)

    def check_report(self, output: Path) -> None:
        """Each value of the report has the promised shape, and its files are there."""
        report = read(output)
        assert set(report) == {"journeys", "portal", "tablet", "slip"}
        assert [journey["ending"] for journey in report["journeys"]] == ["active", "active", "saved"]
        for journey in report["journeys"]:
            assert set(journey) == {"name", "steps", "ending", "pictures"}
            assert journey["steps"]
            assert journey["pictures"]
            for name in journey["pictures"]:
                assert (output / name).read_bytes().startswith(b"\x89PNG"), name
        assert report["portal"]["accounts"] == 3
        assert sorted(mail["kind"] for mail in report["portal"]["mails"]) == ["welcome"] * 3
        assert report["tablet"] == {
            "databases": ["outbox.db", "local.db"],
            "encrypted": True,
            "waiting": 0,
            "rows_left": 0,
        }
        arrived = {message["To"] for message in mailbox.Maildir(output / "mail", create=False)}
        assert arrived == {mail["to"] for mail in report["portal"]["mails"]}
        assert (output / report["slip"]["pdf"]).read_bytes().startswith(b"%PDF")
        assert report["slip"]["pdf"].endswith(".pdf")
        assert report["slip"]["decoded"].startswith("https://portal.riverside.example/a#")
        page = (output / "index.html").read_text("utf-8")
        assert all(name in page for journey in report["journeys"] for name in journey["pictures"])

    def test_a_foreign_folder_is_left_alone(self, tmp_path: Path) -> None:
        """It refuses a folder that holds something else, and touches nothing in it."""
        output = tmp_path / "holiday"
        output.mkdir()
        (output / "beach.txt").write_text("sand", "utf-8")
        refused = demo(output)
        assert refused.returncode == 1
        assert "is not empty and not a former demo's" in refused.stderr
        assert [path.name for path in output.iterdir()] == ["beach.txt"]


def read(output: Path) -> dict[str, Any]:
    """The report."""
    return dict(json.loads((output / "report.json").read_text("utf-8")))


pytestmark = pytest.mark.timeout(240)  # two demos one after the other, on whatever machine
