from collections.abc import Iterator
from inspect import signature
from typing import Any

import pytest
from textual.actions import parse
from textual.keys import Keys, key_to_character

from reader.app import ReaderApp
from reader.commands import (
    COMMANDS,
    LIVE_TOGETHER,
    MOTIONS,
    OVERRIDING,
    ROOMS,
    WIDGET_ROOMS,
    Command,
    Motion,
    bindings,
    of_rooms,
)
from reader.keyboard.keymap import USUAL, conflicts
from reader.keyboard.keys import parsed, typed
from reader.keyboard.sequences import KeySequences
from reader.screens.adjudication.screen import AdjudicationScreen
from reader.screens.article.screen import ArticleScreen
from reader.screens.dialogs.dialog import Dialog
from reader.screens.dialogs.figure_form import FigureForm
from reader.screens.dialogs.guidelines import GuidelinesScreen
from reader.screens.history import HistoryScreen
from reader.screens.library.screen import LibraryScreen
from reader.screens.log.screen import LogScreen
from reader.screens.mentions import MentionsScreen
from reader.screens.mistakes import MistakesScreen
from reader.screens.names import NamesScreen
from reader.screens.plot import PlotScreen
from reader.screens.progress import ProgressScreen
from reader.screens.related import RelatedScreen
from reader.screens.rules import RulesScreen
from reader.screens.tags import TagsScreen
from reader.screens.unplaced import UnplacedScreen
from reader.screens.versions import VersionScreen, VersionsScreen
from reader.widgets.article_view import ArticleView
from reader.widgets.virtual_rows import VirtualRows

ACTORS = {
    "app": ReaderApp,
    "rows": VirtualRows,
    "library": LibraryScreen,
    "related": RelatedScreen,
    "names": NamesScreen,
    "plot": PlotScreen,
    "dialog": Dialog,
    "form": FigureForm,
    "text": ArticleView,
    "jump": ArticleScreen,
    "article": ArticleScreen,
    "page": ArticleScreen,
    "mentions": MentionsScreen,
    "rules": RulesScreen,
    "log": LogScreen,
    "history": HistoryScreen,
    "tags": TagsScreen,
    "progress": ProgressScreen,
    "mistakes": MistakesScreen,
    "guidelines": GuidelinesScreen,
    "unplaced": UnplacedScreen,
    "versions": VersionsScreen,
    "version": VersionScreen,
    "adjudication": AdjudicationScreen,
}
"""What carries out the commands of each room."""


def keys(command: Command) -> Iterator[str]:
    """The single keys, and those of which sequences are made."""
    return (key for stroke in command.strokes for key in stroke.split())


def command(name: str) -> Command:
    return next(each for each in COMMANDS if each.id == name)


def test_ids_are_unique() -> None:
    ids = [each.id for each in COMMANDS]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_command_has_a_room_keys_and_help(each: Command) -> None:
    assert each.room in ROOMS
    assert each.help.strip() == each.help != ""
    assert all(parsed(typed(stroke)) == stroke for stroke in each.strokes)


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_key_is_one_that_textual_knows(each: Command) -> None:
    known = {key.value for key in Keys} | {"slash", "backslash", "plus", "minus", "at"}
    for key in keys(each):
        assert len(key) == 1 or key in known or key_to_character(key) is not None


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_no_key_is_shown_by_the_name_that_textual_has_for_it(each: Command) -> None:
    for key in keys(each):
        assert len(key) == 1 or key not in USUAL.shown(each)


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_action_is_a_method_of_what_carries_it_out(each: Command) -> None:
    namespace, name, arguments = parse(each.action)
    actors = {
        "": (ACTORS[each.room],),
        "app": (ReaderApp,),
        "screen": (LibraryScreen, ArticleScreen),
    }
    for actor in actors[namespace]:
        method = getattr(actor, f"action_{name}")
        signature(method).bind(actor, *arguments)
        if isinstance(each, Motion):
            signature(method).bind(actor, *arguments, 3)


def test_motions_are_what_a_count_makes_sense_before() -> None:
    assert {"text.next-figure", "text.bottom", "rows.down", "jump.back"} <= MOTIONS
    assert not {"text.select", "article.accept", "rows.choose", "jump.mark"} & MOTIONS


def test_digits_are_left_to_counts() -> None:
    assert not {key for each in COMMANDS for key in keys(each)} & set("0123456789")


def test_no_two_commands_live_at_the_same_time_share_a_key() -> None:
    assert list(conflicts(USUAL)) == []


def test_what_a_widget_overrides_is_live_at_the_same_time() -> None:
    for one, other in OVERRIDING:
        rooms = {command(one).room, command(other).room}
        assert any(rooms <= set(live) for live in LIVE_TOGETHER)
        assert set(command(one).strokes) & set(command(other).strokes)


@pytest.mark.parametrize("each", [*of_rooms("rows")], ids=lambda each: each.id)
def test_dialogs_carry_out_what_lists_do(each: Command) -> None:
    _, name, _ = parse(each.action)
    method = getattr(Dialog, f"action_{name}")
    signature(method).bind(Dialog, *([3] if isinstance(each, Motion) else []))


@pytest.mark.parametrize(
    "screen",
    [
        LibraryScreen,
        ArticleScreen,
        MentionsScreen,
        NamesScreen,
        RelatedScreen,
        PlotScreen,
        LogScreen,
        HistoryScreen,
        Dialog,
        FigureForm,
        GuidelinesScreen,
        TagsScreen,
        UnplacedScreen,
        VersionScreen,
        VersionsScreen,
    ],
)
def test_wherever_a_person_can_be_is_known(screen: type[KeySequences[Any]]) -> None:
    of_screen = set(screen.HELP_ROOMS) - WIDGET_ROOMS
    live = [set(rooms) for rooms in LIVE_TOGETHER if of_screen <= set(rooms)]
    assert {room for rooms in live for room in rooms} == {*screen.HELP_ROOMS, "app"}
    assert all(len(rooms & WIDGET_ROOMS) == 1 for rooms in live)


@pytest.mark.parametrize("rooms", LIVE_TOGETHER, ids="+".join)
def test_no_key_that_begins_a_sequence_is_a_command_of_its_own(rooms: tuple[str, ...]) -> None:
    strokes = [stroke for each in of_rooms(*rooms) for stroke in each.strokes]
    begin = {stroke.split()[0] for stroke in strokes if " " in stroke}
    assert begin
    assert not begin & set(strokes)


def test_of_rooms_keeps_the_order_of_the_registry() -> None:
    found = [each.id for each in of_rooms("app")]
    assert found == ["app.help", "app.palette", "app.type", "app.theme", "app.tour", "app.redraw"]
    assert list(of_rooms(*ROOMS)) == list(COMMANDS)
    assert list(of_rooms()) == []


def test_sequences_are_bound_as_if_they_were_keys() -> None:
    found = {each.id: each for each in bindings("text")}
    assert found["text.top"].key == "g g,home"
    assert found["text.top"].key_display == "gg"
    assert found["text.down"].key == "j,down"


def test_bindings_show_in_the_footer_what_has_a_word_for_it() -> None:
    found = {each.id: each for each in bindings("article", "text")}
    accept, cancel = found["article.accept"], found["article.cancel"]
    assert (accept.show, accept.description, accept.key_display) == (True, "Accept", "a")
    assert (cancel.show, cancel.description) == (False, "forget selection and hits")
    assert accept.tooltip == "accept and go to the next unreviewed"
    assert found["text.previous"].action == "annotation(-1, None)"
