"""The three layers and what is known of an article as types and features of a UIMA CAS.

Names are DKPro Core's `NamedEntity`, which INCEpTION shows as its layer of names. Quotes, figures
and the parts of both are span layers that INCEpTION makes when it imports the type system: it takes
types whose features are strings, integers, floats, booleans, arrays of strings, or slots, which are
arrays of a type with a `role` and a `target`
(`TypeSystemAnalysis` in its source). What a quote or figure has is in such slots, `parts`.
"""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType

from annotations.formats.annotated import KNOWN_AS
from annotations.formats.marking import FIGURE, PARTS, QUOTE
from annotations.model import ANNOTATION_TYPES, Annotation, Article, Count, Layer

NAME = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
SPEECH, CASUALTIES = "custom.Quote", "custom.CasualtyFigure"
PART = "custom.Part"
"""A stretch of text that belongs to a quote or figure: its speaker, its number."""
ABOUT = "custom.Article"
"""What is known of the article; an `AnnotationBase`, as INCEpTION's document metadata are."""

LAYER_TYPES: Mapping[Layer, str] = MappingProxyType(
    {Layer.ENTITIES: NAME, Layer.QUOTES: SPEECH, Layer.CASUALTIES: CASUALTIES}
)
LINK_TYPES: Mapping[str, str] = MappingProxyType(
    {SPEECH: "custom.QuotePartsLink", CASUALTIES: "custom.CasualtyFigurePartsLink"}
)
KIND_FEATURES: Mapping[str, str] = MappingProxyType(
    {NAME: "value", SPEECH: "kind", CASUALTIES: "category"}
)
"""The feature that says what a name, quote or figure is; `type` is a word of UIMA's own."""
LABEL_PREFIXES: Mapping[str, str] = MappingProxyType({NAME: "", SPEECH: QUOTE, CASUALTIES: FIGURE})

PARTS_FEATURE, ROLE, TARGET, LABEL = "parts", "role", "target", "label"

STRING, INTEGER, FLOAT = "uima.cas.String", "uima.cas.Integer", "uima.cas.Float"
BOOLEAN, STRINGS = "uima.cas.Boolean", "uima.cas.StringArray"

LARGEST = 2**31 - 1
"""What an `Integer` of UIMA holds."""

FEATURE_NAMES: Mapping[str, str] = MappingProxyType({"id": "closeread_id", "name": "identifier"})
"""What fields are called where that is not their name; ids are longer than an `Integer`."""

DOCUMENT_FEATURES: Mapping[str, str] = MappingProxyType(
    {"id": "documentId", "title": "documentTitle", "url": "documentUri"}
)
"""The features of DKPro Core's metadata that say the same as fields of an article."""


def _range(declared: object) -> str:
    """The type of a feature that holds a field."""
    if declared == tuple[str, ...]:
        return STRINGS
    ranges: dict[object, str] = {bool: BOOLEAN, int | None: INTEGER, float | None: FLOAT}
    return ranges.get(declared, STRING)


def _features(kind: type[Annotation], layer: Layer) -> dict[str, str]:
    """The features of a layer's type beside its kind and its parts, each with its range."""
    left_out = {"start", "end", "text", "num_start", "num_end", kind.kind_field, *PARTS[layer]}
    found: dict[str, str] = {}
    for field in fields(kind):
        if field.type is Count:
            found |= dict.fromkeys(("count_low", "count_high", "count_best"), INTEGER)
        elif field.name not in left_out:
            found[field.name] = STRING if field.name == "id" else _range(field.type)
    return found | ({KNOWN_AS: STRING} if layer is Layer.ENTITIES else {})


FEATURES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {LAYER_TYPES[layer]: _features(kind, layer) for layer, kind in ANNOTATION_TYPES.items()}
)
"""For each of the three types the names of fields, with the range of the feature of each."""

ABOUT_FEATURES: Mapping[str, str] = MappingProxyType(
    {
        field.name: _range(field.type)
        for field in fields(Article)
        if field.name not in {"text", "version", "origin"}
    }
)
