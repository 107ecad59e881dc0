"""A scheme that is edited holds together, and notes renamed labels."""

from __future__ import annotations

from app.core.model import Kind
from app.core.scheme import LABEL_KEYS, Label, Scheme
from app.core.vocabulary import REGISTERED
from app.service.project.edited_scheme import EditedScheme
from app.service.project.schemes import default_scheme


def edited(*labels: Label) -> EditedScheme:
    return EditedScheme(Scheme(labels))


def test_a_new_label_has_the_next_free_key_and_a_colour_of_its_own() -> None:
    scheme = edited(Label("PER", key=LABEL_KEYS[0], colour="#ff0000"))
    added = scheme.add(Kind.ENTITY, "ORG")
    assert added.key == LABEL_KEYS[1] and added.colour not in ("", "#ff0000")
    assert scheme.scheme.labels[-1] == added


def test_with_all_keys_taken_a_new_label_has_none() -> None:
    assert edited(*(Label(f"L{key}", key=key) for key in LABEL_KEYS)).add(Kind.ENTITY, "ORG").key == ""


def test_a_key_moves_from_a_label_of_the_same_kind_alone() -> None:
    person, place, claim = Label("PER", key="1"), Label("LOC", key="2"), Label("SAID", Kind.CLAIM, key="1")
    scheme = edited(person, place, claim)
    scheme.replace_label(place, key="1")
    assert [label.key for label in scheme.scheme.labels] == ["", "1", "1"]


def test_renames_merges_and_removals_are_noted_in_their_order() -> None:
    scheme = edited(Label("PER"), Label("ORG"), Label("LOC"))
    assert scheme.rename(Kind.ENTITY, "ORG", "BODY") == 1
    assert scheme.rename(Kind.ENTITY, "BODY", "LOC") == 1
    assert scheme.remove(Kind.ENTITY, "PER") == 0
    assert [label.name for label in scheme.scheme.labels] == ["LOC"]
    assert scheme.renames == [(Kind.ENTITY, "ORG", "BODY"), (Kind.ENTITY, "BODY", "LOC"), (Kind.ENTITY, "PER", "")]


def test_what_changes_nothing_is_not_noted() -> None:
    scheme = edited(Label("PER"))
    assert scheme.rename(Kind.ENTITY, "PER", "PER") is scheme.rename(Kind.ENTITY, "PER", "") is None
    assert scheme.rename(Kind.ENTITY, "ORG", "LOC") is scheme.remove(Kind.ENTITY, "ORG") is None
    assert not scheme.renames


def test_a_label_moves_within_the_list_alone() -> None:
    scheme = edited(Label("PER"), Label("ORG"))
    assert not scheme.move(0, -1) and not scheme.move(1, 1)
    assert scheme.move(0, 1)
    assert [label.name for label in scheme.scheme.labels] == ["ORG", "PER"]


def test_a_label_that_is_renamed_stays_in_the_register() -> None:
    scheme = EditedScheme(default_scheme())
    names = dict.fromkeys(REGISTERED, "")
    for label in REGISTERED:
        names[label] = f"Own {label}"
        scheme.rename(Kind.ENTITY, label, names[label])
        assert scheme.scheme.registered == tuple(names[one] or one for one in REGISTERED), "in the same order"
    scheme.rename(Kind.ENTITY, "EVENT", "Own event")
    assert scheme.scheme.registered == tuple(names.values()), "and no other comes in"
    scheme.rename(Kind.ENTITY, names[REGISTERED[0]], REGISTERED[0])
    assert set(scheme.scheme.registered) == {REGISTERED[0], *list(names.values())[1:]}


def test_a_label_stays_in_the_register_under_the_one_that_takes_its_names() -> None:
    scheme = EditedScheme(default_scheme())
    scheme.add(Kind.ENTITY, "Person")
    scheme.rename(Kind.ENTITY, "PER", "Person")
    assert scheme.scheme.registered == ("Person", "ORG", "LOC")
    scheme.rename(Kind.ENTITY, "Person", "ORG")
    assert scheme.scheme.registered == ("ORG", "LOC")
