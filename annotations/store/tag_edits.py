"""What a person does to a tag in all articles and on all annotations: each call one step to undo.

Deleted articles are covered too, so that no tag comes back with them under a name that is gone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from annotations.errors import FilterError, NoSuchTag, TagExists
from annotations.filters import Query, names_tag, parsed, retagged, written
from annotations.review import Change
from annotations.store.annotations import stored
from annotations.store.article_changes import MarksChange
from annotations.store.bulk import BulkEdits
from annotations.store.edit_log import Entry
from annotations.store.marks import marks_of
from annotations.store.rows import unique
from annotations.store.store_changes import Setting, StoreChange
from annotations.store.tags import WITHIN, within
from annotations.tagging import above, is_within, moved

Renamed = Callable[[str], str | None]
"""What becomes of a tag; null if it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagOutcome:
    """What an edit of a tag has changed."""

    articles: int = 0
    """Articles that carried it themselves."""
    annotations: int = 0
    merged: tuple[str, ...] = ()
    """Tags that there were already, and that it has become."""
    filters: tuple[str, ...] = ()
    """The saved filters that ask for it by its new name now."""
    filters_left: tuple[str, ...] = ()
    """The saved filters that found it and no longer do: they have to be saved anew."""


class TagEdits(BulkEdits):
    """Edits of tags. What holds of a tag holds of all that stand below it."""

    def rename_tag(self, old: str, new: str, *, merge: bool = False) -> TagOutcome:
        """Give a tag another name, wherever it is.

        Those below it go with it: once `method` is `means`, `method/mine` is `means/mine`. Its
        colour goes with it too, and saved filters that name it follow. An annotation stays decided
        on by whom it was.

        Args:
            old: A tag that is in use, or that one in use stands below.
            new: A name that can be a tag.
            merge: Whether it may be one that there is already; the tags then become one, which
                keeps its colour.

        Raises:
            NoSuchTag: If there is no such tag.
            TagExists: If it would be merged and may not be.
        """
        with self._connection.reading():
            moving = self._moving(old)
            merged = self._merged(moving, old, new)
            colours = tuple(self._recoloured(old, new))
            filters = tuple(self._refiltered(old, new))
            left = self._left(old, new)
        if merged and not merge:
            raise TagExists(merged)
        if old == new:
            return TagOutcome()
        action = f"merge tag {old} into {new}" if merged else f"rename tag {old} to {new}"
        articles, annotations = self._retag(
            action, old, lambda tag: moved(tag, old, new), (*colours, *filters)
        )
        return TagOutcome(
            articles=articles,
            annotations=annotations,
            merged=merged,
            filters=tuple(change.name for change in filters),
            filters_left=left,
        )

    def remove_tag(self, tag: str) -> TagOutcome:
        """Take a tag, and all below it, off whatever carries it; its colour is forgotten.

        Raises:
            NoSuchTag: If there is no such tag.
        """
        with self._connection.reading():
            self._moving(tag)
            colours = self._without_colours(tag)
            left = tuple(name for name, query in self._filters() if names_tag(query, tag))
        articles, annotations = self._retag(
            f"remove tag {tag}", tag, lambda each: None if is_within(each, tag) else each, colours
        )
        return TagOutcome(articles=articles, annotations=annotations, filters_left=left)

    def colour_tag(self, tag: str, colour: str | None) -> bool:
        """Give a tag a colour, for all who read the store; null for that of the tag above it.

        Returns:
            Whether it had another one before.

        Raises:
            NoSuchTag: If there is no such tag.
        """
        with self._connection.reading():
            self._moving(tag)
            before = self._colours().get(tag)
        if before == colour:
            return False
        change = StoreChange(what=Setting.TAG_COLOUR, name=tag, before=before, after=colour)
        self._do(f"colour tag {tag}", (), lambda _: (), beside=(change,))
        return True

    # What carries a tag

    def _moving(self, tag: str) -> list[str]:
        """The tag, as far as it is in use, and those below it.

        Raises:
            NoSuchTag: If there is none.
        """
        found = self._connection.column(f"SELECT tag FROM tags WHERE {WITHIN}", within(tag))
        if not found:
            every = self._connection.column("SELECT tag FROM tags")
            paths = list(dict.fromkeys(path for each in every for path in (*above(each), each)))
            raise NoSuchTag(tag, get_close_matches(tag, paths))
        return found

    def _merged(self, moving: Sequence[str], old: str, new: str) -> tuple[str, ...]:
        standing = {moved(tag, old, new) for tag in moving}.difference(moving)
        found = [each for each in standing if self._is_used(each)]
        if not found and not is_within(new, old) and self._is_above_others(new, moving):
            found = [new]
        return tuple(sorted(found))

    def _is_used(self, tag: str) -> bool:
        return self._connection.row("SELECT 1 FROM tags WHERE tag = ?", (tag,)) is not None

    def _is_above_others(self, tag: str, moving: Sequence[str]) -> bool:
        """Whether other tags than those that are moved stand below a tag."""
        below = self._connection.column(f"SELECT tag FROM tags WHERE {WITHIN}", within(tag))
        return bool(set(below).difference(moving))

    def _carriers(self, tag: str) -> dict[int, list[int]]:
        """The keys of the articles that carry a tag or hold annotations that do, with their ids."""
        carriers: dict[int, list[int]] = {
            key: []
            for key in self._connection.column(
                f"SELECT DISTINCT article FROM article_tags WHERE {WITHIN} ORDER BY article",
                within(tag),
            )
        }
        for key, annotation in self._connection.rows(
            f"""
            SELECT DISTINCT n.article, n.id FROM annotation_tags AS t CROSS JOIN annotations AS n
                ON n.id = t.annotation
            WHERE {WITHIN} ORDER BY n.article, n.start
            """,
            within(tag),
        ):
            carriers.setdefault(key, []).append(annotation)
        return carriers

    def _retag(
        self, action: str, tag: str, renamed: Renamed, beside: Sequence[StoreChange]
    ) -> tuple[int, int]:
        """Give tags other names; how many articles and annotations carried them."""
        carriers: dict[int, list[int]] = {}
        counts: Counter[type] = Counter()

        def keys() -> Iterator[int]:
            """The articles as they are once nobody else can write."""
            carriers.update(self._carriers(tag))
            yield from carriers

        def changed(key: int) -> Iterator[Entry]:
            """What becomes of the tags of an article and of its annotations."""
            for change in self._changes(key, carriers[key], renamed):
                counts[type(change)] += 1
                yield Entry(article=key, change=change)

        self._do(action, keys(), changed, beside=beside)
        return counts[MarksChange], counts[Change]

    def _changes(
        self, article: int, annotations: Sequence[int], renamed: Renamed
    ) -> Iterator[MarksChange | Change]:
        before = marks_of(self._connection, article)
        after = replace(before, tags=_renamed(before.tags, renamed))
        if after != before:
            yield MarksChange(before=before, after=after)
        for each in stored(self._connection, annotations, article=article).values():
            yield Change(before=each, after=replace(each, tags=_renamed(each.tags, renamed)))

    # Colours and filters

    def _colours(self) -> dict[str, str]:
        return dict(self._connection.rows("SELECT tag, colour FROM tag_colours"))

    def _recoloured(self, old: str, new: str) -> Iterator[StoreChange]:
        """The colours go along; one that is there already stays."""
        colours = self._colours()
        for tag, colour in list(colours.items()):
            if is_within(tag, old):
                yield _coloured(tag, colour, None)
                del colours[tag]
        for tag, colour in self._colours().items():
            target = moved(tag, old, new)
            if is_within(tag, old) and target not in colours:
                yield _coloured(target, None, colour)

    def _without_colours(self, tag: str) -> list[StoreChange]:
        colours = self._colours().items()
        return [_coloured(each, colour, None) for each, colour in colours if is_within(each, tag)]

    def _filters(self) -> Iterator[tuple[str, Query]]:
        """The saved filters that can be read."""
        for name, typed in self._connection.rows("SELECT name, filter FROM saved_filters"):
            try:
                yield name, parsed(typed)
            except FilterError:  # saved by a later version
                continue

    def _refiltered(self, old: str, new: str) -> Iterator[StoreChange]:
        typed: dict[str, str] = dict(
            self._connection.rows("SELECT name, filter FROM saved_filters")
        )
        for name, query in self._filters():
            if (after := retagged(query, old, new)) != query:
                yield StoreChange(
                    what=Setting.SAVED_FILTER, name=name, before=typed[name], after=written(after)
                )

    def _left(self, old: str, new: str) -> tuple[str, ...]:
        """The filters that found the tag by a word that its new name does not have."""
        return tuple(
            name
            for name, query in self._filters()
            if names_tag(query, old) and not names_tag(retagged(query, old, new), new)
        )


def _renamed(tags: Sequence[str], renamed: Renamed) -> tuple[str, ...]:
    return unique(after for tag in tags if (after := renamed(tag)) is not None)


def _coloured(tag: str, before: str | None, after: str | None) -> StoreChange:
    return StoreChange(what=Setting.TAG_COLOUR, name=tag, before=before, after=after)
