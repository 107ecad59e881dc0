"""Totals say what counting document by document says."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Document, Kind
from app.core.scheme import Scheme
from app.core.span import Span
from app.formats.source.offsets import normalise_document
from app.service.jobs.importing.document_changes import place_document
from app.store import Project
from app.store.files.damage import DamagedError
from tests.formats.strategies import documents
from tests.store.document_tally import Tally


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30)
@given(found=st.lists(documents(), max_size=4))
def test_totals_are_those_of_the_documents(tmp_path_factory: pytest.TempPathFactory, found: list[Document]) -> None:
    with Project.create(tmp_path_factory.mktemp("totals") / "p.pometka", Scheme()) as project:
        for document in found:
            changes = place_document(normalise_document(document), None, project.next_id)
            project.apply(Step(Message("import"), tuple(changes)))
        tally = Tally()
        for document in project.documents():
            tally.add(document)
        totals = project.totals()
        assert (totals.articles, totals.done, totals.first, totals.last) == (
            tally.articles,
            tally.done,
            tally.first,
            tally.last,
        )
        assert totals.notes == tally.notes + len(project.notes())
        assert list(totals.sources.items()) == list(tally.sources.items())
        assert totals.entities == tally.labels and totals.claims == tally.claim_status and totals.forms == tally.kinds
        assert list(totals.speakers.items()) == list(tally.speakers.items())


def test_annotation_of_an_unknown_kind_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "p.pometka"
    with Project.create(path, Scheme()) as project:
        article = Article(project.next_id(), "А", length=1)
        row = Annotation(project.next_id(), article.id, Kind.ENTITY, "PER", (Span(0, 1),))
        changes = tuple(Change(None, one) for one in (article, Body(article.id, "А"), row))
        project.apply(Step(Message("import"), changes))
        project.flush()
        with sqlite3.connect(path) as raw:
            raw.execute("UPDATE annotation SET kind = 'rumour'")
        with pytest.raises(DamagedError):
            project.totals()
