"""Quoted names of organisations without a type word.

"повара «Қара Шаңырақ»", "для «Жаңа Дән»".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.letters import KAZAKH_SMALL
from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.word_forms import WordForms
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

_COMPANION = re.compile(rf"(?:{read_alternatives('names/organisation_companions')})\w{{0,3}}", re.IGNORECASE)
_LEGAL = re.compile(read_alternatives("names/legal_forms"), re.IGNORECASE)
_PREPOSITIONS = frozenset(("с", "со", "в", "от", "для", "против", "у", "между", "к"))
_KAZAKH = re.compile(f"[{KAZAKH_SMALL}]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPENING, _CLOSING = frozenset('"«“„'), frozenset('"»”“')
_NO_PHRASE = {"VERB", "INFN", "NPRO", "ADVB", "PRED", "GRND", "PRCL", "INTJ", "CONJ", "PREP"}
_LISTING = frozenset(",/–—-(")
_JOINING = frozenset(("на", "и", "или"))
"""What leaves open whether a place or an organisation follows."""
_ROW = frozenset((",", "и", "-", "–", "—"))
_JOINT_TOKENS = 3
"""A closing mark, «и» or a comma, an opening mark."""

_MATCH = re.compile(rf"(?:{read_alternatives('names/match_stems')})\w{{0,3}}", re.IGNORECASE)
_TIMES = read_words("names/time_nouns")
_MAX_WORDS = 4
_RULE = "quoted/1"


class QuotedOrganisations:
    """Finds quoted organisations.

    The word before the quotation, or the spelling of their words, shows them.
    """

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with the quoted organisations that the tagger missed."""
        names = _settle_joined([self._settle_place(name, tokens) for name in names], tokens)
        nested = list(_find_nested(tokens))
        kept = drop_overlapping(names, nested)
        return sort_names([*kept, *nested, *drop_overlapping(self._find(tokens), [*kept, *nested])])

    def _settle_place(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return a quoted place as the organisation that bears its name.

        Example: «Тобыл» проиграл, «Алматы Су». Behind the word for a thing it stays: в отеле «Астана».
        """
        opening = name.first - 1
        stop = _find_stop(name.first, tokens)
        is_quoted = opening >= 0 and tokens[opening].text in _OPENING and stop > name.first
        if name.label != EntityLabel.LOC or not is_quoted or not self._may_act(opening, tokens):
            return name
        words = [token.text for token in tokens[name.first : stop]]
        if not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
            return name
        return Name(name.first, stop, EntityLabel.ORG, _RULE)

    def _may_act(self, opening: int, tokens: Sequence[Token]) -> bool:
        """Say whether a quotation may name an organisation.

        Nothing before it may say that it names a thing or a place.
        """
        if opening == 0:
            return True
        before = tokens[opening - 1].text
        if not _WORD.fullmatch(before):
            return before not in _LISTING
        if before.lower() in _JOINING or (before[0].isupper() and opening > 1):
            return False
        forms = self._forms.forms_of(before)
        is_free = bool(forms) and (forms[0].pos != "NOUN" or self._is_living(before))
        return is_free or not _TIMES.isdisjoint(self._forms.lemmas_of(before))

    def _is_living(self, word: str) -> bool:
        grammemes = self._forms.grammemes_of(word)
        return bool(grammemes) and "anim" in grammemes[0]

    def _find(self, tokens: Sequence[Token]) -> Iterator[Name]:
        for index, token in enumerate(tokens):
            if token.text in _OPENING and index:
                stop = _find_stop(index + 1, tokens)
                if stop > index + 1 and self._is_organisation(index, stop, tokens):
                    yield Name(index + 1, stop, EntityLabel.ORG, _RULE)

    def _is_organisation(self, opening: int, stop: int, tokens: Sequence[Token]) -> bool:
        words = [token.text for token in tokens[opening + 1 : stop]]
        if not words[0][0].isupper() or not all(map(self._can_stand_in_name, words)):
            return False
        before = tokens[opening - 1].text
        if before.lower() in _PREPOSITIONS:
            is_spelt = all(word[0].isupper() for word in words) and any(map(_KAZAKH.search, words))
            return is_spelt or (opening > 1 and bool(_COMPANION.fullmatch(tokens[opening - 2].text)))
        return bool(_COMPANION.fullmatch(before))

    def _can_stand_in_name(self, word: str) -> bool:
        """Say whether a word can stand in a name.

        Verbs and the like cannot: they stand in a saying or a title.
        """
        if not _WORD.fullmatch(word):
            return False
        if _KAZAKH.search(word):
            return True
        forms = self._forms.forms_of(word)
        return not forms or forms[0].pos not in _NO_PHRASE


def _settle_joined(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """Return quoted places as organisations behind a quoted organisation.

    Example: «Женис» и «Тобол» сыграли, «Тобыл» – «Атырау» 1:1.
    """
    settled: list[Name] = []
    for name in sort_names(names):
        before = settled[-1] if settled else None
        between = [token.text for token in tokens[before.stop : name.first]] if before is not None else []
        is_joined = len(between) == _JOINT_TOKENS and between[0] in _CLOSING and between[-1] in _OPENING
        is_joined = is_joined and between[1] in _ROW and name.stop < len(tokens) and tokens[name.stop].text in _CLOSING
        if is_joined and before is not None and before.label == EntityLabel.LOC and _is_played(before, tokens):
            settled[-1] = before = before.with_label(EntityLabel.ORG, _RULE)
        is_club = before is not None and before.label == EntityLabel.ORG and name.label == EntityLabel.LOC
        settled.append(name.with_label(EntityLabel.ORG, _RULE) if is_joined and is_club else name)
    return settled


def _is_played(name: Name, tokens: Sequence[Token]) -> bool:
    """Say whether a word for a match stands before a quoted name."""
    return name.first > 1 and _MATCH.fullmatch(tokens[name.first - 2].text) is not None


def _find_nested(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield what is quoted behind a legal form with a quotation inside.

    "ТОО «Завод «Степь»".
    """
    for index in range(1, len(tokens)):
        if tokens[index].text not in _OPENING or not _LEGAL.fullmatch(tokens[index - 1].text):
            continue
        inner = next((at for at in range(index + 1, _low(index, tokens)) if tokens[at].text in _OPENING), 0)
        stop = _find_stop(inner + 1, tokens) if inner > index + 1 else 0
        words = [token.text for token in tokens[index + 1 : inner]]
        if stop > inner + 1 and not any(map(_LEGAL.fullmatch, words)) and all(map(_WORD.fullmatch, words)):
            yield Name(index + 1, stop, EntityLabel.ORG, _RULE)


def _low(index: int, tokens: Sequence[Token]) -> int:
    return min(len(tokens), index + _MAX_WORDS + 2)


def _find_stop(first: int, tokens: Sequence[Token]) -> int:
    """Return the mark that closes a short quotation.

    The quotation runs from `first` on. Return `first` if there is no such mark.
    """
    for index in range(first, min(len(tokens), first + _MAX_WORDS + 1)):
        if tokens[index].text in _CLOSING:
            return index
    return first
