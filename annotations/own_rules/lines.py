"""Rules as a person types them, a line each. Pure.

label: Oldport -> GPE              “Oldport” is always GPE
label ORG: Oldport -> GPE          … where the detector says that it is ORG
never: Kelp                        never mark “Kelp”
never PERSON: May                  never mark “May” as PERSON
name: Mr Calder -> Ines Calder     “Mr Calder” is the name “Ines Calder”
figure never: 100 metres           the same for casualty figures
"""

import re

from annotations.errors import OwnRuleError
from annotations.model import Layer
from annotations.own_rules.rule import Does, OwnRule, checked

ARROW = " -> "
HINT = "label: WORDS -> GPE, never: WORDS, name: WORDS -> NAME; label ORG: … only where it is ORG"
"""How a rule is typed, in a line."""
_FIGURE = "figure"
_HEAD = re.compile(rf"(?:({_FIGURE}) +)?({'|'.join(Does)})(?: +([^\s:]+))? *: *(.*)", re.DOTALL)


def written(rule: OwnRule) -> str:
    """A rule as it would be typed."""
    figure = f"{_FIGURE} " if rule.layer is Layer.CASUALTIES else ""
    was = f" {rule.was}" if rule.was else ""
    value = "" if rule.value is None else f"{ARROW}{rule.value}"
    return f"{figure}{rule.does.value}{was}: {rule.text}{value}"


def parsed(line: str) -> OwnRule:
    """Read a rule that was typed.

    Raises:
        OwnRuleError: If it is none, or makes no sense.
    """
    match = _HEAD.fullmatch(line.strip())
    if match is None:
        raise OwnRuleError(f"{line.strip()!r} is no rule.", hint=f"Type {HINT}.")
    figure, verb, was, rest = match.groups()
    does = Does(verb)
    text, arrow, value = rest.rpartition(ARROW)
    if does is Does.NEVER or not arrow:
        text, value = rest, ""
    layer = Layer.CASUALTIES if figure else Layer.ENTITIES
    return checked(OwnRule(layer=layer, text=text.strip(), does=does, value=value or None, was=was))
