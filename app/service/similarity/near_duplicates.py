"""Find the near duplicate of a new article in a project."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from app.core.model import Article
from app.service.similarity.shared_text import NEAR_SHARE
from app.service.similarity.signature_file import SignatureFile, digest_start
from app.service.similarity.signature_index import Candidates, SignatureIndex, find_alike
from app.service.similarity.signatures import SignedTexts, sign_texts
from app.service.similarity.word_hashes import Hashes, hash_words, pair_up, share_in_pairs

if TYPE_CHECKING:
    from app.store import Project

_MAX_COMPARED = 5
"""So many articles with a like signature are read to be compared."""
_MAX_KEPT = 64
"""The words of so many articles that were compared are kept: of many that are alike, the same few are met."""
_MAX_WORDS_KEPT = 2_000_000
"""Words of so many are kept of new articles: 16 MB. Other texts are read from the project."""
_MIN_WORDS = 8
"""Shorter texts are alike by chance."""
_SIGNED_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class NearMatch:
    """Another article that holds most of a text.

    Its number in the search, and the share of the text that it holds.
    """

    number: int
    share: float


class NearDuplicateSearch:
    """Compare new articles with those of a project, and with each other.

    Each article has a number: those of the project first, then the new ones as they are added. New texts come in
    batches: `open_batch`, then for each of its rows `find` and, where it is taken in, `add`. `place` tells the id that
    a new article was given. Signatures of new articles are kept for the next search, unless they are kept already.
    """

    def __init__(self, project: Project, articles: Sequence[Article], *, keeps_signatures: bool = True) -> None:
        self._project = project
        self._ids: list[int | None] = [article.id for article in articles]
        self._digests = [article.digest for article in articles]
        self._index = SignatureIndex()
        self._new: dict[int, Hashes] = {}
        """Pairs of words of new articles, the oldest first, not in order."""
        self._new_words = 0
        self._batch_pairs = np.zeros(0, np.uint64)
        self._pairs: OrderedDict[int, Hashes] = OrderedDict()
        self._file = SignatureFile(project.path) if keeps_signatures else None
        self._batch: SignedTexts | None = None
        self._added: dict[int, int] = {}
        self._known: Candidates = {}
        self._alike: Candidates = {}

    def prepare(self) -> Iterator[None]:
        """Load signatures of the articles, and make missing ones in portions."""
        missing = self._load_kept()
        while chunk := list(islice(missing, _SIGNED_AT_ONCE)):
            self._keep_signed(chunk, sign_texts(map(self._read_text, chunk)), range(len(chunk)))
            yield

    def open_batch(self, batch: SignedTexts) -> None:
        """Begin with the texts of a batch.

        Those of the batch before are among the known ones from now on.
        """
        self._close_batch()
        self._batch, self._batch_pairs = batch, pair_up(batch.words.hashes)
        self._known = self._index.find_all(batch.signatures)
        self._alike = find_alike(batch.signatures)

    def find(self, row: int) -> NearMatch | None:
        """Return an article that holds nine tenths of a text.

        The text is of the batch. Return None if there is no such article.

        The likeliest are looked at first, among those of the batch that were added as well.
        """
        numbers = self._list_likely(row)
        if not numbers:
            return None
        wanted = self._pairs_of(row)
        if len(wanted) + 1 < _MIN_WORDS:
            return None
        shares = ((number, share_in_pairs(wanted, self._find_pairs(number))) for number in numbers)
        return next((NearMatch(number, share) for number, share in shares if share >= NEAR_SHARE), None)

    def add(self, row: int, digest: str) -> int:
        """Add a text of the batch as a new article.

        Return its number.
        """
        number = len(self._ids)
        self._ids.append(None)
        self._digests.append(digest)
        self._added[row] = number
        self._new[number] = self._pairs_of(row)
        self._new_words += len(self._new[number])
        return number

    def place(self, number: int, article_id: int) -> None:
        """Note the id that a new article was given.

        Its text can be read from the project from now on.
        """
        self._ids[number] = article_id
        while self._new_words > _MAX_WORDS_KEPT and self._ids[oldest := next(iter(self._new))] is not None:
            self._new_words -= len(self._new.pop(oldest))

    def article_id(self, number: int) -> int | None:
        """Return the id of an article, None where it was not placed."""
        return self._ids[number]

    def digest(self, number: int) -> str:
        """Return the digest of an article."""
        return self._digests[number]

    def close(self) -> None:
        """Keep the signatures that were made."""
        self._close_batch()

    def _pairs_of(self, row: int) -> Hashes:
        """Return the pairs of words of a text, as they stand."""
        assert self._batch is not None, "rows are those of a batch"
        place = self._batch.words.place_of(row)
        return self._batch_pairs[place.start : max(place.start, place.stop - 1)]

    def _list_likely(self, row: int) -> list[int]:
        """Return the numbers of the articles likely near a text.

        There are as many as are compared.
        """
        earlier = [self._added[other] for other in self._alike.get(row, ()) if other in self._added]
        return [*self._known.get(row, ())[:_MAX_COMPARED], *earlier[:_MAX_COMPARED]]

    def _close_batch(self) -> None:
        if self._batch is not None and self._added:
            self._keep_signed(list(self._added.values()), self._batch, list(self._added))
            self._added.clear()

    def _load_kept(self) -> Iterator[int]:
        """Take over the signatures that are kept.

        Return the numbers of the articles that have none.
        """
        numbers = np.array([number for number, digest in enumerate(self._digests) if digest], np.uint64)
        if self._file is None:
            return iter(numbers.tolist())
        digests, signatures = self._file.load()
        wanted = np.array([digest_start(digest) for digest in self._digests if digest], np.uint64)
        if not len(digests):
            return iter(numbers.tolist())
        order = np.argsort(digests)
        rows = order[np.minimum(np.searchsorted(digests, wanted, sorter=order), len(order) - 1)]
        is_kept = digests[rows] == wanted
        self._index.add_all(numbers[is_kept], signatures[rows[is_kept]])
        return iter(numbers[~is_kept].tolist())

    def _keep_signed(self, numbers: Sequence[int], signed: SignedTexts, rows: Sequence[int]) -> None:
        """Put the signatures of articles into the index and the file."""
        signatures = signed.signatures[list(rows)]
        self._index.add_all(np.array(numbers, np.uint64), signatures)
        if self._file is not None:
            self._file.append([digest_start(self._digests[number]) for number in numbers], signatures)

    def _find_pairs(self, number: int) -> Hashes:
        """Return the pairs of words of an article, in order."""
        if number in self._pairs:
            self._pairs.move_to_end(number)
        else:
            pairs = self._new.get(number)
            self._pairs[number] = np.sort(
                pair_up(hash_words([self._read_text(number)]).hashes) if pairs is None else pairs
            )
            if len(self._pairs) > _MAX_KEPT:
                self._pairs.popitem(last=False)
        return self._pairs[number]

    def _read_text(self, number: int) -> str:
        article_id = self._ids[number]
        return "" if article_id is None else self._project.text(article_id)
