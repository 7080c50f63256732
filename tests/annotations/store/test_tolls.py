"""Articles sorted by how many people they say were killed, injured and so on."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.filters import parsed
from annotations.model import (
    Article,
    CasualtyFigure,
    Category,
    Count,
    Detector,
    Status,
)
from annotations.review import Change
from annotations.store import Store
from annotations.store.migrations.tolls import _CATEGORIES

DETECTOR = Detector(name="d", version="1")
TEXT = "Ten, twenty, thirty, forty, fifty."


def figure(start: int, category: str, count: Count, **fields: object) -> CasualtyFigure:
    text = TEXT[start : start + 3]
    return CasualtyFigure(
        start=start,
        end=start + 3,
        text=text,
        num_start=start,
        num_end=start + 3,
        category=category,
        count=count,
        **fields,  # type: ignore[arg-type]
    )


def exactly(number: int) -> Count:
    return Count(low=number, high=number, best=number)


FIGURES = {
    "many": [figure(0, "killed", exactly(40))],
    "few-many-hurt": [figure(0, "killed", exactly(3)), figure(5, "injured", exactly(80))],
    "few": [figure(0, "killed", exactly(3)), figure(5, "injured", exactly(2))],
    "feared": [figure(0, "killed", exactly(900), hypothetical=True)],
    "bounds": [figure(0, "killed", Count(low=7))],
    "hurt": [figure(0, "injured", exactly(5000)), figure(5, "injured", exactly(5000))],
    "gone": [figure(0, "missing", exactly(6))],
    "none": [],
}


@pytest.fixture
def told(open_store: Callable[..., Store]) -> Store:
    store = open_store()
    for article_id, figures in FIGURES.items():
        store.articles.add_one(Article(id=article_id, text=TEXT))
        store.runs.record(article_id, DETECTOR, figures)
    return store


def ids(store: Store, **options: object) -> list[str]:
    keys = store.articles.keys(**options)  # type: ignore[arg-type]
    return [row.id for row in store.articles.rows(keys)]


MOST = ["many", "bounds", "few-many-hurt", "few", "hurt", "gone", "feared", "none"]


def test_the_most_killed_come_first_then_the_most_injured_and_so_on(told: Store) -> None:
    assert ids(told, sort="figures") == MOST
    assert ids(told, sort="figures", limit=2) == MOST[:2]
    assert ids(told, sort="figures", query=parsed("has:figures")) == MOST[:-1]
    fewest = ["few", "few-many-hurt", "bounds", "many", "hurt", "gone", "none", "feared"]
    assert ids(told, sort="figures", descending=False) == fewest


def test_sorting_by_how_many_figures_there_are(told: Store) -> None:
    found = ids(told, sort="figure-count")
    assert sorted(found[:3]) == ["few", "few-many-hurt", "hurt"]
    assert found[-1] == "none"


def test_a_decision_counts_at_once(told: Store) -> None:
    (killed, _) = told.annotations.of("few-many-hurt")
    assert isinstance(killed, CasualtyFigure)
    raised = replace(killed, count=exactly(50), status=Status.CORRECTED)
    told.edits.annotations("few-many-hurt", "correct", [Change(before=killed, after=raised)])
    assert ids(told, sort="figures")[:2] == ["few-many-hurt", "many"]
    told.edits.undo()
    assert ids(told, sort="figures") == MOST


def test_a_figure_that_becomes_a_running_total_counts_at_once(told: Store) -> None:
    early, late = figure(1, "killed", exactly(34)), figure(9, "killed", exactly(58))
    told.runs.record("none", DETECTOR, [early, late])
    assert ids(told, sort="figures")[1:3] == ["none", MOST[1]]
    (first, _) = told.annotations.of("none")
    assert isinstance(first, CasualtyFigure)
    total = replace(first, cumulative=True, status=Status.CORRECTED)
    told.edits.annotations("none", "correct", [Change(before=first, after=total)])
    assert ids(told, sort="figures")[:2] == ["none", MOST[0]]


def test_running_the_detector_again_counts_at_once(told: Store) -> None:
    told.runs.record("many", DETECTOR, [figure(5, "killed", exactly(1))])
    assert ids(told, sort="figures")[:4] == ["bounds", "few-many-hurt", "few", "many"]
    told.runs.record("many", DETECTOR, [])
    assert ids(told, sort="figures")[-3:] == ["feared", "none", "many"]


def test_what_other_tools_change_counts_too(told: Store, path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE annotations SET count_best = 60 WHERE count_best = 6")
        raw.execute("UPDATE annotations SET category = 'killed' WHERE category = 'missing'")
        raw.execute("DELETE FROM annotations WHERE count_best = 40")
    raw.close()
    assert ids(told, sort="figures")[:2] == ["gone", "bounds"]


def test_an_import_counts_at_once(told: Store) -> None:
    told.imports.merge(Article(id="theirs", text=TEXT), [figure(0, "killed", exactly(70))])
    assert ids(told, sort="figures")[0] == "theirs"


def test_where_it_cannot_be_written_what_is_known_counts(told: Store) -> None:
    told._connection.execute("DELETE FROM article_tolls WHERE killed = 40")
    told._connection.read_only = True
    assert ids(told, sort="figures") == [*MOST[1:6], "feared", "many", "none"]


def test_while_somebody_writes_what_is_known_counts(told: Store, path: Path) -> None:
    with sqlite3.connect(path, isolation_level=None) as raw:
        raw.execute("DELETE FROM article_tolls WHERE killed = 40")
        raw.execute("BEGIN IMMEDIATE")
        assert ids(told, sort="figures") == [*MOST[1:6], "feared", "many", "none"]
        raw.execute("ROLLBACK")
    raw.close()
    assert ids(told, sort="figures") == MOST


def test_a_store_from_before_is_summed_up_when_somebody_sorts(
    told: Store, path: Path, open_store: Callable[..., Store]
) -> None:
    told.close()
    with sqlite3.connect(path) as raw:
        for trigger in ("told", "untold", "retold"):
            raw.execute(f"DROP TRIGGER annotations_{trigger}")
        raw.execute("DROP TABLE article_tolls")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name = 'keep_tolls'")
    raw.close()
    assert ids(open_store(), sort="figures") == MOST


def test_a_store_from_before_running_totals_gave_way_is_summed_up_anew(
    told: Store, path: Path, open_store: Callable[..., Store]
) -> None:
    ids(told, sort="figures")
    told.close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE article_tolls SET killed = 0")
        raw.execute("DELETE FROM _sqlite_migrations WHERE name = 'weigh_running_totals'")
    raw.close()
    assert ids(open_store(), sort="figures") == MOST


def test_every_category_has_a_column() -> None:
    assert tuple(Category) == _CATEGORIES
