"""The languages of articles in a store."""

from dataclasses import replace

import pytest

from annotations.filters import Key, parsed
from annotations.model import Article, Detector, Entity, Status
from annotations.review import Change
from annotations.store import Store

DETECTOR = Detector(name="en_core", version="1")
TEXT = "Ada Bell went to Oslo, and so did Bo Carr."


def entity(text: str) -> Entity:
    start = TEXT.index(text)
    return Entity(start=start, end=start + len(text), text=text, label="PERSON")


@pytest.fixture
def polyglot(empty: Store) -> Store:
    """An article in English, one in German, one in Arabic and one of which nothing is known."""
    for article_id, language in (("en", "en"), ("de", "de"), ("ar", "ar"), ("none", None)):
        empty.articles.add_one(Article(id=article_id, text=TEXT, language=language))
    return empty


def found(store: Store, words: str) -> set[str]:
    keys = store.articles.keys(query=parsed(words))
    return {row.id for row in store.articles.rows(keys)}


def test_no_detector_waits_for_other_languages(polyglot: Store) -> None:
    assert polyglot.runs.pending() == ["en", "none"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("lang:de", {"de"}),
        ("lang:German", {"de"}),
        ("lang:germ", {"de"}),
        ("lang:e", set()),
        ("lang:de,ar", {"de", "ar"}),
        ("-lang:en", {"de", "ar", "none"}),
        ("lang:unknown", {"none"}),
        ("lang:unknown,en", {"none", "en"}),
        ("is:foreign", {"de", "ar"}),
        ("is:unrun", {"en", "none"}),
        ("is:unrun,foreign", {"en", "none", "de", "ar"}),
    ],
)
def test_filter_finds_languages(polyglot: Store, words: str, ids: set[str]) -> None:
    assert found(polyglot, words) == ids


def test_lists_say_the_language(polyglot: Store) -> None:
    rows = polyglot.articles.rows(polyglot.articles.keys_of(["de", "none"]))
    assert [row.language for row in rows] == ["de", None]


def test_progress_counts_apart_what_no_detector_reads(polyglot: Store) -> None:
    progress = polyglot.overview.progress()
    assert (progress.unread, progress.foreign) == (2, 2)


def test_facets_count_languages_where_there_are_several(polyglot: Store) -> None:
    facets = {facet.key: facet.values for facet in polyglot.facets.of(parsed(""))}
    assert set(facets[Key.LANG]) == {("en", 1), ("de", 1), ("ar", 1), ("unknown", 1)}
    facets = {facet.key: facet.values for facet in polyglot.facets.of(parsed("lang:de"))}
    assert ("de", 1) in facets[Key.LANG]


def test_languages_are_completed(polyglot: Store) -> None:
    assert polyglot.vocabulary.beginning(Key.LANG, "ger") == ["de", "unknown"]


def test_language_is_told_as_an_article_is_added(empty: Store) -> None:
    told = {"one": "de", "two": None}
    articles = [Article(id=each, text=f"text {each}") for each in told]
    list(empty.articles.add(articles, language_of=lambda text, declared: told[text[-3:]]))
    assert [empty.articles.get(each).language for each in told] == ["de", None]


def test_article_that_is_there_keeps_its_language(empty: Store) -> None:
    article = Article(id="a", text=TEXT)
    list(empty.articles.add([article], language_of=lambda *_: None))
    list(empty.articles.add([article], language_of=lambda *_: "de"))
    assert empty.articles.get("a").language is None


def test_language_of_an_older_store_is_filled_in_once(polyglot: Store) -> None:
    polyglot.articles.fill_language("none", "fr")
    polyglot.articles.fill_language("en", "fr")
    assert [polyglot.articles.get(each).language for each in ("none", "en")] == ["fr", "en"]


def test_person_puts_a_language_right(polyglot: Store) -> None:
    polyglot.edits.set_language("de", "set language", "en")
    assert polyglot.runs.pending() == ["en", "de", "none"]
    polyglot.edits.undo()
    assert polyglot.articles.get("de").language == "de"
    polyglot.edits.redo()
    assert polyglot.articles.get("de").language == "en"


def test_saying_the_same_is_no_edit(polyglot: Store) -> None:
    with pytest.raises(ValueError, match="has to change"):
        polyglot.edits.set_language("de", "set language", "de")


def test_language_can_become_unknown(polyglot: Store) -> None:
    polyglot.edits.set_language("de", "set language", None)
    assert "de" in polyglot.runs.pending()
    polyglot.edits.undo()
    assert polyglot.articles.get("de").language == "de"


def test_other_language_takes_suggestions_back_and_leaves_decisions(polyglot: Store) -> None:
    decided = replace(entity("Bo Carr"), status=Status.ADDED)
    polyglot.edits.annotations("en", "add", [Change(before=None, after=decided)])
    polyglot.runs.record("en", DETECTOR, [entity("Ada Bell")])
    polyglot.edits.set_language("en", "set language", "nl")
    assert [each.text for each in polyglot.annotations.of("en")] == ["Bo Carr"]
    assert polyglot.runs.last("en") is None
    assert polyglot.runs.pending() == ["none"]


def test_undoing_it_lets_the_detector_run_again(polyglot: Store) -> None:
    polyglot.runs.record("en", DETECTOR, [entity("Ada Bell")])
    polyglot.edits.set_language("en", "set language", "nl")
    polyglot.edits.undo()
    assert polyglot.runs.pending() == ["en", "none"]


def test_language_changed_elsewhere_is_not_undone(polyglot: Store) -> None:
    polyglot.edits.set_language("none", "set language", "nl")
    polyglot.edits.set_language("none", "set language", "en")
    polyglot.edits.undo()
    assert polyglot.articles.get("none").language == "nl"


def test_new_text_keeps_the_language_that_a_person_said(empty: Store) -> None:
    empty.articles.add_one(Article(id="a", text=TEXT, language="nl"))
    empty.edits.set_language("a", "set language", "en")
    empty.articles.add_one(Article(id="a", text=f"{TEXT} Both stayed.", language="nl"))
    assert (empty.articles.get("a").version, empty.articles.get("a").language) == (2, "en")
