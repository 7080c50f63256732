"""The commands by which disagreements of two annotators are settled."""

from reader.commands.command import Command, Motion

ADJUDICATION_COMMANDS: tuple[Command, ...] = (
    Command("adjudication.first", "a,left", "settle('A')", "take what A has", "A"),
    Command("adjudication.second", "b,right", "settle('B')", "take what B has", "B"),
    Command("adjudication.both", "t", "settle('both')", "take both", "Both"),
    Command("adjudication.neither", "x", "settle('neither')", "take neither", "Neither"),
    Command(
        "adjudication.own",
        "e",
        "write_own",
        "write your own, beginning with what was taken, else with A's",
        "Own",
    ),
    Command("adjudication.own-of-second", "E", "write_own(True)", "the same, beginning with B's"),
    Motion("adjudication.next", "j,down,tab", "step(1)", "next disagreement"),
    Motion("adjudication.previous", "k,up,shift+tab", "step(-1)", "previous disagreement"),
    Command("adjudication.next-open", "n", "step_open(1)", "next that is open", "Next open"),
    Command("adjudication.previous-open", "N", "step_open(-1)", "previous that is open"),
    Command("adjudication.next-article", "right_square_bracket", "step_article(1)", "next article"),
    Command(
        "adjudication.previous-article", "left_square_bracket", "step_article(-1)", "article before"
    ),
    Motion("adjudication.top", "g g,home", "go_to", "first disagreement, or that number"),
    Motion("adjudication.bottom", "G,end", "go_to_end", "last disagreement, or that number"),
    Command("adjudication.scroll-down", "space,pagedown", "scroll_text(1)", "scroll the text"),
    Command("adjudication.scroll-up", "pageup,backspace", "scroll_text(-1)", "scroll it back"),
    Command("adjudication.open", "enter", "open_article", "open the article at it"),
    Command("adjudication.undo", "U,ctrl+z", "undo", "undo what was settled last", "Undo"),
    Command("adjudication.redo", "ctrl+y", "redo", "redo what was undone last"),
    Command("adjudication.quit", "q", "leave", "quit; the rest can wait", "Quit"),
)
