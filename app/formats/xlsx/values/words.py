"""The words of the workbook in each of its languages.

Names of sheets, values and headings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.core.model import Kind, Origin, Priority, Progress, Status
from app.core.scheme import Label, Scheme
from app.core.vocabulary import ClaimForm, LanguageCode

LANGUAGES: tuple[str, ...] = (LanguageCode.EN, LanguageCode.RU)


@dataclass(frozen=True, slots=True)
class Words:
    """A word or a sentence in English and Russian.

    It holds the Russian words of earlier versions too: workbooks that have them are still read.
    """

    en: str
    ru: str
    former: tuple[str, ...] = ()

    def say(self, language: str) -> str:
        """Return the words in a language.

        Return them in English if the language is not known.
        """
        return self.ru if language == LanguageCode.RU else self.en

    def list_read(self) -> tuple[str, ...]:
        """Return all words that a workbook may have here."""
        return self.en, self.ru, *self.former


SHEETS = MappingProxyType(
    {
        "summary": Words("Summary", "Сводка"),
        "articles": Words("Articles", "Статьи"),
        "entities": Words("Entities", "Имена", ("Сущности",)),
        "claims": Words("Claims", "Утверждения"),
        "register": Words("Register", "Реестр"),
        "notes": Words("Notes", "Заметки"),
        "labels": Words("Labels", "Метки"),
        "changes": Words("Changes", "Правки"),
    }
)
"""The sheets in their order, by key."""

OWN_SHEETS = MappingProxyType({"ledger": Words("Claim ledger", "Реестр утверждений")})
"""The sheets of workbooks that hold one alone."""

STATUSES = MappingProxyType(
    {
        Status.PROPOSED: Words("proposed", "предложено"),
        Status.ACCEPTED: Words("accepted", "принято"),
        Status.CORRECTED: Words("corrected", "исправлено"),
        Status.REJECTED: Words("rejected", "отклонено"),
    }
)
ORIGINS = MappingProxyType(
    {
        Origin.PRETAG: Words("tagged beforehand", "автоматически"),
        Origin.IMPORT: Words("imported", "импорт"),
        Origin.MANUAL: Words("by hand", "вручную"),
        Origin.SPREAD: Words("spread", "по образцу"),
    }
)
PROGRESS = MappingProxyType(
    {
        Progress.OPEN: Words("open", "в работе"),
        Progress.DONE: Words("done", "готова"),
        Progress.SKIPPED: Words("skipped", "пропущена"),
    }
)
PRIORITIES = MappingProxyType(
    {
        Priority.LOW: Words("low", "низкий"),
        Priority.NORMAL: Words("normal", "обычный"),
        Priority.HIGH: Words("high", "высокий"),
        Priority.URGENT: Words("urgent", "срочно"),
    }
)
FORMS: Mapping[str, Words] = MappingProxyType(
    {
        ClaimForm.DIRECT: Words(ClaimForm.DIRECT, "прямая речь"),
        ClaimForm.INDIRECT: Words(ClaimForm.INDIRECT, "косвенная речь"),
        ClaimForm.REPORTED: Words(ClaimForm.REPORTED, "от издания"),
    }
)
KINDS: Mapping[str, Words] = MappingProxyType(
    {Kind.ENTITY: Words("entity", "имя"), Kind.CLAIM: Words("claim", "утверждение")}
)
NOTE_PLACES = MappingProxyType(
    {
        "project": Words("project", "проект"),
        "article": Words("article", "статья"),
        "entity": Words("entity", "имя"),
        "claim": Words("claim", "утверждение"),
    }
)
STEP_STATES = MappingProxyType(
    {
        "applied": Words("applied", "действует"),
        "undone": Words("undone", "отменено"),
        "discarded": Words("overtaken", "вытеснено"),
    }
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the values of a workbook are called in its language.

    Labels are called by their titles; where two of a kind have the same title, the name follows it.
    """

    language: str
    entity_labels: dict[str, str]
    claim_labels: dict[str, str]
    statuses: dict[Status, str]
    origins: dict[Origin, str]
    progress: dict[Progress, str]
    forms: dict[str, str]
    note_places: dict[str, str]
    priorities: dict[Priority, str]

    @classmethod
    def of(cls, scheme: Scheme, language: str) -> Vocabulary:
        """Return the vocabulary of a scheme in a language."""
        return cls(
            language,
            label_titles(scheme.of_kind(Kind.ENTITY), language),
            label_titles(scheme.of_kind(Kind.CLAIM), language),
            {status: words.say(language) for status, words in STATUSES.items()},
            {origin: words.say(language) for origin, words in ORIGINS.items()},
            {progress: words.say(language) for progress, words in PROGRESS.items()},
            {form: words.say(language) for form, words in FORMS.items()},
            {place: words.say(language) for place, words in NOTE_PLACES.items()},
            {priority: words.say(language) for priority, words in PRIORITIES.items()},
        )

    def sheet(self, key: str) -> str:
        """Return the name of a sheet."""
        return (SHEETS.get(key) or OWN_SHEETS[key]).say(self.language)


def label_titles(labels: tuple[Label, ...], language: str) -> dict[str, str]:
    """Return the titles of labels by name.

    No two of them are the same.
    """
    titles = [label.title(language) for label in labels]
    return {
        label.name: title if titles.count(title) == 1 else f"{title} ({label.name})"
        for label, title in zip(labels, titles, strict=True)
    }
