"""Articles as spaCy's documents: names in `doc.ents`, every layer in a span group of its own.

What stands on no token bounds is widened to whole tokens. What an annotation says, and where it
exactly stands, goes along in the attributes of its group, from which it comes back whole.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import get_lang_class

from annotations.formats.docbin_layout import (
    ARTICLE,
    ARTICLE_ID,
    ENTITIES,
    LAYERS,
    PARTS,
    RECORDS,
    SPANCAT,
    rejected,
)

Told = Counter[str]
"""How many spans were widened (`widened`), and names kept out of `doc.ents` (`overlapping`,
`blank`)."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark on whole tokens."""

    span: Span
    record: dict[str, Any] = field(default_factory=dict)


def blank_english() -> Language:
    """English as a pipeline that is to be trained tokenises it."""
    return get_lang_class("en")()


def doc_of(language: Language, request: Mapping[str, Any]) -> tuple[Doc, Told]:
    """The document of an article, and what became of its spans.

    Args:
        language: Tokenises.
        request: `text`, `article_id`, `article`, `cats`, `missing`, and `groups` of marks by
            name, each `{start, end, label, id, record}`.
    """
    doc = language.tokenizer(request["text"])
    told: Told = Counter()
    bounds = _Bounds(doc)
    groups = {
        name: [_placed(bounds, mark, told) for mark in marks]
        for name, marks in request["groups"].items()
    }
    entities = _chosen(groups[ENTITIES], told)
    doc.set_ents(entities, default="missing" if request["missing"] else "outside")
    _drop_contradictions(groups, entities)
    for name in (*LAYERS, *map(rejected, LAYERS), PARTS):
        doc.spans[name] = _group(doc, name, groups[name])
    layers = [each.span for name in LAYERS for each in groups[name]]
    doc.spans[SPANCAT] = SpanGroup(doc, name=SPANCAT, spans=layers)
    doc.cats = request["cats"]
    doc.user_data[ARTICLE_ID] = request["article_id"]
    doc.user_data[ARTICLE] = request["article"]
    return doc, told


class _Bounds:
    """Where the tokens of a document begin."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]

    def widened(self, start: int, end: int, label: str, span_id: str) -> Span:
        """The tokens that a stretch has something of; the blank after a token is of that token."""
        doc, first = self._doc, bisect_right(self._starts, start) - 1
        after = bisect_left(self._starts, end)
        if start >= doc[first].idx + len(doc[first]) and after > first + 1:
            first += 1
        return Span(doc, first, max(after, first + 1), label=label, span_id=span_id)


def _placed(bounds: _Bounds, mark: Mapping[str, Any], told: Told) -> _Placed:
    span = bounds.widened(mark["start"], mark["end"], mark["label"], mark["id"])
    told["widened"] += (span.start_char, span.end_char) != (mark["start"], mark["end"])
    if mark["record"] is None:
        return _Placed(span)
    return _Placed(span, {**mark["record"], "at": _place(span)})


def _place(span: Span) -> list[Any]:
    return [span.start_char, span.end_char, span.label_]


def _chosen(names: Sequence[_Placed], told: Told) -> list[Span]:
    """Names of which none overlaps another, longest first.

    spaCy's entity recogniser learns no name that begins or ends with blank space.
    """
    taken: list[Span] = []
    used: set[int] = set()
    for each in sorted(names, key=lambda each: (-len(each.span), each.span.start)):
        span = _without_blank(each.span)
        if span is None:
            told["blank"] += 1
        elif used.isdisjoint(range(span.start, span.end)):
            used.update(range(span.start, span.end))
            taken.append(span)
            if len(span) != len(each.span):
                each.record["ent"] = _place(span)
        else:
            told["overlapping"] += 1
    return taken


def _without_blank(span: Span) -> Span | None:
    words = [token.i for token in span if not token.is_space]
    if not words:
        return None
    return Span(span.doc, words[0], words[-1] + 1, label=span.label, span_id=span.id)


def _drop_contradictions(groups: Mapping[str, list[_Placed]], entities: Iterable[Span]) -> None:
    """Take rejected names out of their group that stand, widened, just where a name stands.

    spaCy refuses to learn that the same span is a name and none (its error E868). The record
    stays, without a place.
    """
    known = {tuple(_place(span)) for span in entities}
    for each in groups[rejected(ENTITIES)]:
        if tuple(each.record["at"]) in known:
            each.record["at"] = None


def _group(doc: Doc, name: str, placed: Sequence[_Placed]) -> SpanGroup:
    records = [each.record for each in placed if each.record]
    spans = [each.span for each in placed if each.record.get("at", True) is not None]
    return SpanGroup(doc, name=name, spans=spans, attrs={RECORDS: records})
