"""The commands that correct an open article, and that change how its page looks."""

from reader.commands.command import Command, Motion
from reader.commands.states import state_commands

ARTICLE_COMMANDS: tuple[Command, ...] = (
    Command("article.choose", "enter", "choose", "label what is selected"),
    Command("article.cancel", "escape", "cancel", "forget selection and hits"),
    Command("article.accept", "a", "accept", "accept and go to the next unreviewed", "Accept"),
    Command("article.reject", "x", "reject", "reject and go to the next unreviewed", "Reject"),
    Command("article.relabel", "e", "relabel", "label the annotation, else the name here", "Label"),
    Command(
        "article.label-again", "E", "label_again", "label it, or the selection, as the last one"
    ),
    Command("article.keep-rule", "Y", "keep_rule", "keep the rule that is offered", "Keep rule"),
    Motion(
        "article.end-later",
        "greater_than_sign",
        "move_end('end', 1, 'word')",
        "end the annotation a word later",
    ),
    Motion(
        "article.end-earlier",
        "less_than_sign",
        "move_end('end', -1, 'word')",
        "end the annotation a word earlier",
    ),
    Motion(
        "article.start-later",
        "F",
        "move_end('start', 1, 'word')",
        "start the annotation a word later",
    ),
    Motion(
        "article.start-earlier",
        "D",
        "move_end('start', -1, 'word')",
        "start the annotation a word earlier",
    ),
    Motion(
        "article.end-right",
        "g greater_than_sign",
        "move_end('end', 1, 'character')",
        "end the annotation a letter later",
    ),
    Motion(
        "article.end-left",
        "g less_than_sign",
        "move_end('end', -1, 'character')",
        "end the annotation a letter earlier",
    ),
    Motion(
        "article.start-right",
        "g F",
        "move_end('start', 1, 'character')",
        "start the annotation a letter later",
    ),
    Motion(
        "article.start-left",
        "g D",
        "move_end('start', -1, 'character')",
        "start the annotation a letter earlier",
    ),
    Command("article.split", "vertical_line", "split", "split it in two at the cursor"),
    Command("article.merge", "ampersand", "merge", "merge it and the next one, or a selection"),
    Motion("article.figure", "f", "fill_in", "the form of the figure; 12f: it counts 12"),
    Command("article.speaker", "Q s", "point_at_speaker", "the quote's speaker", brief="speaker"),
    Command(
        "article.next-speaker",
        "Q Q",
        "next_speaker",
        "the quote's likeliest other speaker",
        brief="likeliest",
    ),
    Command(
        "article.continue",
        "Q p",
        "continue_speaker",
        "the quote goes on from the one before: its speaker, in one go; again: apart",
        brief="goes on",
    ),
    Command(
        "article.speaker-name", "Q n", "name_speaker", "the quote's speaker's name", brief="name"
    ),
    Command("article.cue", "Q c", "point_at_cue", "the quote's cue", brief="cue"),
    Command("article.direct", "Q d", "report('direct')", "the quote's type direct", brief="direct"),
    Command(
        "article.indirect",
        "Q i",
        "report('indirect')",
        "the quote's type indirect",
        brief="indirect",
    ),
    Command("article.mixed", "Q m", "report('mixed')", "the quote's type mixed", brief="mixed"),
    Command("article.remove", "delete,backspace", "remove", "remove the annotation"),
    Command("article.tags", "t", "edit_tags", "tags of the annotation, else the article", "Tags"),
    Command("article.note", "c", "edit_note", "note on the annotation, else the article"),
    Command("article.article-tags", "T", "edit_article_tags", "tags of the article"),
    Command("article.article-note", "C", "edit_article_note", "note on the article"),
    *state_commands("article", "the article"),
    Command(
        "article.queue", "g n", "queue", "review what waits in the whole list, one by one; or leave"
    ),
    Command("article.skip", "backslash", "skip", "put off what the queue has brought", "Skip"),
    Command(
        "article.queue-order", "g o", "queue_order", "the least sure first, or in reading order"
    ),
    Command("article.undo", "U,ctrl+z", "undo", "undo the last edit of this article", "Undo"),
    Command("article.redo", "ctrl+y", "redo", "redo what was undone"),
    Command(
        "article.take-back", "I", "take_back", "decide again as before another reader changed it"
    ),
    Command("article.find", "slash", "find", "find in the text", "Find"),
    Motion("article.next-hit", "n", "hit(1)", "next hit"),
    Motion("article.previous-hit", "N", "hit(-1)", "previous hit"),
    Command("article.names", "S e", "switch('names')", "show or hide names"),
    Command("article.quotes", "S q", "switch('quotes')", "show or hide quotes"),
    Command("article.figures", "S f", "switch('figures')", "show or hide figures"),
    Command("article.numbers", "S d", "switch('numbers')", "show or hide numbers and dates"),
    Command("article.reviewed", "S r", "switch('reviewed')", "show or hide reviewed ones"),
    Command("article.voices", "s", "tint", "tell quotes apart by their speakers"),
    Command("article.inspect", "i", "inspect", "all known of the annotation, else the article"),
    Command("article.panel", "p", "panel", "to the list of annotations and back"),
    Command("article.plot", "P", "plot", "the name or speaker over time, in all articles"),
    Command("article.rules", "g r", "rules", "the rules that corrections have become"),
    Command("article.language", "g L", "say_language", "say which language the article is in"),
    Command("article.detect", "R", "detect", "run the detector on the article again"),
    Command("article.close", "q", "close", "back to the list", "Back"),
    Command("page.wider", "plus", "widen(1)", "wider column"),
    Command("page.narrower", "minus", "widen(-1)", "narrower column"),
    Command("page.usual-width", "equals_sign", "usual_width", "column of 80 cells again"),
    Command("page.zen", "z", "zen", "the text alone, and back"),
    Command("page.copy", "y", "copy", "copy the selection, else the annotation, to cite it"),
    Command("page.browse", "O", "browse", "open the article's source in a browser"),
)
