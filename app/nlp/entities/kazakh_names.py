"""Names in Kazakh text, by endings and lexicons alone.

natasha knows no Kazakh. A span covers whole words, with the ending of the case; the normal form is without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.span import Span
from app.core.text.letters import CAPITALS, SMALL
from app.core.text.word_lists import read_words
from app.core.vocabulary import EntityLabel
from app.nlp.entities.kazakh_positions import find_kazakh_positions
from app.nlp.mention import Mention
from app.nlp.names.known.lexicon import Lexicon
from app.nlp.text.kazakh_grammar import FACT, FUTURE, Case, is_ahead, read_bases, read_noun
from app.nlp.text.tokens import Token, iter_tokens

_OPENINGS = read_words("entities/kazakh_openings")
_ORGANISATION_HEADS = read_words("entities/kazakh_organisation_heads")
_PLACE_HEADS = read_words("entities/kazakh_place_heads")
_QUOTED_HEADS = read_words("entities/kazakh_quoted_heads")
_EVENT_HEADS = read_words("entities/kazakh_event_heads")
_POSITIONS = read_words("entities/kazakh_positions")
_GIVEN_NAMES = read_words("entities/kazakh_given_names")
_SURNAME = re.compile(rf"[{CAPITALS}][\w-]+(?:[оеи]в|[оеи]ва|ин|ина|ұлы|қызы|тегі)")
_PATRONYMIC = re.compile(rf"[{CAPITALS}]\w+(?:ұлы|қызы|[оеё]вич|[оеё]вна)")
_NAME = re.compile(rf"[{CAPITALS}][{SMALL}]+(?:-[{CAPITALS}][{SMALL}]+)*")
_RELATIONAL = re.compile(r"(?:[лдт][ыі][қк]|аралық|шыл|[ғгқк][ыі])$")
"""The ends of adjectives, which begin names of organisations and events."""
_INITIAL = re.compile(f"[{CAPITALS}]")
_JOINING = frozenset(("мен", "пен", "бен", "және", ","))
_OPENING_MARKS, _CLOSING_MARKS = '«„“"', '»“”"'
_GIVEN_NAME_AND_MORE = 3
_MAX_NAME_WORDS, _MAX_MODIFIERS, _MAX_QUOTED_WORDS, _HEAD_REACH = 4, 6, 8, 3
_PARTS_OF_PLACES = tuple(read_words("entities/kazakh_parts_of_places"))
_INNER_POSTPOSITIONS = read_words("entities/kazakh_inner_postpositions")
_OWNED_ACCUSATIVE = re.compile(r"(?<=\w[ыі])н$")
"""The accusative of a noun that is owned: «облысын»."""

_RULE = "kazakh/1"


def find_kazakh_names(text: str, spans: Sequence[Span], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names in these spans of Kazakh text.

    They come in order. None overlaps another, and longer ones go first.

    `lexicon` is one of Kazakh stems.
    """
    for span_read in spans:
        tokens = list(iter_tokens(text, span_read))
        known = list(_find_known(text, tokens, lexicon))
        persons = list(_find_persons(text, tokens, {place for name in known for place in range(*name.span)}))
        found = [*_find_quoted(text, tokens), *persons, *known]
        found += _find_headed(text, tokens, {place for person in persons for place in range(*person.span)})
        taken: list[Mention] = []
        held: set[int] = set()
        for mention in sorted(found, key=lambda mention: -mention.span.length):
            if held.isdisjoint(range(*mention.span)):
                taken.append(mention)
                held.update(range(*mention.span))
        yield from sorted(taken, key=lambda mention: mention.span)
        yield from find_kazakh_positions(text, tokens, taken)


def _find_known(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Mention]:
    for hit in lexicon.find(tokens):
        span = Span(tokens[hit.first].start, tokens[hit.stop - 1].stop)
        is_month = hit.known.label == EntityLabel.EVENT and hit.stop == hit.first + 1
        if is_month and read_noun(tokens[hit.first].text).case is Case.LOCATIVE:
            continue  # «Наурызда»: the month
        if hit.known.is_sure and "\n" not in text[span.start : span.stop]:
            yield Mention(span, hit.known.label, _RULE, normal=hit.spelling, entity=hit.known.main)


def _find_quoted(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Yield quoted names beside a word for organisations.

    Examples are «Нұрлы Жер» ЖШС, «Таң» газеті.
    """
    for first, token in enumerate(tokens):
        if token.text not in _OPENING_MARKS:
            continue
        stop = next(
            (
                at
                for at in range(first + 1, min(first + 2 + _MAX_QUOTED_WORDS, len(tokens)))
                if tokens[at].text in _CLOSING_MARKS
            ),
            None,
        )
        if stop is None or stop == first + 1 or not tokens[first + 1].text[0].isalnum():
            continue
        behind = _skip_joined(tokens, stop + 1)
        if behind and not _read_forms(behind[0]).isdisjoint(_EVENT_HEADS):
            yield _make_mention(text, tokens[first : stop + 2], EntityLabel.EVENT)
            continue
        before = tokens[first - 1].text.lower() if first else ""
        if _is_quoted_head(behind) or before in _QUOTED_HEADS:
            words = text[tokens[first + 1].start : tokens[stop - 1].stop]
            yield Mention(
                Span(tokens[first + 1].start, tokens[stop - 1].stop), EntityLabel.ORG, _RULE, normal=words, entity=words
            )


def _skip_joined(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """Return the words behind a row of quotations.

    Example: серіктестігі of «Отау» мен «Құрылыс» серіктестігі.
    """
    while first + 1 < len(tokens) and tokens[first].text in _JOINING and tokens[first + 1].text in _OPENING_MARKS:
        closing = next(
            (
                at
                for at in range(first + 2, min(first + 3 + _MAX_QUOTED_WORDS, len(tokens)))
                if tokens[at].text in _CLOSING_MARKS
            ),
            None,
        )
        if closing is None:
            break
        first = closing + 1
    return tokens[first : first + _HEAD_REACH]


def _is_quoted_head(behind: Sequence[Token]) -> bool:
    """Say whether a word for organisations follows.

    It stands right behind, or behind its modifiers.
    """
    for token in behind:
        if not token.text[0].isalpha():
            return False
        if read_noun(token.text.split("-")[0] if token.text[0].isupper() else token.text).stem.lower() in _QUOTED_HEADS:
            return True
        if read_noun(token.text).case is not Case.NOMINATIVE or is_ahead(token.text) or token.text[0].isupper():
            return False
    return False


def _find_headed(text: str, tokens: Sequence[Token], persons: set[int]) -> Iterator[Mention]:
    """Yield names that end with a noun of their kind.

    Examples are «Қаржы министрлігі», «Сарқан ауданы».
    """
    for index, token in enumerate(tokens):
        forms = _read_forms(token)
        if not forms.isdisjoint(_PLACE_HEADS):
            label, reach = EntityLabel.LOC, 2
        elif not forms.isdisjoint(_ORGANISATION_HEADS) and not _is_part_of_place(tokens, index):
            label, reach = EntityLabel.ORG, _MAX_MODIFIERS
        else:
            continue
        first = _find_first_modifier(text, tokens, index, reach, persons)
        if first is not None:
            yield _make_mention(text, tokens[first : index + 1], label)


def _is_part_of_place(tokens: Sequence[Token], head: int) -> bool:
    """Say whether a noun tells a part of the place before.

    Example: «Абай облысының орталығы».
    """
    before = head - 1
    while before > 0 and _RELATIONAL.search(tokens[before].text):
        before -= 1  # «әкімшілік орталығы»
    return tokens[head].text.lower().startswith(_PARTS_OF_PLACES) and not _read_forms(tokens[before]).isdisjoint(
        _PLACE_HEADS
    )


def _find_first_modifier(text: str, tokens: Sequence[Token], head: int, reach: int, persons: set[int]) -> int | None:
    """Return the first capitalised word of a name.

    The name ends with the word `head`. Return None if there is no such word.
    """
    first = None
    for index in range(head - 1, max(-1, head - 1 - reach), -1):
        token = tokens[index]
        if token.start in persons or not token.text[0].isalpha() or "\n" in text[token.stop : tokens[index + 1].start]:
            break
        if not _is_modifier(token.text) or (reach <= 2 and not token.text[0].isupper()):
            break
        if token.text[0].isupper() and token.text.lower() not in _OPENINGS:
            first = index
    return first


def _is_modifier(word: str) -> bool:
    if word.lower() in _INNER_POSTPOSITIONS:
        return True
    if read_noun(word).case not in (Case.NOMINATIVE, Case.GENITIVE):
        return False
    return not (is_ahead(word) or FACT.fullmatch(word) or FUTURE.fullmatch(word) or word.lower() == "мен")


def _find_persons(text: str, tokens: Sequence[Token], known: set[int]) -> Iterator[Mention]:
    """Yield persons in runs of capitalised words.

    A run has a surname, a known given name, or a position before it.

    Two words that are no name at the places `known` are a person, too.
    """
    index = 0
    while index < len(tokens):
        stop = _find_run_stop(text, tokens, index)
        stop = next((at for at in range(index + 2, stop) if tokens[at].start in known), stop)  # «Арман Бек Астанада»
        first, last = (index, stop) if stop > index else (index, index)
        while first < last and (tokens[first].text.lower() in _OPENINGS or _only_opens(tokens, first, last)):
            first += 1
        if first < last:
            person = _cut_person(tokens, first, last)
            if person is None and _is_unknown_pair(tokens[first:last], known):
                person = (first, last)
            if person is not None and not _is_place_named_after(tokens, person):
                yield _make_mention(text, tokens[person[0] : person[1]], EntityLabel.PER)
        index = max(stop, index + 1)


def _only_opens(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Say whether the first of three words only opens the sentence.

    Example: «Осылайша Дәурен Сәтбаев».
    """
    if stop - first != _GIVEN_NAME_AND_MORE or not _begins_sentence(tokens, first):
        return False
    opening, given, last = (read_noun(token.text).stem for token in tokens[first:stop])
    is_whole = bool(_SURNAME.fullmatch(last)) and not _PATRONYMIC.fullmatch(given) and not _SURNAME.fullmatch(given)
    return is_whole and opening not in _GIVEN_NAMES


def _is_place_named_after(tokens: Sequence[Token], person: tuple[int, int]) -> bool:
    """Say whether one name stands before a word for places: «Курчатов қаласында»."""
    first, stop = person
    return stop == first + 1 and stop < len(tokens) and not _read_forms(tokens[stop]).isdisjoint(_PLACE_HEADS)


def _read_forms(token: Token) -> frozenset[str]:
    """Return a word and its stem, in small letters."""
    return frozenset((token.text.lower(), _cut_case(token.text).lower()))


def _cut_case(word: str) -> str:
    """Return a noun without its case: «облысын», «Семейден».

    A head that is owned has an accusative of its own.
    """
    stem = read_noun(word).stem
    owned = _OWNED_ACCUSATIVE.sub("", word)
    return owned if stem == word and owned.lower() in _PLACE_HEADS | _ORGANISATION_HEADS else stem


def _find_run_stop(text: str, tokens: Sequence[Token], first: int) -> int:
    """Return where a run of names and initials stops.

    A word with the ending of a case is its last.
    """
    stop = first
    while stop < len(tokens) and stop - first < 2 * _MAX_NAME_WORDS:
        if stop > first and re.search(r"[\n]", text[tokens[stop - 1].stop : tokens[stop].start]):
            break
        if _is_initial(tokens, stop):
            stop += 2
            continue
        if not _NAME.fullmatch(tokens[stop].text):
            break
        stop += 1
        if read_noun(tokens[stop - 1].text).case is not Case.NOMINATIVE:
            break
    return stop


def _is_initial(tokens: Sequence[Token], index: int) -> bool:
    return bool(_INITIAL.fullmatch(tokens[index].text)) and index + 1 < len(tokens) and tokens[index + 1].text == "."


def _cut_person(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int] | None:
    """Return the part of a run that is a person, or None."""
    while first < stop and _is_position(tokens[first].text):
        first += 1
    words = [token.text for token in tokens[first:stop]]
    if not words:
        return None
    stems = [read_noun(word).stem for word in words]
    is_known = any(stem in _GIVEN_NAMES for stem in stems) or any(map(_PATRONYMIC.fullmatch, stems))
    has_surname = bool(_SURNAME.fullmatch(stems[-1])) and (len(words) > 1 or not _begins_sentence(tokens, first))
    is_after_position = first > 0 and _is_position(tokens[first - 1].text)
    if is_known and not has_surname and len(words) > 2:
        at = next((place for place, stem in enumerate(stems) if stem in _GIVEN_NAMES), 0)
        first, stop = first + at, min(stop, first + at + 2)
    named = is_known or has_surname or (is_after_position and len(words) in (2, 3))
    return (first, stop) if named else None


def _is_unknown_pair(tokens: Sequence[Token], known: set[int]) -> bool:
    """Say whether two words are likely a given name and a surname."""
    if len(tokens) != 2 or any(token.start in known or _RELATIONAL.search(token.text) for token in tokens):
        return False
    return read_noun(tokens[0].text).case is Case.NOMINATIVE


def _begins_sentence(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].text in ".!?…"


def _is_position(word: str) -> bool:
    return any(base in _POSITIONS for base in read_bases(word))


def _make_mention(text: str, tokens: Sequence[Token], label: EntityLabel) -> Mention:
    """Return a name with its normal form.

    The normal form has its last word without the ending of its case.
    """
    words = text[tokens[0].start : tokens[-1].stop]
    last = tokens[-1].text
    is_head = any(last.lower() in heads for heads in (_PLACE_HEADS, _ORGANISATION_HEADS, _EVENT_HEADS))
    normal = words if is_head else words[: len(words) - len(last)] + _cut_case(last)
    return Mention(Span(tokens[0].start, tokens[-1].stop), label, _RULE, normal=normal, entity=normal)
