"""The Debian packages of packaging/debian.txt: which tiers they serve and which of them this machine lacks.

Only the standard library: the setup runs this before anything is installed.
"""

import os
import shutil
import subprocess
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).resolve().parent.parent / "packaging" / "debian.txt"
RUNTIME = "runtime"


@dataclass(frozen=True, slots=True)
class Package:
    """One line of the list."""

    name: str
    tiers: frozenset[str]


def read_list(path: Path | None = None) -> tuple[Package, ...]:
    """Return the packages in the order of the list.

    Args:
        path: The list; by default the file that the environment variable DEBIAN_LIST names (so that a test can ask for
            a package that no machine has), else packaging/debian.txt.

    Raises:
        ValueError: A line names a package without a tier.
    """
    path = path or Path(os.environ.get("DEBIAN_LIST", LIST))
    packages = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        if len(words) == 1:
            raise ValueError(f"{path}: {words[0]} names no tier")
        packages.append(Package(words[0], frozenset(words[1:])))
    return tuple(packages)


def names(packages: Iterable[Package], tiers: Collection[str]) -> tuple[str, ...]:
    """Return the names of the packages that serve any of the tiers."""
    return tuple(package.name for package in packages if not package.tiers.isdisjoint(tiers))


def tiers(packages: Iterable[Package]) -> frozenset[str]:
    """Return every tier that the list names."""
    return frozenset().union(*(package.tiers for package in packages))


def has_dpkg() -> bool:
    """Return whether this is a machine whose packages can be asked for at all."""
    return shutil.which("dpkg-query") is not None


def missing(wanted: Iterable[str]) -> tuple[str, ...]:
    """Return those of the wanted packages that are not installed, in their order.

    A package counts as installed, too, when the one that took its place in Debian's move to 64-bit time (`libfoo1`
    became `libfoo1t64`) is. Without dpkg every package counts as missing.
    """
    wanted = tuple(wanted)
    if not wanted or not has_dpkg():
        return wanted
    asked = [*wanted, *(f"{name}t64" for name in wanted)]
    answer = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *asked],
        capture_output=True,
        text=True,
        check=False,  # it answers 1 when it knows none of some name
    )
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return tuple(name for name in wanted if installed.isdisjoint({name, f"{name}t64"}))


def apt_line(packages: Iterable[str]) -> str:
    """Return the command that a normal user can hand to whoever administers the machine."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
