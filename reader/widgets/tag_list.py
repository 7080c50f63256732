"""The tags of a library as a tree."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment

from annotations.store.tags import TagUse
from reader.tag_columns import tag_line
from reader.widgets.tag_ink import TagInk
from reader.widgets.virtual_rows import VirtualRows


class TagList(VirtualRows):
    """A row a tag, indented below the one that it is a part of."""

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="tags")
        self._uses: Sequence[TagUse] = ()
        self._colours: Mapping[str, str] = {}
        self._ink: TagInk | None = None
        self._in_tree = True

    def show(
        self, uses: Sequence[TagUse], colours: Mapping[str, str], *, in_tree: bool = True
    ) -> None:
        """List these tags; the cursor stays on its tag if that is listed.

        Args:
            uses: The tags.
            colours: The names of colours by the tags that have one of their own.
            in_tree: Whether each is listed behind those that it stands below.
        """
        current = self.use
        self._uses, self._colours, self._in_tree = uses, colours, in_tree
        self._ink = None
        self.set_count(len(uses))
        if current is not None:
            self.point_at(current.tag)

    def point_at(self, tag: str) -> None:
        """Put the cursor on a tag, if it is listed."""
        tags = [use.tag for use in self._uses]
        if tag in tags:
            self.go(tags.index(tag), announce=False)

    @property
    def use(self) -> TagUse | None:
        """The tag under the cursor."""
        return self._uses[self.row] if self.row < len(self._uses) else None

    @property
    def with_deleted(self) -> bool:
        """Whether any of them is carried by deleted articles."""
        return any(use.in_deleted for use in self._uses)

    def notify_style_update(self) -> None:
        """Forget the shades of another theme."""
        super().notify_style_update()
        self._ink = None

    def draw(self, row: int, width: int) -> list[Segment]:
        """A tag in its colour, with what carries it."""
        use = self._uses[row]
        if self._ink is None:
            self._ink = TagInk(self, self._colours)
        before, name, behind = tag_line(
            use,
            width - 2,
            colours=self._colours,
            in_tree=self._in_tree,
            with_deleted=self.with_deleted,
        )
        return [
            Segment(f" {before}"),
            Segment(name, self._ink.style(use.tag)),
            Segment(behind),
        ]
