"""The mentions of one string in an article, with all that tells what it names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotations.detect.entities.evidence import around
from annotations.detect.entities.known import doubtful_names, known_names
from annotations.detect.entities.mentions import Mention, Source, key_of
from annotations.detect.entities.names import bare
from annotations.detect.entities.shapes import within
from annotations.detect.places.gazetteer import places
from annotations.model import PLACE_LABELS, Precision

_MOST = 3
"""Times that a cue counts for one string."""
_TITLE = 240
"""Characters in which the title of an article ends."""
_LAYOUT = ("table", "dateline")
_LARGE = 200_000
"""Inhabitants of a city that is known far away."""
_JOINING = frozenset((",", "and", ", and", "or", "&", "/", ";"))
_KINDS = {label: "PLACE" for label in PLACE_LABELS}


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
    relatives = _relatives(found, title_end=max(0, source.text[:_TITLE].find("\n")))
    for group in found.values():
        text = group.mentions[0].text
        for each in group.mentions:
            group.cues.update(sorted({*around(source.doc, each), *_article(each)}))
        group.cues.update(_recognised(group))
        group.cues.update(_tagged(source, group))
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
    most = _most_recognised(group)
    if most is not None:
        counted[f"mostly-{_KINDS.get(most[0], most[0])}"] = 1
    for each in group.mentions:
        if each.rule == "recognised":
            kind = _KINDS.get(each.label, each.label)
            counted[f"model-{kind}"] += 1
            if has_words:
                counted[f"long-{kind}"] += 1
        else:
            counted[each.rule if each.rule in _LAYOUT else "missed"] += 1
    return counted


def _tagged(source: Source, group: Group) -> Iterator[str]:
    """Whether the tagger takes a word for an ordinary adjective wherever it stands."""
    tags = {source.doc[each.first].tag_ for each in group.mentions if each.after - each.first == 1}
    if "JJ" in tags and tags.isdisjoint(("NNP", "NNPS")):
        yield "tagged-adjective"


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


def _relatives(known: Mapping[str, Group], *, title_end: int) -> Mapping[str, Counter[str]]:
    """For each string what the longer names are that begin or end with it.

    A person is named in full first, titles apart; what an article calls by a word of the name
    before is, as a rule, something else.

    Args:
        known: The strings.
        title_end: Where the title of the article ends.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for group in known.values():
        words = group.mentions[0].text.split()
        label = _most_recognised(group) or _full_name(group)
        if len(words) < 2 or label is None:
            continue
        kind = _KINDS.get(label[0], label[0])
        for place, word in (("ends", words[-1]), ("begins", words[0])):
            part = known.get(key_of(word))
            if part is not None:
                late = "-late" if _comes_first(part, group, title_end) else ""
                found[part.key][f"{place}-{kind}{late}"] += min(2, label[1])
    return found


def _comes_first(part: Group, whole: Group, title_end: int) -> bool:
    starts = (each.start for each in part.mentions if each.start >= title_end)
    return next(starts, whole.mentions[0].end) < whole.mentions[0].start


def _most_recognised(group: Group) -> tuple[str, int] | None:
    """What the recogniser called a string most often, and how often; null if never anything."""
    labels = Counter(each.label for each in group.mentions if each.rule == "recognised")
    return labels.most_common(1)[0] if labels else None


def _full_name(group: Group) -> tuple[str, int] | None:
    is_full_name = group.mentions[0].rule == "full-name"
    return ("PERSON", len(group.mentions)) if is_full_name else None


def _in_lexicon(text: str) -> Iterable[str]:
    """What the lexicon says of a name."""
    known, doubtful = known_names(), doubtful_names()
    label = known.get(text) or known.get(bare(text))
    perhaps = doubtful.get(text) or doubtful.get(bare(text))
    words = text.split()
    if label is not None:
        yield f"known-{label}"
    elif perhaps is not None:
        yield f"doubtful-{perhaps}"
    elif len(words) > 1 and all(known.get(word) == "NORP" for word in words):
        yield "known-NORP"
    elif len(words) > 1 and known.get(words[-1]) == "NORP":
        yield "ends-in-NORP"
    named = places(text)
    if named and len(words) > 1:
        yield "place-in-words"
    if named:
        first = named[0]
        if first.precision is Precision.COUNTRY:
            yield "country"
        elif first.precision is Precision.REGION:
            yield "region"
        else:
            yield "city-large" if first.people >= _LARGE else "city"
