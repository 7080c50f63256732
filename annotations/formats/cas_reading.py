"""A CAS of dkpro-cassis, made by closeread, INCEpTION or another tool, as an annotated article."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.cas_layers import (
    ABOUT,
    ABOUT_FEATURES,
    CASUALTIES,
    DOCUMENT_FEATURES,
    FEATURE_NAMES,
    FEATURES,
    KIND_FEATURES,
    LABEL,
    LABEL_PREFIXES,
    METADATA,
    NAME,
    PART,
    PARTS_FEATURE,
    ROLE,
    SPEECH,
    STRINGS,
    TARGET,
)
from annotations.formats.fitting import fitting, told
from annotations.formats.marking import PART_LABELS, Link, Mark, Marking
from annotations.model import Article, Status
from annotations.sources.content_id import content_id
from annotations.sources.metadata import article as article_from
from annotations.text import clean

_SAID_OTHERWISE = (
    "uima.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.",
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
    "custom.QuotePartsLink",
    "custom.CasualtyFigurePartsLink",
)
"""Types that say nothing which an article could take: tokens, sentences, tag sets."""

_ADDRESSES = ("http://", "https://")

_WEBANNO = "webanno."
"""Before the names of layers that were made by hand in older versions of INCEpTION."""


@dataclass(slots=True)
class CasReader:
    """Reads one CAS."""

    cas: Any
    where: str
    """What errors call it."""
    annotator: str | None = None
    """Whose work it is, where the CAS does not say."""
    displaced: frozenset[int] = frozenset()
    """Offsets that were between no two characters."""
    _marks: list[Mark] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _parts: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _unknown: Counter[str] = field(default_factory=Counter)
    _errors: list[SourceError] = field(default_factory=list)

    def read(self) -> Iterator[AnnotatedArticle | CloseReadError]:
        """The article, and what of it could not be read.

        Raises:
            SourceError: If there is no text in it.
        """
        raw = self.cas.sofa_string
        if not isinstance(raw, str) or not raw.strip():
            raise SourceError(f"{self.where}: there is no text in it.")
        members = sorted(self.cas.select_all_fs(), key=lambda each: each.xmiID)
        article = self._article(clean(raw), members)
        for each in members:
            self._take(each)
        for each in members:
            self._take_part(each)
        marking = Marking(tuple(self._marks), tuple(self._links))
        annotated, errors = fitting(
            article, marking, where=self.where, defaults=_decision(self.annotator)
        )
        yield annotated
        yield from (*self._errors, *errors)
        for name, count in sorted(self._unknown.items()):
            yield told(self.where, f"{count:,} annotations of {name} are left out")

    def _article(self, text: str, members: Iterable[Any]) -> Article:
        """What is known of the article; one that closeread has not made is known by its text."""
        own: dict[str, Any] = {}
        other: dict[str, Any] = {}
        for each in members:
            if each.type.name == ABOUT:
                own |= _values(each, ABOUT_FEATURES)
            elif each.type.name == METADATA:
                other = _document(each)
        article_id = clean(own["id"]) if isinstance(own.get("id"), str) else ""
        known = own or other
        return article_from(known, article_id=article_id or content_id(text), text=text)

    def _take(self, found: Any) -> None:
        """Take in a name, quote or figure; anything else that an article could have is counted."""
        name = found.type.name.removeprefix(_WEBANNO)
        if name in (SPEECH, CASUALTIES) or _is_name(found):
            kind = NAME if name not in (SPEECH, CASUALTIES) else name
            self._mark(found, kind)
        elif name not in (PART, ABOUT) and not name.startswith(_SAID_OTHERWISE):
            self._unknown[name] += 1

    def _mark(self, found: Any, name: str) -> None:
        if not self._is_placed(found):
            return
        values = _values(found, FEATURES[name])
        identifier = values.get("name")
        if name == NAME and isinstance(identifier, str) and "://" in identifier:
            del values["name"]
            self._unknown["identifiers of a knowledge base"] += 1
        if str(values.get("id", "")).isdecimal():
            values["id"] = int(values["id"])
        else:
            values.pop("id", None)
        kind = _kind(found, name)
        if kind is None:
            reason = f"{name} at [{found.begin}, {found.end}) has no {KIND_FEATURES[name]}"
            self._errors.append(told(self.where, reason))
            return
        source = len(self._marks)
        label = LABEL_PREFIXES[name] + kind
        self._marks.append(Mark(start=found.begin, end=found.end, label=label, values=values))
        for link in _elements(_get(found, PARTS_FEATURE)):
            target, role = _get(link, TARGET), _get(link, ROLE)
            if target is not None and isinstance(role, str) and self._is_placed(target):
                self._links.append(Link(role.upper(), source, self._part(role.upper(), target)))

    def _part(self, label: str, found: Any) -> int:
        """The mark of a part, made if there is none."""
        key = (label, found.begin, found.end)
        if key not in self._parts:
            self._parts[key] = len(self._marks)
            part_label = label if label in PART_LABELS else f"PART_{label}"
            self._marks.append(Mark(start=found.begin, end=found.end, label=part_label))
        return self._parts[key]

    def _take_part(self, found: Any) -> None:
        """Take in a part to which nothing leads, for it to be told."""
        label = _get(found, LABEL) if found.type.name.removeprefix(_WEBANNO) == PART else None
        if str(label) in PART_LABELS and self._is_placed(found, tell=False):
            self._part(str(label), found)

    def _is_placed(self, found: Any, *, tell: bool = True) -> bool:
        begin, end = _get(found, "begin"), _get(found, "end")
        if isinstance(begin, int) and isinstance(end, int):
            if not {begin, end} & self.displaced:
                return True
            reason = f"[{begin}, {end}) does not begin and end between two characters"
        else:
            reason = "it has no place in the text"
        if tell:
            self._errors.append(told(self.where, f"{found.type.name}: {reason}"))
        return False


def _document(found: Any) -> dict[str, Any]:
    """What DKPro Core's metadata says of an article; a path is no address."""
    said = {name: _get(found, feature) for name, feature in DOCUMENT_FEATURES.items()}
    url, language = said["url"], _get(found, "language")
    return {
        "title": said["title"],
        "url": url if isinstance(url, str) and url.startswith(_ADDRESSES) else None,
        "language": None if str(language).startswith("x-") else language,
    }


def _decision(annotator: str | None) -> Mapping[str, Any]:
    """What annotations are that say nothing of it: a person has made them."""
    return {"status": Status.ADDED} | ({} if annotator is None else {"annotator": annotator})


def _is_name(found: Any) -> bool:
    """Whether it is a name, or of one of DKPro Core's types of names below that."""
    kind = found.type
    while kind is not None:
        if kind.name == NAME:
            return True
        kind = kind.supertype
    return False


def _kind(found: Any, name: str) -> str | None:
    """What a name, quote or figure is; a name that does not say it is what its type is called."""
    said = _get(found, KIND_FEATURES[name])
    if isinstance(said, str) and said:
        return said if name == NAME else said.upper()
    return str(found.type.short_name).upper() if found.type.name != name == NAME else None


def _get(found: Any, feature: str) -> Any:
    """The value of a feature; null if the type has none of that name."""
    return getattr(found, feature, None)


def _elements(array: Any) -> list[Any]:
    elements = getattr(array, "elements", array)
    return [each for each in elements if each is not None] if isinstance(elements, list) else []


def _values(found: Any, ranges: Mapping[str, str]) -> dict[str, Any]:
    """The values of features that say something, under the names of fields."""
    values: dict[str, Any] = {}
    for name, range_ in ranges.items():
        value = _get(found, FEATURE_NAMES.get(name, name))
        if range_ == STRINGS and value is not None:
            value = [each for each in _elements(value) if isinstance(each, str)]
        if value not in (None, "", []):
            values[name] = value
    return values
