"""`closeread add`: articles into the store, and the detector over them if asked for."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import ExitStack
from pathlib import Path

from annotations.errors import UsageError
from annotations.store import Store
from reader.additions.stopping import Stopping
from reader.additions.sums import Sums
from reader.exports.files import replaced
from reader.headless.expecting import dry_run
from reader.headless.failures import Failures
from reader.headless.inputs import add_inputs, read_inputs, reading_options
from reader.headless.output import report
from reader.headless.taking_in import detect_pending, sift, take_in

DESCRIPTION = """\
Add articles to the store. One that is there already is left as it is, under whatever id, address or
file it comes; blanks and typography make no other text. What was not known of it, such as its date,
is added. The same text of another outlet is an article of its own. If its text has changed, it gets
a new version: what people decided on, tagged or noted goes along to where it is in the new text,
and what has no certain place there is listed in the reader, to be placed by hand. A text that has
nothing to do with the one under the same id is reported and left out.

Files that have not changed since all their articles were added are not opened again, so that what
was interrupted goes on quickly when the command is given once more. Articles in other languages
than English are added and marked: there is no detector for them."""
EXAMPLES = """\
examples:
  closeread add report.txt reports/
  closeread add --detect articles.jsonl
  closeread add --include '*.html' --exclude drafts crawl.zip ~/press
  closeread add list.mbox ~/Maildir/.Press
  closeread add --map title=headline,text=lead+body dump.csv
  cat notes.txt | closeread add -
  closeread add https://news.example/2026/bridge
  closeread add --full https://news.example/feed.xml
  closeread add --watch incoming/ https://news.example/feed.xml --every 15
  closeread add --dry-run archive/ | cut -f 1,3
  closeread add --failed failed.jsonl archive/
"""

INTERRUPTED = 130
"""The exit status when somebody stopped it, as a shell reports it for Ctrl+C."""

_USUAL_MINUTES = 30
_MOST_MINUTES = 10_080
"""A week."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    add_inputs(parser, metavar="SOURCE")
    parser.add_argument(
        "--watch",
        action="store_true",
        help="go on: add what comes into the folders, and what the feeds bring, until Ctrl+C",
    )
    parser.add_argument(
        "--every",
        metavar="MINUTES",
        type=_minutes,
        help=f"how often a feed is asked with --watch (default: {_USUAL_MINUTES})",
    )
    parser.add_argument(
        "--detect",
        action="store_true",
        help="then run the detector on every article in the store that it has not seen",
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="say what would become of each article, and write nothing: a line with that, its id, "
        "its title and what it was read from, parted by tabs",
    )
    parser.add_argument(
        "--failed",
        metavar="FILE",
        type=Path,
        help='write what could not be read to a file, a JSON object a line with its "source", the '
        '"error" and a "hint"',
    )


def run(options: Namespace) -> int:
    """Add what can be added, and say how many articles became of what."""
    if options.watch:
        from reader.headless.watching import watch

        return watch(options, every=60 * (options.every or _USUAL_MINUTES))
    if options.every is not None:
        raise UsageError("--every goes with --watch alone.")
    return _add(options)


def _add(options: Namespace) -> int:
    failures, sums = Failures(), Sums()
    with ExitStack() as stack:
        failed = None if options.failed is None else stack.enter_context(replaced(options.failed))
        stopping = stack.enter_context(Stopping())
        if options.dry_run:
            items = stopping.until_asked(read_inputs(options.inputs, reading_options(options)))
            dry_run(options.store, sift(items, failures, sums, failed), failures, sums)
        else:
            store = stack.enter_context(Store.open(options.store))
            take_in(store, options, stopping, failures, sums, failed)
        _report(sums, options, stopping)
        if stopping.asked:
            return INTERRUPTED
    if options.detect and not options.dry_run:
        with Store.open(options.store) as store:
            detect_pending(store, options, failures)
    return failures.status


def _report(sums: Sums, options: Namespace, stopping: Stopping) -> None:
    if stopping.asked:
        again = "" if options.dry_run else "; the same command again adds the rest"
        report(f"Interrupted{again}.")
    if options.dry_run:
        report("Nothing was written; this would become of them:")
    for line in sums.lines(key=options.configuration.settings.keymap.named("library.unplaced")):
        report(line)


def _minutes(word: str) -> float:
    """A time between two looks; a feed that is asked more often than once a minute is annoyed."""
    try:
        minutes = float(word)
    except ValueError:
        minutes = 0
    if not 1 <= minutes <= _MOST_MINUTES:
        raise ArgumentTypeError(f"give minutes, 1 to {_MOST_MINUTES}")
    return minutes
