"""Which names may be the same, among all of a group. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from annotations.store.names.spelling import Spelling, likeness
from annotations.store.names.values import Likeness

_GIVEN = (Likeness.INITIALS, Likeness.MIDDLE_NAME)
_ORDER = {why: rank for rank, why in enumerate(Likeness)}

Pair = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two names and why they may be the same."""

    name: str
    into: str
    why: Likeness


def alike(
    spellings: Mapping[str, Spelling],
    articles: Mapping[str, Collection[str]],
    *,
    told_apart: Collection[Pair],
) -> list[Alike]:
    """For each name at most one other that it may be the same as, the best there is.

    Never two that stand in one article, where whoever wrote it told them apart. Nor is a short
    form suggested that fits several people: "J. Hill" where there are John Hill and Jane Hill.

    Args:
        spellings: The names of one group.
        articles: In which articles each of them stands.
        told_apart: Pairs that a person has decided on.
    """
    likely = {
        pair: why
        for pair, why in _likely(spellings)
        if pair not in told_apart and _never_meet(pair, articles)
    }
    best: dict[str, Alike] = {}
    for pair, why in _unambiguous(likely):
        found = _directed(pair, why, spellings, articles)
        name = found.name
        if name not in best or _rank(found, articles) < _rank(best[name], articles):
            best[name] = found
    return list(best.values())


def _likely(spellings: Mapping[str, Spelling]) -> Iterator[tuple[Pair, Likeness]]:
    """The pairs that are alike, each once."""
    seen: set[Pair] = set()
    for names in _buckets(spellings):
        for one, other in combinations(names, 2):
            pair = frozenset((one, other))
            if pair not in seen and (why := likeness(spellings[one], spellings[other])):
                seen.add(pair)
                yield pair, why


def _buckets(spellings: Mapping[str, Spelling]) -> Iterable[list[str]]:
    """Groups of names outside of which none is alike: comparing all with all takes too long."""
    found: dict[object, list[str]] = defaultdict(list)
    for name, each in spellings.items():
        if each.words:
            found[each.letters].append(name)
            found[each.outline].append(name)
            if each.is_person and len(each.words) > 1:
                found["family", each.family].append(name)
    return found.values()


def _never_meet(pair: Pair, articles: Mapping[str, Collection[str]]) -> bool:
    one, other = pair
    return not set(articles[one]).intersection(articles[other])


def _unambiguous(likely: Mapping[Pair, Likeness]) -> Iterator[tuple[Pair, Likeness]]:
    """Leave out the pairs of a name that may be several which are not alike themselves."""
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in map(tuple, likely):
        others[one].add(other)
        others[other].add(one)
    torn = {
        name
        for name, found in others.items()
        if not all(frozenset(pair) in likely for pair in combinations(found, 2))
    }
    for pair, why in likely.items():
        if why not in _GIVEN or not pair & torn:
            yield pair, why


def _directed(
    pair: Pair,
    why: Likeness,
    spellings: Mapping[str, Spelling],
    articles: Mapping[str, Collection[str]],
) -> Alike:
    """Two names with the one to keep as `into`: the one without initials, in more articles."""

    def merit(name: str) -> tuple[int, int, int, str]:
        """What names are ordered by, the one to keep first."""
        initials = sum(len(word) == 1 for word in spellings[name].words)
        return initials if why is Likeness.INITIALS else 0, -len(articles[name]), -len(name), name

    into, name = sorted(pair, key=merit)
    return Alike(name=name, into=into, why=why)


def _rank(found: Alike, articles: Mapping[str, Collection[str]]) -> tuple[int, int, str]:
    return _ORDER[found.why], -len(articles[found.into]), found.into
