"""The commands that say what names there are, and which of them are one."""

from reader.commands.command import Command

NAMES_COMMANDS: tuple[Command, ...] = (
    Command("article.rename", "r", "rename", "rename it throughout the article"),
    Command("article.merge-names", "M", "merge_names", "merge its name and another, in context"),
    Command("article.split-name", "X", "split_name", "split this mention off its name"),
    Command("names.merge", "M", "merge", "merge the name into another", "Merge"),
    Command(
        "names.split",
        "X",
        "split",
        "split off a merged name; among the passages, the name in one article",
        "Split",
    ),
    Command("names.undo", "U,ctrl+z", "undo", "undo the last edit in the store", "Undo"),
    Command("names.redo", "ctrl+y", "redo", "redo what was undone"),
)
