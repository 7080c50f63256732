"""How far a person is with an article as a whole."""

from enum import StrEnum


class ArticleState(StrEnum):
    """What is left to do in an article."""

    NEW = "new"
    """Nobody has decided anything in it."""
    BEGUN = "begun"
    """In progress: something in it is decided, and something is not."""
    LATER = "later"
    """A person has put it off; it comes last in the queue."""
    REVIEWED = "reviewed"
    """Nothing in it waits for a decision, or a person has said so although something does."""
    EXCLUDED = "excluded"
    """A person does not want it: it is left out of the queue and of exports."""


SETTABLE = (ArticleState.REVIEWED, ArticleState.EXCLUDED, ArticleState.LATER)
"""The states that a person can give; the others follow from the annotations."""

CLOSED_STATES = (ArticleState.REVIEWED, ArticleState.EXCLUDED)
"""The states in which nothing waits for anybody, whatever is undecided."""


def state_of(
    given: ArticleState | None, *, decided: int, undecided: int, run: bool
) -> ArticleState:
    """The state of an article.

    Args:
        given: What a person has given it; null if nothing.
        decided: How many of its names, quotes and figures a person has decided on.
        undecided: How many wait for a decision.
        run: Whether a detector has read it.

    Returns:
        What was given; but what was put off is reviewed once nothing in it is left to decide.
    """
    if given in CLOSED_STATES:
        assert given is not None
        return given
    if not undecided and (decided or run):
        return ArticleState.REVIEWED
    return given or (ArticleState.BEGUN if decided else ArticleState.NEW)
