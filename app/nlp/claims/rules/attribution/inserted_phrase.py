"""A phrase with a verb that names a sentence's source."""

from __future__ import annotations

from app.core.span import Span
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.cues.cue_detection import ParsedSegment
from app.nlp.claims.rules.rule_kinds import AttributionPhrase
from app.nlp.claims.speakers.speaker_phrase import find_speaker
from app.nlp.claims.syntax.tree import DASHES, RELATIVES, SyntaxTree


def make_inserted_phrase(
    segment: ParsedSegment, first: int, verb: int, kind: ClaimLabel, rule: ClaimRule
) -> AttributionPhrase | None:
    """Return the phrase around the verb, with its speaker.

    It begins at `first`; None if nothing is left beside it.
    """
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
    """Return the index behind an attribution phrase and its comma.

    It is the sentence's end where the phrase closes the sentence.
    """
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
    """Say whether the sentence goes on at `index`.

    Words that hang on the phrase's own words do not count.
    """
    word = tree.words[index]
    hangs_on = word.feat("VerbForm") == "Conv" or (word.feat("VerbForm") == "Part" and word.feat("Case") != "")
    if word.lemma in RELATIVES or hangs_on:
        return False
    if any(verb <= up < index and tree.words[up].rel != "parataxis" for up in tree.ancestors(index)):
        chain = [index, *tree.ancestors(index)]
        top = next((link for link in chain if tree.words[link].head != -1 and tree.words[link].head <= verb), index)
        return tree.words[top].rel in ("ccomp", "parataxis", "conj") and tree.is_finite(top)
    return any(tree.is_finite(step) for step in range(index, len(tree))) or index < len(tree) - 2
