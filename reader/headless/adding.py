"""`closeread add`: articles into the store, and the detector over them if asked for."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from annotations.errors import ArticleConflict, TextChanged, UsageError
from annotations.sources import Item, Options
from annotations.store import Addition, Store
from reader.headless.detecting import Detection
from reader.headless.failures import Failures
from reader.headless.inputs import add_inputs, read_inputs, reading_options
from reader.headless.output import report
from reader.headless.progress import progress, within
from reader.unplaced_lines import told_of_versions

DESCRIPTION = """\
Add articles to the store. One that is there already is left as it is, under whatever id, address or
file it comes; blanks and typography make no other text. What was not known of it, such as its date,
is added. The same text of another outlet is an article of its own. If its text has changed, it gets
a new version: what people decided on, tagged or noted goes along to where it is in the new text,
and what has no certain place there is listed in the reader, to be placed by hand. A text that has
nothing to do with the one under the same id is reported and left out."""
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
"""


_USUAL_MINUTES = 30
_MOST_MINUTES = 10_080
"""A week."""

TAKEN, LEFT_OVER = "carried over", "to place"
"""What is counted of annotations, beside the articles."""
FILLED = "filled"
"""Articles that are as they were, but of which more is known now."""


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


def run(options: Namespace) -> int:
    """Add what can be added, and say how many articles became of what."""
    if options.watch:
        from reader.headless.watching import watch

        return watch(options, every=60 * (options.every or _USUAL_MINUTES))
    if options.every is not None:
        raise UsageError("--every goes with --watch alone.")
    failures = Failures()
    reading = reading_options(options)
    with Store.open(options.store) as store:
        items = read_inputs(options.inputs, reading_into(store, reading))
        counts = add_items(store, items, failures)
        report(
            f"{counts[Addition.ADDED]} added, "
            f"{counts[Addition.UNCHANGED] + counts[Addition.OLDER]} unchanged, "
            f"{counts[Addition.CONFLICT]} in conflict, "
            f"{failures.count - counts[Addition.CONFLICT]} failed."
        )
        if counts[Addition.NEW_VERSION]:
            numbers = (counts[each] for each in (Addition.NEW_VERSION, TAKEN, LEFT_OVER))
            report(told_of_versions(*numbers, key=_key(options)))
        if counts[FILLED]:
            report(f"{counts[FILLED]} unchanged got what was not known of them, such as a date.")
        if counts[Addition.OLDER]:
            report(
                f"{counts[Addition.OLDER]} have had that text before; "
                "they keep the one that they have now."
            )
        if counts[Addition.DELETED]:
            report(
                f"{counts[Addition.DELETED]} were deleted in the library and stay so; "
                "its filter is:deleted lists them."
            )
        if options.detect:
            detect_pending(store, options, failures)
    return failures.status


def _minutes(word: str) -> float:
    """A time between two looks; a feed that is asked more often than once a minute is annoyed."""
    try:
        minutes = float(word)
    except ValueError:
        minutes = 0
    if not 1 <= minutes <= _MOST_MINUTES:
        raise ArgumentTypeError(f"give minutes, 1 to {_MOST_MINUTES}")
    return minutes


def _key(options: Namespace) -> str:
    """What shows, in the reader, what has no place."""
    named: str = options.configuration.settings.keymap.named("library.unplaced")
    return named


def reading_into(store: Store, reading: Options) -> Options:
    """How the inputs are read where a store can tell what is known."""
    return replace(reading, is_known=store.articles.is_from, known_text=store.articles.text)


def add_items(store: Store, items: Iterable[Item], failures: Failures) -> "Counter[Addition | str]":
    """Add what was read, and count what became of it.

    Args:
        store: Where to.
        items: Articles, and errors in the places of others.
        failures: Reports and counts these.
    """
    counts: Counter[Addition | str] = Counter()
    done = 0
    with progress("adding") as show:
        for article, became in store.articles.add(failures.sift(items)):
            counts += Counter(
                {
                    became.addition: 1,
                    TAKEN: became.taken,
                    LEFT_OVER: became.left_over,
                    FILLED: bool(became.filled),
                }
            )
            done += 1
            show(done)
            if became.addition is Addition.CONFLICT:
                failures.add(ArticleConflict(article.id))
    return counts


def detect_pending(store: Store, options: Namespace, failures: Failures) -> None:
    """Run the detector on the articles that none has run on."""
    detection = Detection(
        options.model,
        vague_rule=options.vague_rule,
        own_names=options.own_names,
        failures=failures,
    )
    pending = store.runs.pending()
    before = failures.count
    kept = 0
    with progress("detecting", total=len(pending)) as show, detection:
        for done, article_id in enumerate(pending):
            article = store.articles.get(article_id)
            result = detection.detect(article, progress=within(show, done))
            show(done + 1)
            if result is None:
                continue
            try:
                kept += store.runs.record(article_id, *result, version=article.version)
            except TextChanged as error:
                failures.add(error)
    run_on = len(pending) - (failures.count - before)
    report(f"The detector ran on {run_on} articles and found {kept} annotations.")
