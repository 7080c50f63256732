"""What somebody sees who opens the file with another tool."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlite_utils import Database

from annotations.review import Change
from annotations.store import Store


@pytest.fixture
def database(detected: Store) -> Iterator[Database]:
    first = detected.annotations.of("a-1")[0]
    after = replace(first, tags=("b", "a"), note="Who?")
    detected.edits.annotations("a-1", "tag", [Change(before=first, after=after)])
    detected.close()
    database = Database(sqlite3.connect(detected.path))
    yield database
    database.close()


def only_row(database: Database, view: str) -> dict[str, object]:
    (row,) = database.query(f"SELECT * FROM {view} ORDER BY start LIMIT 1")
    return row


def test_entities(database: Database) -> None:
    assert only_row(database, "entities") == {
        "article_id": "a-1",
        "start": 0,
        "end": 9,
        "text": "Mara Dell",
        "status": "suggested",
        "label": "PERSON",
        "name": "Mara Dell",
        "country": None,
        "latitude": None,
        "longitude": None,
        "geo_precision": None,
        "geo_alternatives": None,
        "rule": None,
        "confidence": None,
        "id": 1,
        "annotator": "ana",
        "detector": "finder 1.0",
        "note": "Who?",
        "tags": "b, a",
    }


def test_quotes(database: Database) -> None:
    assert only_row(database, "quotes") == {
        "article_id": "a-1",
        "start": 16,
        "end": 26,
        "text": "“We wait.”",
        "status": "suggested",
        "type": "direct",
        "speaker_start": 0,
        "speaker_end": 9,
        "speaker": "Mara Dell",
        "cue_start": 10,
        "cue_end": 14,
        "cue": "said",
        "speaker_name": "Mara Dell",
        "speaker_rule": "full-name",
        "utterance_start": 0,
        "utterance_end": 26,
        "utterance": "Mara Dell said: “We wait.”",
        "rule": "head",
        "confidence": "high",
        "id": 3,
        "annotator": None,
        "detector": "finder 1.0",
        "note": None,
        "tags": None,
    }


def test_casualty_figures(database: Database) -> None:
    assert only_row(database, "casualty_figures") == {
        "article_id": "a-1",
        "start": 27,
        "end": 47,
        "text": "At least 12 soldiers",
        "status": "suggested",
        "num_start": 36,
        "num_end": 38,
        "category": "killed",
        "count_low": 12,
        "count_high": None,
        "count_best": 12,
        "qualifier": "at_least",
        "vague_rule": "acled",
        "victim_type": "soldier",
        "victim_group": "Calder",
        "place": "Lindow",
        "country": "GB",
        "latitude": 53.5,
        "longitude": -2.25,
        "geo_precision": "city",
        "date": "Tuesday",
        "date_iso": "2016-10-25",
        "claimed_by": "the army",
        "claimed_in_start": 0,
        "claimed_in_end": 8,
        "claimed_in": "Mara Del",
        "negated": 1,
        "hypothetical": 0,
        "subset": 1,
        "part_of_start": 27,
        "part_of_end": 47,
        "part_of": "At least 12 soldiers",
        "incremental": 0,
        "cumulative": 1,
        "historical": 1,
        "rate": "a day",
        "implicit": 1,
        "rule": "passive",
        "confidence": "low",
        "id": 4,
        "annotator": None,
        "detector": "finder 1.0",
        "note": None,
        "tags": None,
    }


def test_full_text_is_found_by_tools_that_look_for_it(database: Database) -> None:
    assert database.table("articles").detect_fts() == "articles_fts"


def test_references_are_declared(database: Database) -> None:
    references = {
        (key.column, key.other_table) for key in database.table("annotations").foreign_keys
    }
    assert references == {("article", "articles")}


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE annotations SET layer = 'moods'",
        "UPDATE annotations SET status = 'maybe'",
        'UPDATE annotations SET "end" = start',
        "UPDATE annotations SET start = -1",
        "UPDATE annotations SET label = NULL",
        "UPDATE edit_groups SET state = 'lost'",
    ],
)
def test_constraints_hold_for_other_tools(database: Database, broken: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(broken)


def test_counts_hold_for_other_tools(database: Database) -> None:
    database.execute("UPDATE annotations SET status = 'accepted' WHERE layer = 'entities'")
    database.execute("DELETE FROM annotations WHERE layer = 'quotes'")
    (row,) = database.query("SELECT * FROM article_counts")
    assert row == {
        "article": 1,
        "entities": 2,
        "quotes": 0,
        "casualties": 1,
        "reviewed": 2,
        "unreviewed": 1,
        "names": 2,
        "unreviewed_low": 1,
        "unreviewed_high": 0,
    }
    database.execute("UPDATE annotations SET label = 'DATE' WHERE layer = 'entities'")
    (row,) = database.query("SELECT entities, names, reviewed, unreviewed FROM article_counts")
    assert row == {"entities": 2, "names": 0, "reviewed": 0, "unreviewed": 1}
