"""The screen of the rules that corrections have become."""

from pathlib import Path

import pytest

from annotations.own_rules.lines import parsed
from annotations.store import Store
from reader.screens.library.screen import LibraryScreen
from reader.services import rule_steps
from tests.app.driver import ARTICLE, Open


@pytest.fixture
def ruled(store: Store) -> Store:
    """A store with three rules, of which the first is overruled by the last."""
    for line in ("label: Oldport -> LOC", "name: Marrow Bridge -> The Bridge", "never: Oldport"):
        store.own_rules.make(parsed(line))
    return store


def town(store: Store) -> list[str]:
    return [each.kind for each in store.annotations.of(ARTICLE.id) if each.text == "Oldport"]


async def test_rules_are_listed_with_what_they_have_done(opened: Open, ruled: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "r")
        shown = reader.shown()
        assert "● own:3   never mark “Oldport”" in shown
        assert "● own:1   “Oldport” is always LOC (own:3 holds)" in shown
        assert "3 rules, 3 on" in shown
        assert "Rescue teams from [Oldport] reached the valley" in shown
        assert "has left out 1 in 1 article" in shown
        await reader.press("G")
        assert "overruled by own:3, which was set later: never mark “Oldport”" in reader.shown()


async def test_a_rule_is_switched_off_and_on(opened: Open, ruled: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "r", "G", "space")
        assert "switched off: “Oldport” is always LOC" in reader.shown()
        assert "○ own:1" in reader.shown()
        assert "3 rules, 2 on" in reader.shown()
        await reader.press("A")
        assert "It is off: Space switches it on, and follows it." in reader.shown()
        await reader.press("g", "g", "space", "G", "space")
        assert "switched on: “Oldport” is always LOC" in reader.shown()
        assert [each.rule.is_on for each in ruled.own_rules.all()] == [False, True, True]


async def test_a_rule_is_added_edited_and_removed(opened: Open, store: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "r")
        assert "There is no rule yet." in reader.shown()
        assert "On, off" not in reader.shown()
        await reader.press("a")
        await reader.type("label: Oldport -> loc\r")
        assert "added: “Oldport” is always LOC; 1 suggestion in 1 article" in reader.shown()
        assert town(store) == ["LOC"]
        await reader.press("enter", *["backspace"] * 3)
        await reader.type("FAC\r")
        assert "set: “Oldport” is always FAC; 1 suggestion in 1 article" in reader.shown()
        assert town(store) == ["FAC"]
        await reader.press("x")
        assert "deleted: “Oldport” is always FAC" in reader.shown()
        assert "There is no rule yet." in reader.shown()
        assert town(store) == ["FAC"]
        await reader.press("U", "U", "U")
        assert "undid: make rule (1 mention): “Oldport” is always LOC" in reader.shown()
        assert town(store) == ["GPE"]
        await reader.press("ctrl+y")
        assert "redid: make rule (1 mention)" in reader.shown()


async def test_what_makes_no_sense_is_told(opened: Open, ruled: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "r", "a")
        await reader.type("Oldport is a town\r")
        assert "'Oldport is a town' is no rule." in reader.shown()
        assert len(ruled.own_rules.all()) == 3
        await reader.press("ctrl+u")  # it is asked for again, with what was typed
        await reader.type("never: Oldport bridge\r")
        assert "never mark “Oldport bridge”" in reader.shown()


async def test_rules_are_filtered(opened: Open, ruled: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "r", "slash", *"bridge")
        assert "1 rule for “bridge”, 1 on" in reader.shown()
        await reader.press("enter", "slash")
        await reader.type("zzz\r")
        assert "No rule has these words." in reader.shown()
        await reader.press("space")
        assert "no rule is listed" in reader.shown()
        await reader.press("escape")
        assert "3 rules, 3 on" in reader.shown()
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_what_another_has_set_is_shown(opened: Open, ruled: Store) -> None:
    async with opened(article=None) as reader:
        await reader.press("g", "r", "G")
        ruled.own_rules.make(parsed("never: Kelp"))
        ruled.own_rules.edit(ruled.own_rules.get(1), parsed("never: Sand"))
        await reader.until(lambda: "own:4" in reader.shown())
        assert "own:1   never mark “Sand”" in reader.shown()


async def test_a_rule_about_very_many_is_followed_beside_the_screen(
    opened: Open, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_steps, "AT_ONCE", 0)
    async with opened(article=None) as reader:
        await reader.press("g", "r", "a")
        await reader.type("never: Oldport\r")
        await reader.until(lambda: "added: never mark “Oldport”; 1 suggestion" in reader.shown())
        assert town(store) == []


async def test_without_a_store_there_is_nothing_to_do(opened: Open, tmp_path: Path) -> None:
    async with opened(article=None, path=tmp_path / "none.db") as reader:
        await reader.press("g", "r", "a")
        assert "no article" in reader.shown()
