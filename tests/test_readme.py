from pathlib import Path

from reader.commands import COMMANDS, ROOMS, of_rooms
from reader.keyboard.keymap import USUAL
from reader.typed_commands import TYPED_COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text()


def keys_table(room: str) -> str:
    rows = "\n".join(
        f"| `{USUAL.shown(each)}` | {each.help} |" for each in of_rooms(room) if each.keys
    )
    return f"**{ROOMS[room]}**\n\n| Keys | |\n|---|---|\n{rows}"


def test_readme_lists_every_key() -> None:
    begin, end = README.index("<!-- keys"), README.index("<!-- end of keys")
    listed = README[begin:end].partition("-->\n")[2].strip()
    assert listed == "\n\n".join(keys_table(room) for room in ROOMS)


def test_readme_lists_every_typed_command() -> None:
    for each in TYPED_COMMANDS:
        usage = each.usage.replace("|", r"\|")
        assert f"| `{usage}` | {each.help} |\n" in README


def test_every_room_has_a_heading() -> None:
    assert {command.room for command in COMMANDS} == set(ROOMS)


def test_pictures_are_there_and_load_nothing() -> None:
    for name in ("article", "library", "names", "story"):
        assert f"tests/screenshots/{name}.svg" in README
        picture = (Path(__file__).parent / "screenshots" / f"{name}.svg").read_text()
        assert "url(" not in picture.replace("url(#", "")
