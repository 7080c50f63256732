"""Rules of a person's own as rows of `own_rules`, and every change of one in `own_rule_edits`."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from typing import Any

from annotations.errors import EditConflict
from annotations.model import Layer
from annotations.own_rules import Does, OwnRule
from annotations.store.connection import Connection, Row

_FIELDS = tuple(each.name for each in fields(OwnRule))
COLUMNS = ", ".join(_FIELDS)
"""The columns that `rule` reads, in its order."""
_PLACES = ", ".join("?" * len(_FIELDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """A rule before and after an edit; without `before` it was made, without `after` deleted."""

    before: OwnRule | None
    after: OwnRule | None

    @property
    def rule(self) -> OwnRule:
        """The rule as it is after the edit, or was before it was deleted."""
        rule = self.after or self.before
        assert rule is not None
        return rule

    def reversed(self) -> "RuleChange":
        """The change that takes this one back."""
        return RuleChange(before=self.after, after=self.before)


def rule(row: Row) -> OwnRule:
    """Read a rule from the columns `COLUMNS`."""
    return _from_values(dict(zip(_FIELDS, row, strict=True)))


def rule_of(connection: Connection, rule_id: int | None) -> OwnRule | None:
    """A rule by its id, or null."""
    found = connection.row(f"SELECT {COLUMNS} FROM own_rules WHERE id = ?", (rule_id,))
    return None if found is None else rule(found)


def are_any(connection: Connection) -> bool:
    """Whether there is any rule, on or off."""
    return connection.row("SELECT 1 FROM own_rules") is not None


def rules_on(connection: Connection, texts: Iterable[str]) -> list[OwnRule]:
    """The rules that are on about mentions written so."""
    found = connection.rows(
        f"""
        SELECT {COLUMNS} FROM own_rules
        WHERE text IN (SELECT value FROM json_each(?)) AND is_on
        """,
        (json.dumps(sorted(set(texts))),),
    )
    return list(map(rule, found))


def next_rank(connection: Connection) -> int:
    """The rank of a rule that is set now."""
    return 1 + int(connection.value("SELECT coalesce(max(rank), 0) FROM own_rules"))


def put(connection: Connection, change: RuleChange) -> RuleChange:
    """Make a change to a rule; one that is made is given an id if it has none.

    Args:
        connection: A store in a write transaction.
        change: What it starts from has to hold still.

    Raises:
        EditConflict: If the rule is not as `before` says.
    """
    before, after = change.before, change.after
    if rule_of(connection, change.rule.id) != before:
        raise EditConflict(
            f"The rule on {change.rule.text!r} has been changed elsewhere; nothing was changed.",
            hint="Look at it as it is, and decide again.",
        )
    if after is None:
        connection.execute("DELETE FROM own_rules WHERE id = ?", (change.rule.id,))
        return change
    if before is not None:
        assignments = ", ".join(f"{column} = ?" for column in _FIELDS)
        values = (*_values(after), after.id)
        connection.execute(f"UPDATE own_rules SET {assignments} WHERE id = ?", values)
        return change
    made = _insert(connection, after)
    return RuleChange(before=None, after=rule_of(connection, made))


def log(connection: Connection, group: int, change: RuleChange, *, article: int | None) -> None:
    """Note in the log of edits what a group did to a rule.

    Args:
        connection: A store in a write transaction.
        group: The group of edits.
        change: As it was made.
        article: The key of the article in which a person did it, where undo finds it too.
    """
    before, after = (
        None if each is None else json.dumps(asdict(each), ensure_ascii=False)
        for each in (change.before, change.after)
    )
    connection.execute(
        """
        INSERT INTO own_rule_edits (edit_group, rule, article, before, after)
        VALUES (?, ?, ?, ?, ?)
        """,
        (group, change.rule.id, article, before, after),
    )


def changes_of(connection: Connection, group: int) -> tuple[RuleChange, ...]:
    """What a group of edits did to rules."""
    found = connection.rows(
        "SELECT before, after FROM own_rule_edits WHERE edit_group = ? ORDER BY id", (group,)
    )
    return tuple(RuleChange(before=_read(before), after=_read(after)) for before, after in found)


def walk(connection: Connection, group: int, *, undo: bool) -> None:
    """Undo or redo what a group of edits did to rules.

    Raises:
        EditConflict: If one is not as the group left it, or found it.
    """
    changes = changes_of(connection, group)
    for change in reversed(changes) if undo else changes:
        try:
            put(connection, change.reversed() if undo else change)
        except EditConflict as error:
            raise EditConflict(
                f"The rule on {change.rule.text!r} has been changed since; nothing was changed.",
                hint="Undo that first, in the list of rules or in the library.",
            ) from error
    if changes:
        count_uses(connection, group, sign=-1 if undo else 1)


def count_uses(connection: Connection, group: int, *, sign: int = 1) -> None:
    """Count what a group has changed in articles for its rule, or with -1 no longer.

    Args:
        connection: A store in a write transaction.
        group: All of its edits are due to its one rule.
        sign: 1 or -1.
    """
    connection.execute(
        """
        INSERT INTO own_rule_uses (rule, article, times)
        SELECT r.rule, e.article, ?1 * count(*)
        FROM own_rule_edits AS r CROSS JOIN edits AS e ON e.edit_group = r.edit_group
        WHERE r.edit_group = ?2 GROUP BY r.rule, e.article
        ON CONFLICT (rule, article) DO UPDATE SET times = max(0, times + excluded.times)
        """,
        (sign, group),
    )
    if sign < 0:
        connection.execute(
            """
            DELETE FROM own_rule_uses WHERE times <= 0
                AND rule IN (SELECT rule FROM own_rule_edits WHERE edit_group = ?1)
                AND article IN (SELECT article FROM edits WHERE edit_group = ?1)
            """,
            (group,),
        )


def set_uses(connection: Connection, article: int, times: dict[int, int]) -> None:
    """Note how often each rule was applied when a detector last read an article.

    Args:
        connection: A store in a write transaction.
        article: Its key.
        times: By the ids of the rules.
    """
    connection.execute("DELETE FROM own_rule_uses WHERE article = ?", (article,))
    connection.executemany(
        "INSERT INTO own_rule_uses (rule, article, times) VALUES (?, ?, ?)",
        ((rule, article, count) for rule, count in times.items()),
    )


def _insert(connection: Connection, made: OwnRule) -> int:
    """Insert a rule; one that comes back has the uses that it had."""
    made_id = connection.execute(
        f"INSERT INTO own_rules ({COLUMNS}) VALUES ({_PLACES})", _values(made)
    ).lastrowid
    assert made_id is not None
    connection.execute(
        """
        UPDATE own_rules SET (times, articles) =
            (SELECT coalesce(sum(times), 0), count(*) FROM own_rule_uses WHERE rule = ?1)
        WHERE id = ?1
        """,
        (made_id,),
    )
    return made_id


def _values(each: OwnRule) -> Row:
    values = asdict(each)
    return tuple(str(value) if isinstance(value, str) else value for value in values.values())


def _read(record: str | None) -> OwnRule | None:
    return None if record is None else _from_values(json.loads(record))


def _from_values(values: dict[str, Any]) -> OwnRule:
    return OwnRule(
        **values
        | {
            "layer": Layer(values["layer"]),
            "does": Does(values["does"]),
            "is_on": bool(values["is_on"]),
        }
    )
