"""The pre-tagger: an article's text in, proposals and candidates out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  # `date` is the name of the argument
from functools import cached_property, partial

from app.core.files.resources import resource
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Annotation, Candidate, reading_key
from app.core.span import Span
from app.core.text.plain_view import PlainView, plain_words
from app.core.vocabulary import EntityLabel
from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.backend.word_forms import WordForms
from app.nlp.claims.claim_finder import find_claims
from app.nlp.claims.kinds.kind_evidence import find_kind_evidence
from app.nlp.entities.entity_finder import EntityFinder
from app.nlp.entities.marked_mentions import MarkedMentions
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.figure_finder import FigureFinder, drop_counting_names, drop_law_numbers
from app.nlp.mention import Mention
from app.nlp.names.known.lexicon import read_lexicons
from app.nlp.names.name_finder import LEXICONS
from app.nlp.names.persons.position_words import PositionWords
from app.nlp.options import TagOptions
from app.nlp.text.interval_index import IntervalIndex, index_spans
from app.nlp.text.splitting import move_annotation, move_candidate, split_text
from app.nlp.uncertainty.claim_features import claim_features
from app.nlp.uncertainty.confidence_model import ConfidenceModel, read_confidence_model
from app.nlp.uncertainty.figure_features import MEASURED_LABELS, figure_features

__all__ = ["TagOptions", "Tagger", "Tagging"]


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger proposes for one text.

    Annotations are in reading order, candidates best first.

    `language` is "ru", "kk" or ""; `skipped` says what was not read, in words.
    """

    annotations: tuple[Annotation, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    language: str = ""
    skipped: tuple[Message, ...] = ()


class Tagger:
    """Tags one text after another.

    Models load when the first text comes; make one tagger for a process.
    """

    def __init__(self, options: TagOptions | None = None, models: Models | None = None) -> None:
        self._options = options or TagOptions()
        self._models = models or Models()

    def with_options(self, options: TagOptions) -> Tagger:
        """Return a tagger with other options and the same models."""
        return Tagger(options, self._models)

    def tag(self, text: str, date: Date | None = None, title: str = "") -> Tagging:
        """Tag `text`, an article of `date`.

        A `title` with which the text does not begin is read before it: who is named in full there is known below.
        """
        return next(tagging for tagging in self.tag_parts(text, date, title) if tagging is not None)

    def tag_parts(self, text: str, date: Date | None = None, title: str = "") -> Iterator[Tagging | None]:
        """Tag `text` part by part, as `tag` does.

        Yield None after each part of a long one, and what was found at the end.
        """
        view = PlainView(text)
        plain, heading = view.plain, plain_words(title).strip()
        lead = "" if not heading or plain.lstrip().startswith(heading) else f"{heading}\n"
        whole = ArticleText(plain, self._models)
        day = date or whole.frame.date
        annotations: list[Annotation] = []
        candidates: list[Candidate] = []
        parts = list(split_text(plain))
        for part in parts:
            to_source = partial(_move_span, view, part.start - len(lead))
            is_whole = not lead and len(parts) == 1
            article = whole if is_whole else ArticleText(lead + plain[part.start : part.stop], self._models)
            with gc_paused(keeps_rest=True):
                found, likely = self._tag_article(article, day)
            if view.is_text_plain and is_whole:
                annotations, candidates = found, likely
            else:
                annotations += (move_annotation(one, to_source) for one in found if one.start >= len(lead))
                candidates += (move_candidate(one, to_source) for one in likely if one.span.start >= len(lead))
            yield None
        annotations.sort(key=reading_key)
        candidates.sort(key=lambda one: -one.score)
        yield Tagging(tuple(annotations), tuple(candidates), whole.language, tuple(_report_skipped(whole, len(parts))))

    def normal_form(self, line: str, span: Span, label: str) -> str:
        """Return the normal form of words that somebody marked in a line."""
        return self._marked_mentions.normal_form(line, span, label)

    def _tag_article(self, article: ArticleText, day: Date | None) -> tuple[list[Annotation], list[Candidate]]:
        frame = article.frame
        named, candidates = self._entity_finder.find(article)
        figures = self._figure_finder.find(article, Calendar(day))
        mentions = [
            self._with_confidence(article.text, mention)
            for mention in (*drop_counting_names(named, figures), *drop_law_numbers(figures, named))
        ]
        entities = [mention.to_annotation() for mention in mentions if not frame.hides(mention.span)]
        entities.sort(key=reading_key)
        dates = index_spans(one.span for one in entities if one.label == EntityLabel.DATE)
        claims = [self._weigh_claim(article.text, claim, dates) for claim in find_claims(article, entities, day)]
        return [*entities, *claims], [one for one in candidates if not frame.hides(one.span)]

    @cached_property
    def _marked_mentions(self) -> MarkedMentions:
        lexicon = read_lexicons(LEXICONS, self._options.lexicon)
        return MarkedMentions(self._models, lexicon, PositionWords(self._word_forms))

    @cached_property
    def _word_forms(self) -> WordForms:
        return WordForms(self._models.vocabulary)

    @cached_property
    def _figure_finder(self) -> FigureFinder:
        return FigureFinder(self._word_forms.counted_length, self._word_forms.tense_of)

    @cached_property
    def _entity_finder(self) -> EntityFinder:
        return EntityFinder(self._models, self._word_forms, self._options, self._confidence_model)

    @cached_property
    def _confidence_model(self) -> ConfidenceModel:
        return read_confidence_model(resource("uncertainty.json"))

    def _weigh_claim(self, text: str, claim: Annotation, dates: IntervalIndex[Span]) -> Annotation:
        """Return a claim with the probability that it is right.

        Its place and its kind count.
        """
        evidence = find_kind_evidence(text, claim, self._models, self._word_forms.lemmas_of)
        has_date = bool(dates.overlapping(Span(claim.start, claim.stop)))
        features = claim_features(text, claim, evidence, has_date=has_date)
        return replace(claim, confidence=round(self._confidence_model.claims.predict_probability(features), 4))

    def _with_confidence(self, text: str, mention: Mention) -> Mention:
        """Return a mention with a confidence, its rule's if nothing else tells."""
        if mention.confidence is not None:
            return mention
        model = self._confidence_model
        if mention.label in MEASURED_LABELS:
            return replace(
                mention, confidence=round(model.figures.predict_probability(figure_features(text, mention)), 4)
            )
        return replace(mention, confidence=model.rule_precision(mention.rule))


def _move_span(view: PlainView, by: int, span: Span) -> Span:
    """Return where a span of a part stands in the text.

    The part begins `by` code points into the plain view.
    """
    return view.to_source(Span(span.start + by, span.stop + by))


def _report_skipped(article: ArticleText, parts: int) -> Iterator[Message]:
    """Yield what the tagger did not read, and why."""
    if not article.text.strip():
        yield Message("There is no text to tag.")
    if parts > 1:
        yield Message("The text is very long: it was tagged in {n} parts.", {"n": str(parts)})
    letters = sum(span.length for span, _ in article.unreadable_blocks)
    if letters:
        what = {"n": str(letters)}
        yield Message("{n} characters are in neither Russian nor Kazakh: only figures were sought there.", what)
