"""The conditions of SQL that stand for a query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.core.model import Kind, Status
from app.core.query.terms import WRITTEN, DateRange, FieldName, FieldTerm, Query
from app.core.query.words import split_words
from app.core.text.comparing import comparable
from app.core.text.stem import stem
from app.core.vocabulary import ClaimLabel
from app.store.index.word_terms import Matches, WordTerms

FINISHED_DAY = "ifnull(date(nullif(a.finished, ''), 'localtime'), '')"
"""The day when an article was finished, where the program runs; "" if it is not."""
_DATED = {FieldName.DATE: "a.date", FieldName.DUE: "m.due", FieldName.FINISHED: FINISHED_DAY}
_KINDS = frozenset(kind.value for kind in Kind)
_CLAIM_VALUES = frozenset({Kind.CLAIM.value, *(label.value for label in ClaimLabel)})
"""What a term of kinds says of claims alone: a label of claims that the project made may be one of mentions too."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of SQL and the values of its places."""

    sql: str
    values: tuple[Any, ...] = ()


class QueryConditions:
    """Turns terms into conditions.

    `a` is the article, `m` the mention or claim, in the statement around them.
    """

    def __init__(self, words: WordTerms) -> None:
        self._words = words

    def article(self, query: Query) -> Condition:
        """Return the condition that an article fits a query.

        Regular expressions are not part of it.
        """
        words = entry_condition(self._words.matches(query.words), "a.entry", "words")
        parts = [words, *map(self.article_field, query.article_fields)]
        if query.annotation_fields:
            parts.append(self._with_annotation(query.annotation_fields))
        return all_of(parts)

    def _with_annotation(self, terms: tuple[FieldTerm, ...]) -> Condition:
        """Return the condition that an article has an annotation that fits.

        What few annotations fit is asked the other way round: claims and names have indexes of their own.
        """
        inner = self.annotation(terms)
        if any(map(_is_of_claims, terms)):
            claims = f"(SELECT *, '{Kind.CLAIM}' AS kind FROM claim) m"  # noqa: S608  # ours, as all below
            return Condition(f"a.id IN (SELECT m.article FROM {claims} WHERE {inner.sql})", inner.values)  # noqa: S608
        if any(term.field is FieldName.NAME and not term.is_excluded for term in terms):
            return Condition(f"a.id IN (SELECT m.article FROM mention m WHERE {inner.sql})", inner.values)  # noqa: S608
        rows = f"SELECT 1 FROM mention m WHERE m.article = a.id AND {inner.sql}"  # noqa: S608
        return Condition(f"EXISTS ({rows})", inner.values)

    def article_field(self, term: FieldTerm) -> Condition:
        """Return the condition that an article fits a term."""
        if term.field in (FieldName.DATE, FieldName.FINISHED):
            return _days_condition(term)
        return _negated(_article_condition(term.field, term.values), is_excluded=term.is_excluded)

    def annotation(self, terms: tuple[FieldTerm, ...]) -> Condition:
        """Return the condition that an annotation fits all of some terms.

        Where one names somebody, that finds the fewest: no index of labels is to be used instead.
        """
        labels = {value for term in terms if _is_label(term) for value in term.values}
        is_named = any(term.field in (FieldName.NAME, FieldName.SPEAKER) and not term.is_excluded for term in terms)
        label = "+m.label" if is_named else "m.label"
        return all_of([self._field_condition(term, label, tuple(sorted(labels))) for term in terms])

    def _field_condition(self, term: FieldTerm, label: str, labels: tuple[str, ...]) -> Condition:
        match term.field:
            case FieldName.DUE:
                return all_of([Condition("m.due != ''"), _days_condition(term)])
            case FieldName.DRAWN:
                found = _any_of([_drawn_in(value) for value in term.values])
            case FieldName.KIND:
                kinds = tuple(value for value in term.values if value in _KINDS)
                of_kind = [_one_of("m.kind", kinds)] if kinds else []  # labels alone are asked of an index of claims
                found = _any_of([*of_kind, _one_of(label, term.values)])
            case FieldName.NAME | FieldName.SPEAKER:
                is_speaker = term.field is FieldName.SPEAKER
                kind, joined = (Kind.CLAIM, _SPEAKS) if is_speaker else (Kind.ENTITY, _joined_under(labels))
                names = _any_of([_with_name_words(value, joined) for value in term.values])
                found = _negated(names, is_excluded=term.is_excluded)
                return all_of([Condition("m.kind = ?", (kind.value,)), found])
            case FieldName.LABEL:
                found = _one_of(label, term.values)
            case _:
                found = _one_of(f"m.{term.field}", term.values)
        return _negated(found, is_excluded=term.is_excluded)


def _is_label(term: FieldTerm) -> bool:
    return term.field is FieldName.LABEL and not term.is_excluded


def _is_of_claims(term: FieldTerm) -> bool:
    """Say whether claims alone can fit a term."""
    if term.field is FieldName.KIND:
        return not term.is_excluded and set(term.values) <= _CLAIM_VALUES
    return term.field in (FieldName.SPEAKER, FieldName.DUE)


_SPEAKS = Condition("joined.speaks")
"""The names that the register joins as those of speakers."""
_EVERY_JOINED = Condition("1")


def _joined_under(labels: tuple[str, ...]) -> Condition:
    """Return the condition that a name is joined under labels.

    It is joined under one of them, or under any where there are none.
    """
    return _one_of("joined.label", labels) if labels else _EVERY_JOINED


def _with_name_words(said: str, joined: Condition) -> Condition:
    """Return the condition that a name of a record holds words.

    All words of `said` must be in one name of the record of an annotation, whose names are `joined`.
    """
    words = [f"% {_escape_like(word)}%" for word in _name_words(said)]
    if not words:
        return Condition("0")
    return _known_by(
        all_of([Condition("' ' || name.key || ' ' LIKE ? ESCAPE '\\'", (word,)) for word in words]),
        all_of([Condition("' ' || joined.key || ' ' LIKE ? ESCAPE '\\'", (word,)) for word in words]),
        joined,
    )


def _named_exactly(shown: str) -> Condition:
    """Return the condition that a name of a record is shown so."""
    return _known_by(
        Condition(f"{_unquoted('name.shown')} = ?", (shown,)),
        Condition(f"{_unquoted('joined.shown')} = ?", (shown,)),
        _EVERY_JOINED,
    )


def _known_by(own: Condition, called: Condition, joined: Condition) -> Condition:
    """Return the condition that a name of an annotation's record fits.

    A name fits by itself, or by what the register calls its record.
    """
    fits = _any_of([own, called])
    sql = f"""m.name IN (SELECT id FROM name WHERE {own.sql} UNION SELECT name FROM joined WHERE {joined.sql}
        AND record IN (SELECT record FROM joined JOIN name ON name.id = joined.name
            WHERE {joined.sql} AND {fits.sql}))"""  # noqa: S608  # ours
    return Condition(sql, (*own.values, *joined.values, *joined.values, *fits.values))


def _naming(names: tuple[str, ...]) -> Condition:
    """Return the condition that an article names one of some names.

    One that was written with `=` is the whole name as the register shows it.
    """
    parts = []
    for name in names:
        is_exact = name.startswith(WRITTEN)
        parts.append(_named_exactly(name.removeprefix(WRITTEN)) if is_exact else _with_name_words(name, _EVERY_JOINED))
    inner = all_of([_any_of(parts), Condition("m.kind = ?", (Kind.ENTITY.value,)), _LIVE])
    return Condition(f"a.id IN (SELECT m.article FROM mention m WHERE {inner.sql})", inner.values)  # noqa: S608  # ours


_LIVE = Condition("m.status != ?", (Status.REJECTED.value,))


def _in_samples(numbers: tuple[str, ...]) -> Condition:
    """Return the condition that an article is in a sample.

    Of a sample of annotations, it holds one of them.
    """
    sampled = _one_of("s.sample", _numbers(numbers))
    rows = f"SELECT 1 FROM sample s WHERE s.member = a.id AND s.unit = 'articles' AND {sampled.sql}"  # noqa: S608
    drawn = f"""SELECT m.article FROM mention m
        JOIN sample s ON s.member = m.id WHERE s.unit = 'annotations' AND {sampled.sql}"""  # noqa: S608
    return Condition(f"(EXISTS ({rows}) OR a.id IN ({drawn}))", (*sampled.values, *sampled.values))


def _drawn_in(number: str) -> Condition:
    """Return the condition that an annotation was drawn.

    Itself, or with its article.
    """
    sampled = _one_of("s.sample", _numbers((number,)))
    rows = f"""SELECT 1 FROM sample s WHERE {sampled.sql} AND s.member =
        CASE s.unit WHEN 'articles' THEN m.article ELSE m.id END"""  # noqa: S608
    return Condition(f"EXISTS ({rows})", sampled.values)


def _numbers(said: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(int(number) if number.isdecimal() else 0 for number in said)


def _name_words(said: str) -> list[str]:
    is_start = said.endswith("*")
    words = split_words(said)
    return [f"{word if is_start and place == len(words) - 1 else stem(word)}" for place, word in enumerate(words)]


def _days_condition(term: FieldTerm) -> Condition:
    """Return the condition that a day lies in one of the ranges.

    No day lies in none.
    """
    column = _DATED[term.field]
    ranges = _any_of([_range_condition(column, days) for days in term.ranges])
    found = all_of([Condition(f"{column} != ''"), ranges])
    return _negated(found, is_excluded=term.is_excluded)


def _range_condition(column: str, days: DateRange) -> Condition:
    parts = []
    if days.first:
        parts.append(Condition(f"{column} >= ?", (days.first,)))
    if days.last:
        parts.append(Condition(f"substr({column}, 1, 10) <= ?", (days.last,)))
    return all_of(parts)


def _likened(field: FieldName, value: str) -> Condition:
    """Return the condition that a source or title holds a value.

    A source that was written with `=` is the whole of it.
    """
    if field is FieldName.SOURCE and value.startswith(WRITTEN):
        return Condition(f"{_unquoted('a.source')} = ?", (value.removeprefix(WRITTEN),))
    return _like(f"a.{field}_key", value)


def _unquoted(column: str) -> str:
    """Return a column without signs that no query holds."""
    return f"replace({column}, char(34), '')"


def _like(column: str, value: str) -> Condition:
    return Condition(f"{column} LIKE ? ESCAPE '\\'", (f"%{_escape_like(comparable(value.strip('*')))}%",))


def _article_condition(field: FieldName, values: tuple[str, ...]) -> Condition:
    match field:
        case FieldName.NAMED:
            return _naming(values)
        case FieldName.SAMPLE:
            return _in_samples(values)
        case FieldName.TAG:
            return _any_of([_with_tag(value) for value in values])
        case FieldName.NOTE:
            likes = _any_of([_like("n.text", value) for value in values])
            return Condition(f"EXISTS (SELECT 1 FROM note n WHERE n.article = a.id AND {likes.sql})", likes.values)  # noqa: S608
        case FieldName.SOURCE | FieldName.TITLE:
            return _any_of([_likened(field, value) for value in values])
    return _one_of(f"a.{field}", values)


def _with_tag(value: str) -> Condition:
    """Return the condition that an article has a tag.

    A star at its end stands for any words.
    """
    end = "%" if value.endswith("*") else "\n%"
    tag = _escape_like(comparable(value.removesuffix("*")))
    return Condition("a.tags LIKE ? ESCAPE '\\'", (f"%\n{tag}{end}",))


def _escape_like(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _one_of(column: str, values: tuple[str | int, ...]) -> Condition:
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", values)


def entry_condition(matches: Matches, entry: str, table: str) -> Condition:
    """Return the condition that a table of words has an entry so."""
    wanted, excluded = matches
    rows = f"(SELECT rowid FROM {table} WHERE {table} MATCH ?)"  # noqa: S608  # ours
    parts = [Condition(f"{entry} IN {rows}", (wanted,))] if wanted else []
    if excluded:
        parts.append(Condition(f"{entry} NOT IN {rows}", (excluded,)))
    return all_of(parts)


def all_of(parts: list[Condition]) -> Condition:
    """Return the condition that all of some hold."""
    return _join(" AND ", parts) if parts else Condition("1")


def _any_of(parts: list[Condition]) -> Condition:
    return _join(" OR ", parts) if parts else Condition("0")


def _join(word: str, parts: list[Condition]) -> Condition:
    values = tuple(value for part in parts for value in part.values)
    return Condition(f"({word.join(part.sql for part in parts)})", values)


def _negated(condition: Condition, *, is_excluded: bool) -> Condition:
    return Condition(f"NOT {condition.sql}", condition.values) if is_excluded else condition
