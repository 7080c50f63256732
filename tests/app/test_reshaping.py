"""Moving, splitting and merging annotations by keys; and the last label on one key."""

from pathlib import Path

from annotations.model import (
    Annotation,
    CasualtyFigure,
    Count,
    Entity,
    Layer,
    Status,
)
from annotations.store import Store
from tests.app.driver import ARTICLE, DETECTOR, Driver, Open, span, suggestions

LATER, EARLIER, SPLIT, MERGE = "greater_than_sign", "less_than_sign", "vertical_line", "ampersand"


def find(store: Store, layer: Layer, text: str) -> Annotation:
    (found,) = (
        each
        for each in store.annotations.of(ARTICLE.id)
        if each.layer is layer and each.text == text
    )
    return found


def name(store: Store, text: str) -> Entity:
    found = find(store, Layer.ENTITIES, text)
    assert isinstance(found, Entity)
    return found


def focus(reader: Driver, text: str) -> None:
    place = span(text)
    index = reader.view.reading.index
    position = next(
        at
        for at in range(len(index))
        if (index.starts[at], index.ends[at]) == (place.start, place.end)
    )
    reader.view.perform(lambda reading: reading.focus_on(index.ids[position]))


async def test_one_key_moves_each_end_by_a_word_and_undo_takes_it_back(
    opened: Open, store: Store
) -> None:
    async with opened() as reader:
        before = store.annotations.of(ARTICLE.id)
        await reader.press("tab", "D")
        assert reader.focused == "Mayor Ines Calder"
        assert "extended to “Mayor Ines Calder” (PERSON)" in reader.shown()
        mayor = name(store, "Mayor Ines Calder")
        assert (mayor.name, mayor.status) == ("Ines Calder", Status.CORRECTED)
        await reader.press(LATER)
        assert reader.focused == "Mayor Ines Calder said"
        await reader.press("2", EARLIER)
        assert reader.focused == "Mayor Ines"
        await reader.press("F")
        assert reader.focused == "Ines"
        assert "shrunk to “Ines” (PERSON)" in reader.shown()
        assert len(store.edits.history()) == 4
        await reader.press("U")
        assert reader.focused == "Mayor Ines"
        await reader.press("U", "U", "U")
        assert store.annotations.of(ARTICLE.id) == before
        assert "undid: extend “Mayor Ines Calder” (PERSON)" in reader.shown()


async def test_quick_steps_are_a_step_to_undo_each(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab")
        await reader.type(">>>")
        assert reader.focused == "Ines Calder said the river"
        await reader.press("U")
        assert reader.focused == "Ines Calder said the"


async def test_by_a_character_after_g(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "g", EARLIER, "g", "F")
        assert reader.focused == "nes Calde"
        await reader.press("g", LATER, "g", "D")
        assert reader.focused == "Ines Calder"


async def test_a_place_that_gets_another_name_is_told_anew(opened: Open, store: Store) -> None:
    async with opened() as reader:
        focus(reader, "Oldport")
        await reader.press("3", "D")
        assert name(store, "Rescue teams from Oldport").name == "Rescue teams from Oldport"


async def test_where_it_cannot_be_moved(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "D", "D")
        assert reader.focused == "Mayor Ines Calder"
        assert "The text begins here." in reader.shown()
        focus(reader, "Oldport")
        await reader.press(EARLIER)
        assert "Nothing would be left of it: Delete removes it." in reader.shown()
        reader.view.perform(lambda reading: reading.go(len(reading.text)))
        await reader.press(LATER)
        assert "There is no annotation under the cursor" in reader.shown()
        assert len(store.edits.history()) == 1


async def test_by_words_nothing_leaves_its_paragraph_or_takes_in_its_stop(
    opened: Open, store: Store
) -> None:
    async with opened() as reader:
        focus(reader, "Thirty others")
        await reader.press("9", LATER)
        assert reader.focused == "Thirty others are missing"
        await reader.press(LATER)
        assert "The paragraph ends here." in reader.shown()
        focus(reader, "“We lost at least 12 people,”")
        await reader.press(EARLIER)
        assert reader.focused == "“We lost at least 12"
        await reader.press(LATER)
        assert reader.focused == "“We lost at least 12 people,”"
        await reader.press("D")
        assert "gD goes on beyond it by letters" in reader.shown()
        assert len(store.edits.history()) == 3


async def test_a_figure_counts_its_new_words_and_keeps_its_number(
    opened: Open, store: Store
) -> None:
    async with opened() as reader:
        focus(reader, "Thirty others")
        await reader.press(EARLIER, "F")
        assert "Nothing would be left" in reader.shown()
        await reader.press("U")
        focus(reader, "Thirty others")
        await reader.press("F")
        assert "The figure would lose its number, Thirty" in reader.shown()
        assert find(store, Layer.CASUALTIES, "Thirty others").status is Status.SUGGESTED
        focus(reader, "at least 12 people")
        await reader.press("F")
        least = find(store, Layer.CASUALTIES, "least 12 people")
        assert isinstance(least, CasualtyFigure)
        assert least.num_start == span("12").start


async def test_a_quote_keeps_out_of_its_speaker_and_figures_follow_it(
    opened: Open, tmp_path: Path
) -> None:
    path = tmp_path / "bound.db"
    quote = span("“We lost at least 12 people,”")
    found = [
        each
        if not isinstance(each, CasualtyFigure) or each.category != "killed"
        else CasualtyFigure(
            start=each.start,
            end=each.end,
            text=each.text,
            category="killed",
            num_start=each.num_start,
            num_end=each.num_end,
            count=Count(low=12, best=12),
            claimed_in=quote,
        )
        for each in suggestions()
    ]
    with Store.open(path) as bound:
        bound.articles.add_one(ARTICLE)
        bound.runs.record(ARTICLE.id, DETECTOR, found)
    async with opened(path=path) as reader:
        focus(reader, quote.text)
        await reader.press(LATER)
        assert "The quote would take in its speaker, “Calder”" in reader.shown()
        await reader.press("F")
        assert reader.focused == "lost at least 12 people,”"
        with Store.open(path) as bound:
            figure = find(bound, Layer.CASUALTIES, "at least 12 people")
            assert isinstance(figure, CasualtyFigure)
            assert figure.claimed_in == span("lost at least 12 people,”")
            assert figure.status is Status.SUGGESTED
            assert len(bound.edits.history()) == 1
        await reader.press("U")
        with Store.open(path) as bound:
            assert getattr(find(bound, Layer.CASUALTIES, figure.text), "claimed_in", 0) == quote


async def test_split_and_undo(opened: Open, store: Store) -> None:
    async with opened() as reader:
        before = store.annotations.of(ARTICLE.id)
        await reader.press("tab", SPLIT)
        assert "Put the cursor inside “Ines Calder”" in reader.shown()
        await reader.press("w", SPLIT)
        assert "split into “Ines” (PERSON) and “Calder” (PERSON)" in reader.shown()
        assert name(store, "Ines").status is Status.CORRECTED
        assert (name(store, "Calder").status, name(store, "Calder").name) == (
            Status.ADDED,
            "Calder",
        )
        assert len(store.edits.history()) == 1
        await reader.press("U")
        assert store.annotations.of(ARTICLE.id) == before
        await reader.press("ctrl+y")
        assert name(store, "Calder").status is Status.ADDED


async def test_merge_with_the_next_and_undo(opened: Open, store: Store) -> None:
    async with opened() as reader:
        before = store.annotations.of(ARTICLE.id)
        await reader.press("tab", MERGE)
        whole = "Ines Calder said the river took Marrow Bridge"
        assert reader.focused == whole
        assert "merged into “Ines Calder said" in reader.shown()
        assert name(store, whole).label == "PERSON"
        assert name(store, "Marrow Bridge").status is Status.REJECTED
        await reader.press("U")
        assert store.annotations.of(ARTICLE.id) == before
        await reader.press("tab", MERGE)
        assert "The next name is in another paragraph" in reader.shown()
        focus(reader, "Oldport")
        await reader.press(MERGE)
        assert "There is no further name to merge it with." in reader.shown()


async def test_merge_all_that_is_selected(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "w", SPLIT, "home", "V", "w", "w", MERGE)
        assert reader.focused == "Ines Calder"
        assert reader.selected is None
        assert [each.text for each in store.annotations.of(ARTICLE.id)].count("Ines Calder") == 1
        await reader.press("G", "V", MERGE)
        assert "Two annotations of one sort have to be selected" in reader.shown()


async def test_what_is_there_already_is_not_made_twice(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("home", "V", "w", "enter")
        await reader.type("person\r")
        assert reader.focused == "Mayor Ines"
        await reader.press("F", LATER)
        assert "There is “Ines Calder” (PERSON) already" in reader.shown()
        assert reader.focused == "Ines"


async def test_nested_and_overlapping_ones_can_be_made(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("home", "V", "w", "enter")
        await reader.type("person\r")
        await reader.press("W", "V", "enter")
        await reader.type("person\r")
        texts = {each.text for each in store.annotations.of(ARTICLE.id)}
        assert {"Mayor Ines", "Ines", "Ines Calder"} <= texts


async def test_the_last_label_on_one_key(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "E")
        assert "No label has been chosen yet: e or Enter chooses one." in reader.shown()
        await reader.press("e")
        await reader.type("org\r")
        focus(reader, "Oldport")
        await reader.press("E")
        assert name(store, "Oldport").label == "ORG"
        reader.view.perform(lambda reading: reading.go(span("valley").start))
        await reader.press("V", "E")
        valley = name(store, "valley")
        assert (valley.label, valley.status) == ("ORG", Status.ADDED)
        assert reader.selected is None
        focus(reader, "Thirty others")
        await reader.press("E")
        assert "This is a figure; the last label, ORG, is one of a name." in reader.shown()
