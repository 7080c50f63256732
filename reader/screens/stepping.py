"""Screens on which whole edits are undone and redone."""

from reader.messages import EditArticles
from reader.screens.base import ReaderScreen
from reader.services.long_edits import LongEdit, step


class Stepping(ReaderScreen):
    """A screen whose edits are made beside it, as they may be of many articles."""

    @property
    def steps_in(self) -> str | None:
        """The article whose edits are undone; null for those of the whole store."""
        return None

    def carry_out(self, edit: LongEdit) -> None:
        """Have an edit made."""
        self.post_message(EditArticles(edit))

    def action_undo(self) -> None:
        """Undo the last edit."""
        self.carry_out(step(undo=True, article_id=self.steps_in))

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self.carry_out(step(undo=False, article_id=self.steps_in))
