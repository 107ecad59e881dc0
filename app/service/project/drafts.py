"""Notes that were begun and not saved.

Kept beside the settings, since they are no steps of a project yet.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from app.service.project.settings import config_folder
from app.service.project.text_files import refuse_odd_file, write_beside

Target = tuple[int | None, int | None]
"""What a note is on: (article's id, annotation's id); both None for the project."""

Tree = dict[str, dict[str, str]]
"""Texts by the path of the project, then by the target."""


class Drafts:
    """The file of the drafts.

    It is read anew each time, so that two windows do not lose each other's.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or config_folder()) / "drafts.json"

    def find(self, project: Path, target: Target) -> str:
        """Return the draft of a note, "" where there is none."""
        return self._read_drafts().get(str(project.resolve()), {}).get(_draft_name(target), "")

    def keep(self, project: Path, target: Target, text: str) -> None:
        """Keep a draft in the place of the one before.

        Blank text drops it. Raise UserError where that fails.
        """
        tree, place = self._read_drafts(), str(project.resolve())
        drafts = {name: old for name, old in tree.get(place, {}).items() if name != _draft_name(target)}
        if text.strip():
            drafts[_draft_name(target)] = text
        kept = {name: texts for name, texts in {**tree, place: drafts}.items() if texts}
        if kept != tree:
            self._set_aside_damaged()
            # A disk may take a tenth of a second to flush, and this is called between keys.
            write_beside(self.path, json.dumps(kept, indent=2) + "\n", flushes=False)

    def _read_drafts(self) -> Tree:
        """Return the drafts; an entry of another shape is none."""
        try:
            refuse_odd_file(self.path)
            tree = json.loads(self.path.read_bytes().decode("utf-8", "replace"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(tree, dict):
            return {}
        return {
            project: {name: text for name, text in texts.items() if isinstance(text, str)}
            for project, texts in tree.items()
            if isinstance(texts, dict)
        }

    def _set_aside_damaged(self) -> None:
        """Set a damaged file aside before another one replaces it."""
        if self.path.exists() and not self._read_drafts():
            with contextlib.suppress(OSError):
                self.path.replace(self.path.with_name("drafts.damaged.json"))


def _draft_name(target: Target) -> str:
    return "/".join("" if number is None else str(number) for number in target)
