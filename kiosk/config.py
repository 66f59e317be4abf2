"""Settings, read once into a frozen object: flag > ``KIOSK_…`` > ``--config FILE`` > built-in (platformdirs).

A TOML file without secrets. Each name is the same everywhere: ``data_folder`` in the file is ``--data-folder`` and
``KIOSK_DATA_FOLDER``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import platformdirs

T = TypeVar("T")


class ConfigError(ValueError):
    """A setting is unknown or has the wrong form; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings.

    Attributes:
        data_folder: keyfile and databases of this device.
        log_folder: the event log.
        slips_folder: where slips are saved as PDF.
        ca_file: the one certificate authority to believe for the portal; empty for the system's.
        language: first language of the screens, BCP 47.
        full_screen: fill the screen, without a way out but the staff area.
    """

    data_folder: Path
    log_folder: Path
    slips_folder: Path
    ca_file: Path | None = None
    language: str = "en"
    full_screen: bool = True


def load(flags: Mapping[str, str | None], environment: Mapping[str, str], file: Path | None) -> Config:
    """Read the settings.

    Args:
        flags: from the command line; None where not given.
        environment: the process's.
        file: of ``--config`` or ``KIOSK_CONFIG``.

    Raises:
        ConfigError: the file cannot be read, or a setting is unknown or malformed.
    """
    folders = platformdirs.PlatformDirs("portal-kiosk", appauthor=False)
    found: dict[str, object] = {
        "data_folder": folders.user_data_path / "device",
        "log_folder": folders.user_log_path,
        "slips_folder": folders.user_documents_path / "slips",
    }
    names = {field.name for field in dataclasses.fields(Config)}
    for name, value in _read(file).items():
        if name not in names:
            raise ConfigError(f"unknown setting {name!r} in the configuration file")
        found[name] = value
    for name in names:
        for value in (environment.get(f"KIOSK_{name.upper()}"), flags.get(name)):
            if value:
                found[name] = value
    return Config(
        data_folder=_path("data_folder", found["data_folder"]),
        log_folder=_path("log_folder", found["log_folder"]),
        slips_folder=_path("slips_folder", found["slips_folder"]),
        ca_file=_path("ca_file", found["ca_file"]) if found.get("ca_file") else None,
        language=_one_of("language", found.get("language", "en"), {"en": "en", "es": "es"}),
        full_screen=_one_of("full_screen", found.get("full_screen", True), {"true": True, "false": False}),
    )


def _read(file: Path | None) -> dict[str, object]:
    if file is None:
        return {}
    import tomllib  # here: most devices have no file

    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"the configuration file cannot be read: {error}") from None


def _path(name: str, value: object) -> Path:
    if isinstance(value, Path):
        return value
    if not isinstance(value, str) or "\0" in value:
        raise ConfigError(f"{name} has to be a path")
    try:
        return Path(value).expanduser().absolute()
    except RuntimeError:
        raise ConfigError(f"{name} names a home folder that does not exist") from None


def _one_of(name: str, value: object, choices: Mapping[str, T]) -> T:
    key = str(value).lower()
    if key not in choices:
        raise ConfigError(f"{name} has to be one of: {', '.join(choices)}")
    return choices[key]
