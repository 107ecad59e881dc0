"""The features of names, whatever label a name was taught with."""

from __future__ import annotations

import numpy as np

from app.core.span import Span
from app.nlp.names.name import Name
from app.nlp.names.name_tagger import TaggedTokens
from app.nlp.text.tokens import iter_tokens
from app.nlp.uncertainty.name_features import name_features


def test_a_label_that_the_tagger_does_not_know_has_features_too() -> None:
    text = "Вестник пишет и Вестник знает"
    tokens = tuple(iter_tokens(text, Span(0, len(text))))
    odds = np.full((5, 4), 0.25, np.float32)
    reading = TaggedTokens(tokens, (0, 5), ("B-ORG", "O", "O", "B-ORG", "O"), odds)
    rows = name_features([Name(0, 1, "MEDIA"), Name(3, 4, "MEDIA")], reading, lambda _: False)
    known = name_features([Name(0, 1, "ORG"), Name(3, 4, "ORG")], reading, lambda _: False)
    assert rows[0]["logit of the label"] > known[0]["logit of the label"]
    assert "logit of its equals" in known[0] and "logit of its equals" not in rows[0]
    assert rows[0]["is MEDIA"] == 1.0
