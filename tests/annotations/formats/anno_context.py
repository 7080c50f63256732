"""The terms of the W3C's context for annotations that exports use, for readers without a network.

After https://www.w3.org/ns/anno.jsonld.
"""

from typing import Any

URL = "http://www.w3.org/ns/anno.jsonld"


def _reference(term: str, kind: str = "@id") -> dict[str, str]:
    return {"@id": term, "@type": kind}


CONTEXT: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in (
            *("Annotation", "TextualBody", "SpecificResource"),
            *("TextPositionSelector", "TextQuoteSelector"),
            *("classifying", "commenting", "describing", "identifying", "linking", "tagging"),
            *("exact", "prefix", "suffix"),
        )
    },
    "Person": "foaf:Person",
    "Software": "as:Application",
    "body": _reference("oa:hasBody"),
    "target": _reference("oa:hasTarget"),
    "source": _reference("oa:hasSource"),
    "selector": _reference("oa:hasSelector"),
    "motivation": _reference("oa:motivatedBy", "@vocab"),
    "purpose": _reference("oa:hasPurpose", "@vocab"),
    "start": _reference("oa:start", "xsd:nonNegativeInteger"),
    "end": _reference("oa:end", "xsd:nonNegativeInteger"),
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "name": "foaf:name",
    "creator": _reference("dcterms:creator"),
    "generator": _reference("as:generator"),
}
