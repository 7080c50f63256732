"""The rules that annotations are found by, as `closeread doctor --rules` prints them."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from annotations.detect.rules import Rule, RuleSet
from annotations.model import Confidence

_WIDTH = 80
_INDENT = " " * 4
_GAP = 2
_CONFIDENCE = max(map(len, Confidence)) + _GAP
_PARAGRAPH = "\n\n"
_TIE = "\N{NO-BREAK SPACE}"
_QUESTIONS = {
    RuleSet.ENTITIES: "Names: what is one, and how it was found",
    RuleSet.QUOTES: "Quotes: what is said",
    RuleSet.SPEAKERS: "Speakers: whom a speaker's words name",
    RuleSet.CASUALTIES: "Casualty figures: what happened to the people counted",
}


def listed(sets: Mapping[RuleSet, Mapping[str, Rule]]) -> Iterator[str]:
    """The lines of all rules, 80 cells wide at the most, with a heading and a blank line a set."""
    for number, (of, rules) in enumerate(sets.items()):
        if number:
            yield ""
        yield _QUESTIONS[of]
        yield from described(rules)


def described(rules: Mapping[str, Rule]) -> Iterator[str]:
    """The lines of a list of rules.

    Each has its id, confidence and gloss, and under them its example with what it finds there in
    square brackets, and what it tells of that.
    """
    ids = max(map(len, rules), default=0) + _GAP
    for rule in rules.values():
        head = f"  {rule.id:{ids}}{rule.confidence:{_CONFIDENCE}}"
        yield from wrap(rule.gloss, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
        example = wrap(_marked(rule), _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
        yield from (line.replace(_TIE, " ") for line in example)


def _marked(rule: Rule) -> str:
    """The example of a rule, with what it finds in square brackets, and an arrow to the kind.

    Ties keep the arrow and the kind on one line.
    """
    marked = rule.example.replace(rule.found, f"[{rule.found}]", 1)
    kind = rule.kind.replace(" ", _TIE)
    return f"{marked.replace(_PARAGRAPH, ' ¶ ')} →{_TIE}{kind}"
