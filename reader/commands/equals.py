"""The commands that decide on all that is equal, or alike, in one step."""

from reader.commands.command import Command

_ALL = "all that is equal, in context"

EQUALS_COMMANDS: tuple[Command, ...] = (
    Command("article.accept-equal", "A a", "to_equal('accept')", f"{_ALL}: accept"),
    Command("article.reject-equal", "A x", "to_equal('reject')", f"{_ALL}: reject"),
    Command("article.relabel-equal", "A e", "to_equal('relabel')", f"{_ALL}: relabel"),
    Command("article.rename-equal", "A n", "to_equal('rename')", f"{_ALL}: name"),
    Command("article.remove-equal", "A d", "to_equal('remove')", f"{_ALL}: remove"),
    Command(
        "article.by-group", "B", "by_group", "all that waits of a layer, label, rule or confidence"
    ),
    Command(
        "mentions.except",
        "space",
        "except",
        "except the one under the cursor, or no longer",
        "Except",
    ),
    Command("mentions.except-all", "asterisk", "except_all", "except all, or none", "All, none"),
    Command(
        "mentions.scope",
        "s,tab",
        "widen(1)",
        "in the article, in the list it is of, or in the whole store",
        "Where",
    ),
    Command("mentions.scope-back", "S,shift+tab", "widen(-1)", "the same, the other way round"),
    Command("mentions.by-name", "n", "by_name", "equal by canonical name, or by the words", "Name"),
    Command("mentions.any-label", "l", "any_label", "of the same label, or of any", "Label"),
    Command("mentions.turn-round", "o", "turn_round", "the other name stays", "Other"),
    Command("mentions.apply", "enter", "apply", "do it to all that are not excepted", "Do it"),
    Command("mentions.close", "escape,q", "app.pop_screen", "change nothing", "Leave"),
)
