"""Everything in an article that may be an entity: recognised, known, or named elsewhere in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from annotations.detect.entities.addresses import outside_addresses
from annotations.detect.entities.clock import clock_times
from annotations.detect.entities.datelines import in_datelines
from annotations.detect.entities.extents import grown
from annotations.detect.entities.facilities import facilities
from annotations.detect.entities.given_names import full_names
from annotations.detect.entities.known import (
    doubtful_names,
    is_word_in_capitals,
    known,
    known_names,
)
from annotations.detect.entities.mapped import joined, mapped
from annotations.detect.entities.mentions import NAME_TAGS, Mention, Source
from annotations.detect.entities.names import bare
from annotations.detect.entities.recognised import recognised
from annotations.detect.entities.tables import in_tables
from annotations.detect.entities.turns import in_turns
from annotations.detect.lookup import Lookup
from annotations.detect.own_names import OwnNames

_BRACKETED = re.compile(r"(?<=\()[A-Z](?:[A-Za-z&-]*[A-Z])[A-Za-z]?(?=\))")
_LAYOUT = ("dateline", "stamp", "turn")
"""Rules whose finds stand though another mention takes them in."""
_LONGEST = 120
"""Characters of a name that is looked for again; longer ones are noise."""
_FIRST = ("clock", "facility", "turn")
"""Rules that go before the recogniser's word for a stretch: "2.08am" is no number."""
_SHORTEST_IN_CAPITALS = 5
"""Letters of a name that headlines in capitals are searched for."""
_SHORTEST = 3
"""Letters of a name that is looked for again, unless it is in capitals."""


def candidates(source: Source, own: OwnNames) -> list[Mention]:
    """All that may be an entity, in the order of the text, nothing overlapping."""
    everywhere = (0, len(source.text))
    listed = list(_found(source, Lookup(own.names), *everywhere, rule="own-name"))
    found = [
        *grown(source, recognised(source, own.labels)),
        *in_tables(source),
        *in_datelines(source),
        *in_turns(source),
        *clock_times(source),
        *facilities(source),
        *joined(source),
        *_known(source),
    ]
    taken = [each for each in _merged(found) if not _may_be_part(each)]
    found += _free_of(taken, list(full_names(source)))
    found += _free_of(_merged(found), list(mapped(source)))
    found = list(outside_addresses(source, [*found, *_repeated(source, [*listed, *found])]))
    merged = _merged(part for each in found for part in _parted(source, each))
    return sorted([*listed, *_free_of(listed, merged)], key=_by_place)


def _known(source: Source) -> Iterator[Mention]:
    """Yield the names that the lexicon knows, unless they are used as ordinary words."""
    for each in _found(source, known(), 0, len(source.text), rule="known-name"):
        is_doubtful = each.text in doubtful_names()
        if is_word_in_capitals(each.text) and _is_among_capitals(source, each):
            continue
        if not is_doubtful or _is_used_as_name(source, each):
            yield each


def _is_among_capitals(source: Source, each: Mention) -> bool:
    """Whether a word before or behind a name is in capitals, too, as in "CAR BOMB"."""
    beside = source.doc[max(0, each.first - 1) : each.first], source.doc[each.after :][:1]
    return any(
        len(span.text) > 1 and span.text.isalpha() and span.text.isupper() for span in beside
    )


def _may_be_part(each: Mention) -> bool:
    """Whether a mention gives way to a full name that it is a part of."""
    is_short = each.is_name and " " not in each.text and each.rule == "recognised"
    return is_short and each.text not in known_names()


def _parted(source: Source, each: Mention) -> Iterator[Mention]:
    """Yield a mention, or the known names that it joins with hyphens: "Iranian-Saudi"."""
    parts = list(known_within(source, each)) if "-" in each.text else []
    if len(parts) > 1 and sum(len(part.text) for part in parts) == len(each.text) - len(parts) + 1:
        yield from parts
    else:
        yield each


def known_within(source: Source, whole: Mention) -> Iterator[Mention]:
    """Yield the known names in a stretch that is no name itself: "Muslim" in "non-Muslim"."""
    return _found(source, known(), whole.start, whole.end, rule="known-name")


def _free_of(taken: Sequence[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Those found that share no character with what is taken, which is in the order of the text."""
    ends = [each.end for each in taken]

    def is_free(each: Mention) -> bool:
        """Whether what is taken ends before it or begins behind it."""
        at = bisect_right(ends, each.start)
        return at == len(taken) or taken[at].start >= each.end

    return [each for each in found if is_free(each)]


def _found(
    source: Source, names: Lookup[str], start: int, end: int, *, rule: str
) -> Iterator[Mention]:
    for first, after, label in names.find(source.text, start, end):
        each = source.mention(first, after, label=label, rule=rule)
        if each is not None:
            yield each


def _merged(found: Iterable[Mention]) -> list[Mention]:
    """What is kept of overlapping mentions: the longer one, of the same the first."""
    kept: list[Mention] = []
    for each in sorted(found, key=_by_place):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif kept[-1].rule in _LAYOUT:
            continue
        elif each.end > kept[-1].end and _is_longer(each, kept[-1]):
            kept[-1] = each
    return kept


def _by_place(each: Mention) -> tuple[int, bool, int, bool]:
    """Sorts by start; the place of a dateline stands before a date that has taken it in."""
    return each.start, each.rule not in _LAYOUT, -each.end, each.rule not in _FIRST


def _is_longer(one: Mention, other: Mention) -> bool:
    return one.end - one.start > other.end - other.start


def _repeated(source: Source, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what the article names elsewhere, in full or with a longer name, and stands free."""
    names = dict.fromkeys(_names(source, found), "")
    whole = Lookup(names, is_whole=_stands_alone)
    for each in _found(source, whole, 0, len(source.text), rule="repeated"):
        if _is_used_as_name(source, each):
            yield each


def _names(source: Source, found: Sequence[Mention]) -> set[str]:
    """The strings to look for: names, their parts if they are people, and acronyms explained."""
    names = set(source.acronyms) | set(_BRACKETED.findall(source.text))
    for each in found:
        if not each.is_name or not each.text[:1].isupper() or len(each.text) > _LONGEST:
            continue
        names |= {each.text, bare(each.text)}
        words = each.text.split()
        if each.label == "PERSON" and 1 < len(words) < 5:
            names |= {words[0], words[-1]}
    names |= {name.upper() for name in names if len(name) >= _SHORTEST_IN_CAPITALS}
    return {name for name in names if len(name) >= _SHORTEST or name.isupper()}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or hyphen goes on with a stretch."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (
        before.isalnum()
        or before in ("-", "_", "/", "@", "#", ".")
        or after.isalnum()
        or after in ("_", "/", "@")
    )


def _is_used_as_name(source: Source, each: Mention) -> bool:
    """Whether a word is no ordinary one: capitals, or what the tagger takes for a name."""
    if each.after - each.first > 1 or each.text.isupper():
        return True
    token = source.doc[each.first]
    return token.tag_ in NAME_TAGS or (token.pos_ == "ADJ" and not token.is_sent_start)
