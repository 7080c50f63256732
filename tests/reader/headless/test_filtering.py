"""Filters on the command line."""

from collections.abc import Callable
from typing import Any

import pytest

from annotations.filters import written
from annotations.model import Article, Detector, Entity
from annotations.store import Store
from reader.headless.filtering import filter_of

Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    text = "Abu Omar spoke."
    store.articles.add_one(Article(id="a", text=text, source="Reuters", tags=("done",)))
    store.articles.add_one(Article(id="b", text="Omar spoke, too.", published="2016-05-02"))
    name = Entity(start=0, end=8, text="Abu Omar", label="PERSON", name="Abu Omar")
    store.runs.record("a", Detector(name="md", version="1"), [name])


@pytest.mark.parametrize(
    ("words", "filter_"),
    [
        (["person:Abu Omar"], 'person:"Abu Omar"'),
        (["-tag:to do", "rain"], '-tag:"to do" rain'),
        (["source:a tag:b"], "source:a tag:b"),
        (["air strikes"], "air strikes"),
        (['person:"Abu Omar" rain'], 'person:"Abu Omar" rain'),
    ],
)
def test_quotation_marks_that_the_shell_took_are_put_back(words: list[str], filter_: str) -> None:
    assert written(filter_of(words)) == filter_


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["person:Abu Omar"], ["a"]),
        (["omar", "after:2016"], ["b"]),
        (["--", "-tag:done"], ["b"]),
        (["is:unrun"], ["b"]),
    ],
)
def test_list_takes_a_filter(call: Call, words: list[str], found: list[str]) -> None:
    outcome = call("list", *words)
    assert [line.split("\t")[0] for line in outcome.output.splitlines()] == found


def test_search_takes_conditions(call: Call) -> None:
    assert call("search", "spoke", "source:reuters").output == "a\t\tReuters\t\tAbu Omar [spoke].\n"
    assert call("search", "on:2016-05").output == "b\t2016-05-02\t\t\tOmar spoke, too.\n"


def test_unknown_filter_is_wrong_usage(call: Call) -> None:
    outcome = call("list", "sourze:reuters")
    assert (outcome.status, outcome.output) == (2, "")
    assert "Did you mean “source:”?" in outcome.messages[0]
