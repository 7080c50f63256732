"""What each string of an article names: one label for all its mentions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.groups import Group
from annotations.detect.entities.known import known_names
from annotations.detect.entities.names import bare
from annotations.model import PLACE_LABELS

_FOREIGN = 3.0
"""The lead of a label that is not weighed."""
_FACILITY = 1.0
"""The lead at the least of what a noun beside it tells of a building's name."""
_OTHERS = ("EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a string names."""

    label: str | None
    """Null for no name."""
    lead: float
    """By how much its score leads over the next best."""


def verdict(group: Group) -> Verdict:
    """Judge a string by all its cues.

    Labels of a scheme other than OntoNotes' are nobody's to overrule.
    """
    foreign = [each for each in group.mentions if each.label and each.label not in _kinds()]
    if foreign:
        return Verdict(label=foreign[0].label, lead=_FOREIGN)
    scores = _scores(group.cues)
    if bare(group.mentions[0].text) in known_names():
        del scores["NONE"]
    best, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    facility = next((each for each in group.mentions if each.rule == "facility"), None)
    if facility is not None and (best in ("PLACE", "NONE") or _is_new(group)):
        return Verdict(label=facility.label, lead=max(scores[best] - scores[second], _FACILITY))
    return Verdict(label=_label(group, best), lead=scores[best] - scores[second])


def _is_new(group: Group) -> bool:
    """Whether nothing but the noun beside it found a name."""
    return all(each.rule in ("facility", "repeated") for each in group.mentions)


def _label(group: Group, kind: str) -> str | None:
    match kind:
        case "NONE":
            return None
        case "PLACE":
            return _among(group, PLACE_LABELS) or "GPE"
        case "OTHER":
            return _among(group, _OTHERS)
    return kind


def _kinds() -> frozenset[str]:
    return frozenset(("PERSON", "ORG", "NORP", *PLACE_LABELS, *_OTHERS))


def _scores(cues: Mapping[str, int]) -> dict[str, float]:
    weights = lexicon.sections("entity_evidence")
    scores: dict[str, float] = dict.fromkeys(_labels(), 0.0)
    for label, weight in weights["always"].items():
        scores[label] += weight
    for cue, count in cues.items():
        for label, weight in weights.get(cue, {}).items():
            scores[label] += weight * count
    return scores


@cache
def _labels() -> tuple[str, ...]:
    return ("PERSON", "ORG", "PLACE", "NORP", "OTHER", "NONE")


def _among(group: Group, labels: tuple[str, ...]) -> str | None:
    """What the lexicon or the recogniser most often called a string, among some labels."""
    known = known_names().get(bare(group.mentions[0].text))
    if known in labels:
        return known
    counted = Counter(each.label for each in group.mentions if each.label in labels)
    return counted.most_common(1)[0][0] if counted else None
