from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Detector,
    Entity,
    Layer,
    Precision,
    Quote,
    Span,
    Status,
)
from annotations.review import Change, accept, reject
from annotations.store import NameForm, Store


def add(store: Store, annotation: Annotation) -> Annotation:
    group = store.edits.annotations("a-1", "add", [Change(before=None, after=annotation)])
    after = group.changes[0].after
    assert after is not None
    return after


@pytest.mark.parametrize(
    "annotation",
    [
        Entity(start=0, end=4, text="Mara", label="PERSON"),
        Entity(start=0, end=4, text="Mara", label="", name=""),
        Entity(start=0, end=4, text="Mara", label="ORG", rule="list", confidence=Confidence.LOW),
        Quote(start=16, end=26, text="“We wait.”", type="direct"),
        Quote(
            start=16,
            end=26,
            text="“We wait.”",
            type="mixed",
            speaker=Span(start=0, end=9, text="Mara Dell"),
            cue=Span(start=10, end=14, text="said"),
            speaker_name="Mara Dell",
            speaker_rule="full-name",
            utterance=Span(start=0, end=26, text="Mara Dell said: “We wait.”"),
            rule="head",
            confidence=Confidence.MEDIUM,
        ),
        Entity(
            start=58,
            end=64,
            text="Lindow",
            label="GPE",
            name="Lindow",
            country="GB",
            latitude=53.32,
            longitude=-2.28,
            geo_precision=Precision.CITY,
            geo_alternatives=("Lindow, Ohio, United States (40.1, -82.2)", "Lindow, Kent"),
        ),
        CasualtyFigure(start=27, end=47, text="At least 12 soldiers", category="injured"),
        CasualtyFigure(
            start=27,
            end=47,
            text="At least 12 soldiers",
            num_start=36,
            num_end=38,
            category="killed",
            count=Count(low=12, high=2**62, best=0),
            qualifier="at_least",
            victim_type="soldier",
            place="Lindow",
            country="GB",
            latitude=53.5,
            longitude=-2.25,
            geo_precision=Precision.CITY,
            date="Tuesday",
            claimed_by="the army",
            hypothetical=True,
            incremental=True,
        ),
    ],
)
def test_every_field_comes_back(store: Store, annotation: Annotation) -> None:
    annotation = replace(
        annotation, status=Status.ADDED, tags=("b", "a"), note="Why?\n", detector="finder 1.0"
    )
    stored = add(store, annotation)
    assert stored == replace(annotation, id=stored.id, annotator="ana")
    assert stored.id is not None
    assert store.annotations.get(stored.id) == stored
    assert store.annotations.of("a-1") == [stored]


def test_get_of_an_id_that_is_not_there(store: Store) -> None:
    assert store.annotations.get(7) is None


def test_of_is_ordered_by_layer_and_place(detected: Store) -> None:
    wider = add(detected, Entity(start=0, end=14, text="Mara Dell said", label="EVENT"))
    found = detected.annotations.of("a-1")
    assert [(each.layer, each.start, each.end) for each in found] == [
        (Layer.ENTITIES, 0, 14),
        (Layer.ENTITIES, 0, 9),
        (Layer.ENTITIES, 58, 64),
        (Layer.QUOTES, 16, 26),
        (Layer.CASUALTIES, 27, 47),
    ]
    assert found[0] == wider


def test_of_can_leave_out_statuses(detected: Store, entity: Entity) -> None:
    added = add(detected, replace(entity, label="ORG", status=Status.ADDED))
    assert detected.annotations.of("a-1", statuses={Status.ADDED}) == [added]
    assert detected.annotations.of("a-1", statuses=()) == []


def test_columns_are_what_the_screen_shows(detected: Store) -> None:
    wider = add(
        detected, Entity(start=0, end=14, text="Mara Dell said", label="GPE", status=Status.ADDED)
    )
    quote = detected.annotations.of("a-1")[3]
    rejected = replace(quote, status=Status.REJECTED)
    detected.edits.annotations("a-1", "reject", [Change(before=quote, after=rejected)])
    columns = detected.annotations.columns("a-1")
    assert columns.ids[0] == wider.id
    assert columns.starts.tolist() == [0, 0, 27, 58]
    assert columns.ends.tolist() == [14, 9, 47, 64]
    assert columns.layers.tolist() == [0, 0, 2, 0]
    assert columns.statuses.tolist() == [3, 0, 0, 0]
    assert columns.kinds == ["GPE", "PERSON", "killed", "GPE"]
    assert columns.implicit.tolist() == [0, 0, 1, 0]
    assert columns.kinds[0] is columns.kinds[3]
    assert (columns.ids.typecode, columns.layers.typecode) == ("q", "B")


def test_columns_of_very_many_annotations_are_whole_and_in_order(store: Store) -> None:
    text = "rain " * 1200
    store.articles.add_one(Article(id="b", text=text))
    starts = range(0, len(text), 5)
    found = [Entity(start=start, end=start + 4, text="rain", label="EVENT") for start in starts]
    store.runs.record("b", Detector(name="d", version="1"), found)
    columns = store.annotations.columns("b")
    assert columns.starts.tolist() == list(starts)
    assert columns.ends.tolist() == [start + 4 for start in starts]
    assert columns.kinds == ["EVENT"] * 1200
    assert len({id(kind) for kind in columns.kinds}) == 1


def test_columns_tell_figures_without_a_number(store: Store) -> None:
    article = Article(id="b", text="A soldier died, and two cooks.")
    store.articles.add_one(article)
    found = [
        CasualtyFigure(start=0, end=9, text="A soldier", category="killed", implicit=True),
        CasualtyFigure(
            start=20, end=29, text="two cooks", num_start=20, num_end=23, category="killed"
        ),
    ]
    store.runs.record("b", Detector(name="d", version="1"), found)
    assert store.annotations.columns("b").implicit.tolist() == [1, 0]


def test_columns_tell_who_says_the_quotes_and_what_entities_name(store: Store) -> None:
    text = "“We wait.” “We hope.” “We pray.” Mara Dell, Lindow"
    store.articles.add_one(Article(id="b", text=text))
    found = [
        Quote(start=0, end=10, text="“We wait.”", type="direct", speaker_name="Mara Dell"),
        Quote(
            start=11,
            end=21,
            text="“We hope.”",
            type="direct",
            speaker=Span.cut(text, 38, 42),
        ),
        Quote(start=22, end=32, text="“We pray.”", type="direct", speaker_name="Mara Dell"),
        Entity(start=38, end=42, text="Dell", label="PERSON", name="Mara Dell"),
        Entity(start=44, end=50, text="Lindow", label="GPE"),
    ]
    store.runs.record("b", Detector(name="d", version="1"), found)
    columns = store.annotations.columns("b")
    names = columns.names
    assert columns.speakers == [None, "Dell", None, None, None]
    assert names == ["Mara Dell", None, "Mara Dell", "Mara Dell", "Lindow"]
    assert names[0] is names[2]


def test_columns_of_the_head_of_an_article(detected: Store) -> None:
    starts = detected.annotations.columns("a-1").starts.tolist()
    head = detected.annotations.columns("a-1", before=starts[-1])
    assert head.starts.tolist() == [start for start in starts if start < starts[-1]]


def test_columns_of_an_article_without_annotations(store: Store) -> None:
    store.articles.add_one(Article(id="b", text="Rain."))
    assert len(store.annotations.columns("b").ids) == 0


def test_figures_of_several_articles_in_the_order_of_the_text(detected: Store) -> None:
    text = "Six died. Five were hurt."
    hurt = CasualtyFigure(start=10, end=14, text="Five", category="injured")
    died = CasualtyFigure(start=0, end=3, text="Six", category="killed")
    detected.articles.add_one(Article(id="b", text=text))
    detected.articles.add_one(Article(id="c", text="Rain."))
    detected.runs.record("b", Detector(name="finder", version="1.0"), [hurt, died])
    keys = [detected.articles.key(name) for name in "cb"] + [detected.articles.key("a-1"), 99]
    found = detected.annotations.figures(keys)
    assert {key: [each.text for each in figures] for key, figures in found.items()} == {
        keys[1]: ["Six", "Five"],
        keys[2]: ["At least 12 soldiers"],
    }
    assert found[keys[2]] == detected.annotations.of("a-1")[-1:]
    assert detected.annotations.figures([]) == {}


def test_figures_leave_out_rejected_ones(detected: Store) -> None:
    before = detected.annotations.of("a-1")[-1]
    rejected = replace(before, status=Status.REJECTED)
    detected.edits.annotations("a-1", "reject", [Change(before=before, after=rejected)])
    assert detected.annotations.figures([detected.articles.key("a-1")]) == {}


def test_revision_tells_when_annotations_may_have_changed(
    detected: Store, open_store: Callable[..., Store]
) -> None:
    detected.articles.add_one(Article(id="b", text="Rain."))
    other = detected.annotations.revision("b")
    seen = [detected.annotations.revision("a-1")]
    assert detected.annotations.revision("a-1") == seen[0]
    before = detected.annotations.of("a-1")[0]
    steps: list[Callable[[Store], object]] = [
        lambda store: store.edits.annotations(
            "a-1", "accept", [Change(before=before, after=accept(before))]
        ),
        lambda store: store.edits.undo(),
        lambda store: store.edits.redo(),
        lambda store: store.runs.record("a-1", Detector(name="d", version="9"), []),
    ]
    for step in steps:
        step(open_store())
        assert detected.annotations.revision("a-1") not in seen[-1:]
        seen.append(detected.annotations.revision("a-1"))
    assert detected.annotations.revision("b") == other


def test_ids_are_never_used_twice(store: Store, entity: Entity) -> None:
    first = add(store, entity)
    store.edits.annotations("a-1", "remove", [Change(before=first, after=None)])
    second = add(store, entity)
    assert first.id is not None and second.id is not None
    assert second.id > first.id


def test_name_forms_are_how_an_article_writes_its_names(empty: Store) -> None:
    empty.articles.add_one(Article(id="a-1", text="Mara Dell, Dell, Dell, Hull, May"))
    dell = Entity(start=11, end=15, text="Dell", label="PERSON", name="Mara Dell")
    found = [
        dell,
        replace(dell, start=0, end=9, text="Mara Dell"),
        replace(dell, start=17, end=21),
        Entity(start=23, end=27, text="Hull", label="GPE", name="Hull"),
        Entity(start=29, end=32, text="May", label="DATE"),
    ]
    empty.runs.record("a-1", Detector(name="finder", version="1"), found)
    hull = empty.annotations.of("a-1")[3]
    empty.edits.annotations("a-1", "reject", [Change(before=hull, after=reject(hull))])
    assert empty.annotations.name_forms("a-1") == [
        NameForm(text="Mara Dell", label="PERSON", name="Mara Dell", mentions=1),
        NameForm(text="Dell", label="PERSON", name="Mara Dell", mentions=2),
        NameForm(text="May", label="DATE", name=None, mentions=1),
    ]
