"""All that people have done to the store, or to one article: to look at, to undo, to go back to."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from annotations.errors import NothingToUndo
from annotations.review import Change
from annotations.store.log import LoggedEdit, LoggedGroup
from annotations.store.rewinding import Way
from reader.commands import Command, bindings
from reader.keyboard.sequences import KeyTaker
from reader.screens.log.filtering import LogFiltering
from reader.screens.stepping import Stepping
from reader.services.log_steps import how_many_edits, one_step, to_step
from reader.services.long_edits import LongEdit
from reader.widgets.virtual_rows import VirtualRows

_FOR_EDITS = {
    *("rows.choose", "log.to-here", "log.alone", "log.across", "log.history"),
}
"""Commands that need an edit under the cursor."""


class LogScreen(LogFiltering, Stepping):
    """The log, with what can be done from it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("log")]
    HELP_ROOMS = ("log", "rows", "app")

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: no edit is listed, or all are already."""
        if command.id == "log.scope" and self.origin is None:
            return "this is the log of the whole store; from an article it begins with that"
        is_empty = self.is_listed and not self.groups.count
        return "no edit is listed" if is_empty and command.id in _FOR_EDITS else ""

    def action_across(self) -> None:
        """To what the edit changed, and back."""
        (self.groups if self.changes.has_focus else self.changes).focus()

    @property
    def _edit(self) -> LoggedEdit | None:
        """The change under the cursor, or the first of the edit under it."""
        if self.changes.has_focus:
            return self.changes.current
        return None if self.group is None else self.group.first

    def action_history(self) -> None:
        """Show what became of the annotation."""
        from reader.screens.history import HistoryScreen

        edit = self._edit
        if edit is None or edit.annotation is None:
            self.say("This edit is about the article, not about an annotation.")
            return
        self.app.push_screen(HistoryScreen(self.session, edit.annotation, settings=self.settings))

    @on(VirtualRows.Chosen)
    def _go(self) -> None:
        edit = self._edit
        if edit is not None:
            state = None
            if isinstance(edit.change, Change):
                state = edit.change.after or edit.change.before
            self.lead_to(edit.article_id, edit.annotation, state.start if state else None)

    # Undoing

    def action_alone(self) -> None:
        """Undo the edit alone, or redo it."""
        group = self.group
        if group is not None:
            self.carry_out(one_step(group.id, undo=group.state == "done"))

    def action_to_here(self) -> None:
        """Ask whether to undo all that came after the edit, or to redo up to it."""
        group = self.group
        if group is not None:
            self.attempt(lambda: self._ask_whether(group))

    @property
    def steps_in(self) -> str | None:
        """The article whose edits are listed and undone; null for the whole store."""
        return self.wanted.article_id

    def _ask_whether(self, group: LoggedGroup) -> None:
        """Say how much would be undone or redone; it is done if that is meant."""
        article_id = self.wanted.article_id
        try:
            way = self.session.store.rewinding.way_to(group.id, article_id=article_id)
        except NothingToUndo as error:
            self.say(error.message)
            return
        if not way.groups:
            self.say(f"Nothing was done after this edit; {self.key('log.alone')} undoes it.")
            return
        edit = to_step(group.id, way, article_id=article_id)
        self.say(_question(way, in_article=article_id is not None))
        self.take_keys(KeyTaker(lambda letter: self._answer(letter, edit), lambda: None))

    def _answer(self, letter: str, edit: LongEdit) -> bool:
        """Take the answer; no further key is wanted."""
        if letter == "y":
            self.carry_out(edit)
        else:
            self.say("All is left as it was.")
        return False


def _question(way: Way, *, in_article: bool) -> str:
    edits = how_many_edits(way.groups)
    what = f"Undo the {edits} after it" if way.undo else f"Redo {edits} up to it"
    where = "this article" if in_article else "the whole store"
    return f"{what} in {where}? y does, any other key leaves all as it is"
