"""The command palette's articles and names, from the store.

Each letter asks it anew, in a thread and by an index. Nothing is read beforehand: in a store with
many articles that takes longer than somebody types.
"""

import asyncio
from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.command import Hits
from textual.message import Message

from annotations.store import ArticleName, Store
from annotations.store.names import CountedName
from annotations.text import clean_line
from reader.messages import OpenArticle
from reader.palette.screen import LateProvider, Palette
from reader.palette.searching import Entry, Fitting, best, hit
from reader.screens.base import ReaderScreen
from reader.services.lookup import Lookup
from reader.services.messages import WorkFailed

_PATIENCE = 0.15
"""Seconds that the commands wait for what the store has; what comes later is put to them."""
_ARTICLES = 200
"""Articles of which the best are shown."""
_NAMES = 40


@dataclass
class Found(Message):
    """What the store has for a query, the best first."""

    query: str
    fitting: list[Fitting]


class StoredProvider(LateProvider):
    """Entries that are made of what a store holds."""

    weight = 1.0
    """What a match is worth beside commands."""
    _lookup: Lookup | None = None
    _asked = ""
    _found: Found | None = None

    async def startup(self) -> None:
        """Be ready to ask the store, if there is one."""
        path = self._path
        if path is not None:
            self._lookup = Lookup(path, post=lambda found: self.app.call_later(self._take, found))
            self._came = asyncio.Event()

    async def shutdown(self) -> None:
        """Ask no more."""
        if self._lookup is not None:
            await asyncio.to_thread(self._lookup.stop)

    async def search(self, query: str) -> Hits:
        """What fits, as far as it is known at once; else the palette searches again for it."""
        for each in await self._fitting(query):
            yield hit(each, weight=self.weight, style=self.match_style)

    async def _fitting(self, query: str) -> list[Fitting]:
        if self._lookup is None:
            return []
        if query != self._asked:
            self._asked, self._found, self.is_late = query, None, False
            self._came.clear()
            self._lookup.ask("entries", partial(self._answer, query))
        try:
            await asyncio.wait_for(self._came.wait(), _PATIENCE)
        except TimeoutError:
            self.is_late = True
            return []
        return self._found.fitting if self._found is not None and query == self._asked else []

    def _answer(self, query: str, store: Store) -> Found:
        """What a store has for a query; called in a thread."""
        return Found(query, best(query, self.read(store, query)))

    @abstractmethod
    def read(self, store: Store, query: str) -> Iterable[Entry]:
        """What may fit, in the order of equals; called in a thread."""

    def _take(self, found: Message) -> None:
        if isinstance(found, WorkFailed):
            self.app.post_message(found)
        elif isinstance(found, Found) and found.query == self._asked:
            self._found = found
            self._came.set()
            was_late, self.is_late = self.is_late, False
            if was_late and isinstance(front := self.app.screen, Palette):
                front.search_again(found.query)

    @property
    def _path(self) -> Path | None:
        if isinstance(self.screen, ReaderScreen) and self.screen.session.is_open:
            return self.screen.session.store_path
        return None


class ArticleProvider(StoredProvider):
    """The articles of the store, by title, else by id; choosing one opens it."""

    weight = 0.95

    def read(self, store: Store, query: str) -> Iterable[Entry]:
        """One for each article, those added last first."""
        articles = store.articles
        for each in articles.titled(query, limit=_ARTICLES) or articles.meant(query):
            title, article_id = clean_line(each.title), clean_line(each.id)
            act = partial(self._open, each)
            yield Entry.of(title or article_id, about=f"article {article_id}", act=act)

    async def _open(self, article: ArticleName) -> None:
        self.screen.post_message(OpenArticle(article.id))


class NameProvider(StoredProvider):
    """The names in all articles; choosing one opens the first article that has it, at it."""

    weight = 0.9

    def read(self, store: Store, query: str) -> Iterable[Entry]:
        """One for each name, those in most articles first."""
        for each in store.names.beginning(query, limit=_NAMES):
            act = partial(self._open, each)
            yield Entry.of(clean_line(each.name), about=_about(each), act=act)

    async def _open(self, name: CountedName) -> None:
        if self._path is not None:
            mention = await asyncio.to_thread(_first_mention, self._path, name)
            if mention is not None:
                self.screen.post_message(OpenArticle(*mention))


def _about(name: CountedName) -> str:
    noun = "article" if name.articles == 1 else "articles"
    return f"{name.group} in {name.articles:,} {noun}"


def _first_mention(path: Path, name: CountedName) -> tuple[str, int] | None:
    """Ask a store of this thread's own."""
    with Store.open(path, create=False) as store:
        return store.names.first_mention(name.name, name.group)
