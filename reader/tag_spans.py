"""Where the tags stand in a line that shows them behind something else. Pure."""

from collections.abc import Iterator, Sequence

from annotations.text import clean_line

_CUT = "…"


def tag_spans(line: str, tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Tags with where each begins and ends in a line, its sign included.

    Args:
        line: Ends in the tags, in their order, as far as there was room for them.
        tags: The tags.
    """
    at = len(line)
    for tag in reversed(tags):
        sign = f"#{clean_line(tag)}"
        start = line.rfind(sign, 0, at)
        if start >= 0:
            yield tag, start, start + len(sign)
            at = start
        elif 0 <= (start := _cut_at(line, sign)) < at:
            yield tag, start, line.rstrip().rfind(_CUT)
            at = start


def _cut_at(line: str, sign: str) -> int:
    """Where a tag begins of which the line has room for the beginning only; -1 if nowhere."""
    cut = line.rstrip()
    if not cut.endswith(_CUT):
        return -1
    cut = cut[: -len(_CUT)]
    start = cut.rfind("#")
    return start if sign.startswith(cut[start:]) else -1
