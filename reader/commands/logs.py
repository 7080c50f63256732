"""The commands of the log of all edits, and of the history of one annotation."""

from reader.commands.command import Command

LOG_COMMANDS: tuple[Command, ...] = (
    Command(
        "article.history", "g h", "history", "what became of the annotation, and back to any of it"
    ),
    Command("article.log", "g l", "log", "the log of edits, of this article first"),
    Command("library.log", "g l", "log", "the log of edits: who did what when, and back to it"),
    Command(
        "log.to-here",
        "t",
        "to_here",
        "undo all edits after this one, or redo up to it",
        "Back to here",
    ),
    Command("log.alone", "u", "alone", "undo this edit alone, or redo it", "Undo it"),
    Command("log.undo", "U,ctrl+z", "undo", "undo the last edit, of those listed where"),
    Command("log.redo", "ctrl+y", "redo", "redo what was undone last"),
    Command("log.who", "w", "who", "only the edits of a person", "Who"),
    Command("log.day", "d", "day", "only the edits of a day, a month or a year", "Day"),
    Command("log.scope", "s", "scope", "those of the article, or of the whole store", "Where"),
    Command("log.across", "tab", "across", "to what the edit changed, and back", "Changes"),
    Command("log.history", "g h", "history", "what became of the annotation, removed or not"),
    Command("log.clear", "escape", "clear", "all edits again; from them, back"),
    Command("log.close", "q", "app.pop_screen", "back", "Back"),
    Command(
        "history.restore", "r", "restore", "go back to this state, as a new edit", "Go back to it"
    ),
    Command("history.undo", "U,ctrl+z", "undo", "undo the last edit of the article", "Undo"),
    Command("history.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("history.close", "escape,q", "app.pop_screen", "back", "Back"),
)
