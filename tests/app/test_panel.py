"""The list of annotations beside the text: layers, speakers, and what follows from edits."""

from dataclasses import replace
from pathlib import Path

from annotations.model import Article, Quote, Span
from annotations.review import Change, corrected
from annotations.store import Store
from tests.app.driver import DETECTOR, Driver, Open, span

DIALOGUE = Article(
    id="quay",
    title="On the quay",
    text=(
        "“The crane is down,” Ruben Ostby said. “Nobody was near it.”\n"
        "\n"
        "“We heard it fall,” said Lena Marek. “It was like thunder.”\n"
        "\n"
        "“It had been checked in spring,” Ostby said."
    ),
)


def quote(text: str, speaker: str | None) -> Quote:
    start = DIALOGUE.text.index(text)
    whole = Span.cut(DIALOGUE.text, start, start + len(text))
    return Quote(start=start, end=whole.end, text=text, type="direct", speaker_name=speaker)


def quotes() -> list[Quote]:
    return [
        quote("“The crane is down,”", "Ruben Ostby"),
        quote("“Nobody was near it.”", None),
        quote("“We heard it fall,”", "Lena Marek"),
        quote("“It was like thunder.”", "Lena Marek"),
        quote("“It had been checked in spring,”", "Ruben Ostby"),
    ]


def filled(path: Path) -> Path:
    """A store with nothing but the dialogue."""
    with Store.open(path) as store:
        store.articles.add_one(DIALOGUE)
        store.runs.record(DIALOGUE.id, DETECTOR, quotes())
    return path


def listed(reader: Driver) -> list[str]:
    """The rows of the panel under the heading of the quotes, without signs and types."""
    panel = reader.panel
    rows = [
        "".join(segment.text for segment in panel.draw(row, 60)).removeprefix("· direct     ")
        for row in range(panel.count)
    ]
    at = next(number for number, row in enumerate(rows) if row.startswith("Quotes"))
    return rows[at : rows.index("Names  0")]


async def test_panel_lists_layers_with_counts(opened: Open) -> None:
    async with opened() as reader:
        shown = reader.shown()
        for heading in ("Names  3", "Quotes  1", "  Ines Calder  1", "Figures  2"):
            assert heading in shown


async def test_panel_and_text_follow_each_other(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab")
        assert reader.panel.row == 8
        await reader.press("p", "j")
        assert reader.focused == "Oldport"
        await reader.press("a")
        await reader.press("enter")
        assert reader.view.has_focus
        assert reader.view.reading.cursor == span("Oldport").start


async def test_quotes_are_listed_by_who_says_them(opened: Open, tmp_path: Path) -> None:
    path = filled(tmp_path / "quay.db")
    async with opened(article=DIALOGUE, path=path) as reader:
        assert listed(reader) == [
            "Quotes  5",
            "  Ruben Ostby  2",
            "“The crane is down,”",
            "“It had been checked in spring,”",
            "  Lena Marek  2",
            "“We heard it fall,”",
            "“It was like thunder.”",
            "  unknown speaker  1",
            "“Nobody was near it.”",
        ]
        await reader.press("p", "j")
        assert reader.focused == "“It had been checked in spring,”"
        await reader.press("j", "j", "j", "enter")
        assert reader.focused == "“It was like thunder.”"


async def test_speaker_whose_only_quote_is_rejected_is_listed_no_longer(
    opened: Open, tmp_path: Path
) -> None:
    path = filled(tmp_path / "quay.db")
    async with opened(article=DIALOGUE, path=path) as reader:
        await reader.press("tab", "x")
        assert "  unknown speaker  1" not in listed(reader)
        assert listed(reader)[0] == "Quotes  4"
        await reader.press("U")
        assert listed(reader)[-2:] == ["  unknown speaker  1", "“Nobody was near it.”"]


async def test_quotes_move_to_the_speaker_that_another_reader_names(
    opened: Open, tmp_path: Path
) -> None:
    path = filled(tmp_path / "quay.db")
    async with opened(article=DIALOGUE, path=path) as reader:
        with Store.open(path) as store:
            before = store.annotations.of(DIALOGUE.id)[1]
            assert isinstance(before, Quote)
            after = corrected(replace(before, speaker_name="Ruben Ostby"))
            store.edits.annotations(DIALOGUE.id, "name", [Change(before=before, after=after)])
        await reader.until(lambda: "  Ruben Ostby  3" in listed(reader))
        assert listed(reader)[2:5] == [
            "“The crane is down,”",
            "≠ direct     “Nobody was near it.”",
            "“It had been checked in spring,”",
        ]
        assert "  unknown speaker  1" not in listed(reader)


async def test_new_suggestions_are_listed_by_their_speakers(opened: Open, tmp_path: Path) -> None:
    path = filled(tmp_path / "quay.db")
    async with opened(article=DIALOGUE, path=path) as reader:
        with Store.open(path) as store:
            later = [replace(each, speaker_name="Lena Marek") for each in quotes()[:2]]
            store.runs.record(DIALOGUE.id, replace(DETECTOR, version="2"), later)
        await reader.until(lambda: listed(reader)[:2] == ["Quotes  2", "  Lena Marek  2"])


async def test_name_of_a_speaker_is_only_text(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    with Store.open(path) as store:
        store.articles.add_one(DIALOGUE)
        store.runs.record(DIALOGUE.id, DETECTOR, [quote("“We heard it fall,”", "[b]Lena\x1b[0m")])
    async with opened(article=DIALOGUE, path=path) as reader:
        assert "[b]Lena" in reader.shown()
        assert "\x1b" not in reader.shown()


async def test_panel_opens_over_a_narrow_screen(opened: Open) -> None:
    async with opened(size=(80, 24)) as reader:
        assert "Names  3" not in reader.shown()
        await reader.press("p")
        assert "Names  3" in reader.shown()
        await reader.press("p")
        assert "Names  3" not in reader.shown()


async def test_panel_covers_the_text_where_there_is_no_room_beside_it(opened: Open) -> None:
    async with opened(size=(40, 12)) as reader:
        lines = len(reader.view.reading.layout)
        await reader.press("p")
        assert "Figures  2" in reader.shown()
        assert "Mayor" not in reader.shown()
        assert len(reader.view.reading.layout) == lines
        await reader.press("j", "j", "enter", "p", "p")
        assert "Mayor" in reader.shown()
