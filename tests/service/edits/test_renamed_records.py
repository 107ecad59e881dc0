"""What was judged and noted of names follows their labels."""

from __future__ import annotations

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Kind
from app.core.name_clusters import Clusters
from app.core.records import Judgement, JudgementKind, JudgementValue, RegisterRecord
from app.core.rows.row import Row
from app.service.project.taught_names import without_label
from app.service.session.session import Session
from tests.service.samples import rename_label

SAME, DIFFERENT = JudgementValue.SAME, JudgementValue.DIFFERENT


def add(session: Session, *rows: Row) -> None:
    session.apply(Step(Message("note"), tuple(Change(None, row) for row in rows)))


def judgements(session: Session) -> list[Judgement]:
    assert session.project is not None
    return sorted(session.project.rows(Judgement), key=lambda row: row.id)


def records(session: Session) -> list[RegisterRecord]:
    assert session.project is not None
    return sorted(session.project.rows(RegisterRecord), key=lambda row: row.id)


def test_the_register_follows_a_label_that_is_renamed(session: Session) -> None:
    claims = Judgement(3, JudgementKind.CLAIM, "PER 1", "PER 2", SAME)
    judged = (
        Judgement(1, left="LOC токаев", right="PER токаев", value=DIFFERENT),
        Judgement(2, left="PER касым-жомарт токаев", right="PER токаев", value=SAME),
        claims,
    )
    noted = RegisterRecord(4, "PER токаев", "Токаев", "PER", "видели", (("wikidata", "Q1"),))
    add(session, *judged, noted)
    before = judgements(session), records(session)
    rename_label(session, Kind.ENTITY, "PER", "Human Being")
    first, second, third = judgements(session)
    assert (first.left, first.right) == ("Human Being токаев", "LOC токаев"), "the smaller key stays the first"
    assert (second.left, second.right) == ("Human Being касым-жомарт токаев", "Human Being токаев")
    assert third == claims and all(row.is_live for row in (first, second))
    (record,) = records(session)
    assert (record.key, record.label, record.note) == ("Human Being токаев", "Human Being", "видели")
    rename_label(session, Kind.ENTITY, "Human Being", "Man")
    assert records(session)[0].key == "Man токаев"
    session.history.undo()
    session.history.undo()
    assert (judgements(session), records(session)) == before


def test_two_labels_that_are_merged_bring_their_records_together(session: Session) -> None:
    add(
        session,
        Judgement(1, left="LOC алатау", right="ORG алатау", value=DIFFERENT),
        Judgement(2, left="LOC алатау", right="LOC город алатау", value=SAME),
        Judgement(3, left="ORG алатау", right="ORG город алатау", value=SAME),
        RegisterRecord(4, "ORG алатау", note="фирма", identifiers=(("wikidata", "Q7"), ("bin", "000140000483"))),
        RegisterRecord(5, "LOC алатау", "Алатау", note="город", identifiers=(("wikidata", "Q5"),)),
    )
    rename_label(session, Kind.ENTITY, "ORG", "LOC")
    live = [row for row in judgements(session) if row.is_live]
    assert [(row.left, row.right) for row in live] == [("LOC алатау", "LOC город алатау")], "each pair is judged once"
    assert len(judgements(session)) == 3, "what is over keeps its row"
    assert set(Clusters(judgements(session)).members("LOC алатау")) == {"LOC алатау", "LOC город алатау"}
    (record,) = records(session)
    assert (record.id, record.key, record.name, record.note) == (5, "LOC алатау", "Алатау", "город\nфирма")
    assert record.identifiers == (("wikidata", "Q5"), ("bin", "000140000483"))
    session.history.undo()
    assert len(records(session)) == 2 and all(row.is_live for row in judgements(session))


def test_the_register_keeps_what_it_knew_of_a_label_that_is_removed(session: Session) -> None:
    add(session, RegisterRecord(1, "PER токаев", note="видели"))
    session.editor.scheme.change(without_label(session.scheme, Kind.ENTITY, "PER"), [(Kind.ENTITY, "PER", "")])
    assert [row.key for row in records(session)] == ["PER токаев"]
