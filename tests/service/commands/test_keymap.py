from __future__ import annotations

import pytest

from app.core.message import UserError
from app.core.scheme import LABEL_KEYS
from app.service.commands.keymap import PRESETS, Conflict, Keymap, canonical_key, markdown_table
from app.service.commands.registry import ACTIONS


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_gives_a_key_to_two_actions(preset: str) -> None:
    assert Keymap(preset=preset).conflicts() == []


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_name_actions_that_there_are(preset: str) -> None:
    assert set(PRESETS[preset]) <= {action.id for action in ACTIONS}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("shift+ctrl+z", "Ctrl+Shift+Z"),
        ("Meta + a", "Meta+A"),
        ("pagedown", "PageDown"),
        ("ALT+f12", "Alt+F12"),
        ("Shift+;", "Shift+;"),
        ("\\", "\\"),
    ],
)
def test_a_key_has_one_name(written: str, name: str) -> None:
    assert canonical_key(written) == name == canonical_key(name)


@pytest.mark.parametrize("written", ["", "Ctrl+", "Hyper+A", "Ж", "Ctrl+Ctrl", "AB"])
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(UserError):
        canonical_key(written)


def test_a_bound_key_goes_before_the_given_one_and_the_conflict_shows() -> None:
    keymap = Keymap().bound("annotation.spread", ["space", "Ctrl+J"])
    assert keymap.keys("annotation.spread") == ("Space", "Ctrl+J")
    bound, old = keymap.action_for("Space"), keymap.action_for("P")
    assert bound is not None and bound.id == "annotation.spread" and old is None
    assert keymap.conflicts() == [Conflict("Space", ("annotation.accept", "annotation.spread"))]


def test_a_key_reports_whose_it_is_before_it_is_bound() -> None:
    keymap = Keymap()
    taken = keymap.taken_by("tab")
    assert taken is not None and taken.id == "walk.next"
    assert keymap.taken_by("Tab", but="walk.next") is None and keymap.taken_by("Ctrl+J") is None


def test_an_action_can_be_left_without_a_key_and_be_restored() -> None:
    keymap = Keymap().bound("annotation.accept", []).bound("walk.next", ["Ctrl+J"])
    assert keymap.keys("annotation.accept") == () and keymap.action_for("Space") is None
    assert keymap.restored("annotation.accept").keys("annotation.accept") == ("Space",)
    assert keymap.restored("annotation.accept").keys("walk.next") == ("Ctrl+J",)
    assert keymap.restored().overrides == {}


def test_binding_what_it_is_by_default_is_no_override() -> None:
    assert Keymap().bound("annotation.accept", ["Space"]).overrides == {}


def test_a_preset_is_taken_over_the_defaults_and_under_the_users_own() -> None:
    keymap = Keymap(preset="left hand").bound("walk.miss", ["Ctrl+J"])
    assert "A" in keymap.keys("annotation.accept") and keymap.keys("walk.miss") == ("Ctrl+J",)
    assert keymap.with_preset("default").keys("walk.miss") == (";",)


def test_settings_of_actions_that_are_gone_are_left_out() -> None:
    assert Keymap(overrides={"gone.away": ("A",)}).overrides == {}
    assert Keymap(preset="gone").preset == "default"


def test_the_table_has_every_key_once_and_one_line_for_all_digits() -> None:
    rows = markdown_table().splitlines()[2:]
    keys = " · ".join(f"`{key}`" for key in LABEL_KEYS)
    assert f"| {keys} | Entity label by key | label.1 … label.equals |" in rows
    digits = {f"{kind}.{digit}" for kind in ("label", "claim", "label_one") for digit in "1234567890"}
    digits |= {f"{kind}.{sign}" for kind in ("label", "claim") for sign in ("minus", "equals")}
    written = [row.split(" | ")[-1].rstrip(" |") for row in rows if " … " not in row]
    assert written == [action.id for action in ACTIONS if action.keys and action.id not in digits]


@pytest.mark.parametrize("key", ["", "Ctrl+", "Hyper+A", "Ж", "\x00", "<b>", "A" * 10_000])
def test_a_bad_key_costs_itself_alone_and_is_said(key: str) -> None:
    keymap = Keymap(overrides={"walk.next": ("J", key), "annotation.accept": (key,), "edit.undo": ("Ctrl+J",)})
    assert keymap.keys("walk.next") == ("J",)
    assert keymap.keys("annotation.accept") == ("Space",), "an action is not left without its keys"
    assert keymap.keys("edit.undo") == ("Ctrl+J",)
    assert [dict(fault.args)["action"] for fault in keymap.errors] == ["walk.next", "annotation.accept"]
    assert Keymap(overrides=keymap.bindings).errors == []


def test_keys_of_actions_that_only_a_newer_program_has_are_kept() -> None:
    keymap = Keymap(overrides={"voice.start": ("??",)}).bound("walk.next", ["J"]).restored("walk.next")
    assert keymap.with_preset("left hand").bindings == {"voice.start": ("??",)} and keymap.errors == []


def test_an_unknown_preset_is_said() -> None:
    assert [fault.args["preset"] for fault in Keymap(preset="gone").errors] == ["gone"]
