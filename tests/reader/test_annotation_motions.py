from hypothesis import given
from hypothesis import strategies as st

from annotations.model import Entity, Quote
from reader.annotation_index import AnnotationIndex
from reader.annotation_motions import Turn, first_candidate, turn_to
from reader.reading import Reading
from reader.switches import Switch

TEXT = "Ann Lee “a” Lee “b” Bo “c” Ann."
ANN, BO = "Ann Lee", "Bo Lind"
NAMES, QUOTES = Switch.NAMES, Switch.QUOTES
PLACES = st.lists(st.integers(0, 20), min_size=1, max_size=12)


def name(number: int, start: int, text: str, called: str) -> Entity:
    end = start + len(text)
    return Entity(id=number, start=start, end=end, text=text, label="PERSON", name=called)


def quote(number: int, start: int, speaker: str | None) -> Quote:
    return Quote(
        id=number,
        start=start,
        end=start + 3,
        text=TEXT[start : start + 3],
        type="direct",
        speaker_name=speaker,
    )


def told() -> Reading:
    """Three mentions of one person and one of another, and the quotes of both between them."""
    index = AnnotationIndex()
    for each in (
        name(1, 0, "Ann Lee", ANN),
        quote(2, 8, ANN),
        name(3, 12, "Lee", ANN),
        quote(4, 16, ANN),
        name(5, 20, "Bo", BO),
        quote(6, 23, BO),
        name(7, 27, "Ann", ANN),
    ):
        index.put(each)
    return Reading(TEXT, index)


def toured(reading: Reading, switch: Switch, step: int, times: int) -> list[tuple[int, bool]]:
    """What is in focus after each of some turns, and whether it led round."""
    visited = []
    for _ in range(times):
        kin = reading.kin_sought(switch)
        assert kin is not None
        turn = reading.turn_to(kin, step)
        assert turn is not None and reading.focus is not None
        visited.append((reading.focus, turn.goes_round))
    return visited


def test_mentions_of_a_name_are_visited_round_and_round() -> None:
    assert toured(told(), NAMES, 1, 4) == [(3, False), (7, False), (1, True), (3, False)]
    assert toured(told(), NAMES, -1, 3) == [(7, True), (3, False), (1, False)]


def test_from_a_name_to_what_its_bearer_says_and_back() -> None:
    reading = told()
    assert toured(reading, QUOTES, 1, 3) == [(2, False), (4, False), (2, True)]
    assert toured(reading, NAMES, 1, 1) == [(3, False)]


def test_where_nothing_is_annotated_the_one_visited_last_counts() -> None:
    reading = told()
    reading.go(21)
    reading.go(len(TEXT) - 1)
    assert reading.focus is None
    assert reading.kin_sought(QUOTES) == (QUOTES, BO)
    assert toured(reading, QUOTES, -1, 1) == [(6, False)]


def test_without_a_name_or_speaker_there_is_nothing_to_go_by() -> None:
    assert Reading(TEXT).kin_sought(NAMES) is None
    index = AnnotationIndex()
    index.put(quote(1, 8, None))
    reading = Reading(TEXT, index)
    reading.go(8)
    assert reading.kin_sought(QUOTES) is None


def test_what_is_hidden_is_passed_over_and_not_counted() -> None:
    reading = told()
    assert turn_to(reading.index, (NAMES, ANN), 1, begin=0, hidden={NAMES}) is None
    assert turn_to(reading.index, (QUOTES, BO), 1, begin=0, hidden={NAMES}) == Turn(
        5, 1, 1, goes_round=False
    )


def numbered(starts: list[int]) -> AnnotationIndex:
    index = AnnotationIndex()
    for number, start in enumerate(starts):
        index.put(name(number, start, "x", ANN if start % 2 else BO))
    return index


@given(PLACES, st.sampled_from([1, -1]), st.integers(0, 25), st.sampled_from([ANN, BO]))
def test_turns_visit_each_once_and_come_back_to_the_first(
    starts: list[int], step: int, begin: int, called: str
) -> None:
    index = numbered(starts)
    total = sum((start % 2 == 1) is (called == ANN) for start in starts)
    visited: list[Turn] = []
    for _ in range(total + 1):
        turn = turn_to(index, (NAMES, called), step, begin=begin, hidden=set())
        assert (turn is None) == (total == 0)
        if turn is not None:
            visited.append(turn)
            begin = turn.position + step
    places = [each.position for each in visited[:-1]]
    assert len(set(places)) == total
    assert all(0 < each.number <= each.total == total for each in visited)
    assert [each.position for each in visited[-1:]] == places[:1]
    assert sum(each.goes_round for each in visited) in range(3)


@given(PLACES, st.integers(0, 25), st.sampled_from([1, -1]))
def test_the_first_candidate_lies_where_one_looks(
    starts: list[int], cursor: int, step: int
) -> None:
    index = numbered(starts)
    position = index.topmost(cursor, hidden=set())
    found = first_candidate(index, step, cursor=cursor, position=position)
    assert -1 <= found <= len(index)
    if 0 <= found < len(index):
        assert found != position
        assert (index.starts[found] - cursor) * step >= 0
