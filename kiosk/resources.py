"""Where the product's own files are: style sheets, icons, fonts, translations, mail and page texts."""

from pathlib import Path

__all__ = ["RESOURCES", "resource"]

_HERE = Path(__file__).resolve().parent

# A wheel carries the files inside the package; the repository keeps them beside it.
RESOURCES = _HERE / "_resources" if (_HERE / "_resources").is_dir() else _HERE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a resource, for example `resource("icons", "back.svg")`.

    Raises:
        FileNotFoundError: There is no such resource; the message names the path, so that a typing error or a broken
            installation shows at once and not as an empty screen.
    """
    path = RESOURCES.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
