"""What a person can ask for, and by which keys."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for."""

    id: str
    """`room.verb-object`; keymaps name commands by it."""
    keys: str
    """Textual key names separated by commas; a sequence of two keys has a blank between them.
    Empty for commands that are chosen in the palette."""
    action: str
    help: str
    """What it does, as the help screen, the palette and the README say it."""
    footer: str = ""
    """The word for it in the footer; empty for commands that are not shown there."""
    brief: str = ""
    """Its help where all that may follow a first key share a line; empty if it is short enough."""

    @property
    def room(self) -> str:
        """Where it works."""
        return self.id.partition(".")[0]

    @property
    def strokes(self) -> tuple[str, ...]:
        """Its keys and sequences one by one."""
        return tuple(self.keys.split(",")) if self.keys else ()


@dataclass(frozen=True, slots=True)
class Motion(Command):
    """One that can be told a number by digits before it: how often, to which line, what to count.

    Its action takes that number as its last argument.
    """
