"""What is done to all that is equal, or to all of a group, in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.model import Article, Entity, Quote
from annotations.store import Store
from reader.screens.mentions import MentionsScreen
from tests.app.driver import ARTICLE, DETECTOR, Open, Statuses
from tests.app.rain import RAIN

LINES = {
    "dam": ("2019-04-01", "Oldport was wet. Mayor Ines Calder left Oldport."),
    "fair": ("2019-01-01", "Ines Calder opened the fair of Oldport."),
}

Labels = Callable[[], list[tuple[str, str, str]]]


def _found(text: str, word: str, start: int = 0, label: str = "GPE") -> Entity:
    at = text.index(word, start)
    return Entity(start=at, end=at + len(word), text=word, label=label, name=word)


@pytest.fixture
def wide(store: Store) -> Store:
    """Two more articles with the town of the first, and its mayor."""
    for article_id, (published, text) in LINES.items():
        article = Article(id=article_id, text=text, title=article_id, published=published)
        store.articles.add_one(article)
        towns = [_found(text, "Oldport")]
        if article_id == "dam":
            towns.append(_found(text, "Oldport", 10))
        mayor = _found(text, "Ines Calder", label="PERSON")
        store.runs.record(article_id, DETECTOR, [*towns, mayor])
    return store


@pytest.fixture
def labels(wide: Store) -> Labels:
    """Where the town stands, with its label and status there, as it is committed."""

    def read() -> list[tuple[str, str, str]]:
        return [
            (article_id, each.kind, str(each.status))
            for article_id in (ARTICLE.id, *LINES)
            for each in wide.annotations.of(article_id)
            if each.text == "Oldport"
        ]

    return read


SUGGESTED = [
    ("flood", "GPE", "suggested"),
    ("dam", "GPE", "suggested"),
    ("dam", "GPE", "suggested"),
    ("fair", "GPE", "suggested"),
]
TOWN = ("shift+tab",)
"""From the top of the article to its town, which is the last name there."""


async def test_relabelling_in_the_store_is_one_step(
    opened: Open, labels: Labels, wide: Store
) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "e")
        await reader.type("org\r")
        await reader.press("S")
        assert "Relabel as ORG: names written “Oldport”, labelled GPE" in reader.shown()
        assert "In this article 1   the list 4   [the store 4]" in reader.shown()
        await reader.press("enter")
        assert "relabelled 4 mentions in 3 articles; U undoes it" in reader.shown()
        assert [each[1:] for each in labels()] == [("ORG", "corrected")] * 4
        assert reader.focused == "Oldport"
        assert [each.action for each in wide.edits.history()] == ["relabel"]
        await reader.press("U")
        assert "undid: relabel 4 mentions" in reader.shown()
        assert labels() == SUGGESTED
        await reader.press("ctrl+y")
        assert "redid: relabel 4 mentions" in reader.shown()
        assert [each[1:] for each in labels()] == [("ORG", "corrected")] * 4


async def test_what_can_be_done_to_all_is_told(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "A")
        assert "A … all that is equal, in context: a accept · x reject · e rel" in reader.shown()


async def test_it_begins_with_the_article(opened: Open, labels: Labels) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "x", "enter")
        assert "rejected 1 mention; U undoes it" in reader.shown()
        assert labels() == [("flood", "GPE", "rejected"), *SUGGESTED[1:]]


async def test_all_typed_at_once(opened: Open, labels: Labels) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN)
        await reader.type("Aa" + "S" + "\r")
        assert [each[2] for each in labels()] == ["accepted"] * 4


async def test_single_ones_are_excepted(opened: Open, labels: Labels) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "a", "S", "j", "space")
        assert "accepting 3 mentions, 1 excepted" in reader.shown()
        assert "[ ] · 2019-04-01 dam" in reader.shown()
        await reader.press("enter")
        assert [each[2] for each in labels()] == ["accepted", "suggested", "accepted", "accepted"]


async def test_all_are_excepted_and_none(opened: Open, labels: Labels) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "a", "S", "asterisk", "enter")
        assert "There is none here to change" in reader.shown()
        assert labels() == SUGGESTED
        await reader.press("G", "space", "enter")
        assert [each[2] for each in labels()] == [*["suggested"] * 3, "accepted"]


async def test_what_a_person_has_decided_is_excepted_at_first(
    opened: Open, labels: Labels, wide: Store
) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "a", "G", *TOWN, "A", "e")
        await reader.type("fac\r")
        await reader.press("S")
        assert "relabelling 4 mentions" in reader.shown()
        await reader.press("j", "enter", "J")
        assert [each[1] for each in labels()] == ["FAC"] * 4
    async with opened(article=wide.articles.get("fair")) as reader:
        await reader.press("tab", "tab", "A", "e")
        await reader.type("loc\r")
        await reader.press("S")
        assert "relabelling 1 mention, 3 excepted" in reader.shown()


async def test_leaving_changes_nothing(opened: Open, wide: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "A", "a", "S", "escape")
        assert reader.focused == "Ines Calder"
        assert wide.edits.history() == []


async def test_words_stand_around_each(opened: Open, wide: Store) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "a", "S")
        await reader.until(lambda: "Calder left Oldport." in reader.shown())
        first = reader.shown().index(
            "Rescue teams from Oldport reached the valley at dawn 😊 and fou"
        )
        assert first < reader.shown().index("Oldport was wet.")


async def test_equal_by_canonical_name_and_of_any_label(opened: Open, wide: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "A", "a", "S")
        assert "names written “Ines Calder”, labelled PERSON" in reader.shown()
        await reader.press("n", "l")
        assert "names that go by “Ines Calder”" in reader.shown()
        assert "labelled" not in reader.shown()
        assert isinstance(reader.app.screen, MentionsScreen)


async def test_renaming_completes_from_the_store(opened: Open, wide: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "A", "n", "ctrl+u")
        await reader.type("old")
        await reader.press("tab", "enter")
        await reader.press("S", "enter")
        assert "renamed 3 mentions in 3 articles" in reader.shown()
        names = {
            each.name
            for article_id in (ARTICLE.id, *LINES)
            for each in wide.annotations.of(article_id)
            if isinstance(each, Entity) and each.label == "PERSON"
        }
        assert names == {"Oldport"}


async def test_the_speaker_of_all_quotes_is_renamed(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab", "A", "n", "ctrl+u")
        await reader.type("Tom Calder\r")
        await reader.press("enter")
        (quote,) = (each for each in store.annotations.of("flood") if isinstance(each, Quote))
        assert (quote.speaker_name, str(quote.status)) == ("Tom Calder", "corrected")


async def test_what_has_no_name_is_told(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "f", "A", "n")
        assert "has no name" in reader.shown()


async def test_long_ones_are_made_beside_the_screen(
    opened: Open, labels: Labels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.screens.article.spreading._AT_ONCE", 2)
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "a", "S", "enter")
        await reader.until(lambda: "accepted 4 mentions in 3 articles" in reader.shown())
        assert [each[2] for each in labels()] == ["accepted"] * 4
        assert reader.focused == "Oldport"
        await reader.press("U")
        await reader.until(
            lambda: "undid: accept 4 mentions in River takes bridge, dam, fair" in reader.shown()
        )
        assert labels() == SUGGESTED


async def test_a_click_excepts_one(opened: Open, labels: Labels) -> None:
    async with opened() as reader:
        await reader.press("G", *TOWN, "A", "a", "S")
        await reader.pilot.click("#mentions", offset=(5, 0))
        await reader.settle()
        assert "accepting 3 mentions, 1 excepted" in reader.shown()
        assert labels() == SUGGESTED


async def test_groups_are_counted_accepted_and_rejected(
    opened: Open, statuses: Statuses, store: Store
) -> None:
    async with opened() as reader:
        await reader.press("tab", "a", "B")
        assert "names                    3, of which 2 unreviewed" in reader.shown()
        await reader.press("j", "x")
        assert "rejected 2 mentions; U undoes it" in reader.shown()
        await reader.press("B", "enter")
        assert statuses() == {
            "Ines Calder": "accepted",
            "Marrow Bridge": "rejected",
            "Oldport": "rejected",
            "“We lost at least 12 people,”": "accepted",
            "at least 12 people": "accepted",
            "Thirty others": "accepted",
        }
        await reader.press("U", "U")
        assert "undid: reject 2 mentions (names)" in reader.shown()
        assert sorted(statuses().values()) == ["accepted", *["suggested"] * 5]


async def test_groups_are_typed(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.type(":accept gpe\r")
        assert statuses()["Oldport"] == "accepted"
        assert "accepted 1 mention; U undoes it" in reader.shown()
        await reader.type(":reject gpe\r")
        assert "nothing waits of GPE" in reader.shown()
        await reader.type(":reject quotes\r")
        assert statuses()["“We lost at least 12 people,”"] == "rejected"


async def test_what_is_typed_and_means_nothing_is_told(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.type(":accept LAW\r")
        assert "This article has none of LAW" in reader.shown()
        await reader.type(":accept confidence>0.9\r")
        await reader.until(lambda: "is no confidence" in reader.shown())
        assert set(statuses().values()) == {"suggested"}


async def test_what_came_of_the_command_before_is_not_said_of_one_that_does_nothing(
    opened: Open, statuses: Statuses
) -> None:
    async with opened() as reader:
        await reader.type(":accept gpe\r")
        assert "accepted 1 mention" in reader.shown()
        await reader.type(":accept TIME\r")
        assert "This article has none of TIME: B shows what it has." in reader.shown()
        assert "accepted 1 mention" not in reader.shown()
        await reader.type(":accept gpe\r")
        await reader.type(":accept lettuce\r")
        await reader.until(lambda: "is no group" in reader.shown())
        assert "nothing waits" not in reader.shown()


async def test_numbers_are_accepted_as_one_group(opened: Open, rain: Path) -> None:
    async with opened(article=RAIN, path=rain) as reader:
        await reader.type(":accept all\r")
        await reader.type(":accept num")
        await reader.press("tab", "enter")
        assert "accepted 4 mentions; U undoes it" in reader.shown()
        kept = reader.app.session.store.annotations.of(RAIN.id)
        assert {str(each.status) for each in kept} == {"accepted"}
        await reader.press("U")
        assert "undid: accept 4 mentions (numbers)" in reader.shown()


async def test_typed_groups_are_completed(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.type(":accept PER")
        await reader.press("tab", "enter")
        assert statuses()["Ines Calder"] == "accepted"
