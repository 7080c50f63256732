"""Which rule a person's last correction could become, and how a mention is shown as an example."""

import json
from dataclasses import replace

from annotations.model import Layer, Status
from annotations.own_rules import Does, OwnRule
from annotations.own_rules.corrections import bears_out, rule_from
from annotations.records import annotation_from_record
from annotations.review import Change
from annotations.store.annotations import stored
from annotations.store.connection import Connection

_LOOKED_BACK = 200
"""Corrections of the same words among which an equal one is looked for, the latest first."""
_ENOUGH = 20
"""Equal corrections of which two still stand, or nobody wants the rule."""
_AROUND = 60
"""Characters of an example on either side of the mention."""

_CORRECTIONS = """
    SELECT annotation, layer, before, after FROM (
        SELECT e.annotation, e.layer, e.before, e.after
        FROM edits AS e INDEXED BY edits_corrections
            CROSS JOIN edit_groups AS g ON g.id = e.edit_group
        WHERE json_extract(e.before, '$.text') = :text
            AND e.before IS NOT NULL AND e.layer IS NOT NULL
            AND json_extract(e.after, '$.status') IN ('corrected', 'rejected')
            AND g.state = 'done'
        ORDER BY e.id DESC LIMIT :looked_back
    )
    WHERE json_extract(after, '$.status') = :status
        AND coalesce(:value, '')
            IN ('', json_extract(after, '$.label'), json_extract(after, '$.name'))
        AND coalesce(:was, '')
            IN ('', json_extract(before, '$.label'), json_extract(before, '$.category'))
    LIMIT :enough
"""
"""Corrections of some words that may be equal to one, by the index that has only corrections."""


def suggested_by_last(connection: Connection, annotator: str) -> OwnRule | None:
    """The rule that follows from the newest edit and from an equal one before it, if any does.

    It has an example. Whether there is such a rule already is not looked at.

    Args:
        connection: An open store.
        annotator: Whose edit it has to be.
    """
    last = _last_change(connection, annotator)
    wanted = None if last is None else rule_from(last)
    if last is None or last.before is None or wanted is None:
        return None
    if not _is_second(connection, wanted):
        return None
    return replace(wanted, example=context(connection, last.before.id))


def example_of(connection: Connection, wanted: OwnRule) -> str | None:
    """Any mention in a rule's words, in its context; null if there is none."""
    found = connection.value(
        """
        SELECT n.id FROM annotations AS n
        WHERE n.text = ? AND n.layer = ? AND n.layer <> 'quotes' AND n.status <> 'rejected'
        LIMIT 1
        """,
        (wanted.text, wanted.layer.value),
    )
    return None if found is None else context(connection, found)


def context(connection: Connection, mention: int | None) -> str | None:
    """An annotation in square brackets, with what stands around it in its paragraph."""
    row = connection.row(
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


def _last_change(connection: Connection, annotator: str) -> Change | None:
    """The first change of the newest edit, if it is this person's; one of many stands for all."""
    row = connection.row(
        """
        SELECT e.layer, e.before, e.after
        FROM edits AS e CROSS JOIN edit_groups AS g ON g.id = e.edit_group
        WHERE e.edit_group = (SELECT max(id) FROM edit_groups)
            AND g.state = 'done' AND g.annotator = ?
        ORDER BY e.id LIMIT 1
        """,
        (annotator,),
    )
    return None if row is None else _change(*row)


def _is_second(connection: Connection, wanted: OwnRule) -> bool:
    """Whether two annotations stand corrected so that this rule follows from either."""
    status = Status.REJECTED if wanted.does is Does.NEVER else Status.CORRECTED
    asked = {"text": wanted.text, "value": wanted.value, "was": wanted.was}
    limits = {"looked_back": _LOOKED_BACK, "enough": _ENOUGH}
    found = connection.rows(_CORRECTIONS, asked | limits | {"status": status.value})
    equal = {
        annotation
        for annotation, layer, before, after in found
        if (change := _change(layer, before, after)) and rule_from(change) == wanted
    }
    standing = stored(connection, equal).values()
    return sum(bears_out(each, wanted) for each in standing) > 1


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
