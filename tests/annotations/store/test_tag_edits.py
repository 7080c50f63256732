"""Tags renamed, merged, removed and coloured in all articles, each as one step."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations.errors import EditConflict, NoSuchTag, TagExists
from annotations.model import Article
from annotations.review import Change, Marks
from annotations.store import Store


@pytest.fixture
def tagged(detected: Store) -> Store:
    """Articles with tags, one of them deleted, and an annotation with some."""
    detected.articles.add_one(Article(id="b", text="Rain.", tags=("strike", "aid"), note="n"))
    detected.articles.add_one(Article(id="c", text="Snow.", tags=("aid", "strike/drone")))
    tag(detected, "aid", "strike")
    detected.bulk.delete([detected.articles.key("c")])
    return detected


def tag(store: Store, *tags: str) -> None:
    before = store.annotations.of("a-1")[0]
    store.edits.annotations("a-1", "tag", [Change(before=before, after=replace(before, tags=tags))])


def tags(store: Store) -> list[tuple[str, ...]]:
    """The tags of the annotation and of the two articles."""
    articles = (store.articles.by_key(store.articles.key(each)).tags for each in ("b", "c"))
    return [store.annotations.of("a-1")[0].tags, *articles]


def state(store: Store) -> object:
    return tags(store), dict(store.tags.colours()), store.saved_filters.all(), store.tags.uses()


BEFORE = [("aid", "strike"), ("strike", "aid"), ("aid", "strike/drone")]


def test_a_tag_is_renamed_with_those_below_it_also_in_deleted_articles(tagged: Store) -> None:
    outcome = tagged.tag_edits.rename_tag("strike", "method/strike")
    assert tags(tagged) == [
        ("aid", "method/strike"),
        ("method/strike", "aid"),
        ("aid", "method/strike/drone"),
    ]
    assert (outcome.articles, outcome.annotations, outcome.merged) == (2, 1, ())
    assert tagged.articles.get("b").note == "n"


def test_a_renamed_tag_is_one_step_to_undo(tagged: Store) -> None:
    before = state(tagged)
    tagged.tag_edits.rename_tag("strike", "method/strike")
    after = state(tagged)
    group = tagged.edits.undo()
    assert group.action == "rename tag strike to method/strike"
    assert state(tagged) == before
    tagged.edits.redo()
    assert state(tagged) == after


def test_who_decided_on_an_annotation_stays(
    tagged: Store, open_store: Callable[..., Store]
) -> None:
    before = tagged.annotations.of("a-1")[0]
    with open_store(annotator="ben") as other:
        other.tag_edits.rename_tag("aid", "help")
    after = tagged.annotations.of("a-1")[0]
    assert after == replace(before, tags=("help", "strike"))


def test_a_name_that_is_taken_is_refused_unless_they_are_merged(tagged: Store) -> None:
    with pytest.raises(TagExists, match="'aid'"):
        tagged.tag_edits.rename_tag("strike", "aid")
    assert tags(tagged) == BEFORE
    outcome = tagged.tag_edits.rename_tag("strike", "aid", merge=True)
    assert outcome.merged == ("aid",)
    assert tags(tagged) == [("aid",), ("aid",), ("aid", "aid/drone")]
    assert tagged.edits.undo().action == "merge tag strike into aid"
    assert tags(tagged) == BEFORE


def test_a_tag_can_change_its_case(tagged: Store) -> None:
    tagged.tag_edits.rename_tag("strike", "Strike")
    assert tags(tagged)[0] == ("aid", "Strike")


def test_a_tag_can_go_below_itself(tagged: Store) -> None:
    tagged.tag_edits.rename_tag("strike", "strike/any")
    assert tags(tagged)[1:] == [("strike/any", "aid"), ("aid", "strike/any/drone")]


def test_a_tag_that_is_only_above_others_is_renamed_too(tagged: Store) -> None:
    tagged.tag_edits.rename_tag("strike", "method/strike")
    tagged.tag_edits.rename_tag("method", "means")
    assert tags(tagged)[0] == ("aid", "means/strike")


def test_a_tag_is_removed_with_those_below_it(tagged: Store) -> None:
    before = state(tagged)
    outcome = tagged.tag_edits.remove_tag("strike")
    assert tags(tagged) == [("aid",), ("aid",), ("aid",)]
    assert (outcome.articles, outcome.annotations) == (2, 1)
    tagged.edits.undo()
    assert state(tagged) == before


def test_a_tag_that_is_not_there_is_told_with_those_like_it(tagged: Store) -> None:
    with pytest.raises(NoSuchTag, match="'strike'"):
        tagged.tag_edits.rename_tag("strik", "x")
    with pytest.raises(NoSuchTag):
        tagged.tag_edits.remove_tag("x")
    with pytest.raises(NoSuchTag):
        tagged.tag_edits.colour_tag("x", "red")


def test_a_colour_is_set_undone_and_redone(tagged: Store) -> None:
    assert tagged.tag_edits.colour_tag("strike", "red")
    assert not tagged.tag_edits.colour_tag("strike", "red")
    assert tagged.tags.colours() == {"strike": "red"}
    group = tagged.edits.undo()
    assert (group.action, group.article_ids) == ("colour tag strike", ())
    assert tagged.tags.colours() == {}
    tagged.edits.redo()
    assert tagged.tags.colours() == {"strike": "red"}
    tagged.tag_edits.colour_tag("strike", None)
    assert tagged.tags.colours() == {}


def test_a_colour_that_was_undone_is_no_longer_redone_once_there_is_another(tagged: Store) -> None:
    tagged.tag_edits.colour_tag("strike", "red")
    tagged.edits.undo()
    tagged.tag_edits.colour_tag("strike", "blue")
    tagged.edits.undo()
    assert tagged.edits.redo().store_changes[0].after == "blue"


def test_undoing_in_an_article_passes_colours_over(tagged: Store) -> None:
    tagged.tag_edits.colour_tag("strike", "red")
    assert tagged.edits.undo(article_id="a-1").action == "tag"
    assert tagged.tags.colours() == {"strike": "red"}


def test_colours_go_along_and_one_that_is_there_stays(tagged: Store) -> None:
    for name, colour in (("strike", "red"), ("strike/drone", "blue"), ("aid", "green")):
        tagged.tag_edits.colour_tag(name, colour)
    tagged.tag_edits.rename_tag("strike", "hit")
    assert tagged.tags.colours() == {"hit": "red", "hit/drone": "blue", "aid": "green"}
    tagged.tag_edits.rename_tag("hit", "aid", merge=True)
    assert tagged.tags.colours() == {"aid": "green", "aid/drone": "blue"}
    tagged.tag_edits.remove_tag("aid")
    assert tagged.tags.colours() == {}
    for _ in range(3):
        tagged.edits.undo()
    assert tagged.tags.colours() == {"strike": "red", "strike/drone": "blue", "aid": "green"}


def test_saved_filters_follow_or_are_told(tagged: Store) -> None:
    tagged.saved_filters.save("strikes", 'rain tag:"strike"')
    tagged.saved_filters.save("begun", "tag:stri")
    tagged.saved_filters.save("later version", "tag:strike moon:full")
    outcome = tagged.tag_edits.rename_tag("strike", "attack")
    assert (outcome.filters, outcome.filters_left) == (("strikes",), ("begun",))
    assert tagged.saved_filters.all()["strikes"] == 'rain tag:"attack"'
    assert tagged.tag_edits.remove_tag("attack").filters_left == ("strikes",)
    tagged.edits.undo()
    tagged.edits.undo()
    assert tagged.saved_filters.all()["strikes"] == 'rain tag:"strike"'


def test_a_filter_that_was_saved_anew_does_not_keep_a_step_from_being_undone(tagged: Store) -> None:
    tagged.saved_filters.save("strikes", "tag:strike")
    tagged.tag_edits.rename_tag("strike", "attack")
    tagged.saved_filters.save("strikes", "tag:attack rain")
    tagged.edits.undo()
    assert tags(tagged) == BEFORE
    assert tagged.saved_filters.all() == {"strikes": "tag:attack rain"}


def test_a_step_is_not_undone_where_somebody_has_tagged_since(
    tagged: Store, open_store: Callable[..., Store]
) -> None:
    tagged.tag_edits.rename_tag("strike", "attack")
    with open_store(annotator="ben") as other:
        marks = Marks(tags=("attack", "aid"), note="n")
        other.edits.marks("b", "tag", before=marks, after=Marks(tags=("aid",), note="n"))
        other.edits.undo()
    tagged.edits.undo()
    assert tags(tagged) == BEFORE


def test_nothing_is_changed_when_a_colour_was_changed_behind_a_step(tagged: Store) -> None:
    tagged.tag_edits.colour_tag("strike", "red")
    tagged.tag_edits.rename_tag("strike", "attack")
    tagged._connection.execute("UPDATE tag_colours SET colour = 'blue'")
    before = state(tagged)
    with pytest.raises(EditConflict, match="colour of the tag 'attack'"):
        tagged.edits.undo()
    assert state(tagged) == before


def test_how_far_it_has_come_is_told(tagged: Store) -> None:
    told: list[tuple[int, int]] = []
    edits = tagged.tag_edits.reporting(lambda done, total: told.append((done, total)))
    edits.rename_tag("aid", "help")
    assert told == [(0, 3)]


NAMES = st.sampled_from(["aid", "strike", "strike/drone", "a", "a/strike", "x/y"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["rename", "remove", "red", "none"]), NAMES, NAMES), max_size=8
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_any_series_of_steps_is_undone_and_redone(
    tagged: Store, steps: list[tuple[str, ...]]
) -> None:
    begun = state(tagged)
    done = 0
    for what, name, other in steps:
        before = tagged.edits.history(limit=1)[0].id
        try:
            match what:
                case "rename":
                    tagged.tag_edits.rename_tag(name, other, merge=True)
                case "remove":
                    tagged.tag_edits.remove_tag(name)
                case _:
                    tagged.tag_edits.colour_tag(name, "red" if what == "red" else None)
        except NoSuchTag:
            continue
        done += tagged.edits.history(limit=1)[0].id != before
    ended = state(tagged)
    for _ in range(done):
        tagged.edits.undo()
    assert state(tagged) == begun
    for _ in range(done):
        tagged.edits.redo()
    assert state(tagged) == ended
    for _ in range(done):
        tagged.edits.undo()
