"""Precision comes from what was drawn at random, alone.

It must be decided without a gap.
"""

from __future__ import annotations

import pytest

from app.core.message import UserError
from app.core.model import Annotation, Kind, Origin, Progress, Status
from app.core.records import Sample, SampleUnit
from app.service.corpus.overview.sampling import Draw, draw_members, go_to_next_member, sample_step
from app.service.samples.precision import Judged, make_rate, measure_sample, rate_units, wilson
from app.service.session.session import Session
from tests.service.samples import PROPOSED, TEXT, add_article, found, span


def draw(session: Session, ids: list[int], **fields: object) -> Sample:
    """Record a sample of articles or annotations, in random order."""
    assert session.project is not None
    wanted = Draw(size=len(ids), seed=3, **fields)  # type: ignore[arg-type]
    session.apply(sample_step(session.project, ids, wanted, session.edit_context))
    return session.project.rows(Sample)[-1]


def rates(session: Session, sample: Sample) -> dict[str, tuple[int, int]]:
    assert session.project is not None
    return {rate.label: (rate.right, rate.judged) for rate in measure_sample(session.project, sample).rates}


def rows(session: Session, article_id: int) -> list[Annotation]:
    assert session.project is not None
    return session.project.annotations(article_id)


def test_wilson_gives_the_published_intervals() -> None:
    # Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3
    for right, count, low, high in ((81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)):
        found_low, found_high = wilson(right / count, count)
        assert (round(found_low, 4), round(found_high, 4)) == (low, high)
    assert wilson(0.0, 0) == (0.0, 1.0)


def test_the_same_seed_draws_the_same_members_of_the_same_population() -> None:
    ids = list(range(10, 400))
    drawn = draw_members(ids, 50, 7)
    assert drawn == draw_members(ids[::-1], 50, 7) != draw_members(ids, 50, 8)
    assert len(set(drawn)) == 50 and set(drawn) <= set(ids)
    assert sorted(draw_members(ids, 10_000, 7)) == ids


def test_each_article_has_the_same_chance_to_be_drawn() -> None:
    hits = sum(0 in draw_members(range(10), 3, seed) for seed in range(2_000))
    assert 540 < hits < 660, "3 of 10 are drawn: 600 times, give or take three standard deviations"


def test_alike_tags_of_an_article_count_as_fewer() -> None:
    spread = make_rate("entity", "PER", [(5, 10)] * 20)
    alike = make_rate("entity", "PER", [(10, 10), (0, 10)] * 10)
    assert (spread.right, spread.judged) == (alike.right, alike.judged) == (100, 200)
    assert alike.effective == pytest.approx(20, abs=1) and spread.effective == 200
    assert alike.high - alike.low > 2.5 * (spread.high - spread.low)
    assert spread.is_enough and not alike.is_enough


def test_units_are_counted_by_the_label_that_the_tagger_gave() -> None:
    units = [[Judged("entity", "PER", True), Judged("entity", "ORG", False)], [Judged("entity", "PER", True)]]
    assert [(one.label, one.right, one.judged) for one in rate_units(units)] == [("PER", 2, 2), ("ORG", 0, 1)]


def test_a_relabelled_pretag_counts_against_the_label_that_the_tagger_gave(session: Session) -> None:
    assert session.open_article is not None
    number = session.open_article.article.id
    sample = draw(session, [number])
    session.navigation.go_to(found(session, "Астана").id)
    session.editor.decisions.label(Kind.ENTITY, "LOC")  # the tagger said ORG
    session.navigation.go_to(found(session, "Алматы").id)
    session.editor.decisions.reject(alone=True)
    assert rates(session, sample) == {}, "the article is not done"
    session.editor.decisions.finish()
    assert rates(session, sample) == {"PER": (3, 3), "LOC": (1, 2), "ORG": (0, 1), "statement": (1, 1)}


def test_only_what_is_decided_without_a_gap_counts(session: Session) -> None:
    numbers = [add_article(session, f"{TEXT}{number}.", PROPOSED[:1]) for number in range(4)]
    sample = draw(session, numbers)
    first, second, third, _ = sample.member_ids
    session.editor.articles.set_progress(third, Progress.DONE)
    session.reader.go_to(third)
    session.editor.decisions.finish()
    assert session.project is not None
    measured = measure_sample(session.project, sample)
    assert (measured.counted, measured.decided) == (0, 1)
    session.editor.articles.skip(first)
    session.reader.go_to(second)
    session.editor.decisions.finish()
    measured = measure_sample(session.project, sample)
    assert (measured.counted, measured.decided, measured.gone) == (2, 2, 1)
    assert rates(session, sample) == {"PER": (2, 2)}


def test_a_sample_of_annotations_counts_as_they_were_drawn(session: Session) -> None:
    assert session.open_article is not None and session.project is not None
    tags = [row.id for row in rows(session, session.open_article.article.id)]
    assert list(session.project.pre_tag_ids()) == tags
    sample = draw(session, tags, unit=SampleUnit.ANNOTATIONS)
    last = sample.member_ids[-1]
    session.navigation.go_to(last)
    session.editor.decisions.accept(alone=True)
    assert rates(session, sample) == {}
    session.editor.decisions.finish()
    assert sum(judged for _, judged in rates(session, sample).values()) == len(tags)


@pytest.mark.parametrize("unit", list(SampleUnit))
def test_a_filter_leaves_the_sample_of_its_articles(session: Session, unit: SampleUnit) -> None:
    assert session.project is not None
    numbers = [add_article(session, f"{TEXT}{number}.", PROPOSED[:1]) for number in range(4)]
    tags = [row.id for number in numbers for row in rows(session, number)]
    sample = draw(session, numbers if unit is SampleUnit.ARTICLES else tags, unit=unit)
    for number in numbers[:2]:
        session.reader.go_to(number)
        session.editor.decisions.finish()
    measured = measure_sample(session.project, sample, within=frozenset(numbers[:2]))
    assert (measured.fitting, measured.counted, measured.decided) == (2, 2, 2), "the others make no gap"
    assert measure_sample(session.project, sample).fitting == 4


def test_nothing_can_be_drawn_of_nothing(session: Session) -> None:
    assert session.project is not None
    with pytest.raises(UserError):
        sample_step(session.project, [], Draw(), session.edit_context)


def test_the_next_member_is_the_first_drawn_that_waits(session: Session, notices: list[str]) -> None:
    numbers = [add_article(session, f"{TEXT}{number}.", PROPOSED[:1]) for number in range(3)]
    go_to_next_member(session)
    assert notices == ["No sample was drawn yet: the overview draws one."]
    sample = draw(session, numbers)
    for member in sample.member_ids:
        go_to_next_member(session)
        assert session.open_article is not None and session.open_article.article.id == member
        session.editor.decisions.finish()
    go_to_next_member(session)
    assert notices[-1] == "All of the sample is decided: the overview shows what it tells."


# -- articles annotated with pre-tags hidden


def shown_words(session: Session) -> list[str]:
    assert session.open_article is not None
    return [row.words(session.open_article.text) for row in session.open_article.annotations]


def test_pretags_of_a_hidden_sample_are_not_seen_until_the_article_is_done(session: Session) -> None:
    assert session.open_article is not None
    number = session.open_article.article.id
    assert len(shown_words(session)) == len(PROPOSED)
    draw(session, [number], is_hidden=True)
    assert shown_words(session) == [] and not session.open_article.candidates
    assert not session.navigation.is_any_left
    session.history.undo()
    assert len(shown_words(session)) == len(PROPOSED), "the sample is taken back"
    session.history.redo()
    session.reader.go_to(number)
    assert shown_words(session) == []


def annotate(session: Session, words: str, label: str) -> None:
    assert session.open_article is not None
    session.cursor.select(span(session.open_article.text, words))
    session.editor.decisions.label(Kind.ENTITY, label)


def test_finishing_compares_the_hidden_pretags_with_what_was_annotated(session: Session) -> None:
    assert session.open_article is not None
    number = session.open_article.article.id
    sample = draw(session, [number], is_hidden=True)
    annotate(session, "Токаев", "PER")  # as the tagger
    annotate(session, "Астана", "LOC")  # it said ORG
    annotate(session, "Tesla", "ORG")  # it missed it
    before = rows(session, number)
    session.editor.decisions.finish()
    after = rows(session, number)
    live = sorted((row.start, row.label, row.origin) for row in after if row.is_live)
    assert [(label, origin) for _, label, origin in live] == [
        ("PER", Origin.PRETAG),
        ("LOC", Origin.MANUAL),
        ("ORG", Origin.MANUAL),
    ]
    assert rates(session, sample) == {"PER": (1, 3), "LOC": (0, 2), "ORG": (0, 1), "statement": (0, 1)}
    session.history.undo()
    assert rows(session, number) == before, "one undo takes the comparison back"
    session.reader.go_to(number)
    assert len(shown_words(session)) == 3


def test_marking_done_compares_too(session: Session) -> None:
    assert session.open_article is not None
    number = session.open_article.article.id
    draw(session, [number], is_hidden=True)
    session.editor.articles.set_progress(number, Progress.DONE)
    assert {row.status for row in rows(session, number)} == {Status.REJECTED}
    assert len(shown_words(session)) == len(PROPOSED), "they are seen now"


def test_a_note_goes_over_to_the_pretag_in_its_place(session: Session) -> None:
    assert session.open_article is not None
    number = session.open_article.article.id
    draw(session, [number], is_hidden=True)
    annotate(session, "Токаев", "PER")
    own = found(session, "Токаев")
    session.navigation.go_to(own.id)
    session.editor.notes.set_on_annotation("проверить")
    session.editor.decisions.finish()
    assert session.project is not None
    (note,) = session.project.notes(number)
    (kept,) = [row for row in rows(session, number) if row.is_live]
    assert note.annotation_id == kept.id != own.id and note.text == "проверить"


def test_samples_stay_in_the_project(session: Session) -> None:
    assert session.project is not None and session.open_article is not None
    number = session.open_article.article.id
    sample = draw(session, [number], is_hidden=True, typed="source:a")
    path = session.project.path
    session.projects.close()
    session.projects.open(path)
    assert session.project is not None and session.project.rows(Sample) == [sample]
    assert (sample.population, sample.seed, sample.query, sample.author) == (1, 3, "source:a", "Ая")
    assert shown_words(session) == []
