"""What speakers are called: by their names, whatever word stands for them."""

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger
from tests.benchmarks.attribution import cases, is_named


def names_in(tagger: Tagger, text: str) -> list[str]:
    """Return what the speakers of `text` are called, in order."""
    claims = [one for one in tagger.tag(text).annotations if one.kind is Kind.CLAIM]
    return [speaker.normal for claim in claims for speaker in [claim.role("speaker")] if speaker is not None]


def test_speaker_and_cue_are_found_however_the_words_are_attributed(tagger: Tagger) -> None:
    found = list(cases(tagger))
    assert len({case.passage for case in found}) >= 40
    wrong = [case for case in found if (case.found.speaker, case.found.cue) != (case.wanted.speaker, case.wanted.cue)]
    assert len(wrong) <= len(found) // 50, wrong


def test_seven_of_eight_speakers_are_called_by_their_names(tagger: Tagger) -> None:
    found = list(cases(tagger))
    wrong = [case for case in found if not is_named(case)]
    assert len(wrong) <= len(found) // 8, wrong


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Марат Оспанов заявил, что мост откроют. По его словам, движение начнётся в мае.", "Марат Оспанов"),
        ("Аким Алия Бекова заявила, что мост откроют. Она добавила, что он прочен.", "Алия Бекова"),
        ("Жители заявили, что мост опасен. По их словам, он качается.", "жители"),
        ("Юрий Котов вышел к людям. Он заявил, что мост откроют.", "Юрий Котов"),
        ("К людям вышла Анна Котова. «Мост откроют», — заверила она.", "Анна Котова"),
    ],
)
def test_a_pronoun_is_the_last_who_spoke_or_else_the_subject(tagger: Tagger, text: str, name: str) -> None:
    assert names_in(tagger, text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "Павел Громов и Илья Рыков вошли в зал. Он заявил, что заседание перенесут.",
        "Анна Котова вошла в зал. Он заявил, что заседание перенесут.",
        "Он заявил, что заседание перенесут.",
    ],
)
def test_a_pronoun_stays_without_a_name_where_nobody_or_more_than_one_fits(tagger: Tagger, text: str) -> None:
    assert names_in(tagger, text) == [""]


def test_who_spoke_in_another_paragraph_gives_way_to_the_subject_of_this_one(tagger: Tagger) -> None:
    text = "Марат Оспанов заявил, что мост прочен.\nЮрий Котов строил его. По его словам, опоры стоят на скале."
    assert names_in(tagger, text)[-1] == "Юрий Котов"


def test_a_bare_post_is_the_person_whom_the_article_calls_so(tagger: Tagger) -> None:
    text = (
        "Аким района Марат Оспанов приехал в субботу. Заместитель акима Юрий Котов молчал. Аким пообещал открыть мост."
    )
    assert names_in(tagger, text)[-1] == "Марат Оспанов"


def test_a_post_that_two_hold_names_nobody(tagger: Tagger) -> None:
    text = "Депутат Марат Оспанов и депутат Юрий Котов приехали. Депутат пообещал открыть мост."
    assert names_in(tagger, text)[-1] == "депутат"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("В акимате ответили, что мост откроют.", "акимат"),
        ("По мнению независимых экспертов, мост прочен.", "независимые эксперты"),
        ("В пресс-службе завода сообщили, что печь остановлена.", "пресс-служба завода"),
        ("Министерство транспорта ищет подрядчика. В ведомстве сообщили, что мост откроют.", "Министерство транспорта"),
        ("Министерство транспорта и МВД ищут виновных. В ведомстве сообщили, что мост откроют.", "ведомство"),
    ],
)
def test_a_body_is_called_by_its_name_if_it_is_the_only_one_or_in_the_nominative(
    tagger: Tagger, text: str, name: str
) -> None:
    assert names_in(tagger, text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мария Рябова заявила, что воды нет. По словам женщины, её нет с мая.", "Мария Рябова"),
        ("Марат Оспанов заявил, что мост откроют. Дату чиновник обещал назвать позже.", "Марат Оспанов"),
        ("Марат Оспанов заявил, что мост откроют.\nПо словам мужчины, он упал с моста.", "мужчина"),
        ("Мария Рябова заявила, что воды нет. По словам мужчины, её нет с мая.", "мужчина"),
    ],
)
def test_a_word_for_anybody_is_who_spoke_before_in_the_paragraph(tagger: Tagger, text: str, name: str) -> None:
    assert names_in(tagger, text)[-1] == name


def test_a_noun_alone_is_called_by_its_fuller_words_before(tagger: Tagger) -> None:
    text = "Жители северной окраины заявили, что воды нет. Жители просят построить колодец."
    assert names_in(tagger, text) == ["жители северной окраины"] * 2


def test_whose_man_somebody_is_is_not_his_name(tagger: Tagger) -> None:
    text = "Представители партии президента Казахстана объявили о победе."
    assert names_in(tagger, text) == ["представители партии президента Казахстана"]


def test_a_kazakh_quotation_in_a_russian_paragraph_has_its_speaker(tagger: Tagger) -> None:
    text = (
        "«Бағаны біз емес, делдал көтереді. Сондықтан өнімді өзіміз әкелдік», – дейді ауыл шаруасы Қанат Мұсабеков. "
        "По его словам, килограмм картофеля он отдавал по 120 тенге, тогда как в магазинах просят 210."
    )
    assert names_in(tagger, text) == ["Қанат Мұсабеков", "Қанат Мұсабеков"]
