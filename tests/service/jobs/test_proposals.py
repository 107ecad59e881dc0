"""The decision table of tagging again.

Which proposals are needless beside what was decided.
"""

from __future__ import annotations

import pytest

from app.core.model import Annotation, Kind, Origin, Role, Status
from app.core.span import Span
from app.service.jobs.tagging.proposal_filter import ProposalFilter, find_place

WHOLE, NEAR, INSIDE, CROSSING, APART = Span(100, 200), Span(102, 200), Span(120, 200), Span(60, 150), Span(300, 400)
CUE, OTHER_CUE, SPEAKER, OTHER_SPEAKER = Span(80, 87), Span(108, 115), Span(70, 79), Span(101, 107)


def claim(
    span: Span,
    status: Status = Status.PROPOSED,
    cue: Span | None = None,
    speaker: Span | None = None,
    *,
    origin: Origin = Origin.PRETAG,
    label: str = "statement",
) -> Annotation:
    roles = tuple(Role(name, place) for name, place in (("cue", cue), ("speaker", speaker)) if place is not None)
    number = 0 if status is Status.PROPOSED else 1
    return Annotation(number, 1, Kind.CLAIM, label, (span,), status, origin, roles=roles)


def entity(
    span: Span, label: str, status: Status = Status.PROPOSED, *, number: int = 0, origin: Origin = Origin.PRETAG
) -> Annotation:
    return Annotation(number, 1, Kind.ENTITY, label, (span,), status, origin)


def is_needless(decided: Annotation, proposal: Annotation, *others: Annotation) -> bool:
    """Say whether a proposal is needless beside one annotation.

    It is one among others of the same tagging.
    """
    return ProposalFilter([decided], [proposal, *others], ()).is_needless(proposal)


A, C, R = Status.ACCEPTED, Status.CORRECTED, Status.REJECTED
DECIDED = (A, C, R)

CLAIMS = [
    # decided as, proposed at, cue of the decided one, of the proposal, needless
    *((status, WHOLE, CUE, cue, True) for status in DECIDED for cue in (CUE, OTHER_CUE, None)),
    *((status, NEAR, CUE, CUE, True) for status in DECIDED),
    *((status, NEAR, None, None, True) for status in DECIDED),
    *((status, NEAR, CUE, OTHER_CUE, False) for status in DECIDED),
    *((status, NEAR, None, OTHER_CUE, False) for status in DECIDED),
    *((status, INSIDE, CUE, OTHER_CUE, False) for status in DECIDED),
    *((status, INSIDE, None, OTHER_CUE, False) for status in DECIDED),
    *((status, CROSSING, CUE, OTHER_CUE, False) for status in DECIDED),
    *((status, CROSSING, CUE, CUE, status is C) for status in DECIDED),
    *((status, CROSSING, None, None, status is C) for status in DECIDED),
    *((status, APART, CUE, CUE, status is C) for status in DECIDED),
    *((status, APART, CUE, OTHER_CUE, False) for status in DECIDED),
    *((status, APART, None, None, False) for status in DECIDED),
]


@pytest.mark.parametrize(("status", "place", "cue", "new_cue", "expected"), CLAIMS)
def test_claims_are_one_at_equal_spans_or_near_ones_with_the_same_cue(
    status: Status, place: Span, cue: Span | None, new_cue: Span | None, expected: bool
) -> None:
    assert is_needless(claim(WHOLE, status, cue), claim(place, cue=new_cue)) is expected


@pytest.mark.parametrize("status", DECIDED)
@pytest.mark.parametrize("place", [NEAR, INSIDE])
def test_a_claim_inside_another_with_a_speaker_of_its_own_is_proposed(status: Status, place: Span) -> None:
    assert not is_needless(claim(WHOLE, status, None, SPEAKER), claim(place, speaker=OTHER_SPEAKER))
    assert not is_needless(claim(WHOLE, status), claim(place, speaker=OTHER_SPEAKER))


def test_a_claim_cut_into_pieces_stands_for_the_whole_one() -> None:
    cut = Annotation(1, 1, Kind.CLAIM, "statement", (Span(100, 130), Span(150, 200)), C, Origin.PRETAG)
    assert is_needless(cut, claim(WHOLE))


@pytest.mark.parametrize("place", [Span(100, 110), Span(40, 300), Span(190, 260)])
def test_a_claim_whose_boundary_went_far_is_not_proposed_again(place: Span) -> None:
    assert is_needless(claim(place, C, CUE, OTHER_SPEAKER), claim(WHOLE, cue=CUE, speaker=SPEAKER))


def test_of_two_nested_claims_one_moved_by_hand_stands_for_its_own_proposal_alone() -> None:
    moved = claim(Span(100, 140), C, CUE)
    outer, inner = claim(WHOLE, cue=CUE), claim(INSIDE, cue=OTHER_CUE)
    assert is_needless(moved, outer, inner) and not is_needless(moved, inner, outer)


@pytest.mark.parametrize("origin", [Origin.MANUAL, Origin.IMPORT])
def test_a_claim_made_by_hand_stands_for_the_proposal_of_its_cue(origin: Origin) -> None:
    assert is_needless(claim(CROSSING, A, CUE, origin=origin), claim(WHOLE, cue=CUE))
    assert not is_needless(claim(CROSSING, A, CUE, origin=origin), claim(WHOLE, cue=OTHER_CUE))


ROLE, LOC, LONGER = Span(0, 20), Span(10, 20), Span(0, 24)

ENTITIES = [
    # decided: place, label, as; proposed: place, label; beside which other proposal; needless
    *((ROLE, "ROLE", status, ROLE, "ORG", None, True) for status in DECIDED),
    *((ROLE, "ROLE", status, LOC, "LOC", (ROLE, "ROLE"), False) for status in DECIDED),
    *((ROLE, "ORG", status, LOC, "ORG", (ROLE, "ORG"), False) for status in DECIDED),
    *((LOC, "LOC", status, ROLE, "ROLE", (LOC, "LOC"), False) for status in DECIDED),
    *((LONGER, "ROLE", status, LOC, "LOC", (ROLE, "ROLE"), False) for status in DECIDED),
    *((LONGER, "ROLE", status, ROLE, "ROLE", (LOC, "LOC"), status is not R) for status in DECIDED),
    *((LONGER, "ROLE", status, LOC, "LOC", None, status is not R) for status in DECIDED),
    *((LONGER, "LOC", status, LOC, "LOC", (ROLE, "ROLE"), status is not R) for status in DECIDED),
    *((Span(5, 15), "LOC", status, LOC, "ROLE", None, status is not R) for status in DECIDED),
    *((Span(30, 40), "LOC", status, LOC, "LOC", None, False) for status in DECIDED),
]


@pytest.mark.parametrize(("place", "label", "status", "new_place", "new_label", "other", "expected"), ENTITIES)
def test_an_entity_inside_another_is_another_one_unless_that_was_made_from_it(
    place: Span,
    label: str,
    status: Status,
    new_place: Span,
    new_label: str,
    other: tuple[Span, str] | None,
    expected: bool,
) -> None:
    decided = entity(place, label, status, number=1)
    others = [] if other is None else [entity(*other)]
    assert is_needless(decided, entity(new_place, new_label), *others) is expected


@pytest.mark.parametrize("status", DECIDED)
def test_what_is_still_open_beside_a_decision_is_not_needless(status: Status) -> None:
    decided, still_open = entity(ROLE, "ROLE", status, number=1), entity(Span(5, 25), "ORG", number=2)
    proposal = entity(Span(5, 25), "ORG")
    assert not ProposalFilter([decided], [proposal], {find_place(still_open)}).is_needless(proposal)


def test_a_proposal_of_somebody_else_makes_an_equal_one_needless_alone() -> None:
    imported = entity(ROLE, "ROLE", number=1, origin=Origin.IMPORT)
    assert is_needless(imported, entity(ROLE, "ROLE"))
    assert not is_needless(imported, entity(ROLE, "ORG"))
    assert not is_needless(imported, entity(LOC, "ROLE"))
