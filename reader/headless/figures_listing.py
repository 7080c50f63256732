"""`closeread figures`: the casualty ledger."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence

from annotations.formats.tables import csv_files
from annotations.formats.tables.columns import Cell
from annotations.formats.tables.csv_rows import csv_of, csv_rows
from annotations.formats.tables.figures import TABLE
from annotations.model import Category, Status
from annotations.store import Store
from reader.exports import job
from reader.exports.wanted import Wanted
from reader.headless.copies import find_copies
from reader.headless.failures import Failures
from reader.headless.filtering import HELP, add_filter, filter_of
from reader.headless.output import data_output, report
from reader.headless.statuses import add_only, wanted
from reader.headless.tables import Column, write_table

DESCRIPTION = """\
List the casualty figures of all articles, or of those that fit a filter, side by side: those of one
place and day stand together, by what happened to the people, as they were published. Rejected ones
are left out unless --only names them, and people named without a number while that is only
suggested, unless --implicit is given. A figure that adds to another begins with +, a part of
another with ⊂, what is denied with ¬, what is only feared with ?, and what is of an earlier event
is in brackets. “copy of” names the article of which this one is a copy: it is no further source. On
a terminal the columns are cut to its width; elsewhere they are whole and parted by tabs, without a
header. CSV and JSON lines have the columns of `closeread export --format figures`."""
EXAMPLES = f"""\
{HELP}
examples:
  closeread figures place:kunduz
  closeread figures --label killed,injured tag:aleppo
  closeread figures --only accepted,corrected,added --format csv > ledger.csv
  closeread figures --format jsonl | jq .count_text
"""

Row = dict[str, Cell]

_COLUMNS = (
    Column("incident", width=22),
    Column("harm", width=9),
    Column("number"),
    Column("claimed by", width=16),
    Column("published", width=10),
    Column("copy of", width=7),
    Column("source", width=14),
    Column("victims", width=8),
    Column("status", width=9),
    Column("article", width=16),
)
"""What tells claims apart comes first; a narrow terminal cuts the rest."""
_SHOWN = (
    *("incident_id", "harm_type", "number", "claim_source", "published_at", "copy_of"),
    *("source_name", "victim_group", "review_status", "article_id"),
)
"""What stands in the columns."""
_ORDER = {category.value: place for place, category in enumerate(Category)}
_NOT_REJECTED = frozenset(Status) - {Status.REJECTED}


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_only(parser)
    parser.add_argument(
        "--label", metavar="CATEGORY,…", help=f"only these categories: {', '.join(Category)}"
    )
    parser.add_argument(
        "--implicit",
        action="store_true",
        help="also list suggested figures of people named without a number",
    )
    parser.add_argument(
        "--format",
        choices=tuple(_WRITERS),
        default="table",
        metavar="NAME",
        help=f"{' or '.join(_WRITERS)} (default: %(default)s)",
    )
    add_filter(parser)


def run(options: Namespace) -> int:
    """Write one row a figure."""
    kinds = options.label and frozenset(word.strip() for word in options.label.split(","))
    export = job.Export(
        format=csv_files.FIGURES,
        wanted=Wanted(
            statuses=wanted(options.only) or _NOT_REJECTED,
            implicit=options.implicit,
        ),
        query=filter_of(options.words) if options.words else None,
    )
    failures, tally = Failures(), job.Tally()
    with Store.open(options.store, create=False) as store:
        find_copies(store)
        articles = job.taken(store, export, tally, fail=failures.add)
        rows = [row for each in articles for row in TABLE.rows(each)]
    _WRITERS[options.format](_in_order(row for row in rows if _fits(row, kinds)))
    if tally.unstated:
        report(f"{tally.unstated} implicit figures left out; --implicit lists them too.")
    return failures.status


def _fits(row: Row, kinds: frozenset[str] | None) -> bool:
    return kinds is None or row["harm_type"] in kinds


def _in_order(rows: Iterable[Row]) -> list[Row]:
    """By incident and harm, then as they were published, and in the order of the text."""
    return sorted(
        rows,
        key=lambda row: (
            str(row["incident_id"]),
            _ORDER.get(str(row["harm_type"]), len(_ORDER)),
            str(row["published_at"] or ""),
            str(row["article_id"]),
            int(str(row["char_start"])),
        ),
    )


def _write_table(rows: Sequence[Row]) -> None:
    write_table(_COLUMNS, map(_cells, rows))


def _cells(row: Row) -> tuple[str, ...]:
    shown = row | {"number": _number(row), "published_at": str(row["published_at"] or "")[:10]}
    return tuple(str(shown.get(name) or "") for name in _SHOWN)


_MARKS = {"is_addition": "+", "is_part": "⊂", "is_negated": "¬", "is_hypothetical": "?"}


def _number(row: Row) -> str:
    """The words of the text, with marks for what keeps it from being a toll."""
    marks = "".join(mark for name, mark in _MARKS.items() if row[name])
    words = " ".join(str(row["quote"]).split())
    marked = f"{marks} {words}" if marks else words
    return f"({marked})" if row["is_historical"] else marked


def _write_csv(rows: Sequence[Row]) -> None:
    output = data_output()
    output.write(csv_rows([TABLE.columns]))
    output.writelines(csv_of([row], TABLE.columns, raw=False) for row in rows)


def _write_lines(rows: Sequence[Row]) -> None:
    output = data_output()
    for row in rows:
        record = {name: row.get(name) for name in TABLE.columns}
        output.write(json.dumps(record, ensure_ascii=False) + "\n")


_WRITERS: dict[str, Callable[[Sequence[Row]], None]] = {
    "table": _write_table,
    "csv": _write_csv,
    "jsonl": _write_lines,
}
