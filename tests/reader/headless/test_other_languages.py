"""Articles in other languages, on the command line: kept, marked, and never run."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.model import Article
from annotations.store import Store

Call = Callable[..., Any]

GERMAN = """\
Zwölf Tote bei Angriff

Bei einem Angriff auf einen Markt im Osten der Stadt sind nach Angaben der Behörden zwölf Menschen
getötet worden. Der Sprecher des Ministeriums sagte, die Rettungskräfte suchten weiter.
"""
ARABIC = "قال المتحدث باسم الدفاع المدني إن فرق الإنقاذ ما زالت تبحث عن ناجين تحت الأنقاض.\n"
ENGLISH = """\
At least twelve people were killed when shells hit a market in the east of the town on Tuesday,
officials said. Rescue teams were still looking for those who had been buried after the attack.
"""


@pytest.fixture(autouse=True)
def articles() -> None:
    Path("de.txt").write_text(GERMAN, "utf-8")
    Path("ar.txt").write_text(ARABIC, "utf-8")
    Path("en.txt").write_text(ENGLISH, "utf-8")


def test_they_are_added_and_told(call: Call, store: Store) -> None:
    outcome = call("add", "ar.txt", "de.txt", "en.txt")
    assert outcome.status == 0
    assert outcome.messages == [
        "3 added, 0 unchanged, 0 in conflict, 0 failed.",
        "2 in other languages, for which there is no detector: 1 Arabic, 1 German.",
    ]
    assert [each.language for each in store.articles.iterate()] == ["ar", "de", "en"]


def test_detector_is_run_on_the_others_only(call: Call, store: Store, detectors: list[Any]) -> None:
    assert call("add", "--detect", ".").messages[-1].startswith("The detector ran on 1 articles")
    assert [store.runs.last(each.id) is None for each in store.articles.iterate()] == [
        True, True, False,
    ]  # fmt: skip
    assert store.runs.pending() == []


def test_language_is_told_when_the_detector_comes_to_an_old_article(
    call: Call, store: Store, detectors: list[Any]
) -> None:
    store.articles.add_one(Article(id="old", text=GERMAN))
    outcome = call("add", "--detect", "en.txt")
    assert outcome.messages[1:] == [
        "The detector ran on 1 articles and found 1 annotations.",
        "1 more are in other languages, for which there is none (is:foreign).",
    ]
    assert store.articles.get("old").language == "de"


def test_source_says_the_language(call: Call, store: Store) -> None:
    lines = [
        {"id": "a", "text": "Kurz.", "language": "German"},
        {"id": "b", "text": "Short.", "language": "en-GB"},
        {"id": "c", "text": ENGLISH, "language": "ar"},
        {"id": "d", "text": ARABIC, "language": "en"},
    ]
    call("add", "-", stdin="\n".join(map(json.dumps, lines)).encode())
    assert [each.language for each in store.articles.iterate()] == ["de", "en", "en", "ar"]


def test_annotate_writes_them_without_annotations(call: Call, detectors: list[Any]) -> None:
    outcome = call("annotate", "de.txt", "en.txt")
    assert outcome.status == 0
    assert outcome.messages == ["Zwölf Tote bei Angriff was not annotated: no detector for German."]
    german, english = map(json.loads, outcome.output.splitlines())
    assert (german["language"], german["entities"]) == ("de", [])
    assert german["text"] == GERMAN
    assert english["entities"] != []


def test_lists_mark_them(call: Call, store: Store) -> None:
    call("add", "de.txt")
    assert call("list").output.endswith("\tno detector\tnew\t\t\tde\n")
    record = json.loads(call("list", "lang:german", "--json").output)
    assert (record["language"], record["has_detector"], record["run"]) == ("de", False, False)
    assert call("list", "is:unrun").output == ""
    assert call("list", "is:foreign").output != ""


def test_show_marks_them(call: Call, store: Store) -> None:
    call("add", "de.txt", "en.txt")
    assert "language: German, no detector for German\n" in call("show", "de.txt").output
    assert "language" not in call("show", "en.txt").output
