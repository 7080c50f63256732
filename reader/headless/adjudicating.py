"""`closeread compare A B --adjudicate`: what two annotators disagree on, for a third to settle."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotations import __version__
from annotations.errors import CloseReadError, UsageError
from annotations.formats import AnnotatedArticle
from annotations.measure.differences import Difference, differences
from annotations.measure.disagreements import agreed, is_settled_in_place
from annotations.model import Detector
from annotations.review import accept
from annotations.store import Store, is_sqlite
from reader.docket import Case, Docket
from reader.headless.failures import Failures
from reader.headless.inputs import DASH
from reader.headless.opening import require_terminal
from reader.headless.output import report
from reader.headless.progress import progress

_MADE_BY = Detector(name="closeread compare", version=__version__)
"""Recorded as the last to have read the articles of a new store, so that no machine goes on to
suggest in them what both annotators left out."""


def check(options: Namespace) -> None:
    """Make sure that what is asked for has a meaning.

    Raises:
        UsageError: If it has none.
    """
    output: Path | None = options.output
    if not options.adjudicate:
        if output is not None:
            raise UsageError("-o names the store to adjudicate into.", hint="Add --adjudicate.")
        return
    if options.only is not None and output is None:
        raise UsageError(
            "--only and edits on A do not go together.", hint="Name a store of its own with -o."
        )
    if DASH in (options.a, options.b):
        raise UsageError(
            "The reader needs standard input for the keyboard.", hint="Name two files."
        )
    if output is None and not is_sqlite(options.a):
        raise UsageError(
            f"{options.a} is no store, so nothing can be edited in it.",
            hint="Name a store to be filled with -o.",
        )
    if output is not None and output.resolve() in (options.a.resolve(), options.b.resolve()):
        raise UsageError(
            "The store to be filled is one of the two sides.",
            hint="Name another with -o; without it, A itself is edited.",
        )
    require_terminal()


def adjudicate(
    pairs: Iterable[tuple[AnnotatedArticle, AnnotatedArticle]],
    failures: Failures,
    options: Namespace,
    *,
    total: int,
) -> Docket:
    """Fill the store with what both sides agree on, and tell what they do not.

    Args:
        pairs: The articles that both sides have.
        failures: Where to report.
        options: Of the command.
        total: How many pairs there are.

    Raises:
        StoreError: If the store cannot be written.
    """
    path = options.output or options.a
    opened = Store.open(path, create=options.output is not None, annotator=options.annotator)
    with opened as store, progress("comparing", total=total) as show:
        cases: list[Case] = []
        for done, (one, other) in enumerate(pairs, start=1):
            try:
                cases += _cases(store, one, other, in_place=options.output is None)
            except CloseReadError as error:
                failures.add(f"{one.article.id}: {error}")
            show(done)
    names = str(options.a), str(options.b)
    return Docket(cases, names=names, in_place=options.output is None)


def launch(docket: Docket, options: Namespace) -> int:
    """Open the reader on the disagreements, if there are any."""
    from reader.launch import Setup, launch_adjudication

    path = options.output or options.a
    if not docket.cases:
        report(f"A and B agree on everything; {path} has it.")
        return 0
    status = launch_adjudication(path, Setup.of(options), docket)
    progress_made = docket.progress
    left = progress_made.total - progress_made.settled
    report(
        f"{progress_made.settled:,} of {progress_made.total:,} disagreements are settled in {path}"
        + (f"; the same command goes on with the other {left:,}." if left else ".")
    )
    return status


def _cases(
    store: Store, one: AnnotatedArticle, other: AnnotatedArticle, *, in_place: bool
) -> Iterator[Case]:
    article_id = one.article.id
    found = differences(one.annotations, other.annotations, mutual=True)
    if in_place:
        found = _in_place(store, article_id, found)
    else:
        _take_over(store, one, found)
    cases = (Case.of(article_id, each) for each in found)
    # What one side has twice over is one disagreement.
    return iter({each.disagreement: each for each in cases}.values())


def _in_place(store: Store, article_id: str, found: list[Difference]) -> list[Difference]:
    """What was settled by editing the first side, and what is still open, in reading order."""
    settled = store.adjudication.settled(article_id)
    left = (each for each in found if not is_settled_in_place(each, settled))
    return sorted((*(each.difference for each in settled), *left), key=lambda each: each.at)


def _take_over(store: Store, one: AnnotatedArticle, found: list[Difference]) -> None:
    """Add an article with what both sides agree on, unless it is there already.

    Raises:
        CloseReadError: If it is there with another text, or was deleted.
    """
    article = one.article
    if store.articles.has(article.id):
        if store.articles.get(article.id).text != article.text:
            raise CloseReadError(f"it has another text in {store.path}, and is left out.")
        return
    same = [accept(each) for each in agreed(one.annotations, found)]
    store.imports.merge(replace(article, state=None), same)
    if store.runs.last(article.id) is None:
        store.runs.record(article.id, _MADE_BY, [])
