"""The claims of direct speech, with cue and speaker."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.span import Span
from app.core.text.word_lists import read_entries, read_words
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.article_text import ArticleText
from app.nlp.backend.analysis import Word
from app.nlp.claims.cues.cue_detection import QUOTED_NOUNS, ParsedSegment, find_cue
from app.nlp.claims.cues.frame import Frame
from app.nlp.claims.cues.reporting_lexicon import ReportingLexicon
from app.nlp.claims.draft import Draft
from app.nlp.claims.kinds.claim_kinds import classify_speech
from app.nlp.claims.speakers.speaker_phrase import can_speak, find_speaker
from app.nlp.claims.speech.speech_parts import PERSONAL, Speech
from app.nlp.claims.syntax.subjects import find_subject
from app.nlp.claims.syntax.tree import SyntaxTree

_INNER_QUOTATION = re.compile(r"«[^«»]*»|„[^„“”]*[“”]")
_REPORTED = re.compile(r"\b(\w+(?:[её]т|[ияа]т|[уюая]т|л[аи]?)),? что\b[^.!?…]*")
_MIN_OWN_WORDS = 2
_OPEN_CUES = (*read_entries("claims/warning_verbs"), "настаивать", "настоять")
"""Cues whose kind the words behind them decide."""
_TOLD = read_entries("claims/told_nouns")
_WORKS = read_words("names/things")
"""Nouns whose name stands behind them, and is nobody's speech."""

_PERFORMING = read_words("claims/performing_verbs")
_PERSONS = ("он", "она", "они")
_OTHERS = read_entries("claims/other_speakers")
"""Pronouns for others than the speaker."""


@dataclass(frozen=True, slots=True)
class ReportingWord:
    """The word at `index` that reports a speech, and its kind."""

    tree: SyntaxTree
    index: int
    kind: ClaimLabel


def find_reporting_word(
    text: str, speech: Speech, trees: Iterable[SyntaxTree], lexicon: ReportingLexicon
) -> ReportingWord | None:
    """Return the word that reports a speech.

    It is the first behind the speech, or the last before it.
    """
    clause = speech.clause
    if clause is None:
        return None
    is_behind = clause.start >= speech.pieces[0].stop
    found, weak, acting = [], [], []
    for tree in trees:
        if speech.rule.takes_any_verb and not is_behind and _ends_in_work(tree, clause):
            return None
        segment = ParsedSegment(text, tree, lexicon)
        for index, word in enumerate(tree.words):
            cue = find_cue(segment, index) if clause.covers(word.span.start) else None
            if cue is not None and (Frame.SPEECH in cue.frames or word.lemma in lexicon.impersonal_verbs):
                found.append(ReportingWord(tree, index, cue.kind))
            elif cue is not None and Frame.NOUN in cue.frames:
                weak.append(ReportingWord(tree, index, cue.kind))  # «выступил с заявлением: …»
            elif (
                speech.rule.takes_any_verb
                and clause.covers(word.span.start)
                and _acts(tree, index, is_behind=is_behind)
            ):
                acting.append(ReportingWord(tree, index, ClaimLabel.STATEMENT))
    found = found or weak or acting
    return (found[0] if is_behind else found[-1]) if found else None


def _ends_in_work(tree: SyntaxTree, clause: Span) -> bool:
    """Say whether a clause ends in a noun whose name follows.

    Example: «снялась в двух фильмах: «…»», «спел песню на бис: «…»».
    """
    inside = [index for index, word in enumerate(tree.words) if clause.covers(word.span.start) and word.text != ":"]
    if not inside:
        return False
    above = (inside[-1], *tree.ancestors(inside[-1]))
    phrase = [*itertools.takewhile(lambda at: not tree.is_finite(at), above)]
    verb = next(filter(tree.is_finite, above), None)
    objects = tree.children(verb, "obj") if verb is not None else []
    return any(tree.words[at].lemma in _WORKS for at in (*phrase, *objects))


def _acts(tree: SyntaxTree, index: int, *, is_behind: bool) -> bool:
    """Say whether who acts can speak: «развёл руками аким».

    Before a colon it is a living being: «Хор исполнит гимн: «…»» tells what is sung.
    """
    subject = find_subject(tree, index) if tree.is_finite(index) else None
    if subject is None or tree.words[subject].feat("Case") not in ("Nom", ""):
        return False
    if not is_behind and tree.words[index].lemma in _PERFORMING:
        return False
    word = tree.words[subject]
    is_living = tree.lower_at(subject) in _PERSONS or word.feat("Animacy") == "Anim"
    return is_living or (is_behind and can_speak(tree, word.span))


def takes_other_object(found: ReportingWord, lexicon: ReportingLexicon) -> bool:
    """Say whether a verb has an object that is no speech.

    «подхватили вирус, среди них: …», not «привёл цифры: …».
    """
    verb = found.tree.words[found.index].lemma
    objects = [found.tree.words[child] for child in found.tree.children(found.index, "obj")]
    return any(
        word.pos == "NOUN"
        and word.feat("Animacy") == "Inan"
        and word.lemma not in QUOTED_NOUNS
        and word.lemma not in _TOLD
        and lexicon.find_phrase(verb, word.lemma) is None
        for word in objects
    )


def make_speech_claim(
    article: ArticleText, speech: Speech, found: ReportingWord | None, lexicon: ReportingLexicon
) -> Draft:
    """Return the claim of spoken words.

    `found` is the word that reports them, if there is one.
    """
    quoted = " ".join(article.text[piece.start : piece.stop] for piece in speech.pieces)
    named = find_speaker(found.tree, found.index, lexicon) if found is not None else speech.speaker
    kind = classify_speech(
        _drop_others_words(quoted, lexicon),
        _find_kind_of_cue(found),
        article,
        article.text[named.start : named.stop] if named is not None else "",
    )
    if found is None:
        return Draft(speech.pieces, speech.form, kind, speech.rule, speech.speaker)
    return Draft(
        speech.pieces,
        ClaimForm.INDIRECT if speech.rule.needs_first_person and not PERSONAL.search(quoted) else ClaimForm.DIRECT,
        kind,
        speech.rule,
        named or _find_misread_subject(found.tree, found.index),
        found.tree.words[found.index].span,
    )


def _find_kind_of_cue(found: ReportingWord | None) -> ClaimLabel:
    """Return the kind that a cue gives to what is said.

    «Настаивает: долг погашен» asks for nothing, «Предупреждает: река обмелела» foresees nothing: the words decide.
    """
    if found is None or found.tree.words[found.index].lemma in _OPEN_CUES:
        return ClaimLabel.STATEMENT
    return found.kind


def _drop_others_words(words: str, lexicon: ReportingLexicon) -> str:
    """Return spoken words without what they report of others.

    Quotations in them go, and clauses behind «говорят, что».
    """
    own = _INNER_QUOTATION.sub("", words)
    own = _REPORTED.sub(lambda match: match[1] if lexicon.reports_speech(match[1]) else match[0], own)
    return own if len(own.split()) >= _MIN_OWN_WORDS else words


def _find_misread_subject(tree: SyntaxTree, index: int) -> Span | None:
    """Return a subject that was taken for an object.

    It is a noun right behind the verb: «вспомнил буфетчик». The object of a verb beside speech is the speech.
    """
    behind = index + 1
    if behind >= len(tree) or behind not in tree.children(index, "obj"):
        return None
    word = tree.words[behind]
    is_alike = word.feat("Case") == "Acc" and word.feat("Animacy") == "Inan" and word.feat("Gender") != "Fem"
    return tree.find_phrase(behind) if is_alike else None


def names_another_speaker(segment: ParsedSegment, draft: Draft) -> bool:
    """Say whether a claim inside quoted speech is somebody else's.

    Its speaker is named by a noun or a pronoun, or is nobody: «нам говорят, что …».
    """
    if not draft.rule.is_clausal:
        return False
    if draft.speaker is None:
        return any(word.span == draft.cue and _is_said_by_all(word) for word in segment.tree.words)
    inside = [word for word in segment.tree.words if draft.speaker.overlaps(word.span)]
    if not draft.names_speaker:
        return False
    named = any(word.pos in ("NOUN", "PROPN") for word in inside)
    return named or any(word.pos == "PRON" and word.lemma in _OTHERS for word in inside)


def _is_said_by_all(word: Word) -> bool:
    """Say whether a verb in the plural leaves open who speaks."""
    if word.feat("Number") != "Plur" or word.feat("VerbForm") != "Fin":
        return False
    return word.feat("Tense") == "Past" or (word.feat("Person"), word.feat("Tense")) == ("3", "Pres")
