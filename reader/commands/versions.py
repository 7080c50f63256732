"""The commands about new texts of articles, and what has no place in them."""

from reader.commands.command import Command

_UNPLACED = "what has no place in a new text, and the earlier texts"

VERSION_COMMANDS: tuple[Command, ...] = (
    Command("library.unplaced", "g u", "unplaced", _UNPLACED, brief="to place"),
    Command("article.unplaced", "g u", "unplaced", _UNPLACED, brief="to place"),
    Command("unplaced.put", "p", "put", "put it at the place with the arrow", "Put there"),
    Command("unplaced.other", "tab", "other", "the arrow to the next place", "Other place"),
    Command("unplaced.drop", "delete,backspace,x", "drop", "drop it: it has no place", "Drop"),
    Command("unplaced.drop-all", "X", "drop_all", "drop all that are listed"),
    Command("unplaced.versions", "v", "versions", "the texts of the article so far", "Versions"),
    Command("unplaced.undo", "U,ctrl+z", "undo", "undo the last edit, of the article", "Undo"),
    Command("unplaced.redo", "ctrl+y", "redo", "redo what was undone last"),
    Command("unplaced.close", "escape,q", "app.pop_screen", "back", "Back"),
    Command("versions.back", "r", "back", "give the article this text again", "Go back to it"),
    Command("versions.close", "escape,q", "app.pop_screen", "back", "Back"),
    Command(
        "version.back", "r", "back", "give the article this text again, as its newest", "Use it"
    ),
    Command("version.close", "escape,q", "app.pop_screen", "back", "Back"),
)
