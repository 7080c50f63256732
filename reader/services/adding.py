"""Adding what the command line named to the store, in a thread beside the screen."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from textual.message import Message

from annotations import sources
from annotations.errors import ArticleConflict, CloseReadError
from annotations.model import Article
from annotations.sources import PLAIN, Options, Source
from annotations.store import Addition, Store
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
        added, sums = 0, AddingEnded()
        try:
            with Store.open(self._path, annotator=self._annotator) as store:
                for article, became in store.articles.add(self._articles()):
                    added += became.addition is Addition.ADDED
                    self._report(article, became.addition, added)
                    if became.addition is Addition.NEW_VERSION:
                        sums.new_versions += 1
                        sums.taken += became.taken
                        sums.left_over += became.left_over
        except CloseReadError as error:
            self._post(WorkFailed(error))
        self._post(sums)

    def _articles(self) -> Iterator[Article]:
        """The articles that can be read; the rest is reported."""
        for item in sources.read_all(self._paths, self._reading):
            if isinstance(item, Article):
                yield item
            else:
                self._post(WorkFailed(item))

    def _report(self, article: Article, addition: Addition, added: int) -> None:
        if addition is Addition.CONFLICT:
            self._post(WorkFailed(ArticleConflict(article.id)))
        elif addition is Addition.ADDED:
            self._post(Added(added))
