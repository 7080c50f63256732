"""Everything in an article that may be an entity: recognised, known, or named elsewhere in it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.detect.entities.acronyms import acronyms
from annotations.detect.entities.known import find_known
from annotations.detect.entities.mentions import Mention, Source
from annotations.detect.entities.recognised import recognised

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
"""Letters of a name that is looked for again, unless it is in capitals."""


def candidates(source: Source) -> list[Mention]:
    """All that may be an entity, in the order of the text, nothing overlapping."""
    found = list(recognised(source))
    found = _merged(found, _known(source))
    return _merged(found, _repeated(source, found))


def _known(source: Source) -> Iterator[Mention]:
    for start, end, label in find_known(source.text):
        each = source.mention(start, end, label=label, rule="known-name")
        if each is not None:
            yield each


def _merged(found: Sequence[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Two lists as one; of what overlaps, the longer one is kept, and the first of the same."""
    kept: list[Mention] = []
    for each in sorted((*found, *more), key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
        elif each.end > kept[-1].end and _is_longer(each, kept[-1]):
            kept[-1] = each
    return kept


def _is_longer(one: Mention, other: Mention) -> bool:
    return one.end - one.start > other.end - other.start


def _repeated(source: Source, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield what the article names elsewhere, in full or with a longer name, and stands free."""
    starts = [each.start for each in found]
    names = _by_first_word(_names(source, found))
    text, reached = source.text, 0
    for word in _WORD.finditer(text):
        if word.start() < reached or word[0] not in names:
            continue
        for name in names[word[0]]:
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and _stands_alone(text, word.start(), end):
                each = _free(source, found, starts, word.start(), end)
                if each is not None:
                    yield each
                reached = end
                break


def _names(source: Source, found: Sequence[Mention]) -> set[str]:
    """The strings to look for: names, their parts if they are people, and acronyms explained."""
    names: set[str] = set(acronyms(source.text))
    for each in found:
        if not each.is_name or not each.text[:1].isupper():
            continue
        names.add(each.text)
        words = each.text.split()
        if each.label == "PERSON" and 1 < len(words) < 5:
            names |= {words[0], words[-1]}
    return {name for name in names if len(name) >= _SHORTEST or name.isupper()}


def _by_first_word(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Names by their first words, the longer ones first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        match = _WORD.match(name)
        if match is not None:
            found[match[0]].append(name)
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or hyphen goes on with a stretch."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("-", "_", "/", "@", "#", ".") or after.isalnum() or after in ("_", "/", "@"))


def _free(
    source: Source, found: Sequence[Mention], starts: Sequence[int], start: int, end: int
) -> Mention | None:
    """A mention of a stretch that overlaps none and whose words are used as a name."""
    at = bisect_left(starts, end)
    if at and found[at - 1].end > start:
        return None
    each = source.mention(start, end, label="", rule="repeated")
    if each is None or not _is_used_as_name(source, each):
        return None
    return each


def _is_used_as_name(source: Source, each: Mention) -> bool:
    """Whether a word is no ordinary one: capitals, or what the tagger takes for a name."""
    if each.after - each.first > 1 or each.text.isupper():
        return True
    token = source.doc[each.first]
    return token.tag_ in ("NNP", "NNPS", "") or (token.pos_ == "ADJ" and not token.is_sent_start)
