"""Signatures of a project's articles, kept beside the settings.

They are made anew where they are missing. A record is the start of an article's digest and its signature. The text of a
digest never changes, so that a record is right for ever, and one whose article is gone does no harm.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from platformdirs import user_cache_path

from app.service.project.settings import FOLDER_VARIABLE
from app.service.similarity.signatures import BANDS, Signatures

_VERSION = 2
_RECORD = np.dtype([("digest", "<u8"), ("bands", "<u4", (BANDS,))])
_log = logging.getLogger(__name__)


class SignatureFile:
    """The file of signatures of one project.

    What cannot be read or written in it is made again.
    """

    def __init__(self, project: Path, folder: Path | None = None) -> None:
        name = hashlib.sha256(os.fsencode(project.resolve())).hexdigest()[:32]
        self.path = (folder or _signature_folder()) / f"{name}.v{_VERSION}"

    def load(self) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint32]]:
        """Return the starts of digests, and the signatures, one a row.

        A record that is cut off is passed over.
        """
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            raw = b""
        except OSError as fault:
            _log.warning("The signatures in %s cannot be read: %s", self.path, fault)
            raw = b""
        records = np.frombuffer(raw, _RECORD, count=len(raw) // _RECORD.itemsize)
        return records["digest"].astype(np.uint64), records["bands"].astype(np.uint32)

    def append(self, digests: Sequence[int], signatures: Signatures) -> None:
        """Add signatures, one a row, by the starts of digests."""
        records = np.empty(len(digests), _RECORD)
        records["digest"], records["bands"] = np.array(digests, np.uint64), signatures
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab") as file:
                file.truncate(file.tell() // _RECORD.itemsize * _RECORD.itemsize)  # a record that was cut off
                file.write(records.tobytes())
        except OSError as fault:
            _log.warning("The signatures in %s cannot be written: %s", self.path, fault)


def digest_start(digest: str) -> int:
    """Return the start of an article's digest as a number."""
    return int(digest[:16], 16)


def _signature_folder() -> Path:
    named = os.environ.get(FOLDER_VARIABLE, "")
    return Path(named) / "signatures" if named else user_cache_path("pometka", appauthor=False) / "signatures"
