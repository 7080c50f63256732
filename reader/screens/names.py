"""Who and where: the names of all articles, what they say, and the figures that lie there."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from annotations.store.names import NameGroup
from annotations.store.names.profiles import Passage, PassageKind, Profile
from reader.commands import bindings
from reader.messages import OpenArticle
from reader.name_columns import SORTS, fitting, heading, ordered, passages_title
from reader.screens.deciding import DecidingNames
from reader.screens.narrowing import Narrowing
from reader.screens.questioning import Questioning
from reader.services import questions
from reader.services.messages import NamesRead, PassagesRead
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.name_lists import NameList, PassageList
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

TITLES = {
    NameGroup.PERSON: "People",
    NameGroup.ORGANISATION: "Organisations",
    NameGroup.PLACE: "Places",
    NameGroup.PEOPLE: "Nationalities and groups",
}
_REST = 0.15
"""Seconds that the cursor rests on a name before its passages are read."""
_IN_PASSAGES = "-in-passages"


class NamesScreen(DecidingNames, Narrowing, Questioning):
    """Names on the left, the passages of the one under the cursor on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("names")]
    HELP_ROOMS = ("names", "rows", "app")
    ROWS = ("name", "names")

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS, group: str) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        group: The `NameGroup` to begin with.
        """
        super().__init__(session, settings=settings)
        self._group = NameGroup(group)
        self._sort = SORTS[0]
        self._with_mentions = False
        self._read: dict[NameGroup, Sequence[Profile]] = {}
        """The names that have been read, until somebody writes to the store."""
        self._go_to = ""
        """The name to go to once the names have been read."""
        self._passages: Sequence[Passage] = ()

    def compose(self) -> ComposeResult:
        """Both lists."""
        yield Static(id="names-heading", markup=False)
        with Horizontal(id="names-and-passages"):
            yield NameList()
            yield PassageList()
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the names."""
        self._names.focus()
        self._read_names()

    def on_resize(self) -> None:
        """Fit the heading to the lists, once they have their new size."""
        self.call_after_refresh(self._show_heading)

    @property
    def _names(self) -> NameList:
        return self.query_one(NameList)

    @property
    def _list(self) -> PassageList:
        return self.query_one(PassageList)

    @property
    def profile(self) -> Profile | None:
        """The name under the cursor."""
        return self._names.profile

    @property
    def passage(self) -> Passage | None:
        """The passage under the cursor, if the cursor is among the passages."""
        return self._list.passage if self._list.has_focus else None

    @property
    def listed(self) -> Mapping[str, int]:
        """The names of the group that is shown, each with the number of its articles."""
        return {each.name: each.articles for each in self._read.get(self._group, ())}

    def store_changed(self) -> None:
        """Read again: somebody else has written to the store."""
        self.list_again()

    def list_again(self, *, go_to: str = "") -> None:
        """Read the names again, and go to one of them."""
        self._go_to = go_to or self._go_to
        self._read.clear()
        self._read_names()

    def focus_rows(self) -> None:
        """Give the names the keys."""
        self._leave_passages()

    # Reading the store

    def _read_names(self) -> None:
        if self._group in self._read:
            self.show_rows()
        else:
            self.query_one(StatusLine).show_place("reading …")
            self.slow.ask("names", questions.names(self._group))

    @on(NamesRead)
    def _take_names(self, event: NamesRead) -> None:
        self._read[event.group] = event.profiles
        if event.group is self._group:
            self.show_rows()

    def _read_passages(self) -> None:
        profile = self._names.profile
        if profile is None:
            self._passages = ()
            self._show_passages()
        else:
            self.lookup.ask("passages", questions.passages(profile))

    @on(PassagesRead)
    def _take_passages(self, event: PassagesRead) -> None:
        if event.profile == self._names.profile:
            self._passages = event.passages
            self._show_passages()

    # Showing

    def show_rows(self) -> None:
        """List the names that fit, in order."""
        found = fitting(self._read.get(self._group, ()), self.words)
        self._names.show(ordered(found, by=self._sort), go_to=self._go_to)
        self._go_to = ""
        self._show_heading()
        self.query_one(StatusLine).show_place(self.how_many(len(found)))
        self._read_passages()

    def _show_heading(self) -> None:
        titles = (
            f"[{title}]" if group is self._group else title for group, title in TITLES.items()
        )
        columns = "  ".join(filter(None, (self._names_heading(), self._passages_heading())))
        self.query_one("#names-heading", Static).update(f" {'  '.join(titles)}\n {columns}")

    def _names_heading(self) -> str:
        """The columns of the names; nothing where there is room for the passages alone."""
        width = self._names.size.width - 2
        return heading(self._group, width, sort=self._sort) if self._names.display else ""

    def _passages_heading(self) -> str:
        profile = self._names.profile
        if profile is None or not self._list.display:
            return ""
        return passages_title(
            profile.name,
            self._list.count,
            mentions_only=self._is_only_mentioned,
            width=self._list.size.width - 2,
        )

    @property
    def _is_only_mentioned(self) -> bool:
        return all(each.kind is PassageKind.MENTION for each in self._passages)

    def _show_passages(self) -> None:
        """What is said and counted; mentions if they are asked for, or there is nothing else."""
        with_mentions = self._with_mentions or self._is_only_mentioned
        self._list.show(
            [
                each
                for each in self._passages
                if with_mentions or each.kind is not PassageKind.MENTION
            ]
        )
        self._show_heading()

    # Moving and opening

    @on(VirtualRows.Moved)
    def _follow(self, event: VirtualRows.Moved) -> None:
        if event.rows is self._names:
            row = event.row
            self.set_timer(_REST, lambda: self._read_passages() if row == self._names.row else None)

    @on(VirtualRows.Chosen)
    def _choose(self, event: VirtualRows.Chosen) -> None:
        if event.rows is self._names:
            self._read_passages()
            self._go_to_passages()
        elif (passage := self._list.passage) is not None:
            self.post_message(OpenArticle(passage.article_id, passage.annotation_id))

    def action_across(self) -> None:
        """From the names to the passages, and back."""
        if self._list.has_focus:
            self._leave_passages()
        else:
            self._go_to_passages()

    def _go_to_passages(self) -> None:
        self.add_class(_IN_PASSAGES)
        self._list.focus()
        self.call_after_refresh(self._show_heading)

    def _leave_passages(self) -> None:
        self.remove_class(_IN_PASSAGES)
        self._names.focus()
        self.call_after_refresh(self._show_heading)

    # Choosing what is listed

    def action_group(self, group: str) -> None:
        """List the names of another group."""
        self._group = NameGroup(group)
        self._leave_passages()
        self._names.show(())
        self._list.show(())
        self._read_names()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.show_rows()

    def action_mentions(self) -> None:
        """Show mere mentions too, or quotes and figures alone."""
        self._with_mentions = not self._with_mentions
        self._show_passages()
        self.say(f"mentions {'shown' if self._with_mentions else 'hidden'}")

    def action_plot(self) -> None:
        """Plot the name under the cursor over time."""
        profile = self._names.profile
        if profile is None:
            self.say("There is no name to plot.")
            return
        from reader.screens.plot import PlotScreen

        question = questions.timeline(profile.name, profile.group)
        self.app.push_screen(
            PlotScreen(self.session, profile.name, question, settings=self.settings)
        )

    def action_clear(self) -> None:
        """Back to the names; from them, to all names."""
        if self._list.has_focus:
            self._leave_passages()
        else:
            self.narrow("")
