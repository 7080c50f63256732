"""What a person's rules make of suggestions, and which of them are overruled. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from annotations.model import (
    NAMELESS_LABELS,
    NUMBER_LABELS,
    PLACE_LABELS,
    Annotation,
    Confidence,
    Entity,
    Layer,
    Quote,
)
from annotations.own_rules.rule import Does, OwnRule, evidence_of
from annotations.renaming import can_be_named


@dataclass(frozen=True, slots=True)
class Verdict:
    """What rules make of a suggestion."""

    after: Annotation | None
    """Null if it is left out."""
    by: tuple[int, ...] = ()
    """The ids of the rules that have changed it; none if it stays as it is."""


class Rulebook:
    """The rules that are on."""

    def __init__(self, rules: Iterable[OwnRule]) -> None:
        """Args:
        rules: In any order, those that are off among them; each has an id.
        """
        self._by_words: dict[tuple[Layer, str], list[OwnRule]] = defaultdict(list)
        for rule in sorted(rules, key=lambda each: -each.rank):
            if rule.is_on:
                self._by_words[rule.layer, rule.text].append(rule)

    def verdict(self, suggestion: Annotation) -> Verdict:
        """What the rules make of a suggestion, which stays one.

        Of rules that conflict the one that was set last holds. A label and a name go together. A
        quote goes by the name of the words for its speaker.
        """
        if isinstance(suggestion, Quote):
            return self._named(suggestion)
        holding: dict[Does, OwnRule] = {}
        for rule in self._by_words.get((suggestion.layer, suggestion.text), ()):
            if not concerns(rule, suggestion):
                continue
            if rule.does is Does.NEVER:
                if holding:
                    continue
                return Verdict(None, (_id(rule),))
            holding.setdefault(rule.does, rule)
        return _changed(suggestion, holding)

    def _named(self, quote: Quote) -> Verdict:
        words = words_of(quote)
        name = next((each for each in self._about(words) if each.does is not Does.LABEL), None)
        if name is None or name.value in (None, quote.speaker_name):
            return Verdict(quote)
        by = (_id(name),)
        after = replace(quote, speaker_name=name.value, speaker_rule=evidence_of(by))
        return Verdict(after, by)

    def _about(self, words: str | None) -> Iterator[OwnRule]:
        """The rules on a name whatever its label, the latest first."""
        rules = self._by_words.get((Layer.ENTITIES, words or ""), ())
        return (each for each in rules if each.was is None)


def words_of(suggestion: Annotation) -> str | None:
    """The words that rules go by: its own, of a quote those for its speaker; null for none."""
    if isinstance(suggestion, Quote):
        return None if suggestion.speaker is None else suggestion.speaker.text
    return suggestion.text


def concerns(rule: OwnRule, suggestion: Annotation) -> bool:
    """Whether a rule is about a suggestion: by its words, and by what the detector calls it.

    A rule for any label is about names, unless it makes them numbers or dates: that "May" is a
    person says nothing of the month.
    """
    if (suggestion.layer, suggestion.text) != (rule.layer, rule.text):
        return False
    if rule.was is not None:
        return suggestion.kind == rule.was
    makes_number = rule.does is Does.LABEL and rule.value in NUMBER_LABELS
    return (suggestion.kind in NUMBER_LABELS) is makes_number


def overruled(rules: Iterable[OwnRule]) -> Mapping[int, int]:
    """Of the rules that are on, the ids of those that another takes back, each with that one's."""
    found: dict[int, int] = {}
    by_words: dict[tuple[Layer, str], list[OwnRule]] = defaultdict(list)
    for rule in sorted(rules, key=lambda each: -each.rank):
        if not rule.is_on:
            continue
        newer = by_words[rule.layer, rule.text]
        by = next((each for each in newer if conflict(each, rule)), None)
        if by is not None:
            found[_id(rule)] = _id(by)
        newer.append(rule)
    return found


def conflict(one: OwnRule, other: OwnRule) -> bool:
    """Whether two rules on the same words cannot both be followed."""
    if (one.layer, one.text) != (other.layer, other.text):
        return False
    if one.was is not None and other.was is not None and one.was != other.was:
        return False
    if Does.NEVER in (one.does, other.does):
        return one.does is not other.does
    return one.does is other.does and one.value != other.value


def _changed(suggestion: Annotation, holding: Mapping[Does, OwnRule]) -> Verdict:
    after, by = suggestion, []
    label, name = holding.get(Does.LABEL), holding.get(Does.NAME)
    if label is not None and label.value is not None and label.value != after.kind:
        after = _labelled(after, label.value)
        by.append(_id(label))
    if name is not None and can_be_named(after) and isinstance(after, Entity):
        if after.name != name.value:
            by.append(_id(name))
        after = replace(after, name=name.value)
    if not by:
        return Verdict(suggestion)
    return Verdict(replace(after, rule=evidence_of(by), confidence=Confidence.HIGH), tuple(by))


def _labelled(suggestion: Annotation, kind: str) -> Annotation:
    """Of another kind; a name goes by its own words then, and off the map if it is no place."""
    after = suggestion.of_kind(kind)
    if not isinstance(after, Entity):
        return after
    after = replace(after, name=_usual_name(after.text, kind))
    if kind in PLACE_LABELS:
        return after
    return replace(
        after,
        country=None,
        latitude=None,
        longitude=None,
        geo_precision=None,
        geo_alternatives=(),
    )


@cache
def _usual_name(mention: str, label: str) -> str | None:
    """The name that the detector gives a mention that stands for itself: of a country the usual."""
    if label in NAMELESS_LABELS:
        return None
    from annotations.detect.entities.naming import Naming  # brings lexicons, needed only here

    return Naming([(mention, label)], acronyms={}, nicknames={}).name_of(mention, label)


def _id(rule: OwnRule) -> int:
    assert rule.id is not None
    return rule.id
