"""Find the article of a project that a new one is nearly the same as."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from app.core.model import Article
from app.service.similarity.shared_text import NEAR_SHARE, WordPairs, list_pairs, share_in_pairs
from app.service.similarity.signature_file import SignatureFile, digest_start
from app.service.similarity.signature_index import Agreements, SignatureIndex
from app.service.similarity.signatures import Signature, Signatures, Signer, is_signed, split_words

if TYPE_CHECKING:
    from app.store import Project

_MAX_COMPARED = 5
"""So many articles with a like signature are read to be compared."""
_MAX_KEPT = 64
"""The words of so many articles that were compared are kept: of many that are alike, the same few are met."""
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
        self._index = SignatureIndex()
        self._pairs: OrderedDict[int, WordPairs] = OrderedDict()
        self._file = SignatureFile(project.path)
        self._unwritten: list[tuple[int, Signature]] = []

    def prepare(self) -> Iterator[None]:
        """Load signatures of the articles, and make missing ones in portions."""
        missing = self._load_kept()
        signer = Signer()
        while chunk := list(islice(missing, _SIGNED_AT_ONCE)):
            for number, signature in zip(chunk, signer.sign_texts(map(self._read_text, chunk)), strict=True):
                self._add_signature(number, signature)
            yield

    def find_agreements(self, signatures: Signatures) -> list[Agreements]:
        """Return which articles are likely to be near each of many texts."""
        return self._index.find_all(signatures)

    def find(self, text: str, signature: Signature, agreements: Agreements) -> NearMatch | None:
        """Return an article that holds nine tenths of a text, if any.

        The likeliest are looked at first. `agreements` are those found for its signature; articles that were added
        since then are looked at too.
        """
        numbers = self._index.find(signature, agreements) if is_signed(signature) else ()
        if not numbers:
            return None
        words = split_words(text)
        if len(words) < _MIN_WORDS:
            return None
        shares = ((number, share_in_pairs(words, self._find_pairs(number))) for number in numbers[:_MAX_COMPARED])
        return next((NearMatch(number, share) for number, share in shares if share >= NEAR_SHARE), None)

    def add(self, digest: str, text: str, signature: Signature) -> int:
        """Add a new article; return its number."""
        number = len(self._ids)
        self._ids.append(None)
        self._digests.append(digest)
        self._texts[number] = text
        self._add_signature(number, signature)
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

    def _add_signature(self, number: int, signature: Signature) -> None:
        if not is_signed(signature):
            return
        self._index.add(number, signature)
        self._unwritten.append((digest_start(self._digests[number]), signature))
        if len(self._unwritten) >= _KEPT_UNWRITTEN:
            self.close()

    def _find_pairs(self, number: int) -> WordPairs:
        """Return the pairs of words of an article."""
        if number in self._pairs:
            self._pairs.move_to_end(number)
        else:
            self._pairs[number] = list_pairs(split_words(self._read_text(number)))
            if len(self._pairs) > _MAX_KEPT:
                self._pairs.popitem(last=False)
        return self._pairs[number]

    def _read_text(self, number: int) -> str:
        article_id = self._ids[number]
        return self._texts.get(number, "") if article_id is None else self._project.text(article_id)
