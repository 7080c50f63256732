"""Which files need not be read again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Article
from annotations.sources import PLAIN, Input, Options, input_of_bytes, read
from annotations.store import Addition, Store
from reader.additions.known_files import KnownFiles

BOOKMARKS = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<DL><p><DT><A HREF="https://example.org/river">The river</A></DL>
"""
PAGE = b"The river\n\nThe river rose on Tuesday, and the bridge was closed.\n"


@contextmanager
def fetch(address: str) -> Iterator[Input]:
    yield replace(input_of_bytes(PAGE, name=address), address=address)


def add(store: Store, path: Path, options: Options = PLAIN, *, way: str = "") -> KnownFiles:
    """Add what is in a file, and say what was known."""
    known = KnownFiles(store.read_files, way=way)

    def taken() -> Iterator[Article]:
        for item in read(path, replace(options, known=known)):
            if isinstance(item, Article):
                known.take()
                yield item

    done = 0
    for done, (_, became) in enumerate(store.articles.add(taken()), 1):
        if became.addition is Addition.CONFLICT:
            known.conflict(done)
        known.committed(done)
    known.committed(done, all_of_them=True)
    return known


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db") as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("One.\n")
    return path


def test_a_file_is_known_once_its_articles_are_there(store: Store, file: Path) -> None:
    assert add(store, file).skipped == {}
    assert add(store, file).skipped == {Addition.UNCHANGED: 1}


def test_another_way_of_reading_is_another_file(store: Store, file: Path) -> None:
    add(store, file)
    assert add(store, file, way="full").skipped == {}
    assert add(store, file, way="full").skipped == {Addition.UNCHANGED: 1}


def test_its_deleted_article_is_told(store: Store, file: Path) -> None:
    add(store, file)
    store.bulk.delete(store.articles.keys())
    assert add(store, file).skipped == {Addition.DELETED: 1}


def test_what_a_database_keeps_beside_it_counts(store: Store, file: Path) -> None:
    add(store, file)
    Path(f"{file}-wal").write_text("More.")
    assert add(store, file).skipped == {}


def test_a_file_without_articles_is_read_again(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "links.html"
    path.write_text(BOOKMARKS)
    for _ in range(2):
        assert add(store, path).skipped == {}
        assert store.articles.count() == 0
    assert store.read_files.articles(str(path), "") is None


def test_a_file_that_leads_to_addresses_is_read_again(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "links.html"
    path.write_text(BOOKMARKS)
    for _ in range(2):
        assert add(store, path, Options(fetch=fetch)).skipped == {}
    assert store.articles.count() == 1
