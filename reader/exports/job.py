"""An export: from a store to the pieces of a format, counting what is taken and what is lost."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotations.errors import CloseReadError
from annotations.filters import Query
from annotations.formats import AnnotatedArticle, Format, Piece, Writing, count_lost
from annotations.formats.format import Tokenise
from annotations.formats.losses import Losses
from annotations.model import Article
from annotations.store import Store
from reader.exports.wanted import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What is to be exported, and as what."""

    format: Format
    wanted: Wanted = field(default_factory=Wanted)
    ids: Sequence[str] | None = None
    """Of the articles; null for all that fit the query."""
    query: Query | None = None
    excluded: bool = False
    """Whether to take articles that a person has excluded, where none is named."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Of the format alone."""


@dataclass(slots=True)
class Tally:
    """How much an export has taken so far, and what it has left."""

    articles: int = 0
    annotations: int = 0
    unstated: int = 0
    """Suggested figures of people whom the text does not count, left out."""
    losses: Losses = field(default_factory=Losses)


def total(store: Store, export: Export) -> int:
    """How many articles an export takes."""
    if export.ids is not None:
        return len(export.ids)
    if export.query is not None:
        return len(_keys(store, export))
    return store.articles.count() - excluded(store, export)


def excluded(store: Store, export: Export) -> int:
    """How many articles it leaves out because a person has excluded them."""
    if export.ids is not None or export.query is not None or export.excluded:
        return 0
    return store.articles.excluded()


def pieces(
    store: Store,
    export: Export,
    tally: Tally,
    *,
    fail: Callable[[object], object],
    show: Callable[[int], object] = lambda done: None,
    tokenise: Tokenise | None = None,
) -> Iterator[str | bytes | Piece]:
    """The pieces of an export, as they are asked for.

    Args:
        store: Where from.
        export: What.
        tally: Counts as the pieces are taken.
        fail: Takes what cannot be exported, such as an article whose offsets do not fit.
        show: Takes how many articles are done.
        tokenise: For formats that need tokens.
    """
    writing = Writing(settings=export.settings, losses=tally.losses, tokenise=tokenise)
    return export.format.write(taken(store, export, tally, fail=fail, show=show), writing)


def taken(
    store: Store,
    export: Export,
    tally: Tally,
    *,
    fail: Callable[[object], object],
    show: Callable[[int], object] = lambda done: None,
) -> Iterator[AnnotatedArticle]:
    """The articles with what is wanted of them, counted as they are taken; as `pieces`."""
    for done, whole in enumerate(_annotated(store, export, fail), start=1):
        if whole is not None:
            wanted = export.wanted.of(whole)
            _count(export, whole, wanted, tally)
            yield wanted
        show(done)


def _count(export: Export, whole: AnnotatedArticle, taken: AnnotatedArticle, tally: Tally) -> None:
    tally.articles += 1
    tally.annotations += len(taken.annotations)
    if taken is not whole:
        fitting = sum(map(export.wanted.fits, whole.annotations))
        tally.unstated += fitting - len(taken.annotations)
    count_lost(taken, export.format.carries, tally.losses)


def _annotated(
    store: Store, export: Export, fail: Callable[[object], object]
) -> Iterator[AnnotatedArticle | None]:
    """Each article with all its annotations; null in the place of one that cannot be exported."""
    known_as, copy_of = store.names.known_as(), store.copies.copy_of()
    statuses = export.wanted.statuses
    for article in _articles(store, export, fail):
        try:
            yield (
                None
                if article is None
                else AnnotatedArticle(
                    article=article,
                    annotations=tuple(store.annotations.of(article.id, statuses=statuses)),
                    known_as=known_as.get(article.id, {}),
                    copy_of=copy_of.get(article.id),
                )
            )
        except CloseReadError as error:
            fail(f"Article {article.id}: {error}" if article is not None else error)
            yield None


def _articles(
    store: Store, export: Export, fail: Callable[[object], object]
) -> Iterator[Article | None]:
    if export.ids is not None:
        yield from (_named(store, each, fail) for each in export.ids)
    elif export.query is not None:
        yield from map(store.articles.by_key, _keys(store, export))
    else:
        yield from store.articles.iterate(excluded=export.excluded)


def _named(store: Store, article_id: str, fail: Callable[[object], object]) -> Article | None:
    try:
        return store.articles.get(article_id)
    except CloseReadError as error:
        fail(error)
        return None


def _keys(store: Store, export: Export) -> list[int]:
    """The keys of what a query finds, in the order in which articles were added."""
    return sorted(store.articles.keys(query=export.query))
