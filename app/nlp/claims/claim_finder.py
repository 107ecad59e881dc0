"""All rules over one text: cut it into stretches, parse those that may report, collect, merge, resolve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.model import Annotation
from app.core.span import Span
from app.core.text import lines
from app.nlp.backend.parse import Parse
from app.nlp.claims.assemble.claim_annotation import annotation_of
from app.nlp.claims.assemble.merging import merged
from app.nlp.claims.cues.cue_detection import Reading
from app.nlp.claims.cues.parse_gate import is_worth, may_report
from app.nlp.claims.cues.reporting_lexicon import Lexicon, lexicon
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.attributed_claims import sourced
from app.nlp.claims.rules.attribution_phrases import asides
from app.nlp.claims.rules.backward import pointed_at, points_back
from app.nlp.claims.rules.headline import titled
from app.nlp.claims.rules.kazakh_claims import quoted, told
from app.nlp.claims.rules.paper_outlook import foretold
from app.nlp.claims.rules.quoted_speech import speeches
from app.nlp.claims.rules.reported_clauses import reported
from app.nlp.claims.rules.speech_claims import UNMARKED, claim_of_speech, names_another, reporting_word
from app.nlp.claims.segments import parts_within, sentence_before, stretches_of
from app.nlp.claims.speakers.speaker_names import names_of
from app.nlp.claims.speech.quotation_marks import Quotation, quotations
from app.nlp.claims.speech.speech_parts import Speech
from app.nlp.claims.syntax.clause_bounds import interval
from app.nlp.claims.syntax.tree import Tree
from app.nlp.text.frame import find_frame
from app.nlp.text.interval_index import IntervalIndex, index_spans
from app.nlp.text.language import detect_language


def find_claims(text: str, parse: Parse, entities: Sequence[Annotation], day: date | None = None) -> list[Annotation]:
    """Return the claims of `text` in reading order, proposed, without ids. `day` is the article's date."""
    frame, words, quotes = find_frame(text), lexicon(), quotations(text)
    rows = [(row, detect_language(text[row.start : row.stop]) == "kk") for row in lines(text)]
    foreign = [row for row, is_kazakh in rows if is_kazakh]
    marks = IntervalIndex(quotes, lambda quote: quote.span)
    drafts = [
        draft for row, is_kazakh in rows for draft in (told if is_kazakh else quoted)(text, row, marks.overlapping(row))
    ]
    drafts += titled(text, entities, words)
    drafts += _Search(text, parse, words, frame.spans, index_spans(foreign)).drafts(quotes)
    shown = [draft for draft in drafts if not any(frame.hides(piece) for piece in draft.pieces)]
    near = IntervalIndex(entities, lambda entity: entity.span)
    found = [draft.apart() for draft in merged(shown)]
    names = names_of(parse, entities, found)
    return [annotation_of(draft, names[draft.speaker] if draft.speaker else "", near, day) for draft in found]


@dataclass(frozen=True, slots=True)
class _Search:
    """The search of the Russian part of one text. `hidden` is no news; `foreign` are the lines left to others."""

    text: str
    parse: Parse
    words: Lexicon
    hidden: tuple[Span, ...]
    foreign: IntervalIndex[Span]

    def drafts(self, quotes: list[Quotation]) -> Iterator[Draft]:
        """Yield the claims of quoted speech by the clauses beside it, then those of all other words."""
        spoken = [speech for speech in speeches(self.text, quotes, self.words) if self._is_speech(speech)]
        veils = [veil for speech in spoken for veil in speech.veil]
        stretches = stretches_of(self.text, self.parse.sentences, index_spans([*veils, *self.hidden]))
        stretches = [stretch for stretch in stretches if not self.foreign.overlapping(stretch)]
        clauses = index_spans(speech.clause for speech in spoken if speech.clause is not None)
        trees = self._trees([stretch for stretch in stretches if self._is_wanted(stretch, clauses)])
        beside = IntervalIndex(trees, lambda tree: tree.span)
        used: dict[Span, set[int]] = {}
        for speech in spoken:
            near = beside.overlapping(speech.clause) if speech.clause is not None else []
            found = reporting_word(self.text, speech, near, self.words)
            if found is not None:
                used.setdefault(found.tree.span, set()).add(found.index)
            yield claim_of_speech(self.parse, speech, found, self.words)
        yield from self._inside(veils)
        order, hidden = index_spans(stretches), index_spans(veils)
        for tree in trees:
            before = sentence_before(tree.span, order, hidden)
            yield from self._of_stretch(tree, before, used.get(tree.span, set()))

    def _inside(self, veils: list[Span]) -> Iterator[Draft]:
        """Yield what quoted speech says of others' words: its own plans and calls are not split off."""
        sentences = index_spans(self.parse.sentences)
        parts = [part for veil in veils for part in parts_within(sentences, veil)]
        wanted = [part for part in parts if may_report(self.text, part, self.words)]
        for tree in self._trees([part for part in wanted if not self.foreign.overlapping(part)]):
            reading = Reading(self.text, tree, self.words)
            yield from (draft for draft in reported(reading, set()) if names_another(reading, draft))

    def _is_speech(self, speech: Speech) -> bool:
        """Parse the clause beside words without quotation marks: a verb must report them."""
        if self.foreign.overlapping(speech.pieces[0]):
            return False
        if speech.rule not in UNMARKED or speech.clause is None:
            return True
        return reporting_word(self.text, speech, self._trees([speech.clause]), self.words) is not None

    def _is_wanted(self, stretch: Span, clauses: IntervalIndex[Span]) -> bool:
        return bool(clauses.overlapping(stretch)) or is_worth(self.text, stretch, self.words, self.parse)

    def _trees(self, stretches: list[Span]) -> list[Tree]:
        return [Tree(sentence) for sentence in self.parse.parse_sentences(stretches) if sentence.words]

    def _of_stretch(self, tree: Tree, before: Span | None, used: set[int]) -> Iterator[Draft]:
        """Yield the claims of one stretch; `used` holds the cues of speech in it."""
        plain = Reading(self.text, tree, self.words)
        found = [aside for aside in asides(plain) if aside.rule == "claim.as/1" or not used & set(aside.cues)]
        reading = replace(plain, asides=tuple(interval(tree, aside.first, aside.stop) for aside in found))
        taken = used | {cue for aside in found for cue in aside.cues}
        backward, pointing = pointed_at(reading, before)
        if backward is not None:
            yield backward
        yield from sourced(reading, found)
        yield from reported(reading, taken | pointing)
        if not points_back(self.text, tree.span):
            yield from foretold(reading)
