"""From the words of a filter to what FTS5 understands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotations.filters import Word

MATCHING = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
"""Selects the keys of the articles with some words."""


def match_expression(words: "Sequence[Word]") -> str:
    r"""Make a MATCH expression that asks for every word, the last one perhaps unfinished.

    Everything that FTS5 would take for an operator is quoted, so no input is a syntax error.

    >>> from annotations.filters import Word
    >>> match_expression([Word("air"), Word("strikes")])
    '"air" "strikes"*'
    >>> match_expression([Word("air strikes", phrase=True), Word("(no")])
    '"air strikes" "(no"*'
    """
    *_, last = words
    return " ".join(map(_quoted, words)) + ("" if last.phrase else "*")


def beginning_expression(words: str) -> str:
    """Make a MATCH expression that asks for every word, each perhaps unfinished.

    >>> beginning_expression('mar de"l')
    '"mar"* "de l"*'
    """
    parts = (each.replace('"', " ").replace("\0", " ").strip() for each in words.split())
    return " ".join(f'"{part}"*' for part in parts if part)


def _quoted(word: "Word") -> str:
    text = word.text.replace('"', " ").replace("\0", " ")
    return f'"{text}"'
