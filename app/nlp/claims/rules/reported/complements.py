"""The noun that a verb governs.

«опроверг слухи», «настаивает на выплате», «обвинил Y в Z».
"""

from __future__ import annotations

from collections.abc import Callable

from app.core.text.word_lists import read_entries
from app.core.vocabulary import ClaimLabel
from app.nlp.claims.cues.cue_detection import ParsedSegment, can_take_noun, is_denied
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import Cue
from app.nlp.claims.cues.triggers import REPORTING_WORDS
from app.nlp.claims.draft import Draft
from app.nlp.claims.rules.reported.clause_claim import make_clause_claim
from app.nlp.claims.rules.rule_kinds import VerbRule
from app.nlp.claims.speakers.speaking_places import is_speaking_place
from app.nlp.claims.syntax.clause_bounds import find_clause_stop
from app.nlp.claims.syntax.tree import SyntaxTree

_PREPOSITIONS = {
    Frame.ON: ("на",),
    Frame.TO: ("к", "ко"),
    Frame.IN: ("в", "во"),
    Frame.AGAINST: ("против",),
}
_NOUNS = ("NOUN", "PROPN", "PRON", "X")
_CHANGES = read_entries("claims/change_nouns")
_TOLD = read_entries("claims/told_nouns")
_COMMITTED = read_entries("claims/committed_nouns")
_ADMITTING = read_entries("claims/admitting_verbs")
_CONFIRMING = read_entries("claims/confirming_verbs")
_POINTING = read_entries("claims/pointing_verbs")
_CONCRETE = read_entries("claims/concrete_nouns")
_ABSTRACT_ENDINGS = ("ние", "тие", "сть", "ция", "изм", "ёж", "еж")
_LINKS = (("с", "Ins"), ("со", "Ins"), ("на", "Acc"))
"""What binds a thing to its reason, with the case behind it."""
_JUSTIFYING = ("обосновать", "обосновывать", "мотивировать")
"""Verbs that give reasons for anything: «обосновал заявку износом»."""
_MAX_WORDS_TO_NOUN = 8
"""How far from its verb a preposition can stand."""


def _read_complement(segment: ParsedSegment, index: int, cue: Cue) -> Draft | None:
    """Find the noun that a verb takes, with or without a preposition."""
    if is_denied(segment.tree, index) or not (can_take_noun(segment, index) or _may_be_passive(cue)):
        return None
    for frame, find in _FINDERS.items():
        words = find(segment.tree, index, cue) if frame in cue.frames else None
        if words is not None:
            kind = ClaimLabel.PROMISE if Frame.CONSENT in cue.frames else cue.kind
            return make_clause_claim(segment, index, words, kind, COMPLEMENT)
    return None


def _may_be_passive(cue: Cue) -> bool:
    """Say whether a participle reports: «ущерб оценён в миллион»."""
    return Frame.SUM in cue.frames


def is_abstract(lemma: str) -> bool:
    """Say whether a noun names an act, a quality or a change."""
    return lemma in _CHANGES or (lemma.endswith(_ABSTRACT_ENDINGS) and lemma not in _CONCRETE)


def _find_accused(tree: SyntaxTree, index: int, _cue: Cue) -> tuple[int, int] | None:
    """Find «нотариуса в сговоре» of «обвинил нотариуса в сговоре»."""
    charge = _find_preposition(tree, index, _PREPOSITIONS[Frame.IN])
    accused = _find_object(tree, index)
    if charge is None or accused is None:
        return None
    if charge < accused:
        return charge, find_clause_stop(tree, accused, index, is_clause=False)  # «винят в засухе соседей»
    return _join_words(tree, index, accused, charge)


def _find_estimate(tree: SyntaxTree, index: int, _cue: Cue) -> tuple[int, int] | None:
    """Find «потери в пять миллионов» of «оценил потери в пять миллионов»."""
    is_passive = tree.words[index].lemma.endswith("ся") or tree.words[index].feat("Voice") == "Pass"
    relations = ("nsubj",) if is_passive else ("obj",)
    thing = _find_object(tree, index, *relations)
    for step in range(index + 1, len(tree) - 1):
        if tree.is_finite(step) or tree.words[step].text in ":;":
            return None
        if tree.lower_at(step) in ("в", "на") and any(
            tree.words[near].pos == "NUM" or tree.words[near].text[0].isdigit()
            for near in range(step + 1, min(step + 4, len(tree)))
        ):
            return _join_words(tree, index, thing, step) if thing is not None else None
    return None


def _find_cause(tree: SyntaxTree, index: int, _cue: Cue) -> tuple[int, int] | None:
    """Find «спад забастовкой» of «объяснил спад забастовкой».

    The reason is in the instrumental, or hangs on a preposition: «связал спад с забастовкой».
    """
    thing = _find_object(tree, index)
    if thing is None or not (is_abstract(tree.words[thing].lemma) or tree.words[index].lemma in _JUSTIFYING):
        return None
    reason = next((step for step in range(max(thing, index) + 1, len(tree)) if _is_reason(tree, step)), None)
    if reason is None or any(tree.is_finite(step) for step in range(max(thing, index) + 1, reason)):
        return None
    return _find_first_word(tree, thing, index), find_clause_stop(tree, reason, index, is_clause=False)


def _is_reason(tree: SyntaxTree, index: int) -> bool:
    """Say whether a noun is a reason by its case and preposition."""
    word = tree.words[index]
    if word.pos != "NOUN" or word.feat("Animacy") == "Anim":
        return False
    cases = [tree.lower_at(child) for child in tree.children(index, "case")]
    return (cases[0], word.feat("Case")) in _LINKS if cases else word.feat("Case") == "Ins"


def _join_words(tree: SyntaxTree, index: int, noun: int, behind: int) -> tuple[int, int] | None:
    """Return the words from a noun to what follows `behind`.

    They begin with the phrase of `noun`, and stop at the end of what follows.
    """
    first = _find_first_word(tree, noun, index)
    if noun > behind:
        return None
    return first, find_clause_stop(tree, behind, index, is_clause=False)


def _find_thing(tree: SyntaxTree, index: int, cue: Cue) -> tuple[int, int] | None:
    """Find the direct object that is a thing.

    It is no living being and no word for one.
    """
    noun = _find_object(tree, index)
    if noun is None or tree.words[noun].pos != "NOUN" or tree.words[noun].feat("Animacy") == "Anim":
        return None
    lemma = tree.words[noun].lemma
    if (cue.kind == ClaimLabel.FORECAST or tree.words[index].lemma in _CONFIRMING) and not (
        is_abstract(lemma) or (lemma in _TOLD and cue.kind != ClaimLabel.FORECAST)
    ):
        return None
    if _points_back(tree, noun) or (tree.words[index].lemma in _ADMITTING and lemma in _COMMITTED):
        return None
    first = _find_first_word(tree, noun, index)
    return first, find_clause_stop(tree, noun, index, is_clause=False) if noun > index else index


def _points_back(tree: SyntaxTree, noun: int) -> bool:
    """Say whether a noun only stands for what was said before.

    «подтвердил эту информацию».
    """
    return [tree.words[child].lemma for child in tree.children(noun)] in (["этот"], ["данный"], ["такой"])


def _find_told(tree: SyntaxTree, index: int, cue: Cue) -> tuple[int, int] | None:
    """Find the direct object that was said, or laid to somebody's charge."""
    noun = _find_object(tree, index)
    if noun is None:
        return None
    lemma = tree.words[noun].lemma
    is_quality = lemma.endswith("ость") and lemma not in _CONCRETE  # «оспорил подлинность»
    return _find_thing(tree, index, cue) if lemma in _TOLD or is_quality else None


def _find_object(tree: SyntaxTree, index: int, *relations: str) -> int | None:
    """Return the object of a verb in one of the relations.

    Without any it is the direct object, or the genitive of a reflexive verb.
    """
    is_reflexive = tree.words[index].lemma.endswith("ся")
    for child in tree.children(index, *(relations or (("obj", "obl") if is_reflexive else ("obj",)))):
        word = tree.words[child]
        if word.pos in _NOUNS and not tree.children(child, "case"):
            return child
    return None


def _find_first_word(tree: SyntaxTree, noun: int, index: int) -> int:
    """Return the first word of an object's phrase.

    It stands on the object's side of the verb.
    """
    members = tree.subtree(noun)
    first = noun
    while first - 1 in members and first - 1 != index:
        first -= 1
    while first < noun and tree.words[first].pos == "PUNCT" and tree.words[first].text not in "«(":
        first += 1
    return first


def _find_governed(prepositions: tuple[str, ...]) -> Callable[[SyntaxTree, int, Cue], tuple[int, int] | None]:
    """Return a finder of a noun behind one of the prepositions."""

    def find(tree: SyntaxTree, index: int, _cue: Cue) -> tuple[int, int] | None:
        step = _find_preposition(tree, index, prepositions)
        is_pointing = tree.words[index].lemma in _POINTING
        if is_pointing and not _tells_once(tree, index):
            return None
        needs_abstract = is_pointing or tree.words[index].pos == "ADJ"
        if step is not None and needs_abstract and not is_abstract(tree.words[tree.words[step].head].lemma):
            return None  # «уверены в компании»: who is, and not of what; «указал на дверь»
        return (step, find_clause_stop(tree, step, index, is_clause=False)) if step is not None else None

    return find


def _tells_once(tree: SyntaxTree, index: int) -> bool:
    """Tell «указал на» from «всегда указывал на» and «указав на»."""
    word = tree.words[index]
    is_habit = (word.feat("Aspect"), word.feat("Tense")) == ("Imp", "Past")
    return word.feat("VerbForm") == "Fin" and not is_habit


def _find_preposition(tree: SyntaxTree, index: int, prepositions: tuple[str, ...]) -> int | None:
    """Return the place of a preposition whose noun a verb governs.

    Where somebody speaks, dates and living beings do not count.
    """
    for step in range(index + 1, min(index + _MAX_WORDS_TO_NOUN, len(tree) - 1)):
        if tree.is_finite(step) or tree.is_infinitive(step) or tree.words[step].text in ",:;":
            return None
        noun = tree.words[step].head
        if tree.lower_at(step) not in prepositions or tree.words[step].pos != "ADP" or noun <= step:
            continue
        word = tree.words[noun]
        is_thing = word.pos == "NOUN" and word.feat("Animacy") != "Anim" and not is_speaking_place(word.lemma)
        if is_thing or tree.lower_at(noun) == "всём":
            return step
    return None


def _find_instrument(tree: SyntaxTree, index: int, _cue: Cue) -> tuple[int, int] | None:
    """Find «забастовкой» of «пригрозил забастовкой»."""
    for step in range(index + 1, min(index + _MAX_WORDS_TO_NOUN, len(tree))):
        word = tree.words[step]
        if tree.is_finite(step) or word.text in ",:;":
            return None
        if word.pos == "NOUN" and word.feat("Case") == "Ins" and word.feat("Animacy") != "Anim":
            if tree.children(step, "case"):
                return None
            first = _find_first_word(tree, step, index)
            return max(first, index + 1), find_clause_stop(tree, step, index, is_clause=False)
    return None


_FINDERS = {
    Frame.ACCUSE: _find_accused,
    Frame.SUM: _find_estimate,
    Frame.CAUSE: _find_cause,
    **{frame: _find_governed(words) for frame, words in _PREPOSITIONS.items()},
    Frame.WITH: _find_instrument,
    Frame.TOLD: _find_told,
    Frame.THING: _find_thing,
}

COMPLEMENT = VerbRule(
    name="complement",
    precision=0.8,
    triggers=(REPORTING_WORDS,),
    frames=frozenset(_FINDERS),
    find=_read_complement,
    is_clausal=True,
    may_hold_place=True,
)
