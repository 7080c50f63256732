"""The rules that casualty figures are found by, as `closeread doctor --rules` prints them."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from annotations.detect.casualties.rules import Rule
from annotations.model import Category, Confidence

_WIDTH = 80
_INDENT = " " * 4
_GAP = 2
_CONFIDENCE = max(map(len, Confidence)) + _GAP
_CATEGORY = max(map(len, Category)) + _GAP


def described(rules: Mapping[str, Rule]) -> Iterator[str]:
    """The lines of a list of rules, 80 cells wide at the most.

    Each has its id, confidence, category and gloss, and under them its example with the figure
    in square brackets.
    """
    ids = max(map(len, rules), default=0) + _GAP
    for rule in rules.values():
        head = f"{rule.id:{ids}}{rule.confidence:{_CONFIDENCE}}{rule.category:{_CATEGORY}}"
        yield from wrap(rule.gloss, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
        yield from wrap(_marked(rule), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _marked(rule: Rule) -> str:
    """The example of a rule, with the figure that it finds in square brackets."""
    return rule.example.replace(rule.figure, f"[{rule.figure}]", 1)
