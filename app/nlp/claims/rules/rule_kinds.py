"""The kinds of claim rules, by what they look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from app.core.model import Annotation
from app.core.span import Span
from app.core.vocabulary import ClaimLabel
from app.nlp.article_text import ArticleText
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue, ReportingLexicon
from app.nlp.claims.draft import Draft
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.speech_parts import Speech


@dataclass(frozen=True, slots=True)
class UnparsedArticle:
    """What rules see that need no parser."""

    article: ArticleText
    lexicon: ReportingLexicon
    quotations: Sequence[Quotation] = ()
    entities: Sequence[Annotation] = ()


@dataclass(frozen=True, slots=True)
class AttributionPhrase:
    """The words `first` … `stop` - 1, which name a source.

    `cues` are the words in them that report.
    """

    first: int
    stop: int
    cue: Span
    speaker: Span | None
    kind: ClaimLabel
    rule: ClaimRule
    cues: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArticleRule(ClaimRule):
    """Finds claims in an article that nobody has parsed."""

    find: Callable[[UnparsedArticle], Iterable[Draft]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class QuotationRule(ClaimRule):
    """Finds the speech that begins with a quotation.

    It gets the quotation's number, and returns the numbers of all that it takes as well.
    """

    find: Callable[[UnparsedArticle, int], tuple[Speech, set[int]] | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineRule(ClaimRule):
    """Finds speech without quotation marks in a line.

    It gets the lines that are not blank, and the number of one.
    """

    find: Callable[[UnparsedArticle, Sequence[Span], int], Speech | None]
    reads_sentences: bool = False
    """It needs no whole line: what is beside other speech is enough."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AttributionRule(ClaimRule):
    """Finds the phrase at a word that names a source.

    It begins at the word, or the word is its verb. `first_words` are all that it can begin with, in lower case, if they
    are few.
    """

    find: Callable[[ParsedSegment, int], AttributionPhrase | None]
    first_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VerbRule(ClaimRule):
    """Finds the claim that the verb at a word reports.

    The verb must have one of the `frames`, if there are any.
    """

    find: Callable[[ParsedSegment, int, Cue], Draft | None]
    frames: frozenset[Frame] = field(default=frozenset())
    goes_before_clauses: bool = False
    """It alone is tried where its infinitive stands before any comma."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SegmentRule(ClaimRule):
    """Finds claims in a whole parsed segment.

    It gets the span of the segment before as well.
    """

    find: Callable[[ParsedSegment, Span | None], Iterable[Draft]]
    goes_first: bool = False
    """Its cues are taken before verbs are read."""
