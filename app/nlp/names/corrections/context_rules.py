"""What the words before a name make of it.

Example: "команда Феррари", "холдинг «Арай»", "сообщает infox.ru".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.text.word_lists import read_alternatives, read_words
from app.core.vocabulary import EntityLabel
from app.nlp.backend.noun_phrases import NounPhrases
from app.nlp.names.name import Name, drop_overlapping, sort_names
from app.nlp.text.tokens import Token

ORGANISATION_KIND = re.compile(
    rf"(?:{read_alternatives('names/organisation_kinds')})(?:а|у|ом|е|ы|ов|ам|ах|ю|я|ем)?", re.IGNORECASE
)
"""Words for organisations whose own name comes after them, in quotation marks or without."""

_TEAMS = re.compile(rf"(?:{read_alternatives('names/team_kinds')})(?:а|у|ом|е|ы|ов)?", re.IGNORECASE)
_OPENING, _CLOSING = frozenset('"«“„'), frozenset('"»”“')
_MAX_QUOTED_TOKENS = 7
_HOSTS = read_words("names/domain_zones")
_BEFORE_HOST = frozenset("/@:.-_")
_CREDITS = read_words("names/credit_words")
_CREDIT_SIGNS = frozenset(("/", "|", ",", ".", "\\"))
_LATIN_WORD = re.compile(r"[A-Z][A-Za-z]+")
_MAX_CREDIT_TOKENS = 4
_RULE = "context/1"


class ContextRules:
    """Finds and relabels organisations by the words before them."""

    def __init__(self, phrases: NounPhrases) -> None:
        self._phrases = phrases

    def apply(self, names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
        """Return a sentence's names with organisations that their context shows."""
        relabelled = [self._relabel_team(name, tokens) for name in names]
        added = drop_overlapping(
            [
                *find_quoted_after(ORGANISATION_KIND, EntityLabel.ORG, tokens),
                *_find_hosts(tokens),
                *_find_credited(tokens),
            ],
            relabelled,
        )
        return sort_names([*relabelled, *added])

    def _relabel_team(self, name: Name, tokens: Sequence[Token]) -> Name:
        """Return a name as an organisation's after "команда".

        Example: «команда Феррари», but not «команда Шумахера».
        """
        is_alone = name.stop == name.first + 1 and name.label != EntityLabel.ORG and name.first > 0
        if not is_alone or not _TEAMS.fullmatch(tokens[name.first - 1].text):
            return name
        if self._phrases.is_inflected(tokens[name.first].text):
            return name
        return name.with_label(EntityLabel.ORG, _RULE)


def find_quoted_after(kinds: re.Pattern[str], label: str, tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield what stands in quotation marks after a word of these kinds.

    Example: "холдинг «Арай»", "станция «Достык»".
    """
    for index, token in enumerate(tokens):
        if token.text in _OPENING and index and kinds.fullmatch(tokens[index - 1].text):
            name = find_quoted(index, label, tokens)
            if name is not None:
                yield name


def find_quoted(index: int, label: str, tokens: Sequence[Token]) -> Name | None:
    """Return the capitalised name that a quotation mark opens."""
    first = index + 1
    stop = _find_closing(first, tokens)
    return Name(first, stop, label, _RULE) if stop > first and tokens[first].text[0].isupper() else None


def _find_closing(first: int, tokens: Sequence[Token]) -> int:
    """Return the mark that closes the quotation from `first` on.

    It is `first` if the quotation is too long.
    """
    for index in range(first, min(len(tokens), first + _MAX_QUOTED_TOKENS + 1)):
        if tokens[index].text in _CLOSING:
            return index
        if tokens[index].text in _OPENING:
            break
    return first


def _find_credited(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield who is credited in Latin letters in a line for it.

    Example: «Фото: Steppe Lab», «Видео: Иван Ким / Steppe Lab».
    """
    colon = next((index for index, token in enumerate(tokens[:_MAX_CREDIT_TOKENS]) if token.text == ":"), 0)
    if not colon or tokens[colon - 1].text.lower() not in _CREDITS:
        return
    first = colon + 1
    for stop in range(first, len(tokens) + 1):
        if stop == len(tokens) or tokens[stop].text in _CREDIT_SIGNS:
            words = [token.text for token in tokens[first:stop]]
            if words and all(map(_LATIN_WORD.fullmatch, words)):
                yield Name(first, stop, EntityLabel.ORG, _RULE)
            first = stop + 1


def _find_hosts(tokens: Sequence[Token]) -> Iterator[Name]:
    """Yield sites that are named by their address.

    Example: "infox.ru", "Zakon.kz"; not those inside a link.
    """
    for index in range(2, len(tokens)):
        is_host = tokens[index].text.lower() in _HOSTS and tokens[index - 1].text == "."
        if (
            not is_host
            or tokens[index - 2].stop != tokens[index - 1].start
            or tokens[index - 1].stop != tokens[index].start
        ):
            continue
        first, stop = index - 2, index + 1
        before = tokens[first - 1] if first else None
        after = tokens[stop] if stop < len(tokens) else None
        is_link = before is not None and before.stop == tokens[first].start and before.text in _BEFORE_HOST
        goes_on = after is not None and after.start == tokens[index].stop and after.text in ("/", "@")
        if tokens[first].text.isascii() and tokens[first].text[0].isalpha() and not is_link and not goes_on:
            yield Name(first, stop, EntityLabel.ORG, _RULE)
