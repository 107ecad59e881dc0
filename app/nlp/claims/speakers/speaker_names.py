"""What the speakers of a text are called.

They have names where the article gives them, else the words in the nominative.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from app.core.model import Annotation
from app.core.span import Span
from app.core.text.tokens import line_at
from app.core.vocabulary import AttributeName, EntityLabel
from app.nlp.article_text import ArticleText
from app.nlp.claims.draft import Draft
from app.nlp.claims.speakers.bystanders import Bystanders
from app.nlp.claims.speakers.general_nouns import find_organisation_meant
from app.nlp.claims.speakers.namesakes import NounBearers
from app.nlp.claims.speakers.pronouns import (
    KnownSpeaker,
    find_pronoun_for,
    guess_gender,
    is_latter,
    is_pronoun,
    resolve_pronoun,
)
from app.nlp.claims.speakers.speaker_wording import Wording, WordingFinder, find_antecedent
from app.nlp.text.interval_index import IntervalIndex, index_spans

_NAMES = (EntityLabel.PER, EntityLabel.ORG, EntityLabel.ROLE)
_MAX_RECENT_SPEAKERS = 40
"""How many of those who spoke last a pronoun can stand for."""


def name_speakers(article: ArticleText, entities: Sequence[Annotation], drafts: Sequence[Draft]) -> dict[Span, str]:
    """Return what each speaker of `drafts` is called.

    The key is the span that names the speaker; "" where nothing tells it.
    """
    naming = _SpeakerNaming(article, entities, drafts)
    for draft in sorted(
        (draft for draft in drafts if draft.speaker), key=lambda draft: draft.speaker or draft.outer_span
    ):
        naming.name_speaker(draft)
    return naming.names


class _SpeakerNaming:
    """Goes through speakers in order and remembers who they were."""

    def __init__(self, article: ArticleText, entities: Sequence[Annotation], drafts: Sequence[Draft]) -> None:
        self.names: dict[Span, str] = {}
        self._text = article.text
        self._wordings = WordingFinder(article)
        self._bearers = NounBearers(article, entities)
        self._near = IntervalIndex([one for one in entities if one.label in _NAMES], lambda one: one.span)
        self._organisations = [one for one in entities if one.label == EntityLabel.ORG]
        self._sentences = index_spans(article.sentences)
        self._spoken: list[KnownSpeaker] = []
        self._genders: dict[str, str] = {}
        self._fuller: dict[str, set[str]] = defaultdict(set)
        self._bystanders = Bystanders(article.text, entities, drafts)

    def name_speaker(self, draft: Draft) -> None:
        """Name the speaker of one claim."""
        assert draft.speaker is not None, "only speakers are named"
        known = self._find_known(draft, draft.speaker)
        self.names[draft.speaker] = known.name
        if known.name:
            self._spoken.append(known)

    def _find_known(self, draft: Draft, span: Span) -> KnownSpeaker:
        """Return who speaks at `span`."""
        stop = max(span.stop, draft.outer_span.stop)
        word = self._text[span.start : span.stop]
        if is_pronoun(word):
            found = self._resolve_pronoun(draft, span, word)
            return replace(found, span=span, stop=stop) if found is not None else KnownSpeaker(span, stop, "", "")
        wording = self._wordings.find_at(span)
        if wording is not None and wording.is_relative:
            meant_by = find_antecedent(wording)
            return (
                replace(self._find_known(draft, meant_by), span=span) if meant_by else KnownSpeaker(span, stop, "", "")
            )
        named = (one for one in self._near.overlapping(span) if wording is None or not _is_possessor(wording, one))
        best = min(named, key=_rank_entity, default=None)
        if best is not None and not _is_bare_post(wording, best):
            return self._describe_named(draft, wording, best, KnownSpeaker(span, stop, best.entity_name, ""))
        return (
            self._describe_noun(wording, KnownSpeaker(span, stop, "", ""))
            if wording is not None
            else KnownSpeaker(span, stop, "", "")
        )

    def _resolve_pronoun(self, draft: Draft, span: Span, word: str) -> KnownSpeaker | None:
        """Return whom a pronoun stands for, if that is clear."""
        near = self._bystanders.find_named if is_latter(word) else self._bystanders.find_subjects
        place = self._paragraph_before(span)
        found = resolve_pronoun(
            word,
            place,
            self._spoken[-_MAX_RECENT_SPEAKERS:],
            [self._make_known_person(one) for one in near(span.start)],
        )
        if found:
            return found[0] if len(found) == 1 else None
        before = self._sentences.last_before(span.start)
        subject = self._wordings.find_subject(before) if before is not None and before.start >= place.start else None
        if subject is None or is_pronoun(self._text[subject.start : subject.stop]):
            return None
        known = self._find_known(draft, subject)
        return known if resolve_pronoun(word, place, [known], []) else None

    def _describe_named(
        self, draft: Draft, wording: Wording | None, best: Annotation, known: KnownSpeaker
    ) -> KnownSpeaker:
        """Return a speaker with a name, with gender and kind."""
        if best.label == EntityLabel.ORG:
            return replace(known, gender=_read_gender(wording), is_person=wording is not None and wording.is_of_person)
        verb = self._wordings.verb_at(draft.cue) if draft.cue is not None else None
        gender = self._find_gender(known.name) or (verb.feat("Gender") if verb is not None else "")
        if gender:
            self._genders.setdefault(known.name, gender)
        return replace(known, gender=gender, is_person=True)

    def _describe_noun(self, wording: Wording, known: KnownSpeaker) -> KnownSpeaker:
        """Return a speaker without a name, with what it is called.

        It is whom the article calls so, or the words in the nominative.
        """
        if not wording.is_noun:
            return known
        name = self._wordings.to_nominative(wording)
        if not wording.is_single:
            self._fuller[wording.head.lemma].add(name)
        elif not wording.is_plural:
            name = self._find_bearer(wording, known.span) or self._find_fuller_wording(wording) or name
        else:
            name = self._find_fuller_wording(wording) or name
        gender = self._find_gender(name) if name[0].isupper() and wording.is_of_person else ""
        return replace(known, name=name, gender=gender or _read_gender(wording), is_person=wording.is_of_person)

    def _find_fuller_wording(self, wording: Wording) -> str:
        """Return the only fuller wording with the same head, or "".

        It must have spoken before.
        """
        fuller = self._fuller[wording.head.lemma]
        return next(iter(fuller)) if len(fuller) == 1 else ""

    def _find_bearer(self, wording: Wording, span: Span) -> str:
        """Return the only entity that the article calls so, or "".

        It is a person or organisation called by the head of `wording`.
        """
        noun = wording.head.lemma
        names = self._bearers.find_bearers(noun, is_person=wording.is_of_person)
        if len(names) == 1:
            return names.pop()
        pronoun = find_pronoun_for(noun)
        if pronoun:
            place = self._paragraph_before(span)
            meant_by = resolve_pronoun(pronoun, place, self._spoken[-_MAX_RECENT_SPEAKERS:], [])
            return meant_by[0].name if meant_by and meant_by[0].span.start >= place.start else ""
        named = [one.entity_name for one in self._organisations if one.start < span.start]
        return find_organisation_meant(noun, named, [known.name for known in self._spoken if not known.is_person])

    def _paragraph_before(self, span: Span) -> Span:
        """Return the paragraph up to `span`."""
        return Span(line_at(self._text, span.start).start, span.start)

    def _make_known_person(self, one: Annotation) -> KnownSpeaker:
        name = one.entity_name
        return KnownSpeaker(one.span, one.stop, name, self._find_gender(name), is_person=True)

    def _find_gender(self, name: str) -> str:
        return self._genders.get(name) or guess_gender(name)


def _rank_entity(entity: Annotation) -> tuple[bool, int, int]:
    """Return a sort key: known persons first, then the longest.

    «Президент ФИФА» goes before the organisation in it.
    """
    is_somebody = entity.label == EntityLabel.PER or (
        entity.label == EntityLabel.ROLE and bool(entity.attribute(AttributeName.REFERENT))
    )
    return (not is_somebody, _NAMES.index(entity.label), -entity.span.length)


def _is_bare_post(wording: Wording | None, entity: Annotation) -> bool:
    """Say whether a post alone speaks, linked to nobody: «Аким пообещал»."""
    is_nobody = entity.label == EntityLabel.ROLE and entity.entity_name == entity.normal
    return is_nobody and wording is not None and wording.is_single


def _is_possessor(wording: Wording, entity: Annotation) -> bool:
    """Say whether an entity only tells whose man speaks.

    Example: «представитель партии Цвангираи».
    """
    return entity.label != EntityLabel.ORG and wording.governs_span(entity.span)


def _read_gender(wording: Wording | None) -> str:
    if wording is None:
        return ""
    return "Plur" if wording.is_plural else wording.head.feat("Gender")
