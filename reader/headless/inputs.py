"""The inputs that commands take: files, folders, addresses and standard input."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotations.sources import (
    STANDARD_INPUT,
    Input,
    Item,
    Options,
    Source,
    read,
    read_standard_input,
    source_of,
)
from annotations.sources.tables.names import FIELDS
from annotations.text import clean_line
from reader.headless.output import report

DASH = Path("-")
"""What stands for standard input, or output, on the command line."""


def add_inputs(parser: ArgumentParser, *, metavar: str) -> None:
    """Let a command take one input or more, as `options.inputs`."""
    parser.add_argument(
        "inputs",
        metavar=metavar,
        nargs="+",
        type=source_of,
        help="a file: text, Markdown, web page, mail, feed, PDF, Word, EPUB, table, JSON, export "
        "of a news database …; an archive or a folder of such; an address (https://…); or - for "
        "standard input",
    )
    add_network_options(parser)


def add_network_options(parser: ArgumentParser) -> None:
    """Let a command be told what it may fetch."""
    parser.add_argument(
        "--full",
        action="store_true",
        help="fetch the page behind each entry of a feed, also where the entry has a text",
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="also open addresses on this machine and on private networks",
    )
    _add_patterns(parser)
    _add_columns(parser)


def _add_patterns(parser: ArgumentParser) -> None:
    """Let a command say what of folders and archives is meant."""
    for name, meaning in (
        ("--include", "take only files of folders and archives whose name, or path in there"),
        ("--exclude", "leave out files, and folders with all that is in them, whose name or path"),
    ):
        parser.add_argument(
            name,
            metavar="PATTERN",
            action="append",
            default=[],
            help=f"{meaning}, matches, such as '*.html' or 'drafts/*' (may be repeated)",
        )


def _add_columns(parser: ArgumentParser) -> None:
    """Let a command be told what the columns of tables mean."""
    parser.add_argument(
        "--map",
        metavar="FIELD=COLUMN",
        dest="columns",
        action="append",
        default=[],
        help="what tables and JSON call a field, where the usual names do not tell: "
        "title=headline; several with commas between them. body.content leads into objects, "
        "lead+body joins two columns, numbers are columns of a table without a header. Fields: "
        f"{', '.join(FIELDS)}. Ids that are only numbers get the file's name before them, unless "
        "you map the id",
    )
    parser.add_argument(
        "--table",
        metavar="NAME",
        help="the table or view of a database to read (default: those with texts and titles)",
    )


def reading_options(options: Namespace) -> Options:
    """How a person wants the inputs to be read.

    Raises:
        UsageError: If it maps something that is no field.
    """
    from annotations.sources.network.opening import fetching
    from annotations.sources.tables.field_map import fields_of

    return Options(
        fields=fields_of(options.columns),
        table=options.table,
        include=tuple(options.include),
        exclude=tuple(options.exclude),
        full=options.full,
        fetch=fetching(allow_private=options.allow_private),
        tell=report,
    )


def read_inputs(inputs: Iterable[Source], options: Options) -> Iterator[Item]:
    """Read the inputs in order, each when it is asked for."""
    for source in inputs:
        if source == DASH:
            yield from read_standard_input(sys.stdin.buffer, options)
        else:
            yield from read(source, options)


@contextmanager
def opened_input(path: Path) -> Iterator[Input]:
    """Open a file, or standard input if the path is "-".

    Raises:
        OSError: If the file cannot be read.
    """
    if path == DASH:
        yield Input(name=STANDARD_INPUT, stream=sys.stdin.buffer)
        return
    with path.open("rb") as file:
        yield Input(name=clean_line(str(path)), stream=file, origin=os.path.abspath(path))
