import sqlite3
from pathlib import Path

import pytest

from annotations.errors import StoreError
from annotations.store import Store
from annotations.store.places import Place, Places

HERE = Place(cursor=120, top=80)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "places.db"


def test_a_place_outlives_the_process(file: Path, tmp_path: Path) -> None:
    places = Places(file, store=tmp_path / "store.db")
    places.keep("flood", HERE)
    other = Places(file, store=tmp_path / "store.db")
    assert other.of("flood") == HERE
    assert other.of("fire") is None
    places.close()
    other.close()


def test_the_last_place_counts(file: Path, tmp_path: Path) -> None:
    places = Places(file, store=tmp_path / "store.db")
    places.keep("flood", Place(cursor=1, top=0))
    places.keep("flood", HERE)
    assert places.of("flood") == HERE
    places.close()


def test_articles_of_one_id_in_two_stores_have_two_places(file: Path, tmp_path: Path) -> None:
    one, two = (Places(file, store=tmp_path / name) for name in ("one.db", "two.db"))
    one.keep("flood", HERE)
    assert two.of("flood") is None
    one.close()
    two.close()


def test_nothing_is_made_before_there_is_a_place_to_keep(file: Path, tmp_path: Path) -> None:
    places = Places(file, store=tmp_path / "store.db")
    assert places.of("flood") is None
    assert not file.parent.exists()


def test_two_readers_keep_places_at_once(file: Path, tmp_path: Path) -> None:
    one, two = (Places(file, store=tmp_path / "store.db") for _ in range(2))
    one.keep("flood", HERE)
    two.keep("fire", Place(cursor=2, top=0))
    one.keep("flood", Place(cursor=3, top=0))
    assert (two.of("flood"), one.of("fire")) == (
        Place(cursor=3, top=0),
        Place(cursor=2, top=0),
    )
    one.close()
    two.close()


def test_a_store_does_not_change_when_a_place_is_kept(file: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "store.db") as store:
        store.changed()
        places = Places(file, store=store.path)
        places.keep("flood", HERE)
        places.close()
        assert not store.changed()
        assert store.edits.history() == []


def test_a_file_of_something_else_is_left_alone(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database, but somebody's notes" * 10)
    before = file.read_bytes()
    places = Places(file, store=tmp_path / "store.db")
    with pytest.raises(StoreError, match="The place last read is not known"):
        places.of("flood")
    with pytest.raises(StoreError, match="The place in the article was not kept"):
        places.keep("flood", HERE)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    places = Places(tmp_path / "state" / "places.db", store=tmp_path / "store.db")
    with pytest.raises(StoreError, match="was not kept"):
        places.keep("flood", HERE)


def test_marks_outlive_the_process_each_under_its_letter(file: Path, tmp_path: Path) -> None:
    places = Places(file, store=tmp_path / "store.db")
    assert places.marks("flood") == {}
    assert not file.exists()
    places.keep_mark("flood", "a", Place(cursor=1, top=0))
    places.keep_mark("flood", "a", HERE)
    places.keep_mark("flood", "A", Place(cursor=2, top=0))
    places.keep_mark("fire", "b", HERE)
    other = Places(file, store=tmp_path / "store.db")
    assert other.marks("flood") == {"a": HERE, "A": Place(cursor=2, top=0)}
    another = Places(file, store=tmp_path / "another.db")
    assert another.marks("flood") == {}
    for each in (places, other, another):
        each.close()


def test_a_file_of_places_without_marks_takes_some(file: Path, tmp_path: Path) -> None:
    places = Places(file, store=tmp_path / "store.db")
    places.keep("flood", HERE)
    places.close()
    with sqlite3.connect(file) as raw:
        raw.execute("DROP TABLE marks")
    raw.close()
    places.keep_mark("flood", "a", HERE)
    assert (places.of("flood"), places.marks("flood")) == (HERE, {"a": HERE})
    places.close()


def test_marks_that_cannot_be_kept_are_told(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.write_text("no database, but text " * 100)
    places = Places(file, store=tmp_path / "store.db")
    with pytest.raises(StoreError, match=r"^The mark was not kept\."):
        places.keep_mark("flood", "a", HERE)
    with pytest.raises(StoreError, match=r"^The marks in the article are not known\."):
        places.marks("flood")
    places.close()
