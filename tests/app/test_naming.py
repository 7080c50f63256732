"""Renaming, merging and splitting the names of the open article."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from annotations.model import Article, CasualtyFigure, Entity, Quote, Span
from annotations.review import Change
from annotations.store import Store
from reader.screens.mentions import MentionsScreen
from tests.app.driver import DETECTOR, Driver, Open

TEXT = (
    "On Monday Mr Lind spoke. Bo Lind left. “It sank,” Lind said. At least 3 people died, "
    "Lind said. The Lind is a river."
)
PORT = Article(id="port", text=TEXT, title="At the port", published="2019-05-02")
QUAY = Article(
    id="quay", text="Mr Lind waited. Mr Lind slept.", title="At the quay", published="2019-05-01"
)


def cut(words: str, *, after: str = "", text: str = TEXT) -> dict[str, Any]:
    start = text.index(words, text.index(after) + len(after))
    return {"start": start, "end": start + len(words), "text": words}


def named(words: str, name: str | None, *, label: str = "PERSON", **where: str) -> Entity:
    return Entity(**cut(words, **where), label=label, name=name)


def in_port() -> list[Any]:
    """Three mentions of a man by two names, what he says, what he counts, and his river."""
    figure = cut("At least 3 people")
    return [
        named("Mr Lind", "Mr Lind"),
        named("Bo Lind", "Bo Lind"),
        named("Lind", "Mr Lind", after="“It sank,” "),
        Quote(
            **cut("“It sank,”"),
            type="direct",
            speaker=Span(**cut("Lind", after="“It sank,” ")),
            speaker_name="Mr Lind",
        ),
        CasualtyFigure(
            **figure,
            num_start=figure["start"] + 9,
            num_end=figure["start"] + 10,
            category="killed",
            claimed_by="Mr Lind",
        ),
        named("The Lind", "The Lind", label="LOC"),
    ]


@pytest.fixture
def port(store: Store) -> Store:
    """An article of a port, and another in which the same man is."""
    store.articles.add_one(PORT)
    store.runs.record(PORT.id, DETECTOR, in_port())
    store.articles.add_one(QUAY)
    men = [
        named("Mr Lind", "Mr Lind", text=QUAY.text),
        named("Mr Lind", "Mr Lind", after="waited. ", text=QUAY.text),
    ]
    store.runs.record(QUAY.id, DETECTOR, men)
    return store


Names = Callable[..., list[str | None]]


@pytest.fixture
def names(port: Store) -> Names:
    """What annotations of an article are called, as it is committed: names, quotes, figures."""

    def read(article_id: str = PORT.id) -> list[str | None]:
        return [name_of(each) for each in port.annotations.of(article_id)]

    return read


def name_of(annotation: Any) -> str | None:
    match annotation:
        case Entity(name=name) | Quote(speaker_name=name) | CasualtyFigure(claimed_by=name):
            return name
    return None


BEFORE = ["Mr Lind", "Bo Lind", "Mr Lind", "The Lind", "Mr Lind", "Mr Lind"]
RENAMED = ["Bo Lind", "Bo Lind", "Bo Lind", "The Lind", "Bo Lind", "Bo Lind"]


async def answer(reader: Driver, key: str, typed: str) -> None:
    await reader.press(key)
    await reader.type(f"{typed}\r")


async def test_a_name_is_renamed_wherever_the_article_has_it(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab", "r")
        assert "Rename “Mr Lind”, 4 in this article: Mr Lind" in reader.shown()
        await reader.type("Bo Lind\r")
        assert "renamed 4 mentions; U undoes it" in reader.shown()
        assert names() == RENAMED
        assert names(QUAY.id) == ["Mr Lind", "Mr Lind"]
        assert reader.focused == "Mr Lind"
        await reader.press("U")
        assert "undid: rename 4 mentions" in reader.shown()
        assert names() == BEFORE
        await reader.press("ctrl+y")
        assert names() == RENAMED


async def test_from_a_quote_its_speaker_is_renamed(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("]", "q")
        await answer(reader, "r", "Bo Lind")
        assert names() == RENAMED


async def test_names_of_other_things_stay(opened: Open, port: Store) -> None:
    man, river = (
        replace(each, name="Lind")
        for each in (named("Mr Lind", None), named("The Lind", None, label="LOC"))
    )
    said = replace(in_port()[3], speaker_name="Lind")
    port.runs.record(PORT.id, DETECTOR, [man, river, said])
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "r", "Bo Lind")
        found = [name_of(each) for each in port.annotations.of(PORT.id)]
        assert found == ["Bo Lind", "Lind", "Lind"]


async def test_what_has_no_name_is_called_what_it_says(opened: Open, port: Store) -> None:
    bare = [
        named("Lind", None, after="“It sank,” "),
        named("Lind", None, after="died, "),
        named("Lind", None, after="The ", label="LOC"),
        named("Bo Lind", "Lind"),
    ]
    port.runs.record(PORT.id, DETECTOR, bare)
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "r", "Bo Lind")
        found = [name_of(each) for each in port.annotations.of(PORT.id)]
        assert found == ["Bo Lind", "Bo Lind", "Bo Lind", None]


async def test_a_quote_of_nobody_gets_a_speaker(opened: Open, port: Store) -> None:
    port.runs.record(PORT.id, DETECTOR, [Quote(**cut("“It sank,”"), type="direct")])
    async with opened(article=PORT) as reader:
        await reader.press("]", "q", "r")
        assert "Who says “It sank,”?" in reader.shown()
        await reader.type("Bo Lind\r")
        assert [name_of(each) for each in port.annotations.of(PORT.id)] == ["Bo Lind"]
        await reader.press("M")
        assert "Bo Lind” is the same as:" in reader.shown()


async def test_names_are_completed_from_the_article_and_the_store(
    opened: Open, names: Names
) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab", "r")
        await reader.type("bo\t")
        assert "Rename “Mr Lind”, 4 in this article: Bo Lind" in reader.shown()
        await reader.press("escape", "r")
        await reader.type("cald in\t\r")
        assert names()[0] == "Ines Calder"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mr Lind", "That is its name already."),
        ("   ", "A name has letters: nothing was changed."),
    ],
)
async def test_nothing_is_renamed_to_nothing_or_the_same(
    opened: Open, names: Names, typed: str, said: str
) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "r", typed)
        assert said in reader.shown()
        assert names() == BEFORE


async def test_figures_have_no_name(opened: Open, port: Store) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("]", "f")
        for key in "rMX":
            await reader.press(key)
            assert "has no name: names and the speakers of quotes have" in reader.shown()


async def test_without_a_mention_nothing_is_asked(opened: Open, port: Store) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("G", "r")
        assert "There is no annotation under the cursor" in reader.shown()


async def test_another_reader_may_have_renamed_it_meanwhile(
    opened: Open, port: Store, names: Names
) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab", "r")
        first = port.annotations.of(PORT.id)[0]
        assert isinstance(first, Entity)
        change = Change(before=first, after=replace(first, name="Ole Lind"))
        port.edits.annotations(PORT.id, "rename", [change])
        await reader.type("Bo Lind\r")
        assert "It has been changed meanwhile; nothing was named." in reader.shown()
        assert names() == ["Ole Lind", *BEFORE[1:]]


async def test_names_are_merged_in_the_article(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "M", "Bo Lind")
        assert isinstance(reader.app.screen, MentionsScreen)
        assert "Merge “Mr Lind” into “Bo Lind”: names, speakers and claimants" in reader.shown()
        assert "In [this article 4]   the list 6   the store 6" in reader.shown()
        await reader.press("enter")
        assert "merged 4 mentions; U undoes it" in reader.shown()
        assert names() == RENAMED
        assert names(QUAY.id) == ["Mr Lind", "Mr Lind"]
        await reader.press("U")
        assert "undid: merge 4 mentions (names)" in reader.shown()
        assert names() == BEFORE


async def test_names_are_merged_in_the_store_but_for_some(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "M", "Bo Lind")
        await reader.press("S", "G", "space", "enter")
        assert "merged 5 mentions in 2 articles; U undoes it" in reader.shown()
        assert names() == RENAMED
        assert names(QUAY.id) == ["Bo Lind", "Mr Lind"]
        await reader.press("U")
        assert names() == BEFORE
        assert names(QUAY.id) == ["Mr Lind", "Mr Lind"]


async def test_the_other_name_may_stay(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "M", "Bo Lind")
        await reader.press("o")
        assert "Merge “Bo Lind” into “Mr Lind”" in reader.shown()
        assert "In [this article 1]   the list 1   the store 1" in reader.shown()
        await reader.press("enter")
        assert names()[1] == "Mr Lind"


async def test_long_names_leave_room_for_where_one_looks(opened: Open, names: Names) -> None:
    async with opened(article=PORT, size=(80, 24)) as reader:
        await reader.press("tab")
        await answer(reader, "M", "Bo " * 40)
        assert "In [this article 4]   the list 6   the store 6" in reader.shown()
        assert "…" in reader.shown().splitlines()[0]


async def test_a_name_that_is_new_is_given_in_the_whole_store(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab")
        await answer(reader, "M", "Bo Erik Lind")
        assert "Rename “Mr Lind” to “Bo Erik Lind”" in reader.shown()
        await reader.press("o")
        assert "there is only one name here" in reader.shown()
        await reader.press("n")
        assert "what is listed bears the name" in reader.shown()
        await reader.press("S", "enter")
        assert "renamed 6 mentions in 2 articles" in reader.shown()
        assert names(QUAY.id) == ["Bo Erik Lind", "Bo Erik Lind"]


async def test_a_quote_of_nobody_is_not_merged(opened: Open, port: Store) -> None:
    port.runs.record(PORT.id, DETECTOR, [Quote(**cut("“It sank,”"), type="direct")])
    async with opened(article=PORT) as reader:
        await reader.press("]", "q", "M")
        assert "“It sank,” (direct) has no name yet: r gives one." in reader.shown()


async def test_one_mention_is_split_off_with_what_it_says(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("tab", "tab", "tab", "tab")
        assert reader.focused == "Lind"
        await reader.press("X")
        assert "This mention is, not “Mr Lind”: Lind" in reader.shown()
        await reader.press("enter")
        assert "“Lind” (PERSON) is “Lind”, with 1 quote; U undoes it" in reader.shown()
        assert names() == ["Mr Lind", "Bo Lind", "Lind", "The Lind", "Lind", "Mr Lind"]
        await reader.press("U")
        assert "undid: split 2 mentions (name)" in reader.shown()
        assert names() == BEFORE


async def test_one_quote_is_split_off(opened: Open, names: Names) -> None:
    async with opened(article=PORT) as reader:
        await reader.press("]", "q", "X")
        assert "Who says this quote, not “Mr Lind”? Lind" in reader.shown()
        await reader.type("Ole Lind\r")
        assert names() == ["Mr Lind", "Bo Lind", "Mr Lind", "The Lind", "Ole Lind", "Mr Lind"]


async def test_very_many_are_renamed_beside_the_screen(opened: Open, store: Store) -> None:
    text = "Lind. " * 120
    crowd = Article(id="crowd", text=text)
    found = [
        Entity(start=at, end=at + 4, text="Lind", label="PERSON", name="Lind")
        for at in range(0, len(text), 6)
    ]
    store.articles.add_one(crowd)
    store.runs.record("crowd", DETECTOR, found)
    async with opened(article=crowd) as reader:
        await answer(reader, "r", "Bo Lind")
        await reader.until(lambda: "renamed 120 mentions; U undoes it" in reader.shown())
        assert {name_of(each) for each in store.annotations.of("crowd")} == {"Bo Lind"}
        await reader.press("U")
        await reader.until(lambda: "undid: rename 120 mentions" in reader.shown())
        assert {name_of(each) for each in store.annotations.of("crowd")} == {"Lind"}
