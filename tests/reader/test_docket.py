import pytest

from annotations.measure.differences import Difference
from annotations.measure.disagreements import Verdict
from annotations.model import Entity
from reader.docket import Case, Docket, Progress

HOW = (Verdict.FIRST, ())


def case(article: str, start: int) -> Case:
    there = Entity(start=start, end=start + 1, text="x", label="GPE")
    return Case.of(article, Difference(there, None))


@pytest.fixture
def docket() -> Docket:
    cases = [case("one", 0), case("one", 1), case("two", 0), case("two", 1), case("three", 0)]
    return Docket(cases, names=("a", "b"))


def test_steps_end_at_the_borders(docket: Docket) -> None:
    assert not docket.go(-1)
    assert docket.go(4)
    assert not docket.go(1)
    assert docket.at == 4


def test_progress_here_and_in_all(docket: Docket) -> None:
    docket.put(docket.cases[0], HOW)
    docket.put(docket.cases[2], HOW)
    docket.go(3)
    assert docket.progress == Progress(number=4, total=5, settled=2, here=2, here_settled=1)


def test_the_next_open_goes_round_the_end(docket: Docket) -> None:
    for settled in docket.cases[2:]:
        docket.put(settled, HOW)
    docket.at = 1
    assert docket.go_to_open(1)
    assert docket.at == 0
    assert docket.go_to_open(-1)
    assert docket.at == 1


def test_nothing_is_open(docket: Docket) -> None:
    for each in docket.cases:
        docket.put(each, HOW)
    docket.at = 3
    assert not docket.go_to_open(1)
    assert docket.at == 3
    docket.go_to_first_open()
    assert docket.at == 0


def test_where_one_left_off(docket: Docket) -> None:
    docket.put(docket.cases[0], HOW)
    docket.go_to_first_open()
    assert docket.at == 1


def test_from_article_to_article(docket: Docket) -> None:
    docket.at = 1
    assert docket.go_to_article(1)
    assert docket.at == 2
    docket.at = 4
    assert docket.go_to_article(-1)
    assert docket.at == 2
    assert docket.go_to_article(-1)
    assert docket.at == 0
    assert not docket.go_to_article(-1)


def test_what_others_settle_is_learned_and_what_is_not_here_is_not(docket: Docket) -> None:
    before = docket.verdicts
    docket.take({docket.cases[3].key: HOW, ("gone", "x"): HOW})
    docket.go_to_changed(before)
    assert docket.at == 3
    assert docket.progress.settled == 1
    settled = docket.settled(docket.current)
    assert settled is not None
    assert settled.verdict is Verdict.FIRST
