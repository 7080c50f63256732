"""A name over time, driven as a person would."""

from itertools import product
from pathlib import Path

import pytest
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.widgets import Static

from annotations.model import Article, CasualtyFigure, Count, Detector, Entity
from annotations.store import Store
from reader.looks.contrast import contrast
from reader.looks.themes import THEMES
from reader.screens.article.screen import ArticleScreen
from reader.screens.library.screen import LibraryScreen
from reader.screens.names import NamesScreen
from reader.screens.plot import PlotScreen
from reader.widgets.bar_chart import BarChart
from reader.widgets.name_lists import PassageList
from reader.widgets.status_line import StatusLine
from tests import zalm
from tests.app.driver import Driver, Open

TEXT = "Mara Dell spoke in Zalm. “It rained,” Dell said. Two died in Zalm."
DATES = ("2015-01-10", "2015-01-20", "2015-03-05", "2015-07-01", None)
KILLED = (4, 40, 12, None, None)
DETECTOR = Detector(name="finder", version="1")


def killed(best: int) -> CasualtyFigure:
    start = TEXT.index("Two")
    return CasualtyFigure(
        start=start,
        end=start + 3,
        text="Two",
        category="killed",
        count=Count(low=best, best=best),
        latitude=1.0,
        longitude=2.0,
    )


@pytest.fixture
def years(tmp_path: Path) -> Path:
    """A store with five articles that name the same, three of them with a figure."""
    path = tmp_path / "years.db"
    with Store.open(path) as store:
        for number, (published, best) in enumerate(zip(DATES, KILLED, strict=True)):
            name = f"a{number}"
            article = Article(id=name, title=f"Rain {number}", text=TEXT, published=published)
            store.articles.add_one(article)
            figures = [] if best is None else [killed(best)]
            store.runs.record(name, DETECTOR, [*zalm.found_in(TEXT)[:3], *figures])
    return path


def plotted(reader: Driver) -> PlotScreen:
    screen = reader.app.screen
    assert isinstance(screen, PlotScreen)
    return screen


def heading(reader: Driver) -> list[str]:
    return str(plotted(reader).query_one("#plot-heading", Static).content).split("\n ")


def status(reader: Driver) -> str:
    return str(plotted(reader).query_one(StatusLine).render()).strip()


def chart(reader: Driver) -> list[str]:
    return list(plotted(reader).query_one(BarChart).plot.lines)


def listed(reader: Driver) -> list[str]:
    passages = plotted(reader).query_one(PassageList)
    return [
        "".join(each.text for each in passages.draw(row, 60)).strip()[:12]
        for row in range(passages.count)
    ]


async def test_a_place_over_time(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years, size=(80, 24)) as reader:
        await reader.press("W", "P")
        assert heading(reader) == [
            " Zalm · [Articles]  Killed (highest figure)",
            "by month, 2015-01 to 2015-07 · highest 2 articles, 2015-01 · 1 without a date",
        ]
        assert chart(reader)[0].startswith("2 ┤███")
        assert chart(reader)[-2:] == [
            "0 ┼───────────────────────────",
            "   2015-01     2015-04     2015-07",
        ]
        assert status(reader) == "8 passages"
        assert "F 2015-03-05" in reader.shown()


async def test_a_bar_leaves_its_passages_in_the_list(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years, size=(80, 24)) as reader:
        await reader.press("W", "P", "l", "l")
        assert heading(reader)[1] == "2015-03: 1 article"
        assert listed(reader) == ["· 2015-03-05", "F 2015-03-05"]
        assert status(reader) == "2 passages in 2015-03"
        assert chart(reader)[-2] == "0 ┼─────────▲─────────────────"
        await reader.press("3", "right")
        assert heading(reader)[1] == "2015-07: 1 article"
        assert status(reader).startswith("1 of 3 bars: the bars end here.")
        await reader.press("circumflex_accent")
        assert heading(reader)[1] == "2015-01: 2 articles"
        await reader.press("dollar_sign", "h")
        assert heading(reader)[1] == "2015-03: 1 article"
        await reader.press("escape")
        assert len(listed(reader)) == 8
        await reader.press("escape")
        assert isinstance(reader.app.screen, NamesScreen)


async def test_what_is_measured_changes_bars_and_passages(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years) as reader:
        await reader.press("W", "P", "tab")
        assert heading(reader) == [
            " Zalm · Articles  [Killed (highest figure)]",
            "by month, 2015-01 to 2015-07 · highest 40 killed, 2015-01 · 1 without a date",
        ]
        assert chart(reader)[0].startswith("40 ┤███")
        assert listed(reader) == ["F 2015-03-05", "F 2015-01-20", "F 2015-01-10"]
        await reader.press("h")
        assert heading(reader)[1] == "2015-03: 12 killed"
        await reader.press("tab")
        assert heading(reader)[1] == "2015-03: 1 article"
        await reader.press("q", "w", "P", "tab", "l")
        assert heading(reader) == [" Mara Dell · Articles  [Quotes]", "2015-01: 2 quotes"]
        assert listed(reader) == ["Q 2015-01-20", "Q 2015-01-10"]


async def test_a_passage_opens_over_the_plot(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years) as reader:
        await reader.press("w", "P", "l", "j", "enter")
        assert reader.screen.article.id == "a1"
        assert reader.focused == "“It rained,”"
        await reader.press("q")
        assert heading(reader)[1] == "2015-01: 2 articles"
        await reader.press("q", "q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_a_click_chooses_a_bar(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years) as reader:
        await reader.press("w", "P")
        await reader.pilot.click(BarChart, offset=(12, 2))
        assert heading(reader)[1] == "2015-03: 1 article"
        await reader.pilot.click(BarChart, offset=(70, 2))
        assert heading(reader)[1] == "2015-03: 1 article"


async def test_the_name_in_focus_of_an_article(opened: Open, years: Path) -> None:
    with Store.open(years) as store:
        article = store.articles.get("a0")
    async with opened(article=article, path=years) as reader:
        await reader.press("P")
        await reader.until(
            lambda: "5 articles" in reader.shown() or "Mara Dell ·" in reader.shown()
        )
        await reader.press("tab", "l", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        await reader.until(lambda: reader.screen.article.id == "a1")
        assert reader.focused == "“It rained,”"
        await reader.press("H")
        await reader.until(lambda: reader.screen.article.id == "a0")
        assert reader.view.reading.cursor == 0
        await reader.press("w", "w", "w", "w", "P", "q")
        assert reader.view.has_focus


async def test_a_passage_of_the_open_article_is_gone_to(opened: Open, years: Path) -> None:
    with Store.open(years) as store:
        article = store.articles.get("a0")
    async with opened(article=article, path=years) as reader:
        await reader.press("tab", "P")
        assert heading(reader)[0].startswith(" Zalm · ")
        await reader.press("tab", "G", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        await reader.until(lambda: reader.focused == "Two")
        await reader.press("H")
        assert reader.focused == "Zalm"


async def test_without_a_name_nothing_is_plotted(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "bare.db"
    bare = Article(id="bare", title="Bare", text="Noon came. Ivo slept.")
    with Store.open(path) as store:
        store.articles.add_one(bare)
        ivo = Entity(start=11, end=14, text="Ivo", label="PERSON", name="Ivo")
        store.runs.record("bare", DETECTOR, [ivo])
    async with opened(article=bare, path=path) as reader:
        await reader.press("P")
        assert "There is no name here: ]e goes to the next one." in reader.shown()
        await reader.press("tab", "P")
        assert heading(reader)[1] == (
            "Nothing to plot: no article with a date has this name. · 1 without a date"
        )
        await reader.press("l", "dollar_sign", "tab")
        assert "There is nothing else to plot of this name." in reader.shown()
        await reader.press("q", "q", "w", "o", "P")
        assert "There is no name to plot." in reader.shown()


async def test_the_periods_fit_the_width_and_follow_it(opened: Open, years: Path) -> None:
    with Store.open(years) as store:
        store.articles.add_one(Article(id="old", text=TEXT, published="1996-02-01"))
        store.runs.record("old", DETECTOR, zalm.found_in(TEXT)[:2])
    async with opened(article=None, path=years, size=(80, 24)) as reader:
        await reader.press("w", "P")
        assert heading(reader)[1].startswith("by year, 1996 to 2015 · highest 4 articles, 2015")
        await reader.pilot.resize_terminal(20, 12)
        await reader.settle()
        assert chart(reader)[-2] == "0 ┼───────────"
        assert max(map(len, chart(reader))) <= 20
        await reader.pilot.resize_terminal(260, 24)
        await reader.settle()
        assert heading(reader)[1].startswith("by month, 1996-02 to 2015-07")


async def test_what_others_write_is_plotted_too(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years) as reader:
        await reader.press("w", "P")
        with Store.open(years) as store:
            store.articles.add_one(Article(id="new", text=TEXT, published="2015-05-01"))
            store.runs.record("new", DETECTOR, zalm.found_in(TEXT)[:2])
        await reader.until(lambda: status(reader) == "11 passages")


async def test_bars_can_be_seen_in_every_theme(opened: Open, years: Path) -> None:
    async with opened(article=None, path=years) as reader:
        await reader.press("w", "P", "l")
        bars = plotted(reader).query_one(BarChart)
        for theme, part in product(THEMES.values(), ("chart--bar", "chart--chosen")):
            reader.app.theme = theme
            await reader.pilot.pause()
            style = bars.rich_style + bars.get_component_rich_style(part, partial=True)
            assert style.color is not None and style.bgcolor is not None
            text = style.color.get_truecolor(DEFAULT_TERMINAL_THEME, foreground=True)
            ground = style.bgcolor.get_truecolor(DEFAULT_TERMINAL_THEME, foreground=False)
            assert contrast(text, ground) >= 3, (theme, part)  # WCAG 2.2, 1.4.11: graphics
