"""Which annotations of an article a person means by a layer, a label, a rule or a confidence. Pure.

quotes              a layer: names, quotes or figures; names without numbers and dates, figures
                    without those that give no number
numbers             numbers and dates: entities of labels such as CARDINAL, DATE and TIME
implicit            figures of people who are named without a number
GPE                 an entity label, quote type or figure category
rule:passive        the rule of the detector that found it
confidence>=medium  how sure the detector was: also > and =
all                 everything but numbers and implicit
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotations.errors import CloseReadError
from annotations.model import (
    KINDS,
    NUMBER_LABELS,
    Annotation,
    CasualtyFigure,
    Confidence,
    Layer,
    Status,
)
from annotations.review import SHOWN, Decision


class By(StrEnum):
    """What a group of annotations has in common."""

    ALL = "all"
    LAYER = "layer"
    NUMBERS = "numbers"
    IMPLICIT = "implicit"
    CONFIDENCE = "confidence"
    KIND = "kind"
    RULE = "rule"


class NoSuchGroup(CloseReadError):
    """What was typed names no group of annotations."""


_ALONE = (By.ALL, By.NUMBERS, By.IMPLICIT)
"""Groups that are typed by their name alone."""
LAYER_WORDS = {"names": Layer.ENTITIES, "quotes": Layer.QUOTES, "figures": Layer.CASUALTIES}
"""What people call the layers; `casualties` is a category."""

_WORDS = {layer: word for word, layer in LAYER_WORDS.items()}
_SURENESS = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
_CONFIDENCE = re.compile(r"confidence *(>=|>|=|:) *(\w+|[\d.]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Selector:
    """A group of annotations."""

    by: By
    value: str = ""
    """A `Layer`, a kind, the id of a rule, or the least `Confidence`."""

    def fits(self, annotation: Annotation) -> bool:
        """Whether an annotation belongs to the group.

        A number does only if numbers or its label are asked for, an implicit figure only if such
        figures are.
        """
        if is_implicit(annotation) or self.by is By.IMPLICIT:
            return is_implicit(annotation) and self.by is By.IMPLICIT
        if is_number(annotation) or self.by is By.NUMBERS:
            asked = self.by is By.NUMBERS or (self.by, self.value) == (By.KIND, annotation.kind)
            return is_number(annotation) and asked
        match self.by:
            case By.LAYER:
                return annotation.layer.value == self.value
            case By.KIND:
                return annotation.kind == self.value
            case By.RULE:
                return annotation.rule == self.value
            case By.CONFIDENCE:
                least, confidence = _SURENESS.index(Confidence(self.value)), annotation.confidence
                return confidence is not None and _SURENESS.index(confidence) >= least
        return True

    def __str__(self) -> str:
        """As it is typed."""
        match self.by:
            case By.LAYER:
                return _WORDS[Layer(self.value)]
            case By.RULE:
                return f"rule:{self.value}"
            case By.CONFIDENCE:
                return f"confidence>={self.value}"
        return self.value or self.by.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group with how many annotations it has."""

    selector: Selector
    total: int
    unreviewed: int


def is_number(annotation: Annotation) -> bool:
    """Whether it is a number or a date, which is no part of the work to review."""
    return annotation.layer is Layer.ENTITIES and annotation.kind in NUMBER_LABELS


def is_implicit(annotation: Annotation) -> bool:
    """Whether it is a figure of people who are named without a number."""
    return isinstance(annotation, CasualtyFigure) and annotation.implicit


def waits(annotation: Annotation) -> bool:
    """Whether a person is still to decide on it."""
    return annotation.status is Status.SUGGESTED


def within(selector: Selector, decision: Decision) -> Decision:
    """A decision on what waits of a group; all else stays."""

    def decide(annotation: Annotation) -> Annotation | None:
        """The decision, where one is still to be made."""
        is_meant = waits(annotation) and selector.fits(annotation)
        return decision(annotation) if is_meant else annotation

    return decide


def groups(annotations: Iterable[Annotation]) -> list[Group]:
    """The groups that some annotations fall into, the widest sorts of groups first.

    Layers, how sure the detector was, kinds and its rules; of one sort the largest first. Groups
    without any are left out.
    """
    shown = [each for each in annotations if each.status in SHOWN]
    found = (_group(selector, shown) for selector in _selectors(shown))
    order = list(By)
    return sorted(
        (each for each in found if each.total),
        key=lambda each: (order.index(each.selector.by), -each.total, str(each.selector)),
    )


def _group(selector: Selector, annotations: Sequence[Annotation]) -> Group:
    fitting = [each for each in annotations if selector.fits(each)]
    return Group(selector=selector, total=len(fitting), unreviewed=sum(map(waits, fitting)))


def _selectors(annotations: Sequence[Annotation]) -> Iterable[Selector]:
    yield Selector(By.ALL)
    yield from (Selector(By.LAYER, layer.value) for layer in Layer)
    yield from (Selector(by) for by in (By.NUMBERS, By.IMPLICIT))
    yield from (Selector(By.KIND, kind) for kind in {each.kind for each in annotations})
    yield from (Selector(By.CONFIDENCE, confidence.value) for confidence in _SURENESS[::-1])
    rules = {each.rule for each in annotations if each.rule}
    yield from (Selector(By.RULE, rule) for rule in rules)


def selector(typed: str, *, kinds: Iterable[str] = ()) -> Selector:
    """The group that somebody has typed.

    Args:
        typed: As at the top of this module; large and small letters are the same.
        kinds: Kinds there are beside the usual ones.

    Raises:
        NoSuchGroup: If it means nothing.
    """
    word = typed.strip()
    if word.lower() in _ALONE:
        return Selector(By(word.lower()))
    if word.lower() in LAYER_WORDS:
        return Selector(By.LAYER, LAYER_WORDS[word.lower()].value)
    if match := _CONFIDENCE.fullmatch(word):
        return Selector(By.CONFIDENCE, _least(match[1], match[2]).value)
    if word.lower().startswith("confidence"):
        raise _no_confidence(word)
    if word.lower().startswith("rule:") and (rule := word[len("rule:") :].strip()):
        return Selector(By.RULE, rule)
    known = {kind.lower(): kind for layer in KINDS.values() for kind in layer}
    known |= {kind.lower(): kind for kind in kinds}
    if word.lower() in known:
        return Selector(By.KIND, known[word.lower()])
    raise NoSuchGroup(
        f"{word!r} is no group of annotations.",
        hint="Type names, quotes, figures, numbers or implicit, a label, rule:ID, or "
        "confidence>=medium.",
    )


def _least(relation: str, word: str) -> Confidence:
    """The least confidence that is asked for."""
    try:
        confidence = Confidence(word.lower())
    except ValueError:
        raise _no_confidence(word) from None
    if relation != ">":
        return confidence
    above = _SURENESS.index(confidence) + 1
    if above == len(_SURENESS):
        raise NoSuchGroup("Nothing is more than highly sure.", hint="Type confidence>=high.")
    return _SURENESS[above]


def _no_confidence(word: str) -> NoSuchGroup:
    return NoSuchGroup(
        f"{word!r} is no confidence.",
        hint="The detector is sure in words: type confidence>=high, medium or low.",
    )
