"""What lists ask of the store, and what they edit there, each for `Lookup` to answer."""

from array import array
from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from annotations.errors import NothingToUndo
from annotations.filters import Key, Query
from annotations.store import BEST, ArticleRow, Store
from annotations.summary import summarize
from reader.services.lookup import Answer
from reader.services.messages import (
    HIT_MARKS,
    Counted,
    Edited,
    Listed,
    NamesRead,
    PassagesRead,
    Previewed,
    RelatedFound,
    Snippets,
    ValuesFound,
)
from reader.snippets import stretches

if TYPE_CHECKING:
    from annotations.store.bulk import BulkEdits, BulkOutcome
    from annotations.store.edit_log import EditGroup
    from annotations.store.names import NameGroup
    from annotations.store.names.profiles import Profile

_NAMED = 3
"""Articles of an edit that are named when it is undone; of more, their number is told."""
LATEST = "published"
"""The order where nothing else is asked for, and there are no words or too many articles."""


def listing(query: Query, *, sort: str | None, descending: bool, by_day: bool = False) -> Answer:
    """Which articles fit, in order.

    Args:
        query: The filter.
        sort: The order; null for the best match first if there are words to look for.
        descending: Whether it is the other way round.
        by_day: Whether to group them by the day of the event, each group in this order.
    """

    def answer(store: Store) -> Listed:
        order = sort or BEST
        if order == BEST and not store.articles.can_be_ranked(query):
            order = LATEST
        keys = store.articles.keys(query=query, sort=order, descending=descending)
        if by_day:
            rows, headings = grouped(keys, store.relations.event_days())
            return Listed(query, rows, order, headings)
        return Listed(query, keys, order)

    return answer


def grouped(keys: "array[int]", days: Mapping[int, str]) -> "tuple[array[int], list[str]]":
    """Articles under a heading a day, the latest day first, those of no known day last.

    Args:
        keys: The articles in the order that they keep within a day.
        days: The day of each, where one is known.

    Returns:
        Keys, with -1 in place of the first heading, -2 of the second and so on; and the headings.
    """
    by_day: dict[str, list[int]] = {}
    for key in keys:
        by_day.setdefault(days.get(key, ""), []).append(key)
    rows, headings = array("q"), []
    for day in sorted(by_day, reverse=True):
        headings.append(f"{day or 'day unknown'} · {_many(len(by_day[day]))}")
        rows.append(-len(headings))
        rows.extend(by_day[day])
    return rows, headings


def related(row: ArticleRow) -> Answer:
    """Which articles are about the same as one."""

    def answer(store: Store) -> RelatedFound:
        found = {each.key: each for each in store.relations.related(row.key)}
        rows = store.articles.rows(list(found))
        return RelatedFound(row.title or row.id, [(each, found[each.key]) for each in rows])

    return answer


def snippets(query: Query, keys: Sequence[int]) -> Answer:
    """Where the words stand in some of the articles."""

    def answer(store: Store) -> Snippets:
        return Snippets(query, store.search.snippets(query, keys, mark=HIT_MARKS))

    return answer


def names(group: "NameGroup") -> Answer:
    """What all articles have of each name of a group."""

    def answer(store: Store) -> NamesRead:
        return NamesRead(group, store.profiles.all(group))

    return answer


def passages(profile: "Profile") -> Answer:
    """Where a name speaks, has figures and is mentioned."""

    def answer(store: Store) -> PassagesRead:
        return PassagesRead(profile, store.profiles.passages(profile.name, profile.group))

    return answer


def facets(query: Query, opened: Set[Key] = frozenset()) -> Answer:
    """How the articles that fit are spread.

    Args:
        query: The filter.
        opened: The facets of which every value is wanted.
    """

    def answer(store: Store) -> Counted:
        return Counted(query, store.facets.of(query, opened=opened))

    return answer


def values(key: Key, begun: str) -> Answer:
    """What a condition of a filter can go on to be about.

    Args:
        key: What it is about.
        begun: The beginning of a value.
    """

    def answer(store: Store) -> ValuesFound:
        return ValuesFound(key, begun, store.vocabulary.beginning(key, begun))

    return answer


def preview(query: Query, key: int, article_id: str) -> Answer:
    """What an article is about: its head, and where the words stand in it."""

    def answer(store: Store) -> Previewed:
        text = store.search.highlighted(query, key, mark=HIT_MARKS)
        tolls = summarize(store.annotations.figures([key]).get(key, []))
        return Previewed(key, store.articles.get(article_id), tolls, stretches(text))

    return answer


def bulk_edit(did: str, edit: "Callable[[BulkEdits], BulkOutcome]") -> Answer:
    """Edit many articles at once, and tell what was done.

    Args:
        did: The verb, in the past.
        edit: Makes the edit.
    """

    def answer(store: Store) -> Edited:
        outcome = edit(store.bulk)
        if not outcome.changes:
            return Edited(f"{did} no article: there was nothing to change")
        return Edited(f"{did} {_many(outcome.articles)}; U undoes it")

    return answer


def step(*, undo: bool) -> Answer:
    """Undo the last edit in the store, or redo the last that was undone."""

    def answer(store: Store) -> Edited:
        try:
            group = store.edits.undo() if undo else store.edits.redo()
        except NothingToUndo as error:
            return Edited(error.message)
        where = _named(store, group)
        return Edited(f"{'undid' if undo else 'redid'}: {group.action} in {where}")

    return answer


def _named(store: Store, group: "EditGroup") -> str:
    """The articles of an edit, or how many they are."""
    if len(group.article_ids) > _NAMED:
        return _many(len(group.article_ids))
    return ", ".join(store.articles.get(each).title for each in group.article_ids)


def _many(articles: int) -> str:
    return f"{articles:,} article{'' if articles == 1 else 's'}"
