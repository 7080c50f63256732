"""What belongs together: the quotes of one speaker, the mentions of one name. Pure."""

from collections import Counter

from reader.annotation_index import AnnotationIndex
from reader.switches import Switch

Kin = tuple[Switch, str]
"""What quotes of one speaker or mentions of one name share: their switch and the name."""

_WITH_KIN = (Switch.NAMES, Switch.QUOTES)


def kin_of(index: AnnotationIndex, position: int | None) -> Kin | None:
    """What an annotation shares with others; null if it is nobody's, or there is none."""
    if position is None:
        return None
    name, switch = index.names[position], index.switch(position)
    return (switch, name) if name and switch in _WITH_KIN else None


def voices(index: AnnotationIndex) -> dict[str, int]:
    """The speakers of an article, each with a number, from 1 in the order of their first quotes."""
    names = (index.names[at] for at in index.positions(Switch.QUOTES))
    return {name: number for number, name in enumerate(dict.fromkeys(filter(None, names)), start=1)}


def label_of_name(index: AnnotationIndex, name: str) -> str | None:
    """What most mentions that go by a name are the name of; null if there are none.

    Of as many, it is the label that comes first in the text.
    """
    found = (index.kinds[at] for at in index.positions(Switch.NAMES) if index.names[at] == name)
    return next((label for label, _ in Counter(found).most_common(1)), None)
