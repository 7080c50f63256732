"""Which article of the store a person means by an id, a file or words of a title."""

import os
from pathlib import Path

from annotations.errors import AmbiguousArticle, NoSuchArticle, SourceError
from annotations.sources import read
from annotations.store import ArticleName, Store
from annotations.text import clean_line

_LISTED = 5
"""Articles that an error names where several can be meant."""


def choose(store: Store, words: str) -> str:
    """The id of the article that is meant.

    Args:
        store: Where to look.
        words: Its id or the beginning of it, a file that it was added from, or words of its title.

    Raises:
        NoSuchArticle: If none fits.
        AmbiguousArticle: If several do.
        SourceError: If it is a file that cannot be read, or that is not in the store.
    """
    if not store.articles.has(words) and os.path.isfile(words):
        try:
            return _of_file(store, Path(words))
        except SourceError:  # it may be called like an article that has nothing to do with it
            if not store.articles.meant(words, limit=1):
                raise
    found = store.articles.meant(words, limit=_LISTED + 1)
    if not found:
        raise NoSuchArticle(words)
    if len(found) > 1:
        listed = [_described(each) for each in found[:_LISTED]]
        raise AmbiguousArticle(words, listed, more=len(found) > _LISTED)
    return found[0].id


def _of_file(store: Store, path: Path) -> str:
    """The id of the first article of a file, which has to be in the store."""
    first = next(iter(read(path)), None)
    if isinstance(first, SourceError):
        raise first
    known = None if first is None else store.articles.known_as(first)
    if known is None:
        name = clean_line(str(path))
        raise SourceError(
            f"{name} is not in the store.", hint=f"Add it with `closeread add --detect {name}`."
        )
    return known


def _described(article: ArticleName) -> str:
    return clean_line(f"{article.id} {article.title}".strip())
