"""One table of endings cuts a name and tells its cases."""

import pytest

from app.nlp.text.name_endings import FEMININE, MASCULINE, cut_case_ending, find_added_cases


@pytest.mark.parametrize(
    ("name", "case", "gender", "nominative"),
    [
        ("Тоттенхэма", "gent", MASCULINE, "Тоттенхэм"),
        ("Ганом", "ablt", MASCULINE, "Ган"),
        ("Сериктаю", "datv", MASCULINE, "Сериктай"),
        ("Елимая", "accs", MASCULINE, "Елимай"),
        ("Айнуры", "gent", FEMININE, "Айнура"),
        ("Токио", "gent", MASCULINE, "Токио"),
        ("Яна", "gent", MASCULINE, "Яна"),
    ],
)
def test_an_ending_is_cut_in_its_case_alone(name: str, case: str, gender: str, nominative: str) -> None:
    assert cut_case_ending(name, case, gender) == nominative
    assert cut_case_ending(name, "nomn", gender) == name


@pytest.mark.parametrize(
    ("name", "nominative", "cases"),
    [
        ("Елимаю", "Елимай", {"datv"}),
        ("Тоттенхэма", "Тоттенхэм", {"gent", "accs"}),
        ("Ына", "Ын", {"gent", "accs"}),
        ("Тоттенхэм", "Тоттенхэм", set()),
    ],
)
def test_an_ending_tells_the_cases(name: str, nominative: str, cases: set[str]) -> None:
    assert find_added_cases(name, nominative) == cases
