"""The mentions of one string in an article, with all that tells what it names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotations.detect.entities.evidence import around
from annotations.detect.entities.known import known_names
from annotations.detect.entities.mentions import PLACES, Mention, Source, key_of
from annotations.detect.entities.names import bare
from annotations.detect.entities.shapes import within
from annotations.detect.places.gazetteer import places
from annotations.model import Precision

_MOST = 3
"""Times that a cue counts for one string."""
_LAYOUT = ("table", "dateline")
_LARGE = 200_000
"""Inhabitants of a city that is known far away."""
_JOINING = frozenset((",", "and", ", and", "or", "&", "/", ";"))
_KINDS = {label: "PLACE" for label in PLACES}


@dataclass(slots=True)
class Group:
    """The mentions of one string."""

    key: str
    mentions: list[Mention] = field(default_factory=list)
    cues: Counter[str] = field(default_factory=Counter)
    """How often each cue speaks for it."""


def groups(source: Source, candidates: Sequence[Mention]) -> list[Group]:
    """The names among some candidates by their strings, with their cues."""
    found: dict[str, Group] = {}
    for each in candidates:
        if each.is_name:
            found.setdefault(each.key, Group(each.key)).mentions.append(each)
    listed = _listed(source.text, candidates)
    relatives = _relatives(found.values())
    for group in found.values():
        text = group.mentions[0].text
        for each in group.mentions:
            group.cues.update(sorted({*around(source.doc, each), *_article(each)}))
        group.cues.update(_recognised(group))
        group.cues.update(listed.get(group.key, {}))
        group.cues.update(relatives.get(group.key, {}))
        group.cues = Counter({cue: min(count, _MOST) for cue, count in group.cues.items()})
        group.cues.update(within(text))
        group.cues.update(_in_lexicon(text))
        if text in source.acronyms:
            group.cues["explained"] += 1
    return list(found.values())


def _article(each: Mention) -> Iterable[str]:
    """The article that a mention has taken in counts as one before it."""
    if each.text[:4].lower() == "the ":
        yield "the-before"


def _recognised(group: Group) -> Counter[str]:
    """How often the recogniser called a string what."""
    counted: Counter[str] = Counter()
    has_words = " " in bare(group.mentions[0].text)
    for each in group.mentions:
        if each.rule == "recognised":
            kind = _KINDS.get(each.label, each.label)
            counted[f"model-{kind}"] += 1
            if has_words:
                counted[f"long-{kind}"] += 1
        else:
            counted[each.rule if each.rule in _LAYOUT else "missed"] += 1
    return counted


def _listed(text: str, candidates: Sequence[Mention]) -> Mapping[str, Counter[str]]:
    """For each string what stands beside it in lists: "Homs, Hama and X"."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairwise(each for each in candidates if each.is_name):
        if text[one.end : other.start].strip() in _JOINING:
            for each, beside in ((one, other), (other, one)):
                kind = known_names().get(beside.text, beside.label)
                if kind and beside.key != each.key:
                    found[each.key][f"beside-{_KINDS.get(kind, kind)}"] += 1
    return found


def _relatives(groups: Iterable[Group]) -> Mapping[str, Counter[str]]:
    """For each string what the longer names are that begin or end with it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for group in groups:
        words = group.mentions[0].text.split()
        if len(words) < 2:
            continue
        labels = Counter(each.label for each in group.mentions if each.rule == "recognised")
        if not labels:
            continue
        label = labels.most_common(1)[0][0]
        kind = _KINDS.get(label, label)
        for place, word in (("ends", words[-1]), ("begins", words[0])):
            found[key_of(word)][f"{place}-{kind}"] += min(2, labels[label])
    return found


def _in_lexicon(text: str) -> Iterable[str]:
    """What the lexicon says of a name."""
    known = known_names()
    label = known.get(text) or known.get(bare(text))
    words = text.split()
    if label is not None:
        yield f"known-{label}"
    elif len(words) > 1 and all(known.get(word) == "NORP" for word in words):
        yield "known-NORP"
    elif len(words) > 1 and known.get(words[-1]) == "NORP":
        yield "ends-in-NORP"
    named = places(text)
    if named:
        first = named[0]
        if first.precision is Precision.COUNTRY:
            yield "country"
        elif first.precision is Precision.REGION:
            yield "region"
        else:
            yield "city-large" if first.people >= _LARGE else "city"
