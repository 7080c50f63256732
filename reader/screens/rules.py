"""The rules that a person's corrections have become: on or off, with what they have done."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotations.own_rules.governing import overruled
from annotations.own_rules.lines import HINT, parsed, written
from annotations.store.own_rules.index import RuleOutcome, UsedRule
from annotations.store.progress import untold
from reader.commands import Command, bindings
from reader.messages import Answered, AskingCancelled, StopEditing
from reader.rule_columns import details, fitting, heading, overrulers
from reader.screens.narrowing import Narrowing
from reader.screens.stepping import Stepping
from reader.services.rule_steps import is_long, rule_edit
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.own_rule_list import OwnRuleList
from reader.widgets.status_line import StatusLine
from reader.widgets.virtual_rows import VirtualRows

if TYPE_CHECKING:
    from annotations.own_rules import OwnRule
    from annotations.store.own_rules.index import OwnRules

_FOR_ONE = frozenset(f"rules.{verb}" for verb in ("switch", "edit", "apply", "remove"))
"""Commands that need a rule that is listed."""


class RulesScreen(Narrowing, Stepping):
    """The list, and under it what is known of the rule under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rules")]
    HELP_ROOMS = ("rules", "rows", "app")
    ROWS = ("rule", "rules")

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._rules: list[UsedRule] = []
        self._edited: OwnRule | None = None
        """The rule that a person is changing; null while they add one."""

    def compose(self) -> ComposeResult:
        """The list, or what to do while there is nothing in it."""
        yield Static(id="rules-heading", markup=False)
        yield OwnRuleList()
        yield Static(self._invitation(), id="empty", markup=False)
        yield Static(id="rule", markup=False)
        with Vertical(id="foot"):
            yield from self.compose_foot()

    def _invitation(self) -> str:
        return (
            "There is no rule yet.\n\n"
            "Give two names in the same words the same label, or the same canonical name, or "
            "reject both: then the status line of the article offers the rule, and "
            f"{self.key('article.keep-rule')} keeps it. {self.key('rules.add')} adds one here."
        )

    def on_mount(self) -> None:
        """Read the rules."""
        self.store_changed()

    def on_resize(self) -> None:
        """Fit the heading to the list, once that has its new size."""
        self.call_after_refresh(self._show_heading)

    @property
    def _list(self) -> OwnRuleList:
        return self.query_one(OwnRuleList)

    @property
    def _rule(self) -> "OwnRule | None":
        """The rule under the cursor."""
        return None if self._list.used is None else self._list.used.rule

    def store_changed(self) -> None:
        """Read the rules again: somebody has written to the store."""
        self.attempt(self._read)

    def _read(self) -> None:
        self._rules = self.session.store.own_rules.all() if self.session.is_open else []
        self.show_rows()

    def edited(self, said: str) -> None:
        """Show the rules as many edits have left them, and tell of them."""
        self.store_changed()
        super().edited(said)

    # Showing

    def focus_rows(self) -> None:
        """Give the list the keys."""
        self._list.focus()

    def show_rows(self) -> None:
        """List the rules that have the words, with what is known of the one under the cursor."""
        listed = fitting(self._rules, self.words)
        self._list.show(listed, overruled(each.rule for each in self._rules))
        is_empty = not self._rules
        self.query_one("#empty").display = is_empty
        self._list.display = self.query_one("#rule").display = not is_empty
        self.set_focus(None if is_empty else self.focused or self._list)
        on_now = sum(each.rule.is_on for each in listed)
        place = f"{self.how_many(len(listed))}, {on_now:,} on"
        self.query_one(StatusLine).show_place(place)
        self._show_heading()
        self._show_rule()
        self.refresh_bindings()

    def _show_heading(self) -> None:
        width = self._list.size.width - 2
        text = heading(width) if self._rules and width > 0 else "Rules"
        self.query_one("#rules-heading", Static).update(text)

    @on(VirtualRows.Moved)
    def _show_rule(self) -> None:
        used = self._list.used
        by = overrulers(self._rules, overruled(each.rule for each in self._rules))
        known = "" if used is None else details(used, by.get(used.rule.id or 0))
        self.query_one("#rule", Static).update(known or "No rule has these words.")

    def why_not(self, command: Command) -> str:
        """Why a command would do nothing: there is no rule, or none is listed."""
        if not self.session.is_open and command.room == "rules":
            return "" if command.id == "rules.close" else "there is no store yet"
        if command.id in _FOR_ONE and not self._list.count:
            return "no rule is listed"
        return ""

    # Setting

    def action_switch(self) -> None:
        """Switch the rule under the cursor on, and follow it, or off."""
        rule = self._rule
        if not self.refuses("switch") and rule is not None and rule.id is not None:
            turned, rule_id, on = _switched(rule), rule.id, not rule.is_on
            did = "switched on" if on else "switched off"
            self._do("following the rule", did, turned, lambda own: own.switch(rule_id, on=on))

    def action_apply(self) -> None:
        """Follow the rule under the cursor in all that is still suggested."""
        rule = self._rule
        if rule is None or rule.id is None:
            return
        if not rule.is_on:
            self.say(f"It is off: {self.key('rules.switch')} switches it on, and follows it.")
            return
        rule_id = rule.id
        self._do("following the rule", "followed", rule, lambda own: own.apply(rule_id))

    def action_remove(self) -> None:
        """Delete the rule under the cursor; what it has changed stays."""
        if (rule := self._rule) is not None and rule.id is not None:
            rule_id = rule.id
            self._do("deleting", "deleted", None, lambda own: own.remove(rule_id))

    def action_add(self) -> None:
        """Ask for a rule."""
        self._edited = None
        self.ask("rule", "New rule: ", hint=HINT)

    def action_edit(self) -> None:
        """Ask what the rule under the cursor shall say."""
        if not self.refuses("edit") and self._rule is not None:
            self._edited = self._rule
            self.ask("rule", "Rule: ", value=written(self._rule), hint=HINT)

    def _take_rule(self, line: str) -> None:
        """Make a rule that was typed, or let the one that is edited say that.

        Raises:
            OwnRuleError: If it is none.
        """
        typed, before = parsed(line), self._edited
        if before is None:
            self._do("following the rule", "added", typed, lambda own: own.make(typed))
            return
        after = replace(
            before,
            text=typed.text,
            does=typed.does,
            value=typed.value,
            layer=typed.layer,
            was=typed.was,
            example=before.example if typed.text == before.text else None,
        )
        if after != before:
            self._do("following the rule", "set", after, lambda own: own.edit(before, after))

    def _do(
        self,
        doing: str,
        did: str,
        rule: "OwnRule | None",
        act: "Callable[[OwnRules], RuleOutcome]",
    ) -> None:
        """Do something to a rule: at once, or beside the screen if it then changes very much.

        Args:
            doing: The verb while it lasts.
            did: The verb in the past.
            rule: What is followed then; null for none.
            act: Does it.
        """
        edit = rule_edit(doing, did, act, undo_key=self.key("rules.undo"))
        if rule is not None and is_long(self.session.store, rule):
            self.carry_out(edit)
        else:
            self.write(lambda: self.edited(edit.carry_out(self.session.store, untold)))

    # Answers

    def action_clear(self) -> None:
        """Stop an edit; else list all rules again; else leave."""
        if self.session.is_busy:
            self.post_message(StopEditing())
        elif self.words:
            self.narrow("")
        else:
            self.app.pop_screen()

    @on(Answered)
    def _take_answer(self, event: Answered) -> None:
        self.focus_rows()
        if event.purpose == "rule" and event.value.strip():
            self.attempt(lambda: self._take_rule(event.value))

    @on(AskingCancelled)
    def _cancel_prompt(self) -> None:
        self.focus_rows()


def _switched(rule: "OwnRule") -> "OwnRule":
    return replace(rule, is_on=not rule.is_on)
