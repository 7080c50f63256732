"""The commands of the screen that says how far a library is."""

from reader.commands.command import Command

_PROGRESS = "how far the library is, how good the machine was, and the pace"

PROGRESS_COMMANDS: tuple[Command, ...] = (
    Command("library.progress", "g s", "progress", _PROGRESS, brief="progress"),
    Command("article.progress", "g s", "progress", _PROGRESS, brief="progress"),
    Command("progress.undo", "U,ctrl+z", "undo", "undo the last edit in the store", "Undo"),
    Command("progress.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("progress.close", "escape,q", "app.pop_screen", "back", "Back"),
    Command("mistakes.filter", "slash", "filter", "filter by words in or around it", "Filter"),
    Command("mistakes.clear", "escape", "clear", "leave the filter; then back"),
    Command("mistakes.undo", "U,ctrl+z", "undo", "undo the last edit in the store", "Undo"),
    Command("mistakes.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("mistakes.close", "q", "app.pop_screen", "back to the progress", "Back"),
)
