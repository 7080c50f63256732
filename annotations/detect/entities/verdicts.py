"""What each string of an article names: one label for all its mentions."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from annotations.detect import lexicon
from annotations.detect.entities.groups import Group
from annotations.detect.entities.known import known_names
from annotations.detect.entities.mentions import PLACES

_OTHERS = ("EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")


def verdict(group: Group) -> str | None:
    """The label of a string; null if it is no name.

    Labels of a scheme other than OntoNotes' are nobody's to overrule.
    """
    foreign = [each for each in group.mentions if each.label and each.label not in _kinds()]
    if foreign:
        return foreign[0].label
    scores = _scores(group.cues)
    if group.mentions[0].text in known_names():
        del scores["NONE"]
    best = max(scores, key=scores.__getitem__)
    if best == "NONE":
        return None
    if best == "PLACE":
        return _among(group, PLACES) or "GPE"
    return _among(group, _OTHERS) if best == "OTHER" else best


def _kinds() -> frozenset[str]:
    return frozenset(("PERSON", "ORG", "NORP", *PLACES, *_OTHERS))


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
    known = known_names().get(group.mentions[0].text)
    if known in labels:
        return known
    counted = Counter(each.label for each in group.mentions if each.label in labels)
    return counted.most_common(1)[0][0] if counted else None
