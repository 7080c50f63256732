"""What lists ask of the store, each for `Lookup` to answer."""

from array import array
from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from textual.message import Message

from annotations.copies.folding import Folding
from annotations.filters import Key, Query
from annotations.store import BEST, ArticleRow, Store
from annotations.summary import summarize
from reader.services.lookup import Answer
from reader.services.messages import (
    HIT_MARKS,
    Counted,
    Listed,
    NamesRead,
    PassagesRead,
    Previewed,
    RelatedFound,
    Snippets,
    TimelineRead,
    ValuesFound,
)
from reader.snippets import stretches

if TYPE_CHECKING:
    from annotations.store.names import NameGroup
    from annotations.store.names.profiles import Profile

UNFOLDED = Folding()
_NAMED = 8
"""Copies that the preview names."""
_MOST_COPIES = 500
"""Copies that are listed at once."""
LATEST = "published"
"""The order where nothing else is asked for, and there are no words or too many articles."""


def listing(
    query: Query,
    *,
    sort: str | None,
    descending: bool,
    by_day: bool = False,
    folding: Folding = UNFOLDED,
) -> Answer:
    """Which articles fit, in order.

    Args:
        query: The filter.
        sort: The order; null for the best match first if there are words to look for.
        descending: Whether it is the other way round.
        by_day: Whether to group them by the day of the event, each group in this order.
        folding: Which copies of one report share a row.
    """

    def answer(store: Store) -> Listed:
        order = sort or BEST
        if order == BEST and not store.articles.can_be_ranked(query):
            order = LATEST
        keys = store.articles.keys(query=query, sort=order, descending=descending)
        fold = store.copies.folded(keys, folding)
        if by_day:
            days = store.relations.event_days()
            days |= {key: days.get(row, "") for key, row in fold.below.items()}
            rows, headings = grouped(fold.keys, days)
            return Listed(query, rows, order, headings, fold)
        return Listed(query, fold.keys, order, fold=fold)

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
        headings.append(f"{day or 'day unknown'} · {how_many(len(by_day[day]))}")
        rows.append(-len(headings))
        rows.extend(by_day[day])
    return rows, headings


def related(row: ArticleRow) -> Answer:
    """Which articles are about the same as one."""

    def answer(store: Store) -> RelatedFound:
        found = {each.key: each for each in store.relations.related(row.key)}
        rows = store.articles.rows(list(found))
        shared = {key: " · ".join(of.what for of in each.reasons) for key, each in found.items()}
        return RelatedFound(row.title or row.id, [(each, shared[each.key]) for each in rows])

    return answer


def copies(store: Store, article_id: str) -> list[tuple[ArticleRow, str]]:
    """The copies of an article, the best first, each with its outlet and how much it shares."""
    key = store.articles.key(article_id)
    found = store.copies.of(key)
    if found is None:
        return []
    shares = store.copies.shared(key)
    others = [each for each in found.members if each != key][:_MOST_COPIES]
    return [
        (row, " · ".join(filter(None, (row.source, _told_share(shares.get(row.key))))))
        for row in store.articles.rows(others)
    ]


def _told_share(share: float | None) -> str:
    """How much of the shorter text is in the longer one; that of two may be unknown."""
    return "" if share is None else f"{share:.0%} of the wording"


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


def timeline(name: str, group: "NameGroup") -> Answer:
    """When a name is in the articles, and where."""

    def answer(store: Store) -> TimelineRead:
        profiles = store.profiles
        return TimelineRead(name, profiles.timeline(name, group), profiles.passages(name, group))

    return answer


def timeline_of_written(written: str, article_id: str) -> Answer:
    """When the name that an article writes so is in all articles, and where."""

    def answer(store: Store) -> Message:
        listed = store.profiles.listed_as(written, article_id)
        return TimelineRead(None, [], []) if listed is None else timeline(*listed)(store)

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
        found = store.copies.of(key)
        others = [each for each in found.members if each != key] if found else []
        outlets = [
            row.source or row.title or row.id for row in store.articles.rows(others[:_NAMED])
        ]
        if len(others) > _NAMED:
            outlets.append(f"{len(others) - _NAMED:,} more")
        return Previewed(key, store.articles.get(article_id), tolls, stretches(text), outlets)

    return answer


def how_many(articles: int) -> str:
    """A number of articles, as it is told."""
    return f"{articles:,} article{'' if articles == 1 else 's'}"
