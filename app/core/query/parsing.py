"""Read a query as it is typed.

`акимат субсидия` both words in any form · `"выделить субсидию"` side by side · `=Акимата` as written · `субсиди*` a
beginning · `/регул.рное/` · `-слово` without it · `слово ~5 слово` at most five words apart · `ORG:` a mention with
that label, `ORG:акимат` one with that word · `speaker:Токаев` `kind:promise` `due:<2026` `date:2025-06..2025-09`.
Commas between values or words are OR: `Алматы,Астана`. What is found is sorted by `sort:left` or `-sort:date`, and
sampled by `random:50`, with the seed 7 by `random:50/7`. A quotation mark that nothing closes holds to the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.core.message import Message, UserError
from app.core.query.day_ranges import parse_range
from app.core.query.field_words import (
    FIELD_WORDS,
    ORDER_WORDS,
    RANDOM_WORDS,
    READ_FIELD_WORDS,
    READ_VALUE_WORDS,
    SORT_WORDS,
    VALUE_WORDS,
)
from app.core.query.terms import (
    DateRange,
    Drawing,
    FieldName,
    FieldTerm,
    Match,
    Query,
    Sorting,
    Term,
    WordPattern,
    WordsTerm,
)
from app.core.query.words import split_words
from app.core.span import Span
from app.core.text.comparing import agreeing, comparable

_PIECE = re.compile(
    r"""
      (?P<regex>-?/(?:[^/\\]|\\.)+/(?=\s|$))
    | (?P<apart>~\d+(?=\s|$))
    | (?P<field>-?[^\W\d]\w*:(?:"[^"]*"|[^\s"])*(?:,(?:"[^"]*"|[^\s"])+)*)
    | (?P<phrase>-?["«“„](?P<inside>[^"»”“]*)(?:["»”“]|\Z))
    | (?P<word>\S+)
    """,
    re.VERBOSE,
)
_OPEN_FIELD = re.compile(r'(?:(?<=\s)|^)-?(?P<name>[^\W\d]\w*):"?\Z')
"""A field at the end of a query that has no value yet: «label:»."""
_VALUE = re.compile(r'"([^"]*)"|([^,"]+)')
"""One value of a field, in quotes or not."""
_DATES = (FieldName.DATE, FieldName.DUE, FieldName.FINISHED)
_CHOICE = re.compile(r"(?<!\d),|,(?!\d)")
"""A comma between two words; that of a number is part of it: «1,5»."""
_LONGEST_DISTANCE = 50
_MAX_SAMPLE = 2_000
_SAMPLE = re.compile(r"(\d{1,6})(?:/(\d{1,9}))?\Z")
"""The size of a sample, with its seed or without: «50», «50/7»."""


class QueryError(UserError):
    """Tell what in a query cannot be read."""


@dataclass(frozen=True, slots=True)
class _Apart:
    distance: int


def parse_query(text: str, labels: Mapping[str, str] | None = None) -> Query:
    """Return what `text` asks for.

    `labels` gives the labels of the project by what they are called, folded. Raise QueryError where it cannot be read.
    """
    pieces = list(_parse_pieces(text, labels or {}))
    terms = (piece for piece in pieces if not isinstance(piece, (Sorting, Drawing)))
    sortings = [piece for piece in pieces if isinstance(piece, Sorting)]
    drawings = [piece for piece in pieces if isinstance(piece, Drawing)]
    return Query(tuple(_join_apart(terms)), next(reversed(sortings), None), next(reversed(drawings), None))


def parse_typed(text: str, labels: Mapping[str, str] | None = None) -> Query:
    """Return what `text` asks for while it is being typed.

    Its last word may lack its end: see `Match.TYPED`. Else do as `parse_query`.
    """
    query = parse_query(text, labels)
    return replace(query, terms=_leave_open(query.terms)) if _is_last_word_open(text) else query


def find_steps(text: str) -> list[Span]:
    """Return the places of the steps of a query, in order.

    A step is a term, the order of hits or a sample. Two words with `~5` between them are one.
    """
    steps: list[Span] = []
    is_open = False
    for piece in _PIECE.finditer(text):
        span = Span(*piece.span())
        if steps and (piece["apart"] or is_open):
            span = Span(steps.pop().start, span.stop)
        is_open = bool(piece["apart"])
        steps.append(span)
    return steps


def replace_step(text: str, words: Iterable[str], step: str) -> str:
    """Return a query with another step in place of one.

    The old one is called by one of `words`. The new one comes last; "" only takes the old one out.
    """
    named = tuple(f"{sign}{word}:" for word in words for sign in ("", "-"))
    kept = [said for span in find_steps(text) if not (said := text[span.start : span.stop]).startswith(named)]
    return " ".join(filter(None, (*kept, step)))


def without_open_field(text: str) -> str:
    """Return a query without a last field that has no value."""
    found = _OPEN_FIELD.search(text)
    is_known = found is not None and found["name"].casefold() in (*READ_FIELD_WORDS, *SORT_WORDS, *RANDOM_WORDS)
    return text[: found.start()] if found is not None and is_known else text


def _parse_pieces(text: str, labels: Mapping[str, str]) -> Iterator[Term | Sorting | Drawing | _Apart]:
    for piece in _PIECE.finditer(text):
        source = piece[0]
        is_excluded = source.startswith("-") and len(source) > 1
        said = source[1:] if is_excluded else source
        if piece["apart"]:
            yield _Apart(min(int(source[1:]), _LONGEST_DISTANCE))
        elif piece["regex"]:
            yield WordsTerm((_parse_regex(said[1:-1]),), is_excluded=is_excluded)
        elif piece["field"] and said.partition(":")[0].casefold() in SORT_WORDS:
            yield _parse_sorting(said, is_descending=is_excluded)
        elif piece["field"] and said.partition(":")[0].casefold() in RANDOM_WORDS:
            yield _parse_drawing(said)
        elif piece["field"]:
            yield from (replace(term, is_excluded=is_excluded) for term in _parse_field(said, labels))
        else:
            parts = [piece["inside"]] if piece["phrase"] else _CHOICE.split(said)
            choices = tuple(words for part in parts if (words := tuple(_parse_words(part))))
            if choices:
                yield WordsTerm.of(choices, None, is_excluded=is_excluded)


def _is_last_word_open(text: str) -> bool:
    """Say whether the last word of a query may lack its end."""
    last = next(reversed(list(_PIECE.finditer(text))), None)
    return last is not None and bool(last["word"] or last["phrase"]) and text.rstrip()[-1].isalnum()


def _leave_open(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return terms whose last word may lack its end."""
    place = max(place for place, term in enumerate(terms) if isinstance(term, WordsTerm))
    term = terms[place]
    if not isinstance(term, WordsTerm):
        return terms
    *earlier, last = term.choices
    if (word := last[-1]).match is not Match.LEMMA:
        return terms
    choices = (*earlier, (*last[:-1], replace(word, match=Match.TYPED)))
    opened = WordsTerm.of(choices, term.distance, is_excluded=term.is_excluded)
    return (*terms[:place], opened, *terms[place + 1 :])


def _parse_sorting(said: str, *, is_descending: bool) -> Sorting:
    _, _, value = said.partition(":")
    order = ORDER_WORDS.get(value.casefold())
    if order is None:
        raise QueryError(
            "Hits cannot be sorted by “{value}”.",
            hint="It is one of {values}.",
            value=value,
            values=_list_words(ORDER_WORDS),
        )
    return Sorting(order, is_descending)


def _parse_drawing(said: str) -> Drawing:
    _, _, value = said.partition(":")
    found = _SAMPLE.match(value)
    if found is None or not 0 < int(found[1]) <= _MAX_SAMPLE:
        raise QueryError(
            "“{value}” is no size of a sample.",
            hint="Write 50, or 50/7 with a seed; at most {most}.",
            value=value,
            most=str(_MAX_SAMPLE),
        )
    return Drawing(int(found[1]), int(found[2] or 1))


def _join_apart(pieces: Iterable[Term | _Apart]) -> Iterator[Term]:
    """Join the words on either side of `~5` into one term."""
    waiting: Term | None = None
    apart: _Apart | None = None
    for piece in pieces:
        if isinstance(piece, _Apart):
            apart = piece
        elif apart is not None and isinstance(waiting, WordsTerm) and isinstance(piece, WordsTerm):
            sides = tuple((left[-1], right[0]) for left in waiting.choices for right in piece.choices)
            waiting = WordsTerm.of(sides, apart.distance, is_excluded=waiting.is_excluded)
            apart = None
        else:
            if waiting is not None:
                yield waiting
            waiting, apart = piece, None
    if waiting is not None:
        yield waiting


def _parse_words(said: str) -> Iterator[WordPattern]:
    """Yield the words of a piece in the form that is compared."""
    for part in said.split():
        is_written = part.startswith("=")
        is_start = part.endswith("*")
        words = split_words(part.strip("=*"))
        for place, word in enumerate(words):
            is_last = place == len(words) - 1
            yield WordPattern(word, Match.START if is_start and is_last else Match.FORM if is_written else Match.LEMMA)


def _parse_regex(pattern: str) -> WordPattern:
    try:
        re.compile(pattern)
    except re.error as fault:
        raise QueryError(
            "The regular expression /{pattern}/ cannot be read: {reason}.",
            hint="Write it anew, or search without the slashes.",
            pattern=pattern,
            reason=_explain_regex(fault),
        ) from fault
    return WordPattern(pattern, Match.REGEX)


_REGEX_REASONS = (
    ("missing ), unterminated subpattern", Message("a bracket is not closed")),
    ("unbalanced parenthesis", Message("a bracket was not opened")),
    ("unterminated character set", Message("a square bracket is not closed")),
    ("nothing to repeat", Message("there is nothing to repeat")),
    ("multiple repeat", Message("it repeats twice")),
    ("bad escape", Message("nothing is known by this backslash")),
    ("bad character range", Message("a range of characters runs backwards")),
    ("min repeat greater than max repeat", Message("it repeats at most less often than at least")),
    ("look-behind requires fixed-width pattern", Message("what is looked for before has no fixed length")),
)
"""What Python says of a regular expression, which is written in English, and how it is said here."""


def _explain_regex(fault: re.error) -> Message:
    what = next((words for begin, words in _REGEX_REASONS if fault.msg.startswith(begin)), Message(fault.msg))
    if fault.pos is None:
        return what
    return Message("{what}, character {number}", {"what": what, "number": str(fault.pos + 1)})


def _parse_field(said: str, labels: Mapping[str, str]) -> Iterator[Term]:
    name, _, rest = said.partition(":")
    values = tuple(quoted or plain for quoted, plain in _VALUE.findall(rest))
    field = READ_FIELD_WORDS.get(name.casefold())
    label = labels.get(comparable(name), name if name.isupper() and name.isascii() else "")
    if field is None and label:
        yield FieldTerm(FieldName.LABEL, (label,))
        if values:
            yield FieldTerm(FieldName.NAME, values)
    elif field is None:
        raise QueryError(
            "There is no field “{name}” to search by.",
            hint="The fields are {fields}.",
            name=name,
            fields=_list_words(FIELD_WORDS),
        )
    elif not values:
        raise QueryError("Nothing stands behind “{name}:”.", hint="Write a value behind the colon.", name=name)
    elif field in _DATES:
        yield FieldTerm(field, ranges=tuple(_parse_days(name, value) for value in values))
    elif field is FieldName.LABEL:
        yield FieldTerm(field, tuple(labels.get(comparable(value), value) for value in values))
    else:
        yield FieldTerm(field, tuple(_parse_value(name, field, value, labels) for value in values))


def _parse_value(name: str, field: FieldName, value: str, labels: Mapping[str, str]) -> str:
    words = READ_VALUE_WORDS.get(field)
    if words is None:
        return value
    said = {agreeing(word): meant for word, meant in words.items()}
    if agreeing(value) in said:
        return str(said[agreeing(value)])
    if field is FieldName.KIND and comparable(value) in labels:
        return labels[comparable(value)]
    raise QueryError(
        "“{name}” is never “{value}”.",
        hint="It is one of {values}.",
        name=name,
        value=value,
        values=_list_words(VALUE_WORDS[field]),
    )


def _list_words(words: Iterable[str]) -> Message:
    """Return words of the query language in that of the window."""
    listed = {is_ascii: ", ".join(word for word in words if word.isascii() is is_ascii) for is_ascii in (True, False)}
    return Message("{words_en}", {"words_en": listed[True], "words_ru": listed[False]})


def _parse_days(name: str, value: str) -> DateRange:
    days = parse_range(value)
    if days is None:
        raise QueryError(
            "“{value}” behind “{name}:” is no date.",
            hint="Write 2025, 2025-06, 2025-06-15, <2026, >2025-06 or 2025-06..2025-09.",
            name=name,
            value=value,
        )
    return days
