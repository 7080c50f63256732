"""All tags of a library: renamed, merged, removed and coloured where they are listed."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.filters import Condition, Key, Query, Value, written
from annotations.store.tags import TagUse
from annotations.tagging import agreed, checked, is_within
from reader.commands import Command, bindings
from reader.messages import Answered, AskingCancelled, ListArticles, StopEditing
from reader.screens.narrowing import Narrowing
from reader.screens.questioning import Questioning
from reader.screens.stepping import Stepping
from reader.services import tag_steps
from reader.services.session import Session
from reader.services.tag_steps import TagsRead
from reader.settings.preferences import DEFAULTS, Settings
from reader.tag_columns import SORTS, fitting, heading, ordered
from reader.widgets.status_line import StatusLine
from reader.widgets.tag_list import TagList
from reader.widgets.virtual_rows import VirtualRows

_FOR_A_TAG = frozenset(("tags.rename", "tags.colour", "tags.remove", "rows.choose"))
"""Commands that need a tag."""


class TagsScreen(Narrowing, Stepping, Questioning):
    """The tree of tags; Enter lists the articles of one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tags")]
    HELP_ROOMS = ("tags", "rows", "app")
    ROWS = ("tag", "tags")

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store, which has to be there.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._uses: Sequence[TagUse] | None = None
        """Null until they are read."""
        self._sort = SORTS[0]
        self._renamed = ""
        """The tag that a new name is asked for."""

    def compose(self) -> ComposeResult:
        """The list, or why there is none."""
        yield Static(id="tags-heading", markup=False)
        yield TagList()
        yield Static(id="no-tags", markup=False)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the tags."""
        self.query_one("#no-tags").display = False
        self.tags.focus()
        self.query_one(StatusLine).show_place("reading …")
        self.reload()

    @property
    def tags(self) -> TagList:
        """The list of tags."""
        return self.query_one(TagList)

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: there is no tag."""
        return "there is no tag here" if command.id in _FOR_A_TAG and not self.tags.count else ""

    # Reading and showing

    def store_changed(self) -> None:
        """Read again: somebody else has written to the store."""
        self.reload()

    def edited(self, said: str) -> None:
        """Read again what an edit has changed, and tell of it."""
        self.reload()
        super().edited(said)

    def reload(self) -> None:
        """List the tags as they are in the store."""
        self.lookup.ask("tags", tag_steps.tags())

    @on(TagsRead)
    def _take_tags(self, event: TagsRead) -> None:
        self._uses = event.uses
        self.show_rows()

    def focus_rows(self) -> None:
        """Give the list the keys."""
        self.tags.focus()

    def show_rows(self) -> None:
        """List the tags that have the words."""
        uses = ordered(self._uses or (), by=self._sort)
        found = fitting(uses, self.words)
        self.tags.show(found, self.session.tag_colours(), in_tree=not self.words.strip())
        self._show_heading()
        self._show_none()
        self.query_one(StatusLine).show_place(self.how_many(len(found)))
        self.refresh_bindings()

    def _show_none(self) -> None:
        """Say what to do where there is no tag at all."""
        empty, was_listed = self.query_one("#no-tags", Static), self.tags.display
        self.tags.display = bool(self._uses)
        empty.display = not self._uses
        if self._uses and not was_listed:
            self.tags.focus()
        one, every = self.key("article.tags"), self.key("library.tags")
        empty.update(
            "No article and no annotation has a tag yet.\n\n"
            f"{one} in an article tags the annotation under the cursor, else the article;\n"
            f"{every} in the library tags the article, or all that are selected.\n\n"
            "A slash makes a tag stand below another: method/airstrike."
        )

    def on_resize(self) -> None:
        """Fit the heading to the list."""
        self.call_after_refresh(self._show_heading)

    def _show_heading(self) -> None:
        columns = heading(
            max(1, self.tags.line_width - 2),
            sort=self._sort,
            with_deleted=self.tags.with_deleted,
        )
        self.query_one("#tags-heading", Static).update(columns)

    # Listing

    @on(VirtualRows.Chosen)
    def _list_articles(self) -> None:
        use = self.tags.use
        if use is not None:
            condition = Condition(Key.TAG, (Value(use.tag, whole=True),))
            self.post_message(ListArticles(written(Query((condition,)))))

    def action_sort(self) -> None:
        """Sort by the other column."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.show_rows()

    def action_clear(self) -> None:
        """Stop an edit, else list all tags again."""
        if self.session.is_busy:
            self.post_message(StopEditing())
        else:
            self.narrow("")

    @on(AskingCancelled)
    def _leave_question(self) -> None:
        self.focus_rows()

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        self.focus_rows()
        if event.purpose == "rename" and event.changed:
            self.attempt(lambda: self._rename(event.value))

    # Editing

    def action_rename(self) -> None:
        """Ask for another name for the tag under the cursor."""
        use = self.tags.use
        if use is not None:
            self._renamed = use.tag
            below = f" and {use.below:,} below it" if use.below else ""
            self.ask_tags("rename", f"Rename #{use.tag}{below} to: ", value=use.tag, hint="a tag")

    def _others(self) -> list[str]:
        """The tags in use that are not being renamed, the commonest first."""
        tags = (tag for tag, _ in self.session.tag_uses())
        return [tag for tag in tags if not is_within(tag, self._renamed)]

    def told_of(self, answer: str) -> str:
        """That a new name is that of another tag, if it is."""
        name = answer.strip().strip("/").casefold()
        same = (use for use in self._uses or () if use.tag.casefold() == name)
        other = next((use for use in same if not is_within(use.tag, self._renamed)), None)
        return "" if other is None else f"merges with #{other.tag}"

    def _rename(self, typed: str) -> None:
        new = agreed(checked(typed), self._others())
        if new != self._renamed:
            undo = self.key("tags.undo")
            self.carry_out(tag_steps.renaming(self._renamed, new, undo_key=undo))

    def action_remove(self) -> None:
        """Take the tag under the cursor, and those below it, off everything."""
        use = self.tags.use
        if use is not None:
            self.carry_out(tag_steps.removing(use.tag, undo_key=self.key("tags.undo")))

    def action_colour(self) -> None:
        """Ask for a colour for the tag under the cursor."""
        from reader.screens.dialogs.colour_picker import ColourPicker

        use = self.tags.use
        if use is not None:
            picker = ColourPicker(use.tag, self.session.tag_colours(), keys=self.settings.keymap)
            self.app.push_screen(picker, lambda chosen: self._colour(use.tag, chosen))

    def _colour(self, tag: str, chosen: str | None) -> None:
        """Give a tag the colour that was chosen, unless the choice was cancelled."""
        if chosen is None:
            return

        def commit() -> None:
            """Write the colour to the store; an empty choice is that of the tag above."""
            if self.session.store.tag_edits.colour_tag(tag, chosen or None):
                done = f"#{tag} is {chosen}" if chosen else f"#{tag} has no colour of its own"
                self.say(f"{done}; {self.key('tags.undo')} undoes it")

        if self.write(commit):
            self.show_rows()
