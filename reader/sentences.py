"""The sentence around a stretch of a text, with the stretch marked. Pure."""

from reader import motions


def around(text: str, start: int, end: int, *, room: int = 160) -> tuple[str, str, str]:
    """What stands before a stretch in its sentence, the stretch, and what stands behind it.

    Args:
        text: The text.
        start: Where the stretch begins.
        end: Where it ends.
        room: Characters before it, and behind it, at the most; the rest is left out.
    """
    first = motions.previous_sentence(text, start + 1)
    last = motions.sentence_end(text, start, beyond=max(start, end - 1)) + 1
    before, behind = _line(text[first:start]), _line(text[end:last])
    if len(before) > room:
        before = f"… {before[-room:].partition(' ')[2]}"
    if len(behind) > room:
        behind = f"{behind[:room].rpartition(' ')[0]} …"
    return before, _line(text[start:end]), behind


def _line(text: str) -> str:
    """A text on one line, as long as it is."""
    return text.replace("\n", " ")
