import subprocess
import sys
from array import array
from collections.abc import Callable

import pytest

from annotations.copies.folding import Folding
from annotations.filters import parsed
from annotations.model import Article
from annotations.store import Store
from tests.annotations.copies.reports import CUT, LOCAL, OWN, REPORT, UPDATED, bulletin

AGENCY = Article(id="wire", text=REPORT, source="Calder Wire", published="2019-03-08")
SHORT = Article(id="short", text=CUT, source="Mail", published="2019-03-08")
PRINTED = Article(id="local", text=LOCAL, source="Eastham Post", published="2019-03-09")
REPORTERS = Article(id="own", text=OWN, source="Herald", published="2019-03-08")
TOLLS = tuple(
    Article(id=f"toll {day}", text=bulletin(f"day {day}", 20 + day, 9_000 + 31 * day, town))
    for day, town in enumerate(("Arden", "Maresh", "Lindow"))
)


@pytest.fixture
def copied(empty: Store) -> Store:
    """Two copies of an agency's report, what a reporter wrote of it, and daily tolls."""
    list(empty.articles.add([PRINTED, SHORT, REPORTERS, *TOLLS, AGENCY]))
    assert empty.copies.catch_up() == 7
    return empty


def groups(store: Store) -> list[list[str]]:
    """The ids of each group, the best first."""
    found: dict[int, list[str]] = {}
    for row in store.articles.rows(store.articles.keys(sort="added", descending=False)):
        copies = store.copies.of(row.key)
        if copies is not None:
            found[copies.best] = [each.id for each in store.articles.rows(copies.members)]
    return sorted(found.values())


def ids(store: Store, query: str) -> set[str]:
    keys = store.articles.keys(query=parsed(query))
    return {row.id for row in store.articles.rows(keys)}


def test_copies_are_gathered_and_the_earliest_and_longest_is_the_best(copied: Store) -> None:
    assert groups(copied) == [["wire", "local", "short"]]
    assert copied.copies.count_missing() == 0


def test_whoever_looks_first_or_last_finds_the_same(empty: Store) -> None:
    for article in (AGENCY, *TOLLS, SHORT, REPORTERS, PRINTED):
        empty.articles.add_one(article)
        empty.copies.catch_up()
    assert groups(empty) == [["wire", "short", "local"]]


def test_rows_tell_of_copies(copied: Store) -> None:
    rows = {row.id: row for row in copied.articles.rows(copied.articles.keys())}
    assert {each: (row.copies, row.copy_of) for each, row in rows.items() if row.copies} == {
        "wire": (2, None),
        "short": (2, "wire"),
        "local": (2, "wire"),
    }


def test_filters_find_copies(copied: Store) -> None:
    assert ids(copied, "is:copy") == {"short", "local"}
    assert ids(copied, "has:copies") == {"wire", "short", "local"}
    assert ids(copied, "ferry -is:copy") == {"wire", "own"}


def test_a_deleted_article_is_no_copy_until_it_is_restored(copied: Store) -> None:
    key = copied.articles.key("wire")
    copied.bulk.delete([key])
    assert groups(copied) == [["local", "short"]]
    assert ids(copied, "is:copy") == {"short"}
    assert copied.copies.of(key) is None
    copied.bulk.delete([copied.articles.key("short")])
    assert groups(copied) == []
    assert ids(copied, "has:copies") == set()
    copied.edits.undo()
    copied.edits.undo()
    assert groups(copied) == [["wire", "local", "short"]]


def test_a_new_version_leaves_its_group_or_stays_and_undo_brings_it_back(copied: Store) -> None:
    shorter = f"{OWN}\n\n{CUT[:300]}"
    copied.articles.add_one(Article(id="short", text=shorter))
    assert copied.articles.version("short") == 2
    assert copied.copies.catch_up() == 1
    assert groups(copied) == [["short", "own"], ["wire", "local"]]
    copied.edits.undo(article_id="short")
    assert copied.copies.catch_up() == 1
    assert groups(copied) == [["wire", "local", "short"]]
    copied.articles.add_one(Article(id="wire", text=UPDATED))
    copied.copies.catch_up()
    assert groups(copied) == [["wire", "local", "short"]]


def test_a_change_that_is_no_new_text_asks_for_nothing(copied: Store) -> None:
    copied.bulk.tag([1], add=["x"])
    copied.articles.add_one(Article(id="wire", text=REPORT, byline=("Jo Lane",)))
    assert copied.copies.count_missing() == 0


def test_sketches_of_another_make_are_made_anew(
    copied: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.store.sketches.method", lambda: "another")
    assert copied.copies.catch_up() == 7
    assert copied.copies.catch_up() == 0
    assert groups(copied) == [["wire", "local", "short"]]


def test_one_text_a_hundred_times_is_one_group(empty: Store) -> None:
    same = [Article(id=f"a{number:03}", text=REPORT, source=f"s{number}") for number in range(100)]
    list(empty.articles.add(same))
    empty.copies.catch_up()
    assert [len(group) for group in groups(empty)] == [100]


def test_how_much_is_shared_and_by_how_many_outlets(copied: Store) -> None:
    key = copied.articles.key("wire")
    assert copied.copies.shared(key)[copied.articles.key("short")] == 1.0
    assert copied.copies.outlets(key) == 2
    assert copied.copies.outlets(copied.articles.key("own")) == 0


def test_what_copies_are_copies_of(copied: Store) -> None:
    assert copied.copies.copy_of() == {"short": "wire", "local": "wire"}


def test_a_list_is_folded(copied: Store) -> None:
    keys = copied.articles.keys(sort="added", descending=False)
    fold = copied.copies.folded(keys, Folding(every=True))
    assert [row.id for row in copied.articles.rows(fold.keys)][:2] == ["wire", "own"]
    assert len(fold.keys) == 5
    assert copied.copies.folded(keys, Folding()).keys == keys
    assert copied.copies.folded(array("q"), Folding(every=True)).keys == array("q")


def test_another_process_can_look(empty: Store) -> None:
    list(empty.articles.add([PRINTED, AGENCY]))
    command = [sys.executable, "-m", "annotations.store.catching_up", str(empty.path)]
    assert subprocess.run(command, check=False).returncode == 0
    assert groups(empty) == [["wire", "local"]]


def test_a_busy_store_is_looked_at_later(copied: Store, open_store: Callable[..., Store]) -> None:
    copied.articles.add_one(Article(id="updated", text=UPDATED, source="Sun"))
    other = open_store()
    with other._connection.writing():
        assert copied.copies.catch_up() == 0
    assert copied.copies.catch_up() == 1
    assert groups(copied) == [["wire", "local", "short", "updated"]]
