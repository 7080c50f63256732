"""`closeread add --watch`: folders and feeds are looked at until somebody ends it."""

import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from annotations.errors import UsageError
from annotations.sources import Address, Source
from annotations.sources.network.fetching import Fetcher
from annotations.store import Addition, Store
from reader.headless.failures import Failures
from reader.headless.inputs import DASH, reading_options
from reader.headless.output import report
from reader.headless.taking_in import add_items, detect_pending, reading_into
from reader.watching.feeds import WatchedFeed
from reader.watching.folders import WatchedFolder
from reader.watching.listed import each_of
from reader.watching.rounds import Watched, rounds

_TOLD = (Addition.ADDED, Addition.NEW_VERSION)
"""What is worth a line."""


def watch(
    options: Namespace,
    *,
    every: float,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], object] = time.sleep,
) -> int:
    """Add what comes, until Ctrl+C or until nothing will come any more.

    Args:
        options: The command line.
        every: Seconds between two looks at a feed.
        clock: Tells the time, in seconds since 1970.
        sleep: Waits for so many seconds.

    Returns:
        The exit status: 1 if something could not be read.

    Raises:
        UsageError: If standard input was named, which ends.
    """
    if DASH in options.inputs:
        raise UsageError("Standard input cannot be watched: it ends.")
    failures = Failures()
    with Store.open(options.store, annotator=options.annotator) as store:
        watched = _all_watched(store, options, every=every, clock=clock)
        report(f"Watching {_counted(watched)}; Ctrl+C ends it.")
        sums: Counter[Addition] = Counter()
        fresh = set(map(id, watched))
        try:
            for each in rounds(watched, clock=clock, sleep=sleep):
                sums += _look(each, store, options, failures, is_first=id(each) in fresh)
                fresh.discard(id(each))
        except KeyboardInterrupt:
            pass  # how it is meant to end
        report(f"Watching ended: {_brought(sums) or 'nothing came'}.")
    return failures.status


def _all_watched(
    store: Store, options: Namespace, *, every: float, clock: Callable[[], float]
) -> list[Watched]:
    """What is looked at; of a list of feeds, each of them."""
    fetcher = Fetcher(allow_private=options.allow_private)
    reading = reading_into(store, reading_options(options))
    reading = replace(reading, fetch=fetcher, taken=set(), tell=_once())

    def watched(source: Source) -> Watched:
        if not isinstance(source, Address):
            return WatchedFolder(source, options=reading, clock=clock)
        return WatchedFeed(
            source, every=every, fetcher=fetcher, options=reading, feeds=store.feeds, clock=clock
        )

    named = dict.fromkeys(each for source in options.inputs for each in each_of(source))
    return [watched(source) for source in named]


def _look(
    each: Watched, store: Store, options: Namespace, failures: Failures, *, is_first: bool
) -> Counter[Addition]:
    """Add what is new, say so in a line, and annotate it if that is wanted."""
    failed = failures.count
    items = each.look()
    first = next(items, None)
    counts: Counter[Addition] = Counter()
    if first is not None:  # no bar flickers where there is nothing to be done
        counts = add_items(store, chain([first], items), failures).became
    each.settle()
    brought = _brought(counts)
    if brought or (is_first and failures.count == failed):
        report(f"{time.strftime('%H:%M')} {each.name}: {brought or 'nothing new'}.")
    if brought and options.detect:
        detect_pending(store, options, failures)
    return counts


def _once() -> Callable[[str], object]:
    """What tells each remark once: a feed is read again and again."""
    told: set[str] = set()

    def tell(remark: str) -> None:
        if remark not in told:
            told.add(remark)
            report(remark)

    return tell


def _brought(counts: Counter[Addition]) -> str:
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in _TOLD if counts[kind])


def _counted(watched: list[Watched]) -> str:
    """The one thing that is watched by its name, or how many there are."""
    return watched[0].name if len(watched) == 1 else f"{len(watched)} folders and feeds"
