"""All rules over one text: cut it into segments, parse those that may report, collect, merge, resolve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.model import Annotation
from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.claims.assemble.claim_annotation import make_annotation
from app.nlp.claims.assemble.merging import merge_drafts
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.cues.parse_gate import is_worth_parsing, may_report
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon, read_reporting_lexicon
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.attributed_claims import find_attributed_claims
from app.nlp.claims.rules.attribution_phrases import find_attribution_phrases
from app.nlp.claims.rules.backward import find_backward_claim, points_back
from app.nlp.claims.rules.headline import find_headline_claims
from app.nlp.claims.rules.kazakh_claims import find_kazakh_claims, find_kazakh_quotations
from app.nlp.claims.rules.paper_outlook import find_paper_claims
from app.nlp.claims.rules.quoted_speech import find_speeches
from app.nlp.claims.rules.reported_clauses import find_reported_claims
from app.nlp.claims.rules.speech_claims import UNMARKED, find_reporting_word, make_speech_claim, names_another_speaker
from app.nlp.claims.segments import cut_segments, cut_sentences, find_segment_before
from app.nlp.claims.speakers.speaker_names import name_speakers
from app.nlp.claims.speech.quotation_marks import Quotation, find_quotations
from app.nlp.claims.speech.speech_parts import Speech
from app.nlp.claims.syntax.clause_bounds import words_to_span
from app.nlp.claims.syntax.tree import SyntaxTree
from app.nlp.text.interval_index import IntervalIndex, index_spans


def find_claims(article: ArticleText, entities: Sequence[Annotation], day: date | None = None) -> list[Annotation]:
    """Return the claims of an article in reading order, proposed, without ids. `day` is the article's date."""
    lexicon, quotes = read_reporting_lexicon(), find_quotations(article.text)
    marks = IntervalIndex(quotes, lambda quote: quote.span)
    drafts = [
        draft
        for line, language in article.lines
        for draft in (find_kazakh_claims if language == "kk" else find_kazakh_quotations)(
            article.text, line, marks.overlapping(line)
        )
    ]
    drafts += find_headline_claims(article.text, entities, lexicon)
    kazakh = index_spans(line for line, language in article.lines if language == "kk")
    drafts += _Search(article, lexicon, kazakh).find_drafts(quotes)
    shown = [draft for draft in drafts if not any(article.frame.hides(piece) for piece in draft.pieces)]
    near = IntervalIndex(entities, lambda entity: entity.span)
    found = [draft.without_inner_roles() for draft in merge_drafts(shown)]
    names = name_speakers(article, entities, found)
    return [make_annotation(draft, names[draft.speaker] if draft.speaker else "", near, day) for draft in found]


@dataclass(frozen=True, slots=True)
class _Search:
    """The search of the Russian lines of one article."""

    article: ArticleText
    lexicon: ReportingLexicon
    kazakh_lines: IntervalIndex[Span]

    def find_drafts(self, quotes: list[Quotation]) -> Iterator[Draft]:
        """Yield the claims of quoted speech by the clauses beside it, then those of all other words."""
        spoken = [
            speech for speech in find_speeches(self.article.text, quotes, self.lexicon) if self._is_speech(speech)
        ]
        masked = [mask for speech in spoken for mask in speech.masked]
        segments = cut_segments(
            self.article.text, self.article.sentences, index_spans([*masked, *self.article.frame.spans])
        )
        segments = [segment for segment in segments if not self.kazakh_lines.overlapping(segment)]
        clauses = index_spans(speech.clause for speech in spoken if speech.clause is not None)
        trees = self._parse_trees([segment for segment in segments if self._is_worth_parsing(segment, clauses)])
        beside = IntervalIndex(trees, lambda tree: tree.span)
        used: dict[Span, set[int]] = {}
        for speech in spoken:
            near = beside.overlapping(speech.clause) if speech.clause is not None else []
            found = find_reporting_word(self.article.text, speech, near, self.lexicon)
            if found is not None:
                used.setdefault(found.tree.span, set()).add(found.index)
            yield make_speech_claim(self.article, speech, found, self.lexicon)
        yield from self._find_inside_speech(masked)
        order, hidden = index_spans(segments), index_spans(masked)
        for tree in trees:
            before = find_segment_before(tree.span, order, hidden)
            yield from self._find_in_segment(tree, before, used.get(tree.span, set()))

    def _find_inside_speech(self, masked: list[Span]) -> Iterator[Draft]:
        """Yield what quoted speech says of others' words: its own plans and calls are not split off."""
        sentences = index_spans(self.article.sentences)
        parts = [part for mask in masked for part in cut_sentences(sentences, mask)]
        wanted = [part for part in parts if may_report(self.article.text, part, self.lexicon)]
        for tree in self._parse_trees([part for part in wanted if not self.kazakh_lines.overlapping(part)]):
            segment = ParsedSegment(self.article.text, tree, self.lexicon)
            yield from (
                draft for draft in find_reported_claims(segment, set()) if names_another_speaker(segment, draft)
            )

    def _is_speech(self, speech: Speech) -> bool:
        """Parse the clause beside words without quotation marks: a verb must report them."""
        if self.kazakh_lines.overlapping(speech.pieces[0]):
            return False
        if speech.rule not in UNMARKED or speech.clause is None:
            return True
        return (
            find_reporting_word(self.article.text, speech, self._parse_trees([speech.clause]), self.lexicon) is not None
        )

    def _is_worth_parsing(self, segment: Span, clauses: IntervalIndex[Span]) -> bool:
        return bool(clauses.overlapping(segment)) or is_worth_parsing(
            self.article.text, segment, self.lexicon, self.article
        )

    def _parse_trees(self, segments: list[Span]) -> list[SyntaxTree]:
        return [SyntaxTree(sentence) for sentence in self.article.parse_sentences(segments) if sentence.words]

    def _find_in_segment(self, tree: SyntaxTree, before: Span | None, used: set[int]) -> Iterator[Draft]:
        """Yield the claims of one segment; `used` holds the cues of speech in it."""
        plain = ParsedSegment(self.article.text, tree, self.lexicon)
        found = [
            phrase
            for phrase in find_attribution_phrases(plain)
            if phrase.rule == "claim.as/1" or not used & set(phrase.cues)
        ]
        segment = replace(
            plain, attribution_spans=tuple(words_to_span(tree, phrase.first, phrase.stop) for phrase in found)
        )
        taken = used | {cue for phrase in found for cue in phrase.cues}
        backward, pointing = find_backward_claim(segment, before)
        if backward is not None:
            yield backward
        yield from find_attributed_claims(segment, found)
        yield from find_reported_claims(segment, taken | pointing)
        if not points_back(self.article.text, tree.span):
            yield from find_paper_claims(segment)
