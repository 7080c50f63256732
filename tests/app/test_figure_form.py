"""Filling in the form of a casualty figure: by keys alone, checked as one types, one edit."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Static

from annotations.model import CasualtyFigure, Count, Status
from annotations.store import Store
from reader.commands import of_rooms
from reader.figures.form import Field
from reader.screens.article.screen import ArticleScreen
from reader.screens.dialogs.figure_form import FigureForm
from reader.widgets.form_row import FormRow
from tests.app.driver import Driver, Open, span

SMALL = (80, 24)
TO_FIGURE = ("right_square_bracket", "f")


def is_open(reader: Driver) -> bool:
    return isinstance(reader.app.screen, FigureForm)


def figure(store: Store, text: str = "at least 12 people") -> CasualtyFigure:
    (found,) = (
        each
        for each in store.annotations.of("flood")
        if isinstance(each, CasualtyFigure) and each.text == text
    )
    return found


def row(reader: Driver, name: str) -> str:
    """What the form shows of a field."""
    lines = (line.partition("│")[2].strip(" │") for line in reader.shown().splitlines())
    return next(line for line in lines if f"{line} ".startswith(f"{name} "))


async def test_the_form_shows_sentence_and_fields(opened: Open) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f")
        assert is_open(reader)
        shown = reader.shown()
        assert "“We lost at least 12 people,” Calder said." in shown
        for name in ("category    killed", "low         12", "qualifier   at least", "part of"):
            assert name in shown
        assert "Enter edit · v from the text · s save · Esc leave" in shown


async def test_several_fields_are_one_edit_and_one_undo_step(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        before = figure(store)
        await reader.press(*TO_FIGURE, "f", "enter")
        await reader.type("inj\r")
        await reader.press("j", "enter")
        await reader.type("two dozen\t")
        await reader.press("enter")
        await reader.type("30\r")
        await reader.press("s")
        assert not is_open(reader)
        after = figure(store)
        assert (after.category, after.status) == ("injured", Status.CORRECTED)
        assert after.count == Count(low=24, best=30)
        assert after.victim_type == "person"
        assert "corrected “at least 12 people” (injured)" in reader.shown()
        await reader.press("U")
        assert figure(store) == before
        assert len(store.edits.history()) == 1


async def test_it_checks_as_one_types_and_saves_nothing_wrong(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "j", "enter")
        await reader.type("twen")
        assert row(reader, "low").endswith("no number: 1,300 or two dozen")
        await reader.type("ty")
        assert row(reader, "low").endswith("= 20")
        assert row(reader, "best").endswith("less than low, 20")
        await reader.press("ctrl+s")
        assert is_open(reader)
        assert "not saved: “best” is wrong" in reader.shown()
        assert row(reader, "best").endswith("not saved: less than low, 20")
        await reader.press("k", "j")
        assert "not saved: “best” is wrong" in reader.shown()
        assert store.edits.history() == []
        await reader.press("enter")
        await reader.type("21\r")
        await reader.press("s")
        assert figure(store).count == Count(low=20, best=21)


async def test_dates_are_understood_by_the_day_of_the_article(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", *"8j", "enter")
        await reader.type("2019-13")
        assert "no date" in row(reader, "date")
        await reader.press("escape", "enter")
        await reader.type("on Monday")
        assert row(reader, "date").endswith("= 2019-03-04")
        await reader.press("enter", "s")
        assert (figure(store).date, figure(store).date_iso) == ("on Monday", "2019-03-04")


async def test_words_that_name_no_day_are_a_date_of_their_own(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "g", "d", "enter")
        await reader.type("that morning")
        assert row(reader, "date").endswith("= ?")
        await reader.press("ctrl+s")
        assert not is_open(reader)
        assert (figure(store).date, figure(store).date_iso) == ("that morning", None)


async def test_a_field_is_taken_from_selected_words(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", *"5j", "v")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert "The victims? Enter takes “at” · Delete none · Esc back " in reader.shown()
        reader.view.perform(lambda reading: reading.go(span("Rescue").start))
        await reader.press("v", "w", "w", "enter")
        assert is_open(reader)
        assert row(reader, "victims").startswith("victims     Rescue teams")
        await reader.press("j", "j", "v")
        reader.view.perform(lambda reading: reading.focus_on(reading.index.ids[-1]))
        await reader.press("enter", "s")
        after = figure(store)
        assert (after.victim_type, after.place) == ("Rescue teams", "Oldport")
        assert len(store.edits.history()) == 1
        assert reader.focused == "at least 12 people"


async def test_what_is_wanted_of_a_number_is_taken_from_a_phrase(
    opened: Open, store: Store
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", *"3j", "v")
        reader.view.perform(lambda reading: reading.focus_on(reading.index.ids[-2]))
        await reader.press("enter")
        assert row(reader, "high").startswith("high        Thirty")
        await reader.press(*"8j", "v")
        reader.view.perform(lambda reading: reading.focus_on(reading.index.ids[-2]))
        await reader.press("enter", "s")
        after = figure(store)
        assert after.count == Count(low=12, best=12, high=30)
        assert (after.part_of, after.subset) == (span("Thirty others"), True)


async def test_within_the_figure_a_word_is_taken(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", *"5j", "v")
        reader.view.perform(lambda reading: reading.go(span("people").start))
        await reader.press("enter", "s")
        assert figure(store).victim_type == "people"


async def test_pointing_is_left_without_losing_what_was_typed(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "enter")
        await reader.type("det\r")
        await reader.press(*"5j", "v", "w", "f")
        assert not is_open(reader)
        await reader.press("J", "H", "q")
        assert is_open(reader)
        assert row(reader, "category").startswith("category    det")
        await reader.press("v", "delete")
        assert row(reader, "victims") == "victims"
        await reader.press("s")
        assert (figure(store).category, figure(store).victim_type) == ("detained", None)


async def test_what_has_words_of_its_own_is_not_taken_from_the_text(opened: Open) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "v")
        assert is_open(reader)
        assert "“category” has words of its own" in reader.shown()


@pytest.mark.parametrize(
    ("keys", "saved", "left"),
    [
        (("escape", "y"), True, True),
        (("q", "n"), False, True),
        (("escape", "escape"), False, True),
        (("escape", "j"), False, False),
    ],
)
async def test_leaving_asks_about_changes(
    opened: Open, store: Store, keys: Sequence[str], saved: bool, left: bool
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "delete", "j", "delete", "k", "enter")
        await reader.type("missing\r")
        await reader.press(*keys[:1])
        assert "The changes are not saved: y saves them" in reader.shown()
        await reader.press(*keys[1:])
        assert is_open(reader) is not left
        assert (figure(store).category == "missing") is saved


async def test_enter_stays_at_the_field_and_tab_goes_on(opened: Open) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "enter")
        await reader.type("inj\r")
        await reader.press("2", "j", "enter")
        await reader.type("13\t")
        assert row(reader, "category").startswith("category    inj")
        assert row(reader, "best").startswith("best        13")
        await reader.press("enter")
        await reader.type("14\r")
        assert row(reader, "high").startswith("high        14")


async def test_escape_gives_a_field_back_what_it_had_and_then_leaves(
    opened: Open, store: Store
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "j", "enter")
        await reader.type("twelvish")
        await reader.press("escape")
        assert row(reader, "low") == "low         12"
        await reader.press("enter")
        await reader.type("11\r")
        await reader.press("enter")
        await reader.type("twelvish\r")
        assert "no number" in row(reader, "low")
        await reader.press("escape")
        assert row(reader, "low") == "low         11"
        await reader.press("escape")
        assert "The changes are not saved" in reader.shown()
        await reader.press("escape")
        assert not is_open(reader)
        assert store.edits.history() == []


async def test_letters_after_g_lead_to_a_field(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f")
        assert underlined(reader) == "clbhqvwpdyio"
        await reader.press("g", "w", "enter")
        await reader.type("Oldport\r")
        await reader.press("g", "h", "enter")
        await reader.type("20\r")
        await reader.press("s")
        after = figure(store)
        assert (after.victim_group, after.count.high) == ("Oldport", 20)


def underlined(reader: Driver) -> str:
    """The letters that are underlined in the names of the fields."""
    names = reader.app.screen.query(".form-name").results(Static)
    return "".join(
        segment.text
        for name in names
        for strip in name.render_lines(name.region.reset_offset)
        for segment in strip
        if segment.style is not None and segment.style.underline
    )


async def test_every_field_has_a_letter() -> None:
    named = {each.brief for each in of_rooms("form") if each.id.startswith("form.to-")}
    assert named == {str(each) for each in Field}


async def test_only_another_figure_can_be_what_a_figure_is_part_of(
    opened: Open, store: Store
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "g", "o", "v")
        reader.view.perform(lambda reading: reading.go(span("Rescue").start))
        await reader.press("enter")
        assert "no other figure of the article" in row(reader, "part of")
        assert row(reader, "is") == "is"
        await reader.press("s")
        assert is_open(reader)
        assert "not saved: no other figure" in row(reader, "part of")
        await reader.press("v")
        reader.view.perform(lambda reading: reading.go(span("others").start))
        reader.view.perform(lambda reading: reading.select())
        await reader.press("enter", "s")
        after = figure(store)
        assert (after.part_of, after.subset) == (span("Thirty others"), True)


async def test_a_click_edits_a_field(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "enter")
        await reader.type("missing")
        rows = reader.app.screen.query(FormRow)
        await reader.pilot.click(rows[5])
        await reader.type("sailor\r")
        await reader.press("s")
        assert (figure(store).category, figure(store).victim_type) == ("missing", "sailor")


async def test_leaving_without_changes_asks_nothing(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "enter", "x", "escape", "escape")
        assert not is_open(reader)
        assert store.edits.history() == []


async def test_saving_what_is_right_accepts_it(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "s")
        assert figure(store).status is Status.ACCEPTED


async def test_a_figure_is_added_by_its_form(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        reader.view.perform(lambda reading: reading.go(span("Thirty").start))
        await reader.press("v", "w", "enter")
        await reader.type("trap\r")
        assert is_open(reader)
        assert "new figure" in reader.shown()
        await reader.press(*"4j", "enter")
        await reader.type("ab")
        await reader.press("right", "enter", "s")
        added = figure(store, "Thirty")
        assert (added.category, added.qualifier) == ("trapped", "about")
        assert added.status is Status.ADDED
        assert reader.selected is None
        await reader.press("U")
        assert "Thirty" not in {each.text for each in store.annotations.of("flood")}


async def test_a_figure_is_not_added_if_its_form_is_left(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        reader.view.perform(lambda reading: reading.go(span("Thirty").start))
        await reader.press("v", "w", "enter")
        await reader.type("trap\r")
        await reader.press("j", "v", "escape", "escape")
        assert not is_open(reader)
        assert reader.selected == "Thirty"
        assert store.edits.history() == []


async def test_a_form_that_cannot_be_saved_stays_open(
    opened: Open, store: Store, store_path: Path
) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "f", "enter")
        await reader.type("missing\r")
        with Store.open(store_path) as other:
            other._connection.execute(
                "CREATE TRIGGER no BEFORE UPDATE ON annotations BEGIN "
                "SELECT raise(ABORT, 'no'); END"
            )
        await reader.press("s")
        assert is_open(reader)
        assert row(reader, "category").startswith("category    missing")


async def test_where_there_is_no_figure_it_says_so(opened: Open) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press("f")
        assert "There is no figure under the cursor: ]f goes to the next one." in reader.shown()


async def test_a_number_before_the_key_is_what_it_counts(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, "1", "5", "f")
        assert not is_open(reader)
        assert figure(store).count == Count(low=15, best=15)
        assert figure(store).status is Status.CORRECTED
        assert "“at least 12 people” (killed): at least 15; it was at least 12" in reader.shown()
        await reader.press("1", "5", "f")
        assert "It counts at least 15 already." in reader.shown()
        assert len(store.edits.history()) == 1
        await reader.press("U", "1", "2", "f")
        assert (figure(store).count, figure(store).status) == (
            Count(low=12, best=12),
            Status.ACCEPTED,
        )


async def test_what_is_too_high_for_a_number_before_a_key(opened: Open, store: Store) -> None:
    async with opened(size=SMALL) as reader:
        await reader.press(*TO_FIGURE, *"250000", "f")
        assert "99,999 and more are typed into the form: f opens it." in reader.shown()
        await reader.press("home", "9", "f")
        assert "There is no figure under the cursor" in reader.shown()
        assert store.edits.history() == []
