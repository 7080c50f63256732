"""What somebody is told who sees closeread for the first time. Pure."""

from dataclasses import dataclass

from reader.keymap import Keymap


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the tour."""

    title: str
    text: str


def tour(keys: Keymap) -> tuple[Step, ...]:
    """The steps, with the keys as they are."""
    return (
        Step(
            "The page",
            "Names are underlined. Quotes are in italics, with Q in the margin; casualty figures "
            "are bold, with F. Colour only helps.\n\n"
            f"{keys.named('text.down')} and {keys.named('text.up')} move the cursor, "
            f"{keys.named('text.page-down')} turns the page.",
        ),
        Step(
            "From one to the next",
            f"{keys.named('text.next')} goes to the next annotation, "
            f"{keys.named('text.next-unreviewed')} to the next that nobody has decided on.\n\n"
            "The lines under the text say what is known of it; "
            f"{keys.named('article.inspect')} shows the rest.",
        ),
        Step(
            "Deciding",
            f"{keys.named('article.accept')} accepts, {keys.named('article.reject')} rejects, "
            f"{keys.named('article.relabel')} changes the label.\n\n"
            f"All is saved before you see it. {keys.named('article.undo')} undoes, also tomorrow.",
        ),
        Step(
            "What was missed",
            f"{keys.named('text.select')} begins a selection, motions extend it, and "
            f"{keys.named('article.choose')} says what it is.\n\n"
            f"{keys.named('article.tags')} and {keys.named('article.note')} put tags and a note on "
            "an annotation, or on the article.",
        ),
        Step(
            "Finding and hiding",
            f"{keys.named('article.find')} finds in the text. "
            f"{keys.named('article.names')}, {keys.named('article.quotes')}, "
            f"{keys.named('article.figures')} and {keys.named('article.numbers')} hide and show "
            "names, quotes, figures, and numbers and dates.\n\n"
            f"{keys.named('article.panel')} goes to the list of annotations.",
        ),
        Step(
            "All the rest",
            f"{keys.named('app.help')} lists every key that works where you are. "
            f"{keys.named('app.palette')} finds commands, articles and names, "
            f"{keys.named('app.type')} takes commands such as :theme light.\n\n"
            f"{keys.named('article.close')} leads back to the library.",
        ),
    )
