"""The window exports in the format that was chosen, and says before what it cannot hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.formats import registry
from app.service.commands.registry import by_id
from app.ui.dialogs.losses import LossesDialog
from tests.ui.desktop import Desktop, started


def choose(name: str, path: Path, desktop: Desktop) -> None:
    desktop.program.run(by_id("project.export"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    end = f"(*{registry.writable_extensions(registry.find_format(name))[0]})"
    kinds = [kind for kind in dialog.nameFilters() if kind.endswith(end) and kind.lower().startswith(name[:4])]
    dialog.selectNameFilter(kinds[0])
    dialog.selectFile(str(path))
    dialog.accept()


@pytest.mark.parametrize(("name", "file"), [("doccano", "a.jsonl"), ("brat", "a.zip")])
def test_a_format_that_shares_its_extension_is_written_after_a_word_on_its_losses(
    tmp_path: Path, qtbot: QtBot, name: str, file: str
) -> None:
    desktop = started(tmp_path / "p.pometka")
    choose(name, tmp_path / file, desktop)
    losses = QApplication.activeModalWidget()
    assert isinstance(losses, LossesDialog)
    assert len(losses.losses) == len(registry.find_format(name).losses)
    assert not (tmp_path / file).exists()
    losses.accept()
    qtbot.waitUntil((tmp_path / file).exists, timeout=60_000)
    found = registry.recognise_format(tmp_path / file)
    assert found is not None and found.name == name
    desktop.close()
