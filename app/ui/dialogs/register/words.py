"""What the register says in words: types, dates, reasons, counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.core.records import JudgementValue
from app.core.scheme import Scheme
from app.core.vocabulary import REGISTERED, EntityLabel
from app.service.corpus.register.card import CardSection
from app.service.corpus.register.filtering import RegisterOrder
from app.service.corpus.register.joining import JoinDoubts
from app.service.corpus.register.likeness import Reason
from app.service.corpus.register.register import RegisterEntry
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day

_MAX_UNLIKE = 3


def day_words(iso: str) -> str:
    """Return an ISO date as people read it, "" for none."""
    return day(date.fromisoformat(iso)) if iso else ""


def period_words(first: str, last: str) -> str:
    """Return the first and last day, one where they are equal."""
    days = dict.fromkeys(filter(None, (day_words(first), day_words(last))))
    return " – ".join(days)


class RecordTypes:
    """The types of records, and what they are called.

    They are labels of a scheme, which says what its own ones are called.
    """

    def __init__(self, scheme: Scheme, language: str) -> None:
        self.labels = scheme.registered
        self._scheme, self._language = scheme, language

    def say(self, label: str) -> str:
        """Return what a record is, in a word."""
        known: dict[str, str] = {
            EntityLabel.PER: tr("Person"),
            EntityLabel.ORG: tr("Organisation"),
            EntityLabel.LOC: tr("Place"),
        }
        return known.get(label) or one_line(label_word(label, self._scheme, self._language))

    def say_all(self, label: str) -> str:
        """Return what records of a type are called, or all for ""."""
        known: dict[str, str] = {
            "": tr("All types"),
            EntityLabel.PER: tr("Persons"),
            EntityLabel.ORG: tr("Organisations"),
            EntityLabel.LOC: tr("Places"),
        }
        return known.get(label) or self.say(label)

    def say_none(self) -> str:
        """Say why there are no records."""
        if not self.labels:
            return tr("No label of the scheme names anybody or anything. Add one in the label scheme.")
        if set(self.labels) <= set(REGISTERED):
            return tr("No persons, organisations or places yet. Esc closes this window, and Ctrl+I imports articles.")
        labels = ", ".join(map(self.say, self.labels))
        return tr("Nothing is labelled yet: {labels}. Esc closes this window.", labels=labels)


def label_word(label: str, scheme: Scheme, language: str) -> str:
    """Return what the scheme calls a label."""
    found = next((one for one in scheme.labels if one.name == label), None)
    return found.title(language) if found is not None else label


def count_words(entry: RegisterEntry, articles: int) -> str:
    """Return how often and where a record is named."""
    return f"{tr('{n} mentions', n=entry.mentions)} {tr('in {n} articles', n=articles)}"


def section_word(section: CardSection) -> str:
    """Return the heading of a section of a card."""
    return {
        CardSection.MENTIONS: tr("Mentions"),
        CardSection.NAMES: tr("Names"),
        CardSection.CLAIMS_BY: tr("Says"),
        CardSection.CLAIMS_ABOUT: tr("Said of it"),
        CardSection.COMPANY: tr("Named with"),
        CardSection.POSITIONS: tr("Positions"),
    }[section]


def order_word(order: RegisterOrder) -> str:
    """Return what records are sorted by."""
    return {
        RegisterOrder.MENTIONS: tr("by mentions"),
        RegisterOrder.NAME: tr("by name"),
        RegisterOrder.LAST: tr("last seen first"),
    }[order]


def system_word(system: str) -> str:
    """Return what an external id is called."""
    return {"wikidata": "Wikidata", "bin": tr("BIN")}.get(system, system)


def reason_words(reason: Reason) -> str:
    """Return why two names may be the same."""
    return {
        Reason.OTHER_ORDER: tr("The same words in another order"),
        Reason.OTHER_ALPHABET: tr("The same name in another alphabet"),
        Reason.LEGAL_FORM: tr("The same name with another legal form, or without one"),
        Reason.MORE_WORDS: tr("The same name with its kind or country, or without"),
        Reason.FAMILY_NAME: tr("The same family name, and no first name speaks against it"),
        Reason.ABBREVIATION: tr("The first letters of the name"),
        Reason.SYLLABLES: tr("The beginnings of two words of the name"),
        Reason.ONE_LETTER: tr("The names differ in one letter"),
    }[reason]


def value_word(value: JudgementValue) -> str:
    """Return a decision in a word."""
    return {
        JudgementValue.SAME: tr("Same"),
        JudgementValue.DIFFERENT: tr("Different"),
        JudgementValue.UNSURE: tr("Not sure"),
        JudgementValue.SUGGESTED: tr("Suggested"),
    }[value]


def join_doubt_words(doubts: JoinDoubts, types: RecordTypes, name: str, name_of: Callable[[str], str]) -> str:
    """Say why records may not be the same, "" for no reason.

    `name` is that of the record that the others are joined to.
    """
    said = []
    for one in doubts.judged:
        pair = {"left": one_line(name_of(one.left)), "right": one_line(name_of(one.right))}
        is_unsure = one.value is JudgementValue.UNSURE
        said.append(
            tr("“{left}” and “{right}” were judged: not sure.", **pair)
            if is_unsure
            else tr("“{left}” and “{right}” were judged different.", **pair)
        )
    if doubts.types:
        said.append(tr("The types differ: {types}.", types=", ".join(map(types.say, doubts.types))))
    if doubts.unlike:
        others = ", ".join(one_line(entry.name) for entry in doubts.unlike[:_MAX_UNLIKE])
        more = tr("{n} more", n=len(doubts.unlike) - _MAX_UNLIKE) if len(doubts.unlike) > _MAX_UNLIKE else ""
        others = ", ".join(filter(None, (others, more)))
        said.append(tr("No name suggests that “{name}” means {others}.", name=one_line(name), others=others))
    return " ".join(said)
