from __future__ import annotations

from collections.abc import Callable

import pytest

from app.core.model import Annotation, Kind, Origin, Progress, Status
from app.core.span import Span
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import PROPOSED, TEXT, add_article, claim, entity, found, memory, rename_label, span, state


def labels(session: Session) -> list[tuple[str, str, str]]:
    assert session.open_article is not None
    return [
        (row.words(session.open_article.text), row.label, row.status.value) for row in session.open_article.annotations
    ]


def current_words(session: Session) -> str:
    assert session.navigation.current is not None and session.open_article is not None
    return session.navigation.current.words(session.open_article.text)


def go_to(session: Session, words: str, nth: int = 0) -> None:
    session.navigation.go_to(found(session, words, nth).id)


def test_accepting_decides_equal_proposals_with_the_same_label_and_goes_on(session: Session) -> None:
    assert len(session.navigation.group) == 3, "Токаев, Токаев, Токаеву"
    session.editor.decisions.accept()
    assert [row[2] for row in labels(session) if row[0].startswith("Токаев")] == ["accepted"] * 3
    assert current_words(session) == "Алматы" and session.navigation.left == 4


def test_accepting_alone_leaves_the_group(session: Session) -> None:
    session.editor.decisions.accept(alone=True)
    assert [row[2] for row in labels(session) if row[0].startswith("Токаев")] == ["accepted", "proposed", "proposed"]


def test_with_groups_off_each_is_decided_alone(session: Session) -> None:
    session.navigation.toggle_groups()
    assert session.navigation.group == ()
    session.editor.decisions.accept()
    assert session.navigation.left == len(PROPOSED) - 1


def test_a_digit_with_another_label_corrects_the_group_and_goes_on(session: Session) -> None:
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert [row[1:] for row in labels(session) if row[0].startswith("Токаев")] == [("ORG", "corrected")] * 3
    assert current_words(session) == "Алматы"


def test_a_digit_with_the_same_label_accepts(session: Session) -> None:
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert {row[1:] for row in labels(session) if row[0].startswith("Токаев")} == {("PER", "accepted")}


def test_relabelling_what_is_decided_stays_on_it(session: Session) -> None:
    session.editor.decisions.accept()
    go_to(session, "Токаев")
    session.editor.decisions.label_by_key(Kind.ENTITY, "0")
    assert found(session, "Токаев").label == "OTHER" and found(session, "Токаев", 1).label == "PER"
    assert session.navigation.current == found(session, "Токаев")


SHARE = "Выросло на 5 процентов."


def test_a_value_goes_with_the_label_that_has_a_field_for_it_and_comes_back_by_undo(opening: Opening) -> None:
    """Follow the value of an organisation that was a figure.

    An organisation with a value is a figure to the register of entities, and left out there.
    """
    values = (("note", "x"), ("precision", "exact"), ("value", "5 %"))
    session = opening(SHARE, [entity(SHARE, "5 процентов", "PERCENT", attributes=values)])
    go_to(session, "5 процентов")
    session.editor.decisions.label(Kind.ENTITY, "MONEY")
    assert dict(found(session, "5 процентов").attributes) == {"note": "x", "value": "5 %"}
    session.editor.decisions.label(Kind.ENTITY, "ORG")
    assert dict(found(session, "5 процентов").attributes) == {"note": "x"}
    session.history.undo()
    session.history.undo()
    assert found(session, "5 процентов").attributes == values


@pytest.mark.parametrize("new", ["ORG", "SHARE"])
def test_a_value_goes_at_a_merge_and_stays_at_a_renaming(opening: Opening, new: str) -> None:
    session = opening(SHARE, [entity(SHARE, "5 процентов", "PERCENT", attributes=(("value", "5 %"),))])
    rename_label(session, Kind.ENTITY, "PERCENT", new)
    row = found(session, "5 процентов")
    assert row.label == new and bool(row.attributes) == (new == "SHARE")


def test_a_digit_that_the_scheme_does_not_name_does_nothing(session: Session) -> None:
    before = state(session)
    session.editor.decisions.label_by_key(Kind.CLAIM, "9")
    assert state(session) == before


def test_a_digit_on_a_bare_token_creates_and_stays(session: Session) -> None:
    session.cursor.place_at(TEXT.index("Tesla"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    made = found(session, "Tesla")
    assert (made.label, made.status, made.origin, made.author) == ("ORG", Status.ACCEPTED, Origin.MANUAL, "Ая")
    assert made.created == made.changed is not None and session.navigation.current == made


def test_two_tokens_and_a_label_are_two_presses(session: Session) -> None:
    session.cursor.place_at(TEXT.index("𝐀lfa"))
    session.cursor.by_token(1, grow=True)
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert found(session, "𝐀lfa и").label == "ORG" and session.cursor.selection is None


def test_a_digit_over_a_selection_that_is_annotated_exactly_relabels_it(session: Session) -> None:
    session.cursor.select(span(TEXT, "Алматы"))
    count = len(labels(session))
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert len(labels(session)) == count and found(session, "Алматы").label == "ORG"
    assert found(session, "Алматы", 1).status is Status.PROPOSED, "a selection is about itself alone"


def test_an_entity_cannot_cross_a_line_end(session: Session, notices: list[str]) -> None:
    before = state(session)
    session.cursor.select(Span(0, TEXT.index(" вырастет")))
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert state(session) == before and notices == ["An entity cannot cross a line end."]


def test_a_claim_may_cross_a_line_end(session: Session) -> None:
    session.cursor.select(Span(0, TEXT.index(" вырастет")))
    session.editor.decisions.label_by_key(Kind.CLAIM, "2")
    assert session.navigation.current is not None and session.navigation.current.label == "forecast"


def test_shift_and_a_digit_claim_the_sentence_of_the_caret(session: Session) -> None:
    session.cursor.place_at(TEXT.index("верят"))
    session.editor.decisions.label_by_key(Kind.CLAIM, "3")
    assert (
        current_words(session) == "Токаеву верят"
        and session.navigation.current_id == found(session, "Токаеву верят").id
    )


def test_an_entity_key_on_a_claim_says_so_and_a_claim_key_inside_one_relabels_it(
    session: Session, notices: list[str]
) -> None:
    before = state(session)
    go_to(session, "Город вырастет")
    session.editor.decisions.label_by_key(Kind.ENTITY, "3")
    assert notices == ["A claim is current: go to a mention or to a word to label that."]
    assert state(session) == before, "nothing below the caret is hit"
    session.cursor.place_at(TEXT.index("вырастет"))
    session.editor.decisions.label_by_key(Kind.CLAIM, "2")
    changed = found(session, "Город вырастет")
    assert (changed.label, changed.status) == ("forecast", Status.CORRECTED)


def test_a_new_claim_in_quotation_marks_is_direct_speech(session: Session) -> None:
    session.cursor.select(span(TEXT, "Город вырастет"))
    session.editor.decisions.remove(found(session, "Город вырастет").id)
    session.editor.decisions.label_by_key(Kind.CLAIM, "1")
    assert found(session, "Город вырастет").attribute("form") == "direct"


def test_a_new_mention_takes_the_normal_form_of_an_equal_one(opening: Opening) -> None:
    text = "Астана растёт. В Астане тепло."
    session = opening(text, [entity(text, "Астана", "LOC", normal="Астана")])
    session.cursor.place_at(text.index("Астане"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "3")
    assert found(session, "Астане").normal == "Астана"


def test_rejecting_keeps_a_proposal_as_rejected_and_goes_on(session: Session) -> None:
    session.editor.decisions.reject()
    assert [row[2] for row in labels(session) if row[0].startswith("Токаев")] == ["rejected"] * 3
    assert current_words(session) == "Алматы"


def test_rejecting_ones_own_removes_it_with_its_notes(session: Session) -> None:
    session.cursor.place_at(TEXT.index("Tesla"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    session.editor.notes.set_on_annotation("верно ли?")
    assert session.navigation.current_id is not None and session.open_article is not None
    own = session.navigation.current_id
    session.editor.decisions.reject()
    assert session.open_article.annotations.get(own) is None and session.open_article.notes_on(own) == ()
    session.history.undo()
    assert [note.text for note in session.open_article.notes_on(own)] == ["верно ли?"]


def test_a_rejected_one_can_be_taken_back_where_it_stands(session: Session) -> None:
    session.editor.decisions.reject()
    session.cursor.to_start()
    assert session.navigation.current == found(session, "Токаев"), "nothing else is under the caret"
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert found(session, "Токаев").status is Status.ACCEPTED


def test_space_over_a_selection_accepts_all_in_it_and_backspace_rejects_it(session: Session) -> None:
    line = span(TEXT, "𝐀lfa и Йод: Алматы, Астана, Tesla.")
    session.cursor.select(line)
    session.editor.decisions.accept()
    assert [row[2] for row in labels(session)][-2:] == ["accepted", "accepted"]
    session.cursor.select(line)
    session.editor.decisions.reject()
    assert [row[2] for row in labels(session)][-2:] == ["rejected", "rejected"]


def test_accepting_what_was_corrected_keeps_it_so(session: Session) -> None:
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    go_to(session, "Токаев")
    session.editor.decisions.accept()
    assert found(session, "Токаев").status is Status.CORRECTED


def test_decisions_go_round_and_when_none_is_left_nothing_jumps(session: Session) -> None:
    go_to(session, "Астана")
    session.editor.decisions.accept()
    assert current_words(session) == "Токаев", "round to the first one left"
    for _ in range(3):
        session.editor.decisions.accept()
    assert session.navigation.left == 0
    place = session.cursor.caret
    session.editor.decisions.accept()
    assert session.cursor.caret == place


def test_in_order_of_uncertainty_a_decision_is_doubted_as_its_mentions_are_on_the_average(session: Session) -> None:
    session.navigation.toggle_order()
    session.navigation.first_proposed()
    seen = []
    while session.navigation.left:
        seen.append((current_words(session), len(session.navigation.group)))
        session.editor.decisions.accept()
    # Астана 0.7, Алматы 0.6 and 0.2, Токаев 0.5, 0.4 and 0.1, the claim 0.3; in a group the most doubtful comes first
    assert seen == [("Астана", 0), ("Алматы", 2), ("Токаеву", 3), ("Город вырастет", 0)]


def test_without_groups_each_is_doubted_on_its_own(session: Session) -> None:
    session.navigation.toggle_groups()
    session.navigation.toggle_order()
    session.navigation.first_proposed()
    seen = []
    while session.navigation.left:
        seen.append(session.navigation.current.confidence if session.navigation.current else None)
        session.editor.decisions.accept()
    assert seen == sorted(row.confidence for row in PROPOSED if row.confidence is not None)


def test_finishing_accepts_the_rest_marks_the_article_done_and_opens_the_next(
    session: Session,
) -> None:
    assert session.open_article is not None
    first = session.open_article.article.id
    second = add_article(session, "Вторая статья.", title="Вторая")
    session.editor.decisions.reject()
    first_time = session.editor.decisions.finish()
    assert first_time is not None and (first_time.accepted, first_time.following) == (4, second)
    assert session.open_article.article.id == second
    done = session.articles.get(first)
    assert done is not None and done.progress is Progress.DONE and session.articles.counts(first).proposed == 0
    last_time = session.editor.decisions.finish()
    assert last_time is not None and last_time.following is None
    assert session.open_article.article.id == second
    session.history.undo()
    session.history.undo()
    assert session.open_article.article.id == first and session.navigation.left == 4, (
        "an undo goes to where it happened"
    )
    assert found(session, "Токаев").status is Status.REJECTED


def test_navigation_passes_over_rejected_ones_and_goes_round(session: Session) -> None:
    session.editor.decisions.reject()
    session.cursor.to_start()
    seen = []
    for _ in range(5):
        session.navigation.next()
        seen.append(current_words(session))
    assert seen == ["Алматы", "Город вырастет", "Алматы", "Астана", "Алматы"]
    session.navigation.previous()
    assert current_words(session) == "Астана"


def test_the_current_one_is_what_was_gone_to_until_the_caret_leaves(session: Session) -> None:
    session.editor.decisions.label(Kind.ENTITY, "PER")
    session.cursor.place_at(TEXT.index("Город"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "3")
    go_to(session, "Город вырастет")
    assert current_words(session) == "Город вырастет"
    session.cursor.by_token(1)
    session.cursor.by_token(-1)
    assert current_words(session) == "Город", "the innermost under the caret"


def test_every_key_is_reported_once_and_memory_equals_the_project(session: Session) -> None:
    notices: list[int] = []
    session.changed.connect(lambda changed: notices.append(len(changed.changes)))
    session.editor.decisions.accept()
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    session.editor.boundaries.move_end(1)
    session.editor.decisions.reject()
    assert notices == [3, 2, 1, 1]
    assert session.open_article is not None and session.project is not None
    kept = session.project
    article_id = session.open_article.article.id
    assert memory(session)[0] == kept.annotations(article_id)
    assert session.articles.counts(article_id) == kept.counts()[article_id]


@pytest.mark.parametrize(
    "edit",
    [
        lambda session: session.editor.decisions.accept(),
        lambda session: session.editor.decisions.label_by_key(Kind.ENTITY, "2"),
        lambda session: session.editor.boundaries.move_end(1),
        lambda session: session.navigation.next(),
        lambda session: session.cursor.by_token(1),
        lambda session: session.editor.decisions.label_by_key(Kind.CLAIM, "2"),
    ],
)
def test_a_key_moves_the_views_once(session: Session, edit: Callable[[Session], None]) -> None:
    notices: list[str] = []
    session.cursor.select(span(TEXT, "Токаев"))
    session.cursor.drop()
    session.moved.connect(lambda: notices.append("moved"))
    edit(session)
    assert len(notices) == 1


def test_a_nested_claim_is_visited_after_the_one_around_it(opening: Opening) -> None:
    text = "Газета пишет, что министр сказал, что дождь."
    outer, inner = claim(text, "министр сказал, что дождь"), claim(text, "дождь")
    session = opening(text, [inner, outer])
    session.cursor.to_start()
    seen = []
    for _ in range(2):
        session.navigation.next_claim()
        seen.append(current_words(session))
    assert seen == ["министр сказал, что дождь", "дождь"]


def test_mentions_that_the_tagger_says_are_one_are_decided_together(opening: Opening) -> None:
    text = "Касым-Жомарт Токаев вошёл. Токаева ждали. Глава государства сел."
    who = {"attributes": (("referent", "Касым-Жомарт Токаев"),)}
    rows = [
        entity(text, "Касым-Жомарт Токаев", "PER", **who),
        entity(text, "Токаева", "PER", normal="Токаев", **who),
        entity(text, "Глава государства", "ROLE", **who),
    ]
    session = opening(text, rows)
    session.editor.decisions.accept()
    assert [row[2] for row in labels(session)] == ["accepted", "accepted", "proposed"], "of one label"


def test_a_selection_of_blanks_is_not_labelled_and_its_edges_are_words(session: Session, notices: list[str]) -> None:
    before = state(session)
    blank = TEXT.index(" приехал")
    session.cursor.select(Span(blank, blank + 1), snap=False)
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    session.editor.decisions.label_by_key(Kind.CLAIM, "1")
    assert state(session) == before and notices == ["There are no words in the selection."] * 2
    session.cursor.select(Span(blank, blank + 9), snap=False)
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert found(session, "приехал").label == "PER"


@pytest.mark.parametrize("decide", ["accept", "reject"])
def test_a_selection_over_part_of_an_annotation_decides_nothing_and_says_so(
    session: Session, notices: list[str], decide: str
) -> None:
    before = state(session)
    session.cursor.select(span(TEXT, "вырастет», - сказал"))
    selection = session.cursor.selection
    getattr(session.editor.decisions, decide)()
    assert state(session) == before and session.cursor.selection == selection
    assert notices == ["The selection contains no whole annotation."]


def test_a_digit_where_a_longer_mention_was_rejected_labels_the_token(opening: Opening) -> None:
    session = opening(TEXT, [entity(TEXT, "Токаев приехал", "ORG"), claim(TEXT, "верят")])
    session.editor.decisions.reject()
    session.cursor.to_start()
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert labels(session)[1] == ("Токаев", "PER", "accepted"), "what was rejected is not seen any more"
    go_to(session, "Токаев приехал")
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert labels(session)[0] == ("Токаев приехал", "PER", "corrected"), "it is meant where one has walked to it"


def test_a_claims_key_where_a_claim_was_rejected_claims_the_sentence(session: Session) -> None:
    go_to(session, "Город вырастет")
    session.editor.decisions.reject()
    session.cursor.place_at(TEXT.index("вырастет"))
    session.editor.decisions.label_by_key(Kind.CLAIM, "1")
    assert current_words(session) == "«Город вырастет», - сказал\u00a0Токаев"


def test_of_two_in_one_place_a_label_is_for_the_one_that_is_not_rejected(opening: Opening) -> None:
    rejected = entity(TEXT, "Tesla", "LOC", status=Status.REJECTED)
    session = opening(TEXT, [rejected, entity(TEXT, "Tesla", "PER")])
    session.cursor.select(span(TEXT, "Tesla"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "2")
    assert labels(session) == [("Tesla", "LOC", "rejected"), ("Tesla", "ORG", "corrected")]


def test_in_order_of_uncertainty_navigation_goes_by_the_text_when_all_is_decided(session: Session) -> None:
    session.navigation.toggle_order()
    session.cursor.select(Span(0, len(TEXT)))
    session.editor.decisions.accept()
    session.cursor.to_start()
    seen = []
    for _ in PROPOSED:
        session.navigation.next()
        seen.append(session.navigation.current_id)
    assert len(set(seen)) == len(PROPOSED)
    session.navigation.previous()
    assert session.navigation.current_id == seen[-2]


def test_an_annotation_of_a_words_end_is_found_under_the_caret(opening: Opening) -> None:
    text = "Вице-премьер сказал."
    session = opening(text, [claim(text, text), entity(text, "премьер", "ROLE", status=Status.ACCEPTED)])
    session.cursor.place_at(3)
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    assert labels(session) == [(text, "statement", "proposed"), ("премьер", "PER", "corrected")]


def test_an_article_without_words_takes_every_key(opening: Opening) -> None:
    session = opening(" \n ", [Annotation(0, 0, Kind.CLAIM, "statement", (Span(0, 1),))])
    session.navigation.next()
    session.editor.decisions.accept()
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    session.editor.candidates.go_to_next()
    assert session.navigation.current is None and session.cursor.caret is None and session.navigation.left == 1


def test_when_what_was_gone_to_is_gone_navigation_goes_on_from_the_caret(opening: Opening) -> None:
    text = "Алматы растёт быстро."
    rows = [claim(text, text, status=Status.ACCEPTED), entity(text, "Алматы", "LOC", status=Status.ACCEPTED)]
    session = opening(text, rows)
    session.cursor.place_at(text.index("быстро"))
    session.editor.decisions.label_by_key(Kind.ENTITY, "3")
    session.editor.decisions.reject()
    assert session.navigation.current == found(session, text), "the claim around the caret, which nobody walked to"
    session.navigation.next()
    assert current_words(session) == text, "round from the caret, not from the claim's start"
