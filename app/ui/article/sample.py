"""Sample data for the article view alone.

An invented report that shows everything that can be drawn.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from app.core.model import Annotation, Article, Kind, Note, Role, Status, reading_key
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.core.vocabulary import ClaimLabel, EntityLabel, LanguageCode, RoleName

_ENTITIES = (
    EntityLabel.PER,
    EntityLabel.ORG,
    EntityLabel.LOC,
    EntityLabel.DATE,
    EntityLabel.MONEY,
    EntityLabel.PERCENT,
    EntityLabel.EVENT,
    EntityLabel.ROLE,
    EntityLabel.LAW,
    EntityLabel.OTHER,
)
_CLAIMS = {
    ClaimLabel.STATEMENT: ((LanguageCode.EN, "Statement"), (LanguageCode.RU, "Заявление")),
    ClaimLabel.FORECAST: ((LanguageCode.EN, "Forecast"), (LanguageCode.RU, "Прогноз")),
    ClaimLabel.PROMISE: ((LanguageCode.EN, "Promise"), (LanguageCode.RU, "Обещание")),
    ClaimLabel.DEMAND: ((LanguageCode.EN, "Demand"), (LanguageCode.RU, "Требование")),
}

SCHEME = Scheme(
    labels=(
        *(Label(name, key=str((index + 1) % 10)) for index, name in enumerate(_ENTITIES)),
        *(Label(name, kind=Kind.CLAIM, titles=titles) for name, titles in _CLAIMS.items()),
    )
)

TITLE = "В Сарыозеке к 2031 году построят завод за 4,2 млрд тенге"
_MINISTRY = "Министерство торговли и интеграции Республики Казахстан"
_PARAGRAPHS = (
    TITLE,
    (
        "Новый завод по переработке шерсти появится в Сарыозеке, сообщил 14 мая аким Кербулакского района "
        "Ержан Тлеубеков. По его словам, к 2031 году предприятие даст области до 30 процентов сырья."
    ),
    (
        "«Мы начнём стройку в сентябре и откроем первый цех через два года, — заявил Тлеубеков на форуме "
        "«Жетісу Invest». — Людям из соседних аулов нужно дать работу рядом с домом»."
    ),
    (
        f"{_MINISTRY} уточнило, что договор с компанией «Altyn Jun» подписан, передаёт агентство. Газета «Заря» "
        "пишет, что эксперт Банка развития Казахстана ожидает: цены на шерсть вырастут на 12 % уже в 2027 году."
    ),
    (
        "Жители просят сохранить старое пастбище 🐑 у реки Биже. Закон «О пастбищах» это позволяет, "
        "напомнили в районном маслихате."
    ),
    "Напомним, в прошлом году район получил 310 млн тенге на дороги.",
)
TEXT = "\n".join(_PARAGRAPHS)

ARTICLE = Article(1, title=TITLE, date=date(2026, 5, 15), source="zhetisu.example", length=len(TEXT))

_MENTIONS = (
    (EntityLabel.LOC, "Сарыозеке", Status.ACCEPTED),
    (EntityLabel.DATE, "2031 году", Status.PROPOSED),
    (EntityLabel.MONEY, "4,2 млрд тенге", Status.CORRECTED),
    (EntityLabel.LOC, "Сарыозеке#2", Status.PROPOSED),
    (EntityLabel.DATE, "14 мая", Status.ACCEPTED),
    (EntityLabel.ROLE, "аким Кербулакского района", Status.PROPOSED),
    (EntityLabel.LOC, "Кербулакского района", Status.ACCEPTED),
    (EntityLabel.PER, "Ержан Тлеубеков", Status.ACCEPTED),
    (EntityLabel.DATE, "2031 году#2", Status.PROPOSED),
    (EntityLabel.PERCENT, "30 процентов", Status.CORRECTED),
    (EntityLabel.DATE, "в сентябре", Status.PROPOSED),
    (EntityLabel.DATE, "через два года", Status.REJECTED),
    (EntityLabel.PER, "Тлеубеков#2", Status.PROPOSED),
    (EntityLabel.EVENT, "форуме «Жетісу Invest»", Status.PROPOSED),
    (EntityLabel.LOC, "Жетісу", Status.PROPOSED),
    (EntityLabel.ORG, _MINISTRY, Status.ACCEPTED),
    (EntityLabel.OTHER, "интеграции Республики Казахстан", Status.PROPOSED),
    (EntityLabel.LOC, "Республики Казахстан", Status.CORRECTED),
    (EntityLabel.ORG, "Altyn Jun", Status.ACCEPTED),
    (EntityLabel.ORG, "Заря", Status.PROPOSED),
    (EntityLabel.ROLE, "эксперт Банка развития Казахстана", Status.PROPOSED),
    (EntityLabel.ORG, "Банка развития Казахстана", Status.ACCEPTED),
    (EntityLabel.LOC, "Казахстана#1", Status.PROPOSED),
    (EntityLabel.PERCENT, "12 %", Status.PROPOSED),
    (EntityLabel.DATE, "2027 году", Status.PROPOSED),
    (EntityLabel.LOC, "реки Биже", Status.REJECTED),
    (EntityLabel.LAW, "Закон «О пастбищах»", Status.ACCEPTED),
    (EntityLabel.ORG, "районном маслихате", Status.PROPOSED),
    (EntityLabel.DATE, "в прошлом году", Status.PROPOSED),
    (EntityLabel.MONEY, "310 млн тенге", Status.CORRECTED),
)

_STATEMENTS = (
    (ClaimLabel.FORECAST, (TITLE,), "", "", Status.PROPOSED),
    (
        ClaimLabel.PROMISE,
        ("Новый завод по переработке шерсти появится в Сарыозеке",),
        "Ержан Тлеубеков",
        "сообщил",
        Status.ACCEPTED,
    ),
    (
        ClaimLabel.FORECAST,
        ("к 2031 году предприятие даст области до 30 процентов сырья",),
        "его",
        "По его словам",
        Status.PROPOSED,
    ),
    (
        ClaimLabel.PROMISE,
        (
            "Мы начнём стройку в сентябре и откроем первый цех через два года",
            "Людям из соседних аулов нужно дать работу рядом с домом",
        ),
        "Тлеубеков#2",
        "заявил",
        Status.CORRECTED,
    ),
    (
        ClaimLabel.STATEMENT,
        (_MINISTRY + " уточнило, что договор с компанией «Altyn Jun» подписан",),
        "агентство",
        "передаёт",
        Status.PROPOSED,
    ),
    (
        ClaimLabel.STATEMENT,
        ("договор с компанией «Altyn Jun» подписан",),
        _MINISTRY,
        "уточнило",
        Status.ACCEPTED,
    ),
    (
        ClaimLabel.STATEMENT,
        ("эксперт Банка развития Казахстана ожидает: цены на шерсть вырастут на 12 % уже в 2027 году",),
        "Газета «Заря»",
        "пишет",
        Status.PROPOSED,
    ),
    (
        ClaimLabel.FORECAST,
        ("цены на шерсть вырастут на 12 % уже в 2027 году",),
        "эксперт Банка развития Казахстана",
        "ожидает",
        Status.PROPOSED,
    ),
    (ClaimLabel.DEMAND, ("сохранить старое пастбище 🐑 у реки Биже",), "Жители", "просят", Status.PROPOSED),
    (ClaimLabel.STATEMENT, ("Закон «О пастбищах» это позволяет",), "районном маслихате", "напомнили", Status.REJECTED),
)


def sample_annotations() -> list[Annotation]:
    """Return the sample's annotations, ids from 10 on, in reading order."""
    rows = [
        Annotation(0, ARTICLE.id, Kind.ENTITY, label, (_find_words(words),), status)
        for label, words, status in _MENTIONS
    ]
    for kind, pieces, speaker, cue, status in _STATEMENTS:
        spans = tuple(_find_words(piece) for piece in pieces)
        roles = tuple(
            Role(name, _find_words(words, near=spans[0].start))
            for name, words in ((RoleName.SPEAKER, speaker), (RoleName.CUE, cue))
            if words
        )
        rows.append(Annotation(0, ARTICLE.id, Kind.CLAIM, kind, spans, status, roles=roles))
    rows.sort(key=reading_key)
    return [replace(row, id=10 + number) for number, row in enumerate(rows)]


def sample_notes() -> list[Note]:
    """Return notes on two annotations of the sample."""
    found = {row.words(TEXT): row.id for row in sample_annotations()}
    return [
        Note(500, "?", article_id=ARTICLE.id, annotation_id=found["14 мая"]),
        Note(501, "?", article_id=ARTICLE.id, annotation_id=found["сохранить старое пастбище 🐑 у реки Биже"]),
    ]


def many(length: int, count: int, seed: int = 7) -> tuple[Article, str, list[Annotation]]:
    """Return an article of some `length` and `count` annotations, for measuring.

    The annotations are spread over it.
    """
    chance = Random(seed)  # noqa: S311  # sample data, no secret
    words = TEXT.replace("\n", " ").split()
    parts: list[str] = []
    starts: list[tuple[int, int]] = []
    size = 0
    while size < length:
        word = chance.choice(words)
        starts.append((size, size + len(word)))
        parts.append(word + ("\n" if chance.random() < 0.016 else " "))
        size += len(word) + 1
    text = "".join(parts).rstrip()
    chosen = sorted(chance.sample(starts, min(count, len(starts))))
    rows = []
    for number, (start, stop) in enumerate(chosen):
        label = chance.choice(_ENTITIES)
        status = chance.choice((Status.PROPOSED, Status.PROPOSED, Status.ACCEPTED, Status.CORRECTED))
        is_claim = number % 10 == 9
        if is_claim:
            end = min(len(text), start + 160)
            line_end = text.find("\n", start)
            span = Span(start, min(end, line_end) if line_end >= 0 else end)
            rows.append(Annotation(10 + number, 1, Kind.CLAIM, chance.choice(tuple(_CLAIMS)), (span,), status))
        else:
            rows.append(Annotation(10 + number, 1, Kind.ENTITY, label, (Span(start, stop),), status))
    rows.sort(key=reading_key)
    return Article(1, title="", length=len(text)), text, rows


def _find_words(words: str, near: int | None = None) -> Span:
    """Return the place of `words` in the sample.

    The first, the n-th by "#n", or the one nearest to a position.
    """
    words, _, number = words.partition("#")
    places = []
    start = TEXT.find(words)
    while start >= 0:
        places.append(start)
        start = TEXT.find(words, start + 1)
    if number:
        start = places[int(number) - 1]
    else:
        start = places[0] if near is None else min(places, key=lambda place: abs(place - near))
    return Span(start, start + len(words))
