"""The command palette's articles and names, from the store.

They are read in a thread, with a connection of its own, once the palette is opened.
"""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from annotations.store import ArticleName, Store
from annotations.store.names import Name
from annotations.text import clean_line
from reader.messages import OpenArticle
from reader.palette.searching import Entry, Searching
from reader.screens.base import ReaderScreen

T = TypeVar("T")


class StoredProvider(Searching):
    """Entries that are made of what a store holds."""

    _entries: Sequence[Entry] = ()

    async def startup(self) -> None:
        """Read the store, if there is one."""
        path = self._path
        if path is not None:
            self._entries = await asyncio.to_thread(_asking, path, self.read)

    @abstractmethod
    def read(self, store: Store) -> list[Entry]:
        """Make entries of what a store holds; called in a thread."""

    @property
    def entries(self) -> Sequence[Entry]:
        """What was read."""
        return self._entries

    @property
    def _path(self) -> Path | None:
        if isinstance(self.screen, ReaderScreen) and self.screen.session.is_open:
            return self.screen.session.store_path
        return None


class ArticleProvider(StoredProvider):
    """The articles of the store, by title; choosing one opens it."""

    weight = 0.95

    def read(self, store: Store) -> list[Entry]:
        """One for each article."""
        return [
            Entry.of(
                clean_line(each.title) or each.id,
                about=f"article {clean_line(each.id)}",
                act=partial(self._open, each),
            )
            for each in store.articles.names()
        ]

    async def _open(self, article: ArticleName) -> None:
        self.screen.post_message(OpenArticle(article.id))


class NameProvider(StoredProvider):
    """The names in all articles; choosing one opens the first article that has it, at it."""

    weight = 0.9

    def read(self, store: Store) -> list[Entry]:
        """One for each name."""
        return [
            Entry.of(clean_line(each.name), about=_about(each), act=partial(self._open, each))
            for each in store.names.find()
        ]

    async def _open(self, name: Name) -> None:
        if self._path is None:
            return
        find = partial(_first_mention, name)
        mention = await asyncio.to_thread(_asking, self._path, find)
        if mention is not None:
            self.screen.post_message(OpenArticle(*mention))


def _about(name: Name) -> str:
    noun = "article" if name.articles == 1 else "articles"
    return f"{name.group} in {name.articles:,} {noun}"


def _first_mention(name: Name, store: Store) -> tuple[str, int] | None:
    return store.names.first_mention(name.name, name.group)


def _asking(path: Path, ask: Callable[[Store], T]) -> T:
    """Ask a store of this thread's own."""
    with Store.open(path, create=False) as store:
        return ask(store)
