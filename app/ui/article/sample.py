"""Sample data for the article view alone: an invented report that shows everything that can be drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from app.core.model import Annotation, Article, Kind, Note, Role, Status
from app.core.scheme import Label, Scheme
from app.core.span import Span

_ENTITIES = ("PER", "ORG", "LOC", "DATE", "MONEY", "PERCENT", "EVENT", "ROLE", "LAW", "OTHER")
_CLAIMS = {
    "statement": (("en", "Statement"), ("ru", "Утверждение")),
    "forecast": (("en", "Forecast"), ("ru", "Прогноз")),
    "promise": (("en", "Promise"), ("ru", "Обещание")),
    "demand": (("en", "Demand"), ("ru", "Требование")),
}

SCHEME = Scheme(
    labels=(
        *(Label(name, key=str((index + 1) % 10)) for index, name in enumerate(_ENTITIES)),
        *(Label(name, kind="claim", titles=titles) for name, titles in _CLAIMS.items()),
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
    ("LOC", "Сарыозеке", Status.ACCEPTED),
    ("DATE", "2031 году", Status.PROPOSED),
    ("MONEY", "4,2 млрд тенге", Status.CORRECTED),
    ("LOC", "Сарыозеке#2", Status.PROPOSED),
    ("DATE", "14 мая", Status.ACCEPTED),
    ("ROLE", "аким Кербулакского района", Status.PROPOSED),
    ("LOC", "Кербулакского района", Status.ACCEPTED),
    ("PER", "Ержан Тлеубеков", Status.ACCEPTED),
    ("DATE", "2031 году#2", Status.PROPOSED),
    ("PERCENT", "30 процентов", Status.CORRECTED),
    ("DATE", "в сентябре", Status.PROPOSED),
    ("DATE", "через два года", Status.REJECTED),
    ("PER", "Тлеубеков#2", Status.PROPOSED),
    ("EVENT", "форуме «Жетісу Invest»", Status.PROPOSED),
    ("LOC", "Жетісу", Status.PROPOSED),
    ("ORG", _MINISTRY, Status.ACCEPTED),
    ("OTHER", "интеграции Республики Казахстан", Status.PROPOSED),
    ("LOC", "Республики Казахстан", Status.CORRECTED),
    ("ORG", "Altyn Jun", Status.ACCEPTED),
    ("ORG", "Заря", Status.PROPOSED),
    ("ROLE", "эксперт Банка развития Казахстана", Status.PROPOSED),
    ("ORG", "Банка развития Казахстана", Status.ACCEPTED),
    ("LOC", "Казахстана#1", Status.PROPOSED),
    ("PERCENT", "12 %", Status.PROPOSED),
    ("DATE", "2027 году", Status.PROPOSED),
    ("LOC", "реки Биже", Status.REJECTED),
    ("LAW", "Закон «О пастбищах»", Status.ACCEPTED),
    ("ORG", "районном маслихате", Status.PROPOSED),
    ("DATE", "в прошлом году", Status.PROPOSED),
    ("MONEY", "310 млн тенге", Status.CORRECTED),
)

_STATEMENTS = (
    ("forecast", (TITLE,), "", "", Status.PROPOSED),
    (
        "promise",
        ("Новый завод по переработке шерсти появится в Сарыозеке",),
        "Ержан Тлеубеков",
        "сообщил",
        Status.ACCEPTED,
    ),
    (
        "forecast",
        ("к 2031 году предприятие даст области до 30 процентов сырья",),
        "его",
        "По его словам",
        Status.PROPOSED,
    ),
    (
        "promise",
        (
            "Мы начнём стройку в сентябре и откроем первый цех через два года",
            "Людям из соседних аулов нужно дать работу рядом с домом",
        ),
        "Тлеубеков#2",
        "заявил",
        Status.CORRECTED,
    ),
    (
        "statement",
        (_MINISTRY + " уточнило, что договор с компанией «Altyn Jun» подписан",),
        "агентство",
        "передаёт",
        Status.PROPOSED,
    ),
    (
        "statement",
        ("договор с компанией «Altyn Jun» подписан",),
        _MINISTRY,
        "уточнило",
        Status.ACCEPTED,
    ),
    (
        "statement",
        ("эксперт Банка развития Казахстана ожидает: цены на шерсть вырастут на 12 % уже в 2027 году",),
        "Газета «Заря»",
        "пишет",
        Status.PROPOSED,
    ),
    (
        "forecast",
        ("цены на шерсть вырастут на 12 % уже в 2027 году",),
        "эксперт Банка развития Казахстана",
        "ожидает",
        Status.PROPOSED,
    ),
    ("demand", ("сохранить старое пастбище 🐑 у реки Биже",), "Жители", "просят", Status.PROPOSED),
    ("statement", ("Закон «О пастбищах» это позволяет",), "районном маслихате", "напомнили", Status.REJECTED),
)


def sample_annotations() -> list[Annotation]:
    """Return the sample's annotations, ids from 10 on, in reading order."""
    rows = [
        Annotation(0, ARTICLE.id, Kind.ENTITY, label, (_found(words),), status) for label, words, status in _MENTIONS
    ]
    for kind, pieces, speaker, cue, status in _STATEMENTS:
        spans = tuple(_found(piece) for piece in pieces)
        roles = tuple(
            Role(name, _found(words, near=spans[0].start))
            for name, words in (("speaker", speaker), ("cue", cue))
            if words
        )
        rows.append(Annotation(0, ARTICLE.id, Kind.CLAIM, kind, spans, status, roles=roles))
    rows.sort(key=lambda row: (row.start, -row.stop))
    return [replace(row, id=10 + number) for number, row in enumerate(rows)]


def sample_notes() -> list[Note]:
    """Return notes on two annotations of the sample."""
    found = {row.words(TEXT): row.id for row in sample_annotations()}
    return [
        Note(500, "?", article_id=ARTICLE.id, annotation_id=found["14 мая"]),
        Note(501, "?", article_id=ARTICLE.id, annotation_id=found["сохранить старое пастбище 🐑 у реки Биже"]),
    ]


def many(length: int, count: int, seed: int = 7) -> tuple[Article, str, list[Annotation]]:
    """Return an article of about `length` characters with `count` annotations spread over it, for measuring."""
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
    rows.sort(key=lambda row: (row.start, -row.stop, row.id))
    return Article(1, title="", length=len(text)), text, rows


def _found(words: str, near: int | None = None) -> Span:
    """Return the place of `words` in the sample: the first, the n-th by "#n", or the one nearest to a position."""
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
