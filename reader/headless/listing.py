"""`closeread list`: the articles in the store."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import asdict

from annotations.filters import Query
from annotations.language import has_detector
from annotations.store import BEST, SMALLEST_FIRST, SORTS, ArticleRow, Store
from reader.headless.copies import find_copies
from reader.headless.filtering import HELP, add_filter, filter_of
from reader.headless.output import data_output
from reader.headless.tables import Column, write_table

DESCRIPTION = """\
List the articles in the store, or those that fit a filter, the latest first unless --sort says
otherwise: id, date, source, title, how many names, numbers and dates, quotes and casualty figures,
how many names, quotes and figures of all have been checked, how far it is (new, begun, later,
reviewed, excluded), tags, which version of its text it has with how much there is to place in it,
of which article it is a copy, or how many copies it has, and its language, as far as it is known.
On a terminal the columns are aligned and cut to its width; elsewhere they are whole and parted by
tabs, without a header."""
EXAMPLES = f"""\
{HELP}
examples:
  closeread list
  closeread list place:aleppo after:2016-05 is:unreviewed
  closeread list | cut -f 1,4
  closeread list --sort figures
  closeread list --json
"""

_COLUMNS = (
    Column("id", width=16),
    Column("published", width=25),
    Column("source", width=14),
    Column("title"),
    Column("names", right=True),
    Column("numbers", right=True),
    Column("quo", right=True),
    Column("fig", right=True),
    Column("checked", right=True),
    Column("state"),
    Column("tags", width=20),
    Column("text"),
    Column("lang"),
)
_SORTS = tuple(each for each in SORTS if each != BEST)
"""What can be sorted by; the first is the order where nobody says otherwise."""
_AT_ONCE = 500
"""Rows fetched from the store at a time."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_filter(parser)
    parser.add_argument(
        "--sort",
        choices=_SORTS,
        default=_SORTS[0],
        metavar="NAME",
        help=f"the order: {', '.join(_SORTS)} (default: %(default)s). figures puts the most killed "
        "first, then the most injured and so on; figure-count goes by how many figures there are",
    )
    parser.add_argument("--json", action="store_true", help="write a JSON object a line")


def run(options: Namespace) -> int:
    """Write one row an article."""
    query = filter_of(options.words)
    with Store.open(options.store, create=False) as store:
        find_copies(store)
        found = rows_of(store, query, sort=options.sort)
        if options.json:
            output = data_output()
            for row in found:
                output.write(json.dumps(_record(row), ensure_ascii=False) + "\n")
        else:
            write_table(_COLUMNS, map(_cells, found))
    return 0


def rows_of(store: Store, query: Query, *, sort: str = _SORTS[0]) -> Iterator[ArticleRow]:
    """The rows of the articles that fit, in an order, fetched some at a time."""
    keys = store.articles.keys(query=query, sort=sort, descending=sort not in SMALLEST_FIRST)
    for start in range(0, len(keys), _AT_ONCE):
        yield from store.articles.rows(keys[start : start + _AT_ONCE])


def _record(row: ArticleRow) -> dict[str, object]:
    """All that is known of an article in a list; its key is the store's own affair."""
    record = asdict(row)
    del record["key"]
    record["has_detector"] = has_detector(row.language)
    return record


def _cells(row: ArticleRow) -> tuple[str, ...]:
    """An article that no detector has run on has no counts yet, unless a person made some."""
    counts = (row.names, row.entities - row.names, row.quotes, row.casualties)
    known = row.run or any(counts)
    unknown = "not run" if has_detector(row.language) else "no detector"
    return (
        row.id,
        row.published or "",
        row.source or "",
        row.title,
        *(str(count) if known else "-" for count in counts),
        f"{row.reviewed}/{row.reviewed + row.unreviewed}" if known else unknown,
        row.state.value,
        ", ".join(row.tags),
        _text(row),
        row.language or "",
    )


def _text(row: ArticleRow) -> str:
    """Which text an article has, how much has no place in it, and whether it has copies."""
    version = f"version {row.version}" if row.version > 1 else ""
    waiting = f"{row.unplaced} to place" if row.unplaced else ""
    copies = f"copy of {row.copy_of}" if row.copy_of else f"{row.copies} more" if row.copies else ""
    return ", ".join(filter(None, (version, waiting, copies)))
