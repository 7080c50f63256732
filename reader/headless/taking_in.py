"""Taking articles into a store, and running the detector over them."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TextIO

from annotations.errors import ArticleConflict, SourceError, TextChanged
from annotations.language import language_of
from annotations.model import Article
from annotations.sources import Item, Options
from annotations.store import Addition, Store
from reader.additions.failed_file import write_failed
from reader.additions.known_files import KnownFiles
from reader.additions.stopping import Stopping
from reader.additions.sums import Sums
from reader.headless.counting_progress import counting
from reader.headless.detecting import Detection
from reader.headless.failures import Failures
from reader.headless.inputs import read_inputs, reading_options
from reader.headless.output import report
from reader.headless.progress import progress, within
from reader.undetected import why_not_run


def reading_into(store: Store, reading: Options) -> Options:
    """How the inputs are read where a store can tell what is known."""
    return replace(reading, is_known=store.articles.is_from, known_text=store.articles.text)


def take_in(
    store: Store,
    options: Namespace,
    stopping: Stopping,
    failures: Failures,
    sums: Sums,
    failed: TextIO | None,
) -> None:
    """Add what the command line names, file by file, until somebody asks to stop.

    Args:
        store: Where to.
        options: The command line.
        stopping: Knows whether somebody does.
        failures: Reports what cannot be read or added.
        sums: Counts what becomes of each.
        failed: Where to list what could not be read; null for nowhere.
    """
    known = KnownFiles(store.read_files, way=_way(options))
    reading = replace(reading_into(store, reading_options(options)), known=known)
    items = stopping.until_asked(read_inputs(options.inputs, reading))
    articles = _taken(sift(items, failures, sums, failed, known), known)
    with counting("adding") as show:
        done = 0
        added = store.articles.add(articles, language_of=language_of)
        for done, (article, became) in enumerate(added, 1):
            sums.add(became)
            if became.addition is Addition.CONFLICT:
                known.conflict(done)
                failures.add(ArticleConflict(article.id))
            known.committed(done)
            show(done + known.skipped.total(), sums.failed)
        known.committed(done, all_of_them=True)
    sums.became += known.skipped


def _way(options: Namespace) -> str:
    """What of the command line changes what is read of a file; empty if nothing does."""
    chosen = (options.include, options.exclude, options.columns, options.table, options.full)
    return repr(chosen) if any(chosen) else ""


def add_items(store: Store, items: Iterable[Item], failures: Failures) -> Sums:
    """Add what was read, and count what became of it.

    Args:
        store: Where to.
        items: Articles, and errors in the places of others.
        failures: Reports and counts these.
    """
    sums = Sums()
    articles = sift(items, failures, sums, None)
    with counting("adding") as show:
        added = store.articles.add(articles, language_of=language_of)
        for done, (article, became) in enumerate(added, 1):
            sums.add(became)
            if became.addition is Addition.CONFLICT:
                failures.add(ArticleConflict(article.id))
            show(done, sums.failed)
    return sums


def sift(
    items: Iterable[Item],
    failures: Failures,
    sums: Sums,
    failed: TextIO | None,
    known: KnownFiles | None = None,
) -> Iterator[Article]:
    """Pass articles on; report, count and list the errors among them."""
    for item in items:
        if not isinstance(item, SourceError):
            yield item
            continue
        failures.add(item)
        name = None if known is None else known.name
        sums.fail(item, name=name)
        if failed is not None:
            write_failed(failed, item, source=name)


def _taken(articles: Iterable[Article], known: KnownFiles) -> Iterator[Article]:
    for article in articles:
        known.take()
        yield article


def detect_pending(store: Store, options: Namespace, failures: Failures) -> None:
    """Run the detector on the articles that none has run on, and that one reads."""
    detection = Detection(
        options.model,
        vague_rule=options.vague_rule,
        own_names=options.own_names,
        failures=failures,
    )
    pending = store.runs.pending()
    ran = kept = unread = 0
    with progress("detecting", total=len(pending)) as show, detection:
        for done, article_id in enumerate(pending):
            article = store.articles.get(article_id)
            if why_not_run(store, article):
                unread += 1
                continue
            result = detection.detect(article, progress=within(show, done))
            show(done + 1)
            if result is None:
                continue
            try:
                kept += store.runs.record(article_id, *result, version=article.version)
                ran += 1
            except TextChanged as error:
                failures.add(error)
    report(f"The detector ran on {ran} articles and found {kept} annotations.")
    if unread:
        report(f"{unread:,} more are in other languages, for which there is none (is:foreign).")
