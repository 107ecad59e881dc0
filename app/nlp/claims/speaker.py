"""Who says it: the subject of the verb that reports, or the document or body in which it is said."""

from __future__ import annotations

from app.core.span import Span
from app.nlp.claims.cues import Lexicon
from app.nlp.claims.reading import QUOTED
from app.nlp.claims.subject import subject_of
from app.nlp.claims.tree import Tree

_QUOTERS = ("цитировать", "процитировать")
_PLACES = ("в", "на", "из")


def speaker_of(tree: Tree, cue: int, lexicon: Lexicon) -> Span | None:
    """Return the span of who says what the word at `cue` reports, as it stands; None where nobody is named."""
    word = tree.words[cue]
    if word.lemma in _QUOTERS:
        quoted = [step for step in range(cue + 1, len(tree)) if tree.words[step].feat("Case") in ("Acc", "Gen")]
        if quoted and tree.words[quoted[0]].pos in ("NOUN", "PROPN"):
            return tree.phrase(quoted[0])
    for given in tree.children(cue, "obj"):
        if tree.words[given].lemma in QUOTED:
            owners = [child for child in tree.children(given, "nmod") if tree.words[child].feat("Case") in ("Gen", "")]
            return tree.phrase(owners[0]) if owners else None
    if word.feat("Voice") == "Pass" and word.feat("Gender") == "Neut":
        return place_of(tree, cue)
    subject = subject_of(tree, cue)
    if subject is not None and tree.words[subject].pos not in ("VERB", "ADV"):
        return tree.phrase(subject)
    return place_of(tree, cue)


def place_of(tree: Tree, cue: int) -> Span | None:
    """Return what stands for a speaker in «в заявлении говорится», «в Минсвязи уверены», «из отчёта следует»."""
    verb = tree.words[cue]
    if verb.feat("Number") != "Plur" and verb.feat("Voice") not in ("Mid", "Pass") and verb.lemma != "следовать":
        return None
    for child in tree.children(cue, "obl", "nmod"):
        cases = [tree.lower(case) for case in tree.children(child, "case")]
        if cases and cases[0] in _PLACES and tree.words[child].feat("Case") in ("Loc", "Gen"):
            if tree.words[child].lemma in (
                "год",
                "месяц",
                "время",
                "день",
                "неделя",
                "слово",
                "час",
                "интервью",
                "ход",
            ):
                continue
            return tree.phrase(child)
    return None
