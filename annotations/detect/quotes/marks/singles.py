"""Pairing single marks that quote by themselves, as British papers do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from annotations.detect.quotes.marks.apostrophes import Evidence, as_closing, as_opening
from annotations.detect.quotes.marks.glyphs import BREAKS, Mark, last_before
from annotations.detect.quotes.marks.regions import Kind, Region

_LONGEST_NAMED = 60
"""Characters of a few words held up in single marks: the 'dogs of war' affair."""


@dataclass(slots=True, kw_only=True)
class _Opened:
    """A single mark that waits for its closing one."""

    mark: Mark
    evidence: Evidence
    apostrophes: list[Mark] = field(default_factory=list)
    """What has closed a word since, and looks like the apostrophe of a possessive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    """The single marks of a paragraph, paired."""

    regions: list[Region]
    spoken: int
    """How many regions end as speech does."""
    opened: Mark | None
    """The mark that is left without a closing one at the end."""


def pair_singles(
    text: str, spans: Sequence[tuple[int, int]], marks: Sequence[Sequence[Mark]], *, doubles: int
) -> list[list[Region]]:
    """The regions in single marks, for every paragraph.

    A region without a closing mark is one only where the next paragraph opens it again, in an
    article that quotes by single marks.

    Args:
        text: The article.
        spans: Its paragraphs.
        marks: The single marks of each paragraph, those inside other marks left out.
        doubles: How many regions the article has in other marks.
    """
    paired = [_paired(text, start, each) for (start, _), each in zip(spans, marks, strict=True)]
    if sum(each.spoken for each in paired) <= doubles:
        return [each.regions for each in paired]
    for index in range(len(paired) - 1):
        mark, following = paired[index].opened, marks[index + 1]
        if mark is not None and following and _opens(text, spans[index + 1][0], following[0]):
            paired[index].regions.append(_unclosed(text, mark, spans[index][1]))
    return [each.regions for each in paired]


def _opens(text: str, start: int, mark: Mark) -> bool:
    """Whether a mark opens the paragraph that it stands in."""
    is_first = not last_before(text, start, mark.start)
    return is_first and as_opening(text, start, mark) > Evidence.NONE


def _unclosed(text: str, mark: Mark, end: int) -> Region:
    end = mark.start + len(text[mark.start : end].rstrip())
    return Region(start=mark.start, end=end, closed=False, kind=Kind.SINGLE)


def _paired(text: str, start: int, marks: Sequence[Mark]) -> _Paragraph:
    regions: list[Region] = []
    spoken = 0
    opened: _Opened | None = None
    for mark in marks:
        closing = as_closing(text, start, mark) if opened is not None else Evidence.NONE
        if opened is not None and _closes(opened, closing):
            regions.append(_closed(opened.mark, mark))
            spoken += closing is Evidence.STRONG
            opened = None
        elif opened is not None and closing is Evidence.WEAK:
            opened.apostrophes.append(mark)
        elif (opening := as_opening(text, start, mark)) and _replaces(opened, opening):
            regions.extend(_named(text, start, opened))
            opened = _Opened(mark=mark, evidence=opening)
    regions.extend(named := list(_named(text, start, opened)))
    left = opened.mark if opened is not None and not named else None
    return _Paragraph(regions=regions, spoken=spoken, opened=_speech(text, start, left))


def _closes(opened: _Opened, closing: Evidence) -> bool:
    """A mark that may be an apostrophe opens nothing but what plainly ends as speech."""
    return closing >= (Evidence.FAIR if opened.evidence is Evidence.STRONG else Evidence.STRONG)


def _replaces(opened: _Opened | None, opening: Evidence) -> bool:
    return opened is None or opening >= opened.evidence


def _named(text: str, start: int, opened: _Opened | None) -> Iterator[Region]:
    """A word or a few amid a sentence, closed by what might be an apostrophe.

    A few words are held together only if there is no other apostrophe to choose from.
    """
    if opened is None or not opened.apostrophes:
        return
    mark, closing = opened.mark, opened.apostrophes[0]
    held = text[mark.start : closing.end]
    is_word = not any(map(str.isspace, held))
    is_few_words = len(opened.apostrophes) == 1 and len(held) <= _LONGEST_NAMED
    if (is_word or is_few_words) and last_before(text, start, mark.start) not in BREAKS:
        yield _closed(mark, closing)


def _speech(text: str, start: int, mark: Mark | None) -> Mark | None:
    """The mark, if speech may begin there."""
    begins = mark is not None and last_before(text, start, mark.start) in BREAKS
    return mark if begins else None


def _closed(opening: Mark, closing: Mark) -> Region:
    return Region(start=opening.start, end=closing.end, closed=True, kind=Kind.SINGLE)
