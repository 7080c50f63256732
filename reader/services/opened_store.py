"""The open store, and what is read from it article by article."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotations.model import Annotation, Article, CasualtyFigure
from annotations.store import NameForm, Store
from annotations.summary import Toll, summarize
from reader.annotation_index import AnnotationIndex


class OpenedStore:
    """A store that may not exist yet; to whoever reads it is empty till then."""

    def __init__(self, store_path: Path, *, annotator: str | None = None) -> None:
        """Open the store if there is one.

        Args:
            store_path: The store's file.
            annotator: Who the edits are by; null for the login name.

        Raises:
            StoreError: If there is a file, but it is no store or cannot be read.
        """
        self.store_path = store_path
        self.annotator = annotator
        self._store: Store | None = None
        if store_path.exists():
            self._store = Store.open(store_path, annotator=annotator)

    @property
    def is_open(self) -> bool:
        """Whether the store is there already."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """The store; it is made if need be."""
        if self._store is None:
            self._store = Store.open(self.store_path, annotator=self.annotator)
        return self._store

    def close(self) -> None:
        """Let go of the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has written since the last call."""
        return self._store is not None and self._store.changed()

    def holds(self, article_id: str) -> bool:
        """Whether an article is in the store."""
        return self._store is not None and self._store.articles.has(article_id)

    def holds_any(self) -> bool:
        """Whether any article is in the store, and be it a deleted one."""
        return self._store is not None and self._store.articles.are_any()

    def index(self, article_id: str, *, before: int | None = None) -> AnnotationIndex:
        """The annotations of an article; none as long as it is not in the store.

        Args:
            article_id: The article.
            before: Leave out what begins at this offset or behind it.
        """
        if not self.holds(article_id):
            return AnnotationIndex()
        return AnnotationIndex(self.store.annotations.columns(article_id, before=before))

    def revision(self, article_id: str) -> tuple[int, ...]:
        """A value that differs once the annotations of an article may have changed."""
        return self.store.annotations.revision(article_id) if self.holds(article_id) else ()

    def annotation(self, annotation_id: int | None) -> Annotation | None:
        """One annotation with all its fields, or null."""
        return None if annotation_id is None else self.store.annotations.get(annotation_id)

    def name_forms(self, article_id: str) -> list[NameForm]:
        """How an article writes names; nothing is known as long as it is not in the store."""
        return self.store.annotations.name_forms(article_id) if self.holds(article_id) else []

    def figures(self, article_id: str) -> list[CasualtyFigure]:
        """The casualty figures of an article; none as long as it is not in the store."""
        if not self.holds(article_id):
            return []
        key = self.store.articles.key(article_id)
        return self.store.annotations.figures([key]).get(key, [])

    def tolls(self, keys: Sequence[int]) -> dict[int, tuple[Toll, ...]]:
        """What some articles of the store say happened to people, by the articles' keys."""
        figures = self.store.annotations.figures(keys)
        return {key: summarize(found) for key, found in figures.items()}

    def article(self, article: Article) -> Article:
        """The article as it stands in the store, with its tags and note; else as it is."""
        return self.store.articles.get(article.id) if self.holds(article.id) else article

    def version(self, article_id: str) -> int:
        """The number of the text that an article has; 1 as long as it is not in the store."""
        return self.store.articles.version(article_id) if self.holds(article_id) else 1

    def unplaced(self, article_id: str) -> int:
        """How many annotations of an article have no place in its text, and wait for one."""
        return self.store.versions.count_unplaced(article_id) if self.is_open else 0

    def outlets(self, article_id: str) -> int:
        """How many outlets beside its own have copies of an article."""
        if not self.holds(article_id):
            return 0
        return self.store.copies.outlets(self.store.articles.key(article_id))

    def known(self, article: Article) -> Article:
        """An article under the id that it has in the store; as it is if it is not there."""
        known = self.store.articles.known_as(article) if self.is_open else None
        return article if known is None else replace(article, id=known)

    def was_run(self, article_id: str) -> bool:
        """Whether a detector has read the article."""
        return self.holds(article_id) and self.store.runs.last(article_id) is not None

    def tag_colours(self) -> Mapping[str, str]:
        """The names of colours by the tags that have one of their own."""
        return self._store.tags.colours() if self._store is not None else {}

    def tag_uses(self) -> Sequence[tuple[str, int]]:
        """The tags in use with how often each is, the commonest first."""
        return self._store.tags.names() if self._store is not None else ()
