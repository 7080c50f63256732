"""Moving through the open article, finding, selecting, signs and the mouse."""

from pathlib import Path

from annotations.model import Article, Entity
from annotations.store import Store
from tests.app.driver import ARTICLE, DETECTOR, TEXT, Open, span

LONG = Article(
    id="long",
    title="Long",
    text="\n\n".join(f"Paragraph {number} says nothing of note." for number in range(200)),
)


async def test_page_keys_scroll_and_take_the_cursor_along(opened: Open) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        reading = reader.view.reading
        await reader.press("space")
        paged = reading.line
        assert paged > 10
        assert reader.view.scroll_offset.y > 5
        await reader.press("d")
        assert reading.line > paged
        await reader.press("u", "b")
        assert reading.line == 0
        assert reader.view.scroll_offset.y == 0


async def test_a_long_article_is_annotated_to_its_end(opened: Open, tmp_path: Path) -> None:
    text = "Nothing here.\n" * 5_000 + "Calder left."
    start = text.index("Calder")
    path = tmp_path / "long.db"
    with Store.open(path) as store:
        store.articles.add_one(Article(id="long", text=text))
        name = Entity(start=start, end=start + 6, text="Calder", label="PERSON")
        store.runs.record("long", DETECTOR, [name])
    async with opened(article=Article(id="long", text=text), path=path) as reader:
        await reader.until(lambda: "1 of 1 unreviewed" in reader.shown())
        await reader.press("tab")
        assert reader.focused == "Calder"


async def test_top_and_bottom(opened: Open) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        await reader.press("G")
        assert reader.view.reading.cursor == len(LONG.text) - 1
        assert "Paragraph 199" in reader.shown()
        await reader.press("g", "g")
        assert reader.view.reading.cursor == 0
        assert "Paragraph 0 " in reader.shown()


async def test_a_lone_g_does_nothing(opened: Open) -> None:
    async with opened(article=LONG) as reader:
        await reader.press("j", "j", "g", "j")
        assert reader.view.reading.line == 3


async def test_motions(opened: Open) -> None:
    async with opened() as reader:
        reading = reader.view.reading
        await reader.press("right_curly_bracket")
        assert reading.cursor == TEXT.index("“We")
        await reader.press("w", "right", "down", "up")
        assert reading.cursor == TEXT.index("We") + 1
        await reader.press("dollar_sign")
        assert reading.cursor == TEXT.index("missing.") + 7
        await reader.press("circumflex_accent", "left_curly_bracket")
        assert reading.cursor == 0


async def test_sentences(opened: Open) -> None:
    async with opened() as reader:
        reading = reader.view.reading
        await reader.press("right_parenthesis", "right_parenthesis")
        assert reading.cursor == TEXT.index("Thirty")
        await reader.press("left_parenthesis")
        assert reading.cursor == TEXT.index("“We")


async def test_tab_visits_nested_annotations_in_reading_order(opened: Open) -> None:
    async with opened() as reader:
        visited = []
        for _ in range(6):
            await reader.press("tab")
            visited.append(reader.focused)
        assert visited == [
            "Ines Calder",
            "Marrow Bridge",
            "“We lost at least 12 people,”",
            "at least 12 people",
            "Thirty others",
            "Oldport",
        ]
        await reader.press("tab")
        assert "No further annotation below." in reader.shown()


async def test_margin_shows_quotes_and_figures_by_letter(opened: Open) -> None:
    async with opened() as reader:
        assert "QF “We lost" in reader.shown()
        await reader.press("S", "q")
        assert " F “We lost" in reader.shown()


async def test_select_with_shift_and_swap_ends(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("w", "shift+right", "shift+right", "shift+right", "shift+right")
        assert reader.selected == "Ines"
        await reader.press("o", "W")
        assert reader.selected == "Mayor Ines"
        await reader.press("escape")
        assert reader.selected is None


async def test_mouse_focuses_and_drags(opened: Open) -> None:
    async with opened() as reader:
        view = reader.view
        left, top = view.region.x + 3, view.region.y
        await reader.pilot.click(offset=(left + TEXT.index("Marrow") + 2, top))
        assert reader.focused == "Marrow Bridge"
        await reader.pilot.mouse_down(offset=(left + TEXT.index("river"), top))
        await reader.pilot.hover(offset=(left + TEXT.index("river") + 4, top))
        await reader.pilot.mouse_up(offset=(left + TEXT.index("river") + 4, top))
        await reader.pilot.pause()
        assert reader.selected == "river"


async def test_double_click_selects_a_word(opened: Open) -> None:
    async with opened() as reader:
        view = reader.view
        at = (view.region.x + 3 + TEXT.index("Bridge") + 2, view.region.y)
        await reader.pilot.double_click(offset=at)
        await reader.pilot.pause()
        assert reader.selected == "Bridge"


async def test_resize_keeps_the_cursor_on_its_character(opened: Open) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.go(span("Oldport").start))
        await reader.pilot.resize_terminal(40, 12)
        await reader.pilot.pause()
        assert reader.view.reading.cursor == span("Oldport").start
        assert "Oldport" in reader.shown()


async def test_tiny_terminal_is_usable(opened: Open) -> None:
    async with opened(size=(40, 12)) as reader:
        await reader.press("tab", "a", "tab")
        assert reader.focused == "“We lost at least 12 people,”"
        shown = reader.shown()
        assert "Marrow Bridge" in shown
        assert "said by Ines Calder" in shown or "quote direct" in shown


async def test_markup_and_escapes_in_an_article_are_only_text(opened: Open, tmp_path: Path) -> None:
    hostile = Article(
        id="h",
        title="[red]Title[/red] \x1b[31m",
        text="See [bold]this[/bold] \x1b]0;owned\x07 and [@click=app.quit]that[/].",
        source="[link=x]y",
    )
    path = tmp_path / "hostile.db"
    async with opened(article=hostile, path=path) as reader:
        shown = reader.shown()
        assert "[red]Title[/red]" in shown
        assert "[bold]this[/bold]" in shown
        assert "\x1b" not in shown


async def test_help_lists_every_key_that_works_here(opened: Open) -> None:
    async with opened(size=(100, 120)) as reader:
        await reader.press("question_mark")
        shown = reader.shown()
        for expected in ("accept and go to the next unreviewed", "Shift+Tab", "PgDn", "gg"):
            assert expected in shown
        await reader.press("escape", "j")
        assert reader.view.reading.line == 1


async def test_palette_runs_a_command_by_name(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "ctrl+p")
        await reader.type("accept and go")
        await reader.pilot.pause(0.5)
        await reader.press("enter")
        await reader.until(lambda: len(store.edits.history()) == 1)
        assert store.annotations.of(ARTICLE.id)[0].status == "accepted"


async def test_panel_groups_quotes_by_speaker(opened: Open) -> None:
    async with opened() as reader:
        shown = reader.shown()
        assert shown.index("Quotes  1") < shown.index("Ines Calder  1") < shown.index("Names  3")


async def test_one_key_selects_by_word_sentence_and_paragraph(opened: Open) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.go(span("lost").start))
        await reader.press("V")
        assert "selected by word: lost" in reader.shown()
        await reader.press("w")
        assert "selected by word: lost at" in reader.shown()
        await reader.press("V")
        assert reader.selected == "“We lost at least 12 people,” Calder said."
        assert "selected by sentence: “We lost" in reader.shown()
        await reader.press("V")
        assert (reader.selected or "").endswith("Thirty others are missing.")
        await reader.press("V")
        assert "selected: lost at" in reader.shown()
        await reader.press("escape")
        assert reader.selected is None
