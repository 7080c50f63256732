"""The library: copies of one report, folded into one row and unfolded."""

import pytest

from annotations.model import Article
from annotations.store import Store
from reader.screens.article.screen import ArticleScreen
from reader.screens.related import RelatedScreen
from tests.annotations.copies.reports import CUT, LOCAL, OWN, REPORT
from tests.app.driver import Driver, Open

WIRE = Article(id="wire", title="Wire", text=REPORT, source="Calder Wire", published="2019-03-08")
OTHERS = (
    Article(id="mail", title="Mail's", text=CUT, source="Mail", published="2019-03-10"),
    Article(id="post", title="Post's", text=LOCAL, source="Post", published="2019-03-09"),
    Article(id="own", title="Own", text=OWN, source="Herald", published="2019-03-07"),
)


@pytest.fixture(autouse=True)
def copies(store: Store) -> None:
    """In the library, latest first: Mail's, Post's, Wire, Own, and the flood of all tests."""
    list(store.articles.add([WIRE, *OTHERS]))
    store.copies.catch_up()


def rows(reader: Driver) -> list[str]:
    """The titles of the rows, with what stands before and behind them."""
    table = reader.library.table
    lines = ["".join(each.text for each in table.draw(row, 78)) for row in range(table.count)]
    return [line[12:44].strip() for line in lines]


def tags(store: Store) -> dict[str, tuple[str, ...]]:
    return {each.id: each.tags for each in store.articles.iterate() if each.tags}


async def test_unfolded_rows_say_that_there_are_copies(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        found = rows(reader)
        assert "Wire · 2 copies" in found
        assert {"Mail's · copy", "Post's · copy", "Own"} <= set(found)


async def test_one_row_for_each_report_and_back(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        before = rows(reader)
        await reader.press("z", "z")
        at = before.index("Mail's · copy")
        assert rows(reader)[at : at + 2] == ["+2 copies · Wire", "Own"]
        assert "5 articles · 2 folded" in reader.shown()
        await reader.press("z", "z")
        assert rows(reader) == before
        assert "folded" not in reader.shown().splitlines()[-3]


async def test_one_group_is_folded_and_unfolded_below_its_row(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        reader.library.table.point_at(2)
        await reader.press("z", "a")
        assert "+2 copies · Wire" in rows(reader)
        await reader.press("z", "z", "z", "z")
        assert "Mail's · copy" in rows(reader)
        await reader.press("z", "z")
        reader.library.table.point_at(2)
        await reader.press("z", "a")
        at = rows(reader).index("Wire · 2 copies")
        assert rows(reader)[at + 1 : at + 3] == ["└ Mail's", "└ Post's"]


async def test_folding_where_there_is_no_copy_says_so(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        reader.library.table.point_at(store.articles.key("own"))
        await reader.press("z", "a")
        assert "no copy of this report is in the library" in reader.shown()
        await reader.press("g", "c")
        assert "no copy of this report is in the library" in reader.shown()


async def test_a_filter_is_kept_to_and_another_copy_stands_for_them(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        await reader.press("z", "z", "slash")
        await reader.type("is:copy\r")
        assert rows(reader) == ["+1 copy · Mail's"]
        await reader.press("escape", "slash")
        await reader.type("source:wire\r")
        assert rows(reader) == ["Wire · 2 copies"]


async def test_other_orders_and_days_keep_one_row(opened: Open) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        await reader.press("z", "z", "d")
        assert sum("+2 copies" in each for each in rows(reader)) == 1
        await reader.press("S", "s")
        assert sum("+2 copies" in each for each in rows(reader)) == 1


async def test_a_folded_row_is_selected_with_all_that_it_stands_for(
    opened: Open, store: Store
) -> None:
    async with opened(article=None) as reader:
        await reader.press("z", "z")
        reader.library.table.point_at(store.articles.key("wire"))
        await reader.press("v")
        assert "3 selected of 5 articles" in reader.shown()
        await reader.press("t")
        assert "Tags for 3:" in reader.shown()
        await reader.type("sea\r")
        assert tags(store) == dict.fromkeys(("wire", "mail", "post"), ("sea",))
        await reader.press("U")
        assert tags(store) == {}
        reader.library.table.point_at(store.articles.key("wire"))
        await reader.press("v")
        assert "selected" not in reader.shown()


async def test_without_a_selection_a_folded_row_is_its_own_article(
    opened: Open, store: Store
) -> None:
    async with opened(article=None) as reader:
        await reader.press("z", "z")
        reader.library.table.point_at(store.articles.key("wire"))
        await reader.press("t")
        await reader.type("sea\r")
        assert tags(store) == {"wire": ("sea",)}


async def test_selecting_all_selects_what_is_folded_too(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("z", "z", "*")
        assert "5 selected of 5 articles" in reader.shown()
        await reader.press("z", "z")
        assert "5 selected of 5 articles" in reader.shown()


async def test_the_preview_names_who_has_copies_and_what_selecting_does(
    opened: Open, store: Store
) -> None:
    async with opened(article=None) as reader:
        await reader.press("z", "z", "p")
        reader.library.table.point_at(store.articles.key("wire"))
        await reader.press("j", "k")
        assert "also in Mail, Post · selecting the row selects 2 with it" in reader.shown()


async def test_the_article_says_how_many_outlets_have_it_and_lists_them(opened: Open) -> None:
    async with opened(article=WIRE) as reader:
        assert "2 more outlets have this report" in reader.shown()
        await reader.press("g", "c")
        assert isinstance(reader.app.screen, RelatedScreen)
        shown = reader.shown()
        assert "Copies of “Wire”" in shown
        assert "Mail · 100% of the wording" in shown
        await reader.press("enter")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert "Mail's" in reader.shown()
        assert "2 more outlets have this report" in reader.shown()


async def test_the_library_lists_copies(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        reader.library.table.point_at(store.articles.key("mail"))
        await reader.press("g", "c")
        assert "Copies of “Mail's”" in reader.shown()
        assert "Calder Wire · 100% of the wording" in reader.shown()


async def test_copies_that_come_in_are_looked_for_beside_the_screen(
    opened: Open, store: Store
) -> None:
    async with opened(article=None, size=(80, 24)) as reader:
        await reader.press("z", "z")
        store.articles.add_one(Article(id="sun", text=f"{CUT}\n\nEnds.", source="Sun"))
        reader.app.background.look_for_copies()
        await reader.until(lambda: "+3 copies · Wire" in rows(reader))
