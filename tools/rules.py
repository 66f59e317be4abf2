"""Prints each product rule with the tests that prove it: `make rules`, or `python -m tools.rules --check S1 S2`.

The rules stand in `docs/rules.md`, one line each, and nowhere else. A test names its rules with
`@pytest.mark.rule("S5", "S6")`. The tests are asked for through pytest's own collection, so a marker on a class, a
module or one parameter counts as pytest counts it.
"""

import argparse
import re
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import pytest


def read_rules(text: str) -> dict[str, str]:
    """Return the sentence of each rule, in the order of the ids: those of the sign-up first.

    Raises:
        ValueError: A rule stands twice.
    """
    found = re.findall(r"(?m)^- \*\*([SFK])(\d+)\*\* (.+)$", text)
    rules = {
        f"{kind}{number}": said for kind, number, said in sorted(found, key=lambda at: ("SFK".index(at[0]), int(at[1])))
    }
    if len(rules) != len(found):
        raise ValueError("a rule stands twice")
    return rules


RULES = read_rules((Path(__file__).parent.parent / "docs" / "rules.md").read_text(encoding="utf-8"))

# Silent: the reporter is off, and so are the options that it alone understands. Nothing runs: asserts stay plain.
_OPTIONS = "--collect-only --assert=plain --import-mode=importlib -o addopts= -p no:terminal -p no:xdist"


class Collector:
    """A pytest plugin that keeps which tests carry which rule."""

    def __init__(self) -> None:
        self.tests: dict[str, list[str]] = {rule: [] for rule in RULES}

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Say why a file cannot be collected."""
        if report.failed:
            print(f"{report.nodeid}: {report.longreprtext}", file=sys.stderr)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note every test, once however many parameters it has."""
        for item in items:
            test = item.nodeid.partition("[")[0]
            for marker in item.iter_markers("rule"):
                for rule in marker.args:
                    if test not in self.tests[rule]:
                        self.tests[rule].append(test)


def collect() -> Mapping[str, list[str]]:
    """Return the tests of each rule, in the order of the rules.

    Raises:
        SystemExit: Some test file cannot be collected.
    """
    collector = Collector()
    code = pytest.main(_OPTIONS.split(), [collector])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        sys.exit("rules: the tests cannot be collected")
    return collector.tests


def show(tests: Mapping[str, Iterable[str]]) -> None:
    """Print the table and its sum."""
    for rule, names in tests.items():
        print(f"{rule:<4} {RULES[rule]}")
        for name in list(names) or ["—"]:
            print(f"     {name}")
    proven = len([rule for rule, names in tests.items() if names])
    print(f"{proven} of {len(tests)} rules have a test")


def unproven(tests: Mapping[str, Collection[str]], wanted: Iterable[str]) -> tuple[str, ...]:
    """Return those of the wanted rules that no test carries."""
    return tuple(rule for rule in wanted if not tests[rule])


def main() -> None:
    """Print the table; with --check leave with 1 when one of the named rules, or without names any, has no test."""
    parser = argparse.ArgumentParser(prog="tools.rules", description="Each product rule with the tests that prove it.")
    parser.add_argument(
        "--check", nargs="*", choices=RULES, metavar="ID", help="fail if one of these rules, or of all, has no test"
    )
    wanted = parser.parse_args().check
    tests = collect()
    show(tests)
    if lacking := unproven(tests, () if wanted is None else wanted or RULES):
        sys.exit(f"rules: no test for {' '.join(lacking)}")


if __name__ == "__main__":
    main()
