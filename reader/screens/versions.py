"""The texts that an article has had, to look at and to go back to."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from annotations.store.version_rows import Version
from annotations.text import clean_line
from reader.commands import Command, bindings
from reader.earlier_index import index_of
from reader.screens.base import ReaderScreen
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.switches import LAYER_SWITCHES
from reader.unplaced_lines import version_line
from reader.widgets.article_view import ArticleView
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows


class VersionList(VirtualRows):
    """A row a version, the latest first; the one that the article has now stands out."""

    def __init__(self) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id="versions")
        self.versions: Sequence[Version] = ()

    def show(self, versions: Sequence[Version]) -> None:
        """List these."""
        self.versions = versions
        self.set_count(len(versions))

    def draw(self, row: int, width: int) -> list[Segment]:
        """When it came, from whom, and what became of what was annotated."""
        version = self.versions[row]
        before = self.versions[row + 1 :][:1]
        longer = version.length - before[0].length if before else None
        text = f" {version_line(version, today=date.today(), longer=longer)}"
        return [Segment(text)] if version.is_current else [Segment(text, self.dim_style())]


class _GoingBack(ReaderScreen):
    """A screen about versions of one article, from which one can go back to any."""

    def __init__(self, session: Session, article_id: str, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        article_id: The article.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self.article_id = article_id

    def go_back(self, number: int) -> bool:
        """Give the article the text of a version again; tells whether that is done."""

        def commit() -> None:
            """As its newest version, with all that people did since."""
            became = self.session.store.versions.go_back(self.article_id, number)
            left = f", {became.left_over:,} to place by hand" if became.left_over else ""
            undo = self.key("article.undo")
            self.say_everywhere(
                f"The text of version {number} again: {became.taken:,} annotations carried over"
                f"{left}; {undo} in the article undoes it."
            )

        return self.write(commit)


class VersionsScreen(_GoingBack):
    """The list of versions; Enter shows the text of one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("versions")]
    HELP_ROOMS = ("versions", "rows", "app")

    def compose(self) -> ComposeResult:
        """The list, or that there is but one text."""
        yield Static(id="versions-heading", markup=False)
        yield VersionList()
        yield Static("The article has had no other text.", id="no-versions", markup=False)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the versions."""
        title = clean_line(self.session.store.articles.get(self.article_id).title)
        self.query_one("#versions-heading", Static).update(f"Texts of “{title}”")
        self.store_changed()

    def on_screen_resume(self) -> None:
        """Show what was done in the screens over this one."""
        if self.is_mounted and self.children:
            self.store_changed()

    @property
    def _list(self) -> VersionList:
        return self.query_one(VersionList)

    def store_changed(self) -> None:
        """Read the versions again."""
        self.attempt(self._read)

    def _read(self) -> None:
        self._list.show(self.session.store.versions.of(self.article_id))
        count = self._list.count
        self.query_one("#no-versions").display = not count
        self._list.display = bool(count)
        self.set_focus(self._list if count else None)
        noun = "text" if count <= 1 else "texts"
        self.query_one(StatusLine).show_place(f"{max(1, count):,} {noun}")
        self.refresh_bindings()

    @property
    def _version(self) -> Version | None:
        return self._list.versions[self._list.row] if self._list.count else None

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: there is no other text, or it has this one."""
        version = self._version
        if command.id in ("versions.back", "rows.choose") and version is None:
            return "the article has had no other text"
        if command.id == "versions.back" and version is not None and version.is_current:
            return "the article has this text now"
        return ""

    @on(VirtualRows.Moved)
    def _follow(self) -> None:
        self.refresh_bindings()

    @on(VirtualRows.Chosen)
    def _open(self) -> None:
        """Show the text of the version under the cursor."""
        version = self._version
        if version is not None:
            number = version.number
            self.app.push_screen(
                VersionScreen(self.session, self.article_id, number, settings=self.settings)
            )

    def action_back(self) -> None:
        """Give the article the text of the version under the cursor again."""
        if (version := self._version) is not None and self.go_back(version.number):
            self._read()


class VersionScreen(_GoingBack):
    """An earlier text with what was annotated in it when it was left, to be read only."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("version")]
    HELP_ROOMS = ("text", "version", "app")

    def __init__(
        self, session: Session, article_id: str, number: int, *, settings: Settings = DEFAULTS
    ) -> None:
        """Args:
        session: The store.
        article_id: The article.
        number: Of the version.
        settings: What the person prefers.
        """
        super().__init__(session, article_id, settings=settings)
        self._number = number

    def compose(self) -> ComposeResult:
        """Which text it is, and the text."""
        versions = self.session.store.versions
        article = versions.article(self.article_id, self._number)
        annotations = versions.annotations(self.article_id, self._number)
        title = clean_line(article.title or article.id)
        heading = f"{title} · version {self._number}, to be read only"
        yield Static(heading, id="version-heading", markup=False)
        with Horizontal(id="version"):
            yield ArticleView(
                article.text,
                index_of(annotations),
                measure=self.session.measure,
                usual_measure=self.settings.column_width,
                hidden=frozenset(LAYER_SWITCHES) - self.settings.layers,
                labels=self.settings.labels,
            )
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Begin in the text."""
        self.query_one(ArticleView).focus()
        length = len(self.query_one(ArticleView).reading.text)
        self.query_one(StatusLine).show_place(f"version {self._number}, {length:,} characters")

    @property
    def _is_current(self) -> bool:
        return self.session.version(self.article_id) == self._number

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: the article has this text."""
        is_back = command.id == "version.back" and self._is_current
        return "the article has this text now" if is_back else ""

    def action_back(self) -> None:
        """Give the article this text again."""
        if self.go_back(self._number):
            self.app.pop_screen()
