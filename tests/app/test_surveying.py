"""The library: facets and preview."""

from threading import Event
from typing import Any

import pytest

from annotations.filters import Query
from annotations.model import Article, Entity
from annotations.store import Store
from annotations.store.facets import Facet, Facets
from reader.widgets.facet_list import FacetList
from tests.app.driver import DETECTOR, Open

OTHERS = (
    Article(id="b", title="Bus stops", text="A bus stopped. " * 90, published="2020-01-01"),
    Article(
        id="c", title="Cat found", text="A cat\nwas found.", published="2018-01-01", tags=("cats",)
    ),
)


@pytest.fixture(autouse=True)
def articles(store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)


def drawn(rows: FacetList, row: int) -> str:
    """What a row shows."""
    return "".join(segment.text for segment in rows.draw(row, 36))


async def test_facets_go_into_the_filter_and_out_of_it(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("f")
        lines = [line[84:].split() for line in reader.shown().splitlines()]
        assert ["Review"] in lines
        assert ["unrun", "2"] in lines and ["2018-01", "1"] in lines
        assert lines.index(["Sources"]) < lines.index(["Months"])
        assert ["cats", "1"] in lines and ["Oldport", "1"] in lines
        await reader.press("enter")
        assert "2 articles for “is:unrun”" in reader.shown()
        assert "✓ unrun" in reader.shown()
        await reader.press("enter")
        assert "3 articles" in reader.shown()
        await reader.press("f")
        assert "✓" not in reader.shown() and "Months" not in reader.shown()
        await reader.press("j", "enter")
        assert reader.screen.article.id == "flood"


async def test_values_of_a_facet_are_alternatives(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("f", "enter", "j", "j")
        await reader.press("enter")
        assert "3 articles for “is:unrun,unreviewed”" in reader.shown()
        assert "✓ unrun" in reader.shown() and "✓ unreviewed" in reader.shown()
        await reader.press("k", "k", "enter")
        assert "1 article for “is:unreviewed”" in reader.shown()
        assert "  unrun" in reader.shown()


async def test_q_leads_from_the_facets_back_to_the_list(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("f", "enter", "q")
        assert reader.library.table.has_focus
        assert "Months" not in reader.shown() and "for “is:unrun”" in reader.shown()


async def test_no_heading_is_under_the_cursor(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("f", "g", "g", "k", "enter")
        assert "for “is:unrun”" in reader.shown()
        await reader.press("enter")
        await reader.pilot.click(FacetList, offset=(2, 0))
        assert "for “" not in reader.shown()


async def test_the_list_can_be_used_until_the_facets_are_counted(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, of = Event(), Facets.of

    def wait(facets: Facets, query: Query, **options: Any) -> list[Facet]:
        counted.wait(30)
        return of(facets, query, **options)

    monkeypatch.setattr(Facets, "of", wait)
    async with opened(article=None) as reader:
        await reader.pilot.press("f")
        assert "counting …" in reader.shown()
        await reader.pilot.press("j")
        assert reader.library.table.row == 1
        counted.set()
        await reader.settle()
        assert "Months" in reader.shown() and reader.library.table.has_focus
        await reader.press("f")
        assert reader.library.facets.has_focus


async def test_the_rest_of_a_facet_is_opened(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.store.facets._SHOWN", 1)
    async with opened(article=None) as reader:
        library = reader.library
        library.session.store.bulk.tag([1, 2], add=["dogs"])
        await reader.press("f")
        assert "dogs" in reader.shown() and "… 1 more" in reader.shown()
        rows = [drawn(library.facets, n) for n in range(library.facets.count)]
        assert not any("cats" in each for each in rows)
        row = next(n for n, each in enumerate(rows) if "dogs" in each) + 1
        library.facets.go(row)
        await reader.press("enter")
        assert "cats" in drawn(library.facets, row)
        await reader.press("enter")
        assert '1 article for “tag:"cats"”' in reader.shown()


async def test_escape_leaves_the_facets_and_keeps_the_filter(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("f", "enter", "escape")
        assert "for “is:unrun”" in reader.shown()
        assert reader.library.table.has_focus
        await reader.press("escape")
        assert "for “" not in reader.shown()


async def test_facets_cover_a_narrow_list(opened: Open) -> None:
    async with opened(article=None, size=(60, 24)) as reader:
        await reader.press("f")
        assert "Review" in reader.shown().splitlines()[0]
        await reader.press("escape")
        assert "Sources" not in reader.shown()


async def test_preview_shows_the_beginning_and_follows_the_cursor(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("p")
        assert "A bus stopped. A bus stopped." in reader.shown()
        await reader.press("j")
        assert "The Example · 2019-03-05" in reader.shown()
        assert "killed 12+ (Calder) · missing 30" in reader.shown()
        assert "A bus" not in reader.shown()
        await reader.press("p")
        assert "Mayor Ines Calder said" not in reader.shown()


async def test_preview_shows_where_the_words_stand(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("p", "slash")
        await reader.type("school\r")
        assert "the valley at dawn" in reader.shown()
        assert "found the school empty." in reader.shown()
        assert "Mayor Ines" not in reader.shown().splitlines()[-5]


async def test_filter_is_saved_and_taken_again(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("ctrl+f")
        assert "there is no filter to save" in reader.shown()
        await reader.press("F")
        assert "no filter is saved" in reader.shown()
        await reader.press("slash")
        await reader.type("is:unrun")
        await reader.press("enter", "ctrl+f")
        await reader.type("to run\r")
        assert store.saved_filters.all() == {"to run": "is:unrun"}
        await reader.press("escape", "F")
        assert "to run" in reader.shown()
        await reader.press("enter")
        assert "2 articles for “is:unrun”" in reader.shown()
        await reader.press("F", "delete")
        assert store.saved_filters.all() == {}
        assert reader.library.table.has_focus


async def test_grouped_by_event_day(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("d")
        lines = reader.shown().splitlines()
        assert lines[1].startswith("2020-01-01 · 1 article")
        assert "Bus stops" in lines[2]
        assert lines[3].startswith("2019-03-05 · 1 article")
        assert "3 articles" in reader.shown()
        await reader.press("*")
        assert "3 selected of 3" in reader.shown()
        await reader.press("g", "g", "enter")
        assert reader.library.table.key is None
        await reader.press("j", "enter")
        assert reader.screen.article.id == "b"
        await reader.press("q", "d")
        assert "2020-01-01 · 1" not in reader.shown()


async def test_related_articles_say_what_they_share(opened: Open, store: Store) -> None:
    text = "Ines Calder came to Oldport."
    store.articles.add_one(Article(id="d", title="A visit", text=text))
    names = [
        Entity(start=0, end=11, text="Ines Calder", label="PERSON", name="Ines Calder"),
        Entity(start=20, end=27, text="Oldport", label="GPE", name="Oldport"),
    ]
    store.runs.record("d", DETECTOR, names)
    async with opened(article=None) as reader:
        await reader.press("r")
        assert "no other article shares" in reader.shown()
        await reader.press("j", "r")
        assert "Related to “River takes bridge”" in reader.shown()
        (line,) = (line for line in reader.shown().splitlines() if "A visit" in line)
        assert "Ines Calder · Oldport" in line
        await reader.press("enter")
        assert reader.screen.article.id == "d"
        await reader.press("q", "q")
        assert reader.library.table.has_focus
