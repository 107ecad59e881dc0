"""Names are joined by judgements alone.

Judgements can be taken back; rules only suggest, with their reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.change import Change
from app.core.model import Annotation, Kind, Status
from app.core.name_clusters import Clusters
from app.core.records import Judgement, JudgementKind, JudgementValue
from app.core.scheme import Attribute, Label, Scheme
from app.core.span import Span
from app.service.article.mentions import mention_key
from app.service.corpus.register.filtering import RegisterFilter, RegisterOrder
from app.service.corpus.register.joining import find_join_doubts
from app.service.corpus.register.judging import Judge, judge_step, merge_step, split_step, withdraw_step
from app.service.corpus.register.likeness import Reason, suggest
from app.service.corpus.register.positions import find_roles
from app.service.corpus.register.register import Register
from app.service.corpus.register.review import Review
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from app.store.index.name_reader import NameEntry

from .test_corpus_search import Corpus

NOW = datetime(2026, 3, 1, tzinfo=UTC)
JUDGE = Judge("Ая", NOW)
SAME, DIFFERENT, UNSURE = JudgementValue.SAME, JudgementValue.DIFFERENT, JudgementValue.UNSURE


def name(shown: str, label: str = "PER", mentions: int = 1) -> NameEntry:
    return NameEntry(mention_key(shown), shown, label, mentions, 1, "", "")


def reasons(first: str, second: str, label: str = "PER") -> list[Reason]:
    return [one.reason for one in suggest([name(first, label, 2), name(second, label)], lambda *_: False)]


@pytest.mark.parametrize(
    ("first", "second", "label", "reason"),
    [
        ("Касым-Жомарт Токаев", "Токаев", "PER", Reason.FAMILY_NAME),
        ("Серик Алимов", "С. Алимов", "PER", Reason.FAMILY_NAME),
        ("Серик Алимов", "Алимов Серик", "PER", Reason.OTHER_ORDER),
        ("Токаев", "Tokayev", "PER", Reason.OTHER_ALPHABET),
        ("Жанибек Ахметов", "Zhanibek Akhmetov", "PER", Reason.OTHER_ALPHABET),
        ("АО «Береке Банк»", "Береке Банк", "ORG", Reason.LEGAL_FORM),
        ("ТОО «Степной ветер»", "АО «Степной ветер»", "ORG", Reason.LEGAL_FORM),
        ("Министерство внутренних дел", "МВД", "ORG", Reason.ABBREVIATION),
        ("Карлыгаш Сатпаева", "Карлыгаш Сатбаева", "PER", Reason.ONE_LETTER),
        ("Айгуль Нурланова", "Айгүл Нұрланова", "PER", Reason.OTHER_ALPHABET),
        ("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev", "PER", Reason.OTHER_ALPHABET),
        ("Aliyah", "Алия", "PER", Reason.OTHER_ALPHABET),
        ("Ербол Ахметов", "Erból Ahmetov", "PER", Reason.OTHER_ALPHABET),
        ("Касым-Жомарт Токаев", "K. Tokayev", "PER", Reason.FAMILY_NAME),
        ("Серик Алимов", "Алимов С.", "PER", Reason.FAMILY_NAME),
        ("Казахтелеком", "Қазақтелеком", "ORG", Reason.ONE_LETTER),
        ("Министерство энергетики", "Минэнерго", "ORG", Reason.SYLLABLES),
        ("Генеральная прокуратура", "Генпрокуратура", "ORG", Reason.SYLLABLES),
    ],
)
def test_names_that_may_be_the_same_are_suggested_with_the_reason(
    first: str, second: str, label: str, reason: Reason
) -> None:
    assert reasons(first, second, label) == [reason]


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("Серик Алимов", "Болат Алимов", "PER"),
        ("Серик Алимов", "Б. Алимов", "PER"),
        ("Школа № 12", "Школа № 13", "ORG"),
        ("Алматы", "Астана", "LOC"),
        ("Токаев", "Токаево", "LOC"),
        ("Ержан Сатпаев", "Ерлан Сатпаев", "PER"),
        ("К.-Ж. Токаев", "К.К. Токаев", "PER"),
        ("Министерство образования", "Минобороны", "ORG"),
        ("Министерство здравоохранения", "Минэнерго", "ORG"),
        ("Министерство туризма РК", "Министерство туризма РФ", "ORG"),
        ("Абай", "Абайская область", "LOC"),
        ("Aaliyah", "AlemAI", "ORG"),
        ("Aaliyah", "Алем", "PER"),
        ("Марат Алем", "M. Aaliyah", "PER"),
    ],
)
def test_two_persons_and_two_numbers_are_not_suggested(first: str, second: str, label: str) -> None:
    assert reasons(first, second, label) == []


@pytest.mark.parametrize(
    ("first", "second", "label"),
    [
        ("Министерство туризма", "Министерство туризма РК", "ORG"),
        ("Министерство туризма РК", "Министерство туризма Республики Казахстан", "ORG"),
        ("Алматы", "г. Алматы", "LOC"),
        ("город Шымкент", "Шымкент", "LOC"),
        ("акимат Тараза", "акимат города Тараза", "ORG"),
        ("АО «Береке»", "фонд «Береке»", "ORG"),
    ],
)
def test_a_kind_or_a_country_more_is_suggested(first: str, second: str, label: str) -> None:
    assert Reason.MORE_WORDS in reasons(first, second, label)


FORMS = (
    "К.-Ж. Токаев",
    "К. К. Токаев",
    "Токаев К.",
    "Tokayev",
    "K. Tokayev",
    "Қасым-Жомарт Тоқаев",
    "Toqayev",
    "Tokaev",
)
MANY = (
    "Серик",
    "Болат",
    "Айдос",
    "Марат",
    "Ерлан",
    "Жанат",
    "Дана",
    "Гульнар",
    "Ольга",
    "Пётр",
    "Раиса",
    "Халел",
    "Яков",
)


@pytest.mark.parametrize(("forms", "is_joined"), [(FORMS, True), (MANY, False)])
def test_one_person_in_many_forms_is_suggested_and_a_common_family_name_is_not(
    forms: tuple[str, ...], *, is_joined: bool
) -> None:
    written = [*forms, "Касым-Жомарт Токаев", "Касым-Жомарт Кемелевич Токаев", "Токаев К.-Ж.", "К.Токаев", "Тоқаев"]
    shown = written if is_joined else [f"{one} Ахметов" for one in forms]
    family = "Токаев" if is_joined else "Ахметов"
    found = suggest([name(one) for one in (family, *shown)], lambda *_: False)
    linked = {one.left.shown for one in found} | {one.right.shown for one in found}
    assert linked == ({family, *shown} if is_joined else set())


def judgement(number: int, left: str, right: str, value: JudgementValue, *, ended: bool = False) -> Judgement:
    first, second = sorted((left, right))
    return Judgement(number, JudgementKind.ENTITY, first, second, value, ended=NOW if ended else None)


PAIRS = st.lists(
    st.tuples(
        st.sampled_from("abcdefg"),
        st.sampled_from("abcdefg"),
        st.sampled_from([SAME, DIFFERENT, UNSURE]),
        st.booleans(),
    ),
    max_size=12,
)


@given(PAIRS)
def test_clusters_are_the_connected_parts_of_live_judgements(rows: list[tuple[str, str, JudgementValue, bool]]) -> None:
    made = [judgement(number, *row[:3], ended=row[3]) for number, row in enumerate(rows)]
    clusters = Clusters(made)
    joined = {frozenset((one.left, one.right)) for one in made if one.is_live and one.value is SAME}
    for key in "abcdefg":
        reached, waiting = {key}, [key]
        while waiting:
            here = waiting.pop()
            waiting += [other for other in "abcdefg" if other not in reached and frozenset((here, other)) in joined]
            reached |= set(waiting)
        assert set(clusters.members(key)) == reached
    for one in made:
        if one.is_live:
            pairs = [(left, right) for left in clusters.members(one.left) for right in clusters.members(one.right)]
            assert all(clusters.are_apart(left, right) for left, right in pairs), "every pair of the clusters is kept"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project with names of one man and one town."""
    made = Corpus(tmp_path)
    first, second, third = made.ids[:3]
    made.mark(first, "Серик Алимов", "PER", status=Status.ACCEPTED)
    made.mark(second, "Алимов", "PER")
    made.mark(third, "Токаеву", "PER", normal="Токаев")
    made.mark(second, "Токаева", "PER", normal="Токаев", status=Status.REJECTED)
    made.mark(first, "Алматы", "LOC")
    made.refresh()
    yield made
    made.project.close()


@contextmanager
def opened(corpus: Corpus) -> Iterator[Register]:
    connection = open_for_reading(corpus.index)
    assert connection is not None
    reader = IndexReader(connection)
    yield Register(corpus.project, reader)
    reader.close()


def names(corpus: Corpus) -> list[tuple[str, int, list[str]]]:
    with opened(corpus) as register:
        return [(one.name, one.mentions, sorted(n.shown for n in one.names)) for one in register.entries]


def test_judgements_join_and_part_names(corpus: Corpus) -> None:
    apart = [
        ("Алимов", 1, ["Алимов"]),
        ("Алматы", 1, ["Алматы"]),
        ("Серик Алимов", 1, ["Серик Алимов"]),
        ("Токаев", 1, ["Токаев"]),
    ]
    assert names(corpus) == apart, "what is rejected is not counted"
    with opened(corpus) as register:
        (suggestion,) = register.suggestions("PER")
    pair = (suggestion.left.record_key, suggestion.right.record_key)
    corpus.project.apply(judge_step(corpus.project, pair, SAME, JUDGE, suggestion))
    assert names(corpus)[0] == ("Алимов", 2, ["Алимов", "Серик Алимов"])
    corpus.project.apply(judge_step(corpus.project, pair, DIFFERENT, JUDGE))
    assert names(corpus) == apart
    with opened(corpus) as register:
        assert list(register.suggestions("PER")) == []
    step = withdraw_step(corpus.project, pair, JUDGE)
    assert step is not None
    corpus.project.apply(step)
    with opened(corpus) as register:
        assert len(register.suggestions("PER")) == 1, "what is taken back comes again"
    assert [row.value for row in corpus.project.rows(Judgement)] == [SAME, DIFFERENT], "no judgement is lost"
    corpus.project.undo()
    assert names(corpus) == apart


def test_a_name_can_be_taken_out_of_its_record(corpus: Corpus) -> None:
    pair = ("PER " + mention_key("Алимов"), "PER " + mention_key("Серик Алимов"))
    assert split_step(corpus.project, pair[0], JUDGE) is None
    corpus.project.apply(judge_step(corpus.project, pair, SAME, JUDGE))
    step = split_step(corpus.project, pair[1], JUDGE)
    assert step is not None
    corpus.project.apply(step)
    assert len(names(corpus)) == 4


def test_a_name_taken_out_leaves_the_others_together(corpus: Corpus) -> None:
    first, second, third = (key_of(words) for words in ("Алимов", "Серик Алимов", "Токаев"))
    corpus.project.apply(merge_step(corpus.project, [first, second, third], JUDGE))
    step = split_step(corpus.project, first, JUDGE)
    assert step is not None
    corpus.project.apply(step)
    assert sorted(shown for _, _, shown in names(corpus)) == [["Алимов"], ["Алматы"], ["Серик Алимов", "Токаев"]]
    corpus.project.undo()
    assert names(corpus)[0][2] == ["Алимов", "Серик Алимов", "Токаев"]


def test_a_card_knows_mentions_claims_and_company(corpus: Corpus) -> None:
    first = corpus.ids[0]
    row = corpus.mark(first, "Алимов обещал построить школу", "promise", kind="claim")
    assert isinstance(row, Annotation)
    corpus.refresh()
    connection = open_for_reading(corpus.index)
    assert connection is not None
    reader = IndexReader(connection)
    key = mention_key("Серик Алимов")
    assert [article for article, _ in reader.names.mentions_of([(key, "PER")])] == [first]
    assert reader.names.named_with([key], ["LOC", "PER"], 5) == [("Алматы", "LOC", 1)]
    reader.close()


def key_of(shown: str, label: str = "PER") -> str:
    return f"{label} {mention_key(shown)}"


@pytest.mark.parametrize(
    ("first", "second", "label", "is_doubtful"),
    [
        ("Министерство энергетики", "Министерство транспорта", "ORG", True),
        ("Министерство образования", "Министерство образования и науки", "ORG", False),
        ("АО «Заря»", "ТОО «Заря»", "ORG", False),
        ("Болат Оспанов", "Болат Ермеков", "PER", True),
        ("Болат Оспанов", "Дана Оспанова", "PER", True),
        ("Болат Оспанов", "Б. Оспанов", "PER", False),
        ("Болат Оспанов", "Оспанов", "PER", False),
        ("Болат Оспанов", "Ospanov", "PER", False),
    ],
)
def test_names_that_share_no_more_than_a_word_are_asked_about_before_they_are_joined(
    corpus: Corpus, first: str, second: str, label: str, *, is_doubtful: bool
) -> None:
    for words in (first, second):
        corpus.mark(corpus.add(f"{words} здесь."), words, label)
    corpus.refresh()
    with opened(corpus) as register:
        entries = [entry for entry in register.entries if entry.name in (first, second)]
        assert len(entries) == 2 and bool(find_join_doubts(corpus.project, entries)) == is_doubtful


def test_merged_records_are_one_step_and_nothing_keeps_them_apart(corpus: Corpus) -> None:
    keys = [key_of("Алимов"), key_of("Серик Алимов"), key_of("Токаев")]
    corpus.project.apply(judge_step(corpus.project, (keys[1], keys[2]), DIFFERENT, JUDGE))
    before = names(corpus)
    corpus.project.apply(merge_step(corpus.project, keys, JUDGE))
    assert names(corpus)[0] == ("Алимов", 3, ["Алимов", "Серик Алимов", "Токаев"])
    live = [row.value for row in corpus.project.rows(Judgement) if row.is_live]
    assert live == [SAME, SAME], "what kept the records apart is ended"
    corpus.project.undo()
    assert names(corpus) == before


def test_a_different_pair_keeps_whole_records_from_being_suggested(corpus: Corpus) -> None:
    corpus.mark(corpus.ids[2], "Налог", "PER", normal="С. Алимов")
    corpus.refresh()
    with opened(corpus) as register:
        pairs = {frozenset((one.left.shown, one.right.shown)) for one in Review(register).waiting}
    assert frozenset(("Серик Алимов", "С. Алимов")) in pairs and frozenset(("Алимов", "С. Алимов")) in pairs
    corpus.project.apply(judge_step(corpus.project, (key_of("Алимов"), key_of("Серик Алимов")), SAME, JUDGE))
    corpus.project.apply(judge_step(corpus.project, (key_of("С. Алимов"), key_of("Алимов")), DIFFERENT, JUDGE))
    with opened(corpus) as register:
        assert Review(register).left == 0


def test_a_scheme_without_names_has_records_of_its_own_labels(corpus: Corpus) -> None:
    own = Scheme((Label("Official"), Label("Sum", attributes=(Attribute("value"),))))
    corpus.apply(Change(corpus.project.scheme(), own))
    first, second = corpus.ids[:2]
    corpus.mark(first, "Серик Алимов", "Official")
    corpus.mark(second, "Алимов", "Official", normal="Алимов Серик")
    corpus.mark(first, "2026 года", "Sum")
    corpus.refresh()
    assert [shown for shown, _, _ in names(corpus)] == ["Алимов Серик", "Серик Алимов"]
    with opened(corpus) as register:
        assert Review(register).left_of("Official") == 1


@pytest.mark.parametrize("typed", ["Обама", "обам", "Обамой", "Obama", "j,fvf"])
def test_a_name_that_ends_like_a_case_form_finds_no_other_words(corpus: Corpus, typed: str) -> None:
    for words, label in (("Барак Обама", "PER"), ("Областной суд", "ORG"), ("Общество", "ORG")):
        number = corpus.add(f"{words} здесь.")
        corpus.mark(number, words, label)
    corpus.refresh()
    with opened(corpus) as register:
        found = RegisterFilter(register.entries).find(typed, "", RegisterOrder.NAME)
    assert [entry.name for entry in found] == ["Барак Обама"]


def test_names_are_filtered_in_any_case_form_alphabet_and_layout(corpus: Corpus) -> None:
    with opened(corpus) as register:
        found = RegisterFilter(register.entries)
        for typed in ("Алимовым", "алим", "fkbvjd", "сер алим"):
            shown = [entry.name for entry in found.find(typed, "PER", RegisterOrder.NAME)]
            assert "Серик Алимов" in shown, typed
        for typed in ("Tokayev", "Тоқаев", "toq"):
            assert [entry.name for entry in found.find(typed, "", RegisterOrder.NAME)] == ["Токаев"], typed
        assert [entry.name for entry in found.find("", "LOC", RegisterOrder.MENTIONS)] == ["Алматы"]
        assert found.find("Алимов", "ORG", RegisterOrder.MENTIONS) == []


@pytest.mark.parametrize(
    ("text", "owner", "holder"),
    [
        ("аким Алматы Серик Алимов приехал", "Алматы", "Серик Алимов"),
        ("аким Серик Алимов приехал", "", "Серик Алимов"),
        ("Серик Алимов, аким, приехал", "", "Серик Алимов"),
        ("Серик Алимов (аким) приехал", "", "Серик Алимов"),
        ("аким принял. Серик Алимов приехал", "", ""),
        ("аким сообщил Серик Алимов", "", ""),
        ("Серик Алимов. Тогда аким", "", ""),
        ("Серик Алимов, аким Болат Оспанов и другие", "", "Болат Оспанов"),
    ],
)
def test_a_position_stands_beside_the_name(text: str, owner: str, holder: str) -> None:
    marked = [("аким", "ROLE"), ("Серик Алимов", "PER"), ("Болат Оспанов", "PER"), (owner, "LOC")]
    rows = [
        Annotation(number, 1, Kind.ENTITY, label, (Span(text.index(words), text.index(words) + len(words)),))
        for number, (words, label) in enumerate(marked, start=1)
        if words and words in text
    ]
    persons = {row.words(text): row.id for row in rows if row.label == "PER"}
    for shown, number in persons.items():
        assert bool(list(find_roles(text, rows, frozenset({number})))) == (shown == holder)
