"""Sentences that only look like reports hold no claims.

The claims that stand beside them are found.
"""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    "text",
    [
        "Первым финишировал и хозяин трассы – Олег Дым.",
        "Приехал мастер спорта – чемпион края.",
        "Не обошлось без выступления соавтора – Вити Лужина.",
        "Весь рынок держат пять семей – Гуль, Дым, Лор, Нур и Цой.",
        "Другой гость – Ия Лор.",
    ],
)
def test_an_apposition_behind_a_dash_says_nothing(claims: Claims, text: str) -> None:
    assert claims(f"Гонка прошла.\n{text}") == []


def test_who_asks_in_most_turns_says_nothing(claims: Claims) -> None:
    text = (
        "Голос Степи: Когда построили мельницу?\nИя Лор: Мельницу построили в мае.\n"
        "Голос Степи: Говорят, что зерна мало…\nИя Лор: Зерна хватает.\n"
        "Голос Степи: Кто мелет?\nИя Лор: Мелет мой брат."
    )
    found = claims(text)
    assert {claim.speaker for claim in found} == {"Ия Лор"}
    assert len(found) == 3


def test_a_remark_between_turns_parts_no_turns(claims: Claims) -> None:
    (last,) = claims("Судья Лор: Кто видел мост?\n(Смех в зале.)\nСвидетель Нур: Мост снесли ночью.")
    assert (last.pieces, last.speaker) == (("Мост снесли ночью",), "Свидетель Нур")


@pytest.mark.parametrize(
    "text",
    [
        "Сторож допустил ошибку в журнале.",
        "Редакция подтвердила эту информацию.",
        "Агентство подтвердило рейтинг мельницы.",
        "Министр выразил соболезнования семье мельника.",
        "Критик высказал своё мнение о спектакле.",
        "Своим мнением о балете поделятся критики.",
        "Неясно, согласятся ли соседи продать сад.",
        "Соседи хотели прийти к мосту, чтобы встретить паром.",
        "Мост закрыли после того, как об этом сообщили сторожа.",
        "Об этом человеке в ауле говорят разное.",
        "После свидания с братом вдова заметила следы.",
        "Эту гору соседи называют Белым Псом.",
    ],
)
def test_what_is_no_report_is_no_claim(claims: Claims, text: str) -> None:
    found = claims(f"Ночью шёл снег.\n{text}")
    assert [claim for claim in found if claim.kind != "forecast"] == []


@pytest.mark.parametrize(
    "text",
    [
        "К реке собираются лучшие гребцы.",
        "Вдова хочет мира.",
        "Пусть победит хор.",
        "По сюжету, сын уедет.",
        "Клубы организуют показы.",
    ],
)
def test_no_plan_and_a_plot_are_no_outlook(claims: Claims, text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("Хор собирается уехать.", "Хор собирается уехать", "promise"),
        ("Мельник предполагает вернуть долг весной.", "Мельник предполагает вернуть долг весной", "promise"),
        ("Напомним, в гонке примут участие сто лодок.", "в гонке примут участие сто лодок", "forecast"),
        ("Вору может грозить год тюрьмы.", "Вору может грозить год тюрьмы", "forecast"),
        ("Десять лодок могут быть проданы весной.", "Десять лодок могут быть проданы весной", "forecast"),
        ("Вдова требовала для вора три года тюрьмы.", "три года тюрьмы", "demand"),
        ("Жюри подтвердило снятие пяти лодок.", "снятие пяти лодок", "statement"),
    ],
)
def test_the_claim_beside_it_is_found(claims: Claims, text: str, content: str, kind: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.kind) == ((content,), kind)


def test_nobody_accuses_where_none_is_named(claims: Claims) -> None:
    (claim,) = claims("Мельника обвинили в связях с союзом ткачей.")
    assert claim.speaker is None


@pytest.mark.parametrize(
    ("text", "pieces", "speaker", "cue"),
    [
        ("Главной бедой мельник назвал нехватку зерна.", ("Главной бедой", "нехватку зерна"), "мельник", "назвал"),
        ("Состояние реки экологи оценивают как тяжёлое.", ("Состояние реки", "как тяжёлое"), "экологи", "оценивают"),
        ("Судья расценил звонок как угрозу.", ("звонок как угрозу",), "Судья", "расценил"),
        ("Дозор отметил высокую аварийность моста.", ("высокую аварийность моста",), "Дозор", "отметил"),
        ("Тренер уверен в победе хора.", ("в победе хора",), "Тренер", "уверен"),
        ("Минэнерго исключило рост тарифов.", ("рост тарифов",), "Минэнерго", "исключило"),
        ("Опрос показал снижение доверия.", ("снижение доверия",), "Опрос", "показал"),
        ("Повар дал понять, что уедет.", ("уедет",), "Повар", "понять"),
        ("Появилась информация, что порт закроют.", ("порт закроют",), None, "Появилась информация"),
        ("Поступили сообщения, что порт закрыт.", ("порт закрыт",), None, "Поступили сообщения"),
        ("О том, что порт закрыт, стало известно утром.", ("порт закрыт",), None, "известно"),
        ("О том, что порт закрыт, заявил лоцман.", ("порт закрыт",), "лоцман", "заявил"),
        ("Позже выяснилось, что порт закрыт.", ("порт закрыт",), None, "выяснилось"),
    ],
)
def test_a_finding_or_an_opinion_is_a_claim_however_it_is_told(
    claims: Claims, text: str, pieces: tuple[str, ...], speaker: str | None, cue: str
) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.speaker, claim.cue) == (pieces, speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Хор показал готовность.",
        "Тренера исключили из списка.",
        "Хор отметил юбилей.",
        "Почтальон передал информацию деду.",
    ],
)
def test_what_is_shown_or_handed_over_is_no_finding(claims: Claims, text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        ("Мост, передаёт «Вестник», закрыт.", ("Мост", "закрыт"), "Вестник"),
        ("Цены вырастут, уверены в Минфине.", ("Цены вырастут",), "Минфине"),
        ("Паром, по прогнозам лоцмана, придёт в мае, однако река обмелела.", ("Паром", "придёт в мае"), "лоцмана"),
    ],
)
def test_inserted_words_name_the_speaker_of_their_own_clause(
    claims: Claims, text: str, pieces: tuple[str, ...], speaker: str
) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.speaker) == (pieces, speaker)


def test_a_verb_that_agrees_with_the_cue_leaves_the_content(claims: Claims) -> None:
    first, second = claims("Мэр заявил, что все дела закрыты и попросил уволить сторожа.")
    assert (first.pieces, first.speaker) == (("все дела закрыты",), "Мэр")
    assert (second.pieces, second.speaker) == (("уволить сторожа",), "Мэр")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Парк реконструируют к осени.", None),
        ("В ауле организуют показ фильмов.", None),
        ("В частности, хор споёт в парке.", "хор споёт в парке"),
        ("По плану, паром пойдёт в мае.", "паром пойдёт в мае"),
        ("В парке покажут фильмы, в съёмках которых участвовал хор.", None),
    ],
)
def test_an_outlook_of_the_paper_holds_its_clause(claims: Claims, text: str, content: str | None) -> None:
    (claim,) = claims(text)
    assert claim.pieces == ((content or text.rstrip(".")),)
