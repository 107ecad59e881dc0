"""A hit: a place of an article in its line.

It also says what taking the hit changes.

Whatever searches the project yields hits in portions, and the concordance shows them: equal mentions, repeated
corrections, words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.core.change import Change
from app.core.message import Message
from app.core.model import Annotation, Article
from app.core.span import Span
from app.core.text.tokens import line_at

_AROUND_CHARS = 120
"""How much of the line is shown on either side of a place."""

_BLANKS = re.compile(r"\s+")


Line = tuple[str, str, str]
"""The words before, of and after a place."""
ReadLine = Callable[[int, Span], Line]
"""Returns the line of a span of an article."""
MakeChange = Callable[[int, Span, Annotation | None], Change | None]
"""Returns what taking a place does: given its article, the span, and the annotation that stands there."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of an article.

    `source` is its line, or reads it when it is asked for: of very many hits few are looked at. The line of a hit in a
    note is the note's.
    `before` is the annotation that stands there. `make_change` says what taking the hit does, None where it is only
    looked at. A hit that is not `is_open` was decided or has another label: it is listed apart, and taken only when
    asked for.
    """

    article: Article
    span: Span
    source: Line | ReadLine
    before: Annotation | None = None
    make_change: MakeChange | None = None
    is_open: bool = True

    @property
    def change(self) -> Change | None:
        """What taking the hit does: made when it is asked for."""
        return None if self.make_change is None else self.make_change(self.article.id, self.span, self.before)

    @property
    def line(self) -> Line:
        """The words before, of and after the place."""
        if isinstance(self.source, tuple):
            return self.source
        return self.source(self.article.id, self.span)


@dataclass(frozen=True, slots=True)
class Portion:
    """What a part of a search found.

    It also says how many articles are finished with it.

    `fitting` is how many articles can have hits, where the search knows it. `typed` is what was searched in place of
    what was typed, on the other layout. `steps` is how many articles fit up to each term of the query.
    """

    hits: tuple[Hit, ...] = ()
    articles: int = 0
    fitting: int | None = None
    typed: str = ""
    steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class HitSearch:
    """A search for hits, with what is to be done to them.

    `title` says what, `label` gives the colour of the hits. `find` starts the search anew and is called from another
    thread: it shares nothing that changes. `articles` is how many it looks through. `apply` changes the hits it is
    given, as one step.
    """

    title: Message
    label: str
    articles: int
    find: Callable[[], Iterator[Portion]]
    apply: Callable[[Sequence[Hit]], None]


def line_of(text: str, span: Span) -> Line:
    """Return a span with some words before and after it.

    Each part is on one line.
    """
    line = line_at(text, span.start)
    parts = (
        text[max(line.start, span.start - _AROUND_CHARS) : span.start],
        text[span.start : span.stop],
        text[span.stop : min(line.stop, span.stop + _AROUND_CHARS)],
    )
    before, words, after = (_BLANKS.sub(" ", part) for part in parts)
    return before, words, after


def count_articles(hits: Sequence[Hit]) -> int:
    """Return in how many articles the hits are."""
    return len({hit.article.id for hit in hits})
