"""`closeread tags`, and what it does to tags everywhere."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from annotations.model import Article
from annotations.store import Store

Call = Callable[..., Any]


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    store.articles.add_one(Article(id="a", text="Rain.", tags=("strike", "aid")))
    store.articles.add_one(Article(id="b", text="Snow.", tags=("method/mine", "aid")))
    store.articles.add_one(Article(id="c", text="Hail.", tags=("strike",)))
    store.bulk.delete([store.articles.key("c")])


def test_the_list(call: Call) -> None:
    outcome = call("tags")
    assert (outcome.status, outcome.messages) == (0, [])
    assert outcome.output == (
        "aid\t\t2\t0\t0\nmethod\t\t1\t0\t0\nmethod/mine\t\t1\t0\t0\nstrike\t\t1\t0\t1\n"
    )


def test_words_narrow_it_and_the_commonest_come_first(call: Call) -> None:
    assert call("tags", "MINE").output == "method/mine\t\t1\t0\t0\n"
    assert call("tags", "--sort", "use").output.startswith("aid\t")
    assert call("tags", "nothing").messages == ["Nothing was found."]


def test_as_json_lines(call: Call) -> None:
    call("tags", "colour", "method", "red")
    lines = [json.loads(line) for line in call("tags", "method", "--json").output.splitlines()]
    assert lines[0] == {
        "tag": "method",
        "colour": "red",
        "articles": 1,
        "annotations": 0,
        "in_deleted": 0,
        "used_itself": False,
    }
    assert lines[1]["colour"] is None


def test_a_tag_is_renamed_also_where_articles_are_deleted(call: Call, store: Store) -> None:
    store.saved_filters.save("strikes", 'tag:"strike"')
    outcome = call("tags", "rename", "strike", "method / strike")
    assert outcome.messages == [
        "'strike' is 'method/strike' now, in 2 articles; saved filters follow: “strikes”."
    ]
    assert store.articles.by_key(store.articles.key("c")).tags == ("method/strike",)
    store.edits.undo()
    assert store.articles.get("a").tags == ("strike", "aid")


def test_a_name_that_is_taken_needs_a_merge(call: Call, store: Store) -> None:
    refused = call("tags", "rename", "strike", "aid")
    assert refused.status == 1
    assert refused.messages == [
        "There is a tag 'aid' already. To make one tag of two, use `closeread tags merge`."
    ]
    assert call("tags", "merge", "strike", "aid").status == 0
    assert store.articles.get("a").tags == ("aid",)


def test_a_tag_is_merged_only_into_one_that_is_there(call: Call) -> None:
    outcome = call("tags", "merge", "strike", "help")
    assert (outcome.status, outcome.messages[0][:36]) == (1, "There is no tag 'help' in this store")


def test_a_tag_is_removed(call: Call, store: Store) -> None:
    assert call("tags", "remove", "aid").messages == ["'aid' is removed, in 2 articles."]
    assert store.articles.get("b").tags == ("method/mine",)


def test_what_cannot_be_a_tag_is_wrong_usage(call: Call) -> None:
    outcome = call("tags", "rename", "aid", "a,b")
    assert outcome.status == 2
    assert outcome.messages == ["'a,b' is no tag: it holds a comma. Commas part tags."]


def test_a_colour_is_set_and_taken_away(call: Call, store: Store) -> None:
    assert call("tags", "colour", "aid", "blue").messages == ["'aid' is blue now."]
    assert call("tags", "colour", "aid", "blue").messages == ["'aid' is blue already."]
    assert call("tags", "aid").output == "aid\tblue\t2\t0\t0\n"
    assert call("tags", "colour", "aid", "none").messages == ["'aid' has no colour of its own now."]
    assert store.tags.colours() == {}
    assert call("tags", "colour", "aid", "puce").status == 2


def test_a_tag_that_is_called_like_a_command_is_listed(call: Call) -> None:
    assert call("tags", "--", "merge").messages == ["Nothing was found."]
