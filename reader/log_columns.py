"""How a row of the log is laid out: when, who, what, and where. Pure."""

from datetime import date, tzinfo

from rich.cells import cell_len

from annotations.store.log import LoggedGroup
from annotations.text import clean_line
from reader.dating import told
from reader.step_words import group_words
from reader.widgets.columns import GAP, fitted

_WHEN = len("2026-03-01 17:45")
_WHO_SHARE, _LEAST_WHO, _MOST_WHO = 0.12, 6, 16
_WHERE_SHARE = 0.35
"""How much of what is left the articles take; what was done takes the rest."""
_COUNT = len("100,000 articles")
_STATES = {"done": "", "undone": "undone · ", "dropped": "undone for good · "}


def log_line(
    group: LoggedGroup,
    width: int,
    *,
    in_article: bool = False,
    today: date,
    zone: tzinfo | None = None,
) -> str:
    """Lay a row out.

    Args:
        group: What a person did.
        width: Cells of the row.
        in_article: Whether all rows are about one article, which need not be named in each.
        today: The day that it is.
        zone: The time of where a person is; null for that of this machine.
    """
    who = min(_MOST_WHO, max(_LEAST_WHO, int(width * _WHO_SHARE)))
    head = f"{fitted(told(group.at, today=today, zone=zone), _WHEN)}{GAP}"
    head += f"{fitted(clean_line(group.annotator), who)}{GAP}"
    left = max(2, width - cell_len(head) - len(GAP))
    where = _COUNT if in_article else int(left * _WHERE_SHARE)
    what = f"{_STATES[group.state]}{clean_line(group_words(group))}"
    named = "" if in_article and group.articles == 1 else articles_of(group)
    return f"{head}{fitted(what, left - where)}{GAP}{fitted(named, where)}"


def articles_of(group: LoggedGroup) -> str:
    """The article of a group, or how many it touches."""
    if group.articles > 1:
        return f"{group.articles:,} articles"
    return clean_line(group.first.title) if group.first is not None else ""
