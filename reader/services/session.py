"""The open store, and who works in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import StoreError
from annotations.model import (
    Annotation,
    Article,
    ArticleState,
    Layer,
    VagueRule,
)
from annotations.offsets import spans_of
from annotations.review import Change, Marks
from annotations.sources.options import PLAIN, Options
from annotations.store.places import Place, Places
from reader.guidelines import Guidelines
from reader.jump_list import JumpList
from reader.listing import Listing
from reader.services.opened_store import OpenedStore

if TYPE_CHECKING:
    from annotations.store.edit_log import EditGroup
    from annotations.store.news import Happening, States
    from reader.services.editing import Editing
    from reader.services.progress_questions import Measuring
    from reader.services.queueing import Queueing


class Session(OpenedStore):
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
        super().__init__(store_path, annotator=annotator)
        self.model = model
        self.vague_rule = vague_rule
        self.own_names = own_names
        self.measure: int | None = None
        """Cells of a line of text that a person asked for, in whatever article."""
        self.guidelines = Guidelines(store=store_path)
        """Where the guidelines are looked for."""
        self.reading: Options = PLAIN
        """How files, folders and addresses are read."""
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
        self.measuring: Measuring | None = None
        """What was measured of the decisions in the store; null before anybody wanted to know."""
        self._places = None if places is None else Places(places, store=store_path)

    @property
    def is_busy(self) -> bool:
        """Whether many articles are being edited, which leaves no room for another edit."""
        return self.editing is not None and not self.editing.is_idle

    def close(self) -> None:
        """Let go of the store."""
        super().close()
        if self._places is not None:
            self._places.close()

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

    def set_language(self, article: Article, language: str | None) -> "EditGroup":
        """Say which language an article is in, by its ISO 639 code; null if it is not known.

        Raises:
            StoreError: If the edit could not be made; nothing was changed.
            ValueError: If nothing would change.
        """
        self._ensure(article)
        return self.store.edits.set_language(article.id, "set language", language)

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
