from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.filters import Key, parsed
from annotations.model import Article
from annotations.review import Change
from annotations.store import Store
from annotations.store.tags import TagUse


def tag_annotation(store: Store, at: int, *tags: str) -> None:
    before = store.annotations.of("a-1")[at]
    change = Change(before=before, after=replace(before, tags=tags))
    store.edits.annotations("a-1", "tag", [change])


@pytest.fixture
def tagged(detected: Store) -> Store:
    """Three articles: the first has a tagged annotation, the third is deleted."""
    detected.articles.add_one(Article(id="b", text="Rain.", tags=("method/mine", "method/drone")))
    detected.articles.add_one(Article(id="c", text="Snow.", tags=("method/mine", "gone")))
    tag_annotation(detected, 0, "method/mine", "check")
    detected.bulk.delete([detected.articles.key("c")])
    return detected


def found(store: Store, typed: str) -> set[str]:
    keys = list(store.articles.keys(query=parsed(typed)))
    return {row.id for row in store.articles.rows(keys)}


def test_names_of_tags_with_how_often_they_are_used(detected: Store) -> None:
    assert detected.tags.names() == []
    detected.articles.add_one(Article(id="b", text="Rain.", tags=("urgent", "aid")))
    first, second, *_ = detected.annotations.of("a-1")
    detected.edits.annotations(
        "a-1",
        "tag",
        [
            Change(before=first, after=replace(first, tags=("check", "aid"))),
            Change(before=second, after=replace(second, tags=("aid",))),
        ],
    )
    assert detected.tags.names() == [("aid", 3), ("check", 1), ("urgent", 1)]
    detected.edits.undo()
    assert detected.tags.names() == [("aid", 1), ("urgent", 1)]


def test_all_tags_with_those_above_them(tagged: Store) -> None:
    assert tagged.tags.uses() == [
        TagUse(tag="check", articles=0, annotations=1),
        TagUse(tag="gone", articles=0, annotations=0, in_deleted=1),
        TagUse(tag="method", articles=1, annotations=1, below=2, in_deleted=1, is_used=False),
        TagUse(tag="method/drone", articles=1, annotations=0),
        TagUse(tag="method/mine", articles=1, annotations=1, in_deleted=1),
    ]


def test_a_tag_goes_with_the_annotation_that_has_it(tagged: Store) -> None:
    first = tagged.annotations.of("a-1")[0]
    tagged.edits.annotations("a-1", "remove", [Change(before=first, after=None)])
    assert "check" not in dict(tagged.tags.names())


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("tag:method", {"a-1", "b"}),
        ('tag:"method"', {"a-1", "b"}),
        ('tag:"method/drone"', {"b"}),
        ("tag:drone", {"b"}),
        ("tag:check", {"a-1"}),
        ("-tag:method", set()),
        ("has:tags", {"a-1", "b"}),
        ('tag:"meth"', set()),
    ],
)
def test_a_filter_finds_articles_by_their_tags_and_those_of_annotations(
    tagged: Store, typed: str, ids: set[str]
) -> None:
    assert found(tagged, typed) == ids


def test_the_facet_of_tags_is_a_tree(tagged: Store) -> None:
    tagged.articles.add_one(Article(id="d", text="Hail.", tags=("urgent", "method/drone/small")))
    [tags] = [each for each in tagged.facets.of(parsed("")) if each.key is Key.TAG]
    assert tags.values == (
        ("method", 3),
        ("method/drone", 2),
        ("method/drone/small", 1),
        ("method/mine", 2),
        ("check", 1),
        ("urgent", 1),
    )


def test_the_facet_of_tags_counts_what_is_found(tagged: Store) -> None:
    [tags] = [each for each in tagged.facets.of(parsed("rain")) if each.key is Key.TAG]
    assert tags.values == (("method", 1), ("method/drone", 1), ("method/mine", 1))


def test_two_stores_see_the_same_colours(open_store: Callable[..., Store], tagged: Store) -> None:
    tagged.tag_edits.colour_tag("method", "red")
    assert open_store().tags.colours() == {"method": "red"}
