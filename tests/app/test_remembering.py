"""Corrections made twice, which the article offers as rules."""

from collections.abc import Callable

import pytest

from annotations.model import Article, Detector, Entity
from annotations.own_rules.lines import parsed
from annotations.store import Store
from reader.screens.rules import RulesScreen
from reader.services import rule_steps
from tests.app.driver import Open

TEXT = "Oldport was wet. Calder left Oldport. The fair of Oldport was empty."
TOWN = Article(id="town", text=TEXT, title="The fair", published="2020-01-01")
FINDER = Detector(name="finder", version="1")

Labels = Callable[[], list[str]]


@pytest.fixture
def town(store: Store) -> Store:
    """Two articles in which a town is taken for a body, three times each."""
    places = [0, TEXT.index("Oldport", 5), TEXT.rindex("Oldport")]
    found = [
        Entity(start=at, end=at + 7, text="Oldport", label="ORG", name="Oldport") for at in places
    ]
    for article in (TOWN, Article(id="other", text=TEXT, title="Another")):
        store.articles.add_one(article)
        store.runs.record(article.id, FINDER, found)
    return store


@pytest.fixture
def labels(town: Store) -> Labels:
    """The labels of the town in both articles, as they are committed."""

    def read() -> list[str]:
        return [each.kind for key in (TOWN.id, "other") for each in town.annotations.of(key)]

    return read


TWICE = ("tab", "e", *"gpe", "enter", "tab", "E")


async def test_the_second_equal_correction_offers_a_rule(opened: Open, labels: Labels) -> None:
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE[:6])
        assert "keeps the rule" not in reader.shown()
        assert "Keep rule" not in reader.shown()
        await reader.press(*TWICE[6:])
        said = "relabelled “Oldport” (GPE); Y keeps the rule: “Oldport” is always GPE"
        assert said in reader.shown()
        assert "Y Keep rule" in reader.shown()
        assert labels().count("GPE") == 2


async def test_the_rule_is_kept_and_followed_and_undone_as_one(
    opened: Open, town: Store, labels: Labels
) -> None:
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE, "Y")
        said = "kept: “Oldport” is always GPE; 4 suggestions in 2 articles; U undoes it"
        assert said in reader.shown()
        assert "Keep rule" not in reader.shown()
        assert labels() == ["GPE"] * 6
        assert [str(each.status) for each in town.annotations.of("other")] == ["suggested"] * 3
        await reader.press("U")
        assert "undid: make rule (4 mentions): “Oldport” is always GPE" in reader.shown()
        assert labels() == ["ORG", "GPE", "GPE", *["ORG"] * 3]
        assert town.own_rules.all() == []
        await reader.press("ctrl+y")
        assert "redid: make rule (4 mentions): “Oldport” is always GPE" in reader.shown()
        assert labels() == ["GPE"] * 6


async def test_what_a_rule_would_overrule_is_told(opened: Open, town: Store) -> None:
    town.own_rules.make(parsed("label: Oldport -> LOC"))
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE)
        said = "Y keeps the rule: “Oldport” is always GPE, no longer “Oldport” is always LOC"
        assert said in reader.shown()
        await reader.press("Y", "g", "r")
        assert "“Oldport” is always LOC (own:2 holds)" in reader.shown()


async def test_a_rule_about_very_many_is_followed_beside_the_screen(
    opened: Open, labels: Labels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_steps, "AT_ONCE", 2)
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE, "Y")
        await reader.until(lambda: "kept: “Oldport” is always GPE" in reader.shown())
        assert labels() == ["GPE"] * 6


async def test_nothing_is_kept_that_is_not_offered(opened: Open, town: Store) -> None:
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE, "shift+tab", "shift+tab", "a", "Y")
        assert "no rule is offered: that follows an equal correction" in reader.shown()
        assert town.own_rules.all() == []


async def test_an_undone_correction_offers_nothing_and_redone_again(
    opened: Open, town: Store
) -> None:
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE, "U")
        assert "Keep rule" not in reader.shown()
        await reader.press("ctrl+y")
        assert "Keep rule" in reader.shown()


async def test_rejecting_all_equal_ones_offers_a_rule(opened: Open, town: Store) -> None:
    async with opened(article=TOWN) as reader:
        await reader.press("tab", "A", "x", "enter")
        said = "rejected 3 mentions; U undoes it; Y keeps the rule: never mark “Oldport” as ORG"
        assert said in reader.shown()
        await reader.press("Y")
        assert town.annotations.of("other") == []


async def test_the_rules_are_a_sequence_away(opened: Open, town: Store) -> None:
    async with opened(article=TOWN) as reader:
        await reader.press(*TWICE, "Y", "g", "r")
        assert isinstance(reader.app.screen, RulesScreen)
        assert "● own:1   “Oldport” is always GPE" in reader.shown()
        await reader.press("q")
        assert reader.screen.article.id == TOWN.id
