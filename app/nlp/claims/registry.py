"""All claim rules, in the order in which they are tried."""

from __future__ import annotations

from typing import TypeVar

from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.rules.attribution.as_phrases import AS
from app.nlp.claims.rules.attribution.bare_sources import BARE_SOURCE
from app.nlp.claims.rules.attribution.inserted_verbs import ASIDE
from app.nlp.claims.rules.attribution.source_phrases import SOURCE
from app.nlp.claims.rules.kazakh.kazakh_claims import KAZAKH
from app.nlp.claims.rules.reported.complements import COMPLEMENT
from app.nlp.claims.rules.reported.infinitives import ACT
from app.nlp.claims.rules.reported.naming import NAMING
from app.nlp.claims.rules.reported.noun_clauses import NOUN_CLAUSE
from app.nlp.claims.rules.reported.sides import SIDE
from app.nlp.claims.rules.reported.speech_nouns import NOUN
from app.nlp.claims.rules.reported.that_clauses import THAT
from app.nlp.claims.rules.reported.topics import ABOUT
from app.nlp.claims.rules.speech.acted_quotations import ACTED
from app.nlp.claims.rules.speech.colon_clauses import CLAUSE
from app.nlp.claims.rules.speech.colon_quotations import COLON
from app.nlp.claims.rules.speech.inner_quotations import INNER
from app.nlp.claims.rules.speech.lone_quotations import ALONE
from app.nlp.claims.rules.speech.named_quotations import NAMED
from app.nlp.claims.rules.speech.quoted_speech import QUOTE
from app.nlp.claims.rules.speech.unquoted_speech import UNQUOTED
from app.nlp.claims.rules.turns.answers import ANSWER
from app.nlp.claims.rules.turns.closing_speakers import CLOSING
from app.nlp.claims.rules.turns.labelled_turns import TURN
from app.nlp.claims.rules.turns.stenogram_turns import STENOGRAM
from app.nlp.claims.rules.whole.backward import BACKWARD
from app.nlp.claims.rules.whole.headline import HEADLINE
from app.nlp.claims.rules.whole.paper_outlook import PAPER
from app.nlp.claims.rules.whole.requests import REQUEST

RULES: tuple[ClaimRule, ...] = (
    *(KAZAKH, HEADLINE),
    *(QUOTE, COLON, NAMED, ALONE, INNER, ACTED),
    *(STENOGRAM, TURN, UNQUOTED, ANSWER, CLAUSE, CLOSING),
    *(SOURCE, BARE_SOURCE, AS, ASIDE),
    *(THAT, ACT, NAMING, SIDE, ABOUT, NOUN, COMPLEMENT),
    *(NOUN_CLAUSE, BACKWARD, REQUEST, PAPER),
)

R = TypeVar("R", bound=ClaimRule)


def select_rules(kind: type[R]) -> tuple[R, ...]:
    """Return the rules of one kind, in order."""
    return tuple(rule for rule in RULES if isinstance(rule, kind))
