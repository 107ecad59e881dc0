import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.message import UserError
from app.core.scheme import Scheme
from app.service.names import names_from_text, names_of, names_to_text, takes_country, taught, with_names
from app.service.schemes import default_scheme
from app.service.session import Session
from tests.service.conftest import Opening
from tests.service.samples import TEXT, claim

NAMES = st.dictionaries(st.sampled_from(["Акорда", "Alatau City", "Ұлытау", "🚀 Lab"]), st.sampled_from(["ORG", "LOC"]))


@given(NAMES, st.booleans())
def test_names_come_back_from_their_lines(names: dict[str, str], country: bool) -> None:
    scheme = with_names(default_scheme(), names, takes_country=country)
    assert names_of(scheme) == names == names_from_text(names_to_text(names), scheme)
    assert takes_country(scheme) is country


def test_other_options_of_the_scheme_stay() -> None:
    scheme = Scheme(options=(("view", "wide"),))
    assert with_names(taught(scheme, "Акорда", "ORG"), {}, takes_country=False) == scheme


@pytest.mark.parametrize("line", ["ORG", "Акорда", "NOSUCH Акорда"])
def test_a_bad_line_is_named_with_its_number(line: str) -> None:
    with pytest.raises(UserError, match="Line 2"):
        names_from_text(f"ORG Kaspi\n{line}", default_scheme())


def test_a_taught_name_is_one_step_and_is_taken_back(session: Session) -> None:
    current = session.walk.current
    assert current is not None and session.desk is not None
    name = current.normal or current.words(session.desk.text)
    session.editor.teach()
    assert names_of(session.scheme) == {name: current.label}
    session.editor.teach()
    session.undo()
    assert names_of(session.scheme) == {}


def test_a_claim_teaches_nothing(opening: Opening) -> None:
    session = opening(TEXT, (claim(TEXT, TEXT.split()[0]),))
    session.editor.teach()
    assert names_of(session.scheme) == {}
