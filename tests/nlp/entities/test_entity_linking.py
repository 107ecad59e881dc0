"""A short name is linked to the article's fullest one.

It is the same one in every run.
"""

import pytest

from app.core.span import Span
from app.nlp.entities.entity_linking import EntityLinker
from app.nlp.names.known.lexicon import Lexicon
from app.nlp.names.name import Name
from app.nlp.pipeline import Tagger
from app.nlp.text.tokens import iter_tokens

GIVEN = ("Иван", "Пётр", "Анна", "Мария", "Олег", "Игорь", "Ольга", "Елена", "Павел", "Сергей", "Тимур", "Ерлан")


def linked(*names: str) -> list[str]:
    """Return what each person of a text is linked to.

    The text is these names alone.
    """
    text = ", ".join(names)
    tokens = list(iter_tokens(text, Span(0, len(text))))
    found, first = [], 0
    for name in names:
        size = len(list(iter_tokens(name, Span(0, len(name)))))
        found.append(Name(first, first + size, "PER"))
        first += size + 1
    return EntityLinker(Lexicon(), lambda _word: False).link_names(found, names, tokens)


def test_of_two_equal_full_names_the_first_in_the_text_is_meant() -> None:
    """Use twelve pairs, so that an unstable order fails.

    An order that hangs on the hashes of texts fails almost surely.
    """
    for one, other in zip(GIVEN, (*GIVEN[1:], GIVEN[0]), strict=True):
        assert linked(f"{one} Ким", f"{other} Ким", "Ким")[2] == f"{one} Ким"


def test_the_more_frequent_full_name_is_meant() -> None:
    assert linked("Иван Ким", "Анна Ким", "Анна Ким", "Ким")[3] == "Анна Ким"


def test_an_initial_stands_for_the_given_name_that_begins_with_it() -> None:
    assert linked("Ерлан Ким", "Е. Ким")[1] == "Ерлан Ким"
    assert linked("Е. Ким", "Ерлан Ким", "Ким") == ["Ерлан Ким"] * 3
    assert linked("Ерлан Ким", "Е.Ким", "Ким Е.") == ["Ерлан Ким"] * 3
    assert linked("Олег Ким", "Е. Ким")[1] == "Е. Ким"


@pytest.mark.parametrize(
    ("text", "entity"),
    [("Толпы вышли на улицы Алма-Аты.", "Алматы"), ("Вода ушла с проспекта Сатпаева.", "Сатпаева")],
)
def test_a_town_behind_streets_is_the_town_and_a_namesake_is_not(tagger: Tagger, text: str, entity: str) -> None:
    places = [one for one in tagger.tag(text).annotations if one.label == "LOC"]
    assert [one.attribute("referent") for one in places] == [entity]
