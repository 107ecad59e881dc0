"""All rules over one text: cut it into stretches, parse those that may report, collect, merge, resolve."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from app.core.model import Annotation
from app.core.span import Span
from app.core.text import lines
from app.nlp.claims.backward import pointed_at, points_back
from app.nlp.claims.bounds import interval
from app.nlp.claims.cues import Lexicon, lexicon
from app.nlp.claims.direct import Speech, speeches
from app.nlp.claims.draft import Draft
from app.nlp.claims.headline import titled
from app.nlp.claims.indirect import Reading, cue_at, reported
from app.nlp.claims.kazakh import is_kazakh, told
from app.nlp.claims.kinds import kind_of_speech
from app.nlp.claims.merge import merged
from app.nlp.claims.paper import foretold
from app.nlp.claims.phrases import asides, sourced
from app.nlp.claims.quotes import quotations
from app.nlp.claims.roles import annotation_of
from app.nlp.claims.speaker import speaker_of
from app.nlp.claims.tree import Tree
from app.nlp.frame import Frame, frame_of
from app.nlp.parse import Parse

_AHEAD = re.compile(
    r"\w(?:ет|ёт|ит|ут|ют|ят|ат|ется|ится|утся|ются|атся|ятся|ётся)\b|\b(?:намер|запланир|намеч|долж|предсто|хо[тч])\w*",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\b(?:по|согласно|со|как|на)\b", re.IGNORECASE)
_HEAD = re.compile(r"[\s,.!?…»”—–-]+")


def find_claims(text: str, parse: Parse, entities: Sequence[Annotation], day: date | None = None) -> list[Annotation]:
    """Return the claims of `text` in reading order, proposed, without ids. `day` is the article's date."""
    frame, words = frame_of(text), lexicon()
    quotes = quotations(text)
    rows = [row for row in lines(text) if text[row.start : row.stop].strip()]
    foreign = [row for row in rows if is_kazakh(text[row.start : row.stop])]
    spoken = [speech for speech in speeches(text, quotes, words) if not _touches(speech.pieces[0], foreign)]
    drafts = [draft for row in foreign for draft in told(text, row, quotes)]
    drafts += titled(text, entities)
    drafts += _of_stretches(text, parse, words, spoken, frame, foreign)
    shown = [draft for draft in drafts if not any(frame.hides(piece) for piece in draft.pieces)]
    return [annotation_of(_clean(draft), entities, day) for draft in merged(shown)]


def _touches(span: Span, rows: list[Span]) -> bool:
    return any(row.overlaps(span) for row in rows)


def _of_stretches(
    text: str, parse: Parse, words: Lexicon, spoken: list[Speech], frame: Frame, foreign: list[Span]
) -> Iterator[Draft]:
    """Yield the claims of all that is not quoted speech, and of the speech itself by the clauses beside it."""
    veils = sorted(veil for speech in spoken for veil in speech.veil)
    hidden = sorted([*veils, *frame.spans])
    stretches = [stretch for stretch in _stretches(text, parse.sentences, hidden) if not _touches(stretch, foreign)]
    clauses = [speech.clause for speech in spoken if speech.clause is not None]
    wanted = [stretch for stretch in stretches if _is_worth(text, stretch, words) or _touches(stretch, clauses)]
    trees = {sentence.span: Tree(sentence) for sentence in parse.analysed(wanted)}
    used: dict[Span, set[int]] = {}
    for speech in spoken:
        draft = _of_speech(text, speech, trees, words, used)
        if draft is not None:
            yield draft
    for stretch in wanted:
        tree = trees[stretch]
        if len(tree):
            yield from _of_stretch(text, tree, words, stretches, veils, used.get(stretch, set()))


def _stretches(text: str, sentences: tuple[Span, ...], veils: list[Span]) -> list[Span]:
    """Cut the sentences where quoted speech begins and ends; leave that out."""
    found: list[Span] = []
    for sentence in sentences:
        start = sentence.start
        for veil in veils:
            if veil.stop <= start or veil.start >= sentence.stop:
                continue
            found.append(Span(start, veil.start))
            start = max(start, veil.stop)
        found.append(Span(start, sentence.stop))
    heads = [_beheaded(text, span) for span in found if span.stop > span.start]
    return [span for span in heads if re.search(r"\w{2}", text[span.start : span.stop])]


def _beheaded(text: str, span: Span) -> Span:
    """Drop the signs between quoted speech and what follows."""
    match = _HEAD.match(text, span.start, span.stop)
    start = match.end() if match else span.start
    stop = span.stop
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in "«„"):
        stop -= 1
    return Span(start, max(start, stop))


def _is_worth(text: str, stretch: Span, words: Lexicon) -> bool:
    part = text[stretch.start : stretch.stop]
    return words.may_report(part) or bool(_AHEAD.search(part)) or bool(_SOURCE.search(part))


def _of_speech(
    text: str, speech: Speech, trees: dict[Span, Tree], words: Lexicon, used: dict[Span, set[int]]
) -> Draft | None:
    """Return the claim of quoted words, with the cue and speaker of the clause beside them.

    Words without quotation marks are speech only where a verb beside them says so.
    """
    quoted = " ".join(text[piece.start : piece.stop] for piece in speech.pieces)
    found = _cue_of(text, speech, trees, words)
    if found is None and speech.rule in ("claim.unquoted/1",):
        return None
    if found is None:
        confidence = 0.4 if speech.clause is None else 0.6
        return Draft(speech.pieces, "direct", kind_of_speech(quoted, "statement"), speech.rule, confidence=confidence)
    tree, index, kind = found
    used.setdefault(tree.span, set()).add(index)
    span = tree.words[index].span
    speaker = speaker_of(tree, index, words)
    return Draft(speech.pieces, "direct", kind_of_speech(quoted, kind), speech.rule, speaker, span, 0.9)


def _cue_of(text: str, speech: Speech, trees: dict[Span, Tree], words: Lexicon) -> tuple[Tree, int, str] | None:
    """Return the word that reports a speech: the first behind it, the last before it."""
    if speech.clause is None:
        return None
    behind = speech.clause.start >= speech.pieces[0].stop
    found = []
    for span, tree in trees.items():
        if not span.overlaps(speech.clause):
            continue
        for index in range(len(tree)):
            cue = cue_at(Reading(text, tree, words), index)
            inside = speech.clause.start <= tree.words[index].span.start < speech.clause.stop
            if inside and cue is not None and ("speech" in cue.frames or tree.words[index].lemma in words.impersonal):
                found.append((tree, index, cue.kind))
    return (found[0] if behind else found[-1]) if found else None


def _of_stretch(
    text: str, tree: Tree, words: Lexicon, stretches: list[Span], veils: list[Span], used: set[int]
) -> Iterator[Draft]:
    plain = Reading(text, tree, words)
    found = [aside for aside in asides(plain) if not used & set(aside.cues)]
    reading = replace(plain, asides=tuple(interval(tree, aside.first, aside.stop) for aside in found))
    taken = used | {cue for aside in found for cue in aside.cues}
    backward, pointed = pointed_at(reading, _before(tree.span, stretches, veils))
    if backward is not None:
        yield backward
    yield from sourced(reading, found)
    yield from reported(reading, taken | pointed)
    if not points_back(text, tree.span):
        yield from foretold(reading)


def _before(span: Span, stretches: list[Span], veils: list[Span]) -> Span | None:
    """Return the sentence before, unless quoted speech stands between."""
    earlier = [stretch for stretch in stretches if stretch.stop <= span.start]
    if not earlier or any(earlier[-1].stop <= veil.start < span.start for veil in veils):
        return None
    return earlier[-1]


def _clean(draft: Draft) -> Draft:
    """Drop a speaker or cue that is empty."""
    speaker = draft.speaker if draft.speaker is not None and draft.speaker.length else None
    return replace(draft, speaker=speaker)
