"""Which marks Prodigy's interfaces can show at once.

What a quote or a figure has and the view cannot show is kept among the values of its span.
"""

from collections.abc import Mapping
from dataclasses import replace

from annotations.formats.marking import NUMBER, PARTS, Link, Mark, Marking
from annotations.formats.whole_tokens import WholeTokens, apart
from annotations.records import Record

_FIELDS = {label: name for parts in PARTS.values() for name, label in parts.items()}


def without_overlaps(marking: Marking, tokens: WholeTokens, text: str) -> tuple[Marking, int]:
    """The marks of which none overlaps another, and how many annotations are not among them.

    Annotations come before their parts. A speaker that is marked as a name already is that mark.
    """
    placed = [
        (*tokens.around(each.start, each.end), number) for number, each in enumerate(marking.marks)
    ]
    own = [each for each in placed if marking.marks[each[2]].annotation is not None]
    parts = placed[len(own) :]
    kept = apart(own)
    names = {_place(marking.marks[number]): number for number in kept}
    twins = {
        number: names[_place(marking.marks[number])]
        for *_, number in parts
        if _place(marking.marks[number]) in names
    }
    free = apart(parts, taken=[placed[number] for number in kept])
    return of_marks(marking, sorted(kept + free), text, twins=twins), len(own) - len(kept)


def of_marks(
    marking: Marking, numbers: list[int], text: str, *, twins: Mapping[int, int] | None = None
) -> Marking:
    """Some of the marks, with the links between them.

    Args:
        marking: All marks.
        numbers: Those that are kept.
        text: The text of the article.
        twins: Marks that stand for others, by the numbers of these.
    """
    new = {number: place for place, number in enumerate(numbers)}
    new |= {number: new[twin] for number, twin in (twins or {}).items()}
    links: list[Link] = []
    hidden: dict[int, Record] = {}
    for each in marking.links:
        if each.source in new and each.target in new:
            links.append(Link(each.label, new[each.source], new[each.target]))
        else:
            part = _part(each.label, marking.marks[each.target], text)
            hidden[each.source] = hidden.get(each.source, {}) | part
    marks = (marking.marks[number] for number in numbers)
    whole = (
        replace(mark, values={**mark.values, **hidden.get(number, {})})
        for number, mark in zip(numbers, marks, strict=True)
    )
    return Marking(tuple(whole), tuple(links))


def _part(label: str, mark: Mark, text: str) -> Record:
    """A part as the native format writes it."""
    if label == NUMBER:
        return {"num_start": mark.start, "num_end": mark.end}
    covered = text[mark.start : mark.end]
    return {_FIELDS[label]: {"start": mark.start, "end": mark.end, "text": covered}}


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end
