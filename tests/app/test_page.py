"""The page: the column's width, the text alone, the place that stays."""

from pathlib import Path

from annotations.model import Article, Quote
from annotations.store import Store
from reader.widgets.density_strip import DensityStrip
from tests.app.driver import DETECTOR, TEXT, Driver, Open, span

DENSE = Article(
    id="dense", title="Dense", text=" ".join(f"word{number:04}" for number in range(2_000))
)


def column(reader: Driver) -> tuple[int, int]:
    """Blank cells to the left of the text, and cells of its lines."""
    return reader.view.left, reader.view.reading.layout.width


def first_in_view(reader: Driver) -> str:
    """The first line of the text that the screen shows."""
    view = reader.view
    start, end = view.reading.layout.line(view.scroll_offset.y)
    return view.reading.text[start:end]


async def test_the_column_has_eighty_cells_in_the_middle(opened: Open) -> None:
    async with opened(size=(200, 40)) as reader:
        left, width = column(reader)
        assert width == 80
        assert left == (reader.view.line_width - 80) // 2 > 20


async def test_keys_make_the_column_wider_and_narrower(opened: Open) -> None:
    async with opened(size=(200, 40)) as reader:
        await reader.press("plus", "plus")
        assert column(reader)[1] == 90
        assert "90 cells a line" in reader.shown()
        await reader.press(*["minus"] * 5)
        assert column(reader)[1] == 65
        assert column(reader)[0] == (reader.view.line_width - 65) // 2
        await reader.press("equals_sign")
        assert column(reader)[1] == 80


async def test_the_column_stays_within_the_screen_and_readable(opened: Open) -> None:
    async with opened(size=(80, 24)) as reader:
        widest = column(reader)[1]
        await reader.press("plus", "plus")
        assert column(reader)[1] == widest < 80
        assert f"{widest} cells a line, the most" in reader.shown()
        await reader.press(*["minus"] * 20)
        assert column(reader)[1] == 20
        assert "20 cells a line, the fewest" in reader.shown()


async def test_asking_for_more_than_there_is_room_for_does_not_narrow_a_wider_screen(
    opened: Open,
) -> None:
    async with opened(size=(60, 24)) as reader:
        await reader.press("plus")
        await reader.pilot.resize_terminal(200, 40)
        await reader.pilot.pause()
        assert column(reader)[1] == 80


async def test_the_width_stays_for_the_next_article(opened: Open) -> None:
    async with opened(size=(200, 40)) as reader:
        await reader.press("minus", "q", "enter")
        assert column(reader)[1] == 75


async def test_changing_the_width_keeps_cursor_and_text_in_view(opened: Open) -> None:
    async with opened(article=DENSE, size=(120, 30)) as reader:
        await reader.press("space", "space", "j")
        cursor, first = reader.view.reading.cursor, first_in_view(reader)
        for key in ("minus", "minus", "plus", "plus"):
            await reader.press(key)
            assert reader.view.reading.cursor == cursor
        assert first_in_view(reader) == first


async def test_resizing_there_and_back_shows_the_same_text(opened: Open) -> None:
    async with opened(article=DENSE, size=(120, 30)) as reader:
        await reader.press("space", "space", *"kkkkkkkkkk")
        cursor, first = reader.view.reading.cursor, first_in_view(reader)
        for width in (97, 61, 83, 120):
            await reader.pilot.resize_terminal(width, 30)
            await reader.pilot.pause()
        assert (reader.view.reading.cursor, first_in_view(reader)) == (cursor, first)


async def test_zen_shows_the_text_alone(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("z")
        shown = reader.shown()
        assert "“We lost at least 12 people,”" in shown
        for gone in ("River takes bridge", "Names  3", "unreviewed", "Accept"):
            assert gone not in shown
        await reader.press("z")
        assert "River takes bridge" in reader.shown()
        assert "unreviewed" in reader.shown()


async def test_escape_leaves_zen_once_nothing_is_selected(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("z", "v", "w", "escape")
        assert reader.selected is None
        assert "River takes bridge" not in reader.shown()
        await reader.press("escape")
        assert "River takes bridge" in reader.shown()


async def test_zen_keeps_the_cursor_and_lets_one_work(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "z", "tab", "tab")
        assert reader.view.reading.cursor == span("“We").start
        await reader.press("slash")
        await reader.type("dawn\r")
        assert reader.view.reading.cursor == TEXT.index("dawn")
        assert "1/1 “dawn”" in reader.shown()


async def test_what_is_said_in_zen_moves_no_line(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("z")
        size = reader.view.size
        await reader.press("shift+tab")
        assert "No further annotation above." in reader.shown()
        assert reader.view.size == size


async def test_the_list_leaves_zen(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("z", "p")
        assert reader.panel.has_focus
        assert "Names  3" in reader.shown()


async def test_an_article_opens_where_it_was_left(opened: Open) -> None:
    async with opened(article=DENSE, size=(120, 30)) as reader:
        await reader.press("space", "space", *"kkkklll")
        cursor, first = reader.view.reading.cursor, first_in_view(reader)
        assert cursor > 1_000
    async with opened(article=DENSE, size=(120, 30)) as reader:
        assert (reader.view.reading.cursor, first_in_view(reader)) == (cursor, first)
    async with opened(article=DENSE, size=(70, 20)) as reader:
        assert reader.view.reading.cursor == cursor
        assert DENSE.text[cursor : cursor + 4] in reader.shown()


async def test_the_place_is_kept_while_reading(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab")
        left = reader.view.reading.cursor
        store.changed()
        await reader.pilot.pause(1.2)
        async with opened() as other:
            assert other.view.reading.cursor == left == span("Marrow").start
        assert not store.changed()
        assert store.edits.history() == []


async def test_going_to_the_library_and_back_keeps_the_place(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "q", "enter")
        assert reader.focused == "Marrow Bridge"


async def test_a_place_that_cannot_be_kept_is_said_once(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    async with opened() as reader:
        await reader.press("tab")
        await reader.until(lambda: "was not kept" in reader.shown())
        assert reader.focused == "Ines Calder"
        reader.app.clear_notifications()
        await reader.press("tab")
        await reader.pilot.pause(1.2)
        assert "was not kept" not in reader.shown()


def strip_of(reader: Driver) -> list[str]:
    """The density strip, a cell a line, where nothing stands to its right."""
    first = reader.view.region.y
    return [line[-1] for line in reader.shown().splitlines()[first : first + 5]]


async def test_a_strip_shows_where_quotes_and_figures_stand(opened: Open) -> None:
    async with opened(size=(80, 24)) as reader:
        assert strip_of(reader) == [" ", " ", "⣿", " ", " "]
        await reader.press("S", "f")
        assert strip_of(reader) == [" ", " ", "⡇", " ", " "]
        await reader.press("S", "f", *["tab"] * 3, "x")
        assert strip_of(reader) == [" ", " ", "⢸", " ", " "]
        await reader.press("x", "x")
        assert strip_of(reader) == [" "] * 5


async def test_a_click_on_the_strip_jumps_there(opened: Open, tmp_path: Path) -> None:
    start = DENSE.text.index("word1500")
    said = Quote(start=start, end=start + 8, text="word1500", type="direct")
    path = tmp_path / "dense.db"
    with Store.open(path) as store:
        store.articles.add_one(DENSE)
        store.runs.record(DENSE.id, DETECTOR, [said])
    async with opened(article=DENSE, path=path, size=(80, 24)) as reader:
        strip = reader.screen.query_one(DensityStrip)
        row = next(row for row in range(strip.size.height) if strip.render_line(row).text != " ")
        await reader.pilot.click(DensityStrip, offset=(0, row))
        assert reader.focused == "word1500"
        assert "word1500" in reader.shown()
        assert reader.view.has_focus
        await reader.pilot.click(DensityStrip, offset=(0, 0))
        assert reader.view.reading.cursor == 0


async def test_what_is_annotated_never_moves_a_word(opened: Open) -> None:
    async with opened() as reader:
        layout = reader.view.reading.layout
        words = [line[:80].split()[-3:] for line in reader.shown().splitlines()]
        for keys in ("Se", "Sq", "Sf", "Sd", "Sr", "s", "v"):
            await reader.press(*keys)
            assert reader.view.reading.layout is layout
        await reader.press("escape", *"SeSqSfSdSrs", "tab", "a", "x", "U")
        assert reader.view.reading.layout is layout
        shown = reader.shown().splitlines()
        first = reader.view.region.y
        assert [line[:80].split()[-3:] for line in shown[first : first + 5]] == (
            words[first : first + 5]
        )


async def test_the_usual_width_says_what_it_is_and_what_there_is_room_for(opened: Open) -> None:
    async with opened(size=(200, 40)) as reader:
        await reader.press("plus", "equals_sign")
        assert " 80 cells a line  " in reader.shown()
    async with opened(size=(80, 24)) as reader:
        room = column(reader)[1]
        await reader.press("minus", "equals_sign")
        assert f" {room} cells a line; 80 where there is room" in reader.shown()


async def test_the_list_stands_clear_of_the_strip(opened: Open) -> None:
    async with opened(size=(120, 40)) as reader:
        strip = reader.screen.query_one(DensityStrip).region
        assert reader.panel.region.x == strip.right + 1
        assert column(reader)[1] == 80
    async with opened(size=(60, 24)) as reader:
        await reader.press("p")
        assert reader.panel.region.x == 0
