"""Sums of money and shares.

Example: "5 триллионов долларов", "$5 млрд", "5-7 млн рублей", "30 процентов", "3,5 %".
"""

from __future__ import annotations

import re
from decimal import Decimal

from app.core.span import Span
from app.core.text.word_lists import read_alternatives, read_entries, read_table
from app.core.vocabulary import EntityLabel
from app.nlp.figures.figure_rule import CountedLength, FigureRule, ends_sentence, require_first_letters
from app.nlp.figures.numerals import (
    ANY,
    DIGITS,
    FRACTION,
    FRACTION_STEMS,
    SCALE,
    SPELT_NUMBERS,
    format_number,
    parse_fraction,
    parse_number,
    parse_scale,
)

_S = r"[ \u00a0\u202f]?"
_CURRENCIES = tuple(read_table("figures/currencies").items())
_NAMED = sorted((pattern for _, pattern in _CURRENCIES), key=len, reverse=True)
_CURRENCY = "|".join(_NAMED)
_CODES = "|".join(code for code, _ in _CURRENCIES)
_SMALL_COINS = read_table("figures/small_coins")
_ABOUT = rf"(?:(?:{read_alternatives('figures/about_words')})(?: чем)?(?: на)? )?"
_RANGE = (
    rf"(?P<low>{ANY})(?P<lowscale>{_S}(?:{SCALE}))?(?:{_S}[-–—]{_S}(?P<high>{ANY})|(?P<upto> до (?P<high2>{ANY})))?"
)

_MINUS = r"(?:(?P<minus>(?:минус[ \u00a0])?-|минус[ \u00a0])|\+)?"
_COIN_NAME = "|".join(rf"{stem}\w{{0,3}}" for stem in _SMALL_COINS) + r"|коп(?!\w)\.?"
_IN_WORDS = r"(?:[ \u00a0]?\([^()\d]{3,80}\))?"
"""The amount once more, as contracts and courts write it: «350 000 (триста пятьдесят тысяч) тенге»."""
_COIN = rf"(?P<coins>\d{{1,2}}){_S}(?:{_COIN_NAME})"
_BEGINS = r"(?<![\w.,])(?-i:(?<![A-ZА-ЯЁ]-))"
"""No figure begins inside a name: «АИ-92 до 238 тенге»."""
_OPENING_WORDS = (
    *(*read_entries("figures/about_words"), *SPELT_NUMBERS, *FRACTION_STEMS, *(code for code, _ in _CURRENCIES)),
    *("от", "минус", "миллион", "миллиард", "триллион", "тысяча"),
)
_MONEY = re.compile(
    rf"{_BEGINS}{require_first_letters(_OPENING_WORDS, signs='(-$€£¥₽₸₴')}(?:(?P<about>{_ABOUT}|от )(?:{_MINUS}"
    rf"(?P<more>(?:{ANY}{_S}(?:{SCALE}){_S}){{1,3}})?{_RANGE}(?P<scale>{_S}(?:{SCALE}))?{_IN_WORDS}{_S}(?P<currency>{_CURRENCY})"
    rf"(?:{_S}{_COIN})?)"
    rf"|(?P<fraction>(?:(?P<count>две|три|2|3)[ \u00a0])?(?:{FRACTION})[ \u00a0]|пол-?)"
    rf"(?P<fraction_scale>{SCALE}){_S}(?P<fraction_currency>{_CURRENCY})"
    rf"|\((?P<negative>{DIGITS})\){_S}(?P<negative_scale>{SCALE})?{_S}(?P<negative_currency>{_CURRENCY})"
    rf"|(?P<only_coins>{ANY}){_S}(?P<coin_name>{_COIN_NAME})"
    rf"|(?P<s_minus>-)?(?P<sign>US\$|[$€£¥₽₸₴]|(?:{_CODES})(?= ?\d)){_S}{_RANGE.replace('P<', 'P<s_')}"
    rf"(?P<s_scale>{_S}(?:{SCALE}))?"
    rf"|(?P<bare>миллион|миллиард|триллион|тысяч[аиу]?)(?:а|(?P<many>ов|ы))? (?P<barecurrency>{_CURRENCY})"
    rf"|(?P<adjective>\d+)-(?P<coin>долларов|рублёв|рублев|тенгов)\w{{2,3}}"
    r")(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_MONEY_TRIGGERS = read_entries("figures/money_triggers")
_SHARE_TRIGGERS = read_entries("figures/share_triggers")
_SHARE = re.compile(
    rf"{_BEGINS}(?P<about>{_ABOUT}|от )(?:плюс[ \u00a0]|{_MINUS}){_RANGE}{_S}"
    r"(?:%|п\. ?п\.|проц\b\.?|(?:процент(?!н)\w{0,3}|процентн\w+ пункт\w{0,3}|пайыз\w{0,5})\b)"
    rf"|(?<![\w.,])(?P<part>(?:{FRACTION})[ \u00a0]|пол-?)процент(?:а|ов)?\b"
    r"|(?<![\w.,-])(?P<adjective>\d+(?:[.,]\d+)?)-процентн(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)\b",
    re.IGNORECASE,
)
_SHARE_FIRST = re.compile(
    rf"процентов{_S}(?:на{_S})?(?P<low>{ANY})(?=\s*(?:[,.;:!?)»—–]|$|(?:в|и|по|за|к|до|от|с|больше|меньше)\s))",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?:\d|{ANY}){_S}$", re.IGNORECASE)
_REACH_BACK = 30
"""A rough share with its number behind: "процентов на десять"."""

_PART = re.compile(rf"({ANY}){_S}({SCALE})", re.IGNORECASE)
_COINS = read_table("figures/coin_stems")


def find_currency(words: str) -> str:
    """Return the code of a currency, "" if it is none.

    Example: "тг" is KZT.
    """
    found = [code for code, pattern in _CURRENCIES if re.fullmatch(pattern, words, re.IGNORECASE)]
    return found[0] if found else ""


def _read_money(match: re.Match[str]) -> str:
    if match["negative"]:
        return _read_negative(match)
    if match["sign"]:
        amount = _read_amount(match, "s_", parse_scale(match["s_scale"] or ""))
        return f"{_negate(amount, match['s_minus'])} {find_currency(match['sign'])}" if amount else ""
    if match["fraction"]:
        return _read_fraction(match)
    if match["only_coins"]:
        return _read_coins(match["only_coins"], match["coin_name"])
    if match["bare"] or match["adjective"]:
        return _read_one_word(match)
    amount = _read_amount(match, "", parse_scale(match["scale"] or ""))
    amount = _add_coins(_add_larger_parts(match["more"], amount), match["coins"]) if amount else ""
    return f"{_negate(amount, match['minus'])} {find_currency(match['currency'])}" if amount else ""


def _read_negative(match: re.Match[str]) -> str:
    """Return a loss as accountants write it: "(315) млн тенге"."""
    value = parse_number(match["negative"]) or Decimal(0)
    amount = format_number(-value * parse_scale(match["negative_scale"] or ""))
    return f"{amount} {find_currency(match['negative_currency'])}"


def _read_fraction(match: re.Match[str]) -> str:
    count = match["count"] or ""
    part = parse_fraction(match["fraction"].removeprefix(count).strip(" \u00a0-")) or Decimal(1)
    part *= parse_number(count) or 1
    amount = format_number(part * parse_scale(match["fraction_scale"]))
    return f"{amount} {find_currency(match['fraction_currency'])}"


def _read_one_word(match: re.Match[str]) -> str:
    """Return a sum whose number is a word or part.

    The part is that of a word: "миллион евро", "100-долларовый".
    """
    if match["adjective"]:
        return f"{match['adjective']} {_COINS[match['coin'].lower().replace('ё', 'е')[:6]]}"
    if match["many"]:
        return ""  # «несколько миллионов тенге»
    return f"{format_number(Decimal(parse_scale(match['bare'])))} {find_currency(match['barecurrency'])}"


def _read_coins(count: str, name: str) -> str:
    """Return a sum in coins alone.

    "15 центов" is 0.15 USD.
    """
    value = parse_number(count)
    low = name.lower().rstrip(".")
    code = next((code for stem, code in _SMALL_COINS.items() if low.startswith(stem) or stem.startswith(low)), "")
    return f"{format_number(value / 100)} {code}" if value is not None else ""


def _add_coins(amount: str, coins: str | None) -> str:
    """Add the coins behind a sum: "4 доллара 85 центов" is 4.85."""
    return format_number(Decimal(amount) + Decimal(coins) / 100) if coins and "/" not in amount else amount


def _negate(amount: str, minus: str | None) -> str:
    return f"-{amount}" if minus and "/" not in amount else amount


def _add_larger_parts(more: str | None, amount: str) -> str:
    """Add what stands before the last part of a sum.

    Example: "5 млрд" of "5 млрд 300 млн тенге".
    """
    parts = [(parse_number(part[1]), parse_scale(part[2])) for part in _PART.finditer(more or "")]
    if not parts or "/" in amount:
        return amount
    return format_number(sum((value * factor for value, factor in parts if value is not None), Decimal(amount)))


def _read_amount(match: re.Match[str], prefix: str, factor: int) -> str:
    """Return the amount, or a range with "/" between.

    It is "" if it is no number.
    """
    low, high = parse_number(match[prefix + "low"]), None
    top = match[prefix + "high"] or match[prefix + "high2"]
    if top:
        high = parse_number(top)
    if low is None:
        return ""
    low_factor = parse_scale(match[prefix + "lowscale"] or "") if match[prefix + "lowscale"] else factor
    if high is None:
        return format_number(low * (low_factor if not match[prefix + "lowscale"] else low_factor * factor))
    return f"{format_number(low * low_factor)}/{format_number(high * factor)}"


def _trim_span(match: re.Match[str]) -> Span:
    """Return the words of the sum without "около" and others.

    The word "от" stays only before a range.
    """
    start, stop = match.span()
    about = match["about"] or ""
    if about.lower() != "от " or " до " not in match[0]:
        start += len(about)
    if match.groupdict().get("sign") and not match[0].lower().endswith("тыс."):
        stop -= match[0].endswith(".") and ends_sentence(match.string, stop)  # «… – $5 млн.»
    while match.string[stop - 1] in " \u00a0":
        stop -= 1
    return Span(start, stop)


def _read_sum(match: re.Match[str], _counted_length: CountedLength) -> tuple[Span, str] | None:
    """Return a sum with amount and currency: "5000000000000 USD"."""
    value = _read_money(match)
    return (_trim_span(match), value) if value or match["many"] else None


def _read_share(match: re.Match[str], _counted_length: CountedLength) -> tuple[Span, str] | None:
    """Return a percentage with its value: "30 %", "5/7 %"."""
    if match["part"]:
        part = parse_fraction(match["part"].strip(" \u00a0-"))
        return (Span(*match.span()), f"{format_number(part)} %") if part is not None else None
    if match["adjective"]:
        return Span(*match.span()), f"{match['adjective'].replace(',', '.')} %"
    if fallen := _read_fallen_share(match):
        return fallen
    amount = _read_amount(match, "", 1)
    return (_trim_span(match), f"{_negate(amount, match['minus'])} %") if amount else None


def _read_fallen_share(match: re.Match[str]) -> tuple[Span, str] | None:
    """Return the fall behind another number: «58,4 -4 %».

    A dash of a range has blanks on both sides or on none, and its numbers rise.
    """
    low, high = match["low"], match["high"]
    between = match.string[match.end("low") : match.start("high")] if high else ""
    if not re.fullmatch(r"[ \u00a0\u202f][-–—]", between):
        return None
    ends = parse_number(low), parse_number(high)
    if ends[0] is None or ends[1] is None or ends[0] < ends[1]:
        return None
    return Span(match.start("high") - 1, match.end()), f"{format_number(-ends[1])} %"


def _read_share_first(match: re.Match[str], _counted_length: CountedLength) -> tuple[Span, str] | None:
    """Return a rough percentage: "процентов на десять"."""
    before = match.string[max(0, match.start() - _REACH_BACK) : match.start()]
    value = parse_number(match["low"])
    if value is None or _COUNTED.search(before):
        return None
    return Span(*match.span()), f"{format_number(value)} %"


MONEY = FigureRule(name="money", label=EntityLabel.MONEY, pattern=_MONEY, triggers=_MONEY_TRIGGERS, read=_read_sum)
PERCENT = FigureRule(
    name="percent", label=EntityLabel.PERCENT, pattern=_SHARE, triggers=_SHARE_TRIGGERS, read=_read_share
)
ROUGH_PERCENT = FigureRule(
    name="rough-percent",
    label=EntityLabel.PERCENT,
    pattern=_SHARE_FIRST,
    triggers=("процентов",),
    read=_read_share_first,
)
