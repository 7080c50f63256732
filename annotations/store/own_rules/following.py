"""What a person's rules do to the suggestions that are in a store already."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from annotations.model import Layer, Status
from annotations.own_rules import Does, OwnRule
from annotations.own_rules.governing import Rulebook
from annotations.review import Change, is_marked
from annotations.store import edit_log
from annotations.store.annotations import stored
from annotations.store.applying import apply
from annotations.store.connection import Connection
from annotations.store.deletion import NOT_DELETED
from annotations.store.edit_log import Entry
from annotations.store.own_rules.rows import rules_on
from annotations.store.progress import Report

_AT_ONCE = 100
"""Articles whose changes are made together, so that all of very many never fill the memory."""
_OPEN = f"n.article {NOT_DELETED}"
"""What has to hold of articles whose suggestions a rule may change."""
_KIND = {Layer.ENTITIES: "n.label", Layer.QUOTES: "n.type", Layer.CASUALTIES: "n.category"}

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


def waiting(connection: Connection, rule: OwnRule, *, limit: int) -> int:
    """How many suggestions a rule is about, counted up to a limit."""
    asked = _asked(rule) | {"limit": limit}
    counted = f"SELECT count(*) FROM ({_suggested(rule)} LIMIT :limit)"
    return int(connection.value(counted, asked))


def about(connection: Connection, rule: OwnRule) -> dict[int, list[int]]:
    """The ids of the suggestions that a rule is about, by the keys of their articles."""
    chosen: dict[int, list[int]] = defaultdict(list)
    for key, annotation_id in connection.rows(_suggested(rule), _asked(rule)):
        chosen[key].append(annotation_id)
    return chosen


def follow(connection: Connection, rule: OwnRule, group: int, *, report: Report) -> tuple[int, int]:
    """Change what a rule is about, as part of a group of edits.

    Args:
        connection: A store in a write transaction.
        rule: It is on, and in the store.
        group: The group that set it.
        report: Told how far it has come, in articles.

    Returns:
        How many suggestions it has changed, in how many articles.
    """
    book = Rulebook(rules_on(connection, [rule.text]))
    chosen = about(connection, rule)
    keys, changes, articles = list(chosen), 0, 0
    for begin in range(0, len(keys), _AT_ONCE):
        report(begin, len(keys))
        entries = [
            Entry(article=key, change=change)
            for key in keys[begin : begin + _AT_ONCE]
            for change in _changed(connection, key, chosen[key], book, rule)
        ]
        if entries:
            edit_log.add_entries(connection, group, apply(connection, entries))
            changes += len(entries)
            articles += len({entry.article for entry in entries})
    return changes, articles


def _changed(
    connection: Connection, key: int, ids: Sequence[int], book: Rulebook, rule: OwnRule
) -> Iterator[Change]:
    """What the rule makes of suggestions of an article, unless a later one overrules it."""
    for before in stored(connection, ids, article=key).values():
        verdict = book.verdict(before)
        is_kept = verdict.after is None and is_marked(before)
        if rule.id in verdict.by and not is_kept:
            yield Change(before=before, after=verdict.after)


def _suggested(rule: OwnRule) -> str:
    """What selects the articles and ids of the suggestions that a rule is about."""
    spoken = _SPOKEN if rule.does is Does.NAME else ""
    return _SUGGESTED.format(kind=_KIND[rule.layer]) + spoken


def _asked(rule: OwnRule) -> dict[str, object]:
    return {"text": rule.text, "layer": rule.layer.value, "was": rule.was}
