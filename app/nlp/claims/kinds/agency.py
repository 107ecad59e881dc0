"""Agency: who can bring a future act about.

It tells a promise from a forecast.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.text.word_lists import read_alternatives, read_entries, read_words
from app.nlp.backend.analysis import ROOT
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.kinds.outlook import is_future
from app.nlp.claims.syntax.fronted_objects import find_act, is_done_by_thing
from app.nlp.claims.syntax.subjects import find_subject, has_own_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_ASSURING = read_entries("claims/assuring_verbs")
_STAFF = read_words("claims/staff_nouns")
_OBSERVERS = re.compile(read_alternatives("claims/observer_stems"), re.IGNORECASE)
"""Those who tell what others will do."""

_OFFICIALS = re.compile(rf"\b(?:{read_alternatives('claims/official_stems')})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it.

    `cue` is the verb that reports it, `by` the words that name the speaker, "" if there are none. A
    guess is nobody's promise, what is assured is the speaker's.
    """

    cue: int | None = None
    by: str = ""
    is_guess: bool = False
    is_assured: bool = False


def is_assuring(tree: SyntaxTree, cue: int) -> bool:
    """Say whether a speaker vouches for what comes: «заверил, что деньги поступят»."""
    return tree.words[cue].lemma in _ASSURING and tree.words[cue].feat("Variant") != "Short"


def is_observer(speaker: str) -> bool:
    """Say whether a speaker tells what others will do.

    «Эколог» does, «министр экологии» does not.
    """
    found = _OBSERVERS.search(speaker)
    return found is not None and _OFFICIALS.search(speaker, 0, found.start()) is None


def is_own_act(tree: SyntaxTree, index: int, attribution: Attribution, lexicon: ReportingLexicon) -> bool:
    """Say whether the speaker can bring the act at `index` about."""
    if attribution.is_guess or not is_future(tree, index) or is_observer(attribution.by):
        return False
    if attribution.cue is not None and tree.words[attribution.cue].lemma in lexicon.guessing_verbs:
        return False
    return _is_agentless(tree, index, lexicon) or _is_done_by_own_side(tree, index, attribution, lexicon)


def _is_agentless(tree: SyntaxTree, index: int, lexicon: ReportingLexicon) -> bool:
    """Find «будут построены», «построят».

    Somebody sees to it, and nobody else is named.
    """
    word = tree.words[index]
    if word.rel == "aux:pass" and word.head != ROOT:
        # «будет введён», the participle taken for an adjective; «будет решаться» goes on by itself
        return tree.words[word.head].lemma not in lexicon.passive_event_verbs and not tree.is_infinitive(word.head)
    if word.feat("VerbForm") == "Part":
        return word.feat("Voice") == "Pass" and word.lemma not in lexicon.passive_event_verbs
    act = tree.words[find_act(tree, index)]  # «вырубать не будут», «начнут укладывать»
    is_they = word.feat("Number") == "Plur" and word.feat("Person") == "3" and word.feat("Tense") == "Fut"
    is_done = has_own_subject(tree, index) or is_done_by_thing(tree, index)
    return is_they and act.lemma not in lexicon.event_verbs and not is_done


def _is_done_by_own_side(tree: SyntaxTree, index: int, attribution: Attribution, lexicon: ReportingLexicon) -> bool:
    """Find «компания откроет …», and «он примет …» of the speaker."""
    word = tree.words[index]
    subject = find_subject(tree, index)
    if (
        subject is None
        or word.lemma in lexicon.event_verbs
        or word.lemma.endswith("ся")
        or word.feat("VerbForm") != "Fin"
    ):
        return False
    who = tree.words[subject]
    if who.pos == "PRON":
        return attribution.cue is not None and _is_same_person(tree, subject, attribution.cue)
    inner = [tree.words[child] for child in tree.children(subject)]
    is_bare = not any(child.feat("Case") == "Gen" or child.pos == "PROPN" for child in inner)
    is_staff = who.lemma in _STAFF and who.text not in attribution.by  # «сети, говорят энергетики, не дотянут»
    is_ours = is_staff or who.lemma in lexicon.own_side_nouns
    return bool(attribution.by) and is_ours and is_bare


def _is_same_person(tree: SyntaxTree, pronoun: int, cue: int) -> bool:
    """Say whether «он», «она» can be the person who speaks."""
    speaker = find_subject(tree, cue)
    if speaker is None or tree.lower_at(pronoun) not in ("он", "она"):
        return False
    one, other = tree.words[pronoun], tree.words[speaker]
    return other.feat("Animacy") == "Anim" and one.feat("Gender") == other.feat("Gender")
