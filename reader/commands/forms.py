"""The commands of a form that is filled in field by field."""

from reader.commands.command import Command

FORM_COMMANDS: tuple[Command, ...] = (
    Command("form.next", "tab,right,l", "next", "next field"),
    Command("form.previous", "shift+tab,left,h", "previous", "field before"),
    Command("form.take", "v", "take", "take the field from the article's text", "From the text"),
    Command("form.clear", "delete,backspace", "remove", "empty the field"),
    Command("form.save", "s,ctrl+s", "save", "save all fields, as one edit", "Save"),
    Command("form.close", "escape,q", "close", "leave the form; asks if it has changes"),
)
