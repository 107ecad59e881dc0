"""The rules reach their results on the development set.

The set is annotated. What the rules reach on the user's article is tested too.
"""

from pathlib import Path
from typing import Any

import pytest

from app.core.model import Kind
from app.core.span import Span, iou
from app.nlp.pipeline import Tagger
from tests.benchmarks.claims import claim_row, gold_of, predicted, read_lines

SET = Path(__file__).parents[2] / "data" / "claims"
FIELDS = {"start", "end", "type", "kind", "pieces", "due"} | {
    f"{role}_{end}" for role in ("speaker", "cue") for end in ("start", "end")
}


PASSAGES = ("passages_dev", "passages_unread")
WIDE = ("wide_dev", "wide_unread", "varied_dev", "varied_unread", "ways_dev", "ways_unread")
"""Short passages of many genres, whose claims have their due dates."""
ROUND = ("round_dev", "round_unread", "fresh_dev", "reports_dev", "reports_unread", *WIDE)
"""Passages with a date, whose claims alone are annotated."""
MIXED = ("mixed_dev", "mixed_unread")
"""Passages with a date, whose entities have their normal values."""
OWN = ("genres_dev", "genres_unread", "genres_news", *PASSAGES, *ROUND, *MIXED)
"""The passages of other genres, which are our own writing and hold their text."""


def test_the_set_holds_offsets_and_no_text_of_others() -> None:
    rows = [(path.stem, row) for path in SET.glob("*.jsonl") for row in read_lines(path)]
    assert len(rows) >= 25
    for part, row in rows:
        extra = {"date", "entities"} if part in (*PASSAGES, *MIXED) else {"date"} if part in ROUND else set()
        assert set(row) == {"text" if part in OWN else "source", "id", "claims", *extra}
        assert all(set(claim) <= FIELDS for claim in row["claims"])


def test_the_unread_part_is_about_a_third_and_shares_no_article_with_the_rest() -> None:
    parts = {path.stem: {row["id"] for row in read_lines(path)} for path in SET.glob("*.jsonl")}
    assert not parts["dev"] & parts["unread"]
    assert 0.25 < len(parts["unread"]) / len(parts["dev"] | parts["unread"]) < 0.4
    assert len(parts["genres_dev"]) == len(parts["genres_unread"]) == 15
    assert not parts["genres_dev"] & parts["genres_unread"]
    assert len(parts["passages_dev"]) == len(parts["passages_unread"]) == 10
    assert not parts["passages_dev"] & parts["passages_unread"]
    assert len(parts["round_dev"]) == len(parts["round_unread"]) == 10
    assert not parts["round_dev"] & parts["round_unread"]
    assert len(parts["mixed_dev"]) == len(parts["mixed_unread"]) == 24
    assert not parts["mixed_dev"] & parts["mixed_unread"]
    assert len(parts["wide_dev"]) == len(parts["wide_unread"]) == 31
    assert not parts["wide_dev"] & parts["wide_unread"]
    assert len(parts["varied_dev"]) == len(parts["varied_unread"]) == 21
    assert not parts["varied_dev"] & parts["varied_unread"]
    assert (len(parts["ways_dev"]), len(parts["ways_unread"])) == (16, 8)
    assert not parts["ways_dev"] & parts["ways_unread"]


@pytest.mark.parametrize("part", ["dev", "test", *OWN])
def test_offsets_lie_on_words(shared: Path, part: str) -> None:
    for article in gold_of(part):
        for claim in article["claims"]:
            words = article["text"][claim["start"] : claim["end"]]
            assert words
            assert words == words.strip()
            assert all(claim["start"] <= start < end <= claim["end"] for start, end in claim.get("pieces", []))


def test_the_read_passages_keep_their_figures(shared: Path, tagger: Tagger) -> None:
    gold = gold_of("passages_dev")
    found = [[span_of(row) for row in article["claims"]] for article in predicted(tagger, gold)]
    true = [[span_of(row) for row in article["claims"]] for article in gold]
    hits = sum(
        any(iou(one, span) >= 0.5 for span in ours) for ours, ones in zip(found, true, strict=True) for one in ones
    )
    assert hits >= 69
    assert sum(map(len, found)) <= 69


def test_all_claims_of_the_users_article_are_found(shared: Path, tagger: Tagger) -> None:
    (article,) = gold_of("seed")
    claims = [claim for claim in tagger.tag(article["text"]).annotations if claim.kind is Kind.CLAIM]
    found = [span_of(claim_row(claim)) for claim in claims]
    assert [claim for claim in article["claims"] if all(iou(span_of(claim), span) < 0.5 for span in found)] == []
    assert len(found) <= len(article["claims"]) + 1


def span_of(row: dict[str, Any]) -> Span:
    return Span(row["start"], row["end"])
