from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.message import UserError
from app.core.model import Kind
from app.core.scheme import Label, Scheme
from app.service.project.schemes import default_scheme, load_scheme, save_scheme
from app.service.project.taught_names import (
    add_taught_name,
    names_from_text,
    names_of,
    names_to_text,
    takes_country,
    with_loaded,
    with_names,
)
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import TEXT, claim, rename_label

NAMES = st.dictionaries(st.sampled_from(["Акорда", "Alatau City", "Ұлытау", "🚀 Lab"]), st.sampled_from(["ORG", "LOC"]))


@given(NAMES, st.booleans())
def test_names_come_back_from_their_lines(names: dict[str, str], country: bool) -> None:
    scheme = with_names(default_scheme(), names, takes_country=country)
    assert names_of(scheme) == names == names_from_text(names_to_text(names), scheme)
    assert takes_country(scheme) is country


def test_a_name_taught_under_a_label_of_several_words_comes_back() -> None:
    scheme = Scheme((Label("Company"), Label("Company Name")))
    taught = {"Kaspi": "Company Name", "Рога и копыта": "Company"}
    assert names_from_text(names_to_text(taught), scheme) == taught


def test_other_options_of_the_scheme_stay() -> None:
    scheme = Scheme(options=(("view", "wide"),))
    assert with_names(add_taught_name(scheme, "Акорда", "ORG"), {}, takes_country=False) == scheme


def test_names_that_were_taught_survive_the_loading_of_a_scheme_file(tmp_path: Path) -> None:
    project = add_taught_name(add_taught_name(default_scheme(), "Акорда", "ORG"), "Алатау", "LOC").with_option(
        "view", "wide"
    )
    save_scheme(add_taught_name(Scheme((Label("ORG"),)), "Акорда", "PER"), tmp_path / "labels.json")
    both = with_loaded(project, load_scheme(tmp_path / "labels.json"))
    assert names_of(both) == {"Акорда": "ORG", "Алатау": "LOC"}
    assert both.labels == (Label("ORG"),)
    assert both.option("view") == "wide"


def test_a_loaded_scheme_says_what_an_organisation_takes() -> None:
    loaded = with_names(default_scheme(), {"Акорда": "ORG"}, takes_country=True)
    assert takes_country(with_loaded(default_scheme(), loaded))
    assert names_of(with_loaded(default_scheme(), loaded)) == {"Акорда": "ORG"}


@pytest.mark.parametrize("new", ["BODY", "LOC"])
def test_names_go_with_their_label_when_it_is_renamed_or_merged(session: Session, new: str) -> None:
    session.editor.scheme.replace(add_taught_name(session.scheme, "Акорда", "ORG"))
    rename_label(session, Kind.ENTITY, "ORG", new)
    assert names_of(session.scheme) == {"Акорда": new}
    session.history.undo()
    assert names_of(session.scheme) == {"Акорда": "ORG"}


@pytest.mark.parametrize("line", ["ORG", "Акорда", "NOSUCH Акорда"])
def test_a_bad_line_is_named_with_its_number(line: str) -> None:
    with pytest.raises(UserError, match="Line 2"):
        names_from_text(f"ORG Kaspi\n{line}", default_scheme())


def test_a_taught_name_is_one_step_and_is_taken_back(session: Session) -> None:
    current = session.navigation.current
    assert current is not None and session.open_article is not None
    name = current.normal or current.words(session.open_article.text)
    session.editor.scheme.teach_name()
    assert names_of(session.scheme) == {name: current.label}
    session.editor.scheme.teach_name()
    session.history.undo()
    assert names_of(session.scheme) == {}


def test_a_claim_teaches_nothing(opening: Opening) -> None:
    session = opening(TEXT, (claim(TEXT, TEXT.split()[0]),))
    session.editor.scheme.teach_name()
    assert names_of(session.scheme) == {}
