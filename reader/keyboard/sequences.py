"""Keys that mean something only together: two-key commands (`gg`), counts (`5j`), and answers."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import events
from textual.actions import parse
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.widget import Widget

from reader.commands import MOTIONS, Command
from reader.keyboard.counts import counted
from reader.typed_commands import TypedCommand

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class KeyTaker:
    """Who wants the next keys."""

    take: Callable[[str], bool]
    """Is given the letter of each key; tells whether it wants another one."""
    end: Callable[[], None]
    """Is called once it gets no more keys, whether it took them all or was interrupted."""


class KeySequences(Screen[Result]):
    """A screen that waits for what follows a key that means nothing alone, as long as it takes.

    Sequences are bound as if they were keys, by the names of both with a blank between. Digits
    that are not bound are a count for the command after them. Escape takes all of it back.
    """

    HELP_ROOMS: ClassVar[tuple[str, ...]] = ()
    """The rooms whose commands work here, in the order in which help lists them."""
    _first_key: str = ""
    _count: int = 0
    """How often the next motion is to be made; 0 if nobody has said so."""
    _taker: KeyTaker | None = None
    _beginning: tuple[Widget | None, Set[str]] | None = None
    """What had the focus when a key came, and the keys that begin a sequence for it."""

    @property
    def rooms(self) -> tuple[str, ...]:
        """The rooms whose commands work now."""
        return self.HELP_ROOMS

    @property
    def typed_commands(self) -> Sequence[TypedCommand]:
        """The commands with an argument that can be typed here."""
        return ()

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing here now; empty if it works.

        Keys, palette and help go by it. Screens whose answer changes refresh their bindings then.
        """
        return ""

    async def take_key(self, event: events.Key) -> bool:
        """Take a key before it means anything else, if it belongs to something begun before.

        The app asks for this where it would look for a binding: there keys come one after the
        other, each when all is done that the one before has asked for, however fast they were
        pressed or however late a slow line has handed them over.

        Returns:
            Whether the key was taken.
        """
        if self._taker is not None:
            letter = event.character if event.is_printable else None
            if letter is None or not self._taker.take(letter):
                self.release_keys()
            return True
        return await self._take_sequence(event.key)

    async def _take_sequence(self, key: str) -> bool:
        """Take the key if it belongs to a sequence or a count, or ends them."""
        first, count = self._first_key, self._count
        if not (first or count or key.isdigit() or key in self._first_keys()):
            return False
        active = self.active_bindings
        ended = active.get(f"{first} {key}")
        bound = {stroke.partition(" ")[0] for stroke in active}
        if ended is None and (counting := counted(count, key, bound=bound)):
            self._wait(count=counting)
            return True
        if ended is None and any(stroke.startswith(f"{key} ") for stroke in active):
            self._wait(first=key, count=count)
            return True
        if first or count:
            self._wait()
        if ended is None and count and key != "escape":
            ended = active.get(key)
        if ended is not None:
            await self._run_bound(ended, count)
        return ended is not None or (bool(first or count) and key == "escape")

    def _first_keys(self) -> Set[str]:
        """The keys that begin a sequence for what has the focus, if only at times.

        What is bound now is dear to ask for, and no key but these can make something of it.
        """
        if self._beginning is None or self._beginning[0] is not self.focused:
            bound = (key for _, bindings in self._modal_binding_chain for key, _ in bindings)
            firsts = {stroke.partition(" ")[0] for stroke in bound if " " in stroke}
            self._beginning = self.focused, firsts
        return self._beginning[1]

    def _wait(self, *, first: str = "", count: int = 0) -> None:
        self._first_key, self._count = first, count
        self.wait_for(first, count=count)

    async def _run_bound(self, active: ActiveBinding, count: int) -> None:
        """Run the action of a binding, as often as was asked for if it can be."""
        binding = active.binding
        if not count:
            await self.app.run_action(binding.action, active.node)
        elif binding.id in MOTIONS:
            namespace, name, arguments = parse(binding.action)
            await self.app.run_action((namespace, name, (*arguments, count)), active.node)
        else:
            self.refuse_count(binding.tooltip or binding.description)

    def wait_for(self, first: str, *, count: int) -> None:
        """Say what is waited for.

        Args:
            first: The first key of a sequence; empty if none was pressed.
            count: What was typed before; 0 for nothing.
        """

    def refuse_count(self, does: str) -> None:
        """Say that a count makes no sense before a command, and that nothing was done.

        Args:
            does: What the command does.
        """

    def take_keys(self, taker: KeyTaker) -> None:
        """Hand over the next keys, in place of whoever wanted them before.

        A key that stands for no letter ends it, and means nothing else.
        """
        self.release_keys()
        self._taker = taker

    def release_keys(self) -> None:
        """Let keys be commands again."""
        taker, self._taker = self._taker, None
        if taker is not None:
            taker.end()

    def on_mouse_down(self) -> None:
        """Take no more keys for anybody: the mouse is used instead."""
        self.release_keys()

    def on_resize(self) -> None:
        """Take no more keys for anybody: what they would choose from stands elsewhere."""
        self.release_keys()

    def on_screen_suspend(self) -> None:
        """Take no more keys for anybody: another screen gets them."""
        self.release_keys()
