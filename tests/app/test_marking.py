"""Marks: set and returned to by a letter, kept over restarts."""

from annotations.model import Article
from reader.screens.library.screen import LibraryScreen
from tests.app.driver import TEXT, Open

LONG = Article(
    id="long",
    title="Long",
    text="\n\n".join(f"Paragraph {number} says nothing." for number in range(200)),
)


async def test_a_mark_leads_back_to_the_same_view(opened: Open) -> None:
    async with opened(article=LONG, size=(80, 24)) as reader:
        await reader.press("space", "space", "k", "m", "a")
        assert "marked as a" in reader.shown()
        place = reader.view.place
        await reader.press("G", "apostrophe", "a")
        assert reader.view.place == place


async def test_marks_outlive_the_reader_and_belong_to_their_article(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("w", "m", "q", "G", "m", "Q")
    async with opened() as reader:
        await reader.press("apostrophe", "q")
        assert reader.view.reading.cursor == TEXT.index("Ines")
        await reader.press("apostrophe", "Q")
        assert reader.view.reading.cursor == len(TEXT) - 1
    async with opened(article=LONG) as reader:
        await reader.press("apostrophe", "q")
        assert "No mark q." in reader.shown()


async def test_marks_are_listed_while_a_letter_is_waited_for(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("w", "m", "b", "apostrophe")
        assert "b “Ines Calder" in reader.shown()
        await reader.press("escape")
        assert "b “Ines Calder" not in reader.shown()
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_two_apostrophes_go_to_and_fro_between_the_ends_of_a_jump(opened: Open) -> None:
    async with opened() as reader:
        reading = reader.view.reading
        await reader.press("apostrophe", "apostrophe")
        assert "There was no jump in this article yet." in reader.shown()
        await reader.press("w", "G")
        ends = [reading.cursor]
        for _ in range(2):
            await reader.press("apostrophe", "apostrophe")
            ends.append(reading.cursor)
        assert ends == [len(TEXT) - 1, TEXT.index("Ines"), len(TEXT) - 1]


async def test_going_to_a_mark_is_a_jump(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("m", "1", "j", "j", "apostrophe", "1", "H")
        assert reader.view.reading.line == 2


async def test_other_signs_mark_nothing_and_mean_nothing_else(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("m", "slash")
        assert "/ is neither a letter nor a digit: nothing is marked." in reader.shown()
        await reader.press("m", "down", "down")
        assert reader.view.reading.line == 1


async def test_a_click_takes_the_question_back(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.pilot.click("#article-view", offset=(5, 0))
        await reader.press("j")
        assert "Mark this place" not in reader.shown()
        assert reader.view.reading.line == 1


async def test_marking_works_from_the_list_beside_the_text(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("p", "m", "a", "j")
        assert reader.view.has_focus
        assert "marked as a" in reader.shown()
