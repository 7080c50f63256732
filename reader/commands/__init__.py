"""Every command a key can give: the one source of bindings, footer, help, palette and README.

A command's room is the widget or screen that carries it out; its action is the name of that
widget's or screen's `action_…` method, with arguments.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.commands.adjudication import ADJUDICATION_COMMANDS
from reader.commands.article import ARTICLE_COMMANDS
from reader.commands.command import Command, Motion
from reader.commands.copies import COPY_COMMANDS
from reader.commands.equals import EQUALS_COMMANDS
from reader.commands.forms import FORM_COMMANDS
from reader.commands.lists import LIST_COMMANDS
from reader.commands.logs import LOG_COMMANDS
from reader.commands.names import NAMES_COMMANDS
from reader.commands.progress import PROGRESS_COMMANDS
from reader.commands.reading import READING_COMMANDS
from reader.commands.rules import RULE_COMMANDS
from reader.commands.tags import TAG_COMMANDS
from reader.commands.versions import VERSION_COMMANDS
from reader.keyboard.keys import NO_KEY, shown

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = ["COMMANDS", "MOTIONS", "Command", "Motion", "binding", "bindings", "of_rooms"]

ROOMS = {
    "app": "Everywhere",
    "rows": "Lists",
    "library": "Library",
    "related": "Related articles and copies",
    "names": "Who and where",
    "plot": "A name over time",
    "dialog": "Pickers, help and cards",
    "form": "The form of a figure",
    "text": "Reading",
    "jump": "Jumping",
    "article": "Correcting",
    "page": "The page",
    "mentions": "All that is equal",
    "rules": "Rules that corrections have become",
    "log": "The log of edits",
    "history": "The history of an annotation",
    "tags": "All tags",
    "guidelines": "The guidelines",
    "unplaced": "What has no place in a new text",
    "versions": "The texts of an article",
    "version": "An earlier text",
    "progress": "How far the library is",
    "mistakes": "What was wrong with suggestions",
    "adjudication": "Settling the disagreements of two annotators",
}
"""The rooms in the order in which help lists them, with their headings."""

COMMANDS = (
    *LIST_COMMANDS,
    *FORM_COMMANDS,
    *READING_COMMANDS,
    *ARTICLE_COMMANDS,
    *EQUALS_COMMANDS,
    *RULE_COMMANDS,
    *NAMES_COMMANDS,
    *LOG_COMMANDS,
    *TAG_COMMANDS,
    *VERSION_COMMANDS,
    *PROGRESS_COMMANDS,
    *ADJUDICATION_COMMANDS,
    *COPY_COMMANDS,
)
"""All of them, room by room."""

WIDGET_ROOMS = frozenset({"rows", "text"})
"""Rooms of widgets, whose commands work only while the widget has the keys."""

LIVE_TOGETHER = (
    ("text", "jump", "article", "page", "app"),
    ("rows", "jump", "article", "page", "app"),
    ("rows", "library", "app"),
    ("rows", "related", "app"),
    ("rows", "names", "app"),
    ("rows", "plot", "app"),
    ("rows", "dialog", "app"),
    ("rows", "form", "app"),
    ("rows", "mentions", "app"),
    ("rows", "rules", "app"),
    ("rows", "log", "app"),
    ("rows", "history", "app"),
    ("rows", "tags", "app"),
    ("rows", "guidelines", "app"),
    ("rows", "unplaced", "app"),
    ("rows", "versions", "app"),
    ("text", "version", "app"),
    ("rows", "progress", "app"),
    ("rows", "mistakes", "app"),
    ("adjudication", "app"),
)
"""The rooms of the widget in focus, of its screen and of the app, wherever a person can be."""

MOTIONS = frozenset(command.id for command in COMMANDS if isinstance(command, Motion))
"""The ids of the commands that take a count."""

OVERRIDING = frozenset(
    {
        ("rows.choose", "article.choose"),
        ("rows.choose", "mentions.apply"),
        ("rows.page-down", "mentions.except"),
        ("rows.choose", "rules.edit"),
        ("rows.page-down", "rules.switch"),
    }
)
"""Pairs of commands that may have the same key: the nearer to what is in focus wins. In the list of
annotations Enter goes to the one under the bar; labelling a selection makes sense in the text. The
list of equal ones and that of rules have Enter and Space to themselves."""


BY_ID = {command.id: command for command in COMMANDS}


def command_of(action: str, *rooms: str) -> Command | None:
    """The command of some rooms that an action carries out, if one does."""
    return next((each for each in of_rooms(*rooms) if each.action == action), None)


def of_rooms(*rooms: str) -> Iterator[Command]:
    """The commands of some rooms, in the order of the registry."""
    return (command for command in COMMANDS if command.room in rooms)


def bindings(*rooms: str) -> list["Binding"]:
    """Textual bindings for some rooms.

    A sequence is bound as if it were a key; `KeySequences` makes one of two. Of other keys that a
    person prefers Textual learns from the app's keymap, by the command's id.
    """
    return [_bound(command, command.action) for command in of_rooms(*rooms)]


def binding(command_id: str, action: str | None = None) -> "Binding":
    """The Textual binding for one command.

    Args:
        command_id: Its id.
        action: What its keys do in place of its own action, as closing what they have opened.
    """
    command = next(each for each in COMMANDS if each.id == command_id)
    return _bound(command, action or command.action)


def _bound(command: Command, action: str) -> "Binding":
    from textual.binding import Binding

    return Binding(
        command.keys or NO_KEY,
        action,
        command.footer or command.help,
        show=bool(command.footer),
        key_display=next(map(shown, command.strokes), None),
        tooltip=command.help,
        id=command.id,
    )
