"""What is shown and hidden by keys: the page, the steps, the list, the status line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.model import Annotation, Entity, Status
from annotations.review import Change, relabel
from annotations.store import Store
from tests.app.driver import Driver, Open
from tests.app.rain import RAIN, rows, tour, underlined


def stored(path: Path, text: str) -> Annotation:
    """The entity on a text as it is committed."""
    with Store.open(path) as store:
        (there,) = (
            each
            for each in store.annotations.of(RAIN.id)
            if each.text == text and isinstance(each, Entity)
        )
        return there


async def select(reader: Driver, text: str) -> None:
    """Select the only word that has a text in it, and ask what it is."""
    await reader.press("slash", *text, "enter", "v", "w", "enter")


async def test_names_and_quotes_hide_and_show(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("S", "q", "S", "e")
        assert "Names hidden" in reader.shown()
        assert "2 of 2 unreviewed, 4 more hidden" in reader.shown()
        assert "· names, quotes hidden" in reader.shown()
        await reader.press("tab")
        assert reader.focused == "at least 12 people"
        await reader.press("S", "e", "S", "q", "shift+tab")
        assert reader.focused == "“We lost at least 12 people,”"
        assert "6 of 6 unreviewed · " in reader.shown()


async def test_numbers_and_dates_are_hidden_when_an_article_opens(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        assert await tour(reader, "tab", 3) == ["40", "Oldport", "Marrow Bridge"]
        assert underlined(reader) == "OldportMarrow Bridge"
        reader.view.perform(lambda reading: reading.go(RAIN.text.index("noon")))
        assert reader.focused is None


async def test_a_key_shows_them_and_hides_them_again(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "d")
        assert "Numbers and dates shown" in reader.shown()
        assert underlined(reader) == "Friday40OldportMarrow BridgenoonSunday"
        stops = ["Friday", "40", "40", "Oldport", "Marrow Bridge", "noon", "Sunday"]
        assert await tour(reader, "tab", 7) == stops
        await reader.press("S", "d")
        assert "Numbers and dates hidden" in reader.shown()
        assert reader.focused is None
        assert underlined(reader) == "OldportMarrow Bridge"


async def test_names_hide_apart_from_numbers_and_dates(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "d", "S", "e")
        assert underlined(reader) == "Friday40noonSunday"
        assert "1 of 1 unreviewed, 2 more hidden, 4 numbers" in reader.shown()
        assert "· names hidden" in reader.shown()


async def test_review_of_what_is_seen_at_first_reaches_its_end(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain, size=(140, 40)) as reader:
        assert "3 of 3 unreviewed · " in reader.shown()
        assert await tour(reader, "full_stop", 3) == ["40", "Oldport", "Marrow Bridge"]
        assert await tour(reader, "comma", 2) == ["Oldport", "40"]
        await reader.press(*"aaa")
        assert "No further unreviewed annotation below." in reader.shown()
        assert "0 of 3 unreviewed · " in reader.shown()
        await reader.press("q")
        assert "3/3" in reader.shown()


async def test_numbers_and_dates_are_reviewed_apart(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "d", "full_stop", "a")
        assert stored(rain, "Friday").status is Status.ACCEPTED
        assert "3 of 3 unreviewed, 3 numbers · " in reader.shown()
        await reader.press(*"aaaaaa")
        assert "0 of 3 unreviewed · " in reader.shown()
        assert stored(rain, "Sunday").status is Status.ACCEPTED
        await reader.press("q")
        assert "3/3" in reader.shown()


@pytest.mark.parametrize("keys", [(), ("S", "e", "S", "q", "S", "f")])
async def test_place_fits_into_eighty_columns(
    opened: Open, rain: Path, keys: Sequence[str]
) -> None:
    async with opened(article=RAIN, path=rain, size=(80, 24)) as reader:
        await reader.press(*keys)
        reader.screen.say("")
        await reader.pilot.pause()
        off = " · names, quotes, figures hidden" if keys else ""
        counts = "0 of 0 unreviewed, 3 more hidden" if keys else "3 of 3 unreviewed"
        assert f"{counts} · 33 %{off} " in reader.shown()


async def test_panel_lists_what_is_shown_and_counts_what_is_hidden(
    opened: Open, rain: Path
) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        assert "Numbers and dates  4  hidden" in reader.shown()
        assert rows(reader)[-4:] == [
            "Names  2",
            "· GPE        Oldport",
            "· FAC        Marrow Bridge",
            "Numbers and dates  4  hidden",
        ]
        await reader.press("S", "d", "S", "e")
        assert rows(reader)[-6:] == [
            "Names  2  hidden",
            "Numbers and dates  4",
            "· DATE       Friday",
            "· CARDINAL   40",
            "· TIME       noon",
            "· DATE       Sunday",
        ]
        await reader.press("p", "G")
        assert reader.focused == "Sunday"
        await reader.press("S", "d")
        assert rows(reader)[-2:] == ["Names  2  hidden", "Numbers and dates  4  hidden"]
        assert reader.focused is None


async def test_adding_a_date_shows_it_and_all_others(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain, size=(140, 40)) as reader:
        await select(reader, "shut")
        await reader.type("date\r")
        assert stored(rain, "shut").status is Status.ADDED
        assert reader.focused == "shut"
        assert "added “shut” (DATE); numbers and dates shown" in reader.shown()
        assert underlined(reader) == "Friday40OldportMarrow BridgeshutnoonSunday"
        assert "· DATE       Sunday" in rows(reader)
        await reader.press("S", "d")
        assert reader.focused is None
        assert rows(reader)[-1] == "Numbers and dates  5  hidden"


async def test_adding_a_name_shows_names_alone(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "e")
        await select(reader, "people")
        await reader.type("norp\r")
        assert reader.focused == "people"
        assert underlined(reader) == "peopleOldportMarrow Bridge"


async def test_relabelling_a_name_to_a_date_keeps_it_in_sight(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("tab", "tab", "e")
        await reader.type("date\r")
        assert stored(rain, "Oldport").kind == "DATE"
        assert reader.focused == "Oldport"
        assert "numbers and dates shown" in reader.shown()
        assert rows(reader)[-8:] == [
            "Names  1",
            "· FAC        Marrow Bridge",
            "Numbers and dates  5",
            "· DATE       Friday",
            "· CARDINAL   40",
            "≠ DATE       Oldport",
            "· TIME       noon",
            "· DATE       Sunday",
        ]


async def test_labelling_a_stretch_relabels_the_date_that_is_hidden_there(
    opened: Open, rain: Path
) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await select(reader, "Friday")
        await reader.type("event\r")
        assert (stored(rain, "Friday").kind, reader.focused) == ("EVENT", "Friday")
        assert rows(reader)[-1] == "Numbers and dates  3  hidden"


async def test_undo_shows_what_it_brings_back(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain, size=(140, 40)) as reader:
        await reader.press("S", "d", "tab", "delete", "S", "d", "U")
        assert reader.focused == "Friday"
        assert "undid: remove “Friday” (DATE); numbers and dates shown" in reader.shown()
        assert "Friday" in underlined(reader)
        await reader.press("e")
        await reader.type("event\r")
        await reader.press("S", "d", "U")
        assert reader.focused == "Friday"
        assert "· DATE       Friday" in rows(reader)


async def test_what_another_reader_makes_a_date_is_hidden(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("tab", "tab")
        before = stored(rain, "Oldport")
        change = Change(before=before, after=relabel(before, "DATE"))
        with Store.open(rain) as store:
            store.edits.annotations(RAIN.id, "relabel", [change])
        await reader.until(lambda: rows(reader)[-1] == "Numbers and dates  5  hidden")
        assert reader.focused is None
        assert underlined(reader) == "Marrow Bridge"


async def test_a_persons_own_dates_are_hidden_too(opened: Open, rain: Path) -> None:
    before = stored(rain, "Friday")
    with Store.open(rain) as store:
        after = replace(before, status=Status.ACCEPTED)
        store.edits.annotations(RAIN.id, "accept", [Change(before=before, after=after)])
    async with opened(article=RAIN, path=rain) as reader:
        assert "Friday" not in underlined(reader)
        assert "3 of 3 unreviewed · " in reader.shown()


async def test_of_two_on_one_stretch_the_line_below_tells_of_the_one_in_focus(
    opened: Open, rain: Path
) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "d", "tab", "tab")
        assert "label CARDINAL" in reader.shown()
        await reader.press("tab")
        assert "figure displaced" in reader.shown()


async def test_every_article_opens_with_them_hidden(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.press("S", "d", "q", "enter")
        assert underlined(reader) == "OldportMarrow Bridge"
