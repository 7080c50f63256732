"""What belongs together: quotes tinted by their speakers, and what is lit up with them."""

from pathlib import Path
from typing import Any

import pytest
from rich.style import Style

from annotations.model import Annotation, Article, Entity, Quote
from annotations.store import Store
from reader.painting import Look
from reader.widgets.look_styles import LookStyles
from tests.app.driver import DETECTOR, Driver, Open

TEXT = (
    "“Boats first,” Ann Lee said.\n"
    "“Roads first,” said Bo Lind.\n"
    "“Then roads,” Lee said.\n"
    "“Both,” somebody called."
)
DEBATE = Article(id="debate", title="Debate", text=TEXT)


SAID = {
    "“Boats first,”": "Ann Lee",
    "“Roads first,”": "Bo Lind",
    "“Then roads,”": "Ann Lee",
    "“Both,”": None,
}
NAMED = (("Ann Lee", "Ann Lee"), ("Bo Lind", "Bo Lind"), ("Lee", "Ann Lee"))


def cut(text: str) -> Any:
    """Where a text stands last."""
    start = TEXT.rindex(text)
    return {"start": start, "end": start + len(text), "text": text}


def found() -> list[Annotation]:
    quotes = [Quote(**cut(text), type="direct", speaker_name=name) for text, name in SAID.items()]
    names = [Entity(**cut(text), label="PERSON", name=name) for text, name in NAMED]
    return [*quotes, *names]


@pytest.fixture
def debate(tmp_path: Path) -> Path:
    """A store with an article in which two people speak, one of them twice."""
    path = tmp_path / "debate.db"
    with Store.open(path) as store:
        store.articles.add_one(DEBATE)
        store.runs.record(DEBATE.id, DETECTOR, found())
    return path


def styles(reader: Driver) -> dict[str, Style]:
    """What is drawn of the text, and in which style."""
    lines = reader.view.render_lines(reader.view.region.reset_offset)
    return {each.text: each.style for line in lines for each in line if each.style}


def lit(reader: Driver) -> list[str]:
    """What is lit up, in the order of the text."""
    ground = LookStyles(reader.view)[Look.KIN].bgcolor
    return [text for text, style in styles(reader).items() if style.bgcolor == ground]


async def test_a_quote_in_focus_lights_up_the_others_of_its_speaker(
    opened: Open, debate: Path
) -> None:
    async with opened(article=DEBATE, path=debate) as reader:
        assert reader.focused == "“Boats first,”"
        assert lit(reader) == ["“Then roads,”"]
        await reader.press("tab")
        assert lit(reader) == ["Lee"]
        await reader.press("tab")
        assert lit(reader) == []
        await reader.press("tab", "tab")
        assert reader.focused == "“Then roads,”"
        assert lit(reader) == ["“Boats first,”"]


async def test_the_mouse_lights_up_what_is_under_it(opened: Open, debate: Path) -> None:
    async with opened(article=DEBATE, path=debate) as reader:
        view = reader.view
        await reader.press("tab", "tab")
        await reader.pilot.hover(view, offset=(view.left + 3, 0))
        await reader.pilot.pause()
        assert lit(reader) == ["“Boats first,”", "“Then roads,”"]
        await reader.pilot.hover(view, offset=(view.left + 16, 2))
        await reader.pilot.pause()
        assert lit(reader) == ["Ann Lee", "Lee"]
        await reader.pilot.hover("#heading")
        await reader.pilot.pause()
        assert lit(reader) == []
        assert reader.focused == "“Roads first,”"


async def test_a_key_tints_quotes_by_their_speakers(opened: Open, debate: Path) -> None:
    async with opened(article=DEBATE, path=debate) as reader:
        await reader.press("G", "s")
        assert "Quotes tinted by speaker" in reader.shown()
        drawn = styles(reader)
        ann, bo = drawn["“Boats first,”"].color, drawn["“Roads first,”"].color
        assert drawn["“Then roads,”"].color == ann != bo
        assert drawn["“Both,”"].color not in (ann, bo)
        await reader.press("s")
        drawn = styles(reader)
        assert drawn["“Boats first,”"].color == drawn["“Roads first,”"].color


async def test_without_colour_the_margin_and_the_list_number_the_speakers(
    opened: Open, debate: Path
) -> None:
    async with opened(article=DEBATE, path=debate) as reader:
        await reader.press("s")
        shown = reader.shown()
        for line in ("1  “Boats first,”", "2  “Roads first,”", "1  “Then roads,”", "Q  “Both,”"):
            assert line in shown
        assert "1 Ann Lee  2" in shown
        assert "2 Bo Lind  1" in shown


async def test_rejecting_a_speakers_only_quote_renumbers_those_behind(
    opened: Open, debate: Path
) -> None:
    async with opened(article=DEBATE, path=debate) as reader:
        await reader.press("s", *"xxxxx")
        assert reader.focused == "Lee"
        assert "“Then roads,”" not in styles(reader)
        await reader.press("U")
        assert "1  “Then roads,”" in reader.shown()


async def test_what_was_drawn_before_is_lit_up_when_it_comes_into_view_again(
    opened: Open, tmp_path: Path
) -> None:
    text = "Oldport is calm.\n" + "Nothing here.\n" * 100 + "Rain in Oldport."
    spans = [(0, 7), (len(text) - 8, len(text) - 1)]
    path = tmp_path / "far.db"
    article = Article(id="far", text=text)
    with Store.open(path) as store:
        store.articles.add_one(article)
        places = [Entity(start=at, end=end, text="Oldport", label="GPE") for at, end in spans]
        store.runs.record("far", DETECTOR, places)
    async with opened(article=article, path=path, size=(80, 24)) as reader:
        await reader.press("j", "G", "g", "g")
        assert reader.focused == "Oldport"
        reader.view.scroll_end(animate=False, immediate=True)
        assert lit(reader) == ["Oldport"]
        reader.view.scroll_home(animate=False, immediate=True)
        await reader.press("j")
        assert lit(reader) == []
