"""What a command shows or hides: a layer, a part of one, or what is reviewed. Pure."""

from collections.abc import Iterable, Set
from enum import StrEnum

from annotations.model import NUMBER_LABELS, Layer


class Switch(StrEnum):
    """Annotations that are shown or hidden together, in the order of their keys."""

    NAMES = "names"
    QUOTES = "quotes"
    FIGURES = "figures"
    NUMBERS = "numbers"
    """Entities that are numbers or dates: they can be as many as the names, and crowd the page."""
    REVIEWED = "reviewed"
    """Whatever a person has decided on, of all sorts: without it, only what is left to do shows."""


SWITCHES = tuple(Switch)
LAYER_SWITCHES = tuple(each for each in Switch if each is not Switch.REVIEWED)
"""Those of layers and their parts."""
HIDDEN_AT_FIRST = frozenset({Switch.NUMBERS})
"""What is hidden when an article opens."""
UNCOUNTED = frozenset({Switch.NUMBERS})
"""What is no part of the work to review, also where it is shown; the store counts likewise."""

_OF_LAYER = {
    Layer.ENTITIES: Switch.NAMES,
    Layer.QUOTES: Switch.QUOTES,
    Layer.CASUALTIES: Switch.FIGURES,
}


def switch_of(layer: Layer, kind: str) -> Switch:
    """The switch of the annotations of a kind, whoever gave it to them."""
    if layer is Layer.ENTITIES and kind in NUMBER_LABELS:
        return Switch.NUMBERS
    return _OF_LAYER[layer]


def numbers_of(switches: Set[Switch]) -> Set[int]:
    """The places of some switches in `SWITCHES`, by which columns of numbers know them."""
    return {SWITCHES.index(switch) for switch in switches}


def in_order(switches: Iterable[Switch]) -> list[Switch]:
    """Switches in the order of their keys."""
    return sorted(switches, key=SWITCHES.index)
