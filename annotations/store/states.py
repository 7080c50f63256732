"""The states that a person has given to articles, and how to find the articles in each."""

from annotations.model import CLOSED_STATES, ArticleState
from annotations.store.connection import Connection

_GIVEN = "SELECT article FROM article_states WHERE state IN ({})"


def _given(*states: ArticleState) -> str:
    return _GIVEN.format(", ".join(f"'{state}'" for state in states))


CLOSED = _given(*CLOSED_STATES)
"""Selects the keys of the articles in which nothing waits for anybody."""
NOT_EXCLUDED = f"NOT IN ({_given(ArticleState.EXCLUDED)})"
"""What an article's key has to be in a statement that passes excluded articles over."""
CALLED_REVIEWED = _given(ArticleState.REVIEWED)
"""Selects the keys of the articles that a person has called reviewed."""
PUT_OFF = _given(ArticleState.LATER)
"""Selects the keys of the articles that were put off, done by now or not."""

_FREE = "article NOT IN (SELECT article FROM article_states)"
_ALL_DECIDED = "unreviewed = 0 AND (reviewed > 0 OR article IN (SELECT article FROM runs))"

IN_STATE: dict[ArticleState, str] = {
    ArticleState.NEW: "SELECT article FROM article_counts "
    f"WHERE reviewed = 0 AND NOT ({_ALL_DECIDED}) AND {_FREE}",
    ArticleState.BEGUN: "SELECT article FROM article_counts "
    f"WHERE reviewed > 0 AND unreviewed > 0 AND {_FREE}",
    ArticleState.LATER: "SELECT article FROM article_counts "
    f"WHERE article IN ({PUT_OFF}) AND NOT ({_ALL_DECIDED})",
    ArticleState.REVIEWED: f"SELECT article FROM article_counts WHERE {_ALL_DECIDED} "
    f"AND article NOT IN ({_given(ArticleState.EXCLUDED)}) "
    f"UNION {_given(ArticleState.REVIEWED)}",
    ArticleState.EXCLUDED: _given(ArticleState.EXCLUDED),
}
"""Selects the keys of the articles in each state, as `state_of` has it."""


def given_state(connection: Connection, article: int) -> ArticleState | None:
    """The state that a person has given to an article, by its key; null if none."""
    state = connection.value("SELECT state FROM article_states WHERE article = ?", (article,))
    return None if state is None else ArticleState(state)


def set_given_state(connection: Connection, article: int, state: ArticleState | None) -> None:
    """Give an article a state, or let it follow from its annotations.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        state: One of `SETTABLE`, or null.
    """
    if state is None:
        connection.execute("DELETE FROM article_states WHERE article = ?", (article,))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO article_states VALUES (?, ?)", (article, state.value)
        )
