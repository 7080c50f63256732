"""Labelling a name that nothing is annotated on, and labels that a capital takes."""

import pytest

from annotations.model import Entity, Status
from annotations.store import Store
from reader.screens.dialogs.kind_picker import KindPicker
from tests.app.driver import ARTICLE, Driver, Open, span


def go(reader: Driver, words: str) -> None:
    reader.view.perform(lambda reading: reading.go(span(words).start))


def added(store: Store) -> list[tuple[str, str]]:
    found = store.annotations.of(ARTICLE.id, statuses={Status.ADDED})
    return [(each.text, each.kind) for each in found]


async def test_the_name_is_seen_before_it_is_labelled(opened: Open, store: Store) -> None:
    async with opened() as reader:
        go(reader, "Tuesday")
        await reader.press("e")
        assert isinstance(reader.app.screen, KindPicker)
        assert "Type to narrow, Enter to choose; a capital chooses at once" in reader.shown()
        await reader.press("escape")
        assert reader.selected is None
        assert reader.view.reading.cursor == span("Tuesday").start
        await reader.press("e", "D")
        assert added(store) == [("Tuesday", "DATE")]
        assert reader.focused == "Tuesday"
        assert reader.selected is None
        assert "added “Tuesday” (DATE)" in reader.shown()
        await reader.press("U")
        assert added(store) == []


async def test_the_last_label_goes_on_a_name_at_once(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "e", "O")
        go(reader, "Rescue")
        await reader.press("E")
        assert added(store) == [("Rescue", "ORG")]
        await reader.press("E")
        assert added(store) == [("Rescue", "ORG")]
        go(reader, "valley")
        await reader.press("E")
        assert "There is no annotation under the cursor" in reader.shown()


async def test_the_last_label_of_a_figure_is_none_of_a_name(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("]", "f", "e", "I")
        go(reader, "Rescue")
        await reader.press("E")
        assert added(store) == []
        assert reader.selected is None


async def test_a_selection_is_labelled_where_nothing_is_in_focus(
    opened: Open, store: Store
) -> None:
    async with opened() as reader:
        go(reader, "Rescue")
        await reader.press("V", "w", "e", "N")
        assert added(store) == [("Rescue teams", "NORP")]


@pytest.mark.parametrize(
    ("typed", "label"), [("G", "GPE"), ("gp\r", "GPE"), ("Zg\x7f\x7fL", "LOC"), ("lA\r", "LAW")]
)
async def test_a_capital_takes_a_label_only_as_the_first_letter(
    opened: Open, store: Store, typed: str, label: str
) -> None:
    async with opened() as reader:
        await reader.press("tab", "e")
        for letter in typed:
            await reader.press({"\r": "enter", "\x7f": "backspace"}.get(letter, letter))
        calder = store.annotations.of(ARTICLE.id)[0]
        assert isinstance(calder, Entity)
        assert (calder.text, calder.label) == ("Ines Calder", label)
