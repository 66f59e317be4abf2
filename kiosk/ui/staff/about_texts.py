"""What this program is made of, and under which licences: its own, fonts, icons, Qt and every installed package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from typing import Final

import kiosk
from kiosk.resources import RESOURCES

__all__ = ["licences"]

_TEXTS: Final = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_RULE: Final = "\n\n" + "―" * 40 + "\n\n"

_OURS: Final = (
    ("Atkinson Hyperlegible Next (OFL-1.1)", "fonts/OFL-AtkinsonHyperlegibleNext.txt"),
    ("Inter (OFL-1.1)", "fonts/OFL-Inter.txt"),
    ("Noto Sans Arabic (OFL-1.1)", "fonts/OFL-NotoSansArabic.txt"),
    ("Lucide icons (ISC)", "icons/LICENSE-lucide.txt"),
    ("Qt, by way of PySide6 (LGPL-3.0-only)", "licences/LGPL-3.0.txt"),
    ("The licence that LGPL-3.0 refers to (GPL-3.0)", "licences/GPL-3.0.txt"),
)


def licences() -> str:
    """Everything as one plain text: first a list, then the licences as they are; reads files, for a worker.

    Raises:
        OSError: a file of ours cannot be read.
    """
    packages = sorted(_packages().values(), key=lambda each: each.name.casefold())
    head = [f"portal-kiosk {kiosk.__version__} (Apache-2.0)", *(name for name, _ in _OURS)]
    listed = "\n".join(head + [" ".join((each.name, each.version, _licence_of(each))) for each in packages])
    texts = [f"{name}\n\n{RESOURCES.joinpath(path).read_text(encoding='utf-8').strip()}" for name, path in _OURS]
    texts += [f"{each.name} {each.version}\n\n{text}" for each in packages for text in _texts(each)]
    return _RULE.join((listed, *texts))


def _packages() -> dict[str, metadata.Distribution]:
    """Each installed package once; of two, the one that Python would load."""
    found: dict[str, metadata.Distribution] = {}
    for distribution in metadata.distributions():
        found.setdefault(distribution.name.casefold(), distribution)
    return found


def _licence_of(package: metadata.Distribution) -> str:
    """As the package names it, in one line."""
    about = package.metadata.json
    named = str(about.get("license_expression") or about.get("license") or "").strip()
    if not named or "\n" in named:
        marks = [
            str(each) for each in about.get("classifier", ()) if str(each).startswith("License :: OSI Approved ::")
        ]
        named = ", ".join(mark.rpartition(" :: ")[2] for mark in marks)
    return f"({named})" if named else ""


def _texts(package: metadata.Distribution) -> Iterator[str]:
    for path in package.files or ():
        if ".dist-info" in str(path) and _TEXTS.search(path.name):
            text = package.read_text(str(path).partition(".dist-info/")[2])
            if text:
                yield text.strip()
