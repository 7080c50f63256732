"""Web Annotations are what the Recommendation says, and linked data."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from annotations.errors import UsageError
from annotations.formats import AnnotatedArticle, Writing
from annotations.formats.marking import marking_of
from annotations.formats.web_annotation import write
from annotations.model import Article, Entity, Quote, Span, Status
from tests.annotations.formats.anno_context import CONTEXT, URL
from tests.annotations.formats.hard_articles import hard_articles

OA = "http://www.w3.org/ns/oa#"


def exported(articles: Sequence[AnnotatedArticle], **settings: str) -> Any:
    return json.loads("".join(map(str, write(articles, Writing(settings=settings)))))


def textual(purpose: str, value: str, **more: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
    } | more


def where(start: int, end: int, exact: str, prefix: str, suffix: str) -> dict[str, object]:
    return {
        "source": "https://x.example/1?a=b%20c",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
        ],
    }


def test_a_quote_is_classified_and_linked_to_its_speaker() -> None:
    text = "😊 “No”, said Mara."
    quote = Quote(
        start=2,
        end=6,
        text="“No”",
        type="direct",
        speaker=Span(start=13, end=17, text="Mara"),
        status=Status.CORRECTED,
        annotator="Ana B.",
        detector="md 3.7.1",
        tags=("check",),
        note="sure?",
    )
    article = Article(
        id="a 1",
        text=text,
        title="No",
        url="https://x.example/1?a=b c",
        language="en",
        tags=("aid",),
    )
    context = ["http://www.w3.org/ns/anno.jsonld", {"closeread": "urn:closeread:"}]
    assert exported([AnnotatedArticle(article=article, annotations=(quote,))]) == [
        {
            "@context": context,
            "id": "urn:closeread:article:a%201:about",
            "type": "Annotation",
            "motivation": "describing",
            "body": [textual("describing", text, language="en"), textual("tagging", "aid")],
            "target": {"source": "https://x.example/1?a=b%20c"},
            "closeread:id": "a 1",
            "closeread:title": "No",
            "closeread:url": "https://x.example/1?a=b c",
            "closeread:language": "en",
        },
        {
            "@context": context,
            "id": "urn:closeread:annotation:a%201:1",
            "type": "Annotation",
            "motivation": "classifying",
            "creator": {
                "id": "urn:closeread:person:Ana%20B.",
                "type": "Person",
                "name": "Ana B.",
            },
            "generator": {
                "id": "urn:closeread:detector:md%203.7.1",
                "type": "Software",
                "name": "md 3.7.1",
            },
            "body": [
                textual("classifying", "QUOTE_DIRECT"),
                textual("tagging", "check"),
                textual("commenting", "sure?"),
                {
                    "type": "SpecificResource",
                    "purpose": "linking",
                    "closeread:role": "speaker",
                    **where(13, 17, "Mara", "😊 “No”, said ", "."),
                },
            ],
            "target": where(2, 6, "“No”", "😊 ", ", said Mara."),
            "closeread:article": "a 1",
            "closeread:status": "corrected",
        },
    ]


def test_a_name_is_identified_in_an_article_without_address() -> None:
    name = Entity(start=0, end=4, text="Mara", label="PERSON", name="Mara Dell")
    article = AnnotatedArticle(article=Article(id="a/1", text="Mara"), annotations=(name,))
    (found,) = exported([article], texts="no")
    assert found["body"] == [textual("classifying", "PERSON"), textual("identifying", "Mara Dell")]
    assert found["target"]["source"] == "urn:closeread:article:a%2F1"


def test_no_articles_are_an_empty_array() -> None:
    assert exported([]) == []


def test_there_is_one_choice_of_texts() -> None:
    with pytest.raises(UsageError, match="texts=yes"):
        exported([], texts="yes")


def test_linked_data_tools_find_every_span_label_and_link() -> None:
    pyld = pytest.importorskip("pyld")
    rdflib = pytest.importorskip("rdflib")

    def offline(url: str, options: object) -> dict[str, object]:
        assert url == URL
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": {"@context": CONTEXT},
            "contentType": "application/ld+json",
        }

    (hard, *_) = hard_articles()
    options = {"documentLoader": offline, "format": "application/n-quads"}
    triples = pyld.jsonld.to_rdf(exported([hard]), options)
    graph = rdflib.Graph().parse(data=triples, format="nt")
    rows = graph.query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?annotation ?label ?start ?end ?exact WHERE {
            ?annotation oa:hasBody [oa:hasPurpose oa:classifying; rdf:value ?label];
                oa:hasTarget [oa:hasSelector [oa:start ?start; oa:end ?end];
                    oa:hasSelector [oa:exact ?exact]].
        }
        """
    )
    marking = marking_of(hard.annotations)
    text = hard.article.text
    marks = marking.marks[: len(hard.annotations)]
    assert {(str(r.label), int(r.start), int(r.end), str(r.exact)) for r in rows} == {
        (each.label, each.start, each.end, text[each.start : each.end]) for each in marks
    }
    linked = graph.query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?annotation ?role ?start ?end WHERE {
            ?annotation oa:hasBody [oa:hasPurpose oa:linking; <urn:closeread:role> ?role;
                oa:hasSelector [oa:start ?start; oa:end ?end]].
        }
        """
    )
    wanted = [
        (link.label.lower(), marking.marks[link.target].start, marking.marks[link.target].end)
        for link in marking.links
    ]
    assert sorted((str(r.role), int(r.start), int(r.end)) for r in linked) == sorted(wanted)
    (described,) = graph.query(
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        SELECT ?text WHERE { ?a oa:hasBody [oa:hasPurpose oa:describing; rdf:value ?text] }
        """
    )
    assert str(described.text) == text
