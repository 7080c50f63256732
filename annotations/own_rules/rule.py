"""One rule of a person's own: what is made of suggestions that are written in just these words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from annotations.errors import OwnRuleError
from annotations.model import KINDS, NAMELESS_LABELS, Layer
from annotations.text import clean_line

_EVIDENCE = "own:"
_NUMBER = re.compile(r"\d+")
_LABEL = re.compile(r"[^\W_][\w\-]{0,23}")


class Does(StrEnum):
    """What a rule does to a suggestion."""

    LABEL = "label"
    """Gives it a label, or a figure a category."""
    NEVER = "never"
    """Leaves it out."""
    NAME = "name"
    """Gives it a canonical name."""


ALLOWED: Mapping[Layer, frozenset[Does]] = {
    Layer.ENTITIES: frozenset(Does),
    Layer.CASUALTIES: frozenset({Does.LABEL, Does.NEVER}),
    Layer.QUOTES: frozenset(),
}
"""What rules can do in each layer. Quotes have none: no two are worded alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """What becomes of suggestions of a layer that are written so, letter by letter."""

    text: str
    """The whole mention; case counts."""
    does: Does
    value: str | None = None
    """The label, category or canonical name; null for `NEVER`."""
    layer: Layer = Layer.ENTITIES
    was: str | None = None
    """Only what a detector gives this label or category; null for any."""
    is_on: bool = True
    id: int | None = None
    """Key in its store; null before it is in one."""
    rank: int = 0
    """The higher, the later it was set; of rules that conflict the latest holds."""
    annotator: str | None = None
    """Who set it last."""
    at: str | None = None
    """When that was, in UTC, ISO 8601."""
    example: str | None = None
    """A mention of that kind with what stands around it, in square brackets."""

    @property
    def says(self) -> tuple[Layer, str, Does, str | None, str | None]:
        """What it says; equal for two that say the same."""
        return self.layer, self.text, self.does, self.value, self.was

    def __str__(self) -> str:
        """In words: “Oldport” is always GPE."""
        words = f"“{clean_line(self.text)}”"
        where = f", where it is {self.was}," if self.was else ""
        match self.does:
            case Does.NEVER:
                return f"never mark {words}{f' as {self.was}' if self.was else ''}"
            case Does.NAME:
                return f"{words}{where} is the name “{clean_line(self.value or '')}”"
        return f"{words}{where} is always {self.value}"


def checked(rule: OwnRule) -> OwnRule:
    """A rule that makes sense, with labels and categories as they are spelled.

    Raises:
        OwnRuleError: If it does not: no words, a value that is missing or one too many, a figure
            with a name, a category that there is not, a label that makes no difference.
    """
    if not rule.text.strip():
        raise OwnRuleError("A rule needs the words that it is about.")
    if rule.does not in ALLOWED[rule.layer]:
        raise OwnRuleError(f"There are no rules that {_SAID[rule.does]} {rule.layer.value}.")
    if (rule.does is Does.NEVER) is bool(rule.value and rule.value.strip()):
        wanted = "takes no value" if rule.does is Does.NEVER else f"needs the {rule.does.value}"
        raise OwnRuleError(f"The rule on {rule.text!r} {wanted}.")
    spelled = _spelled(rule)
    if spelled.does is Does.LABEL and spelled.was == spelled.value:
        raise OwnRuleError(f"The rule on {rule.text!r} would change nothing.")
    if spelled.does is Does.NAME and spelled.was in NAMELESS_LABELS:
        raise OwnRuleError(f"What is labelled {spelled.was} has no name.")
    return spelled


def _spelled(rule: OwnRule) -> OwnRule:
    was = None if rule.was is None else _kind(rule.layer, rule.was)
    if rule.does is not Does.LABEL or rule.value is None:
        value = rule.value and " ".join(rule.value.split())
    else:
        value = _kind(rule.layer, rule.value)
    return replace(rule, was=was, value=value or None)


def _kind(layer: Layer, typed: str) -> str:
    """A label or category as it is spelled; entities may have others than the usual labels."""
    known = {each.casefold(): each for each in KINDS[layer]}
    if (found := known.get(typed.strip().casefold())) is not None:
        return found
    if layer is Layer.CASUALTIES or not _LABEL.fullmatch(typed.strip()):
        what = "category" if layer is Layer.CASUALTIES else "label"
        hint = f"There are {', '.join(KINDS[layer])}."
        raise OwnRuleError(f"{typed.strip()!r} is no {what}.", hint=hint)
    return typed.strip()


_SAID = {Does.LABEL: "label", Does.NEVER: "leave out", Does.NAME: "name"}


def evidence_of(ids: Iterable[int]) -> str:
    """What an annotation that rules have changed names as its rule: "own:12", "own:12+15"."""
    return _EVIDENCE + "+".join(map(str, sorted(ids)))


def rule_ids(evidence: str | None) -> tuple[int, ...]:
    """The ids of the rules that have changed an annotation; none if no rule of a person has."""
    if evidence is None or not evidence.startswith(_EVIDENCE):
        return ()
    return tuple(map(int, _NUMBER.findall(evidence)))
