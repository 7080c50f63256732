"""From a query to SQL. The only place that knows both.

Every term is a statement of its own that an index answers, so that no list of articles ever reads
the pages that hold their texts.
"""

import json
from collections.abc import Iterable, Iterator, Sequence, Set

from annotations.filters import Condition, Has, Is, Key, Query, Value, Word
from annotations.store.connection import Connection
from annotations.store.copies import BESTS, IN_GROUPS
from annotations.store.languages import FOREIGN, IN_LANGUAGES, NOT_FOREIGN, UNKNOWN, meant
from annotations.store.matching import MATCHING, match_expression
from annotations.store.names.written import names_meant
from annotations.store.states import CLOSED, IN_STATE

STATES: dict[str, str] = {
    Is.UNRUN: "SELECT key FROM articles INDEXED BY articles_id "
    f"WHERE key NOT IN (SELECT article FROM runs) AND key {NOT_FOREIGN}",
    Is.FOREIGN: FOREIGN,
    Is.UNREVIEWED: "SELECT article FROM article_counts "
    f"WHERE unreviewed > 0 AND article NOT IN ({CLOSED})",
    **{state.value: keys for state, keys in IN_STATE.items()},
    Is.UNPLACED: "SELECT article FROM unplaced_annotations",
    Is.COPY: f"SELECT article FROM ({IN_GROUPS}) WHERE article NOT IN ({BESTS})",
    Is.DELETED: "SELECT article FROM deleted_articles",
}
"""Selects the keys of the articles that are so far."""
_HAS: dict[str, str] = {
    Has.NAMES: "SELECT article FROM article_counts WHERE names > 0",
    Has.QUOTES: "SELECT article FROM article_counts WHERE quotes > 0",
    Has.FIGURES: "SELECT article FROM article_counts WHERE casualties > 0",
    Has.TAGS: "SELECT article FROM article_tags UNION SELECT n.article"
    " FROM annotation_tags AS t CROSS JOIN annotations AS n ON n.id = t.annotation",
    Has.NOTE: "SELECT article FROM article_notes",
    Has.COPIES: IN_GROUPS,
}
_PUBLISHED = {
    Key.AFTER: "published >= ?",
    Key.BEFORE: "published < ?",
    # Of all that can follow in an ISO 8601 date nothing sorts behind a tilde.
    Key.ON: "published BETWEEN ? AND ? || '~'",
}
PLACES = ("GPE", "LOC", "FAC")
"""The labels of places."""
LABELS: dict[Key, tuple[str, ...]] = {
    Key.PLACE: PLACES,
    Key.PERSON: ("PERSON", "PER"),
    Key.ORG: ("ORG",),
    Key.NAME: (),
}
"""The labels of the entities that a key asks for; none for whatever label."""


_LIST = "(SELECT value FROM json_each(?))"

_MOST_RANKED = 5_000
"""Articles that are ranked: of more, the first would be no better than any, and take long."""

_Statement = tuple[str, tuple[str, ...]]
"""SQL that selects keys of articles, and what is bound to its question marks."""


def can_be_ranked(connection: Connection, query: Query) -> bool:
    """See `Articles.can_be_ranked`."""
    return bool(query.sought) and len(_keys(connection, *_matching(query.sought))) <= _MOST_RANKED


def fitting(connection: Connection, query: Query) -> Set[int] | None:
    """The keys of the articles that fit a query; null if all do.

    Each term is looked up by itself and the keys are compared here: SQLite would sort those of one
    term into a tree before it looks at the next, which for a common word takes ten times as long.

    Args:
        connection: An open store; sources, tags and names are looked up in it.
        query: What is asked for.
    """
    found: Set[int] | None = None
    for negated, statement in sorted(_lookups(connection, query), key=_is_negated):
        keys = _keys(connection, *statement)
        if negated:
            found = (_all_keys(connection) if found is None else found) - keys
        else:
            found = keys if found is None else found & keys
    return found


def _keys(
    connection: Connection, statement: str, parameters: tuple[str, ...] = ()
) -> frozenset[int]:
    """The keys that a statement selects, which are remembered for the next letter of the filter.

    As one value: for each row by itself sqlite3 would let go of the interpreter and wait for it
    again, which takes long beside a busy screen.
    """
    sql = f"WITH found (key) AS ({statement}) SELECT json_group_array(key) FROM found"
    return connection.remembered(
        (sql, parameters), lambda: frozenset(json.loads(connection.value(sql, parameters)))
    )


def _is_negated(lookup: tuple[bool, _Statement]) -> bool:
    return lookup[0]


def _all_keys(connection: Connection) -> frozenset[int]:
    return _keys(connection, "SELECT article FROM article_counts")


def _lookups(connection: Connection, query: Query) -> Iterator[tuple[bool, _Statement]]:
    """What to look up for each term, and whether it has to be missing."""
    if not query.asks_for_deleted and connection.value(f"SELECT EXISTS ({STATES[Is.DELETED]})"):
        yield True, (STATES[Is.DELETED], ())
    if query.sought:
        yield False, _matching(query.sought)
    for word in query.words:
        if word.negated:
            yield True, _matching((word,))
    for condition in query.conditions:
        yield condition.negated, _lookup(connection, condition)


def _matching(words: Sequence[Word]) -> _Statement:
    return MATCHING, (match_expression(words),)


def _lookup(connection: Connection, condition: Condition) -> _Statement:
    """How to find the articles that have what a condition names."""
    values = condition.values
    match condition.key:
        case Key.IS:
            return " UNION ".join(STATES[value.text] for value in values), ()
        case Key.HAS:
            return " UNION ".join(_HAS[value.text] for value in values), ()
        case Key.AFTER | Key.BEFORE | Key.ON as key:
            return _published(_PUBLISHED[key], values)
        case Key.SOURCE:
            named = _named(sources(connection), values)
            return f"SELECT key FROM articles WHERE source COLLATE NOCASE IN {_LIST}", named
        case Key.TAG:
            return _tagged(connection, values)
        case Key.LANG:
            return IN_LANGUAGES, _in_languages(connection, values)
    return _naming(connection, condition)


def _published(condition: str, values: Sequence[Value]) -> _Statement:
    either = " OR ".join(condition for _ in values)
    each = condition.count("?")
    return f"SELECT key FROM articles WHERE {either}", tuple(
        value.text for value in values for _ in range(each)
    )


def _tagged(connection: Connection, values: Sequence[Value]) -> _Statement:
    """The articles with a tag, or with an annotation that has it."""
    found = [tag for tag in tags(connection) if any(value.finds_tag(tag) for value in values)]
    listed = json.dumps(found)
    return (
        f"""
        SELECT article FROM article_tags WHERE tag IN {_LIST}
        UNION SELECT n.article FROM annotation_tags AS t CROSS JOIN annotations AS n
            ON n.id = t.annotation
        WHERE t.tag IN {_LIST}
        """,
        (listed, listed),
    )


def _named(texts: Iterable[str], values: Sequence[Value]) -> tuple[str]:
    """The texts that one of the values fits, as JSON."""
    return (json.dumps([text for text in texts if any(value.fits(text) for value in values)]),)


def _in_languages(connection: Connection, values: Sequence[Value]) -> tuple[str, str]:
    """The languages that are meant, as JSON, and whether it is also the one that is not known."""
    asks_for_unknown = any(value.text.casefold() == UNKNOWN for value in values)
    return json.dumps(meant(connection, values)), UNKNOWN if asks_for_unknown else ""


def sources(connection: Connection) -> list[str]:
    """Every source, read from its index one by one, however many articles have each."""
    return connection.column("""
        WITH RECURSIVE each (source) AS (
            SELECT (SELECT source FROM articles WHERE source IS NOT NULL
                ORDER BY source COLLATE NOCASE LIMIT 1)
            UNION ALL
            SELECT (
                SELECT source FROM articles WHERE source COLLATE NOCASE > each.source
                ORDER BY source COLLATE NOCASE LIMIT 1
            ) FROM each WHERE each.source IS NOT NULL
        )
        SELECT source FROM each WHERE source IS NOT NULL
    """)


def tags(connection: Connection) -> list[str]:
    """Every tag of articles and annotations."""
    return connection.column("SELECT tag FROM tags ORDER BY tag")


def _naming(connection: Connection, condition: Condition) -> _Statement:
    """The articles with a name, or with one that counts as it by a person's decision."""
    labels = LABELS[condition.key]
    meant = names_meant(connection, condition.values)
    labelled = f" AND label IN ({', '.join('?' * len(labels))})" if labels else ""
    return (
        f"""
        SELECT article FROM annotations AS n
        WHERE layer = 'entities' AND status <> 'rejected' AND name IN {_LIST}{labelled}
            AND NOT EXISTS (
                SELECT 1 FROM name_splits AS s WHERE s.article = n.article AND s.name = n.name
            )
        UNION SELECT article FROM name_splits WHERE meant IN {_LIST}
        """,
        (json.dumps(meant), *labels, json.dumps(meant)),
    )
