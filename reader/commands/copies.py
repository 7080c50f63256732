"""The commands about copies of one report, as several outlets print what an agency sends."""

from reader.commands.command import Command

_COPIES = "the copies of the report, in whatever outlet"

COPY_COMMANDS: tuple[Command, ...] = (
    Command("library.fold", "z a", "fold", "fold the copies of the report, or unfold them"),
    Command("library.fold-all", "z z", "fold_all", "one row for each report, or for each copy"),
    Command("library.copies", "g c", "copies", _COPIES, brief="copies"),
    Command("article.copies", "g c", "copies", _COPIES, brief="copies"),
)
