"""The registry of figure rules: unique ids, and triggers that hide nothing."""

import dataclasses
import itertools

import pytest

from app.core.span import Span
from app.nlp.figures.figure_rule import FigureRule
from app.nlp.figures.registry import DATE_RULES, RULES_AFTER_DATES, RULES_BEFORE_DATES

RULES = (*RULES_BEFORE_DATES, *RULES_AFTER_DATES)
TEXT = "Дали 5 млрд тенге, $3 млн, 200 евро и 1 000 рублей.\nЦены выросли на 3,5 %.\nМёд подорожал процентов на пять.\n"


def test_ids_are_unique() -> None:
    ids = [rule.id for rule in (*RULES, *dict.fromkeys(itertools.chain(*DATE_RULES.values())))]
    assert len(set(ids)) == len(ids)


def test_ids_of_figures_are_those_that_projects_store() -> None:
    assert [rule.id for rule in RULES] == ["money/1", "percent/1", "rough-percent/1", "number/1"]


@pytest.mark.parametrize("rule", RULES_BEFORE_DATES, ids=lambda rule: rule.name)
def test_triggers_only_save_time(rule: FigureRule) -> None:
    every = dataclasses.replace(rule, triggers=())
    span = Span(0, len(TEXT))
    assert list(rule.find(TEXT, span)) == list(every.find(TEXT, span))
    assert list(rule.find(TEXT, span))


@pytest.mark.parametrize("rule", RULES_BEFORE_DATES, ids=lambda rule: rule.name)
def test_a_line_without_a_trigger_is_not_searched(rule: FigureRule) -> None:
    other = dataclasses.replace(rule, triggers=("нет такого",))
    assert list(other.find(TEXT, Span(0, len(TEXT)))) == []
