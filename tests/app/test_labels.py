"""Going to an annotation by the letters that stand over it."""

from annotations.model import Article
from tests.app.driver import TEXT, Driver, Open

PLAIN = Article(id="plain", title="Plain", text="Nothing is annotated here.")


def lines(reader: Driver) -> list[str]:
    """The lines of the text as the screen shows them."""
    view = reader.view
    return [view.render_line(y).text[view.left :].rstrip() for y in range(5)]


async def test_letters_cover_the_beginnings_and_move_nothing(opened: Open) -> None:
    async with opened() as reader:
        before = lines(reader)
        await reader.press("semicolon")
        after = lines(reader)
        assert after[0] == TEXT.splitlines()[0].replace("Ines", "anes").replace("Marrow", "sarrow")
        assert after[2].startswith("dWe lost ft least")
        assert list(map(len, after)) == list(map(len, before))
        assert "the letters at an annotation" in reader.shown()


async def test_typing_its_letter_goes_to_an_annotation(opened: Open) -> None:
    async with opened() as reader:
        before = lines(reader)
        await reader.press("semicolon", "f")
        assert reader.focused == "at least 12 people"
        assert lines(reader) == before
        assert "the letters at" not in reader.shown()
        await reader.press("H")
        assert reader.view.reading.cursor == 0


async def test_escape_and_other_keys_leave_without_a_step(opened: Open) -> None:
    async with opened() as reader:
        before = lines(reader)
        for key in ("escape", "down", "enter"):
            await reader.press("semicolon", key)
            assert lines(reader) == before
            assert reader.view.reading.cursor == 0


async def test_letters_of_no_label_do_nothing(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("semicolon", "q", "x", "5", "s")
        assert reader.focused == "Marrow Bridge"


async def test_resizing_and_clicking_leave(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("semicolon")
        await reader.pilot.resize_terminal(60, 20)
        await reader.pilot.pause()
        assert "anes" not in reader.shown()
        await reader.press("semicolon")
        await reader.pilot.click("#article-view", offset=(10, 0))
        assert "anes" not in reader.shown()


async def test_where_nothing_is_annotated_that_is_said(opened: Open) -> None:
    async with opened(article=PLAIN) as reader:
        await reader.press("semicolon", "l")
        assert "There is no annotation in view." in reader.shown()
        assert reader.view.reading.cursor == 1
