"""Several annotations at one place: which one keys act on, and how to see it."""

from pathlib import Path

import pytest

from annotations.model import Article, CasualtyFigure, Entity, Quote
from annotations.store import Store
from reader.screens.dialogs.figure_form import FigureForm
from reader.widgets.inspector import Inspector
from tests.app.driver import DETECTOR, Driver, Open

FLIGHT = Article(
    id="flight",
    title="Flight",
    text="“Some 1.3 million civilians fled Oldport,” Calder said.",
)
WHOLE = "“Some 1.3 million civilians fled Oldport,”"


def _over(words: str) -> dict[str, object]:
    start = FLIGHT.text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


@pytest.fixture
def flight(tmp_path: Path) -> Path:
    """A store with a quote that has a figure in it, and that a number."""
    path = tmp_path / "flight.db"
    with Store.open(path) as store:
        store.articles.add_one(FLIGHT)
        store.runs.record(
            FLIGHT.id,
            DETECTOR,
            [
                Quote(type="direct", **_over(WHOLE)),  # type: ignore[arg-type]
                CasualtyFigure(category="displaced", **_over("1.3 million civilians")),  # type: ignore[arg-type]
                Entity(label="CARDINAL", **_over("1.3 million")),  # type: ignore[arg-type]
            ],
        )
    return path


async def search(reader: Driver, words: str) -> None:
    await reader.press("slash")
    await reader.type(words)
    await reader.press("enter")


async def test_what_was_searched_for_is_what_a_key_acts_on(opened: Open, flight: Path) -> None:
    async with opened(article=FLIGHT, path=flight) as reader:
        await reader.press("S", "d")
        await search(reader, "million civ")
        await reader.press("x")
        left = {each.text for each in reader.app.session.store.annotations.of("flight")}
        shown = reader.view.reading.index
        assert len(shown) == 2
        assert "1.3 million" in left  # rejected, not forgotten
        await reader.press("U")
        assert reader.focused == "1.3 million"


async def test_a_key_goes_round_what_is_under_the_cursor_and_names_it(
    opened: Open, flight: Path
) -> None:
    async with opened(article=FLIGHT, path=flight) as reader:
        await search(reader, "million civ")
        assert reader.focused == "1.3 million civilians"  # the number is hidden
        await reader.press("S", "d", "h", "l")
        assert reader.focused == "1.3 million"
        inspector = str(reader.screen.query_one(Inspector).render())
        assert inspector.startswith("1/3 here “1.3 million”   label CARDINAL")
        await reader.press("at")
        assert reader.focused == "1.3 million civilians"
        assert "2/3 here: figure displaced “1.3 million civilians”" in reader.shown()
        await reader.press("l")
        assert "2/3 here: figure" not in reader.shown()
        await reader.press("at")
        assert reader.focused == "1.3 million civilians"
        await reader.press("at")
        assert reader.focused == WHOLE
        await reader.press("at")
        assert reader.focused == "1.3 million"
        await reader.press("2", "at")
        assert reader.focused == WHOLE


async def test_the_form_is_that_of_the_figure_around_the_number_in_focus(
    opened: Open, flight: Path
) -> None:
    async with opened(article=FLIGHT, path=flight) as reader:
        await reader.press("S", "d")
        await search(reader, "million civ")
        assert reader.focused == "1.3 million"
        await reader.press("f")
        assert isinstance(reader.app.screen, FigureForm)
