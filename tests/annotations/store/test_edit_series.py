"""Whatever people do, undoing all of it restores what was, and redoing all of it what came."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.equality import equality
from annotations.errors import EditConflict, NothingToUndo
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Detector,
    Entity,
    Quote,
    Span,
    Status,
)
from annotations.renaming import renamed
from annotations.review import Change, Marks, accept, reject, relabel
from annotations.store import Store

TEXT = "Mara Dell said: “We wait.” In Lindow it rained."
WORDS = [(0, 4), (0, 9), (16, 26), (30, 36), (40, 46)]
FIGURE = CasualtyFigure(
    start=26,
    end=36,
    text=" In Lindow",
    category="killed",
    claimed_in=Span(start=16, end=26, text="“We wait.”"),
    part_of=Span(start=40, end=46, text="rained"),
    historical=True,
    implicit=True,
    rule="passive",
    confidence=Confidence.LOW,
)
CONTENT = (
    "SELECT * FROM annotations ORDER BY id",
    "SELECT * FROM annotation_tags ORDER BY annotation, position",
    "SELECT * FROM article_tags ORDER BY article, position",
    "SELECT * FROM article_notes ORDER BY article",
    "SELECT * FROM article_counts ORDER BY article",
)

tags = st.lists(st.sampled_from("abc"), max_size=3).map(tuple)
notes = st.sampled_from([None, "", "Why?", "Öl"])
steps = st.tuples(
    st.sampled_from(
        ["add", "accept", "reject", "relabel", "remove", "tag", "bulk", "equal", "marks"]
    ),
    st.integers(0, 9),
    st.integers(0, 1),
    tags,
    notes,
)


def dump(path: Path) -> list[object]:
    connection = sqlite3.connect(path)
    content: list[object] = [connection.execute(sql).fetchall() for sql in CONTENT]
    connection.close()
    return content


def take(store: Store, step: tuple[str, int, int, tuple[str, ...], str | None]) -> int:
    """Do one edit, if there is anything to do it to; how many groups that made."""
    action, number, which, some_tags, note = step
    article_id = "ab"[which]
    standing = store.annotations.of(article_id)
    changes = []
    if action == "marks":
        article = store.articles.get(article_id)
        before = Marks(tags=article.tags, note=article.note)
        try:
            store.edits.marks(
                article_id, action, before=before, after=Marks(tags=some_tags, note=note)
            )
        except ValueError:
            return 0
        return 1
    if action == "add":
        start, end = WORDS[number % len(WORDS)]
        span = Span.cut(TEXT, start, end)
        entity = Entity(
            start=start, end=end, text=span.text, label="ORG", status=Status.ADDED, tags=some_tags
        )
        changes = [Change(before=None, after=entity)]
    elif action == "equal":
        return spread(store, standing, number)
    elif standing:
        chosen = standing[number % len(standing)]
        after = {
            "accept": accept(chosen),
            "reject": reject(chosen),
            "relabel": relabel(chosen, "indirect" if number % 2 else "direct"),
            "remove": None,
            "tag": replace(chosen, tags=some_tags, note=note),
            "bulk": accept(chosen),
        }[action]
        changes = [Change(before=chosen, after=after)]
        if action == "bulk":
            changes = [Change(before=each, after=accept(each)) for each in standing]
    try:
        store.edits.annotations(article_id, action, changes)
    except ValueError:
        return 0
    return 1


def spread(store: Store, standing: list[Annotation], number: int) -> int:
    """Decide on all that is equal in both articles but for one; how many groups that made."""
    same = equality(standing[number % len(standing)], of_kind=False) if standing else None
    if same is None:
        return 0
    chosen: dict[int, list[int]] = {}
    for each in store.mentions.equal(same)[number % 2 :]:
        chosen.setdefault(each.article, []).append(each.id)
    decision = (accept, reject, partial(renamed, name=f"N{number}"))[number % 3]
    outcome = store.bulk.decide_on(chosen, "equal", lambda _: decision, fits=same.fits)
    return min(1, outcome.changes)


def exhaust(step: Callable[[], object]) -> int:
    """Walk as far as it goes; what was edited later elsewhere may be in the way in one article."""
    count = 0
    while True:
        try:
            step()
        except (EditConflict, NothingToUndo):
            return count
        count += 1


@settings(max_examples=30)
@given(series=st.lists(steps, max_size=12))
def test_undo_all_and_redo_all(
    blank: Path, series: list[tuple[str, int, int, tuple[str, ...], str | None]]
) -> None:
    quote = Quote(start=16, end=26, text=TEXT[16:26], type="direct", speaker_name="Mara Dell")
    name = Entity(start=0, end=9, text="Mara Dell", label="PERSON")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(blank, folder))
        with Store.open(path, annotator="ana") as ana, Store.open(path, annotator="ben") as ben:
            people = (ana, ben)
            for article_id in "ab":
                ana.articles.add_one(Article(id=article_id, text=TEXT, tags=("b", "a")))
                suggestions = [quote, name, FIGURE]
                ana.runs.record(article_id, Detector(name="d", version="1"), suggestions)
            beginning = dump(path)
            groups = sum(take(people[index % 2], step) for index, step in enumerate(series))
            end = dump(path)
            assert exhaust(ana.edits.undo) == groups
            assert dump(path) == beginning
            assert exhaust(ben.edits.redo) == groups
            assert dump(path) == end
            assert (
                exhaust(lambda: ben.edits.undo(article_id="a"))
                + exhaust(lambda: ana.edits.undo(article_id="b"))
                + exhaust(lambda: ben.edits.undo(article_id="a"))
                + exhaust(ana.edits.undo)
                == groups
            )
            assert dump(path) == beginning
            exhaust(ana.edits.redo)
            assert dump(path) == end
            assert ana.check() == []
