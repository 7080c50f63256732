from collections.abc import Iterator
from inspect import signature
from itertools import combinations

import pytest
from textual.actions import parse
from textual.keys import Keys, key_to_character

from reader.app import ReaderApp
from reader.commands import COMMANDS, ROOMS, Command, bindings, of_rooms, sequences
from reader.screens.article import ArticleScreen
from reader.screens.library import LibraryScreen
from reader.widgets.article_view import ArticleView
from reader.widgets.virtual_rows import VirtualRows

ACTORS = {
    "app": ReaderApp,
    "rows": VirtualRows,
    "library": LibraryScreen,
    "text": ArticleView,
    "article": ArticleScreen,
}
"""What carries out the commands of each room."""

LIVE_TOGETHER = [
    ("text", "article", "app"),
    ("rows", "library", "app"),
    ("rows", "article", "app"),
]
"""The rooms of the widget in focus, of its screen and of the app."""

OVERRIDDEN = {
    # In the list of annotations Enter goes to the one under the bar; labelling a selection
    # makes sense in the text alone.
    ("rows.choose", "article.choose", "enter"),
}
"""Pairs of commands live at the same time on one key; the widget's own wins over the screen's."""


def strokes(command: Command) -> list[str]:
    return command.keys.split(",")


def keys(command: Command) -> Iterator[str]:
    """The single keys, and those of which sequences are made."""
    return (key for stroke in strokes(command) for key in stroke.split())


def command(name: str) -> Command:
    return next(each for each in COMMANDS if each.id == name)


def test_ids_are_unique() -> None:
    ids = [each.id for each in COMMANDS]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_command_has_a_room_keys_and_help(each: Command) -> None:
    assert each.room in ROOMS
    assert each.help.strip() == each.help != ""
    assert all(1 <= len(stroke.split()) <= 2 for stroke in strokes(each))


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_key_is_one_that_textual_knows(each: Command) -> None:
    known = {key.value for key in Keys} | {"slash"}
    for key in keys(each):
        assert len(key) == 1 or key in known or key_to_character(key) is not None


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_no_key_is_shown_by_the_name_that_textual_has_for_it(each: Command) -> None:
    for key in keys(each):
        assert len(key) == 1 or key not in each.keys_shown


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_action_is_a_method_of_what_carries_it_out(each: Command) -> None:
    namespace, name, arguments = parse(each.action)
    actor = ReaderApp if namespace == "app" else ACTORS[each.room]
    assert namespace in ("", "app")
    method = getattr(actor, f"action_{name}")
    signature(method).bind(actor, *arguments)


@pytest.mark.parametrize("rooms", LIVE_TOGETHER, ids="+".join)
def test_no_two_commands_live_at_the_same_time_share_a_key(rooms: tuple[str, ...]) -> None:
    shared = {
        (one.id, other.id, stroke)
        for one, other in combinations(of_rooms(*rooms), 2)
        for stroke in set(strokes(one)) & set(strokes(other))
    }
    assert shared == {
        (one, other, stroke)
        for one, other, stroke in OVERRIDDEN
        if {one.split(".")[0], other.split(".")[0]} <= set(rooms)
    }


@pytest.mark.parametrize("rooms", LIVE_TOGETHER, ids="+".join)
def test_no_key_that_begins_a_sequence_is_a_command_of_its_own(rooms: tuple[str, ...]) -> None:
    begin = {first for first, _ in sequences(*rooms)}
    assert begin
    assert not begin & {stroke for each in of_rooms(*rooms) for stroke in strokes(each)}


def test_of_rooms_keeps_the_order_of_the_registry() -> None:
    assert [each.id for each in of_rooms("app")] == ["app.help", "app.palette"]
    assert list(of_rooms(*ROOMS)) == list(COMMANDS)
    assert list(of_rooms()) == []


def test_sequences() -> None:
    assert sequences("rows") == {("g", "g"): "scroll_home"}
    assert sequences("text") == {("g", "g"): "top"}
    assert sequences("article", "app") == {}


def test_bindings_leave_sequences_out() -> None:
    found = {each.id: each for each in bindings("text")}
    assert found["text.top"].key == "home"
    assert found["text.down"].key == "j,down"
    assert all(each.key and "g" not in each.key.split(",") for each in found.values())


def test_bindings_show_in_the_footer_what_has_a_word_for_it() -> None:
    found = {each.id: each for each in bindings("article", "text")}
    accept, cancel = found["article.accept"], found["article.cancel"]
    assert (accept.show, accept.description, accept.key_display) == (True, "Accept", "a")
    assert (cancel.show, cancel.description) == (False, "forget selection and hits")
    assert accept.tooltip == "accept and go to the next unreviewed"
    assert found["text.previous"].action == "annotation(-1)"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("text.top", "gg  Home"),
        ("text.down", "j  ↓"),
        ("text.page-down", "Space  PgDn"),
        ("text.next-unreviewed", "]"),
        ("text.previous", "Shift+Tab"),
        ("text.half-page-up", "u  Ctrl+U"),
        ("article.find", "/"),
        ("article.remove", "Delete  Backspace"),
        ("app.help", "?"),
    ],
)
def test_keys_as_people_call_them(name: str, shown: str) -> None:
    assert command(name).keys_shown == shown
