"""What every test shares: no display, no settings from outside, known rule ids, and tiers named when left out."""

import gc
import os
from collections.abc import Iterator

import hypothesis
import pytest

from tools import debian, rules

# Both before anything of Qt or of ours is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in [name for name in os.environ if name.startswith("KIOSK_")]:
    del os.environ[name]

# A slow machine is no failure; in CI every run tries the same examples.
hypothesis.settings.register_profile("kiosk", deadline=None, derandomize=os.environ.get("CI") == "true")
hypothesis.settings.load_profile("kiosk")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Collect a test's widgets when it ends, in Qt's thread: a collection in a worker would crash (see Collector).

    Around the whole protocol: pytest lets go of a test's fixtures only after their teardown, and what a module leaves
    behind is torn down in its last test. What would miss this collection, the next test's `freeze` kept for ever.
    """
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    gc.freeze()  # what earlier tests left is alive: not worth another search
    try:
        return (yield)
    finally:
        gc.collect()
        gc.enable()


FIRST = ("journeys", "support", "web", "ui", "contract", "portal")
"""Folders whose files take longest: short ones at the end of a run keep both workers busy until then."""

LEFT_OUT = "tier left out"
_PACKAGES = debian.read_list()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files; refuse a rule or a tier that does not exist: it proves nothing, or runs nowhere."""
    items.sort(key=lambda item: FIRST.index(item.path.parent.name) if item.path.parent.name in FIRST else len(FIRST))
    known_tiers = debian.tiers(_PACKAGES)
    for item in items:
        for marker, known in (("rule", rules.RULES), ("tier", known_tiers)):
            for given in (argument for mark in item.iter_markers(marker) for argument in mark.args):
                if given not in known:
                    raise pytest.UsageError(f"{item.nodeid}: there is no {marker} {given!r}")


def why_left_out(tier: str) -> str | None:
    """Return why a tier cannot run on this machine, or None when it can."""
    lacking = debian.missing(debian.names(_PACKAGES, {tier}))
    return f"{tier}: needs {' '.join(lacking)}" if lacking else None


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test whose tier's packages are missing; under CI that fails, so that nothing is lost unseen."""
    for tier in (argument for mark in item.iter_markers("tier") for argument in mark.args):
        reason = why_left_out(tier)
        if reason is None:
            continue
        item.user_properties.append((LEFT_OUT, reason))  # travels from a worker to the summary
        if os.environ.get("CI") == "true":
            pytest.fail(f"tier {reason}", pytrace=False)
        pytest.skip(f"tier {reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each tier that did not run, with the reason and the line that mends it."""
    reports = [report for outcome in ("skipped", "error") for report in terminalreporter.stats.get(outcome, [])]
    reasons = {value for report in reports for key, value in getattr(report, "user_properties", ()) if key == LEFT_OUT}
    if not reasons:
        return
    terminalreporter.section("tiers that did not run")
    for reason in sorted(reasons):
        tier = reason.partition(":")[0]
        terminalreporter.write_line(f"{reason} ({debian.apt_line(debian.names(_PACKAGES, {tier}))})")
