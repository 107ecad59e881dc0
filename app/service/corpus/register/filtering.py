"""Filter the register as one types: names are compared as mentions are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from app.core.text.comparing import comparable, comparable_forms
from app.core.text.stem import stem
from app.service.corpus.register.name_sounds import sound_letters, sound_word
from app.service.corpus.register.register import RegisterEntry


class RegisterOrder(StrEnum):
    """What records are sorted by."""

    MENTIONS = "mentions"
    NAME = "name"
    LAST = "last"


class RegisterFilter:
    """Finds records by the beginnings of words of their names.

    Words may be in any case form, in another alphabet, and typed on either layout.
    """

    def __init__(self, entries: Sequence[RegisterEntry]) -> None:
        self._entries = entries
        self._searched = [_searched_words(entry) for entry in entries]
        self._sounded: list[str] = []
        """The names as they sound, once something is typed."""

    def find(self, typed: str, label: str, order: RegisterOrder) -> list[RegisterEntry]:
        """Return the records that fit what is typed.

        They have the given label, or any label for "". They come in the given order.
        """
        fitting = self._find_fitting(typed) if typed.split() else self._entries
        found = [entry for entry in fitting if not label or entry.label == label]
        if order is RegisterOrder.NAME:
            return sorted(found, key=lambda entry: comparable(entry.name))
        if order is RegisterOrder.LAST:
            return sorted(found, key=lambda entry: entry.last, reverse=True)
        return found

    def _find_fitting(self, typed: str) -> list[RegisterEntry]:
        """Return the records with a name as typed, or sounding so."""
        if not self._sounded:
            self._sounded = [_sounded_words(words) for words in self._searched]
        meant = list(comparable_forms(typed.replace("-", " ")))
        forms = [[(f" {word}", f" {stem(word)} ") for word in form.split()] for form in meant]
        sounds = [[(f" {sound_letters(word)}", f" {sound_word(word)} ") for word in form.split()] for form in meant]
        return [
            entry
            for entry, words, sounded in zip(self._entries, self._searched, self._sounded, strict=True)
            if any(_fits(words, form) for form in forms) or any(_fits(sounded, form) for form in sounds)
        ]


def _searched_words(entry: RegisterEntry) -> str:
    """Return the words of all names with their stems.

    Each one follows a blank.
    """
    shown = " ".join(" ".join((name.shown, name.key)) for name in entry.names)
    known = " ".join((shown, *(record.name for record in entry.records), *(number for _, number in entry.identifiers)))
    return f" {' '.join(comparable(known).replace('-', ' ').split())} "


def _sounded_words(words: str) -> str:
    """Return how words sound, with their endings and without."""
    sounded = (say(word) for word in words.split() for say in (sound_letters, sound_word))
    return f" {' '.join(dict.fromkeys(sounded))} "


def _fits(words: str, typed: Sequence[tuple[str, str]]) -> bool:
    return all(beginning in words or stemmed in words for beginning, stemmed in typed)
