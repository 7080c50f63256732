"""A person's choice of keys: what it makes of the usual ones, and what cannot be."""

from collections.abc import Mapping

import pytest

from reader.commands import COMMANDS
from reader.keyboard.keymap import USUAL, Keymap, is_key, keymap

BY_ID = {command.id: command for command in COMMANDS}


def complaints(chosen: Mapping[str, tuple[str, ...]]) -> list[str]:
    _, problems = keymap(chosen)
    return [f"{each.command_id}: {each.reason}. {each.hint}" for each in problems]


def test_without_a_choice_the_keys_are_the_usual_ones() -> None:
    assert keymap({}) == (USUAL, [])
    assert USUAL.shown(BY_ID["text.top"]) == "gg  Home"
    assert USUAL.first("text.top") == "gg"
    assert USUAL.for_textual() == {}
    assert USUAL.named("text.top") == "gg"
    assert USUAL.named("app.tour") == "“show the tour again” in the command palette"


def test_a_choice_takes_the_place_of_the_usual_keys() -> None:
    keys, problems = keymap({"text.next": ("ctrl+n", "g k"), "library.quit": ()})
    assert problems == []
    assert keys.shown(BY_ID["text.next"]) == "Ctrl+N  gk"
    assert (keys.first("text.next"), keys.first("library.quit")) == ("Ctrl+N", "")
    told = keys.for_textual()
    assert told["text.next"] == "ctrl+n,g k"
    assert not is_key(told["library.quit"])


def test_two_commands_can_change_places() -> None:
    keys, problems = keymap({"text.down": ("k",), "text.up": ("j",)})
    assert problems == []
    assert keys == Keymap({"text.down": ("k",), "text.up": ("j",)})


def test_one_key_in_rooms_that_are_never_live_together() -> None:
    assert complaints({"library.sort": ("f6",), "text.next": ("f6",)}) == []


@pytest.mark.parametrize(
    ("chosen", "complaint"),
    [
        (
            {"text.next": ("j",)},
            "text.next: j would be both text.down (next line) and text.next (next annotation). "
            "Both keep their usual keys.",
        ),
        (
            {"article.find": ("j", "f")},
            "article.find: j would be both text.down (next line) and article.find (find in the "
            "text). Both keep their usual keys.",
        ),
        (
            {"app.help": ("t",)},
            "app.help: t would be both app.help (show what the keys do here) and article.tags "
            "(tags of the annotation, else the article). Both keep their usual keys.",
        ),
        (
            {"text.next": ("g",)},
            "text.next: g would be both text.top (top of the article) and text.next (next "
            "annotation). Both keep their usual keys.",
        ),
        (
            {"text.next": ("j n",)},
            "text.next: j would be both text.down (next line) and text.next (next annotation). "
            "Both keep their usual keys.",
        ),
        (
            {"text.nxt": ("n",)},
            "text.nxt: there is no command 'text.nxt'. Did you mean 'text.next'?",
        ),
        (
            {"xyz": ("n",)},
            "xyz: there is no command 'xyz'. `closeread config --defaults` lists all there are.",
        ),
        ({"text.next": ("tabu",)}, "text.next: 'tabu' is no key. It keeps its usual keys."),
        (
            {"text.next": ("n", "n n")},
            "text.next: n would begin nn. It keeps its usual keys.",
        ),
    ],
)
def test_what_cannot_be_is_named_and_left_out(
    chosen: Mapping[str, tuple[str, ...]], complaint: str
) -> None:
    assert complaint in complaints(chosen)
    assert keymap(chosen)[0] == USUAL


def test_what_a_conflict_takes_back_can_be_in_the_way_of_others_in_turn() -> None:
    keys, problems = keymap(
        {"text.down": ("f7",), "text.next": ("j",), "text.swap": ("f7",), "text.select": ("tilde",)}
    )
    assert keys == Keymap({"text.select": ("tilde",)})
    assert [each.command_id for each in problems] == ["text.swap", "text.next"]


def test_enter_in_a_list_overrides_that_of_the_screen() -> None:
    assert complaints({"rows.choose": ("f5",), "article.choose": ("f5",)}) == []
    assert complaints({"rows.choose": ("f5",), "article.tags": ("f5",)}) != []


def test_what_follows_the_first_key_of_a_sequence() -> None:
    assert USUAL.following("g", "rows", "app") == "g … g first row"
    following = USUAL.following("right_square_bracket", "text")
    assert following == (
        "] … u unreviewed · q quote · e name · f figure · n same name · s same speaker"
    )
    assert len(following) <= 78  # the status line of a screen of 80 cells
    assert USUAL.following("left_square_bracket", "text") == following.replace("]", "[")
    assert USUAL.following("S", "article").startswith("S … show or hide: e names · q quotes · f ")
    assert USUAL.following("j", "rows") == USUAL.following("", "rows") == ""
    chosen, _ = keymap({"rows.top": ("g z",)})
    assert chosen.following("g", "rows") == "g … z first row"


def test_what_follows_a_count() -> None:
    told = "12 … a motion goes so often · G to line 12 · f the figure counts 12"
    assert USUAL.following("", "text", "article", count=12) == told
    assert USUAL.following("", "app", count=12) == "12 … a motion goes so often"
    chosen, _ = keymap({"rows.bottom": ("f9",)})
    assert chosen.following("", "rows", count=7) == "7 … a motion goes so often · F9 to row 7"
    assert USUAL.following("g", "rows", count=3) == "3 g … g first row"
    assert USUAL.following("S", "article", count=3) == ""
