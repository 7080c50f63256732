"""What of articles and annotations a format carries, and what it leaves behind.

Everything that the native format carries has a name: `article.title`, a layer as a whole
(`quotes`), a field of its annotations (`quotes.cue`). A format says which of them it holds; from
that follows what an export reports as lost, and what comes back from a round trip.
"""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, replace
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any

from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.losses import Losses
from annotations.model import ANNOTATION_TYPES, Annotation, Article, Layer

_NOT_EXPORTED = {"text", "version", "origin"}

_WORDS: Mapping[Layer, str] = MappingProxyType(
    {Layer.ENTITIES: "names", Layer.QUOTES: "quotes", Layer.CASUALTIES: "figures"}
)

_CALLED = {"read_from": "origin", "sha256": "hash", "date_iso": "day"}
"""What fields are called in words, where that is not their name."""


def _defaults(kind: type[Article] | type[Annotation], *, but: set[str]) -> dict[str, Any]:
    """The fields of a kind, each with the value that says nothing; `MISSING` if there is none."""
    return {each.name: each.default for each in fields(kind) if each.name not in but}


_ARTICLE = _defaults(Article, but=_NOT_EXPORTED)
_LAYERS = {
    layer: _defaults(kind, but={"text", "start", "end"}) for layer, kind in ANNOTATION_TYPES.items()
}

EVERYTHING = frozenset(
    (
        *(f"article.{name}" for name in _ARTICLE),
        *Layer,
        *(f"{layer}.{name}" for layer, names in _LAYERS.items() for name in names),
        f"{Layer.ENTITIES}.{KNOWN_AS}",
    )
)
"""The names of all that there is to carry."""


def only(*patterns: str) -> frozenset[str]:
    """The names that fit one of some patterns, such as `entities`, `entities.*` or `*.status`.

    Raises:
        ValueError: If a pattern fits none.
    """
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in EVERYTHING):
            raise ValueError(f"{pattern!r} is nothing that there is to carry.")
    return frozenset(name for name in EVERYTHING if any(fnmatchcase(name, p) for p in patterns))


def everything_but(*patterns: str) -> frozenset[str]:
    """All names but those that fit one of some patterns.

    Raises:
        ValueError: If a pattern fits none.
    """
    return EVERYTHING - only(*patterns) if patterns else EVERYTHING


def count_lost(annotated: AnnotatedArticle, carries: frozenset[str], losses: Losses) -> None:
    """Count what a format leaves behind of an article: whatever says something and is not held."""
    for name, default in _ARTICLE.items():
        if f"article.{name}" not in carries and getattr(annotated.article, name) != default:
            losses.add(f"the {_said(name)} of {{}} articles")
    for annotation in annotated.annotations:
        for name in _lost(annotated, annotation, carries):
            losses.add(name)


def _lost(
    annotated: AnnotatedArticle, annotation: Annotation, carries: frozenset[str]
) -> Iterable[str]:
    layer = annotation.layer
    words = _WORDS[layer]
    if layer not in carries:
        return [f"{{}} {words}"]
    lost = [
        f"the {_said(name)} of {{}} {words}"
        for name, default in _LAYERS[layer].items()
        if f"{layer}.{name}" not in carries and getattr(annotation, name) != default
    ]
    if f"{layer}.{KNOWN_AS}" not in carries and KNOWN_AS in annotated.record_of(annotation):
        lost.append(f"what {{}} {words} are known as in other articles")
    return lost


def _said(field: str) -> str:
    return _CALLED.get(field, field.replace("_", " "))


def stripped(annotated: AnnotatedArticle, carries: frozenset[str]) -> AnnotatedArticle:
    """What is left of an article when only some of it is carried.

    Fields that are not carried say nothing afterwards; those that always say something (a label)
    stay as they are.
    """
    kept = [each for each in annotated.annotations if each.layer in carries]
    return AnnotatedArticle(
        article=replace(annotated.article, **_emptied("article", _ARTICLE, carries)),
        annotations=tuple(
            replace(each, **_emptied(each.layer, _LAYERS[each.layer], carries)) for each in kept
        ),
    )


def _emptied(prefix: str, defaults: Mapping[str, Any], carries: frozenset[str]) -> dict[str, Any]:
    return {
        name: default
        for name, default in defaults.items()
        if f"{prefix}.{name}" not in carries and default is not MISSING
    }
