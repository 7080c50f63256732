"""Lines that begin with a label and a colon: "BYLINE: Mara Dell"."""

import re
from collections.abc import Iterable, Mapping, Sequence

_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w /&’'().-]{1,40}?)\s?:(?:\s+(?P<value>.*))?")


def labelled(line: str, known: Iterable[str]) -> tuple[str, str] | None:
    """The label of a line, in small letters, and what stands behind it.

    Null if it has none, or one that is not known: a sentence may have a colon too.
    """
    match = _LABELLED.fullmatch(line)
    if match is None or (label := match["label"].lower()) not in known:
        return None
    return label, (match["value"] or "").strip()


def by_label(lines: Iterable[str], known: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """The lines that stand behind each label and below it, up to the next.

    Those above the first label stand under an empty one. A label that comes again counts the first
    time.
    """
    found: dict[str, list[str]] = {"": []}
    current = found[""]
    for line in lines:
        if pair := labelled(line, known):
            current = []
            found.setdefault(pair[0], current)
            line = pair[1]
        if line:
            current.append(line)
    return found


def value_of(found: Mapping[str, Sequence[str]], *labels: str) -> str:
    """What stands behind the first of some labels that there is; empty if there is none."""
    return next((" ".join(found[label]) for label in labels if found.get(label)), "")
