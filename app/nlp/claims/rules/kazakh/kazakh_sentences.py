"""Kazakh sentences that report, plan or foretell, without quotation marks.

The predicate stands last and governs what is said: a possessed participle («ашылғанын айтты»), a verbal noun («жөндеуді
талап етті»), a clause before «деп», a phrase before «туралы». The speaker stands before it, or behind the predicate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.core.span import Span, outer_span
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import ClaimForm, ClaimLabel
from app.nlp.claims.rules.kazakh.kazakh_cues import CueClass, KazakhCue, find_converb, find_cues
from app.nlp.claims.rules.kazakh.kazakh_kinds import (
    assure,
    befalls,
    find_kind,
    find_kind_of_words,
    is_own_side,
    tells_present,
)
from app.nlp.claims.rules.kazakh.kazakh_speakers import (
    KazakhWord,
    can_speak,
    cut_words,
    find_leading_speaker,
    find_speaker_beside,
)
from app.nlp.text.kazakh_grammar import FACT, FUTURE, VERBAL_NOUN, Case, is_ahead, tells_plan

_TOPIC_WORDS = read_entries("claims/kazakh_topic_words")
_BACK = re.compile(rf"(?<!\w)(?:Бұл|Осы|Ол|Бұлар)\s+(?:{'|'.join(_TOPIC_WORDS)})(?=\s)", re.IGNORECASE)
_ABOUT = frozenset((*_TOPIC_WORDS, "үшін"))
_NEED_NOUN = re.compile(
    rf"(?:{read_alternatives('claims/kazakh_need_predicates')})\w*[тдл][іы][гғ][іы]н\w*", re.IGNORECASE
)
_FINDING = re.compile(read_alternatives("claims/kazakh_finding_stems"), re.IGNORECASE)
_PASSIVE_PLAN = re.compile(r"\w+[ыіл][лн](?:мақ|мек|бақ|бек)\w*$", re.IGNORECASE)
_CALLING = re.compile(read_alternatives("claims/kazakh_calling_stems"), re.IGNORECASE)
_TELLING = re.compile(read_alternatives("claims/kazakh_telling_stems"), re.IGNORECASE)
_THAT = re.compile(r"(?<!\w)деп(?:\s+[^\s,]+){0,4}\s+$", re.IGNORECASE)
_SAID = frozenset(("деді", "дейді", "деген"))
_CLOSING = '»"”)'
_MAX_WORDS_BETWEEN = 6
_FOUND = re.compile("анықта|тап(?:ты|қан)", re.IGNORECASE)
_MIN_WORDS_OF_FINDING = 2


class KazakhReading(NamedTuple):
    """A claim as its sentence gives it."""

    content: Span
    form: ClaimForm
    kind: ClaimLabel
    speaker: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A reporting predicate with the words before it and behind it."""

    text: str
    front: list[KazakhWord]
    behind: list[KazakhWord]
    cue: KazakhCue

    @property
    def words(self) -> str:
        return self.text[self.cue.span.start : self.cue.span.stop].lower()


def read_sentence(text: str, sentence: Span, before: Span | None) -> Iterator[KazakhReading]:
    """Yield the claims of a sentence.

    `before` is the claim that «бұл туралы» points to.

    A converb has a claim of its own: «жол жабық екенін айтып, жүрмеуді сұрады».
    """
    converb = find_converb(text, sentence)
    first = None
    if converb is not None:
        words = cut_words(text, Span(sentence.start, converb.span.start))
        predicate = _Predicate(text, words, [], converb)
        first = (_read_that(predicate) or _read_complement(predicate)) if words else None
    if converb is None or first is None or first.form == ClaimForm.REPORTED:
        found = _read_clause(text, sentence, before)
    else:
        yield first
        found = _read_clause(text, Span(converb.span.stop, sentence.stop), before)
    if found is not None:
        yield found if found.speaker or first is None else found._replace(speaker=first.speaker)


def _read_clause(text: str, sentence: Span, before: Span | None) -> KazakhReading | None:
    words = _drop_first_signs(_drop_end_signs(cut_words(text, sentence)))
    if len(words) < 2 or text[sentence.start : sentence.stop].rstrip().endswith("?"):
        return None
    cue = _find_last_cue(text, words)
    if cue is None:
        return _read_outlook(words)
    front = [word for word in words if word.stop <= cue.span.start]
    behind = [word for word in words if word.start >= cue.span.stop]
    predicate = _Predicate(text, front, behind, cue)
    if not front:
        return None
    found = _read_backward(predicate, before) or _read_that(predicate) or _read_complement(predicate)
    is_saying = cue.kind_of_cue is CueClass.SAYING  # «тұрғындар тапшылыққа шағымданады»
    return found or (None if behind or is_saying else _read_outlook(words))


def _drop_end_signs(words: list[KazakhWord]) -> list[KazakhWord]:
    while words and words[-1].is_sign and words[-1].text not in _CLOSING:
        words.pop()
    return words


def _find_last_cue(text: str, words: Sequence[KazakhWord]) -> KazakhCue | None:
    """Return the last reporting predicate of a sentence.

    It ends the sentence, or stands before its speaker or behind «деп».
    """
    span = Span(words[0].start, words[-1].stop)
    for cue in reversed(list(find_cues(text, span))):
        behind = [word for word in words if word.start >= cue.span.stop]
        if not behind or _THAT.search(text[span.start : cue.span.start]) or _is_speaker_alone(behind):
            return cue
    return None


def _is_speaker_alone(words: Sequence[KazakhWord]) -> bool:
    speaker = find_speaker_beside(words, is_lax=True)
    return speaker is not None and speaker.stop == words[-1].stop


def _read_backward(predicate: _Predicate, before: Span | None) -> KazakhReading | None:
    """Read «Бұл туралы әкім хабарлады»."""
    front = predicate.front
    pointer = _BACK.search(predicate.text, front[0].start, predicate.cue.span.start)
    if pointer is None or before is None:
        return None
    sides = (
        [word for word in front if word.start >= pointer.end()],
        predicate.behind,
        [word for word in front if word.stop <= pointer.start()],
    )
    speaker = next((found for side in sides if (found := find_speaker_beside(side, is_lax=True))), None)
    kind = predicate.cue.kind or find_kind(predicate.text, before, own_side=_is_own(predicate, speaker))
    return KazakhReading(before, ClaimForm.INDIRECT, kind, speaker, predicate.cue.span)


def _read_that(predicate: _Predicate) -> KazakhReading | None:
    """Read «Министр баға өспейді деп мәлімдеді», «Баға өспейді, деп хабарлады министр»."""
    places = [index for index, word in enumerate(predicate.front) if word.text.lower() == "деп"]
    is_question = "?" in predicate.text[predicate.front[0].start : predicate.cue.span.start]
    if is_question or (not places and predicate.words not in _SAID):
        return None
    place = places[-1] if places else len(predicate.front)
    said = _drop_end_signs(predicate.front[:place])
    speaker, rest = _find_speaker(predicate, said, predicate.front[place + 1 :])
    if not rest:
        return None
    content = _span_of(rest)
    kind = find_kind(predicate.text, content, own_side=_is_own(predicate, speaker))
    return _make_reading(predicate, content, speaker, kind)


def _read_complement(predicate: _Predicate) -> KazakhReading | None:
    """Read «Директор қойманың бос екенін айтты», «Көршілер көпірді жөндеуді сұрады»."""
    stop = _find_complement_stop(predicate)
    if not stop:
        return None
    speaker, rest = _find_speaker(predicate, predicate.front[:stop], predicate.front[stop:])
    if not rest:
        return None
    if predicate.cue.kind_of_cue is CueClass.PLANNING:
        content = outer_span((_span_of([*predicate.front, *predicate.behind]), predicate.cue.span))
        return KazakhReading(content, ClaimForm.REPORTED, ClaimLabel.PROMISE, speaker)
    clause = [word for word in rest if word.text.lower() not in _ABOUT]
    kind = find_kind_of_words(clause or rest, own_side=_is_own(predicate, speaker))
    kind = ClaimLabel.DEMAND if _is_told_act(predicate, rest[-1]) else kind
    return _make_reading(predicate, _span_of(_drop_addressee(predicate, rest)), speaker, kind)


def _make_reading(predicate: _Predicate, content: Span, speaker: Span | None, kind: ClaimLabel) -> KazakhReading:
    """Return a reported claim.

    The predicate's own kind goes before that of the content.
    """
    kind = assure(kind, predicate.words)
    return KazakhReading(content, ClaimForm.INDIRECT, predicate.cue.kind or kind, speaker, predicate.cue.span)


def _find_speaker(
    predicate: _Predicate, said: list[KazakhWord], between: list[KazakhWord]
) -> tuple[Span | None, list[KazakhWord]]:
    """Return who speaks, and the words of what is said."""
    beside = find_speaker_beside(predicate.behind, is_lax=True) or find_speaker_beside(between, is_lax=False)
    if beside is not None or predicate.cue.kind_of_cue is CueClass.IMPERSONAL:
        return beside, said
    leading = find_leading_speaker(said, is_lax=True)
    if leading is None or leading[1] >= len(said):
        return None, said
    return _span_of(said[leading[0] : leading[1]]), _drop_first_signs(said[leading[1] :])


def _drop_first_signs(words: list[KazakhWord]) -> list[KazakhWord]:
    while words and words[0].is_sign:
        words = words[1:]
    return words


def _drop_addressee(predicate: _Predicate, words: list[KazakhWord]) -> list[KazakhWord]:
    """Return what is demanded or promised, without the addressee."""
    if predicate.cue.kind_of_cue not in (CueClass.DEMANDING, CueClass.PROMISING):
        return words
    cases = [Case.DATIVE, Case.ABLATIVE, *([Case.ACCUSATIVE] if _CALLING.match(predicate.words) else [])]
    for index, word in enumerate(words[:4]):
        if word.is_sign:
            break
        if word.case in cases and can_speak(word.text) and len(words) > index + 1:
            return words[index + 1 :]
        if word.case not in (Case.NOMINATIVE, Case.GENITIVE):
            break
    return words


def _find_complement_stop(predicate: _Predicate) -> int:
    """Return where the words governed by the predicate stop.

    Return 0 if it governs none.
    """
    front = predicate.front
    if _FOUND.match(predicate.words) and len(front) > _MIN_WORDS_OF_FINDING and front[-1].case is Case.NOMINATIVE:
        return len(front)  # «комиссия жеті кемшілік анықтады»
    for index in range(len(front) - 1, max(-1, len(front) - 1 - _MAX_WORDS_BETWEEN), -1):
        if index > 0 and front[index].text.lower() in _ABOUT and _is_clause_end(front[index - 1].text):
            return index + 1
        if _is_complement(predicate, front[index], is_last=index == len(front) - 1):
            return index + 1
        if is_ahead(front[index].text):
            break
    return 0


def _is_clause_end(word: str) -> bool:
    return bool(FACT.fullmatch(word) or FUTURE.fullmatch(word) or VERBAL_NOUN.fullmatch(word))


def _is_complement(predicate: _Predicate, word: KazakhWord, *, is_last: bool) -> bool:
    """Say whether a word is the end of what the predicate governs."""
    if word.is_sign or word.is_quoted:
        return False
    if FACT.fullmatch(word.text) or FUTURE.fullmatch(word.text):
        return True
    if predicate.cue.kind_of_cue is CueClass.SAYING and not _FINDING.match(predicate.words):
        return bool(_NEED_NOUN.fullmatch(word.text)) or _is_told_act(predicate, word)
    if VERBAL_NOUN.fullmatch(word.text):
        return True
    return is_last and bool(_FINDING.match(predicate.words)) and _is_object(word)


def _is_told_act(predicate: _Predicate, word: KazakhWord) -> bool:
    """Say whether somebody is told to do what a verbal noun names.

    «мұзға шықпауды ескертті».
    """
    return bool(_TELLING.match(predicate.words) and VERBAL_NOUN.fullmatch(word.text)) and word.case is Case.ACCUSATIVE


def _is_object(word: KazakhWord) -> bool:
    return word.case is Case.ACCUSATIVE or word.text.lower().endswith(("ын", "ін"))


def _read_outlook(words: Sequence[KazakhWord]) -> KazakhReading | None:
    """Read a forecast or a plan in the paper's own voice.

    «Кітапхана күзде ашылады», «Зауыт автобус сатып алмақ».
    """
    last = words[-1].text
    content = _span_of(words)
    if tells_plan(last) and last[0].islower():
        if _PASSIVE_PLAN.fullmatch(last) or befalls(last):
            return KazakhReading(content, ClaimForm.REPORTED, ClaimLabel.FORECAST)
        leading = find_leading_speaker(words, is_lax=True)
        speaker = _span_of(words[leading[0] : leading[1]]) if leading and leading[1] < len(words) else None
        return KazakhReading(content, ClaimForm.REPORTED, ClaimLabel.PROMISE, speaker)
    if is_ahead(last) and last[0].islower() and not tells_present(words) and not _tells_may(words):
        return KazakhReading(content, ClaimForm.REPORTED, ClaimLabel.FORECAST)
    return None


def _tells_may(words: Sequence[KazakhWord]) -> bool:
    """Say whether the last verb gives leave: «кіруге болады»."""
    return words[-1].text.lower() in ("болады", "болмайды") and bool(VERBAL_NOUN.fullmatch(words[-2].text))


def _is_own(predicate: _Predicate, speaker: Span | None) -> bool:
    if speaker is None:
        return False
    words = [*predicate.front, *predicate.behind]
    return is_own_side([word for word in words if speaker.start <= word.start and word.stop <= speaker.stop])


def _span_of(words: Sequence[KazakhWord]) -> Span:
    return Span(words[0].start, words[-1].stop)
