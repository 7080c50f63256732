"""Commands that take an argument and are typed behind a colon: `:width 72`. Pure.

A screen carries out those for which it has a method `typed_…`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from annotations.errors import CloseReadError


class TypedError(CloseReadError):
    """What was typed has no meaning here."""


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """One such command."""

    name: str
    argument: str
    """What follows its name, as help shows it."""
    help: str

    @property
    def method(self) -> str:
        """The method of the screens that carry it out."""
        return f"typed_{self.name}"

    @property
    def usage(self) -> str:
        """How it is typed."""
        return f":{self.name} {self.argument}"


TYPED_COMMANDS = (
    TypedCommand(
        "accept",
        "GROUP",
        "accept what waits of a layer, numbers, implicit, a label, rule:ID, confidence>low",
    ),
    TypedCommand("goto", "40%|LINE", "to a part or a line of the article"),
    TypedCommand("language", "NAME", "say which language the article is in: en, German, unknown"),
    TypedCommand("open", "WORDS", "open an article by id or words of its title"),
    TypedCommand("reject", "GROUP", "reject what waits of a group"),
    TypedCommand("tag", "TAG, …", "add tags to the annotation, else the article"),
    TypedCommand("theme", "NAME", "put a theme on, and remember it"),
    TypedCommand("width", "N", "the most characters on a line"),
)

Complete = Callable[[str], Iterable[str]]
"""From the beginning of an argument to whole ones."""


def read(line: str, known: Sequence[TypedCommand]) -> tuple[TypedCommand, str]:
    """The command that was typed, and its argument.

    Args:
        line: A name, or as much of it as tells it from the others, and the argument.
        known: The commands that work here.

    Raises:
        TypedError: If there is no such command here, or the argument is missing.
    """
    name, _, argument = line.strip().removeprefix(":").partition(" ")
    found = _named(name, known)
    if not argument.strip():
        raise TypedError(f":{found.name} needs more.", hint=f"Type {found.usage}.")
    return found, argument.strip()


def completions(
    line: str, known: Sequence[TypedCommand], arguments: Callable[[str], Complete | None]
) -> list[str]:
    """What a line can go on to be, best first.

    Args:
        line: What was typed so far.
        known: The commands that work here.
        arguments: By a command's name what completes its argument, if anything does.
    """
    name, blank, argument = line.partition(" ")
    if not blank:
        return [f"{each.name} " for each in known if each.name.startswith(name)]
    fitting = [each for each in known if each.name.startswith(name)] if name else []
    complete = arguments(fitting[0].name) if len(fitting) == 1 else None
    if complete is None:
        return []
    return [f"{name} {each}" for each in complete(argument.lstrip())]


def whole_lines(
    begun: str, known: Sequence[TypedCommand], words: Callable[[str], Complete | None]
) -> dict[str, TypedCommand]:
    """The lines, with their commands, that can be carried out and that one goes on to be.

    Args:
        begun: The whole name of a command, and perhaps an argument or its beginning.
        known: The commands that work here.
        words: By a command's name what completes its argument, if that is one of a few words.
    """
    name, _, argument = begun.strip().partition(" ")
    command = next((each for each in known if each.name == name), None)
    if command is None:
        return {}
    complete, argument = words(name), argument.strip()
    arguments = list(complete(argument)) if complete is not None else []
    if argument and not arguments:
        arguments = [argument]
    return {f"{name} {each}": command for each in arguments}


def line_at(place: str, *, lines: int) -> int:
    """The line, counted from 0, that a person means by a number or a percentage.

    Args:
        place: `40%`, or a line counted from 1.
        lines: How many there are.

    Raises:
        TypedError: If it is neither, or beyond the last line.
    """
    match = re.fullmatch(r"(\d+) ?(%?)", place)
    if match is None:
        raise TypedError(f"{place!r} is no place.", hint="Type a line, or a part such as 40%.")
    number = int(match[1])
    if match[2]:
        if number > 100:
            raise TypedError(f"There is nothing at {number} %.", hint="The end is at 100 %.")
        return max(0, ceil(lines * number / 100) - 1)
    if not 1 <= number <= lines:
        raise TypedError(f"There is no line {number}.", hint=f"There are lines 1 to {lines}.")
    return number - 1


def _named(name: str, known: Sequence[TypedCommand]) -> TypedCommand:
    """The command of this name, or the only one that begins so."""
    fitting = [each for each in known if each.name.startswith(name)] if name else []
    exact = [each for each in fitting if each.name == name]
    if len(exact or fitting) == 1:
        return (exact or fitting)[0]
    there = ", ".join(each.usage for each in known)
    if fitting:
        could = ", ".join(f":{each.name}" for each in fitting)
        raise TypedError(f":{name} can be {could}.", hint=f"There are {there}.")
    raise TypedError(f"There is no command :{name} here.", hint=f"There are {there}.")
