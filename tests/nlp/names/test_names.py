"""Names have the right bounds, and none is missed.

What the tagger glues is cut, what it cuts is whole, what it misses elsewhere is found.
"""

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger, TagOptions

CUT = [
    ("line end", "Открыли новый парк Алматы\nСтрана ждёт гостей.", [("LOC", "Алматы")]),
    ("brackets", "Слова принадлежат Джону Смиту (John Smith).", [("PER", "Джону Смиту"), ("PER", "John Smith")]),
    ("legal form", "Директор АО «Казахтелеком» ушёл.", [("ORG", "Казахтелеком")]),
    ("bullets", "Приехали:\n• Иван Петров\n• Анна Сидорова", [("PER", "Иван Петров"), ("PER", "Анна Сидорова")]),
    ("title", "В Токио прибыл Император Акихито.", [("LOC", "Токио"), ("PER", "Акихито")]),
    ("initials", "Об этом сказал А. С. Иванов.", [("PER", "А. С. Иванов")]),
]

LEXICON = [
    ("Строится Alatau City под Алматы.", "Alatau City", "LOC"),
    ("Центр AlemAI открыт.", "AlemAI", "ORG"),
    ("Об этом пишет Tengrinews.kz со ссылкой на источник.", "Tengrinews.kz", "ORG"),
    ("Решение приняла Акорда.", "Акорда", "ORG"),
    ("В Белом доме заявили о санкциях.", "Белом доме", "ORG"),
    ("Встреча прошла в Белом доме вечером.", "Белом доме", "LOC"),
    ("Евросоюз ввёл пошлины.", "Евросоюз", "ORG"),
    ("Сборная Коста Рики победила.", "Коста Рики", "LOC"),
]


def names(tagger: Tagger, text: str) -> list[tuple[str, str]]:
    found = tagger.tag(text).annotations
    return [(one.label, one.words(text)) for one in found if one.label in ("PER", "LOC", "ORG")]


@pytest.fixture(scope="session")
def wide() -> Tagger:
    return Tagger(TagOptions(org_with_country=True))


@pytest.mark.parametrize(("what", "text", "expected"), CUT, ids=[row[0] for row in CUT])
def test_glued_names_are_cut(tagger: Tagger, what: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(tagger, text) == expected


@pytest.mark.parametrize(("text", "name", "label"), LEXICON)
def test_known_names_have_their_label(tagger: Tagger, text: str, name: str, label: str) -> None:
    assert (label, name) in names(tagger, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Об этом сказал аналитик Andrew Collins.", [("PER", "Andrew Collins")]),
        ("Гол забил легионер João Batista.", [("PER", "João Batista")]),
        ("Разыскивается Talgat B. Seitkaliyev.", [("PER", "Talgat B. Seitkaliyev")]),
        ("Акции Freedom Holding подорожали.", [("ORG", "Freedom Holding")]),
        ("Банк Morgan Stanley ждёт роста.", [("ORG", "Morgan Stanley")]),
        ("Сделку закрыла Alexander Capital Partners.", [("ORG", "Alexander Capital Partners")]),
        ("Вышел альбом Mark Hollis.", [("ORG", "Mark Hollis")]),
        (
            "Партнёр Blue Steppe Ventures Jonathan Reyes ушёл.",
            [("ORG", "Blue Steppe Ventures"), ("PER", "Jonathan Reyes")],
        ),
    ],
)
def test_persons_in_latin_letters_are_told_from_bodies(
    tagger: Tagger, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(tagger, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Глава АО «НК «ҚТЖ» ушёл.", [("ORG", "ҚТЖ")]),
        ("В АО «НК «Kazakh Invest» сменился глава.", [("ORG", "Kazakh Invest")]),
        ("IT-компания EPAM Kazakhstan наняла сотню людей.", [("ORG", "EPAM Kazakhstan")]),
    ],
)
def test_the_form_of_a_body_is_no_part_of_its_name(tagger: Tagger, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(tagger, text) == expected


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Аудит Туркестанской и Жамбылской областей завершён.", ["Туркестанской", "Жамбылской областей"]),
        ("Метро строит станции «Калкаман» и «Барлык».", ["Калкаман", "Барлык"]),
        ("Вырастет пропускная способность станции «Достық».", ["Достық"]),
        ("Ремонтируют улицу Розыбакиева.", ["Розыбакиева"]),
        ("Перекрыты улицы Толе би и Розыбакиева.", ["Толе би", "Розыбакиева"]),
    ],
)
def test_the_words_around_tell_a_place(tagger: Tagger, text: str, places: list[str]) -> None:
    assert names(tagger, text) == [("LOC", place) for place in places]


def test_where_somebody_is_from_is_no_part_of_the_name(tagger: Tagger) -> None:
    assert names(tagger, "Казахстанка Аружан Сағындықова победила.") == [("PER", "Аружан Сағындықова")]


def test_what_somebody_leads_is_no_body(tagger: Tagger) -> None:
    assert names(tagger, "Выступит оркестр под управлением Гергиева.") == [("PER", "Гергиева")]


def test_a_body_reaches_over_what_it_is_for(tagger: Tagger) -> None:
    text = "Жалобу рассмотрел Европейский суд по правам человека."
    assert names(tagger, text) == [("ORG", "Европейский суд по правам человека")]


def test_a_body_takes_its_country_only_where_the_project_wants_it(tagger: Tagger, wide: Tagger) -> None:
    text = "Приговор вынес Верховный суд Испании."
    assert names(tagger, text) == [("ORG", "Верховный суд"), ("LOC", "Испании")]
    assert names(wide, text) == [("ORG", "Верховный суд Испании")]


def test_bodies_without_a_name_count_in_the_wide_convention_alone(tagger: Tagger, wide: Tagger) -> None:
    text = "Вчера полиция задержала троих."
    assert names(tagger, text) == []
    assert names(wide, text) == [("ORG", "полиция")]


def test_a_name_is_found_wherever_it_comes_again(tagger: Tagger) -> None:
    text = "Байжанов ушёл. Министр Ерлан Байжанов подал в отставку. Прошение Байжанова приняли."
    assert [words for label, words in names(tagger, text) if label == "PER"] == [
        "Байжанов",
        "Ерлан Байжанов",
        "Байжанова",
    ]


def test_ships_and_works_are_no_bodies(tagger: Tagger) -> None:
    assert names(tagger, "Вышел фильм «Возмездие», стартовал шаттл «Дискавери».") == []


def test_a_projects_own_names_come_first() -> None:
    own = Tagger(TagOptions(lexicon={"Зелёный квартал": "LOC"}))
    assert ("LOC", "Зелёного квартала") in names(own, "Жители Зелёного квартала довольны.")


def test_normal_forms_are_nominative_and_whole(tagger: Tagger) -> None:
    text = "Касым-Жомарту Токаеву в Алматинской области назвали Министерство внутренних дел и Фонд борьбы с коррупцией."
    normals = {one.normal for one in tagger.tag(text).annotations if one.label in ("PER", "LOC", "ORG")}
    assert normals == {
        "Касым-Жомарт Токаев",
        "Алматинская область",
        "Министерство внутренних дел",
        "Фонд борьбы с коррупцией",
    }


@pytest.mark.parametrize(
    ("text", "label", "name", "normal"),
    [
        ("По словам врача Серика Қонақбая, все здоровы.", "PER", "Серика Қонақбая", "Серик Қонақбай"),
        ("Директор музея Гүлнар Әбілқасымова ушла.", "PER", "Гүлнар Әбілқасымова", "Гүлнар Әбілқасымова"),
        ("Заём дал Евразийский банк развития (ЕАБР).", "ORG", "ЕАБР", "ЕАБР"),
        ("Прокурор Салтанат Ибраева просила девять лет.", "PER", "Салтанат Ибраева", "Салтанат Ибраева"),
        ("Буря идёт в Мангистауской и Атырауской областях.", "LOC", "Мангистауской", "Мангистауская"),
        ("Трубы меняют в Ауэзовском и Жетысуском районах.", "LOC", "Жетысуском районах", "Жетысуский район"),
        ("Об этом рассказал Мануэль Роттоли.", "PER", "Мануэль Роттоли", "Мануэль Роттоли"),
    ],
)
def test_a_normal_form_is_not_guessed_at(tagger: Tagger, text: str, label: str, name: str, normal: str) -> None:
    found = [one for one in tagger.tag(text).annotations if one.words(text) == name]
    assert [(one.label, one.normal) for one in found] == [(label, normal)]


def test_mentions_of_one_person_share_a_referent(tagger: Tagger) -> None:
    text = (
        "Глава государства Касым-Жомарт Токаев посетил Казахстан. Токаев встретился с жителями. "
        "Президент Казахстана обещал помощь. Об этом Токаеву напомнили."
    )
    found = tagger.tag(text).annotations
    referents = {one.words(text): one.attribute("referent") for one in found if one.label in ("PER", "ROLE")}
    assert referents == dict.fromkeys(
        ("Глава государства", "Касым-Жомарт Токаев", "Токаев", "Президент Казахстана", "Токаеву"), "Касым-Жомарт Токаев"
    )


def test_two_persons_of_one_surname_stay_two(tagger: Tagger) -> None:
    text = "Иван Петров и Анна Петрова спорили. Пришли Сергей Ким и Олег Ким. Ким молчал."
    found = tagger.tag(text).annotations
    referents = [one.attribute("referent") for one in found if one.label == "PER"]
    assert referents[:4] == ["Иван Петров", "Анна Петрова", "Сергей Ким", "Олег Ким"]


def test_an_acronym_in_brackets_stands_for_its_body(tagger: Tagger) -> None:
    text = "Комитет защиты журналистов (КЗЖ) выступил. Позже КЗЖ уточнил."
    found = [one for one in tagger.tag(text).annotations if one.label == "ORG"]
    assert {one.attribute("referent") for one in found} == {"Комитет защиты журналистов"}


def test_posts_hold_what_they_are_of(tagger: Tagger) -> None:
    text = "Аким Алматинской области и пресс-секретарь президента ответили, бывший министр промолчал."
    found = [one.words(text) for one in tagger.tag(text).annotations if one.label == "ROLE"]
    assert found == ["Аким Алматинской области", "пресс-секретарь президента", "министр"]


def test_a_post_keeps_what_says_that_it_is_past_or_which_it_is(tagger: Tagger) -> None:
    text = "Осудили экс-заместителя акима Экибастуза. Об этом сказал управляющий директор фонда."
    found = [one.words(text) for one in tagger.tag(text).annotations if one.label == "ROLE"]
    assert found == ["экс-заместителя акима Экибастуза", "управляющий директор фонда"]


def test_kazakh_text_has_names_by_rules(tagger: Tagger) -> None:
    text = "Бүгін Қасым-Жомарт Тоқаев Астанада Сыртқы істер министрлігінің басшысын қабылдады."
    found = tagger.tag(text)
    assert found.language == "kk"
    assert [(one.label, one.words(text)) for one in found.annotations if one.kind is Kind.ENTITY] == [
        ("DATE", "Бүгін"),
        ("PER", "Қасым-Жомарт Тоқаев"),
        ("LOC", "Астанада"),
        ("ORG", "Сыртқы істер министрлігінің"),
    ]


def test_the_frame_of_a_file_is_not_tagged_but_dates_the_article(tagger: Tagger) -> None:
    text = " date 2025-09-02 Город ждёт\nОпубликовано: вчера\nВ июне текущего года открыли парк.\nОригинал статьи: https://x.kz/moskva"
    found = [
        (one.words(text), one.attribute("value")) for one in tagger.tag(text).annotations if one.kind is Kind.ENTITY
    ]
    assert found == [("июне текущего года", "2025-06")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Об этом сообщила пресс-служба полиции Алматы.", "пресс-служба полиции Алматы"),
        ("Выступил председатель Совета директоров «Башинформа».", "Совета директоров «Башинформа»"),
        ("Его уволило Главное управление МВД России по Нижегородской области.",
         "Главное управление МВД России по Нижегородской области"),
        ("Открылся Музыкальный театр имени Станиславского.", "Музыкальный театр имени Станиславского"),
    ],
)  # fmt: skip
def test_in_the_wide_convention_a_body_holds_the_body_it_is_of(wide: Tagger, text: str, expected: str) -> None:
    assert ("ORG", expected) in names(wide, text)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Команда Феррари выиграла гонку.", "ORG", "Феррари"),
        ("Строит дома холдинг «Жетісу Құрылыс».", "ORG", "Жетісу Құрылыс"),
        ("Об этом сообщает infox.ru со ссылкой на источник.", "ORG", "infox.ru"),
        ("Жалобу подали в комитет ООН против пыток.", "ORG", "комитет ООН против пыток"),
        ("Об этом заявил глава японского МИДа.", "ORG", "японского МИДа"),
    ],
)
def test_the_words_around_tell_a_body(tagger: Tagger, text: str, label: str, name: str) -> None:
    assert (label, name) in names(tagger, text)


def test_a_link_is_no_body(tagger: Tagger) -> None:
    assert names(tagger, "Подробнее на https://www.infox.ru/news или пишите на a@infox.ru сегодня.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Единый накопительный пенсионный фонд стоит.", [("ORG", "Единый накопительный пенсионный фонд")]),
        ("Новый областной детский театр откроется весной.", []),
    ],
)  # fmt: skip
def test_a_title_opens_an_organisation_where_a_sentence_begins(
    tagger: Tagger, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(tagger, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Лучшим стал игрок «Актобе» Иван Ким.", [("ORG", "Актобе"), ("PER", "Иван Ким")]),
        ("Вышел сериал «Шанхай».", []),
    ],
)  # fmt: skip
def test_only_whole_words_for_things_say_that_a_thing_is_quoted(
    tagger: Tagger, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(tagger, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Фото: Турар Казангапов / Steppe Lab", [("PER", "Турар Казангапов"), ("ORG", "Steppe Lab")]),
        ("На Экибастузской ГРЭС-2 авария.", [("ORG", "Экибастузской ГРЭС-2")]),
        ("На нашей ТЭЦ тихо.", []),
        ("«Женис» и «Тобол» сыграли вничью.", [("ORG", "Женис"), ("ORG", "Тобол")]),
        ("Победила учительница школы Тараза Гульнур Ахметова.", [("LOC", "Тараза"), ("PER", "Гульнур Ахметова")]),
        ("На чемпионате Азии-2026 он взял золото.", []),
    ],
)  # fmt: skip
def test_the_words_around_tell_what_a_name_is(tagger: Tagger, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(tagger, text) == expected


def test_an_acronym_spelt_out_as_no_organisation_is_none_in_the_whole_article(tagger: Tagger) -> None:
    text = "За год индекс потребительских цен (ИПЦ) вырос. ИПЦ растёт и сейчас. Фонд доверия (ФДР) ни при чём."
    assert ("ORG", "ИПЦ") not in names(tagger, text)
    text = "Комитет лесных угодий (КЛУ) проверил посадки. КЛУ доволен."
    assert names(tagger, text).count(("ORG", "КЛУ")) == 2


@pytest.mark.parametrize(
    "text", ["Шаттл «Дискавери» сел. После «Дискавери» полётов нет.", "Спутник «Дала» запущен. «Дала» вышла на орбиту."]
)
def test_what_a_thing_is_called_is_no_organisation_in_the_whole_article(tagger: Tagger, text: str) -> None:
    assert names(tagger, text) == []


def test_a_preposition_is_no_position(tagger: Tagger) -> None:
    rows = tagger.tag("Егор Сериков приехал после смерти отца. После поездки он молчит.").annotations
    assert [row for row in rows if row.label == "ROLE"] == []


def test_a_zone_of_the_internet_is_no_place(tagger: Tagger) -> None:
    assert names(tagger, "Заявки на адреса в зоне .РФ приняли. Зона .KZ растёт.") == []
    assert names(tagger, "Тур по Азии.Казахстан ждёт гостей.") == [("LOC", "Азии"), ("LOC", "Казахстан")]
