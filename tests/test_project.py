"""The repository itself: locks, Debian packages, layers, the wheel, and what the two commands promise."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools import debian, i18n, rules, setup

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WITHOUT_QT = PYPROJECT["tool"]["importlinter"]["contracts"][1]["source_modules"]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this interpreter in the repository; CI and pytest's own variables are not handed on."""
    clean = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=False
    )


class TestLocks:
    """A lock says what to install, never from where."""

    @pytest.mark.parametrize("name", ["build", "runtime", "test", "lint"])
    def test_no_lock_names_a_place(self, name: str) -> None:
        """No address, index or link stands in a lock, and every package has an exact version and a hash."""
        text = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")
        for forbidden in ("://", "--index", "--extra-index", "--find-links", "--trusted-host"):
            assert forbidden not in text
        requirements = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert requirements
        assert all("==" in line and line.endswith("\\") for line in requirements)
        assert text.count("--hash=sha256:") >= len(requirements)

    def test_a_package_has_one_version(self) -> None:
        """The locks are installed together, so no package stands in two of them with two versions."""
        versions: dict[str, set[str]] = {}
        for path in (ROOT / "packaging" / "lock").glob("*.txt"):
            for line in path.read_text(encoding="utf-8").splitlines():
                if "==" in line and not line.startswith((" ", "#")):
                    name, version = line.split()[0].split("==")
                    versions.setdefault(name, set()).add(version)
        assert {name: found for name, found in versions.items() if len(found) > 1} == {}

    def test_every_direct_dependency_is_locked(self) -> None:
        """What pyproject.toml asks for stands in the lock of its purpose."""
        groups = PYPROJECT["dependency-groups"]
        asked = {
            "build": PYPROJECT["build-system"]["requires"],
            "runtime": PYPROJECT["project"]["dependencies"],
            "test": groups["test"],
            "lint": groups["lint"],
        }
        for name, requirements in asked.items():
            lock = (ROOT / "packaging" / "lock" / f"{name}.txt").read_text(encoding="utf-8")
            for requirement in requirements:
                package = requirement.lower().partition(">")[0].partition("[")[0]
                assert f"\n{package}==" in f"\n{lock}", requirement


class TestSetup:
    """The setup asks for Debian packages before it downloads anything."""

    @pytest.fixture
    def as_user(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        """A normal user on a machine where whatever the list names is asked for; apt-get must not run."""
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        monkeypatch.setattr(setup, "apt_install", lambda packages: pytest.fail(f"installed {packages}"))
        path = tmp_path / "debian.txt"
        monkeypatch.setenv("DEBIAN_LIST", str(path))
        return path

    @pytest.mark.parametrize("plan", ["demo", "test", "lint"])
    def test_a_normal_user_gets_the_line_and_2(
        self, plan: str, as_user: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A missing needed package: the exact line to type, exit status 2, no download."""
        as_user.write_text("no-such-package runtime\nno-such-server ghost\n", encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["tools.setup", plan])
        monkeypatch.setattr(setup, "python_environment", lambda locks: pytest.fail(f"downloaded {locks}"))
        with pytest.raises(SystemExit) as stopped:
            setup.main()
        assert stopped.value.code == 2
        line = "sudo apt-get install --no-install-recommends no-such-package"
        assert f"  {line}{' no-such-server' if plan == 'test' else ''}\n" in capsys.readouterr().out

    def test_a_missing_tier_is_named_and_stops_nothing(self, as_user: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """What only some tests need is named with its tier; the setup goes on."""
        as_user.write_text("libc6 runtime\nno-such-server ghost\n", encoding="utf-8")
        setup.debian_packages(None)
        assert "no-such-server nothing of tier ghost runs" in capsys.readouterr().out

    def test_demo_asks_for_nothing_that_only_tests_need(
        self, as_user: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """`make demo` needs runtime packages only."""
        as_user.write_text("libc6 runtime\nno-such-server postgresql\n", encoding="utf-8")
        setup.debian_packages(setup.PLANS["demo"][1])
        assert capsys.readouterr().out == ""

    def test_root_installs(self, as_user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Root gets the missing packages installed, and the ones that are there left alone."""
        asked: list[tuple[str, ...]] = []
        as_user.write_text("libc6 runtime\nno-such-package runtime\n", encoding="utf-8")
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(setup, "apt_install", asked.append)
        with pytest.raises(SystemExit, match="2"):  # still missing afterwards: no pretending
            setup.debian_packages(None)
        assert asked == [("no-such-package",)]

    def test_a_line_without_a_tier_is_refused(self, tmp_path: Path) -> None:
        """A package that serves no tier would never be installed."""
        path = tmp_path / "debian.txt"
        path.write_text("lonely # runtime\n", encoding="utf-8")
        with pytest.raises(ValueError, match="lonely names no tier"):
            debian.read_list(path)

    def test_readme_has_the_apt_line(self) -> None:
        """The line in README.md installs the whole list."""
        words = set((ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ").split())
        assert {package.name for package in debian.read_list(debian.LIST)} <= words


class TestTiers:
    """A test whose packages are missing is named, and under CI it fails."""

    @pytest.fixture
    def ghost(self, tmp_path: Path) -> Path:
        """A test of a tier that no machine has, beside one that runs."""
        (tmp_path / "debian.txt").write_text("libc6 runtime\nno-such-package ghost\n", encoding="utf-8")
        path = tmp_path / "test_ghost.py"
        path.write_text(
            "import pytest\n\n@pytest.mark.tier('ghost')\ndef test_ghost(): pass\n\ndef test_plain(): pass\n",
            encoding="utf-8",
        )
        return path

    def pytest_on(self, path: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run pytest with our settings and our root conftest on a file of elsewhere."""
        command = ["-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", "-p", "no:cacheprovider"]
        return run(*command, *options, str(path), DEBIAN_LIST=str(path.parent / "debian.txt"), **environment)

    @pytest.mark.parametrize("workers", ["0", "2"])
    def test_left_out_and_named(self, ghost: Path, workers: str) -> None:
        """Without the packages the test is skipped and the summary names tier, package and line, with xdist too."""
        done = self.pytest_on(ghost, "-n", workers)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "1 passed, 1 skipped" in done.stdout
        line = "ghost: needs no-such-package (sudo apt-get install --no-install-recommends no-such-package)"
        assert line in done.stdout.splitlines()

    @pytest.mark.parametrize("workers", ["0", "2"])
    def test_a_failure_under_ci(self, ghost: Path, workers: str) -> None:
        """Under CI=true a tier that cannot run is a failure, so that it cannot vanish unseen."""
        done = self.pytest_on(ghost, "-n", workers, CI="true")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "1 passed, 1 error" in done.stdout

    @pytest.mark.parametrize("marker", ["rule('S99')", "tier('postgres')"])
    def test_unknown_names_are_refused(self, ghost: Path, marker: str) -> None:
        """A misspelt rule proves nothing and a misspelt tier runs nowhere: both stop the run."""
        ghost.write_text(f"import pytest\n\n@pytest.mark.{marker}\ndef test_it(): pass\n", encoding="utf-8")
        done = self.pytest_on(ghost)
        assert done.returncode == pytest.ExitCode.USAGE_ERROR
        assert "there is no" in done.stderr


class TestLayers:
    """What stands in the architecture is checked, not hoped for."""

    def test_import_contracts(self) -> None:
        """Every contract of pyproject.toml is kept: the layers, no Qt behind the screen, a pure domain."""
        command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
        done = run("-c", command)
        assert done.returncode == 0, done.stdout + done.stderr

    @pytest.mark.parametrize("package", WITHOUT_QT)
    def test_imports_without_qt(self, package: str) -> None:
        """Every module behind the screen imports on a machine that has no PySide6."""
        modules = [
            ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            for path in (ROOT / Path(*package.split("."))).rglob("*.py")
            if "migrations" not in path.parts  # those run inside Alembic only
        ]
        assert modules
        hide = "import sys, importlib; sys.modules['PySide6'] = sys.modules['shiboken6'] = None"
        done = run("-c", f"{hide}\nfor name in {sorted(modules)}: importlib.import_module(name)")
        assert done.returncode == 0, done.stderr

    def test_the_domain_asks_neither_clock_nor_dice(self) -> None:
        """Now, ids and randomness are parameters: no call of now(), today(), uuid4() or open() in kiosk.domain."""
        clocks = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
        clocks |= {f"datetime.{clock}" for clock in clocks}
        banned = clocks | {"uuid.uuid1", "uuid.uuid4", "uuid1", "uuid4", "bcrypt.gensalt", "gensalt", "open"}
        found = [
            f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node.func)}()"
            for path in sorted((ROOT / "kiosk" / "domain").rglob("*.py"))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and ast.unparse(node.func) in banned
        ]
        assert found == []


class TestRules:
    """`make rules` sees what pytest sees."""

    def test_ids(self) -> None:
        """docs/rules.md has a sentence for each: 48 of the patients' portal, 7 of the desk, 5 of the devices."""
        ids = [f"S{n}" for n in range(1, 49)] + [f"F{n}" for n in range(1, 8)] + [f"K{n}" for n in range(1, 6)]
        assert list(rules.RULES) == ids
        assert all(sentence.endswith(".") for sentence in rules.RULES.values())

    def test_a_rule_stands_once(self) -> None:
        """Two sentences of one rule would be two rules."""
        with pytest.raises(ValueError, match="twice"):
            rules.read_rules("- **S1** One.\n- **S1** Another.\n")

    def test_unproven(self) -> None:
        """--check fails for the rules that no test carries, and only for those it was asked for."""
        assert rules.unproven({"S1": ["test"], "S2": [], "S3": []}, ["S1", "S2"]) == ("S2",)

    def test_no_rule_stands_alone(self) -> None:
        """Each has a test in pytest's own collection of this very suite; the table says the rule, then its tests."""
        done = run("-m", "tools.rules", "--check")
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.endswith("60 of 60 rules have a test\n")
        assert f"S5   {rules.RULES['S5']}\n     tests/" in done.stdout


CITED = re.compile(r"""(?<![\w*/."-])([\w/.-]*[\w-]\.md)\b`{0,2}(?:, "([^"\n]+)")?""")
"""A document of the repository, and perhaps one of its headings."""


def test_what_the_code_cites_exists() -> None:
    """A comment that sends the reader to a document or a heading that is not there is worse than none."""
    headings = {
        str(path.relative_to(ROOT)): set(re.findall(r"(?m)^#+ (.+)$", path.read_text(encoding="utf-8")))
        for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    }
    lost = [
        f"{path.relative_to(ROOT)}: {document} {heading}".strip()
        for folder in ("kiosk", "tests", "benchmarks", "tools", "packaging")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for document, heading in CITED.findall(path.read_text(encoding="utf-8"))
        if document not in headings or (heading and heading not in headings[document])
    ]
    assert lost == []


def test_wheel_carries_the_resources(tmp_path: Path) -> None:
    """An installed wheel finds its style sheets, icons and texts without the repository."""
    done = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    show = "from kiosk import resources; print(resources.resource('qss').is_dir(), resources.RESOURCES)"
    done = run("-P", "-c", show, PYTHONPATH=str(tmp_path / "site"))
    assert done.stdout.split() == ["True", str(tmp_path / "site" / "kiosk" / "_resources")], done.stderr
    assert not list((tmp_path / "site").glob("tests*"))


class TestTexts:
    """Patients read every screen in their language."""

    def test_every_text_of_the_screens_has_its_spanish(self) -> None:
        """The catalogues hold what the sources say now, finished, and are compiled: `tools/i18n.py check` complains."""
        assert i18n.check() == []

    def test_an_unfinished_translation_is_seen(self, tmp_path: Path) -> None:
        """One that was never made, left open, or is empty."""
        entries = '<translation type="unfinished">A</translation>', "<translation/>", "", "<translation>D</translation>"
        messages = [
            f"<message><source>{at}</source>{entry}</message>" for at, entry in zip("abcd", entries, strict=True)
        ]
        catalogue = tmp_path / "kiosk_es.ts"
        catalogue.write_text(f"<TS><context>{''.join(messages)}</context></TS>", encoding="utf-8")
        assert i18n.unfinished(catalogue) == ["a", "b", "c"]
