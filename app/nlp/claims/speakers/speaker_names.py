"""What the speakers of a text are called: by their names where the article tells them, else in the nominative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from app.core.model import Annotation
from app.core.span import Span
from app.core.text import line_at
from app.nlp.backend.parse import Parse
from app.nlp.claims.draft import Draft
from app.nlp.claims.speakers.bystanders import Bystanders
from app.nlp.claims.speakers.general_nouns import body_meant
from app.nlp.claims.speakers.namesakes import Namesakes
from app.nlp.claims.speakers.pronouns import Known, gender_of, is_latter, is_pronoun, meant, pronoun_like
from app.nlp.claims.speakers.speaker_wording import Wording, Wordings, antecedent
from app.nlp.text.interval_index import IntervalIndex, index_spans

_NAMES = ("PER", "ORG", "ROLE")
_RECENT = 40
"""How many of those who spoke last a pronoun can stand for."""


def names_of(parse: Parse, entities: Sequence[Annotation], drafts: Sequence[Draft]) -> dict[Span, str]:
    """Return what each speaker of `drafts` is called, by the span that names him; "" where nothing tells it."""
    naming = _Naming(parse, entities, drafts)
    for draft in sorted((draft for draft in drafts if draft.speaker), key=lambda draft: draft.speaker or draft.hull):
        naming.take(draft)
    return naming.names


class _Naming:
    """Goes through the speakers of a text in order and remembers who they were."""

    def __init__(self, parse: Parse, entities: Sequence[Annotation], drafts: Sequence[Draft]) -> None:
        self.names: dict[Span, str] = {}
        self._text = parse.text
        self._wordings = Wordings(parse)
        self._namesakes = Namesakes(parse, entities)
        self._near = IntervalIndex([one for one in entities if one.label in _NAMES], lambda one: one.span)
        self._bodies = [one for one in entities if one.label == "ORG"]
        self._sentences = index_spans(parse.sentences)
        self._spoken: list[Known] = []
        self._genders: dict[str, str] = {}
        self._fuller: dict[str, set[str]] = defaultdict(set)
        self._bystanders = Bystanders(parse.text, entities, drafts)

    def take(self, draft: Draft) -> None:
        """Name the speaker of one claim."""
        assert draft.speaker is not None, "only speakers are named"
        known = self._known(draft, draft.speaker)
        self.names[draft.speaker] = known.name
        if known.name:
            self._spoken.append(known)

    def _known(self, draft: Draft, span: Span) -> Known:
        """Return who speaks at `span`."""
        stop = max(span.stop, draft.hull.stop)
        word = self._text[span.start : span.stop]
        if is_pronoun(word):
            found = self._meant(draft, span, word)
            return replace(found, span=span, stop=stop) if found is not None else Known(span, stop, "", "")
        wording = self._wordings.at(span)
        if wording is not None and wording.is_relative:
            meant_by = antecedent(wording)
            return replace(self._known(draft, meant_by), span=span) if meant_by else Known(span, stop, "", "")
        named = (one for one in self._near.overlapping(span) if wording is None or not _is_whose(wording, one))
        best = min(named, key=_rank, default=None)
        if best is not None:
            return self._of_name(draft, wording, best, Known(span, stop, _name_of(best), ""))
        return self._of_noun(wording, Known(span, stop, "", "")) if wording is not None else Known(span, stop, "", "")

    def _meant(self, draft: Draft, span: Span, word: str) -> Known | None:
        """Return whom a pronoun stands for, if that is clear."""
        near = self._bystanders.named if is_latter(word) else self._bystanders.subjects
        place = self._place_of(span)
        found = meant(word, place, self._spoken[-_RECENT:], [self._person(one) for one in near(span.start)])
        if found:
            return found[0] if len(found) == 1 else None
        before = self._sentences.last_before(span.start)
        subject = self._wordings.subject_of(before) if before is not None and before.start >= place.start else None
        if subject is None or is_pronoun(self._text[subject.start : subject.stop]):
            return None
        known = self._known(draft, subject)
        return known if meant(word, place, [known], []) else None

    def _of_name(self, draft: Draft, wording: Wording | None, best: Annotation, known: Known) -> Known:
        """Tell of a speaker who has a name whether it is a person, and the gender."""
        if best.label == "ORG":
            return replace(known, gender=_gender(wording), is_person=wording is not None and wording.is_of_person)
        verb = self._wordings.verb_at(draft.cue) if draft.cue is not None else None
        gender = self._gender_of(known.name) or (verb.feat("Gender") if verb is not None else "")
        if gender:
            self._genders.setdefault(known.name, gender)
        return replace(known, gender=gender, is_person=True)

    def _of_noun(self, wording: Wording, known: Known) -> Known:
        """Tell of a speaker who has no name whom the article calls so, or the words in the nominative."""
        if not wording.is_noun:
            return known
        name = self._wordings.nominative(wording)
        if not wording.is_single:
            self._fuller[wording.head.lemma].add(name)
        elif not wording.is_plural:
            name = self._namesake(wording, known.span) or self._named_before(wording) or name
        else:
            name = self._named_before(wording) or name
        gender = self._gender_of(name) if name[0].isupper() and wording.is_of_person else ""
        return replace(known, name=name, gender=gender or _gender(wording), is_person=wording.is_of_person)

    def _named_before(self, wording: Wording) -> str:
        """Return the only fuller wording with the same head that spoke before, "" for none."""
        fuller = self._fuller[wording.head.lemma]
        return next(iter(fuller)) if len(fuller) == 1 else ""

    def _namesake(self, wording: Wording, span: Span) -> str:
        """Return the only person or body that the article calls by the head of `wording`, "" for none."""
        noun = wording.head.lemma
        names = self._namesakes.of(noun, is_person=wording.is_of_person)
        if len(names) == 1:
            return names.pop()
        pronoun = pronoun_like(noun)
        if pronoun:
            place = self._place_of(span)
            meant_by = meant(pronoun, place, self._spoken[-_RECENT:], [])
            return meant_by[0].name if meant_by and meant_by[0].span.start >= place.start else ""
        named = [_name_of(one) for one in self._bodies if one.start < span.start]
        return body_meant(noun, named, [known.name for known in self._spoken if not known.is_person])

    def _place_of(self, span: Span) -> Span:
        """Return the paragraph up to `span`."""
        return Span(line_at(self._text, span.start).start, span.start)

    def _person(self, one: Annotation) -> Known:
        name = _name_of(one)
        return Known(one.span, one.stop, name, self._gender_of(name), is_person=True)

    def _gender_of(self, name: str) -> str:
        return self._genders.get(name) or gender_of(name)


def _name_of(entity: Annotation) -> str:
    return entity.attribute("referent") or entity.normal


def _rank(entity: Annotation) -> tuple[bool, int, int]:
    """Sort key: who is known to be somebody first («президент ФИФА» before the body in it), persons, the longest."""
    is_somebody = entity.label == "PER" or (entity.label == "ROLE" and bool(entity.attribute("referent")))
    return (not is_somebody, _NAMES.index(entity.label), -entity.span.length)


def _is_whose(wording: Wording, entity: Annotation) -> bool:
    """Say whether a person or post only tells whose man the speaker is: «представитель партии Цвангираи»."""
    return entity.label != "ORG" and wording.governs(entity.span)


def _gender(wording: Wording | None) -> str:
    if wording is None:
        return ""
    return "Plur" if wording.is_plural else wording.head.feat("Gender")
