"""Which mentions are equal.

Токаев, Токаева and Токаеву are one name in three cases. Equal means the same words by lemma. The same entity in other
words is another relation, see `entity_key`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from app.core.model import Annotation
from app.core.span import Span
from app.core.text.comparing import comparable
from app.core.text.plain_view import PlainView, plain_words
from app.core.text.stem import folded, stem
from app.core.text.tokens import token_after, token_at, tokens
from app.core.vocabulary import AttributeName

_WITHIN_NAMES = frozenset("«»„“”\"'’.-–")
"""Signs that may stand between the words of a name; any other ends it."""

_LONE_WORD = re.compile(r"[^\W\d_]+(?=[\s.,;:!?»)]|\Z)")
"""Letters that are a token by themselves, where they begin one."""


@lru_cache(maxsize=65_536)
def mention_key(words: str) -> str:
    """Return what equal mentions share: the stems of their words.

    Signs are left out.
    """
    plain = plain_words(words)
    return " ".join(stem(plain[start:stop]) for start, stop in tokens(plain) if plain[start].isalnum())


def word_keys(annotation: Annotation, text: str) -> frozenset[str]:
    """Return the keys of a mention's words.

    Two mentions with a key in common have the same words by lemma. The stems are one key. The normal form is another
    where it is these words in their dictionary form: Павлом and Павел differ in their stems. A value (2025 for "этом
    году") or another name is no form of the words.
    """
    return keys_of_words(annotation.words(text), annotation.normal)


def keys_of_words(words: str, normal: str) -> frozenset[str]:
    """Return the keys of words that have a normal form: see `word_keys`."""
    return frozenset(key for key in map(mention_key, _forms_of_words(words, normal)) if key)


def entity_key(annotation: Annotation) -> str:
    """Return what mentions of one entity share, in whatever words.

    "" where it is not known.
    """
    return mention_key(annotation.attribute(AttributeName.REFERENT))


def other_forms(words: str, others: Iterable[str]) -> list[str]:
    """Return in which words `others` differ from `words`.

    Each once, in their order; case and blanks do not count.
    """
    forms = {_on_one_line(comparable(words)): words}
    for form in others:
        forms.setdefault(_on_one_line(comparable(form)), _on_one_line(form))
    return list(forms.values())[1:]


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def find_in_view(view: PlainView, forms: Iterable[str], keys: Iterable[str]) -> Iterator[Span]:
    """Yield the places of a text that read like given words.

    The text is given by its plain view. A place reads like one of the forms of the words.

    Case does not matter. Places come in order and are disjoint. A name that begins with a capital is found only where
    it has one. The text is searched for the first letters by a regular expression and only the hits are compared, so
    that ten megabytes are no obstacle.
    """
    wanted, (opening, count) = frozenset(keys), _opening_of(tuple(forms))
    if not wanted or not count:
        return
    first_words = {key.partition(" ")[0] for key in wanted}
    reached, plain = 0, view.plain
    for match in opening.finditer(plain):
        if _begins_other_word(plain, match.start(), first_words):
            continue
        token = token_at(plain, match.start())
        if token is None or token.start != match.start() or token.start < reached:
            continue
        span = _span_of_words(plain, token, count)
        if span is not None and mention_key(plain[span.start : span.stop]) in wanted:
            reached = span.stop
            yield view.to_source(span)


def _begins_other_word(text: str, start: int, stems: Container[str]) -> bool:
    """Say whether no word with one of the stems begins here.

    It is quick, and says so only where that is plain to see.
    """
    if start and text[start - 1].isalpha():
        return True
    word = _LONE_WORD.match(text, start)
    return word is not None and stem(word[0]) not in stems


@lru_cache(maxsize=64)
def _opening_of(forms: tuple[str, ...]) -> tuple[re.Pattern[str], int]:
    """Return what finds the beginnings of forms, and their word count."""
    spelt = [plain for form in forms if any(_word_tokens(plain := plain_words(form)))]
    count = max((len(list(_word_tokens(form))) for form in spelt), default=0)
    return re.compile("|".join(map(_opening_pattern, spelt))), count


def forms_of(annotation: Annotation, text: str) -> tuple[str, ...]:
    """Return the words of a mention, and its normal form.

    The normal form is added only if it is these words in another case.
    """
    return _forms_of_words(annotation.words(text), annotation.normal)


def _forms_of_words(words: str, normal: str) -> tuple[str, ...]:
    return (words, normal) if _is_form_of(normal, words) else (words,)


@lru_cache(maxsize=65_536)
def _is_form_of(normal: str, words: str) -> bool:
    """Say whether a normal form has the same words in other cases.

    As many, each with the same first letter.
    """
    initials, form_initials = (
        [folded(said[token.start]) for token in _word_tokens(said)] for said in map(plain_words, (words, normal))
    )
    return initials == form_initials


def _opening_pattern(words: str) -> str:
    """Return a pattern for the start of the first word.

    Every case of the word begins with these letters.
    """
    first = next(_word_tokens(words))
    word = words[first.start : first.stop]
    kept = word[: max(1, len(stem(word.split("-")[0])))]
    capitals = {kept, kept.upper()} if kept[0].isupper() else {kept, kept.upper(), kept[0].upper() + kept[1:]}
    return "|".join(re.sub("[её]", "[её]", re.sub("[ЕЁ]", "[ЕЁ]", re.escape(form))) for form in sorted(capitals))


def _word_tokens(words: str) -> Iterator[Span]:
    return (token for token in tokens(words) if words[token.start].isalnum())


def _span_of_words(text: str, token: Span, count: int) -> Span | None:
    """Return the span of `count` words from `token` on.

    With the signs between them, within its line.
    """
    last = token
    while count > 1:
        following = token_after(text, last.stop)
        if following is None or "\n" in text[last.stop : following.start]:
            return None
        last = following
        if not text[last.start].isalnum() and text[last.start] not in _WITHIN_NAMES:
            return None
        count -= text[last.start].isalnum()
    return Span(token.start, last.stop)
