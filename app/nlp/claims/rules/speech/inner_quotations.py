"""A quotation inside a quotation, with a speaker of its own."""

from __future__ import annotations

from app.nlp.claims.claim_rule import ClaimRule

INNER = ClaimRule(name="inner", precision=0.8)
