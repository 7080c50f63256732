"""The page without what is reviewed: only what is left to do."""

from pathlib import Path

from tests.app.driver import Open
from tests.app.rain import RAIN, rows, tour, underlined


async def test_a_key_leaves_only_what_is_unreviewed(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("tab", "tab", "a", "g", "g", "S", "r")
        assert "Reviewed hidden" in reader.shown()
        assert "2 of 3 unreviewed" in reader.shown()
        assert "· reviewed hidden" in reader.shown()
        assert underlined(reader) == "Marrow Bridge"
        assert await tour(reader, "tab", 2) == ["40", "Marrow Bridge"]
        assert "✓ GPE        Oldport" not in rows(reader)
        assert "Names  2" in rows(reader)
        await reader.press("S", "r")
        assert underlined(reader) == "OldportMarrow Bridge"
        assert "✓ GPE        Oldport" in rows(reader)


async def test_with_what_is_reviewed_hidden_review_goes_on_until_nothing_is_left(
    opened: Open, rain: Path
) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "r", "full_stop", "a")
        assert (reader.focused, underlined(reader)) == ("Oldport", "OldportMarrow Bridge")
        await reader.press("a", "a")
        assert underlined(reader) == ""
        assert "0 of 3 unreviewed" in reader.shown()
        assert "Reviewed" not in reader.shown()  # it stays hidden, and nothing brings it back


async def test_what_is_worked_on_stays_in_focus_when_it_is_hidden_as_reviewed(
    opened: Open, rain: Path
) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "r", "tab", "tab", "e")
        await reader.type("event\r")
        assert reader.focused == "Oldport"
        assert "label EVENT" in reader.shown()
        await reader.press("U")
        assert reader.focused == "Oldport"
        assert underlined(reader) == "OldportMarrow Bridge"
