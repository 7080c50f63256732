"""The commands about rules that a person's corrections have become."""

from reader.commands.command import Command

RULE_COMMANDS: tuple[Command, ...] = (
    Command("library.rules", "g r", "rules", "the rules that corrections have become"),
    Command("rules.switch", "space", "switch", "switch the rule on or off", "On, off"),
    Command("rules.edit", "enter,e", "edit", "let the rule say something else", "Edit"),
    Command("rules.add", "a", "add", "add a rule", "Add"),
    Command(
        "rules.apply", "A", "apply", "follow the rule in all that is still suggested", "Apply now"
    ),
    Command("rules.remove", "delete,backspace,x", "remove", "delete the rule", "Remove"),
    Command("rules.filter", "slash", "filter", "filter by words in the rule", "Filter"),
    Command("rules.clear", "escape", "clear", "stop an edit; leave the filter, then the rules"),
    Command("rules.undo", "U,ctrl+z", "undo", "undo the last edit in the store", "Undo"),
    Command("rules.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("rules.close", "q", "app.pop_screen", "back", "Back"),
)
