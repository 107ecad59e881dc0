"""The conditions of SQL that stand for a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from sqlite3 import Connection
from typing import Any

from app.core.model import Kind, Status
from app.core.query.terms import WRITTEN, DateRange, FieldName, FieldTerm, Match, Query, WordPattern, WordsTerm
from app.core.query.words import lemma_key, split_words
from app.core.text.comparing import comparable
from app.core.text.stem import stem
from app.core.vocabulary import ClaimLabel

FINISHED_DAY = "ifnull(date(nullif(a.finished, ''), 'localtime'), '')"
"""The day when an article was finished, where the program runs; "" if it is not."""
_DATED = {FieldName.DATE: "a.date", FieldName.DUE: "m.due", FieldName.FINISHED: FINISHED_DAY}
_KINDS = frozenset(kind.value for kind in Kind)
_MAX_FORMS = 200
_LAST_SIGN = "\U0010ffff"
MAX_START_CHARS = 2
"""So few letters begin words of most texts; a stem has as many at least."""
_CLAIM_VALUES = frozenset({Kind.CLAIM.value, *(label.value for label in ClaimLabel)})
"""What a term of kinds says of claims alone: a label of claims that the project made may be one of mentions too."""


Matches = tuple[str, str]
"""What FTS5 is to find, and what it is not: "" for nothing."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of SQL and the values of its places."""

    sql: str
    values: tuple[Any, ...] = ()


class QueryConditions:
    """Turns terms into conditions.

    `a` is the article, `m` the mention or claim, in the statement around them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def article(self, query: Query) -> Condition:
        """Return the condition that an article fits a query.

        Regular expressions are not part of it.
        """
        words = entry_condition(self.matches(query.words), "a.entry", "words")
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

    def matches(self, terms: Sequence[WordsTerm], table: str = "words") -> Matches:
        """Return what FTS5 is to find, and what not.

        Each is "" where there is nothing of it.
        """
        known = [self._resolve_term(term, table) for term in terms]
        wanted = [found for term in known if not term.is_excluded and (found := self._match(term))]
        excluded = [found for term in known if term.is_excluded and (found := self._match(term))]
        return " AND ".join(wanted), " OR ".join(excluded)

    def resolve(self, query: Query, table: str = "words") -> Query:
        """Return a query with its last word as a table has it.

        One that is being typed is a whole word if it stands there, or if no word begins so.
        """
        terms = (self._resolve_term(term, table) if isinstance(term, WordsTerm) else term for term in query.terms)
        return replace(query, terms=tuple(terms))

    def _resolve_term(self, term: WordsTerm, table: str) -> WordsTerm:
        return replace(term, words=tuple(self._resolve_word(word, table) for word in term.words))

    def _resolve_word(self, word: WordPattern, table: str) -> WordPattern:
        if word.match is not Match.TYPED:
            return word
        sql = "SELECT form FROM form WHERE form >= ? AND form < ? ORDER BY form LIMIT 1"
        found = self._connection.execute(sql, (word.text, word.text + _LAST_SIGN)).fetchone()
        if found is None or (found[0] == word.text and self._stands_in(table, word.text)):
            return replace(word, match=Match.LEMMA)
        return replace(word, match=Match.START) if len(word.text) <= MAX_START_CHARS else word

    def _stands_in(self, table: str, form: str) -> bool:
        rows = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"  # noqa: S608  # ours
        return self._connection.execute(rows, (f'form:"{form}"',)).fetchone() is not None

    def _match(self, term: WordsTerm) -> str:
        """Return the FTS5 expression for a term.

        Return "" if the text itself must be searched.
        """
        columns = {_column(word) for word in term.words}
        words = [self._term_word(word) for word in term.words]
        if None in columns:
            known = [self._word_match(word) for word in term.words if _column(word)]
            return "" if term.is_excluded else " AND ".join(known)
        if len(columns) > 1 or term.words[-1].match is Match.TYPED:
            # the two columns hold the same words in order, but FTS5 compares no places across them
            return " AND ".join(map(self._word_match, term.words))
        column = columns.pop()
        if term.distance is not None:
            sides = f'"{words[0]}"{_star(term.words[0])} "{words[-1]}"{_star(term.words[-1])}'
            return f"{column}:NEAR({sides}, {term.distance})"
        return f'{column}:"{" ".join(words)}"{_star(term.words[-1])}'

    def _word_match(self, word: WordPattern) -> str:
        """Return the FTS5 expression for one word."""
        if word.match is Match.TYPED:
            return f'(lemma:"{self.lemma_of(word.text)}" OR form:"{word.text}"*)'
        return f'{_column(word)}:"{self._term_word(word)}"{_star(word)}'

    def _term_word(self, word: WordPattern) -> str:
        return self.lemma_of(word.text) if word.match is Match.LEMMA else word.text

    def lemma_of(self, form: str) -> str:
        """Return the lemma under which the index has a form.

        That of its stem where the form stands in no article.
        """
        found = self._connection.execute("SELECT lemma FROM form WHERE form = ?", (form,)).fetchone()
        return str(found[0]) if found else "_".join(split_words(lemma_key(form))) or form

    def find_forms(self, form: str) -> frozenset[str]:
        """Return the forms of a word that articles have."""
        rows = self._connection.execute(
            "SELECT form FROM form WHERE lemma = ? LIMIT ?", (self.lemma_of(form), _MAX_FORMS)
        )
        return frozenset(found for (found,) in rows)

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


def _column(word: WordPattern) -> str | None:
    """Return the columns of words where a word is looked up.

    None for what the index cannot look up.
    """
    return {Match.LEMMA: "lemma", Match.FORM: "form", Match.START: "form", Match.TYPED: "{form lemma}"}.get(word.match)


def _star(word: WordPattern) -> str:
    return "*" if word.match is Match.START else ""


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
