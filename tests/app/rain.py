"""An article with numbers and dates among its names, and what a person sees of it."""

from annotations.model import Annotation, Article, CasualtyFigure, Entity
from tests.app.driver import Driver

RAIN = Article(
    id="rain",
    title="Rain",
    text=(
        "On Friday 40 people left Oldport. Marrow Bridge was shut at noon.\n"
        "\n"
        "The rain came back on Sunday."
    ),
)


def _entity(text: str, label: str) -> Entity:
    start = RAIN.text.index(text)
    return Entity(start=start, end=start + len(text), text=text, label=label)


def _figure(text: str) -> CasualtyFigure:
    start = RAIN.text.index(text)
    return CasualtyFigure(start=start, end=start + len(text), text=text, category="displaced")


def found() -> list[Annotation]:
    """Two names, a figure, and four numbers and dates, one of them on the figure's stretch."""
    return [
        _entity("Friday", "DATE"),
        _figure("40"),
        _entity("40", "CARDINAL"),
        _entity("Oldport", "GPE"),
        _entity("Marrow Bridge", "FAC"),
        _entity("noon", "TIME"),
        _entity("Sunday", "DATE"),
    ]


async def tour(reader: Driver, key: str, times: int) -> list[str | None]:
    """What is in focus after each press of a key."""
    visited = []
    for _ in range(times):
        await reader.press(key)
        visited.append(reader.focused)
    return visited


def underlined(reader: Driver) -> str:
    """What is drawn as a name, in one."""
    lines = reader.view.render_lines(reader.view.region.reset_offset)
    segments = [each for line in lines for each in line if each.style and each.style.underline]
    return "".join(each.text for each in segments)


def rows(reader: Driver) -> list[str]:
    """The rows of the panel."""
    drawn = (reader.panel.draw(row, 60) for row in range(reader.panel.count))
    return ["".join(segment.text for segment in segments) for segments in drawn]
