"""The people in the turns of an interview: the initials before each, and the names behind them."""

from collections.abc import Iterator

from annotations.detect.entities.initials import LABEL, bearers
from annotations.detect.entities.mentions import Mention, Source


def in_turns(source: Source) -> Iterator[Mention]:
    """Yield the initials that label turns, and the full names that they stand for."""
    spans = [each.span(1) for each in LABEL.finditer(source.text) if each[1] in source.speakers]
    for label in source.speakers:
        spans += bearers(source.text, label)
    for start, end in spans:
        found = source.mention(start, end, label="PERSON", rule="turn")
        if found is not None:
            yield found
