"""Every command a key can give: the one source of bindings, footer, help, palette and README.

A command's room is the widget or screen that carries it out; its action is the name of that
widget's or screen's `action_…` method, with arguments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.keys import NO_KEY, shown

if TYPE_CHECKING:
    from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for."""

    id: str
    """`room.verb-object`; keymaps name commands by it."""
    keys: str
    """Textual key names separated by commas; a sequence of two keys has a blank between them.
    Empty for commands that are chosen in the palette."""
    action: str
    help: str
    """What it does, as the help screen, the palette and the README say it."""
    footer: str = ""
    """The word for it in the footer; empty for commands that are not shown there."""

    @property
    def room(self) -> str:
        """Where it works."""
        return self.id.partition(".")[0]

    @property
    def strokes(self) -> tuple[str, ...]:
        """Its keys and sequences one by one."""
        return tuple(self.keys.split(",")) if self.keys else ()


ROOMS = {
    "app": "Everywhere",
    "rows": "Lists",
    "library": "Library",
    "names": "Who and where",
    "text": "Reading",
    "jump": "Jumping",
    "article": "Correcting",
    "page": "The page",
}
"""The rooms in the order in which help lists them, with their headings."""

_OPEN, _CLOSE = "left_square_bracket", "right_square_bracket"

COMMANDS = (
    Command("app.help", "question_mark", "app.help", "show what the keys do here", "Help"),
    Command("app.palette", "ctrl+p", "app.command_palette", "find commands, articles and names"),
    Command("app.type", "colon", "screen.type_command", "type a command, such as :width 72"),
    Command("app.theme", "ctrl+t", "app.next_theme", "next theme; it is remembered"),
    Command("app.tour", "", "app.tour", "show the tour again"),
    Command("app.redraw", "ctrl+l", "app.redraw", "draw the screen anew, if it is spoilt"),
    Command("rows.down", "j,down", "cursor_down", "next row"),
    Command("rows.up", "k,up", "cursor_up", "previous row"),
    Command("rows.page-down", "space,pagedown", "page_down", "next page"),
    Command("rows.page-up", "b,pageup", "page_up", "previous page"),
    Command("rows.top", "g g,home", "scroll_home", "first row"),
    Command("rows.bottom", "G,end", "scroll_end", "last row"),
    Command("rows.choose", "enter", "choose", "open the row"),
    Command("library.filter", "slash", "filter", "filter by words and conditions", "Filter"),
    Command("library.clear", "escape", "clear_filter", "select none, then leave the filter"),
    Command("library.saved", "F", "saved_filters", "choose one of the saved filters"),
    Command("library.save", "ctrl+f", "save_filter", "save the filter under a name"),
    Command(
        "library.facets", "f", "facets", "to sources, tags, names, months; back closes", "Facets"
    ),
    Command("library.preview", "p", "preview", "show or hide the preview", "Preview"),
    Command("library.mark", "v", "mark", "select the article, or no longer", "Select"),
    Command("library.mark-range", "V", "mark_up_to_here", "select up to here"),
    Command("library.mark-all", "asterisk", "mark_all", "select all that are listed, or none"),
    Command("library.sort", "s", "sort", "sort by the next column", "Sort"),
    Command("library.group", "d", "group", "group by the day of the event, or no longer"),
    Command("library.related", "r", "related", "articles that share names, places and days"),
    Command("library.reverse", "S", "reverse", "turn the order round"),
    Command("library.tags", "t", "edit_tags", "tag the article or the selected ones", "Tags"),
    Command("library.note", "c", "edit_note", "note (comment) on the article", "Note"),
    Command("library.accept", "a", "decide('accept')", "accept all that waits in selected ones"),
    Command("library.reject", "x", "decide('reject')", "reject all that waits in selected ones"),
    Command("library.reopen", "A", "decide('reopen')", "let all decided wait again in them"),
    Command(
        "library.delete",
        "delete,backspace",
        "delete",
        "delete the article or the selected ones; restore deleted ones",
    ),
    Command("library.detect", "R", "detect", "run the detector on it or the selected ones again"),
    Command("library.sample", "o", "open_sample", "add and open the sample corpus"),
    Command("library.who", "w", "names('person')", "people and bodies, and what they say", "Who"),
    Command("library.where", "W", "names('place')", "places, and the figures that lie there"),
    Command("library.undo", "U,ctrl+z", "undo", "undo the last edit in the store", "Undo"),
    Command("library.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("library.quit", "q", "leave", "quit; from the facets back to the list", "Quit"),
    Command("names.people", "1", "group('person')", "people"),
    Command("names.bodies", "2", "group('organisation')", "organisations"),
    Command("names.places", "3", "group('place')", "places"),
    Command(
        "names.peoples", "4", "group('people')", "nationalities, religious and political groups"
    ),
    Command("names.filter", "slash", "filter", "filter by words in the name", "Filter"),
    Command("names.clear", "escape", "clear", "back to the names, or leave the filter"),
    Command("names.sort", "s", "sort", "sort by the next column", "Sort"),
    Command("names.across", "tab", "across", "to the passages and back", "Passages"),
    Command("names.mentions", "m", "mentions", "show or hide mere mentions", "Mentions"),
    Command("names.close", "q", "app.pop_screen", "back to the library", "Back"),
    Command("text.down", "j,down", "move('line', 1)", "next line"),
    Command("text.up", "k,up", "move('line', -1)", "previous line"),
    Command("text.right", "l,right", "move('character', 1)", "next character"),
    Command("text.left", "h,left", "move('character', -1)", "previous character"),
    Command("text.next-word", "w,ctrl+right", "move('word', 1)", "next word"),
    Command("text.previous-word", "W,ctrl+left", "move('word', -1)", "previous word"),
    Command("text.line-start", "circumflex_accent", "line_border(-1)", "start of the line"),
    Command("text.line-end", "dollar_sign", "line_border(1)", "end of the line"),
    Command("text.page-down", "space,pagedown", "page(1)", "next page"),
    Command("text.page-up", "b,pageup", "page(-1)", "previous page"),
    Command("text.half-page-down", "d,ctrl+d", "page(0.5)", "half a page down"),
    Command("text.half-page-up", "u,ctrl+u", "page(-0.5)", "half a page up"),
    Command("text.top", "g g,home", "top", "top of the article"),
    Command("text.bottom", "G,end", "bottom", "end of the article"),
    Command("text.next-sentence", "right_parenthesis", "move('sentence', 1)", "next sentence"),
    Command(
        "text.previous-sentence", "left_parenthesis", "move('sentence', -1)", "previous sentence"
    ),
    Command("text.next-paragraph", "right_curly_bracket", "move('paragraph', 1)", "next paragraph"),
    Command(
        "text.previous-paragraph",
        "left_curly_bracket",
        "move('paragraph', -1)",
        "previous paragraph",
    ),
    Command("text.next", "tab", "annotation(1)", "next annotation", "Next"),
    Command("text.previous", "shift+tab", "annotation(-1)", "previous annotation"),
    Command(
        "text.next-unreviewed", f"full_stop,{_CLOSE} u", "unreviewed(1)", "next unreviewed one"
    ),
    Command(
        "text.previous-unreviewed", f"comma,{_OPEN} u", "unreviewed(-1)", "previous unreviewed one"
    ),
    Command("text.next-quote", f"{_CLOSE} q", "annotation(1, 'quotes')", "next quote"),
    Command("text.previous-quote", f"{_OPEN} q", "annotation(-1, 'quotes')", "previous quote"),
    Command("text.next-name", f"{_CLOSE} e", "annotation(1, 'entities')", "next name"),
    Command("text.previous-name", f"{_OPEN} e", "annotation(-1, 'entities')", "previous name"),
    Command("text.next-figure", f"{_CLOSE} f", "annotation(1, 'casualties')", "next figure"),
    Command(
        "text.previous-figure", f"{_OPEN} f", "annotation(-1, 'casualties')", "previous figure"
    ),
    Command("text.next-of-name", f"asterisk,{_CLOSE} n", "kin(1, 'names')", "next of this name"),
    Command(
        "text.previous-of-name",
        f"number_sign,{_OPEN} n",
        "kin(-1, 'names')",
        "previous of this name",
    ),
    Command("text.next-of-speaker", f"{_CLOSE} s", "kin(1, 'quotes')", "next by this speaker"),
    Command(
        "text.previous-of-speaker", f"{_OPEN} s", "kin(-1, 'quotes')", "previous by this speaker"
    ),
    Command("text.select", "v", "select", "start selecting; motions extend", "Select"),
    Command("text.extend-right", "shift+right", "extend('character', 1)", "extend the selection"),
    Command("text.extend-left", "shift+left", "extend('character', -1)", "extend it backwards"),
    Command("text.extend-down", "shift+down", "extend('line', 1)", "extend it by a line"),
    Command("text.extend-up", "shift+up", "extend('line', -1)", "extend it by a line upwards"),
    Command("text.swap", "o", "swap_ends", "move the selection's other end"),
    Command("jump.back", "H,ctrl+o", "jump(-1)", "back to where the last jump began"),
    Command("jump.forward", "L", "jump(1)", "forward again"),
    Command("jump.label", "semicolon", "label", "to any annotation in view, by its letters"),
    Command("jump.mark", "m", "mark", "mark this place with the letter typed next"),
    Command("jump.to-mark", "apostrophe", "to_mark", "to the mark of that letter; twice: back"),
    Command("jump.next-article", "J", "article(1)", "next article of the list"),
    Command("jump.previous-article", "K", "article(-1)", "previous article of the list"),
    Command("article.choose", "enter", "choose", "label what is selected"),
    Command("article.cancel", "escape", "cancel", "forget selection and hits"),
    Command("article.accept", "a", "accept", "accept and go to the next unreviewed", "Accept"),
    Command("article.reject", "x", "reject", "reject and go to the next unreviewed", "Reject"),
    Command("article.relabel", "e", "relabel", "change label, type or category", "Label"),
    Command("article.remove", "delete,backspace", "remove", "remove the annotation"),
    Command("article.tags", "t", "edit_tags", "tags of the annotation, else the article", "Tags"),
    Command("article.note", "c", "edit_note", "note on the annotation, else the article"),
    Command("article.article-tags", "T", "edit_article_tags", "tags of the article"),
    Command("article.article-note", "C", "edit_article_note", "note on the article"),
    Command("article.undo", "U,ctrl+z", "undo", "undo the last edit of this article", "Undo"),
    Command("article.redo", "ctrl+y", "redo", "redo what was undone"),
    Command("article.find", "slash", "find", "find in the text", "Find"),
    Command("article.next-hit", "n", "hit(1)", "next hit"),
    Command("article.previous-hit", "N", "hit(-1)", "previous hit"),
    Command("article.names", "1", "switch('names')", "show or hide names"),
    Command("article.quotes", "2", "switch('quotes')", "show or hide quotes"),
    Command("article.figures", "3", "switch('figures')", "show or hide figures"),
    Command("article.numbers", "4", "switch('numbers')", "show or hide numbers and dates"),
    Command("article.reviewed", "5", "switch('reviewed')", "show or hide what is reviewed"),
    Command("article.voices", "s", "tint", "tell quotes apart by their speakers"),
    Command("article.inspect", "i", "inspect", "all known of the annotation, else the article"),
    Command("article.panel", "p", "panel", "to the list of annotations and back"),
    Command("article.detect", "R", "detect", "run the detector on the article again"),
    Command("article.close", "q", "close", "back to the list", "Back"),
    Command("page.wider", "plus", "widen(1)", "wider column"),
    Command("page.narrower", "minus", "widen(-1)", "narrower column"),
    Command("page.usual-width", "equals_sign", "usual_width", "column of 80 cells again"),
    Command("page.zen", "z", "zen", "the text alone, and back"),
    Command("page.copy", "y", "copy", "copy the selection, else the annotation, to cite it"),
    Command("page.browse", "O", "browse", "open the article's source in a browser"),
)

WIDGET_ROOMS = frozenset({"rows", "text"})
"""Rooms of widgets, whose commands work only while the widget has the keys."""

LIVE_TOGETHER = (
    ("text", "jump", "article", "page", "app"),
    ("rows", "jump", "article", "page", "app"),
    ("rows", "library", "app"),
    ("rows", "names", "app"),
)
"""The rooms of the widget in focus, of its screen and of the app, wherever a person can be."""

OVERRIDING = frozenset({("rows.choose", "article.choose")})
"""Pairs of commands that may have the same key: that of the widget in focus wins. In the list of
annotations Enter goes to the one under the bar; labelling a selection makes sense in the text."""


BY_ID = {command.id: command for command in COMMANDS}


def command_of(action: str, *rooms: str) -> Command | None:
    """The command of some rooms that an action carries out, if one does."""
    return next((each for each in of_rooms(*rooms) if each.action == action), None)


def of_rooms(*rooms: str) -> Iterator[Command]:
    """The commands of some rooms, in the order of the registry."""
    return (command for command in COMMANDS if command.room in rooms)


def bindings(*rooms: str) -> list["Binding"]:
    """Textual bindings for some rooms.

    A sequence is bound as if it were a key; `KeySequences` makes one of two. Of other keys that a
    person prefers Textual learns from the app's keymap, by the command's id.
    """
    from textual.binding import Binding

    return [
        Binding(
            command.keys or NO_KEY,
            command.action,
            command.footer or command.help,
            show=bool(command.footer),
            key_display=next(map(shown, command.strokes), None),
            tooltip=command.help,
            id=command.id,
        )
        for command in of_rooms(*rooms)
    ]
