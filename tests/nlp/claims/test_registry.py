"""The registry of claim rules: ids, triggers and flags decide.

No text of an id does.
"""

import ast
import re
from pathlib import Path

from app.core.span import Span
from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.claims.claim_finder import find_claims
from app.nlp.claims.cues.parse_gate import ParseGate
from app.nlp.claims.cues.reporting_lexicon import read_reporting_lexicon
from app.nlp.claims.cues.triggers import FUTURE_VERBS, REPORTING_WORDS, on_pattern
from app.nlp.claims.registry import RULES, select_rules
from app.nlp.claims.rules.rule_kinds import AttributionRule, SegmentRule, VerbRule

STORED = """about act acted alone answer as aside backward bare_source clause closing colon complement headline inner
kazakh named naming noun noun_clause paper quote request side source stenogram that turn unquoted"""


def test_ids_are_those_that_projects_store() -> None:
    assert sorted(rule.id for rule in RULES) == sorted(f"claim.{name}/1" for name in STORED.split())


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_no_code_compares_the_id_of_a_claim_rule(root: Path) -> None:
    for path in (root / "app" / "nlp").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            assert not re.fullmatch(r"claim\.\w+(/\d+)?", text), f"{path}:{node.lineno}"


def test_every_rule_that_needs_the_parser_has_a_trigger() -> None:
    for kind in (AttributionRule, VerbRule, SegmentRule):
        assert all(rule.triggers for rule in select_rules(kind)), kind


def test_the_gate_opens_for_the_triggers_of_its_rules_alone(models: Models) -> None:
    text = "По словам акима, дорогу закроют. Аким сообщил об этом. Погода была тёплой."
    article = ArticleText(text, models)
    planned, told, plain = (Span(*found.span()) for found in re.finditer(r"[^.]+\.", text))
    gates = {
        "phrase": ParseGate([on_pattern(re.compile("словам"))]),
        "word": ParseGate([REPORTING_WORDS]),
        "future": ParseGate([FUTURE_VERBS]),
        "nothing": ParseGate([]),
    }
    opened = {
        what: [gate.lets_through(article, span, read_reporting_lexicon()) for span in (planned, told, plain)]
        for what, gate in gates.items()
    }
    assert opened == {
        "phrase": [True, False, False],
        "word": [False, True, False],
        "future": [True, False, False],
        "nothing": [False, False, False],
    }


def test_a_segment_without_a_trigger_is_not_parsed(models: Models) -> None:
    article = ArticleText("Погода была тёплой. На улице играли дети.", models)
    assert find_claims(article, []) == []
    assert article.parsed_sentences == []
