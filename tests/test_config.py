"""Settings: where they come from, which wins, and what is refused."""

from pathlib import Path

import pytest

from kiosk.config import Config, ConfigError, load


def write(tmp_path: Path, text: str) -> Path:
    """A configuration file."""
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_built_in() -> None:
    """Without anything there are places of the user's own, English, full screen, the system's authorities."""
    config = load({}, {}, None)
    assert config.data_folder.is_absolute()
    assert "portal-kiosk" in config.data_folder.parts
    assert (config.language, config.full_screen, config.ca_file) == ("en", True, None)


def test_flag_beats_environment_beats_file(tmp_path: Path) -> None:
    """Each source is taken where the stronger ones are silent."""
    file = write(
        tmp_path, 'data_folder = "/f/data"\nlog_folder = "/f/log"\nslips_folder = "/f/slips"\nlanguage = "es"\n'
    )
    environment = {"KIOSK_DATA_FOLDER": "/e/data", "KIOSK_LOG_FOLDER": "/e/log", "OTHER": "x"}
    config = load({"data_folder": "/flag/data", "log_folder": None}, environment, file)
    assert config == Config(
        data_folder=Path("/flag/data"),
        log_folder=Path("/e/log"),
        slips_folder=Path("/f/slips"),
        language="es",
    )


@pytest.mark.parametrize(("given", "value"), [("true", True), ("False", False), ("TRUE", True), ("false", False)])
def test_switches_are_words(given: str, value: bool) -> None:
    """In any case of letters."""
    assert load({"full_screen": given}, {}, None).full_screen is value


def test_a_switch_in_the_file_is_a_boolean(tmp_path: Path) -> None:
    """TOML's own."""
    assert load({}, {}, write(tmp_path, "full_screen = false\n")).full_screen is False


def test_paths_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From where the program was started, and ``~`` is the user's home."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/ada")
    config = load({"data_folder": "data", "ca_file": "~/ca.pem"}, {}, None)
    assert (config.data_folder, config.ca_file) == (tmp_path / "data", Path("/home/ada/ca.pem"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("colour = 1\n", "colour"),
        ("data_folder = 5\n", "data_folder"),
        ('data_folder = "a\\u0000b"\n', "data_folder"),
        ("ca_file = [1]\n", "ca_file"),
        ('language = "fr"\n', "language"),
        ("full_screen = 1\n", "full_screen"),
        ('log_folder = "~nobody-of-this-name/log"\n', "log_folder"),
        ("no toml", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, says: str) -> None:
    """Unknown names and wrong forms end the start with a sentence that tells where to look."""
    with pytest.raises(ConfigError, match=says):
        load({}, {}, write(tmp_path, text))


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    """Named on purpose, so its absence is no default; nor is a file in another encoding."""
    with pytest.raises(ConfigError, match="cannot be read"):
        load({}, {}, tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'language = "\xe9"')
    with pytest.raises(ConfigError, match="cannot be read"):
        load({}, {}, tmp_path / "latin.toml")
