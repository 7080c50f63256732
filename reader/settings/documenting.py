"""The whole of `config.toml` with every default, as a comment."""

from collections.abc import Iterator

from reader.commands import ROOMS, of_rooms
from reader.keyboard.keys import typed
from reader.settings.preferences import PREFERENCES, in_toml

_HEAD = """\
What you prefer in closeread. Every line below says what is the case without it: to change
something, take the # before it away. `closeread config --check` says whether all is well."""

_LABELS = """\
Labels of your own for names, besides those of OntoNotes. The key takes a label at once in the
picker of labels, its names have the colour in the text; each of the three can be left out:
WEAPON = { key = "w", colour = "#d55e00", about = "arms and ammunition" }"""

_KEYS = """\
Which keys give which command: a key, two keys one after the other ("g g"), or a list of these;
[] for none. Two commands that work at the same time cannot share one."""


def documented() -> Iterator[str]:
    """The lines of a file that changes nothing, and documents everything."""
    yield from _comment(_HEAD)
    for each in PREFERENCES.values():
        yield ""
        yield from _comment(each.about)
        yield f"#{each.name} = {in_toml(each.default())}"
    yield ""
    yield from _comment(_LABELS)
    yield "[labels]"
    yield ""
    yield from _keys()


def _keys() -> Iterator[str]:
    yield from _comment(_KEYS)
    yield "[keys]"
    for room, heading in ROOMS.items():
        yield ""
        yield from _comment(heading)
        for command in of_rooms(room):
            strokes = list(map(typed, command.strokes))
            written = in_toml(strokes[0] if len(strokes) == 1 else strokes)
            yield f"#{command.id} = {written}  # {command.help}"


def _comment(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"# {line}"
