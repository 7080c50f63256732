"""An annotated article as a CAS of dkpro-cassis, which counts UTF-16 units when it writes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from annotations.formats.annotated import KNOWN_AS, AnnotatedArticle
from annotations.formats.cas_layers import (
    ABOUT,
    ABOUT_FEATURES,
    DOCUMENT_FEATURES,
    FEATURE_NAMES,
    FEATURES,
    INTEGER,
    KIND_FEATURES,
    LARGEST,
    LAYER_TYPES,
    LINK_TYPES,
    METADATA,
    PART,
    PARTS_FEATURE,
    ROLE,
    STRINGS,
    TARGET,
)
from annotations.formats.cas_types import cassis
from annotations.formats.losses import Losses
from annotations.formats.marking import Mark, Marking, marking_of
from annotations.model import Annotation

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets)."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNKNOWN_LANGUAGE = "x-unspecified"


def fit_for_xml(text: str, losses: Losses) -> str:
    """A text of the same length with every character that XML forbids replaced, and counted."""
    fit, count = NOT_IN_XML.subn(_REPLACEMENT, text)
    losses.add("{} characters that XML cannot hold, replaced by U+FFFD", count)
    return fit


@dataclass(frozen=True, slots=True, kw_only=True)
class CasWriter:
    """Makes CASes."""

    types: Any
    losses: Losses
    fit: Callable[[str], str]
    """What is done to every text, such as to make it fit for XML."""

    def cas_of(self, annotated: AnnotatedArticle) -> Any:
        """The CAS of an article."""
        cas = cassis().Cas(self.types)
        cas.sofa_string = self.fit(annotated.article.text)
        cas.sofa_mime = "text/plain"
        self._add_article(cas, annotated)
        marking = marking_of(annotated.annotations)
        made = [self._made(annotated, mark) for mark in marking.marks]
        self._link(marking, made)
        cas.add_all(made)
        return cas

    def _add_article(self, cas: Any, annotated: AnnotatedArticle) -> None:
        article = annotated.article
        said = {
            feature: self.fit(getattr(article, name) or "") or None
            for name, feature in DOCUMENT_FEATURES.items()
        }
        about = {name: getattr(article, name) for name in ABOUT_FEATURES}
        cas.add(
            self.types.get_type(METADATA)(
                begin=0,
                end=len(article.text),
                language=article.language or _UNKNOWN_LANGUAGE,
                **said,
            )
        )
        cas.add(self.types.get_type(ABOUT)(**self._values(about, ABOUT_FEATURES)))

    def _made(self, annotated: AnnotatedArticle, mark: Mark) -> Any:
        if mark.annotation is None:
            return self.types.get_type(PART)(begin=mark.start, end=mark.end, label=mark.label)
        name = LAYER_TYPES[mark.annotation.layer]
        known_as = annotated.record_of(mark.annotation).get(KNOWN_AS)
        values = {**mark.values, KNOWN_AS: known_as, **_id_in_words(mark.annotation)}
        return self.types.get_type(name)(
            begin=mark.start,
            end=mark.end,
            **{KIND_FEATURES[name]: self.fit(mark.annotation.kind)},
            **self._values(values, FEATURES[name]),
        )

    def _values(self, said: Mapping[str, Any], ranges: Mapping[str, str]) -> dict[str, Any]:
        """Values as features, those that say something."""
        return {
            FEATURE_NAMES.get(name, name): self._value(said[name], range_)
            for name, range_ in ranges.items()
            if said.get(name) not in (None, "", (), []) and self._holds(said[name], range_)
        }

    def _holds(self, value: object, range_: str) -> bool:
        """Whether a feature can hold a value; numbers that it cannot are counted."""
        is_held = range_ != INTEGER or (isinstance(value, int) and abs(value) <= LARGEST)
        self.losses.add("{} counts beyond two thousand million", not is_held)
        return is_held

    def _value(self, value: Any, range_: str) -> Any:
        if range_ == STRINGS:
            return self.types.get_type(STRINGS)(elements=[self.fit(each) for each in value])
        return self.fit(str(value)) if isinstance(value, str) else value

    def _link(self, marking: Marking, made: list[Any]) -> None:
        """Put the parts of quotes and figures into their slots."""
        slots: dict[int, list[Any]] = {}
        for link in marking.links:
            link_type = self.types.get_type(LINK_TYPES[made[link.source].type.name])
            filled = link_type(**{ROLE: link.label.lower(), TARGET: made[link.target]})
            slots.setdefault(link.source, []).append(filled)
        for source, filled in slots.items():
            made[source][PARTS_FEATURE] = self.types.get_type("uima.cas.FSArray")(elements=filled)


def _id_in_words(annotation: Annotation) -> dict[str, str]:
    return {} if annotation.id is None else {"id": str(annotation.id)}
