"""The two sides of a comparison: stores, or files in the native JSON lines."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from annotations.errors import CloseReadError, UsageError
from annotations.formats import AnnotatedArticle
from annotations.model import Annotation, Status
from annotations.review import DECIDED, SHOWN
from annotations.store import Store, is_sqlite
from reader.headless.failures import Failures
from reader.headless.importing import read_articles
from reader.headless.inputs import DASH

Side = Mapping[str, AnnotatedArticle]
"""Annotated articles by their ids; reading one can fail."""
Statuses = Collection[Status] | None
"""The statuses of the annotations that take part. Null for the usual ones: of a store what a
person has decided on, of a file all that stands in it; what was rejected in neither."""


def check_inputs(first: Path, second: Path) -> None:
    """Make sure that not both sides are standard input.

    Raises:
        UsageError: If they are.
    """
    if first == second == DASH:
        raise UsageError("Both sides cannot come from standard input.", hint="Name a file.")


def from_file(path: Path, failures: Failures) -> Side:
    """The articles of a file of JSON lines, or of all in a folder.

    What cannot be read is reported.
    """
    found = read_articles([path], failures)
    return {each.article.id: each for each in found}


@contextmanager
def opened(path: Path, failures: Failures, *, statuses: Statuses = None) -> Iterator[Side]:
    """Open a side, whichever kind it is.

    Raises:
        StoreError: If it is a store and cannot be opened.
    """
    with ExitStack() as stack:
        if is_sqlite(path):
            store = stack.enter_context(Store.open(path, create=False))
            yield StoredSide(store, statuses=(DECIDED & SHOWN) if statuses is None else statuses)
        else:
            yield _chosen(from_file(path, failures), SHOWN if statuses is None else statuses)


class StoredSide(Mapping[str, AnnotatedArticle]):
    """What people have done in a store; an article is read when it is asked for.

    Only articles that somebody has worked on are there, unless suggestions take part.
    """

    def __init__(self, store: Store, *, statuses: Collection[Status]) -> None:
        """Args:
        store: An open store.
        statuses: Of the annotations that take part.
        """
        self._store = store
        self._statuses = statuses
        worked_on = Status.SUGGESTED not in statuses
        self._ids = dict.fromkeys(store.articles.ids(worked_on=worked_on))

    def __getitem__(self, article_id: str) -> AnnotatedArticle:
        """One of the articles.

        Raises:
            KeyError: If it does not take part.
            StoreError: If it cannot be read.
        """
        if article_id not in self._ids:
            raise KeyError(article_id)
        return AnnotatedArticle(
            article=self._store.articles.get(article_id),
            annotations=tuple(self._store.annotations.of(article_id, statuses=self._statuses)),
        )

    @property
    def unfinished(self) -> Collection[str]:
        """The ids of articles in which something waits, although that takes no part."""
        return () if Status.SUGGESTED in self._statuses else self._store.articles.unfinished()

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def unfinished_in(side: Side) -> Collection[str]:
    """The ids of articles that somebody is not done with; none, where that is not known."""
    return side.unfinished if isinstance(side, StoredSide) else ()


def common(
    first: Side, second: Side, failures: Failures, *, name: str
) -> Iterator[tuple[AnnotatedArticle, AnnotatedArticle]]:
    """The articles that both sides have, in the order of the first.

    What has another text on the other side, or cannot be read, is reported and left out.

    Args:
        first: A side.
        second: The other.
        failures: Where to report.
        name: What the second side is called.
    """
    for article_id in first:
        if article_id not in second:
            continue
        try:
            one, other = first[article_id], second[article_id]
        except CloseReadError as error:
            failures.add(f"{article_id}: {error}")
            continue
        if one.article.text == other.article.text:
            yield one, other
        else:
            failures.add(f"{article_id} has another text in {name}: it is left out.")


def _chosen(side: Side, statuses: Collection[Status]) -> Side:
    return {article_id: _with(each, statuses) for article_id, each in side.items()}


def _with(annotated: AnnotatedArticle, statuses: Collection[Status]) -> AnnotatedArticle:
    kept: tuple[Annotation, ...] = tuple(
        each for each in annotated.annotations if each.status in statuses
    )
    return replace(annotated, annotations=kept)
