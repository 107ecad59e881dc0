"""All claim rules over one article: drafts, merging, speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.core.model import Annotation
from app.core.span import Span
from app.core.vocabulary import LanguageCode
from app.nlp.article_text import ArticleText
from app.nlp.claims.assemble.claim_annotation import make_annotation
from app.nlp.claims.assemble.merging import merge_drafts
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.parse_gate import ParseGate
from app.nlp.claims.cues.reporting_lexicon import read_reporting_lexicon
from app.nlp.claims.draft import Draft
from app.nlp.claims.kinds.dates_ahead import find_dates_ahead
from app.nlp.claims.registry import RULES, select_rules
from app.nlp.claims.rules.rule_kinds import ArticleRule, UnparsedArticle, VerbRule
from app.nlp.claims.search.inner_speech import find_inner_speech
from app.nlp.claims.search.segment_search import find_segment_claims, find_verb_claims
from app.nlp.claims.search.speech_claims import (
    find_reporting_word,
    make_speech_claim,
    names_another_speaker,
    takes_other_object,
)
from app.nlp.claims.search.speech_search import find_speeches
from app.nlp.claims.segments import cut_segments, cut_sentences, find_segment_before
from app.nlp.claims.speakers.speaker_names import name_speakers
from app.nlp.claims.speech.quotation_marks import find_quotations
from app.nlp.claims.speech.speech_parts import Speech
from app.nlp.claims.syntax.tree import SyntaxTree
from app.nlp.text.interval_index import IntervalIndex, index_spans

_GATE = ParseGate(trigger for rule in RULES for trigger in rule.triggers)
_GATE_INSIDE_SPEECH = ParseGate(trigger for rule in select_rules(VerbRule) for trigger in rule.triggers)


def find_claims(article: ArticleText, entities: Sequence[Annotation], day: date | None = None) -> list[Annotation]:
    """Return the claims of an article in reading order.

    They are proposed and have no ids. `day` is the article's date.
    """
    source = UnparsedArticle(article, read_reporting_lexicon(), find_quotations(article.text), entities)
    drafts = [draft for rule in select_rules(ArticleRule) for draft in rule.find(source)]
    drafts += _Search(source, find_dates_ahead(article.text, entities, day)).find_drafts()
    shown = [draft for draft in drafts if not any(article.frame.hides(piece) for piece in draft.pieces)]
    near = IntervalIndex(entities, lambda entity: entity.span)
    found = [draft.without_inner_roles().in_quoted_form(article.text) for draft in merge_drafts(shown)]
    names = name_speakers(article, entities, found)
    return [make_annotation(draft, names[draft.speaker] if draft.speaker else "", near, day) for draft in found]


class _Search:
    """The search of the Russian lines of one article."""

    def __init__(self, source: UnparsedArticle, dates_ahead: tuple[Span, ...]) -> None:
        self._source = source
        self._dates_ahead = index_spans(dates_ahead)
        self._article = source.article
        self._lexicon = source.lexicon
        self._kazakh = index_spans(line for line, language in source.article.lines if language == LanguageCode.KK)

    def find_drafts(self) -> Iterator[Draft]:
        """Yield the claims of quoted speech, then those of all else."""
        spoken = [speech for speech in find_speeches(self._source) if self._is_speech(speech)]
        masked = [mask for speech in spoken for mask in speech.masked]
        spoken = [speech for speech in spoken if speech.pieces]  # the others are questions
        segments = self._cut_segments(masked)
        trees = self._parse_trees(self._select_segments(segments, spoken))
        beside = IntervalIndex(trees, lambda tree: tree.span)
        used: dict[Span, set[int]] = {}
        for speech in spoken:
            near = beside.overlapping(speech.clause) if speech.clause is not None else []
            found = find_reporting_word(self._article.text, speech, near, self._lexicon)
            if found is not None:
                used.setdefault(found.tree.span, set()).add(found.index)
            yield make_speech_claim(self._article, speech, found, self._lexicon)
        yield from find_inner_speech(
            self._source, [piece for speech in spoken for piece in speech.pieces], self._parse_trees
        )
        yield from self._find_inside_speech([mask for speech in spoken for mask in speech.masked])
        order, hidden = index_spans(segments), index_spans(masked)
        for tree in trees:
            before = find_segment_before(tree.span, order, hidden)
            yield from find_segment_claims(self._make_segment(tree), before, used.get(tree.span, set()))

    def _cut_segments(self, masked: list[Span]) -> list[Span]:
        hidden = index_spans([*masked, *self._article.frame.spans])
        segments = cut_segments(self._article.text, self._article.sentences, hidden)
        return [segment for segment in segments if not self._kazakh.overlapping(segment)]

    def _select_segments(self, segments: list[Span], spoken: list[Speech]) -> list[Span]:
        """Return the segments worth parsing.

        They are beside speech, or hold a trigger of a rule.
        """
        clauses = index_spans(speech.clause for speech in spoken if speech.clause is not None)
        return [
            segment
            for segment in segments
            if clauses.overlapping(segment) or _GATE.lets_through(self._article, segment, self._lexicon)
        ]

    def _find_inside_speech(self, masked: list[Span]) -> Iterator[Draft]:
        """Yield what quoted speech says of others' words.

        Its own plans and calls are not split off.
        """
        sentences = index_spans(self._article.sentences)
        parts = [part for mask in masked for part in cut_sentences(sentences, mask)]
        wanted = [part for part in parts if _GATE_INSIDE_SPEECH.lets_through(self._article, part, self._lexicon)]
        for tree in self._parse_trees([part for part in wanted if not self._kazakh.overlapping(part)]):
            segment = self._make_segment(tree)
            for draft in find_verb_claims(segment, set()):
                if names_another_speaker(segment, draft):
                    yield replace(draft, names_speaker=True)

    def _is_speech(self, speech: Speech) -> bool:
        """Say whether a verb reports words without quotation marks.

        The clause beside them is parsed for that.
        """
        if self._kazakh.overlapping(speech.masked[0]):
            return False
        if not speech.rule.needs_cue or speech.clause is None:
            return True
        trees = self._parse_trees([speech.clause])
        found = find_reporting_word(self._article.text, speech, trees, self._lexicon)
        return found is not None and not (speech.rule.needs_first_person and takes_other_object(found, self._lexicon))

    def _make_segment(self, tree: SyntaxTree) -> ParsedSegment:
        dates = tuple(self._dates_ahead.overlapping(tree.span))
        return ParsedSegment(self._article.text, tree, self._lexicon, dates_ahead=dates)

    def _parse_trees(self, segments: list[Span]) -> list[SyntaxTree]:
        return [SyntaxTree(sentence) for sentence in self._article.parse_sentences(segments) if sentence.words]
