"""Where indexes are kept.

Beside the settings, in the cache of the user.
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from app.service.project.settings import FOLDER_VARIABLE
from app.store.index.index_file import index_path


def project_index_path(project: Path) -> Path:
    """Return where the index of a project lies."""
    named = os.environ.get(FOLDER_VARIABLE, "")
    folder = Path(named) if named else user_cache_path("pometka", appauthor=False)
    return index_path(folder / "indexes", project)
