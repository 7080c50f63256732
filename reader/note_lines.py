"""Notes of several lines where there is only one, as in a prompt. Pure."""

from annotations.text import clean, clean_line

BREAK = "⏎"
"""Stands for the end of a line."""


def on_one_line(note: str) -> str:
    r"""A note of any number of lines, as it is shown and changed on one.

    >>> on_one_line("Check the toll.\n\nAsk Mara.")
    'Check the toll. ⏎ ⏎ Ask Mara.'
    """
    return clean_line(f" {BREAK} ".join(clean(note).split("\n")))


def in_lines(answer: str) -> str:
    r"""The note that was typed on one line.

    >>> in_lines("Check the toll. ⏎ ⏎ Ask Mara.")
    'Check the toll.\n\nAsk Mara.'
    """
    return "\n".join(line.strip() for line in clean(answer).split(BREAK)).strip()
