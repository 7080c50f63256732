"""`closeread search`: articles by their words."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from annotations.store import Store
from annotations.store.search import Hit
from annotations.text import clean_line
from reader.headless.filtering import HELP, add_filter, filter_of
from reader.headless.output import report, text_output
from reader.headless.tables import Column, fit, terminal_width, write_table

DESCRIPTION = """\
Find articles that hold all the words and fit the conditions, the best match first, each with the
stretch of text where the words stand in [brackets]; without words the latest first. Elsewhere than
on a terminal a hit is one line, parted by tabs."""
EXAMPLES = f"""\
{HELP}
examples:
  closeread search ceasefire
  closeread search "air strikes" place:aleppo --limit 10
  closeread search drone | cut -f 1
"""

_COLUMNS = tuple(map(Column, ("id", "published", "source", "title", "snippet")))


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_filter(parser, required=True)
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        default=50,
        help="how many articles at most (default: %(default)s)",
    )


def run(options: Namespace) -> int:
    """Write the articles found; finding none is no failure."""
    query = filter_of(options.words)
    with Store.open(options.store, create=False) as store:
        hits = store.search.find(query, limit=options.limit)
    if not hits:
        report("Nothing was found.")
    elif sys.stdout.isatty():
        _write_blocks(hits)
    else:
        write_table(_COLUMNS, map(_cells, hits))
    return 0


def _cells(hit: Hit) -> tuple[str, ...]:
    return (hit.article_id, hit.published or "", hit.source or "", hit.title, hit.snippet)


def _write_blocks(hits: Iterable[Hit]) -> None:
    """Two lines a hit, for a person: what it is, and below it the snippet."""
    output = text_output()
    for hit in hits:
        *about, snippet = map(clean_line, _cells(hit))
        for line in ("  ".join(filter(None, about)), f"    {snippet}"):
            output.write(fit(line, terminal_width()).rstrip() + "\n")
