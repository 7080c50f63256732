"""The commands that look after the tags of a library, and those that show its guidelines."""

from reader.commands.command import Command, Motion

_TAGS = "all tags: rename, merge, remove, colour"
_GUIDELINES = "the guidelines, and out of them"

TAG_COMMANDS: tuple[Command, ...] = (
    Command("library.all-tags", "g t", "all_tags", _TAGS, brief="all tags"),
    Command("library.guidelines", "g i", "guidelines", _GUIDELINES, brief="guidelines"),
    Command("article.all-tags", "g t", "all_tags", _TAGS, brief="all tags"),
    Command("article.guidelines", "g i", "guidelines", _GUIDELINES, brief="guidelines"),
    Command(
        "tags.rename", "r", "rename", "rename it and those below; onto another: merge", "Rename"
    ),
    Command("tags.colour", "c", "colour", "its colour, for all who read the library", "Colour"),
    Command(
        "tags.remove",
        "delete,backspace",
        "remove",
        "take it and those below off everything",
        "Remove",
    ),
    Command("tags.filter", "slash", "filter", "filter by words in the tag", "Filter"),
    Command("tags.clear", "escape", "clear", "stop an edit; then leave the filter"),
    Command("tags.sort", "s", "sort", "by name, or the commonest first", "Sort"),
    Command("tags.undo", "U,ctrl+z", "undo", "undo the last edit in the library", "Undo"),
    Command("tags.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("tags.close", "q", "app.pop_screen", "back", "Back"),
    Motion("guidelines.next", "tab,right,l", "heading(1)", "next heading"),
    Motion("guidelines.previous", "shift+tab,left,h", "heading(-1)", "heading before"),
    Command("guidelines.close", "escape,q", "close", "close them; they open here again"),
    Command("guidelines.find", "slash", "find", "find words"),
    Motion("guidelines.next-hit", "n", "hit(1)", "next hit"),
    Motion("guidelines.previous-hit", "N", "hit(-1)", "previous hit"),
)
