from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import pytest

from app.core.message import UserError
from app.core.model import Kind
from app.core.scheme import Attribute, Label, Scheme
from app.service.project.drafts import Drafts
from app.service.project.schemes import default_scheme, load_scheme, save_scheme
from app.service.project.settings import Settings, SettingsFile, config_folder
from app.service.project.settings_fields import sound_entries
from app.service.project.settings_shapes import are_sound
from app.store import Project


def test_what_is_saved_is_loaded(own_settings: Path) -> None:
    settings = Settings(language="ru", zoom=150, keys={"walk.next": ("Tab", "J")})
    settings.remember_project(own_settings / "один.pometka")
    settings.remember_place(own_settings / "один.pometka", 7, 100)
    SettingsFile().save(settings)
    assert SettingsFile().load() == settings and config_folder() == own_settings


def test_only_recent_projects_have_a_place(own_settings: Path) -> None:
    settings = Settings()
    for number in range(15):
        settings.remember_project(own_settings / f"{number}.pometka")
        settings.remember_place(own_settings / f"{number}.pometka", number, 100)
    assert settings.place_in(own_settings / "14.pometka") == (14, 100)
    assert settings.place_in(own_settings / "0.pometka") is None and len(settings.places) == len(settings.recent)


def test_without_a_file_the_defaults_are_used_and_nothing_is_reported(own_settings: Path) -> None:
    file = SettingsFile(own_settings / "not yet")
    assert file.load() == Settings() and file.errors == []
    file.save(Settings(zoom=90))
    assert file.load().zoom == 90


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"keys": 7', "\udcff"])
def test_a_broken_file_gives_the_defaults_and_says_why(own_settings: Path, content: str) -> None:
    file = SettingsFile()
    file.path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert file.load() == Settings()
    assert file.errors and "settings.json" in str(file.errors[0])
    file.save(Settings(zoom=120))
    assert file.load() == Settings(zoom=120) and file.errors == []
    kept = file.path.with_name("settings.damaged.json")
    assert kept.read_bytes() == content.encode("utf-8", "surrogateescape"), "what was written by hand is not lost"


def test_fields_of_another_shape_take_their_default() -> None:
    file = SettingsFile()
    file.path.write_text('{"zoom": "big", "theme": "dark", "keys": {"walk.next": ["J"]}}', "utf-8")
    assert file.load() == Settings(theme="dark", keys={"walk.next": ("J",)})
    assert [str(fault) for fault in file.errors] == [
        "The setting “zoom” is left out: it must be a whole number from 50 to 300. The default is used."
    ]


@pytest.mark.parametrize("place", ["5", "[1]", '["x", 1]', "null"])
def test_one_key_or_place_of_another_shape_costs_itself_alone(place: str) -> None:
    file = SettingsFile()
    keys = '{"walk.next": ["J"], "walk.previous": 5}'
    file.path.write_text(f'{{"keys": {keys}, "places": {{"a": {place}, "b": [2, 7]}}}}', "utf-8")
    assert file.load() == Settings(keys={"walk.next": ("J",)}, places={"b": (2, 7)})
    assert len(file.errors) == 2
    assert "“keys.walk.previous”" in str(file.errors[0]) and "“places.a”" in str(file.errors[1])


def test_a_failed_save_leaves_the_old_settings(own_settings: Path) -> None:
    file = SettingsFile()
    file.save(Settings(zoom=120))
    (own_settings / "settings.json.new").mkdir()
    with pytest.raises(UserError):
        file.save(Settings(zoom=80))
    assert file.load().zoom == 120


def test_the_last_project_is_on_top_once_and_ten_are_kept(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(12), 5):
        settings.remember_project(tmp_path / f"{number}.pometka")
    names = [Path(name).stem for name in settings.recent]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_the_default_scheme_has_the_labels_on_the_keys_of_the_contract() -> None:
    scheme = default_scheme()
    keys = {label.key: label.name for label in scheme.of_kind(Kind.ENTITY) if label.key}
    assert keys == dict(
        zip("1234567890-", "PER ORG LOC DATE MONEY PERCENT EVENT ROLE LAW OTHER NUMBER".split(), strict=True)  # noqa: SIM905
    )
    claims = [(label.key, label.name) for label in scheme.of_kind(Kind.CLAIM)]
    assert claims == [("1", "statement"), ("2", "forecast"), ("3", "promise"), ("4", "demand")]
    for label in scheme.labels:
        assert {"en", "kk", "ru"} <= {language for language, _ in label.titles}
        assert label.guideline and label.examples and label.attributes
        assert all(example.count("[") == example.count("]") > 0 for example in label.examples)


def test_a_scheme_goes_to_a_file_and_back(tmp_path: Path) -> None:
    save_scheme(default_scheme(), tmp_path / "схема.json")
    assert load_scheme(tmp_path / "схема.json") == default_scheme()


@pytest.mark.parametrize(
    ("label", "words"),
    [
        (Label("A", attributes=(Attribute(" "),)), "attributes.0..name: must not be empty"),
        (Label("A", attributes=(Attribute("x"), Attribute("x", type="flag"))), "“x” twice"),
        (Label("y" * 1_000_000), "longer than"),
        (Label("A", titles=(("ru", "Я" * 201),)), "longer than"),
        (Label("A", attributes=(Attribute("x", choices=("ж" * 201,)),)), "longer than"),
        (Label("A\nB"), "more than one line"),
        (Label("A", attributes=(Attribute("x", title="a\u2028b"),)), "more than one line"),
    ],
)
def test_a_scheme_file_that_cannot_be_used_is_refused_with_the_label_named(
    tmp_path: Path, label: Label, words: str
) -> None:
    save_scheme(Scheme((label,)), tmp_path / "x.json")
    with pytest.raises(UserError, match=words) as error:
        load_scheme(tmp_path / "x.json")
    assert len(str(error.value)) < 500


def test_no_scheme_takes_the_place_of_a_project(tmp_path: Path) -> None:
    Project.create(tmp_path / "p.pometka", default_scheme()).close()
    moved = (tmp_path / "p.pometka").rename(tmp_path / "labels.json")
    before = moved.read_bytes()
    with pytest.raises(UserError, match=r"“labels\.json” belongs to a Pometka project"):
        save_scheme(default_scheme(), moved)
    assert moved.read_bytes() == before


def test_settings_and_schemes_are_on_disk_before_they_get_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []

    def flush(number: int) -> None:
        events.append("folder" if S_ISDIR(os.fstat(number).st_mode) else f"{os.fstat(number).st_size > 0} file")

    def rename(self: Path, target: Path) -> Path:
        events.append("rename")
        os.replace(self, target)  # noqa: PTH105
        return target

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(Path, "replace", rename)
    for write in (
        lambda: SettingsFile().save(Settings(zoom=90)),
        lambda: save_scheme(default_scheme(), tmp_path / "x.json"),
    ):
        events.clear()
        write()
        assert events == ["True file", "rename", "folder"]
    events.clear()
    Drafts().keep(tmp_path / "p.pometka", (1, None), "а")
    assert events == ["rename"], "a draft is kept between keys, which a disk must not hold up"


def test_a_scheme_file_that_names_a_field_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"labels": [{"name": "A", "key": "1", "key": "2"}]}')
    with pytest.raises(UserError, match="“key” is named twice"):
        load_scheme(tmp_path / "x.json")


def test_a_scheme_file_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"нет\.json"):
        load_scheme(tmp_path / "нет.json")
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(UserError, match=r"x\.json"):
        load_scheme(tmp_path / "x.json")


SOUND: dict[str, Any] = {
    "language": "ru",
    "theme": "dark",
    "zoom": 120,
    "author": "Ая",
    "preset": "left hand",
    "keys": {"walk.next": ["J"], "walk.previous": ["K"]},
    "recent": ["/a.pometka", "/b.pometka"],
    "recent_actions": ["edit.undo"],
    "queries": ["школа"],
    "article_columns": ["date", "tags"],
    "article_order": "-date",
    "places": {"/a.pometka": [3, 7], "/b.pometka": [4, 0]},
    "tables": {"a\nb": "text=b,title=a"},
    "export_presets": {"Отдел": '{"done_only": true}'},
    "opens_exports": True,
    "geometry": "AAA=",
    "window_state": "BBB=",
    "mends_text": False,
    "offers_corrections": False,
    "text_font": "PT Serif",
    "line_spacing": 130,
    "measure": 66,
    "shows_letters": True,
    "asked_author": True,
}
DEEP = "[" * 50_000 + "]" * 50_000
ODD = [
    "null", "true", "7", "-1", "1e999", "NaN", "9" * 5_000, '"\\u0000"', '"\\ud800"', '"?"', "[]", "{}", "[[1]]",
    "[null]", '{"a": 1}', '{"a": [1, 2, 3]}', '{"a": [1, -2]}', '{"a": [true, 1]}', DEEP, f'{{"a": {DEEP}}}',
]  # fmt: skip


def loaded_from(text: str) -> tuple[Settings, list[str]]:
    file = SettingsFile()
    file.path.write_text(text, "utf-8")
    settings = file.load()
    return settings, [str(fault) for fault in file.errors]


@pytest.mark.parametrize(("text", "lost"), [('{"language": "ru"', ""), ("[1]", ""), ('{"zoom": [', "zoom")])
def test_a_damaged_file_says_what_was_left_out_where_anything_was(text: str, lost: str) -> None:
    _, (fault,) = loaded_from(text)
    assert "damaged" in fault and fault.partition("Left out: ")[2] == (f"{lost}." if lost else "")


def test_the_sound_settings_have_every_field() -> None:
    assert {*SOUND, "others"} == {one.name for one in fields(Settings)}
    settings, faults = loaded_from(json.dumps(SOUND))
    assert faults == [] and settings.keys == {"walk.next": ("J",), "walk.previous": ("K",)}
    assert settings.places == {"/a.pometka": (3, 7), "/b.pometka": (4, 0)}


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("value", ODD, ids=lambda value: value[:12])
def test_an_odd_entry_costs_itself_alone_and_is_said_once(name: str, value: str) -> None:
    entries = [f'"{key}": {value if key == name else json.dumps(one)}' for key, one in SOUND.items()]
    settings, faults = loaded_from("{" + ", ".join(entries) + "}")
    expected, _ = loaded_from(json.dumps({key: one for key, one in SOUND.items() if key != name}))
    others = [one.name for one in fields(Settings) if one.name != name]
    assert [getattr(settings, one) for one in others] == [getattr(expected, one) for one in others]
    taken = getattr(settings, name)
    assert type(taken) is type(getattr(Settings(), name))
    assert faults == [] or taken == getattr(Settings(), name)
    assert all(f"“{name}" in fault or f"Left out: {name}" in fault for fault in faults) and len(faults) <= 1
    file = SettingsFile()
    file.save(settings)
    assert file.load() == settings and file.errors == []


@pytest.mark.parametrize("name", ["recent", "recent_actions", "keys", "places"])
def test_an_odd_item_costs_itself_alone(name: str) -> None:
    tree = json.loads(json.dumps(SOUND))
    if isinstance(tree[name], list):
        tree[name].insert(1, 7)
    else:
        tree[name]["odd"] = {"x": 7}
    settings, faults = loaded_from(json.dumps(tree))
    assert settings == loaded_from(json.dumps(SOUND))[0]
    assert len(faults) == 1 and f"“{name}" in faults[0]


def test_entries_of_a_newer_program_are_written_back(own_settings: Path) -> None:
    newer = {"voice": {"speed": 3}, "colours": ["a"]}
    settings, faults = loaded_from(json.dumps({**SOUND, **newer}))
    assert faults == []
    file = SettingsFile()
    settings.zoom = 90
    file.save(settings)
    assert file.load() == settings
    assert json.loads(file.path.read_text("utf-8")).items() >= {**newer, "zoom": 90}.items()


def test_a_file_changed_by_hand_is_checked_again(own_settings: Path) -> None:
    file = SettingsFile()
    file.save(Settings(zoom=120))
    file.path.write_text(file.path.read_text("utf-8").replace("120", "12000"), "utf-8")
    assert file.load().zoom == 100 and len(file.errors) == 1


def test_names_that_are_no_text_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    settings.remember_project(tmp_path / os.fsdecode(b"\xff.pometka"))
    file = SettingsFile()
    file.save(settings)
    assert file.load() == settings


@pytest.mark.parametrize("name", ["recent", "keys", "places"])
def test_a_name_that_is_no_text_costs_at_most_itself(name: str) -> None:
    tree = json.loads(json.dumps(SOUND))
    odd = os.fsdecode(b"\xff.pometka")
    tree[name] = [odd, 7] if name == "recent" else {odd: [3, 4]}
    settings, faults = loaded_from(json.dumps(tree))
    expected = {"recent": [odd], "keys": {}, "places": {odd: (3, 4)}}
    assert getattr(settings, name) == expected[name]
    assert len(faults) == (name != "places")


def test_what_another_version_wrote_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    file = SettingsFile()
    newer: Any = "large"
    with monkeypatch.context() as patch:
        patch.setattr("app.service.project.settings.__version__", "99.0")
        file.save(Settings(zoom=newer, theme="sepia", author="Ая"))
    assert file.load() == Settings(author="Ая") and len(file.errors) == 2


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("value", [one for one in ODD if len(one) < 100])
def test_an_odd_entry_under_a_right_checksum_costs_itself_alone(name: str, value: str) -> None:
    file, odd = SettingsFile(), json.loads(value)
    file.save(Settings(**{**SOUND, "keys": {}, "places": {}, name: odd}))
    settings = file.load()
    assert type(getattr(settings, name)) is type(getattr(Settings(), name))
    assert settings.zoom in (100, 120) and settings.theme in ("dark", "system"), "no odd value is taken over"
    file.save(settings)
    assert file.load() == settings and file.errors == []


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("value", [one for one in ODD if len(one) < 100])
def test_the_quick_check_admits_nothing_that_the_library_refuses(name: str, value: str) -> None:
    tree = {name: json.loads(value)}
    if are_sound(tree):
        assert sound_entries(tree) == (tree, [])
    assert are_sound(SOUND)


def test_sound_settings_are_read_without_the_library(own_settings: Path) -> None:
    """The library takes as long to load as the first paint may."""
    settings = Settings(language="ru", keys={"walk.next": ("Tab", "J")})
    settings.remember_project(own_settings / "один.pometka")
    settings.remember_place(own_settings / "один.pometka", 7, 100)
    SettingsFile().save(settings)
    code = "import sys; from app.service.project.settings import SettingsFile as F; F().load(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert "pydantic" not in loaded.split() and "app.service.project.settings" in loaded.split()


def test_a_pipe_in_the_place_of_the_settings_is_not_read(own_settings: Path) -> None:
    os.mkfifo(own_settings / "settings.json")
    file = SettingsFile()
    assert file.load() == Settings() and len(file.errors) == 1


@pytest.mark.parametrize("name", ["settings-crash-AttributeError.json", "settings-crash-RecursionError.json"])
def test_the_settings_files_of_the_fault_cases_cost_their_bad_entries(
    shared: Path, own_settings: Path, name: str
) -> None:
    shutil.copy(shared / "cases" / "faults" / name, own_settings / "settings.json")
    file = SettingsFile()
    settings = file.load()
    if "Attribute" in name:
        assert (
            settings.recent == ["/tmp/x.pometka"] * 3
            and settings.zoom == 100
            and settings.places == {"/tmp/x.pometka": (3, 56)}
        )
    else:
        assert settings == Settings(others=settings.others)
    assert file.errors
