"""`closeread show`: an article with its annotations, as text."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator

from annotations.errors import UsageError
from annotations.model import Annotation, Status
from annotations.store import Store
from reader.choosing import choose
from reader.headless import pager
from reader.headless.output import data_output
from reader.headless.statuses import add_only, wanted
from reader.headless.tables import terminal_width
from reader.printed.article import chosen, summary, whole
from reader.printed.pieces import lines, written
from reader.switches import LAYER_SWITCHES, Switch

DESCRIPTION = """\
Print an article with its annotations. ARTICLE is an id or the beginning of one, a file that was
added, or words of its title.

On a terminal it comes in colour, through $PAGER, else less. In a pipe, with NO_COLOR or with
--plain, annotations are told in words:

  [PERSON Ada Bell]               a name, with what it is of
  [PERSON Bell = Ada Bell]        a short form, and the name it stands for
  [QUOTE by Ada Bell: “We wait.” END QUOTE]
                                  a quote and who says it
  [KILLED at least 12: at least 12 people]
                                  a casualty figure: category and count, then the text
  [QUOTE continued: …             the rest of what was cut by the end of another

--plain also goes without the pager, as suits screen readers; --summary is shorter still."""
EXAMPLES = """\
examples:
  closeread show 5f350b94
  closeread show river bridge --summary
  closeread show report.txt --layer quotes,figures --only accepted,corrected,added
  closeread show 5f350b94 --plain --width 60 | espeak
"""

_WIDEST = 80
"""Terminal cells of a line, however wide the terminal is."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "article", metavar="ARTICLE", nargs="+", help="its id, its file, or words of its title"
    )
    parser.add_argument(
        "--layer",
        metavar="LAYER,…",
        help=f"what to mark, of {', '.join(LAYER_SWITCHES)} (default: as in your "
        "configuration, else all but numbers, which are numbers and dates)",
    )
    add_only(parser)
    parser.add_argument(
        "--width",
        metavar="N",
        type=_cells,
        help=f"wrap lines (default: on a terminal to its width, at most {_WIDEST}; else not)",
    )
    parser.add_argument(
        "--summary",
        action="store_true",
        help="only the heading, who says what, and the figures",
    )
    parser.add_argument(
        "--text",
        metavar="N",
        dest="version",
        type=int,
        help="an earlier version of the text, with what was annotated in it",
    )
    parser.add_argument(
        "--plain", action="store_true", help="without colour and pager also on a terminal"
    )


def run(options: Namespace) -> int:
    """Write the article."""
    layers = _layers(options.layer, default=options.configuration.settings.layers)
    statuses = wanted(options.only)
    with Store.open(options.store, create=False) as store:
        article = store.articles.get(choose(store, " ".join(options.article)))
        found = _annotations(store, article.id, options.version)
        if options.version is not None:
            article = store.versions.article(article.id, options.version)
    if statuses is not None:
        found = [each for each in found if each.status in statuses]
    else:
        found = [each for each in found if each.status is not Status.REJECTED]
    shown, coloured = chosen(found, layers), _is_coloured(options)
    if options.summary:
        pieces = summary(article, shown)
    else:
        pieces = whole(article, shown, coloured=coloured)
    width = options.width or (min(_WIDEST, terminal_width()) if sys.stdout.isatty() else None)
    _write(
        (f"{written(line, coloured=coloured)}\n" for line in lines(pieces, width=width)),
        paged=sys.stdout.isatty() and not options.plain,
    )
    return 0


def _annotations(store: Store, article_id: str, version: int | None) -> list[Annotation]:
    if version is None:
        return store.annotations.of(article_id)
    return sorted(store.versions.annotations(article_id, version), key=lambda each: each.start)


def _write(text: Iterator[str], *, paged: bool) -> None:
    if paged:
        pager.show(text)
    else:
        data_output().writelines(text)


def _is_coloured(options: Namespace) -> bool:
    """Whether it is a terminal that can, for somebody who wants it (https://no-color.org)."""
    refused = options.plain or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused


def _layers(named: str | None, *, default: frozenset[Switch]) -> frozenset[Switch]:
    """What is asked for, else what the reader shows at first."""
    if named is None:
        return default
    words = [word.strip() for word in named.split(",")]
    wrong = next((word for word in words if word not in LAYER_SWITCHES), None)
    if wrong is not None:
        raise UsageError(
            f"--layer {named}: {wrong!r} is no layer.",
            hint=f"There are {', '.join(LAYER_SWITCHES)}.",
        )
    return frozenset(map(Switch, words))


def _cells(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise ArgumentTypeError(f"{word!r} is no number of characters")
    return int(word)
