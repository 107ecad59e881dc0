"""What is set into a sentence to name its source: by a phrase, «как сообщил X», «…, передаёт X», «…, считает X, …»."""

from __future__ import annotations

from app.core.span import Span
from app.nlp.claims.cues.cue_detection import ParsedSegment, find_cue
from app.nlp.claims.rules.source_phrases import DASHES, AttributionPhrase, find_source_phrase
from app.nlp.claims.speakers.speaker_phrase import find_speaker, find_speaking_place
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import RELATIVES, SyntaxTree

_QUESTION_STEMS = ("вопрос", "спрос", "спраш")
_WORDS_BEFORE_AS = ("так", "тогда", "того", "том", "тем", "то")
_OPENINGS = (",", "(", ".", "»", *DASHES)


def find_attribution_phrases(segment: ParsedSegment) -> list[AttributionPhrase]:
    """Return what is set into a sentence to name its source, in order, none overlapping another."""
    found: list[AttributionPhrase] = []
    for index in range(len(segment.tree)):
        if found and index < found[-1].stop:
            continue
        phrase = (
            find_source_phrase(segment, index) or _find_as_phrase(segment, index) or _find_verb_phrase(segment, index)
        )
        if phrase is not None:
            found.append(phrase)
    return found


def _find_as_phrase(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find «как сообщил X», at the head of a sentence, in it or at its end."""
    tree = segment.tree
    if (
        tree.lower_at(index) != "как"
        or tree.lower_at(index - 1) in _WORDS_BEFORE_AS
        or tree.lower_at(index - 2).startswith(_QUESTION_STEMS)
    ):
        return None
    if (
        index
        and tree.lower_at(index - 1) not in (",", "(", *DASHES, ".", "»")
        and tree.lower_at(index - 1) not in segment.lexicon.connectives
    ):
        return None
    for verb in range(index + 1, min(index + 14, len(tree))):
        cue = find_cue(segment, verb)
        if tree.words[verb].text in ",:;":
            return None
        if cue is not None and ("speech" in cue.frames or tree.words[verb].lemma in segment.lexicon.impersonal):
            return _make_phrase(segment, index, verb, cue.kind, "claim.as/1")
        if tree.is_finite(verb) and tree.words[verb].pos == "VERB":
            return None
    return None


def _find_verb_phrase(segment: ParsedSegment, index: int) -> AttributionPhrase | None:
    """Find a verb behind a comma or dash whose subject follows it: «…, передаёт X», «…, считает X, …»."""
    tree = segment.tree
    cue = find_cue(segment, index)
    if cue is None or not ("speech" in cue.frames or tree.words[index].lemma in segment.lexicon.impersonal):
        return None
    first = index - 1
    if first > 0 and tree.words[first].pos == "ADV":
        first -= 1
    if tree.lower_at(first) == "этом" and tree.lower_at(first - 1) == "об":
        first -= 2
    if first <= 0 or tree.lower_at(first) not in (",", *DASHES, "("):
        return None
    if tree.words[index].feat("VerbForm") not in ("Fin", "") or tree.lower_at(index + 1) in (",", ":", "что"):
        return None
    subject = find_subject(tree, index)
    speaks_behind = subject is not None and subject > index
    if not speaks_behind and find_speaking_place(tree, index) is None:
        return None
    if _governs_clause(tree, index):
        return None
    return _make_phrase(segment, first, index, cue.kind, "claim.aside/1")


def _governs_clause(tree: SyntaxTree, index: int) -> bool:
    """Say whether a clause with «что» follows: then the words before are not what is said."""
    for step in range(index + 1, min(index + 12, len(tree))):
        if tree.lower_at(step) == "что" and tree.lower_at(step - 1) == ",":
            return True
        if tree.is_finite(step):
            return False
    return False


def _make_phrase(segment: ParsedSegment, first: int, verb: int, kind: str, rule: str) -> AttributionPhrase | None:
    tree = segment.tree
    speaker = find_speaker(tree, verb, segment.lexicon)
    stop = _find_phrase_stop(tree, verb, speaker)
    if first == 0 and stop >= len(tree) - 1:  # the comma behind «как сообщил X» was forgotten
        stop = next(
            (step for step in range(verb, len(tree)) if speaker and tree.words[step].span.start >= speaker.stop), stop
        )
        if not any(tree.is_finite(step) for step in range(stop, len(tree))):
            return None
    return AttributionPhrase(first, stop, tree.words[verb].span, speaker, kind, rule, (verb,))


def _find_phrase_stop(tree: SyntaxTree, verb: int, speaker: Span | None) -> int:
    """Return the index behind an aside and its comma; the sentence's end where it closes the sentence."""
    own = tree.subtree(verb, leaving_out=("ccomp", "parataxis", "conj", "csubj", "advcl", "root"))
    for index in range(verb + 1, len(tree) - 1):
        if tree.lower_at(index) not in (",", *DASHES, ")"):
            continue
        inside_speaker = speaker is not None and tree.words[index].span.start < speaker.stop <= tree.words[-1].span.stop
        if inside_speaker and tree.words[index].span.start >= speaker.start:  # type: ignore[union-attr]  # it is one
            continue
        if index + 1 not in own and _resumes(tree, index + 1, verb):
            return index + 1
    return len(tree)


def _resumes(tree: SyntaxTree, index: int, verb: int) -> bool:
    """Say whether the sentence goes on at `index`, and not what hangs on the aside's own words."""
    word = tree.words[index]
    hangs_on = word.feat("VerbForm") == "Conv" or (word.feat("VerbForm") == "Part" and word.feat("Case") != "")
    if word.lemma in RELATIVES or hangs_on:
        return False
    if any(verb <= up < index and tree.words[up].rel != "parataxis" for up in tree.ancestors(index)):
        chain = [index, *tree.ancestors(index)]
        top = next((link for link in chain if tree.words[link].head != -1 and tree.words[link].head <= verb), index)
        return tree.words[top].rel in ("ccomp", "parataxis", "conj") and tree.is_finite(top)
    return any(tree.is_finite(step) for step in range(index, len(tree))) or index < len(tree) - 2
