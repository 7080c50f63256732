"""The names that a few words may begin, with the articles that have them.

What fits is what `written` finds for whoever is typing a name. Only that is counted, by an index,
so that more names make it no slower.
"""

import json
from collections.abc import Iterable, Mapping

from annotations.filters import Value
from annotations.store.connection import Connection
from annotations.store.matching import beginning_expression
from annotations.store.names import decisions
from annotations.store.names.families import Families
from annotations.store.names.values import GROUPS_OF_LABELS, CountedName, NameGroup
from annotations.store.names.written import names_begun

_LOOKED_AT = 2_000
"""Names that are counted; of more, the first that were ever found stand for all."""

_GROUPING = " ".join(f"WHEN '{label}' THEN '{group}'" for label, group in GROUPS_OF_LABELS.items())
_COUNTED = f"""
    WITH merged (form, grouping, name) AS (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),
            json_extract(value, '$[2]')
        FROM json_each(:merged)
    ), standing (form, grouping, article) AS (
        SELECT n.name, CASE n.label {_GROUPING} ELSE '{NameGroup.OTHER}' END, n.article
        FROM json_each(:forms) AS w CROSS JOIN annotations AS n ON n.name = w.value
            LEFT JOIN name_splits AS s ON s.article = n.article AND s.name = n.name
                AND s.grouping = CASE n.label {_GROUPING} ELSE '{NameGroup.OTHER}' END
        WHERE n.layer = 'entities' AND n.status <> 'rejected' AND s.id IS NULL
        UNION ALL
        SELECT meant, grouping, article FROM name_splits
        WHERE meant IN (SELECT value FROM json_each(:forms))
    )
    SELECT coalesce(m.name, w.form), w.grouping, count(DISTINCT w.article)
    FROM standing AS w LEFT JOIN merged AS m ON m.form = w.form AND m.grouping = w.grouping
    GROUP BY 1, 2
"""


def names_beginning(
    connection: Connection, words: str, *, group: NameGroup | None, limit: int
) -> list[CountedName]:
    """See `Names.beginning`."""
    with connection.reading():
        fitting = _fitting(connection, words)
        merges = decisions.standing_merges(connection)
        families = {each: Families(parents) for each, parents in merges.items()}
        counted = _counted(connection, fitting, families)
    found = (
        each
        for each in counted
        if group in (None, each.group) and families[each.group].family(each.name) & fitting
    )
    return sorted(found, key=lambda each: (-each.articles, each.name, each.group))[:limit]


def _fitting(connection: Connection, words: str) -> set[str]:
    """The names, as they are written or meant, in which each of the words begins one."""
    if not beginning_expression(words):
        return set()
    written = names_begun(connection, words, limit=_LOOKED_AT)
    meant = connection.column("SELECT DISTINCT meant FROM name_splits")
    values = [Value(word) for word in words.split()]
    return {*written, *(each for each in meant if all(value.fits(each) for value in values))}


def _counted(
    connection: Connection, fitting: Iterable[str], families: Mapping[NameGroup, Families]
) -> list[CountedName]:
    """What the names count as, with the articles that have them in any form."""
    forms = {form for name in fitting for each in families.values() for form in each.family(name)}
    merged = [
        (form, group, each.root(form))
        for group, each in families.items()
        for form in forms
        if each.root(form) != form
    ]
    rows = connection.rows(
        _COUNTED, {"forms": json.dumps(sorted(forms)), "merged": json.dumps(merged)}
    )
    return [
        CountedName(name=name, group=NameGroup(group), articles=articles)
        for name, group, articles in rows
    ]
