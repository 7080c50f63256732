"""The text of an article in HTML, with its annotations as elements that nest.

Elements cannot overlap as annotations do: where one ends inside another, the other is closed and
opened again. Labels are drawn by the style sheet and are no part of the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from annotations.model import Annotation, Layer, Status

CLASSES: Mapping[Layer, str] = {
    Layer.ENTITIES: "name",
    Layer.QUOTES: "quote",
    Layer.CASUALTIES: "figure",
}


def marked_text(text: str, annotations: Sequence[Annotation], titles: Sequence[str]) -> str:
    """A text in HTML.

    Args:
        text: As it is.
        annotations: Its annotations, by start, outer ones first.
        titles: What to show of each when it is pointed at.
    """
    return "".join(_pieces(text, annotations, titles))


def escaped(text: str) -> str:
    """A string fit for HTML, in text and in attributes; a parser gives it back exactly."""
    return escape(text).replace("\r", "&#13;")


def _pieces(text: str, annotations: Sequence[Annotation], titles: Sequence[str]) -> Iterator[str]:
    starting: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(annotations):
        starting[each.start].append(index)
    borders = sorted({0, len(text), *starting, *(each.end for each in annotations)})
    opened: list[int] = []
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        for index in _closed(opened, annotations, start):
            yield _closing(annotations[index])
        kept = [index for index in opened if annotations[index].end > start]
        reopened = kept[_unbroken(opened, annotations, start) :]
        for index in (*reopened, *starting[start]):
            yield _opening(annotations[index], titles[index], begins=index not in reopened)
        opened = [*kept, *starting[start]]
        yield escaped(text[start:end])


def _unbroken(opened: Sequence[int], annotations: Sequence[Annotation], at: int) -> int:
    """How many of the open elements, from the outermost, stay open at a border."""
    ending = (place for place, index in enumerate(opened) if annotations[index].end <= at)
    return next(ending, len(opened))


def _closed(opened: Sequence[int], annotations: Sequence[Annotation], at: int) -> Iterable[int]:
    """The open elements that are closed at a border, the innermost first."""
    return reversed(opened[_unbroken(opened, annotations, at) :])


def _closing(annotation: Annotation) -> str:
    return "</q>" if annotation.layer is Layer.QUOTES else "</mark>"


def _opening(annotation: Annotation, title: str, *, begins: bool) -> str:
    """The tag of an element; only the first of several says the label."""
    tag = "q" if annotation.layer is Layer.QUOTES else "mark"
    unsure = annotation.status is Status.SUGGESTED
    sign = f"{annotation.kind.upper()}{'?' if unsure else ''}"
    label = f' data-label="{escaped(sign)}"' if begins else ""
    return f'<{tag} class="{CLASSES[annotation.layer]}" title="{escaped(title)}"{label}>'
