import itertools
import pickle

from hypothesis import given
from hypothesis import strategies as st

from app.core.lanes import pack
from app.core.span import Span, iou, normal_pieces
from app.core.text.sentences import sentence_at, sentences
from app.core.text.tokens import normalise, token_after, token_at, token_before, tokens
from app.core.text.utf16 import Utf16Map

NEWS = 'Глава государства Касым-Жомарт Токаев сообщил: "Рост 3,5 %". В 2025 г. Alatau City 🇰🇿 👩‍🚀 ✔️ готов.\nДа!'
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def test_tokens_keep_hyphenated_names_numbers_and_emoji_whole() -> None:
    words = [NEWS[a:b] for a, b in tokens(NEWS)]
    assert "Касым-Жомарт" in words and "3,5" in words and "🇰🇿" in words and "👩‍🚀" in words and "✔️" in words


@given(ANY_TEXT)
def test_moving_by_token_visits_every_token_both_ways(text: str) -> None:
    all_tokens = list(tokens(text))
    forward, position = [], 0
    while (token := token_after(text, position)) is not None:
        forward.append(token)
        position = token.stop
    assert forward == all_tokens
    backward, position = [], len(text)
    while (token := token_before(text, position)) is not None:
        backward.append(token)
        position = token.start
    assert backward[::-1] == all_tokens


@given(ANY_TEXT, st.integers(0, 80))
def test_token_at_covers_the_position_or_is_the_nearest(text: str, position: int) -> None:
    token = token_at(text, min(position, len(text)))
    assert (token is None) == (not list(tokens(text)))
    assert token is None or token in set(tokens(text))


def test_a_token_far_along_one_line_costs_no_scan_of_the_line() -> None:
    text = "слово " * 1_000_000
    assert token_at(text, 3_000_001) == Span(3_000_000, 3_000_005)


def test_sentences_stop_at_line_ends_and_not_at_abbreviations() -> None:
    found = [NEWS[a:b] for a, b in sentences(NEWS, 0, len(NEWS))]
    assert found[0].endswith('%".') and found[1].startswith("В 2025 г. Alatau") and found[2] == "Да!"
    assert sentence_at(NEWS, NEWS.index("Alatau")) == sentence_at(NEWS, NEWS.index("2025"))


@given(ANY_TEXT)
def test_utf16_map_round_trips_and_agrees_with_the_codec(text: str) -> None:
    table = Utf16Map(text)
    for position in range(len(text) + 1):
        offset = table.to_utf16(position)
        assert offset == len(text[:position].encode("utf-16-le")) // 2
        assert table.to_code_points(offset) == position


@given(ANY_TEXT)
def test_a_place_inside_a_surrogate_pair_is_that_of_its_character(text: str) -> None:
    table = Utf16Map(text)
    for position in (place for place, char in enumerate(text) if char > "\uffff"):
        assert table.to_code_points(table.to_utf16(position) + 1) == position


def test_normalise_touches_line_ends_nul_and_lone_surrogates_only() -> None:
    assert normalise("a\r\nb\rc\x00\ud800\u00a0\u2028😀") == "a\nb\nc\u00a0\u2028😀"


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10))))
def test_packed_spans_in_one_lane_never_overlap(pairs: list[tuple[int, int]]) -> None:
    lanes = pack(Span(start, start + length) for start, length in pairs)
    for one, lane in lanes.items():
        assert not any(other is not one and lanes[other] == lane and one.overlaps(other) for other in lanes)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10))))
def test_normal_pieces_are_sorted_disjoint_and_cover_the_same(pairs: list[tuple[int, int]]) -> None:
    pieces = normal_pieces(Span(start, start + length) for start, length in pairs)
    assert all(one.stop < other.start for one, other in itertools.pairwise(pieces))
    assert {i for a, n in pairs for i in range(a, a + n)} == {i for a, b in pieces for i in range(a, b)}


@given(*[st.tuples(st.integers(0, 12), st.integers(1, 12))] * 2)
def test_the_overlap_of_two_spans_is_that_of_their_code_points(one: tuple[int, int], other: tuple[int, int]) -> None:
    spans = [Span(start, start + length) for start, length in (one, other)]
    first, second = (set(range(span.start, span.stop)) for span in spans)
    assert iou(*spans) == len(first & second) / len(first | second)


def test_a_span_goes_from_process_to_process_as_a_span() -> None:
    came = pickle.loads(pickle.dumps(Span(3, 8)))
    assert type(came) is Span and came == Span(3, 8)
