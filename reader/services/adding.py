"""Adding what the command line named to the store, in a thread beside the screen."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from textual.message import Message

from annotations import sources
from annotations.errors import ArticleConflict, CloseReadError
from annotations.language import language_of
from annotations.model import Article
from annotations.sources import PLAIN, Options, Source
from annotations.store import Addition, Store
from reader.additions.known_files import KnownFiles
from reader.additions.sums import Sums
from reader.services.messages import Added, AddingEnded, WorkFailed


class Adding:
    """A thread that reads paths into the store and posts how far it is."""

    def __init__(
        self,
        store_path: Path,
        paths: Sequence[Source],
        *,
        post: Callable[[Message], object],
        annotator: str | None = None,
        reading: Options = PLAIN,
    ) -> None:
        """Args:
        store_path: The store; it is made if need be.
        paths: Files, folders and addresses.
        post: Takes the messages; called from the thread.
        annotator: Who brings new texts; null for the login name.
        reading: How they are read.
        """
        self._annotator = annotator
        self._path = store_path
        self._paths = paths
        self._post = post
        self._reading = reading
        self._thread = threading.Thread(target=self._run, name="adding", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _run(self) -> None:
        sums = Sums()
        try:
            with Store.open(self._path, annotator=self._annotator) as store:
                self._add(store, sums)
        except CloseReadError as error:
            self._post(WorkFailed(error))
        self._post(AddingEnded(sums))

    def _add(self, store: Store, sums: Sums) -> None:
        known = KnownFiles(store.read_files)
        articles = self._articles(known, sums)
        done = 0
        for done, (article, became) in enumerate(
            store.articles.add(articles, language_of=language_of), 1
        ):
            sums.add(became)
            if became.addition is Addition.CONFLICT:
                known.conflict(done)
            known.committed(done)
            self._report(article, became.addition, sums.became[Addition.ADDED])
        known.committed(done, all_of_them=True)
        sums.became += known.skipped

    def _articles(self, known: KnownFiles, sums: Sums) -> Iterator[Article]:
        """The articles that can be read; the rest is reported."""
        for item in sources.read_all(self._paths, replace(self._reading, known=known)):
            if isinstance(item, Article):
                known.take()
                yield item
            else:
                sums.fail(item, name=known.name)
                self._post(WorkFailed(item))

    def _report(self, article: Article, addition: Addition, added: int) -> None:
        if addition is Addition.CONFLICT:
            self._post(WorkFailed(ArticleConflict(article.id)))
        elif addition is Addition.ADDED:
            self._post(Added(added))
