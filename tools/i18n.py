"""Keeps the catalogues of the screens' texts: `python tools/i18n.py update|release|check`.

update   collect the texts of kiosk/ui into every .ts file; new ones arrive unfinished
release  compile the .ts files to the .qm files that the application loads
check    fail if a .ts file is stale or unfinished, or a .qm file is not what its .ts file compiles to

The pseudo language (code `qps-rtl`) is made by `update` from the English texts: each Latin letter becomes an Arabic
one. It shows at a glance which text escaped translation, and proves right-to-left without a translator.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "kiosk" / "ui"
CATALOGUES = ROOT / "resources" / "i18n"
TRANSLATED = ("es",)
PSEUDO = "qps-rtl"

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
_TIME_PATTERN = re.compile(r"[MdyHhms,:. ]*[MdyHhms]{1,4}")
"""What QLocale writes dates and times by: to it, letters are instructions."""
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _ARABIC + _ARABIC)


def main(arguments: list[str]) -> int:
    """Run one command; the exit status is 0 if all is well."""
    match arguments:
        case ["update"]:
            update(CATALOGUES)
        case ["release"]:
            release(CATALOGUES, CATALOGUES)
        case ["check"]:
            complaints = check()
            for complaint in complaints:
                print(complaint, file=sys.stderr)
            return 1 if complaints else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def update(folder: Path) -> None:
    """Collect the texts into the catalogues of a folder; translations that stand there are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))
    for code in (*TRANSLATED, PSEUDO):
        target = folder / f"kiosk_{code}.ts"
        language = "ar" if code == PSEUDO else code
        _qt_tool(
            "lupdate", *sources, "-locations", "none", "-no-obsolete", "-silent",
            "-source-language", "en_US", "-target-language", language, "-ts", str(target),
        )  # fmt: skip
    _fill_pseudo(folder / f"kiosk_{PSEUDO}.ts")


def release(folder: Path, into: Path) -> None:
    """Compile every catalogue of `folder` into the folder `into`."""
    for source in sorted(folder.glob("*.ts")):
        _qt_tool("lrelease", "-silent", str(source), "-qm", str(into / f"{source.stem}.qm"))


def check() -> list[str]:
    """Return what is wrong with the catalogues in the repository."""
    complaints = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for catalogue in CATALOGUES.glob("*.ts"):
            (fresh / catalogue.name).write_bytes(catalogue.read_bytes())
        update(fresh)
        release(CATALOGUES, fresh)
        for code in (*TRANSLATED, PSEUDO):
            source, compiled = CATALOGUES / f"kiosk_{code}.ts", CATALOGUES / f"kiosk_{code}.qm"
            if not source.exists() or source.read_bytes() != (fresh / source.name).read_bytes():
                complaints.append(f"{source.name} is stale: run tools/i18n.py update")
            else:
                complaints += [f"{source.name} lacks: {text}" for text in unfinished(source)]
            if not compiled.exists() or compiled.read_bytes() != (fresh / compiled.name).read_bytes():
                complaints.append(f"{compiled.name} is stale: run tools/i18n.py release")
    return complaints


def unfinished(catalogue: Path) -> list[str]:
    """Return the sources of a catalogue that have no finished translation."""
    return [
        message.findtext("source", "")
        for message in ElementTree.parse(catalogue).iter("message")
        if (entry := message.find("translation")) is None or entry.get("type") == "unfinished" or not entry.text
    ]


def pseudo(text: str) -> str:
    """Return an English text in pseudo Arabic; placeholders such as %1 stay."""
    return text.translate(_LETTERS)


def _fill_pseudo(catalogue: Path) -> None:
    tree = ElementTree.parse(catalogue)
    for message in tree.iter("message"):
        entry = message.find("translation")
        if entry is not None:
            source, comment = message.findtext("source", ""), message.findtext("comment", "")
            entry.attrib.pop("type", None)
            stays = comment == "date format" or _TIME_PATTERN.fullmatch(source)
            entry.text = source if stays else pseudo(source)
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _qt_tool(tool: str, *arguments: str) -> None:
    """Run a tool that comes with PySide6-Essentials, by its own path: no other Qt on the machine is asked."""
    subprocess.run([str(Path(PySide6.__file__).parent / tool), *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
