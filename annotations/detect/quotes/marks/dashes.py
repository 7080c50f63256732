"""Dialogue dashes: paragraphs of speech that a dash begins, as much of Europe sets them.

    — The road is closed, — said Marta. — We go tomorrow.
    —The road is closed —said Marta—. We go tomorrow.

Lists and sign-offs begin with dashes, too. What makes a dialogue is another such paragraph close
by, sentences in both, and in one of them a question, an outcry or a "said Marta" between dashes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotations.detect.quotes.marks.glyphs import last_before
from annotations.detect.quotes.marks.regions import Kind, Region

_START = re.compile(r"\s*(?:([―—–])\s*|(-)\s+)(?=[\w¿¡“\"'‘«])")
_WITHIN = re.compile(r"(?<=\s)[―—–-](?=[\s\w])|[―—–-](?=[\s.,;:?!])")
_RESUMED = re.compile(r"[―—–-][^\w¿¡“\"'‘«]{0,8}(?=[\w¿¡“\"'‘«])")
_ENDS_SPEECH = frozenset(",.?!…")
_OUTCRY = frozenset("?!")
_SENTENCE_END = frozenset(".?!…")
_FARTHEST = 2
"""Paragraphs from one to the next of the same dialogue, where a dash begins them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph that may be a line of dialogue."""

    paragraph: int
    dash: str
    speech: list[Region]
    is_lively: bool
    """Whether it has what lists have not."""


def dialogue(
    text: str, spans: Sequence[tuple[int, int]], quoted: Sequence[Sequence[Region]]
) -> list[list[Region]]:
    """What is said after dialogue dashes, for every paragraph.

    Args:
        text: The article.
        spans: Its paragraphs.
        quoted: The regions of each paragraph in quotation marks.
    """
    spoken: list[list[Region]] = [[] for _ in spans]
    lines = [
        line
        for index, span in enumerate(spans)
        if (line := _line(text, index, *span, quoted[index])) is not None
    ]
    for run in _runs(lines):
        if len(run) > 1 and any(line.is_lively for line in run):
            for line in run:
                spoken[line.paragraph] = line.speech
    return spoken


def _runs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Group lines that begin with the same dash and stand close to each other."""
    run: list[_Line] = []
    for line in lines:
        if run and not _follows(run[-1], line):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _follows(last: _Line, line: _Line) -> bool:
    farthest = 1 if line.dash == "-" else _FARTHEST
    return line.dash == last.dash and line.paragraph - last.paragraph <= farthest


def _line(text: str, index: int, start: int, end: int, quoted: Sequence[Region]) -> _Line | None:
    opening = _START.match(text, start, end)
    if opening is None or any(region.start == opening.end() for region in quoted[:1]):
        return None
    end = start + len(text[start:end].rstrip())
    dash = opening.start(1) if opening[1] else opening.start(2)
    speech = list(_speech(text, dash, opening.end(), end))
    if len(speech) == 1 and speech[0].end == end and text[end - 1] not in _SENTENCE_END:
        return None
    said = any(text[region.end - 1] in _OUTCRY or region.end < end for region in speech)
    return _Line(paragraph=index, dash=text[dash], speech=speech, is_lively=said)


def _speech(text: str, dash: int, words: int, end: int) -> Iterator[Region]:
    """Yield what is said, leaving out what a narrator says between dashes."""
    begun: int | None = dash
    for match in _WITHIN.finditer(text, words, end):
        if begun is None:
            begun = _resumed(text, words, match.start(), end)
        elif _interrupts(text, words, match.start()):
            yield _region(text, begun, match.start())
            begun = None
    if begun is not None:
        yield _region(text, begun, end)


def _interrupts(text: str, words: int, dash: int) -> bool:
    """Whether the narrator begins at a dash: words follow at once, or speech ends before it."""
    if not text[dash - 1].isspace():
        return False
    return text[dash + 1].isalpha() or last_before(text, words, dash) in _ENDS_SPEECH


def _resumed(text: str, words: int, dash: int, end: int) -> int | None:
    """Where speech goes on after the narrator, if it does so at a dash."""
    if not text[dash - 1].isspace():
        found = _RESUMED.match(text, dash, end)
        return None if found is None else found.end()
    return dash if last_before(text, words, dash) in _ENDS_SPEECH else None


def _region(text: str, start: int, end: int) -> Region:
    end = start + len(text[start:end].rstrip())
    return Region(start=start, end=end, closed=True, kind=Kind.DASH)
