"""What somebody is told who sees closeread for the first time. Pure."""

import re
from dataclasses import dataclass, replace

from reader.keyboard.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the tour."""

    title: str
    text: str


_STEPS = (
    Step(
        "The page",
        "Names are underlined. Quotes are in italics, with Q in the margin; casualty figures "
        "are bold, with F. Colour only helps.\n\n"
        "{text.down} and {text.up} move the cursor, {text.page-down} turns the page.",
    ),
    Step(
        "From one to the next",
        "{text.next} goes to the next annotation, "
        "{text.next-unreviewed} to the next that nobody has decided on.\n\n"
        "The lines under the text say what is known of it; {article.inspect} shows the rest.",
    ),
    Step(
        "Deciding",
        "{article.accept} accepts, {article.reject} rejects, {article.relabel} changes the "
        "label.\n\n"
        "All is saved before you see it. {article.undo} undoes, also tomorrow.",
    ),
    Step(
        "What was missed",
        "{text.select} begins a selection, motions extend it, and {article.choose} says what it "
        "is.\n\n"
        "{article.tags} and {article.note} put tags and a note on an annotation, or on the "
        "article.",
    ),
    Step(
        "Finding and hiding",
        "{article.find} finds in the text. {article.names}, {article.quotes}, {article.figures} "
        "and {article.numbers} hide and show names, quotes, figures, and numbers and dates.\n\n"
        "{article.panel} goes to the list of annotations.",
    ),
    Step(
        "All the rest",
        "{app.help} lists every key that works where you are. "
        "{app.palette} finds commands, articles and names, "
        "{app.type} takes commands such as :theme light.\n\n"
        "{article.close} leads back to the library.",
    ),
)
"""With commands in braces, for their keys."""
_COMMAND = re.compile(r"\{([\w.-]+)\}")


def tour(keys: Keymap) -> tuple[Step, ...]:
    """The steps, with the keys as they are."""
    return tuple(
        replace(step, text=_COMMAND.sub(lambda found: keys.named(found[1]), step.text))
        for step in _STEPS
    )
