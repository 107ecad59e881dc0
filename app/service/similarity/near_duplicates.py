"""Find the near duplicate of a new article in a project."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from app.core.model import Article
from app.service.similarity.shared_text import NEAR_SHARE, share_of_words
from app.service.similarity.signature_file import SignatureFile, digest_start
from app.service.similarity.signature_index import SignatureIndex
from app.service.similarity.signatures import Signature, Signer, split_words

if TYPE_CHECKING:
    from app.store import Project

_MAX_COMPARED = 5
"""So many articles with a like signature are read to be compared."""
_MIN_WORDS = 8
"""Shorter texts are alike by chance."""
_SIGNED_AT_ONCE = 32
_KEPT_UNWRITTEN = 1024


@dataclass(frozen=True, slots=True)
class NearMatch:
    """Another article that holds most of a text.

    Its number in the search, and the share of the text that it holds.
    """

    number: int
    share: float


class NearDuplicateSearch:
    """Compare new articles with those of a project, and with each other.

    Each article has a number: those of the project first, then the new ones as they are added. `place` tells the id
    that a new one was given.
    """

    def __init__(self, project: Project, articles: Sequence[Article]) -> None:
        self._project = project
        self._ids: list[int | None] = [article.id for article in articles]
        self._digests = [article.digest for article in articles]
        self._texts: dict[int, str] = {}
        self._signer, self._index = Signer(), SignatureIndex()
        self._signed: tuple[str, Signature | None] = ("", None)
        self._file = SignatureFile(project.path)
        self._unwritten: list[tuple[int, Signature]] = []

    def prepare(self) -> Iterator[None]:
        """Load signatures of the articles, and make missing ones in portions."""
        missing = self._load_kept()
        while chunk := list(islice(missing, _SIGNED_AT_ONCE)):
            for number in chunk:
                self._add_signature(number, self._signer.sign(split_words(self._read_text(number))))
            yield

    def find(self, text: str) -> NearMatch | None:
        """Return the article with the largest share of a text.

        None where none holds nine tenths of it.
        """
        words = split_words(text)
        signature = self._signer.sign(words)
        self._signed = (text, signature)
        if signature is None or len(words) < _MIN_WORDS:
            return None
        best: NearMatch | None = None
        for number in self._index.find(signature)[:_MAX_COMPARED]:
            share = share_of_words(words, split_words(self._read_text(number)))
            if share >= NEAR_SHARE and (best is None or share > best.share):
                best = NearMatch(number, share)
        return best

    def add(self, digest: str, text: str) -> int:
        """Add a new article; return its number."""
        number = len(self._ids)
        self._ids.append(None)
        self._digests.append(digest)
        self._texts[number] = text
        signed, signature = self._signed
        self._add_signature(number, signature if signed == text else self._signer.sign(split_words(text)))
        return number

    def place(self, number: int, article_id: int) -> None:
        """Note the id that a new article was given.

        Its text is read from the project from now on.
        """
        self._ids[number] = article_id
        self._texts.pop(number, None)

    def article_id(self, number: int) -> int | None:
        """Return the id of an article, None where it was not placed."""
        return self._ids[number]

    def close(self) -> None:
        """Keep the signatures that were made."""
        self._file.append(self._unwritten)
        self._unwritten.clear()

    def _load_kept(self) -> Iterator[int]:
        """Take over the signatures that are kept.

        Return the numbers of the articles that have none.
        """
        digests, signatures = self._file.load()
        numbers = np.array([number for number, digest in enumerate(self._digests) if digest], np.uint64)
        wanted = np.array([digest_start(digest) for digest in self._digests if digest], np.uint64)
        if not len(digests):
            return iter(numbers.tolist())
        order = np.argsort(digests)
        rows = order[np.minimum(np.searchsorted(digests, wanted, sorter=order), len(order) - 1)]
        is_kept = digests[rows] == wanted
        self._index.add_all(numbers[is_kept], signatures[rows[is_kept]])
        return iter(numbers[~is_kept].tolist())

    def _add_signature(self, number: int, signature: Signature | None) -> None:
        if signature is None:
            return
        self._index.add(number, signature)
        self._unwritten.append((digest_start(self._digests[number]), signature))
        if len(self._unwritten) >= _KEPT_UNWRITTEN:
            self.close()

    def _read_text(self, number: int) -> str:
        article_id = self._ids[number]
        return self._texts.get(number, "") if article_id is None else self._project.text(article_id)
