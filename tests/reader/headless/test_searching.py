"""`closeread search`."""

from collections.abc import Callable
from typing import Any

import pytest

from annotations.model import Article
from annotations.store import Store

Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    store.articles.add_one(
        Article(
            id="a", text="The ceasefire\nholds in Lindow.", title="Quiet", published="2016-10-20"
        )
    )
    store.articles.add_one(Article(id="b", text="Nothing of the kind.", title="Other", source="S"))


def test_piped_a_hit_is_one_line(call: Call) -> None:
    outcome = call("search", "ceasefire", "lindow")
    assert (outcome.status, outcome.messages) == (0, [])
    assert outcome.output == "a\t2016-10-20\t\tQuiet\tThe [ceasefire] holds in [Lindow].\n"


def test_finding_nothing_is_no_failure(call: Call) -> None:
    outcome = call("search", "drone")
    assert (outcome.status, outcome.output) == (0, "")
    assert outcome.messages == ["Nothing was found."]


def test_anything_can_be_looked_for(call: Call) -> None:
    for query in ('"', "a AND", "NEAR(", "x*:y", "' OR 1"):
        assert call("search", query).status == 0


def test_the_limit(call: Call, store: Store) -> None:
    list(store.articles.add(Article(id=f"n{n}", text="drone") for n in range(9)))
    assert len(call("search", "drone", "--limit", "4").output.splitlines()) == 4


def test_on_a_terminal_the_snippet_stands_below(terminal: Callable[..., tuple[int, str]]) -> None:
    status, screen = terminal("search", "lindow", columns=30)
    assert status == 0
    assert screen.splitlines() == ["a  2016-10-20  Quiet", "    The ceasefire holds in [L…"]
