"""doccano's JSON lines, as closeread wrote them, as doccano exports them, or as it takes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotations.errors import CloseReadError, RecordShapeError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.foreign_marks import link_between, sound_annotations
from annotations.formats.marking import Link, Mark, Marking
from annotations.model import Annotation, Article, Status
from annotations.records import Record
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of, read_records
from annotations.text import clean, clean_line

KEPT = "closeread"
"""The field with the values of annotations, each with what it is found again by."""

_SPANS = ("entities", "label", "labels", "annotations")
"""Where stretches may be: with relations, without, and in versions before 1.5."""
_TAGS = ("tags", "cats", "label", "labels")
_APPROVERS = ("annotation_approver", "approved_by", "approver")
_ID, _NOTE = "article_id", "note"

Found = AnnotatedArticle | CloseReadError


def read(given: Input) -> Iterator[Found]:
    """Read an article a line; stretches that do not fit the text are told one by one."""
    for line in read_records(given.lines(), given.name, make=lambda each: each):
        if isinstance(line, CloseReadError):
            yield line
        else:
            yield from _found(line, given.name)


def _found(record: Record, name: str) -> Iterator[Found]:
    meta = record.get("meta")
    record = {**meta, **record} if isinstance(meta, dict) else record
    try:
        article = _article(record)
    except SourceError as error:
        yield SourceError(f"{name}: {error.message.removesuffix('.')}.")
        return
    where = f"{name}, article {article.id}"
    annotations: list[Annotation] = []
    for each in _annotations(record, article.text, where):
        if isinstance(each, CloseReadError):
            yield each
        else:
            annotations.append(each)
    yield AnnotatedArticle(article=article, annotations=tuple(annotations))


def _article(record: Record) -> Article:
    """The article of a line. doccano's own ids are numbers, which each project counts anew.

    Raises:
        SourceError: If it has no text.
    """
    own = record.get(_ID, record.get("id"))
    about = {**record, "id": own if isinstance(own, str) else None}
    about["tags"] = list(dict.fromkeys(_tags(record)))
    notes = [_comment(each) for each in _listed(record.get("Comments"))]
    stated = record.get(_NOTE)
    about[_NOTE] = "\n".join(filter(None, [stated if isinstance(stated, str) else "", *notes]))
    return article_of(about)


def _tags(record: Record) -> Iterator[str]:
    for field in _TAGS:
        value = record.get(field)
        if isinstance(value, dict):  # as spaCy has categories
            value = [name for name, holds in value.items() if holds]
        yield from (each for each in _listed(value) if isinstance(each, str))


def _listed(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, str) and value else []


def _comment(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("text", value.get("comment"))
    return clean(value).strip() if isinstance(value, str) else ""


def _annotations(record: Record, text: str, where: str) -> Iterator[Annotation | CloseReadError]:
    kept = _kept(record)
    marks: list[Mark] = []
    places: dict[object, int] = {}
    for each in (span for field in _SPANS for span in _listed(record.get(field))):
        if isinstance(each, str):
            continue  # a tag
        try:
            id_, mark = _mark(each, text)
        except RecordShapeError as error:
            yield SourceError(f"{where}: {error.message}.")
            continue
        values = kept.get((mark.start, mark.end, mark.label), [])
        if id_ is not None:
            places[id_] = len(marks)
        marks.append(
            Mark(
                start=mark.start,
                end=mark.end,
                label=mark.label,
                values=values.pop(0) if values else {},
            )
        )
    links: list[Link] = []
    for each in _listed(record.get("relations")):
        link = _link(each, marks, places)
        if isinstance(link, Link):
            links.append(link)
        else:
            yield SourceError(f"{where}: {link}.")
    marking = Marking(tuple(marks), tuple(links))
    yield from sound_annotations(text, marking, name=where, defaults=_decided(record))


def _decided(record: Record) -> Record:
    """What holds of all annotations of a line that someone has approved."""
    for field in _APPROVERS:
        approver = record.get(field)
        if isinstance(approver, str) and clean_line(approver):
            return {"status": Status.ADDED, "annotator": clean_line(approver)}
    return {}


def _kept(record: Record) -> dict[object, list[Record]]:
    """The values of annotations by where they stand and their labels."""
    found: dict[object, list[Record]] = {}
    for each in _listed(record.get(KEPT)):
        if isinstance(each, dict) and isinstance(each.get("values"), dict):
            place = (each.get("start"), each.get("end"), each.get("label"))
            if all(isinstance(part, int | str) for part in place):
                found.setdefault(place, []).append(each["values"])
    return found


def _mark(span: object, text: str) -> tuple[object, Mark]:
    """A stretch in either shape, with its id if it has one.

    Raises:
        RecordShapeError: If it is neither, or not in the text.
    """
    id_: object = None
    if isinstance(span, dict):
        id_ = span.get("id")
        span = [span.get("start_offset"), span.get("end_offset"), span.get("label")]
    if not isinstance(span, list) or len(span) != 3 or not isinstance(span[2], str):
        raise RecordShapeError(f"{clean_line(str(span))[:80]} is no stretch with a label")
    start, end, label = span
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise RecordShapeError(
            f"{clean_line(label)[:40]} at [{start}, {end}) is no stretch of a text of {len(text)}"
        )
    return id_ if isinstance(id_, int | str) else None, Mark(
        start=start, end=end, label=clean_line(label)
    )


def _link(relation: object, marks: list[Mark], places: Mapping[object, int]) -> Link | str:
    """The link that a relation is, or why it is none."""
    if not isinstance(relation, dict):
        return f"{clean_line(str(relation))[:80]} is no relation"
    ends = [places.get(_key(relation.get(name))) for name in ("from_id", "to_id")]
    name = clean_line(str(relation.get("type")))
    source, target = ends
    if source is None or target is None:
        return f"the relation {name} is about a stretch that cannot be read"
    link = link_between(name, (source, marks[source].label), (target, marks[target].label))
    return link or f"{marks[source].label} has nothing that is called {name}"


def _key(value: object) -> object:
    return value if isinstance(value, int | str) else None
