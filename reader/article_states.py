"""The states of articles: how they are given, drawn and told. Pure."""

from dataclasses import dataclass

from annotations.model import ArticleState


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person says of an article as a whole."""

    state: ArticleState | None
    """Null to let it follow from the annotations."""
    action: str
    """As the history names it."""
    doing: str
    """As it is told while many articles get it."""
    did: str
    """Goes before how many they were."""
    stands: str
    """What an article is that has it, as it is told."""


VERDICTS = {
    "reviewed": Verdict(
        state=ArticleState.REVIEWED,
        action="mark reviewed",
        doing="marking as reviewed",
        did="marked as reviewed",
        stands="reviewed, whatever is left in it",
    ),
    "excluded": Verdict(
        state=ArticleState.EXCLUDED,
        action="exclude",
        doing="excluding",
        did="excluded",
        stands="excluded from queue and export",
    ),
    "later": Verdict(
        state=ArticleState.LATER,
        action="put off",
        doing="putting off",
        did="put off",
        stands="put off: it comes last in the queue",
    ),
    "as-annotated": Verdict(
        state=None,
        action="clear state",
        doing="clearing the state of",
        did="cleared the state of",
        stands="as far as its annotations say",
    ),
}
"""By the word that commands name them by."""

STATE_SIGNS = {
    ArticleState.NEW: " ",
    ArticleState.BEGUN: " ",
    ArticleState.LATER: "»",
    ArticleState.REVIEWED: "✓",
    ArticleState.EXCLUDED: "×",
}
"""One cell for each state; of those without a sign the numbers beside it tell enough."""


def shown(state: ArticleState | None) -> str:
    """A state that a person has given, with its sign; empty if none was."""
    return "" if state is None else f"{STATE_SIGNS[state]} {state}"
