"""The library: listing, filtering, sorting, opening, tagging."""

from pathlib import Path

from textual.widgets import Input

from annotations.model import Article
from annotations.store import Store
from reader.commands import of_rooms
from reader.screens.article.screen import ArticleScreen
from tests.app.driver import Driver, Open

OTHERS = (
    Article(id="b", title="Bus stops", text="A bus stopped.", published="2020-01-01"),
    Article(id="c", title="Cat found", text="A cat was found in Oldport.", published="2018-01-01"),
)


async def test_lists_articles_with_counts_and_progress(opened: Open, store: Store) -> None:
    store.articles.add_one(OTHERS[0])
    async with opened(article=None, size=(100, 40)) as reader:
        lines = reader.shown().splitlines()
        (flood,) = (line.split() for line in lines if "River takes bridge" in line)
        assert flood[0] == "2019-03-05"
        assert flood[-4:] == ["3", "1", "2", "0/6"]
        (bus,) = (line for line in lines if "Bus stops" in line)
        assert "not run" in bus


async def test_enter_opens_and_q_comes_back(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("enter")
        assert reader.screen.article.id == "flood"
        await reader.press("tab", "a", "q")
        assert "1/6" in reader.shown()


async def test_q_leads_from_the_first_article_to_the_library(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "a", "q")
        assert "1/6" in reader.shown()
        await reader.press("enter", "j", "q", "enter")
        assert reader.screen.article.id == "flood"
        await reader.press("q", "q")
        assert not reader.app.is_running


async def test_filter_as_one_types(opened: Open, store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)
    async with opened(article=None) as reader:
        await reader.press("slash")
        await reader.type("oldp")
        assert "2 articles for “oldp”" in reader.shown()
        await reader.type('ort" cat')
        assert "1 article for" in reader.shown()
        assert "Cat found" in reader.shown()
        await reader.press("enter", "enter")
        assert reader.screen.article.id == "c"


async def test_a_filter_longer_than_the_line_scrolls(opened: Open) -> None:
    async with opened(article=None, size=(40, 14)) as reader:
        await reader.press("slash")
        reader.library.query_one(Input).value = "one two three four five six seven eight"
        await reader.press("home", "end")
        assert "seven eight" in reader.shown() and "Filter: one" not in reader.shown()
        await reader.press("home")
        assert "Filter: one two" in reader.shown()


async def test_escape_takes_the_filter_off(opened: Open, store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)
    async with opened(article=None) as reader:
        await reader.press("slash", "b", "u", "s", "escape")
        assert "3 articles" in reader.shown()


async def test_filter_that_is_none_is_told_and_the_list_stays(opened: Open, store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)
    async with opened(article=None) as reader:
        await reader.press("slash")
        prompt = reader.library.query_one(Input)
        prompt.value = "on:2020"
        await reader.settle()
        prompt.value = "on:2020 tagg:x"
        await reader.settle()
        assert "Did you mean “tag:”?" in reader.shown()
        assert "Bus stops" in reader.shown() and "Cat found" not in reader.shown()
        prompt.value = "on:2018"
        await reader.settle()
        assert "Did you mean" not in reader.shown()
        assert "1 article for “on:2018”" in reader.shown()


async def test_words_found_show_where_they_stand_best_match_first(
    opened: Open, store: Store
) -> None:
    store.articles.add_one(Article(id="d", text="A hat. Once, a cat.", published="2021-01-01"))
    store.articles.add_one(OTHERS[1])
    async with opened(article=None) as reader:
        await reader.press("slash")
        await reader.type("cat\r")
        await reader.until(lambda: "A hat. Once, a cat." in reader.shown())
        lines = reader.shown().splitlines()
        assert "Words found" in lines[0]
        assert ("Cat found" in lines[1], "Once, a cat" in lines[2]) == (True, True)
        assert "best match first" in reader.shown()
        await reader.press("s")
        assert "sorted by published" in reader.shown()
        assert "Once, a cat" in reader.shown().splitlines()[1]
        await reader.press("escape")
        assert "Words found" not in reader.shown()


async def test_a_click_on_a_heading_sorts_by_it(opened: Open, store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)
    async with opened(article=None) as reader:
        await reader.pilot.click("#table-heading", offset=(16, 0))
        await reader.settle()
        assert "Title▲" in reader.shown()
        assert "Bus" in reader.shown().splitlines()[1]
        await reader.pilot.click("#table-heading", offset=(16, 0))
        await reader.settle()
        assert "Title▼" in reader.shown()
        assert "River" in reader.shown().splitlines()[1]


async def test_sort_and_reverse(opened: Open, store: Store) -> None:
    for article in OTHERS:
        store.articles.add_one(article)

    async with opened(article=None) as reader:

        def order() -> list[str]:
            titles = ("River", "Bus", "Cat")
            rows = reader.shown().splitlines()[1:4]
            return [title for row in rows for title in titles if title in row]

        assert order() == ["Bus", "River", "Cat"]
        await reader.press("S")
        assert order() == ["Cat", "River", "Bus"]
        await reader.press("s")
        assert order() == ["Bus", "Cat", "River"]


async def test_tags_note_and_undo(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("t")
        await reader.type("flood, 2019")
        await reader.press("enter", "c")
        await reader.type("seen\r")
        assert store.articles.get("flood").tags == ("flood", "2019")
        assert store.articles.get("flood").note == "seen"
        assert "#flood" in reader.shown()
        await reader.press("U", "U")
        assert store.articles.get("flood").tags == ()
        await reader.press("ctrl+y")
        assert "#flood" in reader.shown()


def keys(reader: Driver) -> str:
    """The last line of the screen."""
    return reader.shown().splitlines()[-1]


async def test_an_empty_library_shows_only_keys_that_work(opened: Open, tmp_path: Path) -> None:
    async with opened(article=None, path=tmp_path / "empty.db") as reader:
        assert keys(reader).split() == ["q", "Quit", "?", "Help"]
        for key in ("w", "U", "v", "slash", "f"):
            await reader.press(key)
            assert "there is no article here yet" in reader.shown()
            assert "Who and where" not in reader.shown() and "Filter:" not in reader.shown()
            reader.library.say("")
        working = [
            each.id for each in of_rooms("library", "rows") if not reader.library.why_not(each)
        ]
        assert working == ["library.sample", "library.quit"]


async def test_keys_work_again_once_there_are_articles(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    Store.open(path).close()
    async with opened(article=None, path=path) as reader:
        assert "Filter" not in keys(reader)
        with Store.open(path) as store:
            store.articles.add_one(OTHERS[0])
        await reader.until(lambda: "Filter" in keys(reader))
        assert "Bus stops" in reader.shown() and "Select" in keys(reader)


async def test_the_sample_corpus_does_not_get_among_other_articles(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("o")
        assert "the sample corpus is for a library without articles" in reader.shown()
        assert reader.library.table.has_focus


async def test_where_nothing_is_listed_there_is_nothing_to_select(opened: Open) -> None:
    async with opened(article=None) as reader:
        await reader.press("slash", *"zebra", "enter")
        assert "Select" not in keys(reader) and "Filter" in keys(reader)
        await reader.press("v")
        assert "no article is listed" in reader.shown()


async def test_a_library_of_deleted_articles_is_not_empty(opened: Open, store: Store) -> None:
    store.bulk.delete([store.articles.key("flood")])
    async with opened(article=None) as reader:
        assert "sample corpus" not in reader.shown()
        await reader.press("slash", *"is", "colon", *"deleted", "enter")
        assert "River takes bridge" in reader.shown()


async def test_empty_store_offers_the_sample_corpus(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "empty" / "store.db"
    async with opened(article=None, path=path) as reader:
        assert "sample corpus" in reader.shown()
        assert not path.exists()
        await reader.press("enter", "t", "U")
        await reader.press("o")
        assert isinstance(reader.app.screen, ArticleScreen)
        await reader.until(path.exists)
        with Store.open(path) as store:
            await reader.until(lambda: store.articles.count() == 24)
        await reader.press("q")
        await reader.until(lambda: "24 articles" in reader.shown())
