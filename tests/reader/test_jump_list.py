from hypothesis import given
from hypothesis import strategies as st

from annotations.store.places import Place
from reader import jump_list
from reader.jump_list import JumpList, Spot


def spot(cursor: int, article_id: str = "flood") -> Spot:
    return Spot(article_id, Place(cursor=cursor, top=0))


def test_back_and_forward_over_articles() -> None:
    jumps = JumpList()
    for each in (spot(1), spot(50), spot(7, "fire")):
        jumps.leave(each)
    here = spot(9, "fire")
    assert jumps.step(1, here=here) is None
    assert jumps.step(-1, here=here) == spot(7, "fire")
    assert jumps.step(-1, here=spot(7, "fire")) == spot(50)
    assert jumps.step(1, here=spot(50)) == spot(7, "fire")
    assert jumps.step(1, here=spot(7, "fire")) == here
    assert jumps.step(1, here=here) is None


def test_a_jump_drops_what_lay_ahead() -> None:
    jumps = JumpList()
    jumps.leave(spot(1))
    jumps.step(-1, here=spot(50))
    jumps.leave(spot(1))
    assert jumps.step(1, here=spot(80)) is None
    assert jumps.step(-1, here=spot(80)) == spot(1)


def test_no_step_stays_where_one_is() -> None:
    jumps = JumpList()
    for cursor in (1, 1, 50):
        jumps.leave(spot(cursor))
    assert jumps.step(-1, here=spot(50)) == spot(1)
    assert jumps.step(-1, here=spot(1)) is None


def test_the_oldest_is_forgotten_first() -> None:
    jumps = JumpList()
    for cursor in range(jump_list._MOST + 5):
        jumps.leave(spot(cursor))
    here, walked = spot(-1), []
    while (earlier := jumps.step(-1, here=here)) is not None:
        here = earlier
        walked.append(here.place.cursor)
    assert walked == list(range(jump_list._MOST + 4, 4, -1))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=10))
def test_forward_undoes_back(visited: list[int]) -> None:
    jumps = JumpList()
    for cursor in visited:
        jumps.leave(spot(cursor))
    here = spot(99)
    back = jumps.step(-1, here=here)
    assert back is not None
    assert jumps.step(1, here=back) == here
