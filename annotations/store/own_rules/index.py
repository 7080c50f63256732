"""Rules of a person's own: offered, kept, switched, and applied to what is still suggested."""

from dataclasses import dataclass, replace

from annotations.errors import NoSuchRule
from annotations.own_rules import OwnRule
from annotations.own_rules.governing import conflict
from annotations.own_rules.rule import checked
from annotations.store import edit_log
from annotations.store.articles import article_key
from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.dropping import drop_undone_of_rules
from annotations.store.own_rules.following import about, follow, waiting
from annotations.store.own_rules.offers import example_of, suggested_by_last
from annotations.store.own_rules.rows import (
    COLUMNS,
    RuleChange,
    count_uses,
    log,
    next_rank,
    put,
    rule,
    rule_of,
    rules_on,
)
from annotations.store.progress import Report, untold


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedRule:
    """A rule, and how often it was applied."""

    rule: OwnRule
    times: int
    """Suggestions that it has changed or left out."""
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOutcome:
    """What was done to a rule, and by it."""

    rule: OwnRule
    changes: int = 0
    """Suggestions that it has changed or taken out just now."""
    articles: int = 0


class OwnRules:
    """The rules of a store. Each change is an edit group with all that the rule then does.

    A rule only ever touches suggestions, which stay suggestions and name it as their `rule`; what
    carries a person's tags or note is not taken out.
    """

    def __init__(self, connection: Connection, *, annotator: str, report: Report = untold) -> None:
        """Args:
        connection: An open store.
        annotator: Who sets the rules.
        report: Told how far each call has come, in articles.
        """
        self._connection = connection
        self._annotator = annotator
        self._report = report

    def reporting(self, report: Report) -> "OwnRules":
        """The same rules, which tell how far they have come."""
        return OwnRules(self._connection, annotator=self._annotator, report=report)

    # Reading

    def all(self) -> list[UsedRule]:
        """All rules, the one that was made last first."""
        found = self._connection.rows(
            f"SELECT times, articles, {COLUMNS} FROM own_rules ORDER BY id DESC"
        )
        return [
            UsedRule(rule=rule(tuple(row)), times=times, articles=articles)
            for times, articles, *row in found
        ]

    def get(self, rule_id: int) -> OwnRule:
        """One rule.

        Raises:
            NoSuchRule: If there is none with this id.
        """
        found = rule_of(self._connection, rule_id)
        if found is None:
            raise NoSuchRule(rule_id)
        return found

    def saying(self, wanted: OwnRule) -> OwnRule | None:
        """The rule that says the same, on or off, or null."""
        found = self._connection.rows(
            f"SELECT {COLUMNS} FROM own_rules WHERE text = ? AND layer = ?",
            (wanted.text, wanted.layer.value),
        )
        return next((each for each in map(rule, found) if each.says == wanted.says), None)

    def offered(self) -> OwnRule | None:
        """The rule that the last edit of this person suggests, with an example.

        That is, if an equal correction was made to another annotation and both still stand, and
        if there is no such rule yet, switched off or not.
        """
        with self._connection.reading():
            wanted = suggested_by_last(self._connection, self._annotator)
            is_new = wanted is not None and self.saying(wanted) is None
            return wanted if is_new else None

    def overruled_by(self, wanted: OwnRule) -> list[OwnRule]:
        """The rules that are on and would hold no longer beside a new one, the latest first."""
        on_now = rules_on(self._connection, [wanted.text])
        clashing = (each for each in on_now if conflict(each, wanted))
        return sorted(clashing, key=lambda each: -each.rank)

    def waiting(self, wanted: OwnRule, *, limit: int) -> int:
        """How many suggestions a rule is about, counted up to a limit."""
        return waiting(self._connection, wanted, limit=limit)

    # Setting

    def make(self, wanted: OwnRule, *, article_id: str | None = None) -> RuleOutcome:
        """Make a rule, and follow it at once if it is on; one that says the same is set anew.

        Args:
            wanted: Its id, rank, annotator and time do not matter.
            article_id: The article in which a person makes it, where it can be undone, too.

        Raises:
            OwnRuleError: If it makes no sense.
        """
        wanted = checked(wanted)
        with self._connection.writing():
            there = self.saying(wanted)
            example = (
                wanted.example or (there and there.example) or example_of(self._connection, wanted)
            )
            after = replace(wanted, id=None if there is None else there.id, example=example)
            return self._set("make rule", there, after, article_id=article_id)

    def edit(self, before: OwnRule, after: OwnRule) -> RuleOutcome:
        """Let a rule say something else, and follow it at once if it is on.

        Args:
            before: As the person saw it.
            after: What it shall say; its id, rank, annotator and time do not matter.

        Raises:
            OwnRuleError: If it would make no sense.
            EditConflict: If it has been changed elsewhere.
        """
        after = checked(after)
        with self._connection.writing():
            example = after.example or example_of(self._connection, after)
            after = replace(after, id=before.id, example=example)
            return self._set("edit rule", before, after)

    def switch(self, rule_id: int, *, on: bool) -> RuleOutcome:
        """Switch a rule on, and follow it at once, or off. What it has changed stays.

        Raises:
            NoSuchRule: If there is none with this id.
        """
        with self._connection.writing():
            before = self.get(rule_id)
            if before.is_on is on:
                return RuleOutcome(rule=before)
            action = "switch on rule" if on else "switch off rule"
            return self._set(action, before, replace(before, is_on=on))

    def remove(self, rule_id: int) -> RuleOutcome:
        """Delete a rule. What it has changed stays.

        Raises:
            NoSuchRule: If there is none with this id.
        """
        with self._connection.writing():
            return self._set("delete rule", self.get(rule_id), None)

    def apply(self, rule_id: int) -> RuleOutcome:
        """Follow a rule that is on in all that is still suggested.

        Raises:
            NoSuchRule: If there is none with this id.
        """
        with self._connection.writing():
            held = self.get(rule_id)
            if not held.is_on or not about(self._connection, held):
                return RuleOutcome(rule=held)
            return self._log("apply rule", RuleChange(before=held, after=held), None)

    def _set(
        self,
        action: str,
        before: OwnRule | None,
        after: OwnRule | None,
        *,
        article_id: str | None = None,
    ) -> RuleOutcome:
        """Put a change in force and log it, with who made it and when."""
        if after is not None:
            rank = next_rank(self._connection) if after.is_on else after.rank
            after = replace(after, rank=rank, annotator=self._annotator, at=now())
        article = None if article_id is None else article_key(self._connection, article_id)
        done = put(self._connection, RuleChange(before=before, after=after))
        return self._log(action, done, article)

    def _log(self, action: str, change: RuleChange, article: int | None) -> RuleOutcome:
        """Log what was done to a rule, and with it what that does to suggestions."""
        group = edit_log.begin_group(self._connection, action, self._annotator)
        drop_undone_of_rules(self._connection)
        log(self._connection, group, change, article=article)
        held = change.after
        if held is None or not held.is_on:
            return RuleOutcome(rule=change.rule)
        changes, articles = follow(self._connection, held, group, report=self._report)
        count_uses(self._connection, group)
        return RuleOutcome(rule=held, changes=changes, articles=articles)
