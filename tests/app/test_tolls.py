"""What an article says happened to people: in its heading, on its card, and in the library."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Article, CasualtyFigure, Confidence, Count, Detector, Status
from annotations.review import Change, Marks
from annotations.store import Store
from annotations.store.annotations import Annotations
from tests.app.driver import ARTICLE, Driver, Open, suggestions

RIVAL = "Thirty others"


def heading(reader: Driver, line: int = 1) -> str:
    """A line of the heading; the title is line 0."""
    return reader.shown().splitlines()[line].strip()


async def test_heading_names_the_claims_and_their_sources(opened: Open) -> None:
    async with opened() as reader:
        assert heading(reader, 0) == "River takes bridge"
        assert heading(reader).startswith("The Example · 2019-03-05  ")
        assert heading(reader).endswith("  killed 12+ (Calder) · missing 30")


async def test_heading_and_card_say_when_as_people_write_it(opened: Open, tmp_path: Path) -> None:
    article = replace(ARTICLE, id="when", published="2021-05-12T15:00:00+00:00")
    path = tmp_path / "when.db"
    with Store.open(path) as store:
        store.articles.add_one(article)
        store.runs.record(article.id, Detector(name="d", version="1"), [])
    async with opened(path=path, article=article) as reader:
        assert heading(reader) == "The Example · 2021-05-12 15:00"
        await reader.press("i")
        assert "published   2021-05-12 15:00 " in reader.shown()


@pytest.mark.parametrize(
    ("size", "origin", "tolls"),
    [
        ((80, 24), "The Example · 2019-03-05  ", "killed 12+ (Calder) · missing 30"),
        ((60, 24), "The Example · 2019-03-05  ", "12+ killed · 30 missing"),
    ],
)
async def test_heading_is_shortened_to_the_width(
    opened: Open, size: tuple[int, int], origin: str, tolls: str
) -> None:
    async with opened(size=size) as reader:
        assert heading(reader).startswith(origin.rstrip())
        assert heading(reader).endswith(tolls)
        await reader.pilot.resize_terminal(120, 40)
        await reader.pilot.pause()
        assert heading(reader).endswith("  killed 12+ (Calder) · missing 30")


@pytest.mark.parametrize(
    ("size", "lines"),
    [
        ((40, 24), ["The Example · 2019-03-05", "killed 12+ (Calder) · missing 30", ""]),
        ((20, 24), ["The Example ·", "2019-03-05", "12+ killed …"]),
    ],
)
async def test_tolls_go_below_where_there_is_no_room_beside(
    opened: Open, size: tuple[int, int], lines: list[str]
) -> None:
    async with opened(size=size) as reader:
        assert [heading(reader, line) for line in (1, 2, 3)] == lines


async def test_a_long_title_leaves_room_for_all_else(opened: Open, tmp_path: Path) -> None:
    long = replace(ARTICLE, title="River takes bridge " * 20, byline=("Ann Writer",), note="seen")
    async with opened(article=long, path=tmp_path / "long.db", size=(80, 24)) as reader:
        assert heading(reader, 1).endswith(" River takes bridge…")
        assert heading(reader, 2) == "The Example · 2019-03-05 · Ann Writer"
        assert heading(reader, 3) == "✎ seen"


async def test_tolls_keep_their_room_below_many_tags(opened: Open, store: Store) -> None:
    tags = tuple(f"subject-{number}" for number in range(30))
    store.edits.marks(ARTICLE.id, "tag", before=Marks(), after=Marks(tags=tags, note="seen"))
    async with opened(size=(80, 24)) as reader:
        assert heading(reader).startswith("The Example · 2019-03-05 · #sub")
        assert heading(reader, 2).endswith("…")
        assert heading(reader, 3) == "killed 12+ (Calder) · missing 30"
        assert heading(reader, 4) == "✎ seen"


async def test_heading_follows_edits_and_undo(opened: Open) -> None:
    async with opened() as reader:
        await reader.press(*["tab"] * 4, "x")
        assert heading(reader).endswith("  30 missing")
        await reader.press("U")
        assert heading(reader).endswith("  killed 12+ (Calder) · missing 30")
        await reader.press("e")
        await reader.type("freed\r")
        assert heading(reader).endswith("  missing 30 · freed 12+ (Calder)")


async def test_heading_counts_a_figure_that_is_added(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab", "tab", "x")
        await reader.press("shift+tab", "shift+tab", "slash")
        await reader.type("12\r")
        await reader.press("v", "w", "enter")
        await reader.type("injured\r")
        await reader.press("s")
        assert heading(reader).endswith("  injured 12 (Ines Calder) · missing 30")


async def test_heading_follows_the_detector(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "unrun.db"
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
        async with opened(path=path) as reader:
            assert heading(reader) == "The Example · 2019-03-05"
            store.runs.record(ARTICLE.id, Detector(name="other", version="1"), suggestions())
            await reader.until(lambda: heading(reader).endswith("12+ (Calder) · missing 30"))


async def test_card_of_the_article_shows_every_claim(opened: Open, store: Store) -> None:
    rival = next(each for each in store.annotations.of(ARTICLE.id) if each.text == RIVAL)
    assert isinstance(rival, CasualtyFigure)
    after = replace(rival, category="killed", claimed_by="the rebels", status=Status.CORRECTED)
    store.edits.annotations(ARTICLE.id, "correct", [Change(before=rival, after=after)])
    async with opened(size=(80, 24)) as reader:
        await reader.press("i")
        shown = reader.shown()
        assert "River takes bridge" in shown
        assert "killed      12+ (Calder); 30 (the rebels)" in shown
        assert "source      The Example" in shown
        await reader.press("i")
        assert "source      The Example" not in reader.shown()


async def test_library_shows_tolls_where_there_is_room(opened: Open) -> None:
    async with opened(article=None) as reader:
        assert "  12+ killed · 30 missing  " in reader.shown()
        await reader.press("enter", *["tab"] * 4, "x", "q")
        assert "  30 missing  " in reader.shown()
        await reader.pilot.resize_terminal(80, 24)
        await reader.pilot.pause()
        assert "missing" not in reader.shown()
        assert "River takes bridge" in reader.shown()


@pytest.mark.parametrize(
    ("size", "presses", "said", "first"),
    [
        ((120, 40), 4, "sorted by figures", "Flood"),
        ((80, 24), 4, "sorted by figure count", "Rumour"),
    ],
)
async def test_library_sorts_by_the_figures_as_they_are_shown(
    opened: Open, tmp_path: Path, size: tuple[int, int], presses: int, said: str, first: str
) -> None:
    path = tmp_path / "sorted.db"
    with Store.open(path) as store:
        for title, counts in (("Flood", [40]), ("Rumour", [2, 2, 2])):
            store.articles.add_one(Article(id=title, title=title, text="Killed: x x x"))
            found = [
                CasualtyFigure(
                    start=at,
                    end=at + 1,
                    text="x",
                    category="killed",
                    count=Count(low=count, high=count, best=count),
                )
                for at, count in zip((8, 10, 12), counts, strict=False)
            ]
            store.runs.record(title, Detector(name="d", version="1"), found)
    async with opened(path=path, article=None, size=size) as reader:
        await reader.press(*["s"] * presses)
        assert said in reader.shown()
        assert "Figures▼" in reader.shown()
        assert first in reader.shown().splitlines()[1]


async def test_library_follows_the_detector(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "unrun.db"
    with Store.open(path) as store:
        store.articles.add_one(ARTICLE)
        async with opened(path=path, article=None) as reader:
            assert "not run" in reader.shown()
            store.runs.record(ARTICLE.id, Detector(name="other", version="1"), suggestions())
            await reader.until(lambda: "12+ killed · 30 missing" in reader.shown())


async def test_library_reads_figures_for_the_rows_in_view_alone(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, asked = tmp_path / "many.db", list[int]()
    read = Annotations.figures

    def figures(self: Annotations, keys: Sequence[int]) -> dict[int, list[CasualtyFigure]]:
        asked.extend(keys)
        return read(self, keys)

    monkeypatch.setattr(Annotations, "figures", figures)
    with Store.open(path) as store:
        articles = (Article(id=f"{number}", text="Twelve died.") for number in range(300))
        assert len(list(store.articles.add(articles))) == 300
    async with opened(path=path, article=None, size=(80, 24)) as reader:
        assert asked == []
        await reader.pilot.resize_terminal(120, 40)
        await reader.until(lambda: len(asked) == 50)
        await reader.press("j", "k", "G")
        await reader.until(lambda: len(asked) == 100)
        assert len(set(asked)) == 100


async def test_inspector_shows_what_is_known_of_a_figure(opened: Open, tmp_path: Path) -> None:
    text = "Dozens of soldiers were killed."
    figure = CasualtyFigure(
        start=0,
        end=18,
        text="Dozens of soldiers",
        num_start=0,
        num_end=6,
        category="killed",
        count=Count(low=24, best=24),
        victim_type="soldier",
        victim_group="Iraqi",
        date="on Tuesday",
        date_iso="2016-10-25",
        vague_rule="default",
        historical=True,
        rule="passive",
        confidence=Confidence.HIGH,
    )
    path = tmp_path / "vague.db"
    with Store.open(path) as store:
        store.articles.add_one(Article(id="vague", text=text, title="Dozens"))
        store.runs.record("vague", Detector(name="other", version="1"), [figure])
    async with opened(article=Article(id="vague", text=text), path=path, size=(80, 24)) as reader:
        shown = " ".join(reader.shown().split())
        for known in (
            "count dozens, 24 by the default rule",
            "is historical",
            "victims soldier, Iraqi",
            "date on Tuesday = 2016-10-25",
            "status suggested",
            "rule passive, high",
        ):
            assert known in shown
        assert "dozens killed" not in heading(reader)
