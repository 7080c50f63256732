"""What waits for a place in a new text, and the versions of a text, as lines. Pure."""

from collections.abc import Sequence
from datetime import date, tzinfo

from annotations.anchoring.candidates import Candidate
from annotations.model import Annotation
from annotations.store.version_rows import Version
from annotations.store.versions import Waiting
from annotations.text import clean, clean_line
from reader.dating import told
from reader.describing import LAYER_NAMES, excerpt

_AROUND = 60
"""Characters of the new text that are shown on either side of a place."""
_STATUS_WIDTH, _KIND_WIDTH = 9, 11
"""Cells."""


def told_of_versions(articles: int, taken: int, left: int, *, key: str) -> str:
    """How many articles got a new text, and what became of people's work on the old ones.

    Args:
        articles: With a new text.
        taken: Annotations that have a place in it.
        left: Those that have none.
        key: What shows them.
    """
    carried = (
        f"new version: {articles:,} {'article' if articles == 1 else 'articles'}, "
        f"{taken:,} {'annotation' if taken == 1 else 'annotations'} carried over"
    )
    return f"{carried}, {left:,} to place by hand ({key})." if left else f"{carried}."


def waiting_line(waiting: Waiting, *, several: bool) -> tuple[str, str, str]:
    """A row of the list: what comes before the words, the words, and what comes behind.

    Args:
        waiting: The annotation.
        several: Whether those of several articles are listed, which then are named.
    """
    annotation = waiting.unplaced.annotation
    kind = clean_line(annotation.kind)
    head = f"{annotation.status.value:{_STATUS_WIDTH}} {kind:{_KIND_WIDTH}} "
    behind = f"  {clean_line(waiting.title)}" if several else f"  {clean_line(waiting.after)}"
    return head, clean_line(annotation.text), behind


def details(
    waiting: Waiting, candidates: Sequence[Candidate], chosen: int, *, text: str
) -> list[tuple[str, str, str, str]]:
    """Where it stood, and where it may belong.

    Args:
        waiting: The annotation.
        candidates: Places in the new text.
        chosen: The index of the one that would be taken.
        text: The new text.

    Returns:
        Lines, each a heading, the text before the words, the words, and the text behind them.
    """
    annotation = waiting.unplaced.annotation
    what = LAYER_NAMES[annotation.layer]
    lines = [
        (
            f"{what}, in version {waiting.unplaced.version}: ",
            _before(waiting.before),
            clean_line(annotation.text),
            _behind(waiting.after),
        )
    ]
    for number, each in enumerate(candidates):
        start, end = each.place
        sign = "→" if number == chosen else " "
        alike = "" if each.is_exact else "(alike) "
        lines.append(
            (
                f"{sign} {number + 1} of {len(candidates)} {alike}",
                _before(text[max(0, start - _AROUND) : start]),
                clean_line(text[start:end]),
                _behind(text[end : end + _AROUND]),
            )
        )
    if not candidates:
        lines.append(("No place in the new text is like it.", "", "", ""))
    return lines


def placed(before_words: str, waiting_count: int, *, key: str, lost: Sequence[str] = ()) -> str:
    """What is said once an annotation has a place.

    Args:
        before_words: Its words.
        waiting_count: How many wait still in the article.
        key: What shows them.
        lost: The parts that were not found near it: "speaker", "cue", "number".
    """
    without = f", without its {' and '.join(lost)}" if lost else ""
    more = f"; {waiting_count:,} more to place ({key})" if waiting_count else ""
    return f"placed {excerpt(before_words, width=40)}{without}{more}"


def lost_parts(before: Annotation, after: Annotation) -> tuple[str, ...]:
    """What an annotation said of its surroundings, and says no longer at its new place."""
    parts = {
        "speaker": "speaker",
        "cue": "cue",
        "num_start": "number",
        "claimed_in": "quote",
        "part_of": "whole",
    }
    return tuple(
        name
        for field, name in parts.items()
        if getattr(before, field, None) is not None and getattr(after, field, None) is None
    )


def renewed(held: int, now: int, waiting: int, *, key: str) -> str:
    """What is said when the open article has another text.

    Args:
        held: The version that was shown.
        now: The one that is.
        waiting: How many annotations have no place in it.
        key: What shows them.
    """
    what = "has a new text" if now > held else "has an earlier text again"
    left = f"; {waiting:,} annotations to place ({key})" if waiting else ""
    return f"The article {what}: version {now}{left}."


def version_line(
    version: Version, *, today: date, longer: int | None, zone: tzinfo | None = None
) -> str:
    """A row of the list of versions.

    Args:
        version: The version.
        today: The day that it is.
        longer: Characters that it has more than the one before it; null for the first.
        zone: The time of where a person is; null for that of this machine.
    """
    when = told(version.at, today=today, zone=zone)
    change = "" if longer is None else f" ({longer:+,})"
    who = f"  by {clean_line(version.annotator)}" if version.annotator else ""
    moved = ""
    if version.taken or version.left_over:
        left = f", {version.left_over:,} without a place" if version.left_over else ""
        moved = f"  {version.taken:,} carried over{left}"
    sign = "→" if version.is_current else " "
    size = f"  {version.length:,} characters{change}"
    return f"{sign} version {version.number:<3} {when}{moved}{size}{who}"


def _before(text: str) -> str:
    return f"…{clean(text)}".replace("\n", " ") if text else ""


def _behind(text: str) -> str:
    return f"{clean(text)}…".replace("\n", " ") if text else ""
