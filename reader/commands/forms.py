"""The commands of a form that is filled in field by field."""

from reader.commands.command import Command

_FIELD_KEYS = {
    "category": "c",
    "low": "l",
    "best": "b",
    "high": "h",
    "qualifier": "q",
    "victims": "v",
    "whose": "w",
    "place": "p",
    "date": "d",
    "claimed by": "y",
    "is": "i",
    "part of": "o",
}
"""The fields of the form of a figure, each with the key that leads there after `g`."""

FORM_COMMANDS: tuple[Command, ...] = (
    Command("form.next", "tab,right,l", "next", "next field"),
    Command("form.previous", "shift+tab,left,h", "previous", "field before"),
    *(
        Command(
            f"form.to-{name.replace(' ', '-')}",
            f"g {key}",
            f"to_field('{name}')",
            f"to the field “{name}”",
            brief=name,
        )
        for name, key in _FIELD_KEYS.items()
    ),
    Command("form.take", "v", "take", "take the field from the article's text", "From the text"),
    Command("form.clear", "delete,backspace", "remove", "empty the field"),
    Command("form.save", "s,ctrl+s", "save", "save all fields, as one edit", "Save"),
    Command("form.close", "escape,q", "close", "the field as it was; then leave the form"),
)
