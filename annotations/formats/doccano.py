"""doccano's JSON lines: a text with labelled stretches a line, and the relations between them.

https://doccano.github.io/doccano/ and `backend/data_import`, `backend/data_export` of doccano.
Offsets are code points. All other fields of a line are metadata to doccano, which it shows to
annotators and writes again when it exports; so the article and the values of annotations come
back from there. Lines are ASCII with escapes, since doccano guesses a file's charset if it is not
told, and guesses wrong. Stretches overlap, which a project of doccano's has to allow.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from annotations.errors import UsageError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.doccano_reading import KEPT, read
from annotations.formats.format import Format, Writing
from annotations.formats.marking import label_of, marking_of, values_of
from annotations.formats.shared_marks import with_shared_marks
from annotations.model import Annotation, Article, Status
from annotations.records import Record, annotation_record, article_record

_SELDOM = ("updated", "section", "read_from", "sha256", "state")
"""Fields that the native format leaves out where they say nothing."""

_SHAPES = ("relations", "spans", "tags")


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """Yield a line an article."""
    shape = writing.settings.get("shape", _SHAPES[0])
    if shape not in _SHAPES:
        raise UsageError(
            f"There is no shape {shape!r}.", hint=f"Choose one of: {', '.join(_SHAPES)}."
        )
    ids = 1
    for each in articles:
        kept = [one for one in each.annotations if one.status is not Status.REJECTED]
        writing.losses.add("{} annotations that were rejected", len(each.annotations) - len(kept))
        if shape == "relations":
            labels = _relations(kept, first=ids)
            ids += len(labels["entities"]) + len(labels["relations"])
        elif shape == "spans":
            labels = _spans(kept)
        else:
            labels = {"label": list(each.article.tags)}
            writing.losses.add("{} names, quotes and figures", len(kept))
        record = {"text": each.article.text, **labels, **_about(each.article, shape)}
        yield json.dumps(record) + "\n"


def _relations(annotations: Sequence[Annotation], *, first: int) -> Record:
    """Marks and links, with ids that no other in the file has."""
    marking = with_shared_marks(marking_of(annotations))
    entities = [
        {"id": number, "label": mark.label, "start_offset": mark.start, "end_offset": mark.end}
        for number, mark in enumerate(marking.marks, start=first)
    ]
    relations = [
        {
            "id": number,
            "from_id": first + link.source,
            "to_id": first + link.target,
            "type": link.label,
        }
        for number, link in enumerate(marking.links, start=first + len(entities))
    ]
    kept = [_kept(mark.annotation, dict(mark.values)) for mark in marking.marks if mark.annotation]
    return {"entities": entities, "relations": relations, KEPT: kept}


def _spans(annotations: Sequence[Annotation]) -> Record:
    """Labelled stretches alone; what annotations are linked to is kept with their values."""
    label = [[each.start, each.end, label_of(each)] for each in annotations]
    parts = [annotation_record(each) for each in annotations]
    kept = [
        _kept(
            each,
            values_of(each) | {name: part for name, part in record.items() if _is_part(name, part)},
        )
        for each, record in zip(annotations, parts, strict=True)
    ]
    return {"label": label, KEPT: kept}


def _is_part(name: str, value: object) -> bool:
    return isinstance(value, dict) or (name in ("num_start", "num_end") and value is not None)


def _kept(annotation: Annotation, values: Record) -> Record:
    """What is kept of an annotation, with what it is found again by."""
    return {
        "start": annotation.start,
        "end": annotation.end,
        "label": label_of(annotation),
        "values": values,
    }


def _about(article: Article, shape: str) -> Record:
    """What is said about an article, each field in every line: doccano makes a table of them.

    The article's id has another name, since doccano gives ids itself.
    """
    said = dict.fromkeys(_SELDOM) | article_record(article)
    del said["text"], said["id"]
    tags = said.pop("tags")
    return {"article_id": article.id, **said, **({} if shape == "tags" else {"cats": tags})}


FORMAT = Format(
    name="doccano",
    title="JSON lines for doccano, with relations",
    suffix=".jsonl",
    carries=everything_but("entities.known_as"),
    cannot="what was rejected",
    write=write,
    read=read,
    settings={
        "shape": "relations: stretches and links, for a project with relation labelling; "
        "spans: stretches alone, for sequence labelling; tags: the articles' tags, for text "
        "classification"
    },
)
