"""DocBins read back: closeread's own as they were, others as far as they say something.

In closeread's own, an annotation whose span was taken out of its group since then is gone, and a
span that was put into a group, into `sc` or into `doc.ents` is a suggestion.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.cleaning import cleaned
from annotations.formats.docbin_layout import ARTICLE, ARTICLE_ID, LAYERS, PARTS, SPANCAT, rejected
from annotations.formats.marking import Mark, Marking, annotations_from
from annotations.model import Annotation, Layer, Status
from annotations.offsets import check
from annotations.records import Record, annotation_from_record
from annotations.sources import folders
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of
from annotations.text import clean, clean_line

_Place = tuple[int, int, str]
"""Where a span begins and ends, and its label."""

_OWN = {name: (Layer(name), False) for name in LAYERS} | {
    rejected(name): (Layer(name), True) for name in LAYERS
}
"""The groups that closeread writes, with whether what is in them was rejected."""

_YES = 0.5
"""From which score on an article is of a category, as spaCy's own threshold."""


def read(given: Input) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read the documents of a DocBin; what cannot be read is told in its place."""
    with given.path() as path:
        yield from _read_files([path], name=given.name)


def read_folder(folder: Path) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read all DocBins of a folder and of the folders in it."""
    yield from _read_files(
        folders.files(folder, is_wanted=lambda name: name.lower().endswith(".spacy"))
    )


def _read_files(
    files: Iterable[Path | SourceError], *, name: str | None = None
) -> Iterator[AnnotatedArticle | CloseReadError]:
    from annotations.detect.docbins import DocBinReader

    with DocBinReader() as reader:
        for each in files:
            if isinstance(each, Path):
                yield from _read_file(reader.records(each), name or clean_line(str(each)))
            else:
                yield each


def _read_file(
    records: Iterable[Mapping[str, Any]], name: str
) -> Iterator[AnnotatedArticle | CloseReadError]:
    for number, record in enumerate(records, start=1):
        if "error" in record:
            reason = clean_line(record["error"])
            yield SourceError(f"{name} cannot be read as a DocBin of spaCy ({reason}).")
        else:
            yield from _named(articles_of(record), f"{name}, document {number}")


def _named(
    found: Iterable[AnnotatedArticle | CloseReadError], where: str
) -> Iterator[AnnotatedArticle | CloseReadError]:
    for each in found:
        if isinstance(each, AnnotatedArticle):
            yield each
        else:
            yield SourceError(f"{where}: {each.message.removesuffix('.')}.")


def articles_of(document: Mapping[str, Any]) -> Iterator[AnnotatedArticle | CloseReadError]:
    """The article of a document, after the errors of what in it cannot be read.

    Args:
        document: As `annotations.detect.docbin_reader` prints it.
    """
    text = clean(document["text"])
    try:
        article = article_of(_about(document) | {"text": text})
    except CloseReadError as error:
        yield error
        return
    kept: list[Annotation] = []
    for each in _found(document, text):
        if isinstance(each, CloseReadError):
            yield each
        else:
            kept.append(each)
    kept.sort(key=_order)
    yield AnnotatedArticle(article=article, annotations=tuple(kept))


def _order(annotation: Annotation) -> tuple[int, int, int]:
    """As a store has them."""
    return list(Layer).index(annotation.layer), annotation.start, annotation.end


def _about(document: Mapping[str, Any]) -> Record:
    """What is known of the article. A category that is scored says whether a tag holds."""
    data = document["user_data"]
    own = data.get(ARTICLE)
    about = dict(own) if isinstance(own, dict) else dict(data)
    about["id"] = data.get(ARTICLE_ID, about.get("id"))
    tags = about.get("tags")
    scores: Mapping[str, float] = document["cats"]
    kept = [each for each in tags if scores.get(each, 1) >= _YES] if isinstance(tags, list) else []
    more = [name for name, score in scores.items() if score >= _YES and name not in kept]
    return about | {"tags": kept + more}


def _found(document: Mapping[str, Any], text: str) -> Iterator[Annotation | CloseReadError]:
    groups: Mapping[str, Any] = document["groups"]
    own = {name: groups[name] for name in _OWN if _is_own(groups.get(name))}
    known: set[_Place] = set()
    marks: list[Mark] = []
    for name, group in own.items():
        left = Counter(map(_place, group["spans"]))
        for record in group["records"]:
            known |= {place for key in ("at", "ent") if (place := _recorded(record, key))}
            if _is_there(_recorded(record, "at"), left):
                yield _own_annotation(text, _OWN[name][0], record)
        is_rejected = _OWN[name][1]
        marks += _new(group["spans"], left, name, is_rejected=is_rejected)
        known |= set(left)
    if own:
        known |= set(map(_place, groups.get(PARTS, {"spans": ()})["spans"]))
    marks += _foreign(document, own, known)
    for each in annotations_from(text, Marking(tuple(marks), ())):
        yield cleaned(each, text) if isinstance(each, Annotation) else each


def _is_own(group: Any) -> bool:
    return group is not None and isinstance(group["records"], list)


def _is_there(place: _Place | None, left: Counter[_Place]) -> bool:
    """Whether a record's span is still in its group, or never was; it is counted off."""
    if place is None:
        return True
    left[place] -= 1
    return left[place] >= 0


def _place(span: Sequence[Any]) -> _Place:
    start, end, label = span[:3]
    return start, end, label


def _recorded(record: Any, key: str) -> _Place | None:
    match record.get(key) if isinstance(record, dict) else None:
        case [int(start), int(end), str(label)]:
            return start, end, label
    return None


def _own_annotation(text: str, layer: Layer, record: Any) -> Annotation | CloseReadError:
    try:
        annotation = annotation_from_record(layer, record)
        check(annotation, text)
    except CloseReadError as error:
        return error
    return cleaned(annotation, text)


def _new(
    spans: Iterable[Sequence[Any]], left: Counter[_Place], group: str, *, is_rejected: bool
) -> Iterator[Mark]:
    """The spans of a group that no record is of."""
    for span in spans:
        place = _place(span)
        if left[place] > 0:
            left[place] -= 1
            yield _mark(span, group, is_rejected=is_rejected)


def _foreign(
    document: Mapping[str, Any], own: Mapping[str, Any], known: set[_Place]
) -> Iterator[Mark]:
    """Names and spans that are not known yet; the same in several places is one."""
    groups: Mapping[str, Any] = document["groups"]
    listed = [("ents", document["ents"])]
    listed += [(name, each["spans"]) for name, each in groups.items() if name not in own]
    listed.sort(key=lambda each: each[0] == SPANCAT)
    for name, spans in listed:
        for span in spans:
            if _place(span) not in known:
                known.add(_place(span))
                yield _mark(span, name)


def _mark(span: Sequence[Any], group: str, *, is_rejected: bool = False) -> Mark:
    start, end, label, span_id, kb_id = span
    label = clean_line(label) or clean_line(group) or "SPAN"
    values: Record = {"status": Status.REJECTED} if is_rejected else {}
    if span_id:
        values["name"] = span_id
    if kb_id:
        values["note"] = f"Knowledge base: {kb_id}"
    return Mark(start=start, end=end, label=label, values=values)
