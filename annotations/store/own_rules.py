"""Rules of a person's own: offered, kept, switched, and applied to what is still suggested."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from annotations.errors import NoSuchRule
from annotations.model import Layer, Status
from annotations.own_rules import Does, OwnRule
from annotations.own_rules.corrections import bears_out, rule_from
from annotations.own_rules.governing import Rulebook
from annotations.own_rules.rule import checked
from annotations.records import annotation_from_record
from annotations.review import Change, is_marked
from annotations.store import edit_log
from annotations.store.annotations import stored
from annotations.store.applying import apply
from annotations.store.articles import article_key
from annotations.store.clock import now
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.edit_log import Entry
from annotations.store.own_rule_rows import (
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

_AT_ONCE = 100
"""Articles whose changes are made together, so that all of very many never fill the memory."""
_LOOKED_BACK = 200
"""Corrections of the same words among which an equal one is looked for, the latest first."""
_AROUND = 60
"""Characters of an example on either side of the mention."""
_OPEN = f"n.article {NOT_DELETED}"
"""What has to hold of articles whose suggestions a rule may change."""
_KIND = {
    Layer.ENTITIES: "n.label",
    Layer.QUOTES: "n.type",
    Layer.CASUALTIES: "n.category",
}


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
            last = self._last_change()
            wanted = None if last is None else rule_from(last)
            if last is None or last.before is None or wanted is None:
                return None
            if self.saying(wanted) is not None or not self._is_second(wanted):
                return None
            return replace(wanted, example=self._context(last.before.id))

    def waiting(self, wanted: OwnRule, *, limit: int) -> int:
        """How many suggestions a rule is about, counted up to a limit."""
        asked = self._asked(wanted) | {"limit": limit}
        found = self._connection.value(
            f"SELECT count(*) FROM ({_suggested(wanted)} LIMIT :limit)", asked
        )
        return int(found)

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
            example = wanted.example or (there and there.example) or self._example(wanted)
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
            example = after.example or self._example(after)
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
            if not held.is_on or not self._chosen(held):
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
        edit_log.drop_undone_of_rules(self._connection)
        log(self._connection, group, change, article=article)
        held = change.after
        if held is None or not held.is_on:
            return RuleOutcome(rule=change.rule)
        changes, articles = self._follow(held, group)
        count_uses(self._connection, group)
        return RuleOutcome(rule=held, changes=changes, articles=articles)

    # Following

    def _follow(self, held: OwnRule, group: int) -> tuple[int, int]:
        """Change what a rule is about; how many suggestions, in how many articles."""
        book = Rulebook(rules_on(self._connection, [held.text]))
        chosen = self._chosen(held)
        keys, changes, articles = list(chosen), 0, 0
        for begin in range(0, len(keys), _AT_ONCE):
            self._report(begin, len(keys))
            entries = [
                Entry(article=key, change=change)
                for key in keys[begin : begin + _AT_ONCE]
                for change in self._changed(key, chosen[key], book, held)
            ]
            if entries:
                edit_log.add_entries(self._connection, group, apply(self._connection, entries))
                changes += len(entries)
                articles += len({entry.article for entry in entries})
        return changes, articles

    def _changed(
        self, key: int, ids: Sequence[int], book: Rulebook, held: OwnRule
    ) -> Iterator[Change]:
        for before in stored(self._connection, ids, article=key).values():
            verdict = book.verdict(before)
            if held.id not in verdict.by or (verdict.after is None and is_marked(before)):
                continue
            yield Change(before=before, after=verdict.after)

    def _chosen(self, held: OwnRule) -> dict[int, list[int]]:
        """The ids of the suggestions that a rule is about, by the keys of their articles."""
        chosen: dict[int, list[int]] = defaultdict(list)
        for key, annotation_id in self._connection.rows(_suggested(held), self._asked(held)):
            chosen[key].append(annotation_id)
        return chosen

    def _asked(self, wanted: OwnRule) -> dict[str, object]:
        return {"text": wanted.text, "layer": wanted.layer.value, "was": wanted.was}

    # Offering

    def _last_change(self) -> Change | None:
        """The first change of the newest edit, if it is this person's."""
        row = self._connection.row(
            """
            SELECT e.layer, e.before, e.after
            FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
            WHERE e.edit_group = (SELECT max(id) FROM edit_groups)
                AND g.state = 'done' AND g.annotator = ?
            ORDER BY e.id LIMIT 1
            """,
            (self._annotator,),
        )
        return None if row is None else _change(*row)

    def _is_second(self, wanted: OwnRule) -> bool:
        """Whether two annotations stand corrected so that this rule follows from either."""
        found = self._connection.rows(_CORRECTIONS, (wanted.text, _LOOKED_BACK))
        equal = (
            annotation
            for annotation, layer, before, after in found
            if (change := _change(layer, before, after)) and rule_from(change) == wanted
        )
        standing = stored(self._connection, set(equal)).values()
        return sum(bears_out(each, wanted) for each in standing) > 1

    def _example(self, wanted: OwnRule) -> str | None:
        """Any mention in a rule's words, in its context."""
        found = self._connection.value(
            """
            SELECT n.id FROM annotations AS n
            WHERE n.text = ? AND n.layer = ? AND n.layer <> 'quotes' AND n.status <> 'rejected'
            LIMIT 1
            """,
            (wanted.text, wanted.layer.value),
        )
        return None if found is None else self._context(found)

    def _context(self, mention: int | None) -> str | None:
        """A mention with what stands around it in its article."""
        row = self._connection.row(
            f"""
            SELECT substr(a.text, max(1, n.start + 1 - {_AROUND}), min(n.start, {_AROUND})),
                n.text, substr(a.text, n."end" + 1, {_AROUND})
            FROM annotations AS n CROSS JOIN articles AS a ON a.key = n.article WHERE n.id = ?
            """,
            (mention,),
        )
        if row is None:
            return None
        before, text, behind = row
        return f"{_whole_words_at_end(before)}[{text}]{_whole_words_at_start(behind)}"


_SUGGESTED = f"""
    SELECT n.article, n.id FROM annotations AS n
    WHERE n.text = :text AND n.layer = :layer AND n.layer <> 'quotes'
        AND n.status = '{Status.SUGGESTED.value}' AND n.status <> 'rejected'
        AND {{kind}} = coalesce(:was, {{kind}}) AND {_OPEN}
"""
"""The suggestions in some words, with the conditions of the index that holds them."""

_SPOKEN = f"""
    UNION ALL SELECT n.article, n.id FROM annotations AS n
    WHERE n.speaker = :text AND n.speaker IS NOT NULL AND :was IS NULL
        AND n.layer = 'quotes' AND n.status = '{Status.SUGGESTED.value}' AND {_OPEN}
"""
"""The quotes by whoever is called so."""

_CORRECTIONS = """
    SELECT e.annotation, e.layer, e.before, e.after
    FROM edits AS e INDEXED BY edits_corrections CROSS JOIN edit_groups AS g ON g.id = e.edit_group
    WHERE json_extract(e.before, '$.text') = ? AND e.before IS NOT NULL AND e.layer IS NOT NULL
        AND json_extract(e.after, '$.status') IN ('corrected', 'rejected') AND g.state = 'done'
    ORDER BY e.id DESC LIMIT ?
"""
"""The latest corrections of some words, by the index that has only corrections."""


def _suggested(rule: OwnRule) -> str:
    """What selects the articles and ids of the suggestions that a rule is about."""
    spoken = _SPOKEN if rule.does is Does.NAME else ""
    return _SUGGESTED.format(kind=_KIND[rule.layer]) + spoken


def _change(layer: str | None, before: str | None, after: str | None) -> Change | None:
    if layer is None:
        return None
    return Change(
        before=None if before is None else annotation_from_record(Layer(layer), json.loads(before)),
        after=None if after is None else annotation_from_record(Layer(layer), json.loads(after)),
    )


def _whole_words_at_end(text: str) -> str:
    """The end of a paragraph, from a whole word on."""
    last = text.rpartition("\n")[2]
    return last if len(last) < _AROUND else f"… {last.partition(' ')[2]}"


def _whole_words_at_start(text: str) -> str:
    """The beginning of a paragraph, up to a whole word."""
    first = text.partition("\n")[0]
    return first if len(first) < _AROUND else f"{first.rpartition(' ')[0]} …"
