"""Marked texts that are hard for formats of other tools."""

from __future__ import annotations

from dataclasses import replace

from app.core.model import Annotation, Article, Document, Kind, text_digest
from app.core.span import Span

TEXT = "😀 Токаев 🇰🇿 сказал: «Да ✔».\u00a0Мэр 𝐀лматы\u2028и й и́ «нет»\nконец 😀"


def marked(kind: Kind, *words: str, label: str = "ORG", **more: object) -> Annotation:
    pieces = tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return Annotation(0, 0, kind, label, pieces, **more)  # type: ignore[arg-type]


def sample_document(*annotations: Annotation) -> Document:
    article = Article(0, "Мэр «сказал»", key="a-1", digest=text_digest("Мэр «сказал»", TEXT), length=len(TEXT))
    numbered = tuple(replace(one, id=number) for number, one in enumerate(annotations, start=1))
    return Document(article, TEXT, numbered)
