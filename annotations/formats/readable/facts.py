"""What an article and its annotations say, in words for people."""

from collections.abc import Mapping
from dataclasses import fields

from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.losses import Losses
from annotations.formats.marking import PARTS, values_of
from annotations.model import Annotation, Article, Layer, Quote, Span, Status

_MACHINES = ("id", "detector", "rule", "confidence")

CARRIES = everything_but(
    *(f"{layer}.{name}" for layer in Layer for name in _MACHINES),
    "quotes.speaker_rule",
    "casualties.num_*",
)
"""All but what only machines ask for."""

_UNSAID = {*_MACHINES, "speaker_rule"}
_FROM_OUTSIDE = (Layer.QUOTES, Layer.CASUALTIES, Layer.ENTITIES)
_NO_FACTS = {"text", "version", "origin"}


def shown(annotated: AnnotatedArticle, losses: Losses) -> tuple[Annotation, ...]:
    """The annotations that people read, by start, outer ones first; what was rejected is lost."""
    kept = [each for each in annotated.annotations if each.status is not Status.REJECTED]
    losses.add("{} rejected annotations", len(annotated.annotations) - len(kept))
    return tuple(sorted(kept, key=_place))


def _place(annotation: Annotation) -> tuple[int, int, int]:
    """By start, longer ones first; of the same stretch the quote, the figure, the name."""
    return annotation.start, -annotation.end, _FROM_OUTSIDE.index(annotation.layer)


def facts(annotated: AnnotatedArticle, annotation: Annotation) -> Mapping[str, str]:
    """What an annotation says beside its label, each under what it is called."""
    known_as = annotated.record_of(annotation).get(KNOWN_AS)
    said = values_of(annotation) | ({KNOWN_AS: known_as} if known_as else {})
    for name in PARTS[annotation.layer]:
        span: Span | None = getattr(annotation, name)
        if span is not None:
            said[name] = one_line(span.text)
    return {
        name.replace("_", " "): _in_words(value)
        for name, value in said.items()
        if name not in _UNSAID
    }


def article_facts(article: Article) -> Mapping[str, object]:
    """What is known of an article, without what says nothing; strings and lists of them."""
    known: dict[str, object] = {}
    for field in fields(article):
        value = getattr(article, field.name)
        if field.name not in _NO_FACTS and value:
            known[field.name] = list(value) if isinstance(value, tuple) else str(value)
    return known


def heading(article: Article) -> str:
    """What an article is called, in one line; never empty."""
    return one_line(article.title) or one_line(article.id) or "article"


def provenance(article: Article) -> str:
    """Who published an article and on which day, in one line; empty if neither is known."""
    parts = (one_line(article.source or ""), (article.published or "")[:10])
    return ", ".join(filter(None, parts))


def speaker(quote: Quote) -> str:
    """Who says a quote: the name, else the words of the text; empty if that is not known."""
    return one_line(quote.speaker_name or (quote.speaker.text if quote.speaker else ""))


def in_quotes(quote: Quote) -> str:
    """What is said, in one line and in quotation marks if it is the speaker's own words."""
    words = one_line(quote.text)
    if quote.type == "indirect" or words[:1] in set("“„«‹‘'\""):
        return words
    return f"“{words}”"


def one_line(text: str) -> str:
    """A text with a blank in the place of each line break."""
    return " ".join(text.split())


def of_layer(annotations: tuple[Annotation, ...], layer: Layer) -> list[Annotation]:
    """Those of one layer."""
    return [each for each in annotations if each.layer is layer]


def _in_words(value: object) -> str:
    if value is True:
        return "yes"
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
