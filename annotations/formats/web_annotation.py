"""Annotations of the web after the W3C's Recommendation, as JSON-LD: an array, one a line.

An array is what Recogito and Annotorious read and write. Before an article's annotations stands one
that describes the article, with its text, since the others only point into it. Positions are code
points, as the Recommendation counts. What its vocabulary has no word for is under `closeread:`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from annotations.errors import UsageError
from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.format import Format, Writing
from annotations.formats.marking import Link, Mark, Marking, marking_of
from annotations.formats.text_selectors import selectors
from annotations.formats.web_annotation_items import (
    ARTICLE,
    CLASSIFYING,
    COMMENTING,
    DESCRIBING,
    IDENTIFYING,
    LINKING,
    OWN,
    ROLE,
    TAGGING,
    VOCABULARY,
)
from annotations.formats.web_annotation_reading import read, read_onto
from annotations.model import Article
from annotations.records import Record, article_record

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"closeread": VOCABULARY}]

TEXTS = "texts"
_NO = "no"

_IRI_SAFE = "!#$%&'()*+,/:;=?@[]~"
_BODIES = ("name", "tags", "note", "annotator", "detector")
"""Values that the Recommendation has words for."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """Yield the array, an article at a time.

    Raises:
        UsageError: If a setting is unknown.
    """
    texts = writing.settings.get(TEXTS, "")
    if texts not in ("", _NO):
        raise UsageError(f"--set {TEXTS}={texts} is nothing.", hint=f"It takes: {_NO}.")
    between = "[\n"
    for each in articles:
        for record in _Annotations(annotated=each, with_text=not texts):
            yield between + json.dumps({"@context": CONTEXT} | record, ensure_ascii=False)
            between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Annotations:
    """The annotations of one article."""

    annotated: AnnotatedArticle
    with_text: bool

    def __iter__(self) -> Iterator[Record]:
        if self.with_text:
            yield self._description()
        marking = marking_of(self.annotated.annotations)
        links: dict[int, list[Link]] = {}
        for link in marking.links:
            links.setdefault(link.source, []).append(link)
        for number, mark in enumerate(marking.marks[: len(self.annotated.annotations)], start=1):
            yield self._annotation(number, mark, links.get(number - 1, []), marking)

    @property
    def _article(self) -> Article:
        return self.annotated.article

    @property
    def _source(self) -> str:
        """The IRI of the article: its address, or else one made of its id."""
        url = self._article.url
        return quote(url, safe=_IRI_SAFE) if url and ":" in url else _urn("article", self._article)

    def _description(self) -> Record:
        """What is known of the article."""
        article = self._article
        text: Record = _body(DESCRIBING, article.text)
        said = article_record(article)
        own = {name: said[name] for name in said if name not in ("text", "tags", "note")}
        return {
            "id": f"{_urn('article', article)}:about",
            "type": "Annotation",
            "motivation": DESCRIBING,
            "body": [
                text | ({"language": article.language} if article.language else {}),
                *(_body(TAGGING, tag) for tag in article.tags),
                *([_body(COMMENTING, article.note)] if article.note else []),
            ],
            "target": {"source": self._source},
            **{f"{OWN}{name}": value for name, value in own.items() if value not in (None, [], "")},
        }

    def _annotation(self, number: int, mark: Mark, links: list[Link], marking: Marking) -> Record:
        values = mark.values
        own = {name: value for name, value in values.items() if name not in _BODIES}
        assert mark.annotation is not None
        known_as = self.annotated.record_of(mark.annotation).get(KNOWN_AS)
        return {
            "id": f"{_urn('annotation', self._article)}:{number}",
            "type": "Annotation",
            "motivation": CLASSIFYING,
            **_agents(values.get("annotator"), values.get("detector")),
            "body": [
                _body(CLASSIFYING, mark.label),
                *([_body(IDENTIFYING, values["name"])] if "name" in values else []),
                *(_body(TAGGING, tag) for tag in values.get("tags", ())),
                *([_body(COMMENTING, values["note"])] if "note" in values else []),
                *(self._linked(link, marking.marks[link.target]) for link in links),
            ],
            "target": self._target(mark),
            ARTICLE: self._article.id,
            **{f"{OWN}{name}": value for name, value in own.items()},
            **({} if known_as is None else {f"{OWN}{KNOWN_AS}": known_as}),
        }

    def _target(self, mark: Mark) -> Record:
        listed = selectors(self._article.text, mark.start, mark.end)
        return {"source": self._source, "selector": listed}

    def _linked(self, link: Link, part: Mark) -> Record:
        """A part of a quote or figure, as another stretch of the same article."""
        role = {"type": "SpecificResource", "purpose": LINKING, ROLE: link.label.lower()}
        return role | self._target(part)


def _urn(kind: str, article: Article) -> str:
    return f"{VOCABULARY}{kind}:{quote(article.id, safe='')}"


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _agents(annotator: str | None, detector: str | None) -> Record:
    """The person and the machine, with IRIs of their own."""
    agents: Record = {}
    if annotator is not None:
        person = f"{VOCABULARY}person:{quote(annotator, safe='')}"
        agents["creator"] = {"id": person, "type": "Person", "name": annotator}
    if detector is not None:
        machine = f"{VOCABULARY}detector:{quote(detector, safe='')}"
        agents["generator"] = {"id": machine, "type": "Software", "name": detector}
    return agents


FORMAT = Format(
    name="w3c",
    title="the W3C's Web Annotations as JSON-LD, for Recogito and linked data",
    suffix=".jsonld",
    carries=everything_but(),
    write=write,
    read=read,
    read_onto=read_onto,
    settings={TEXTS: "no, for annotations alone, without one that has its article's text"},
)
