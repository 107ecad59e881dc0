"""The fields of rows in JSONL, derived from the row types.

They stand in JSONL under their own name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import Any

from app.core.model import Annotation, Article, Candidate, Kind, Note, Origin, Role
from app.core.records import ClaimPlace
from app.core.row_types import ABOVE_ARTICLES, DECLARED, DOCUMENT_FIELDS, field_types, is_word
from app.core.rows.row import Row
from app.formats.jsonl.row_fields import RowFields
from app.formats.jsonl.row_keys import ROLES, VALUE, format_time

_NOTHING = object()
"""No value of a field."""
Write = Callable[[Any], Any]
Read = Callable[[RowFields, str, Any], Any]
"""Takes a name, and the default where the field is not there or is no such value."""


@dataclass(frozen=True, slots=True)
class _Codec:
    """How JSONL holds a field of some type.

    `write` is None where the value stands there as it is.
    """

    write: Write | None
    read: Read


def _write_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read_share(row: RowFields, name: str, default: Any) -> Any:
    share = row.read_share(name)
    return default if share is None else share


_SHARE = _Codec(None, _read_share)
_CODECS: dict[Any, _Codec] = {
    str: _Codec(None, RowFields.read_text),
    int: _Codec(None, RowFields.read_whole),
    int | None: _Codec(None, RowFields.read_whole),
    bool: _Codec(None, RowFields.read_flag),
    float: _SHARE,
    float | None: _SHARE,
    date | None: _Codec(_write_day, lambda row, name, _: row.read_day(name)),
    datetime | None: _Codec(format_time, lambda row, name, _: row.read_time(name)),
    tuple[str, ...]: _Codec(list, lambda row, name, _: row.read_texts(name)),
    tuple[tuple[str, str], ...]: _Codec(dict, lambda row, name, _: tuple(sorted(row.read_pairs(name).items()))),
}
"""How JSONL holds a field of each type. A number with a fraction is a share, 0 to 1."""
_WORD = _Codec(str, RowFields.read_word)


class JsonFields:
    """The fields of rows, or of parts of rows, of one class.

    `elsewhere` are the fields that the reader and the writer treat on their own, each with the names that stand for it,
    and beside it, in JSONL. The others stand there under their own name: those named `first`, and then the rest in
    their order. One that has its default is left out, unless it is `always` there. `imported` are defaults of files.
    """

    def __init__(
        self,
        row_class: type[Any],
        elsewhere: Mapping[str, Sequence[str]],
        *,
        first: Sequence[str] = (),
        always: Sequence[str] = (),
        imported: Mapping[str, Any] | None = None,
    ) -> None:
        self.types = field_types(row_class)
        own = [name for name in self.types if name not in elsewhere]
        self.own = (*first, *(name for name in own if name not in first))
        """The names that stand for themselves, in the order in which they are written."""
        listed = [*self.own, *(name for names in elsewhere.values() for name in names)]
        if len(set(listed)) < len(listed):
            raise TypeError(f"two fields of {row_class.__name__} have one name in JSONL: {listed}")
        self.names = frozenset(listed)
        """All names that stand for the fields."""
        self._codecs = {name: _codec_of(row_class, name, self.types[name]) for name in self.own}
        defaults = {field.name: field.default for field in fields(row_class) if field.default is not MISSING}
        own_defaults = {name: defaults[name] for name in self.own if name in defaults}
        self._left_out = {name: value for name, value in own_defaults.items() if name not in always}
        self.defaults = {**own_defaults, **(imported or {})}
        """What is read where a field is not there."""

    def writer(self, names: Sequence[str] | None = None) -> Callable[[Any], dict[str, Any]]:
        """Return what makes the fields of a row that say something.

        Those of `names` alone, where given.
        """
        wanted = self.own if names is None else names
        cells = [(name, self._left_out.get(name, _NOTHING), self._codecs[name].write) for name in wanted]

        def write(row: Any) -> dict[str, Any]:
            found = {}
            for name, left_out, to_json in cells:
                value = getattr(row, name)
                if value is not left_out and value != left_out:
                    found[name] = value if to_json is None else to_json(value)
            return found

        return write

    def read(self, row: RowFields, names: Sequence[str] | None = None) -> dict[str, Any]:
        """Return the values of an object's fields, with defaults for others.

        See `writer`.
        """
        wanted = self.own if names is None else names
        return {name: self._codecs[name].read(row, name, self.defaults.get(name, "")) for name in wanted}


def _codec_of(row_class: type[Any], name: str, hint: Any) -> _Codec:
    if is_word(hint):
        return _WORD
    if hint not in _CODECS:
        raise TypeError(f"say in {__name__} how JSONL holds {row_class.__name__}.{name}, of type {hint}")
    return _CODECS[hint]


ARTICLE = JsonFields(
    Article,
    {"id": ("id",), "key": ("key",), "digest": (), "length": ()},
    first=("title", "source", "date", "url", "language"),
    always=("title", "source"),
)
NOTE = JsonFields(Note, {"id": (), "article_id": (), "annotation_id": ()}, always=("text",))
ROLE = JsonFields(Role, {"name": ("name",), "span": ("start", "end")})


def _placed_fields(row_class: type[Row]) -> JsonFields:
    references = DECLARED[row_class].references
    if any(one.to is not Article for one in references):
        raise TypeError(f"say in {__name__} how JSONL holds what {row_class.__name__} refers to")
    owners: dict[str, Sequence[str]] = {one.field: () for one in references}
    always = ("score",) if row_class is Candidate else ()
    return JsonFields(row_class, {"id": (), **owners, "span": ("start", "end")}, always=always)


_IN_ANNOTATIONS = (Note, ClaimPlace)
PLACED = {
    row_class: _placed_fields(row_class)
    for row_class in DOCUMENT_FIELDS
    if row_class not in (Annotation, *_IN_ANNOTATIONS)
}
"""The rows that stand in a list of the article, each with a place in its text."""
LISTS = {**DOCUMENT_FIELDS, Candidate: "hints"}
"""The names of the lists of an article by row type; candidates had another name in the first files."""
CLAIM_PLACE = JsonFields(ClaimPlace, {"id": (), "annotation_id": ()})
ABOVE = {table: JsonFields(row_class, {}, first=("id",)) for table, row_class in ABOVE_ARTICLES.items()}
"""The rows that stand under `project` on the first line, by table: with their ids, which others refer to."""


def _annotation_fields(**elsewhere: Sequence[str]) -> JsonFields:
    return JsonFields(
        Annotation,
        {
            "id": (),
            "article_id": (),
            "kind": (),
            "pieces": ("start", "end", "text", "pieces", "notes", "places"),
            **elsewhere,
        },
        always=("status", "origin"),
        imported={"origin": Origin.IMPORT},
    )


_FLAT_ROLES = tuple(f"{role}_{part}" for role in ROLES for part in ("start", "end", "normal"))
ANNOTATION = {
    Kind.ENTITY: _annotation_fields(label=("label",), attributes=(VALUE, "attributes"), roles=("roles",)),
    Kind.CLAIM: _annotation_fields(label=("kind",), attributes=("type", "attributes"), roles=("roles", *_FLAT_ROLES)),
}
