"""Articles as a folder that brat opens."""

import json
from collections.abc import Iterable, Iterator, Sequence

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.beside import beside
from annotations.formats.brat.attributes import FLAGS, attribute_name, is_attribute
from annotations.formats.brat.configuration import Configuration
from annotations.formats.brat.segments import Segment, segments_of, text_of
from annotations.formats.file_names import FileNames
from annotations.formats.format import Piece, Writing
from annotations.formats.losses import Losses
from annotations.formats.marking import Marking, marking_of
from annotations.formats.shared_marks import with_shared_marks
from annotations.records import Record

NOTE = "AnnotatorNotes"
"""The kind of note that people write and read in brat."""
VALUES = "closeread"
"""The kind of note that holds, as JSON, the values for which brat has no place."""
NAMES = "closeread"
"""The database, in brat's terms, of what entities are called."""
LABELS = "labels.json"
"""Says which labels types stand for that brat does not take as they are."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield two files an article, a line about it, and at the end how brat is to show them."""
    names, configuration = FileNames(), Configuration()
    for each in articles:
        name = names.name_of(each.article)
        yield Piece(f"{name}.txt", each.article.text)
        yield Piece(f"{name}.ann", _standoff(each, configuration, writing.losses))
        yield beside(each.article, file=name)
    yield Piece("annotation.conf", configuration.annotation())
    yield Piece("visual.conf", configuration.visual())
    if labels := configuration.types.labels():
        yield Piece(LABELS, json.dumps(labels, ensure_ascii=False, indent=0) + "\n")


def _standoff(annotated: AnnotatedArticle, configuration: Configuration, losses: Losses) -> str:
    text = annotated.article.text
    marking = with_shared_marks(marking_of(annotated.annotations))
    segments = [segments_of(text, each.start, each.end) for each in marking.marks]
    _count_borders(marking, segments, losses)
    lines = [
        *_marks(text, marking, segments, configuration),
        *_links(marking, segments),
        *_values(marking, segments, configuration),
    ]
    return "".join(f"{line}\n" for line in lines)


def _count_borders(marking: Marking, segments: Sequence[Sequence[Segment]], losses: Losses) -> None:
    for mark, parts in zip(marking.marks, segments, strict=True):
        if not parts:
            losses.add("{} marks of nothing but line breaks")
        elif (mark.start, mark.end) != (parts[0][0], parts[-1][1]):
            losses.add("the line breaks that {} marks begin or end with")


def _marks(
    text: str,
    marking: Marking,
    segments: Sequence[Sequence[Segment]],
    configuration: Configuration,
) -> Iterator[str]:
    for number, (mark, parts) in enumerate(zip(marking.marks, segments, strict=True), start=1):
        if parts:
            where = ";".join(f"{start} {end}" for start, end in parts)
            type_ = configuration.types.of(mark.label)
            yield f"T{number}\t{type_} {where}\t{text_of(text, parts)}"


def _links(marking: Marking, segments: Sequence[Sequence[Segment]]) -> Iterator[str]:
    written = [each for each in marking.links if segments[each.source] and segments[each.target]]
    for number, link in enumerate(written, start=1):
        yield f"R{number}\t{link.label} Arg1:T{link.source + 1} Arg2:T{link.target + 1}"


def _values(
    marking: Marking, segments: Sequence[Sequence[Segment]], configuration: Configuration
) -> Iterator[str]:
    attributes: list[str] = []
    names: list[str] = []
    notes: list[str] = []
    for number, (mark, parts) in enumerate(zip(marking.marks, segments, strict=True), start=1):
        if parts:
            rest = dict(mark.values)
            attributes += _attributes(f"T{number}", rest, configuration)
            names += _name(f"T{number}", rest)
            notes += _notes(f"T{number}", rest)
    for sign, lines in (("A", attributes), ("N", names), ("#", notes)):
        yield from (f"{sign}{number}\t{line}" for number, line in enumerate(lines, start=1))


def _attributes(target: str, values: Record, configuration: Configuration) -> Iterator[str]:
    """The attributes among some values, which are taken from these."""
    for field in [each for each in values if is_attribute(each, values[each])]:
        value = values.pop(field)
        configuration.use(field, value)
        name = f"{attribute_name(field)} {target}"
        yield name if field in FLAGS else f"{name} {value}"


def _name(target: str, values: Record) -> Iterator[str]:
    if _is_line(values.get("name")):
        name = values.pop("name")
        yield f"Reference {target} {NAMES}:{name.replace(' ', '_')}\t{name}"


def _notes(target: str, values: Record) -> Iterator[str]:
    if _is_line(values.get("note")):
        yield f"{NOTE} {target}\t{values.pop('note')}"
    if values:
        yield f"{VALUES} {target}\t{json.dumps(values, ensure_ascii=False)}"


def _is_line(value: object) -> bool:
    """Whether a value is a text that a line holds as it is, with single blanks between words."""
    return isinstance(value, str) and bool(value) and value == " ".join(value.split())
