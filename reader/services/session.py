"""The open store, and who works in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import StoreError
from annotations.model import (
    Annotation,
    Article,
    ArticleState,
    CasualtyFigure,
    Layer,
    VagueRule,
)
from annotations.offsets import spans_of
from annotations.review import Change, Marks
from annotations.store import NameForm, Store
from annotations.store.places import Place, Places
from annotations.summary import Toll, summarize
from reader.annotation_index import AnnotationIndex
from reader.guidelines import Guidelines
from reader.jump_list import JumpList
from reader.listing import Listing

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup
    from annotations.store.news import Happening, States
    from reader.services.editing import Editing
    from reader.services.queueing import Queueing


class Session:
    """What the screens read from and write to.

    A store that does not exist yet is made only after the first paint: making one costs a
    quarter of a second, and a person came to read.
    """

    def __init__(
        self,
        store_path: Path,
        *,
        model: str,
        vague_rule: VagueRule = VagueRule.DEFAULT,
        own_names: Path | None = None,
        annotator: str | None = None,
        places: Path | None = None,
    ) -> None:
        """Open the store if there is one.

        Args:
            store_path: The store's file.
            model: spaCy pipeline for detection.
            vague_rule: Which number "dozens" stands for, in what is detected or added.
            own_names: The person's own list of names, for the detector.
            annotator: Who the edits are by; null for the login name.
            places: The file that remembers the place in each article; null to remember none.

        Raises:
            StoreError: If there is a file, but it is no store or cannot be read.
        """
        self.store_path = store_path
        self.model = model
        self.vague_rule = vague_rule
        self.own_names = own_names
        self.annotator = annotator
        self.measure: int | None = None
        """Cells of a line of text that a person asked for, in whatever article."""
        self.guidelines = Guidelines(store=store_path)
        """Where the guidelines are looked for."""
        self.jumps = JumpList()
        self.listing: Listing | None = None
        """The list that the last article was opened from; null if from none."""
        self.last_article: str | None = None
        """The id of the article that was opened last."""
        self.last_kind: tuple[Layer, str] | None = None
        """The layer and kind that a person chose last; null before they have."""
        self.editing: Editing | None = None
        """Who edits many articles beside the screens; null where nobody does."""
        self.placing: int | None = None
        """The id of an annotation without a place that a person is about to place by hand."""
        self.queueing: Queueing | None = None
        """The queue of what waits; null before one was opened."""
        self._places = None if places is None else Places(places, store=store_path)
        self._store: Store | None = None
        if store_path.exists():
            self._store = Store.open(store_path, annotator=annotator)

    @property
    def is_busy(self) -> bool:
        """Whether many articles are being edited, which leaves no room for another edit."""
        return self.editing is not None and not self.editing.is_idle

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
        if self._places is not None:
            self._places.close()

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has written since the last call."""
        return self._store is not None and self._store.changed()

    # Reading

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

    def states(self, article_id: str) -> "States":
        """The latest edits of an article, done and undone, to ask later what is new."""
        return self.store.news.states(article_id) if self.holds(article_id) else {}

    def news(self, article_id: str, known: "States") -> "tuple[list[Happening], States]":
        """What others have done to an article, since its latest edits stood as they are known.

        Returns:
            That, and how they stand now.
        """
        if not self.holds(article_id):
            return [], {}
        known = known | dict(self._own_steps())
        return self.store.news.since(article_id, known)

    def _own_steps(self) -> list[tuple[int, str]]:
        """What was done in this process since the last call, by keys or beside the screens."""
        beside = [] if self.editing is None else self.editing.take_steps()
        return [*beside, *self.store.take_steps()]

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

    def listed(self, key: int) -> Listing:
        """The list that an article was opened from; the whole library, if from none.

        Args:
            key: The article's key.
        """
        if self.listing is None or self.listing.place(key) is None:
            self.listing = Listing(self.store.articles.keys())
        return self.listing

    def list_articles(self, article_ids: Sequence[str]) -> None:
        """Let articles be opened from a list of these."""
        self.listing = Listing(self.store.articles.keys_of(article_ids))

    # The place in an article

    def place(self, article_id: str) -> Place | None:
        """Where a person was in an article; null if that is not known."""
        if self._places is None:
            return None
        try:
            kept = self._places.of(article_id)
            return None if kept is None else self._moved(article_id, kept)
        except StoreError:  # keeping the next place fails too, and says why
            return None

    def keep_place(self, article_id: str, place: Place) -> None:
        """Remember where a person is in an article.

        Raises:
            StoreError: If it could not be remembered.
        """
        if self._places is not None:
            self._places.keep(article_id, place)

    def marks(self, article_id: str) -> dict[str, Place]:
        """The places that a person has marked in an article, by their letters."""
        if self._places is None:
            return {}
        try:
            marks = self._places.marks(article_id)
            return {letter: self._moved(article_id, mark) for letter, mark in marks.items()}
        except StoreError:  # setting a mark fails too, and says why
            return {}

    def _moved(self, article_id: str, place: Place) -> Place:
        """Where a place is in the text that the article has now."""
        now = self.version(article_id)
        if place.version == now:
            return place
        anchors = self.store.versions.anchors(article_id, place.version, now)
        return Place(
            cursor=anchors.nearest(place.cursor), top=anchors.nearest(place.top), version=now
        )

    def keep_mark(self, article_id: str, letter: str, place: Place) -> None:
        """Mark a place in an article; what the letter marked before is forgotten.

        Raises:
            StoreError: If it could not be remembered.
        """
        if self._places is None:
            raise StoreError("Places are not remembered here.", hint="Nothing was marked.")
        self._places.keep_mark(article_id, letter, place)

    # Editing

    def edit_together(
        self, article: Article, action: str, changes: Sequence[Change]
    ) -> "EditGroup":
        """Change several annotations of an article in one step; those that stay are skipped.

        Raises:
            StoreError: If the edit could not be made; nothing was changed.
            ValueError: If nothing would change.
        """
        self._ensure(article)
        # What leaves an annotation where it is holds in whatever text it is by now.
        version = article.version if any(map(_places, changes)) else None
        return self.store.edits.annotations(article.id, action, changes, version=version)

    def mark(self, article: Article, action: str, after: Marks) -> "EditGroup":
        """Put tags and a note on an article.

        Raises:
            StoreError: If the edit could not be made; nothing was changed.
        """
        self._ensure(article)
        current = self.store.articles.get(article.id)
        before = Marks(tags=current.tags, note=current.note)
        return self.store.edits.marks(article.id, action, before=before, after=after)

    def set_state(self, article: Article, action: str, state: ArticleState | None) -> "EditGroup":
        """Say how far an article is, or null to let that follow from its annotations.

        Raises:
            StoreError: If the edit could not be made; nothing was changed.
            ValueError: If nothing would change.
        """
        self._ensure(article)
        return self.store.edits.set_state(article.id, action, state)

    def undo(self, article_id: str | None = None) -> "EditGroup":
        """Take back the last edit, of one article or of the whole store.

        Raises:
            NothingToUndo: If there is none.
            StoreError: If it could not be undone; nothing was changed.
        """
        return self.store.edits.undo(article_id=article_id)

    def redo(self, article_id: str | None = None) -> "EditGroup":
        """Make again what was undone last.

        Raises:
            NothingToUndo: If there is nothing.
            StoreError: If it could not be redone; nothing was changed.
        """
        return self.store.edits.redo(article_id=article_id)

    def _ensure(self, article: Article) -> None:
        """Add the article if it is being edited before it was added."""
        if not self.holds(article.id):
            self.store.articles.add_one(article)


def _places(change: Change) -> bool:
    """Whether a change says where in the text something is."""
    before, after = change.before, change.after
    if after is None:
        return False
    return before is None or _stretches(before) != _stretches(after)


def _stretches(annotation: Annotation) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans_of(annotation)]
