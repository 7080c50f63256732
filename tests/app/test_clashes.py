"""Two readers at one article: the last change wins, and whoever had decided otherwise is told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import review
from annotations.model import Annotation, CasualtyFigure
from annotations.review import Change, Marks
from annotations.store import Store
from tests.app.driver import ARTICLE, Driver, Open


@pytest.fixture
def ben(store_path: Path) -> Store:
    """The other reader."""
    return Store.open(store_path, annotator="ben")


def standing(store: Store, text: str) -> Annotation:
    return next(each for each in store.annotations.of(ARTICLE.id) if each.text == text)


def edit(
    store: Store, action: str, text: str, decide: Callable[[Annotation], Annotation | None]
) -> None:
    before = standing(store, text)
    store.edits.annotations(ARTICLE.id, action, [Change(before=before, after=decide(before))])


async def told(reader: Driver, *parts: str) -> None:
    """Wait until all of it is told, however it is broken into lines."""

    def is_told() -> bool:
        lines = reader.shown().splitlines()
        notices = " ".join(line.partition("▌")[2].strip() for line in lines)
        return all(part in notices for part in parts)

    await reader.until(is_told, seconds=5)


async def test_a_change_over_ones_own_is_told_and_taken_back(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "e")
        await reader.type("gpe\r")
        assert standing(ben, "Marrow Bridge").kind == "GPE"
        edit(ben, "relabel", "Marrow Bridge", lambda each: review.relabel(each, "FAC"))
        await told(reader, "ben relabelled “Marrow Bridge”", "GPE → FAC over", "I takes yours back")
        await reader.press("I")
        assert standing(ben, "Marrow Bridge").kind == "GPE"
        assert "took yours back" in reader.shown()
        await reader.press("U")
        assert standing(ben, "Marrow Bridge").kind == "FAC"


async def test_what_another_removes_comes_back(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("w", "v", "w", "enter")
        await reader.type("person\r")
        added = reader.focused
        assert added is not None
        edit(ben, "remove", added, lambda _: None)
        await told(reader, f"ben removed “{added}”")
        await reader.press("I")
        assert standing(ben, added).kind == "PERSON"


async def test_an_undoing_by_another_is_told_and_taken_back(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "a")
        ben.edits.undo(article_id=ARTICLE.id)
        await told(reader, "somebody undid your accept: “Ines Calder”")
        assert str(standing(ben, "Ines Calder").status) == "suggested"
        await reader.press("I")
        assert str(standing(ben, "Ines Calder").status) == "accepted"


async def test_what_a_quote_holds_is_claimed_in_it_once_that_is_taken_back(
    opened: Open, ben: Store
) -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "q", "a")
        edit(ben, "reject", "“We lost at least 12 people,”", review.reject)
        await told(reader, "I takes yours back")
        await reader.press("I")
        figure = standing(ben, "at least 12 people")
        assert isinstance(figure, CasualtyFigure) and figure.claimed_in is not None
        assert figure.claimed_in.text == "“We lost at least 12 people,”"


async def test_ones_own_steps_are_no_news(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "a", "x", "U", "ctrl+y", "U")
        edit(ben, "accept", "Oldport", review.accept)
        await reader.until(lambda: "✓ GPE" in reader.shown())
        await reader.press("I")
        assert "nobody has changed what you have decided here" in reader.shown()


async def test_what_one_looks_at_is_told_even_if_nobody_had_decided(
    opened: Open, ben: Store
) -> None:
    async with opened() as reader:
        await reader.press("tab")
        edit(ben, "reject", "Ines Calder", review.reject)
        await told(reader, "ben rejected “Ines Calder”")
        assert "takes yours back" not in reader.shown()


async def test_a_form_is_saved_over_what_another_did_meanwhile(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "f", "f", "enter")
        await reader.type("missing\r")
        edit(ben, "note", "at least 12 people", lambda each: replace(each, note="Sure?"))
        await told(reader, "ben changed “at least 12 people”")
        await reader.press("s")
        saved = standing(ben, "at least 12 people")
        assert (saved.kind, saved.note) == ("missing", "Sure?")


async def test_a_form_of_a_figure_that_is_gone_is_saved_none_the_less(
    opened: Open, ben: Store
) -> None:
    async with opened() as reader:
        await reader.press("right_square_bracket", "f", "f", "enter")
        await reader.type("missing\r")
        edit(ben, "remove", "at least 12 people", lambda _: None)
        await told(reader, "ben removed “at least 12 people”")
        await reader.press("s")
        assert standing(ben, "at least 12 people").kind == "missing"


async def test_an_answer_goes_to_what_was_asked_about(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "c")
        edit(ben, "remove", "Marrow Bridge", lambda _: None)
        await told(reader, "ben removed “Marrow Bridge”")
        await reader.type("Which one?\r")
        await told(reader, "has removed the annotation meanwhile")
        assert "Which one?" in reader.shown()
        assert {each.note for each in ben.annotations.of(ARTICLE.id)} == {None}


async def test_the_tags_of_the_article_are_told_and_taken_back(opened: Open, ben: Store) -> None:
    async with opened() as reader:
        await reader.press("T")
        await reader.type("flood\r")
        after = Marks(tags=("rain",))
        ben.edits.marks(ARTICLE.id, "tag", before=Marks(tags=("flood",)), after=after)
        await told(reader, "ben changed the tags of this article: flood → rain")
        await reader.press("I")
        assert ben.articles.get(ARTICLE.id).tags == ("flood",)
