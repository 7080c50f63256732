"""Equal annotations of many articles: found, and decided on in one step."""

from collections.abc import Callable

import pytest

from annotations.equality import Equality, Shared, equality
from annotations.errors import EditConflict
from annotations.model import Annotation, Article, Detector, Entity, Layer, Quote, Status
from annotations.renaming import renamed
from annotations.review import Change, accept, reject, relabel
from annotations.store import Store
from annotations.store.bulk import BulkOutcome
from annotations.store.mentions import Mention
from tests.annotations.store.test_query_plans import LARGE, plans

TEXT = "Dell saw Dell in Dell County."
LINES = {"one": "2019-01-01", "two": "2020-01-01", "three": None}


def name(start: int, text: str = "Dell", label: str = "PERSON", **fields: object) -> Entity:
    end = start + len(text)
    return Entity(start=start, end=end, text=text, label=label, **fields)  # type: ignore[arg-type]


@pytest.fixture
def library(empty: Store) -> Store:
    """Three articles that write a name twice, and once as part of another."""
    for article_id, published in LINES.items():
        empty.articles.add_one(Article(id=article_id, text=TEXT, published=published))
        found: list[Annotation] = [
            name(0, name="Mara Dell"),
            name(9, name="Mara Dell" if article_id == "one" else "Max Dell"),
            name(17, "Dell County", "GPE"),
            Quote(start=0, end=8, text="Dell saw", type="indirect", speaker_name="Mara Dell"),
        ]
        empty.runs.record(article_id, Detector(name="finder", version="1"), found)
    return empty


def first(store: Store, article_id: str = "one") -> Annotation:
    return store.annotations.of(article_id)[0]


def equals(store: Store, of: Annotation, **options: bool) -> tuple[Equality, list[Mention]]:
    found = equality(of, **options)
    assert found is not None
    return found, store.mentions.equal(found)


def chosen(mentions: list[Mention]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for each in mentions:
        found.setdefault(each.article, []).append(each.id)
    return found


def snapshot(store: Store) -> list[Annotation]:
    return [each for article_id in LINES for each in store.annotations.of(article_id)]


def statuses(store: Store, article_id: str) -> list[str]:
    return [str(each.status) for each in store.annotations.of(article_id)]


def test_equals_are_found_latest_articles_first_in_the_order_of_the_text(library: Store) -> None:
    _, found = equals(library, first(library))
    assert [each.article for each in found] == [2, 2, 1, 1, 3, 3]
    assert [library.annotations.get(each.id) for each in found[:2]] == [
        *library.annotations.of("two")[:2]
    ]
    assert {(each.status, each.kind) for each in found} == {("suggested", "PERSON")}


def test_equals_by_canonical_name_and_speaker(library: Store) -> None:
    _, named = equals(library, first(library), by_name=True)
    assert [each.article for each in named] == [2, 1, 1, 3]
    _, said = equals(library, library.annotations.of("one")[-1])
    assert [(each.article, each.kind) for each in said] == [
        (each, "indirect") for each in (2, 1, 3)
    ]


def test_rejected_ones_and_those_of_deleted_articles_are_left_out(library: Store) -> None:
    before = first(library, "two")
    library.edits.annotations("two", "reject", [Change(before=before, after=reject(before))])
    library.bulk.delete([3])
    _, found = equals(library, first(library))
    assert [each.article for each in found] == [2, 1, 1]


def test_other_kinds_are_found_if_any_will_do(library: Store) -> None:
    before = first(library, "two")
    after = relabel(before, "ORG")
    library.edits.annotations("two", "relabel", [Change(before=before, after=after)])
    _, found = equals(library, first(library))
    assert len(found) == 5
    _, found = equals(library, first(library), of_kind=False)
    assert [each.kind for each in found] == ["ORG", *["PERSON"] * 5]


def test_contexts(library: Store) -> None:
    _, found = equals(library, library.annotations.of("one")[2])
    context = library.mentions.contexts([found[0].id, 999])[found[0].id]
    assert (context.before, context.text, context.behind) == (
        "Dell saw Dell in ",
        "Dell County",
        ".",
    )
    assert (context.article_id, context.published, context.kind) == ("two", "2020-01-01", "GPE")


@pytest.mark.parametrize(
    ("action", "decision"),
    [
        ("accept", accept),
        ("reject", reject),
        ("relabel", lambda each: relabel(each, "ORG")),
        ("rename", lambda each: renamed(each, "Nora Dell")),
    ],
)
def test_all_are_one_step_to_undo_and_redo(
    library: Store, action: str, decision: Callable[[Annotation], Annotation | None]
) -> None:
    before = snapshot(library)
    same, found = equals(library, first(library))
    outcome = library.bulk.decide_on(chosen(found), action, lambda _: decision, fits=same.fits)
    assert outcome == BulkOutcome(articles=3, changes=6)
    after = snapshot(library)
    assert [one != other for one, other in zip(before, after, strict=True)] == [
        *[True, True, False, False] * 3
    ]
    assert [each.action for each in library.edits.history()] == [action]
    library.edits.undo()
    assert snapshot(library) == before
    library.edits.redo()
    assert snapshot(library) == after


def test_exceptions_stay(library: Store) -> None:
    same, found = equals(library, first(library))
    picked = chosen([each for each in found if each.article != 2])
    library.bulk.decide_on(picked, "accept", lambda _: accept, fits=same.fits)
    assert statuses(library, "two") == ["suggested"] * 4
    assert statuses(library, "one") == ["accepted", "accepted", "suggested", "suggested"]


def test_what_was_changed_elsewhere_meanwhile_is_passed_over(library: Store) -> None:
    same, found = equals(library, first(library))
    one, other = library.annotations.of("two")[:2]
    own = name(17, status=Status.ADDED)
    library.edits.annotations("two", "add", [Change(before=None, after=own)])
    added = library.annotations.of("two")[3]
    library.edits.annotations("two", "remove", [Change(before=added, after=None)])
    changes = [
        Change(before=one, after=relabel(one, "ORG")),
        Change(before=other, after=reject(other)),
    ]
    library.edits.annotations("two", "mend", changes)
    picked = chosen([*found, Mention(added.id or 0, 2, "added", "PERSON")])
    outcome = library.bulk.decide_on(picked, "accept", lambda _: accept, fits=same.fits)
    assert outcome == BulkOutcome(articles=2, changes=4)
    assert statuses(library, "two")[:2] == ["corrected", "rejected"]


def test_decisions_can_differ_from_article_to_article(library: Store) -> None:
    same, found = equals(library, first(library))

    def decision_in(article: int) -> Callable[[Annotation], Annotation | None]:
        text = library.articles.by_key(article)
        return lambda each: renamed(each, f"Dell of {text.id}")

    library.bulk.decide_on(chosen(found), "rename", decision_in, fits=same.fits)
    names = [first(library, each) for each in LINES]
    assert [each.name for each in names if isinstance(each, Entity)] == [
        *("Dell of one", "Dell of two", "Dell of three")
    ]


@pytest.mark.parametrize("shared", Shared)
def test_equals_are_found_by_an_index(library: Store, shared: Shared) -> None:
    layer = Layer.QUOTES if shared is Shared.SPEAKER else Layer.ENTITIES
    same = Equality(layer=layer, shared=shared, value="Mara Dell", kind="PERSON")
    found = plans(library, lambda store: store.mentions.equal(same))
    assert not [plan for plan in found if LARGE.search(plan)]
    assert any("INDEX annotations_" in plan for plan in found)


def test_undoing_in_one_article_tells_what_stands_on_it_in_another(library: Store) -> None:
    same, found = equals(library, first(library))
    library.bulk.decide_on(chosen(found), "accept", lambda _: accept, fits=same.fits)
    before = first(library, "two")
    library.edits.annotations(
        "two", "relabel", [Change(before=before, after=relabel(before, "ORG"))]
    )
    with pytest.raises(EditConflict, match="A later edit stands on this one: relabel in “two”"):
        library.edits.undo(article_id="one")
    assert statuses(library, "one")[:2] == ["accepted", "accepted"]
    library.edits.undo()
    library.edits.undo(article_id="one")
    assert statuses(library, "one")[:2] == ["suggested", "suggested"]


def test_the_size_of_a_step_counts_all_articles(library: Store) -> None:
    same, found = equals(library, first(library))
    library.bulk.decide_on(chosen(found), "accept", lambda _: accept, fits=same.fits)
    assert library.edits.size_of_step("one", undo=True) == 6
    assert library.edits.size_of_step("one", undo=False) == 0
    library.edits.undo()
    assert library.edits.size_of_step("two", undo=False) == 6
