"""The commands by which a person's corrections in the open article become rules."""

from typing import TYPE_CHECKING

from annotations.model import Annotation
from annotations.store.progress import untold
from reader.commands import Command
from reader.messages import EditArticles, OpenRules
from reader.screens.article.spreading import Spreading
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from annotations.own_rules import OwnRule
    from annotations.store.edit_log import EditGroup


class Remembering(Spreading):
    """A screen with an open article, where a correction made twice is offered as a rule."""

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._offered: OwnRule | None = None

    def _edit(self, action: str, before: Annotation | None, after: Annotation | None) -> bool:
        """Commit one change and show it; then offer the rule that it could become."""
        is_done = super()._edit(action, before, after)
        if is_done:
            self.offer_rule()
        return is_done

    def edited(self, said: str) -> None:
        """Tell of many edits, and offer the rule that they could become."""
        super().edited(said)
        self.offer_rule()

    def _show_step(self, verb: str, group: "EditGroup | None") -> None:
        super()._show_step(verb, group)
        if group is not None:
            self.offer_rule()

    def offer_rule(self) -> None:
        """Offer the rule that the last edit could become, or nothing any more.

        Whatever edits an annotation calls this once that is said.
        """
        before = self._offered
        self.attempt(self._look_for_rule)
        if self._offered is not None:
            self.query_one(StatusLine).add_message(self._offer(self._offered))
        if before != self._offered:
            self.refresh_bindings()

    def _offer(self, rule: "OwnRule") -> str:
        """The rule as it is offered, and the rules that would hold no longer."""
        overruled = self.session.store.own_rules.overruled_by(rule)
        instead = f", no longer {overruled[0]}" if overruled else ""
        return f"{self.key('article.keep-rule')} keeps the rule: {rule}{instead}"

    def _look_for_rule(self) -> None:
        self._offered = None
        self._offered = self.session.store.own_rules.offered() if self.session.is_open else None

    def action_keep_rule(self) -> None:
        """Make the rule that is offered, and follow it in what is still suggested."""
        from reader.services.rule_steps import is_long, rule_edit

        rule, here = self._offered, self.article.id
        if rule is None:
            return
        edit = rule_edit(
            "following the rule",
            "kept",
            lambda rules: rules.make(rule, article_id=here),
            undo_key=self.key("article.undo"),
        )
        if is_long(self.session.store, rule):
            self._forget_offer()
            self.post_message(EditArticles(edit))
        else:
            self.write(lambda: self.edited(edit.carry_out(self.session.store, untold)))

    def _forget_offer(self) -> None:
        self._offered = None
        self.refresh_bindings()

    def action_rules(self) -> None:
        """Show the rules of this store."""
        self.post_message(OpenRules())

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: no rule is offered."""
        if command.id == "article.keep-rule" and self._offered is None:
            rules = self.key("article.rules")
            return f"no rule is offered: that follows an equal correction; {rules} lists the rules"
        return super().why_not(command)
