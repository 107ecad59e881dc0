from __future__ import annotations

from pathlib import Path

import pytest

from app.core.message import UserError
from app.core.model import Kind
from app.service.schemes import default_scheme, load_scheme, save_scheme
from app.service.settings import Settings, SettingsFile, config_folder


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


def test_without_a_file_the_defaults_are_used_and_nothing_is_told(own_settings: Path) -> None:
    file = SettingsFile(own_settings / "not yet")
    assert file.load() == Settings() and file.fault is None
    file.save(Settings(zoom=90))
    assert file.load().zoom == 90


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"keys": 7', "\udcff"])
def test_a_broken_file_gives_the_defaults_and_says_why(own_settings: Path, content: str) -> None:
    file = SettingsFile()
    file.path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert file.load() == Settings()
    assert file.fault is not None and "settings.json" in str(file.fault)


def test_fields_of_another_shape_take_their_default() -> None:
    file = SettingsFile()
    file.path.write_text('{"zoom": "big", "theme": "dark", "unknown": 1, "keys": {"walk.next": ["J"]}}', "utf-8")
    assert file.load() == Settings(theme="dark", keys={"walk.next": ("J",)}) and file.fault is None


@pytest.mark.parametrize("place", ["5", "[1]", '["x", 1]', "null"])
def test_one_key_or_place_of_another_shape_costs_itself_alone(place: str) -> None:
    file = SettingsFile()
    keys = '{"walk.next": ["J"], "walk.previous": 5}'
    file.path.write_text(f'{{"keys": {keys}, "places": {{"a": {place}, "b": [2, 7]}}}}', "utf-8")
    assert file.load() == Settings(keys={"walk.next": ("J",)}, places={"b": (2, 7)}) and file.fault is None


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
        zip("1234567890", "PER ORG LOC DATE MONEY PERCENT EVENT ROLE LAW OTHER".split(), strict=True)  # noqa: SIM905
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


def test_a_scheme_file_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"нет\.json"):
        load_scheme(tmp_path / "нет.json")
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(UserError, match=r"x\.json"):
        load_scheme(tmp_path / "x.json")
