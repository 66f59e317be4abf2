"""The languages of the screens, changed while the application runs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from kiosk.resources import resource

__all__ = ["LANGUAGES", "Language", "Translator", "offered"]

_CODE = "kioskLanguage"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the screens, with its name in itself (a patient looks for that name).

    Attributes:
        code: as in BCP 47; also the ending of its catalogue's file name.
        locale: what dates are written by, when it differs from `code`.
        offered: whether patients are offered it; the pseudo language is for tests and for looking at screens.
    """

    code: str
    own_name: str
    locale: str
    right_to_left: bool = False
    offered: bool = True


LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", "en_US"),
    Language("es", "Español", "es_US"),
    Language("qps-rtl", "جرب اليمين", "ar_EG", right_to_left=True, offered=False),
)


def offered() -> tuple[Language, ...]:
    """Return the languages that patients may choose."""
    return tuple(language for language in LANGUAGES if language.offered)


class Translator:
    """Puts a language in force for the whole application."""

    @staticmethod
    def install(app: QApplication, code: str) -> None:
        """Show every text in a language, at once and with its direction; what was typed stays.

        The sources are English, so English needs no catalogue.

        Raises:
            ValueError: no such language.
            RuntimeError: its catalogue is missing or damaged.
        """
        language = _language(code)
        for old in app.findChildren(QTranslator):
            app.removeTranslator(old)
            old.deleteLater()
        if code != "en":
            translator = QTranslator(app)
            path = resource("i18n", f"kiosk_{code}.qm")
            if not translator.load(str(path)):
                raise RuntimeError(f"the catalogue {path.name} cannot be read")
            app.installTranslator(translator)
        app.setProperty(_CODE, code)
        QLocale.setDefault(QLocale(language.locale))
        right_to_left = Qt.LayoutDirection.RightToLeft
        app.setLayoutDirection(right_to_left if language.right_to_left else Qt.LayoutDirection.LeftToRight)
        # Qt posts this event for later; sent now, a page has its new texts when this call returns.
        for window in app.topLevelWidgets():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))

    @staticmethod
    def current(app: QApplication) -> str:
        """Return the code of the language in force."""
        return str(app.property(_CODE) or "en")


def _language(code: str) -> Language:
    for language in LANGUAGES:
        if language.code == code:
            return language
    raise ValueError(f"no language {code}")
