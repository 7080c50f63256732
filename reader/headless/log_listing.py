"""`closeread log`: who changed what when."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator
from datetime import date

from annotations.errors import UsageError
from annotations.store import Store
from annotations.store.log import LoggedGroup, Wanted
from reader.choosing import choose
from reader.dating import days_meant, told
from reader.headless.output import data_output
from reader.headless.tables import Column, write_table
from reader.log_columns import articles_of
from reader.step_words import group_words

DESCRIPTION = """\
List the edits in the store, the latest first: number, when (in your time), by whom, what was done,
in which article, and whether it stands or was undone. What a person did in one go, be it to
thousands of annotations, is one row. On a terminal the columns are aligned and cut to its width;
elsewhere they are whole and parted by tabs, without a header."""
EXAMPLES = """\
examples:
  closeread log
  closeread log --by anna --on yesterday
  closeread log --since 2026-03-01 --json
  closeread log --article "River takes bridge" --limit 10

`gl` shows the same in the reader, and leads back to any of it.
"""

_COLUMNS = (
    Column("edit", right=True),
    Column("when", width=16),
    Column("by", width=14),
    Column("what"),
    Column("article", width=30),
    Column("state", width=16),
)
_STATES = {"done": "", "undone": "undone", "dropped": "undone for good"}
_AT_ONCE = 500
"""Edits fetched from the store at a time."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--by", metavar="NAME", help="only the edits of a person")
    days = parser.add_mutually_exclusive_group()
    days.add_argument(
        "--on",
        metavar="DAY",
        help="only those of a day (2026-03-01, today, yesterday), a month (2026-03) or a year",
    )
    days.add_argument("--since", metavar="DAY", help="only those from a day on")
    parser.add_argument(
        "--article", metavar="WORDS", help="only those of an article, by its id or title"
    )
    parser.add_argument("--limit", metavar="N", type=_limit, help="at most so many")
    parser.add_argument("--json", action="store_true", help="write a JSON object a line")


def run(options: Namespace) -> int:
    """Write one row an edit."""
    since, before = _days(options)
    with Store.open(options.store, create=False) as store:
        wanted = Wanted(
            article_id=None if options.article is None else choose(store, options.article),
            annotator=options.by,
            since=since,
            before=before,
        )
        _check_annotator(store, options.by)
        groups = groups_of(store, wanted, limit=options.limit)
        if options.json:
            _write_json(groups)
        else:
            today = date.today()
            write_table(_COLUMNS, (_cells(group, today) for group in groups))
    return 0


def groups_of(store: Store, wanted: Wanted, *, limit: int | None) -> Iterator[LoggedGroup]:
    """The groups that are wanted, fetched some at a time."""
    ids = store.log.ids(wanted, limit=-1 if limit is None else limit)
    for start in range(0, len(ids), _AT_ONCE):
        yield from store.log.groups(ids[start : start + _AT_ONCE], article_id=wanted.article_id)


def _days(options: Namespace) -> tuple[str | None, str | None]:
    """From when to when, in UTC."""
    if options.on is not None:
        return days_meant(options.on, today=date.today())
    if options.since is not None:
        return days_meant(options.since, today=date.today())[0], None
    return None, None


def _check_annotator(store: Store, name: str | None) -> None:
    """Make sure that somebody of this name has edited anything.

    Raises:
        UsageError: If nobody has.
    """
    known = store.log.annotators()
    if name is not None and name not in known:
        there = f"There are edits by {', '.join(known)}." if known else "There are no edits yet."
        raise UsageError(f"There is no edit by {name!r}.", hint=there)


def _write_json(groups: Iterable[LoggedGroup]) -> None:
    output = data_output()
    for group in groups:
        output.write(json.dumps(_record(group), ensure_ascii=False) + "\n")


def _record(group: LoggedGroup) -> dict[str, object]:
    first = group.first
    return {
        "id": group.id,
        "at": group.at,
        "annotator": group.annotator,
        "action": group.action,
        "state": group.state,
        "what": group_words(group),
        "changes": group.sums.changes,
        "layer": group.sums.layer,
        "kind_before": group.sums.kind_before,
        "kind_after": group.sums.kind_after,
        "articles": group.articles,
        "article": first.article_id if first is not None and group.articles == 1 else None,
        "annotation": first.annotation if first is not None and group.sums.changes == 1 else None,
    }


def _cells(group: LoggedGroup, today: date) -> tuple[str, ...]:
    return (
        str(group.id),
        told(group.at, today=today),
        group.annotator,
        group_words(group),
        articles_of(group),
        _STATES[group.state],
    )


def _limit(word: str) -> int:
    if not word.isdecimal() or not int(word):
        raise ArgumentTypeError(f"{word!r} is no number of edits")
    return int(word)
