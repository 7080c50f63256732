"""Which keys give which command, once a person has had their say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations, takewhile

from reader.commands import BY_ID, LIVE_TOGETHER, OVERRIDING, Command, Motion, of_rooms
from reader.keyboard.keys import NO_KEY, parsed, shown
from reader.settings.nearest import nearest

_KEPT = "It keeps its usual keys."


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyProblem:
    """Something in a person's choice of keys that cannot be."""

    command_id: str
    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The strokes of the commands that do not have their usual ones; perhaps none at all."""

    def strokes(self, command: Command) -> tuple[str, ...]:
        """The strokes of a command."""
        return self.chosen.get(command.id, command.strokes)

    def shown(self, command: Command) -> str:
        """The strokes of a command as people call them, with blanks between; perhaps empty."""
        return "  ".join(map(shown, self.strokes(command)))

    def first(self, command_id: str) -> str:
        """The first stroke of a command as people call it; empty if it has none."""
        return next(map(shown, self.strokes(BY_ID[command_id])), "")

    def named(self, command_id: str) -> str:
        """The first stroke of a command, for messages; where it has none, how else to get at it."""
        return self.first(command_id) or f"“{BY_ID[command_id].help}” in the command palette"

    def following(self, first: str, *rooms: str, count: int = 0) -> str:
        """What a key that begins sequences, or a count, waits for; empty if nothing is waited for.

        Args:
            first: The key; empty if there is only a count.
            rooms: The rooms whose commands work.
            count: The count before it, for which only motions make sense; 0 if there is none.
        """
        commands = [each for each in of_rooms(*rooms) if not count or isinstance(each, Motion)]
        if count and not first:
            return f"{count} … {self._counted(commands, count)}"
        choices = {
            stroke.partition(" ")[2]: command.brief or command.help
            for command in commands
            for stroke in self.strokes(command)
            if stroke.startswith(f"{first} ")
        }
        return f"{count or ''} {shown(first)} … {_listed(choices)}".lstrip() if choices else ""

    def _counted(self, commands: Sequence[Command], count: int) -> str:
        """How a count can go on: that any motion is made so often, and what takes the number."""
        does = {
            "rows.bottom": "to row",
            "text.bottom": "to line",
            "article.figure": "the figure counts",
        }
        numbered = (
            f" · {shown(stroke)} {does[each.id]} {count}"
            for each in commands
            if each.id in does
            for stroke in self.strokes(each)[:1]
        )
        return f"a motion goes so often{''.join(numbered)}"

    def for_textual(self) -> dict[str, str]:
        """What `App.set_keymap` takes."""
        return {name: ",".join(strokes) or NO_KEY for name, strokes in self.chosen.items()}


def _listed(choices: Mapping[str, str]) -> str:
    """Keys with what they do; the words with which all of that begins are said once, in front."""
    words = [does.split() for does in choices.values()]
    same = takewhile(lambda each: len(set(each)) == 1, zip(*words, strict=False))
    shared = "".join(f"{each[0]} " for each in same) if len(choices) > 1 else ""
    told = " · ".join(f"{shown(key)} {does[len(shared) :]}" for key, does in choices.items())
    return f"{shared.strip(' :')}: {told}" if shared else told


USUAL = Keymap()


def is_key(name: str) -> bool:
    """Whether a name that Textual binds stands for a key or sequence."""
    return name != NO_KEY


def keymap(chosen: Mapping[str, tuple[str, ...]]) -> tuple[Keymap, list[KeyProblem]]:
    """Put a person's choice in the place of the usual keys.

    What cannot be is left out: those commands keep their usual keys.

    Args:
        chosen: The keys of some commands, by id, as a person writes them.
    """
    if not chosen:
        return USUAL, []
    problems: list[KeyProblem] = []
    known = dict(_known(chosen, problems))
    while clashing := list(conflicts(Keymap(known))):
        problems += (_conflict(*each, known) for each in clashing)
        for one, other, _ in clashing:
            known.pop(one.id, None)
            known.pop(other.id, None)
    return Keymap(known), problems


def _known(
    chosen: Mapping[str, tuple[str, ...]], problems: list[KeyProblem]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, keys in chosen.items():
        if name not in BY_ID:
            reason = f"there is no command {name!r}"
            problems.append(KeyProblem(command_id=name, reason=reason, hint=nearest(name, BY_ID)))
            continue
        try:
            yield name, _strokes(keys)
        except ValueError as error:
            problems.append(KeyProblem(command_id=name, reason=str(error), hint=_KEPT))


def _strokes(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The strokes of one command.

    Raises:
        ValueError: If one of them is none, or begins another, with the reason.
    """
    strokes = tuple(dict.fromkeys(map(parsed, keys)))
    for one, other in permutations(strokes, 2):
        if other.startswith(f"{one} "):
            raise ValueError(f"{shown(one)} would begin {shown(other)}")
    return strokes


def conflicts(keys: Keymap) -> Iterator[tuple[Command, Command, str]]:
    """Each two commands that one key would give at the same time, once, with that key."""
    seen: set[tuple[str, str]] = set()
    for rooms in LIVE_TOGETHER:
        for one, other in combinations(of_rooms(*rooms), 2):
            pair = (one.id, other.id)
            key = _clash(keys.strokes(one), keys.strokes(other))
            if key is not None and pair not in seen and pair not in OVERRIDING:
                seen.add(pair)
                yield one, other, key


def _clash(strokes: tuple[str, ...], others: tuple[str, ...]) -> str | None:
    """A stroke of the one that is one of the other, or that begins one of it."""
    for one in strokes:
        for other in others:
            if one == other or other.startswith(f"{one} ") or one.startswith(f"{other} "):
                return min(one, other, key=len)
    return None


def _conflict(
    one: Command, other: Command, key: str, chosen: Mapping[str, tuple[str, ...]]
) -> KeyProblem:
    blamed = other if other.id in chosen else one
    return KeyProblem(
        command_id=blamed.id,
        reason=f"{shown(key)} would be both {one.id} ({one.help}) and {other.id} ({other.help})",
        hint="Both keep their usual keys.",
    )
