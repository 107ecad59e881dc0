"""Words of the window in the user's language.

One context, English in the code, translations in `resources`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.core.files.resources import resource
from app.core.message import Message, fill
from app.core.vocabulary import LanguageCode
from app.ui.base.plain_text import plain

LANGUAGES = {LanguageCode.EN: "English", LanguageCode.RU: "Русский"}
"""The languages of the window, by their own names."""

_CONTEXT = "Pometka"
_LEAST_GROUPED = 10_000
"""From it on digits of a count are in groups; a smaller number may be a year."""


def tr(source: str, **args: object) -> str:
    """Return `source` translated, its `{name}` fields filled with plain text.

    A field `{n}` is a count: the translation has a form for one, for a few, for many. Digits of large integers are in
    groups; what is no count, such as a seed, is passed as a string.
    """
    numbers = {name: number_words(value) for name, value in args.items() if name != "n" and type(value) is int}
    return _fill_fields(source, {name: plain(str(value)) for name, value in (args | numbers).items()})


def shown(message: Message) -> str:
    """Return a message in the language of the window."""
    args = {name: shown(value) if isinstance(value, Message) else plain(value) for name, value in message.args.items()}
    return _fill_fields(message.template, args)


def number_words(number: int) -> str:
    """Return a count with its digits in groups, from five digits on."""
    return QLocale().toString(number) if abs(number) >= _LEAST_GROUPED else str(number)


def _fill_fields(source: str, args: dict[str, str]) -> str:
    count = args.get("n", "-1")
    number = int(count) if "{n}" in source and count.lstrip("-").isdecimal() else -1
    grouped = {"n": number_words(number)} if number >= _LEAST_GROUPED else {}
    return fill(QCoreApplication.translate(_CONTEXT, source, None, number), args | grouped)


def system_language() -> str:
    """Return the first system language that is translated, else English."""
    wanted = (name.split("-")[0].lower() for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), LanguageCode.EN)


class Language:
    """Hold the translators of a language, and change it while running."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.name: str = LanguageCode.EN

    def use(self, name: str) -> None:
        """Turn to a language, "" for the system's.

        Every widget then gets a LanguageChange event.
        """
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self.name = name if name in LANGUAGES else system_language()
        own = str(resource("translations"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files = ((f"qtbase_{self.name}", qt), (f"pometka_{self.name}", own))
        self._translators = [found for file, folder in files if (found := self._load_translator(file, folder))]
        QLocale.setDefault(QLocale(self.name))

    def _load_translator(self, file: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self._app)
        if not translator.load(file, folder):
            return None
        self._app.installTranslator(translator)
        return translator
