"""All figure rules, in the order of their stages.

A later one takes no word of an earlier one.
"""

from __future__ import annotations

from app.core.vocabulary import LanguageCode
from app.nlp.figures.dates import absolute_dates, kazakh_dates, relative_dates
from app.nlp.figures.dates.date_rule import DateRule
from app.nlp.figures.figure_rule import FigureRule
from app.nlp.figures.money import MONEY, PERCENT, ROUGH_PERCENT
from app.nlp.figures.numbers import NUMBER

RULES_BEFORE_DATES: tuple[FigureRule, ...] = (MONEY, PERCENT, ROUGH_PERCENT)
RULES_AFTER_DATES: tuple[FigureRule, ...] = (NUMBER,)

DATE_RULES: dict[str, tuple[DateRule, ...]] = {
    LanguageCode.RU: (*absolute_dates.RULES, *relative_dates.RULES),
    LanguageCode.KK: (*kazakh_dates.RULES, *absolute_dates.RULES),
}
"""The date rules of each language; any other language has the Russian ones."""
