"""The generated parts of README and CONTRIBUTING match the program."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from app.formats import registry
from app.service.commands.registry import ACTIONS


@pytest.fixture
def readme(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme", root / "packaging" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_key_table_is_that_of_the_registry(readme: ModuleType) -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert readme.with_keys(text) == text, "run .venv/bin/python packaging/readme.py"
    assert all(f"`{key}`" in text for action in ACTIONS for key in action.keys)


def test_the_map_is_that_of_the_packages(readme: ModuleType) -> None:
    text = readme.CONTRIBUTING.read_text(encoding="utf-8")
    assert readme.with_map(text) == text, "run .venv/bin/python packaging/readme.py"
    assert "`drawings/`" in text


def test_every_path_that_contributing_names_is_there(readme: ModuleType, root: Path) -> None:
    text = readme.CONTRIBUTING.read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:app|tests|packaging|resources)/[a-z_/.]+)`", text))
    assert len(named) > 30
    assert sorted(path for path in named if not (root / path).exists()) == []


def test_every_picture_and_file_that_the_readme_names_is_there(readme: ModuleType) -> None:
    text = readme.README.read_text(encoding="utf-8")
    targets = {part.split(")")[0] for part in text.split("](")[1:]}
    local = {target for target in targets if "://" not in target and not target.startswith("#")}
    assert [target for target in local if not (readme.README.parent / target).exists()] == []
    assert "seeds/README.md" in local


def test_every_sample_article_is_read_whole(root: Path) -> None:
    paths = sorted((root / "seeds").glob("*.txt"))
    documents = [document for path in paths for document in registry.read_file(path)]
    assert len(documents) == len(paths) >= 8
    assert all(document.article.title and document.text.startswith(document.article.title) for document in documents)
    assert sum(1 for document in documents if document.article.url and document.article.date) == len(paths) - 1
    assert not any("Опубликовано:" in d.text or "Оригинал статьи:" in d.text for d in documents)


def test_every_format_of_the_registry_is_named_in_the_table_of_formats(readme: ModuleType) -> None:
    text = readme.README.read_text(encoding="utf-8").partition("<summary>File formats</summary>")[2]
    for known in registry.FORMATS:
        assert any(f"`{end}`" in text for end in known.extensions), known.name
        assert known.holds is None or known.name in text, known.name
