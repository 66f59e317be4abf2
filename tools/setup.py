"""Makes the machine and .venv ready: `python3 -m tools.setup demo|test|lint` (the Makefile calls it first).

1. Debian packages of packaging/debian.txt. As root they are installed; as a normal user a missing needed one ends the
   setup with 2 and the line to type, before anything is downloaded; a missing optional one is named with what it costs.
2. .venv with the locked, hash-checked Python packages that the command needs, and this project (editable).

What is ready is stamped with a hash of the locks, so a later run costs a fraction of a second. Nothing but the
standard library is imported here.
"""

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from tools import debian

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "lock"
STAMP = VENV / "kiosk-setup.txt"
NEEDS_PACKAGE = 2

# What each command needs: the locks, in the order in which they were made, and the optional tiers of Debian packages.
# None stands for every tier of the list.
PLANS: dict[str, tuple[tuple[str, ...], frozenset[str] | None]] = {
    "demo": (("build", "runtime"), frozenset({"window"})),
    "test": (("build", "runtime", "test"), None),
    "lint": (("build", "runtime", "test", "lint"), frozenset()),
}


def say(text: str) -> None:
    """Print at once: the next thing may take a minute."""
    print(text, flush=True)


def python_packages() -> tuple[str, ...]:
    """Return the Debian package that this interpreter lacks to make a virtual environment, if any.

    Debian ships `ensurepip` apart from its python3. Another interpreter without it cannot be helped by a package.
    """
    if importlib.util.find_spec("ensurepip") is not None:
        return ()
    if sys.base_prefix == "/usr":
        return ("python3-venv",)
    sys.exit(f"setup: {sys.executable} lacks ensurepip; install a complete Python, or call make PYTHON=/path/to/one")


def apt_install(packages: tuple[str, ...]) -> None:
    """Install the packages, as far as that goes."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    say(f"setup: installing Debian packages: {' '.join(packages)}")
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        # Neither is checked: an old package list may do, and what is missing afterwards is asked for anyway.
        subprocess.run(
            ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a hundred lines of unpacking; what goes wrong stands on stderr
            check=False,
        )


def debian_packages(optional: frozenset[str] | None) -> None:
    """See to the Debian packages, or leave with 2 when a needed one is missing and cannot be installed."""
    packages = debian.read_list()
    wanted_tiers = (debian.tiers(packages) if optional is None else optional) - {debian.RUNTIME}
    runtime = debian.names(packages, {debian.RUNTIME})
    if not debian.has_dpkg():
        say(f"setup: no dpkg here, so nothing was checked; on Debian these are needed: {' '.join(runtime)}")
        return
    needed = (*python_packages(), *debian.missing(runtime))
    extra = debian.missing(debian.names(packages, wanted_tiers))
    if (needed or extra) and os.geteuid() == 0:
        apt_install((*needed, *extra))
        importlib.invalidate_caches()
        needed = (*python_packages(), *debian.missing(needed))
        extra = debian.missing(extra)
    if needed:
        say("setup: these Debian packages are needed and missing. Install them and come again:")
        say(f"  {debian.apt_line((*needed, *extra))}")
        sys.exit(NEEDS_PACKAGE)
    for tier in sorted(wanted_tiers):
        lacking = [name for name in debian.names(packages, {tier}) if name in extra]
        if lacking:
            say(f"setup: without {' '.join(lacking)} nothing of tier {tier} runs: {debian.apt_line(lacking)}")


def digest(path: Path) -> str:
    """Return the hash that stands for a file's content in the stamps."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_stamps() -> dict[str, str]:
    """Return what the last setup installed; nothing when this folder was moved or its interpreter is gone."""
    if not STAMP.exists() or not (VENV / "bin" / "python").exists():
        return {}
    folder, *lines = STAMP.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines) if folder == str(VENV) else {}


def write_stamps(stamps: dict[str, str]) -> None:
    """Note what is installed, so that a later setup, or one after a failure, does not do it again."""
    STAMP.write_text("\n".join([str(VENV), *(f"{name} {value}" for name, value in stamps.items())]), encoding="utf-8")


def python_environment(locks: tuple[str, ...]) -> None:
    """Make .venv and install what the stamps do not show yet."""
    wanted = {"python": sys.version.split()[0]} | {name: digest(LOCKS / f"{name}.txt") for name in locks}
    project = {"project": digest(ROOT / "pyproject.toml")}
    have = read_stamps()
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install"]
    if not have or any(have.get(name, value) != value for name, value in wanted.items()):
        say("setup: making .venv")
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
        have = {}
    new = [name for name in locks if name not in have]
    if new:
        say(f"setup: installing Python packages, hashes checked: {', '.join(new)}")
        files = [word for name in locks for word in ("-r", str(LOCKS / f"{name}.txt"))]
        subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", *files], check=True)
        write_stamps(have := have | wanted)
    if not project.items() <= have.items():
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
        write_stamps(have | project)


def main() -> None:
    """Read the command's name and make ready for it."""
    parser = argparse.ArgumentParser(prog="tools.setup", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("plan", choices=sorted(PLANS))
    locks, optional = PLANS[parser.parse_args().plan]
    debian_packages(optional)
    try:
        python_environment(locks)
    except subprocess.CalledProcessError as failed:
        sys.exit(f"setup: failed with {failed.returncode}: {' '.join(map(str, failed.cmd[:6]))} …")


if __name__ == "__main__":
    main()
