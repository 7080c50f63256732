"""Initials that label the turns of an interview: "PL: …" for Perpetua Lund. Free of spaCy."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from annotations.detect.entities.known import known_names
from annotations.detect.entities.names import initials, title_length

LABEL = re.compile(r"^([A-Z]{2,4}):(?= ?\S)", re.MULTILINE)
"""Initials before a colon at the start of a paragraph."""
_WORD = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*"
_FULL = re.compile(rf"(?<![\w’'-]){_WORD}(?: (?:[a-z]{{2,3}} )?{_WORD}){{1,4}}")
_FEWEST = 2
"""Turns of one label; what stands once before a colon may be anything."""


def speakers_behind(text: str) -> Mapping[str, str]:
    """The full names of the people whose initials label turns, where one name before fits."""
    labels = list(LABEL.finditer(text))
    counts = Counter(each[1] for each in labels)
    first = {each[1]: each.start() for each in reversed(labels)}
    found: dict[str, str] = {}
    for label in (label for label, count in counts.items() if count >= _FEWEST):
        names = {_as_written(text[slice(*each)]) for each in bearers(text[: first[label]], label)}
        if len(names) == 1:
            found[label] = names.pop()
    return found


def bearers(text: str, label: str) -> Iterator[tuple[int, int]]:
    """Yield the borders of what reads like a name with some initials, titles left out."""
    for run in _FULL.finditer(text):
        words, start = run[0].split(" "), run.start()
        while len(words) > 1 and (length := title_length(words)):
            start += len(" ".join(words[:length])) + 1
            words = words[length:]
        name = " ".join(words)
        if len(words) > 1 and initials(name) == label and name not in known_names():
            yield start, start + len(name)


def _as_written(name: str) -> str:
    """A name in capitals as it is written elsewhere."""
    return name.title() if name.isupper() else name
