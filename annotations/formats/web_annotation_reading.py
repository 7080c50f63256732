"""Web Annotations read back: closeread's own, and those of Recogito and Hypothes.is.

Others' annotations have no text of their article: it has to be in the store, by the address that
they point at. Their label is what classifies them, or a tag that is a label of closeread's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.fitting import fitting, told
from annotations.formats.format import Known
from annotations.formats.marking import FIGURE, PART_LABELS, QUOTE, Link, Mark, Marking
from annotations.formats.text_selectors import located
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
    items,
    listed,
)
from annotations.model import ENTITY_LABELS, Article, Status
from annotations.records import Record
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of
from annotations.text import clean_line

Found = Iterator[AnnotatedArticle | CloseReadError]


def read(given: Input) -> Found:
    """Read annotations with the texts of their articles."""
    return read_onto(given, lambda name: None)


def read_onto(given: Input, known: Known) -> Found:
    """Read annotations; those of one article that follow each other are put together.

    Args:
        given: The file.
        known: Finds the articles whose texts are not in it.
    """
    reader = _Reader(known=known)
    for number, item in enumerate(items(given), start=1):
        if isinstance(item, CloseReadError):
            yield item
            continue
        where = f"{given.name}, annotation {clean_line(str(item.get('id') or number))}"
        try:
            yield from reader.take(item, where)
        except CloseReadError as error:
            yield told(where, error)
    yield from reader.rest()


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Puts together the annotations of an article."""

    known: Known
    _article: Article | None = None
    _names: set[str] = field(default_factory=set)
    """What the article is pointed at by."""
    _where: str = ""
    _marks: list[Mark] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)

    def take(self, record: Record, where: str) -> Found:
        """Take in an annotation; the article before it, if it is of another.

        Raises:
            SourceError: If it is none, or is not in the text.
        """
        bodies = [_textual(each) for each in listed(record.get("body"))]
        targets = [_specific(each) for each in listed(record.get("target"))]
        if not targets:
            raise SourceError("it points at nothing")
        if record.get("motivation") == DESCRIBING and f"{OWN}id" in record:
            yield from self.rest()
            article = _article(record, bodies)
            self._begin(article, {article.id, *_sources(targets)}, where)
            return
        own = record.get(ARTICLE)
        names = [*([own] if isinstance(own, str) else []), *_sources(targets)]
        if self._article is None or not names or names[0] not in self._names:
            yield from self.rest()
            self._begin(self._known(names), set(names), where)
        self._add(record, bodies, targets[0])

    def rest(self) -> Found:
        """The article that was put together."""
        if self._article is not None:
            marking = Marking(tuple(self._marks), tuple(self._links))
            annotated, errors = fitting(self._article, marking, where=self._where)
            yield annotated
            yield from errors
        self._article, self._marks, self._links = None, [], []

    def _begin(self, article: Article, names: set[str], where: str) -> None:
        self._article, self._names, self._where = article, names, where

    def _known(self, names: Sequence[str]) -> Article:
        for name in names:
            for spelling in dict.fromkeys((name, name.partition("#")[0])):
                article = self.known(spelling)
                if article is not None:
                    return article
        said = clean_line(names[0]) if names else "nothing"
        raise SourceError(f"there is no article {said} in the store; add it first")

    def _add(self, record: Record, bodies: Sequence[Record], target: Record) -> None:
        """Add the mark of an annotation, and those of its parts.

        Raises:
            SourceError: If one of them is not in the text, or it has no label.
        """
        assert self._article is not None
        text = self._article.text
        label = _label(bodies)
        start, end = located(text, listed(target.get("selector")))
        parts = [
            (str(each[ROLE]).upper(), located(text, listed(each.get("selector"))))
            for each in bodies
            if each.get("purpose") == LINKING and str(each.get(ROLE)).upper() in PART_LABELS
        ]
        source = len(self._marks)
        values = _values(record, bodies)
        self._marks.append(Mark(start=start, end=end, label=label, values=values))
        for role, (first, last) in parts:
            self._links.append(Link(role, source, len(self._marks)))
            self._marks.append(Mark(start=first, end=last, label=role))


def _textual(body: object) -> Record:
    """A body as an object; one that is a string is a comment."""
    if isinstance(body, dict):
        return body
    return {"type": "TextualBody", "purpose": COMMENTING, "value": body}


def _specific(target: object) -> Record:
    """A target as an object; one that is an address is a resource as a whole."""
    return target if isinstance(target, dict) else {"source": target}


def _sources(targets: Sequence[Record]) -> list[str]:
    found = []
    for each in targets:
        source = each.get("source", each.get("id"))
        source = source.get("id") if isinstance(source, dict) else source
        if isinstance(source, str):
            found.append(source)
    return found


def _article(record: Record, bodies: Sequence[Record]) -> Article:
    own = {name.removeprefix(OWN): value for name, value in record.items() if name.startswith(OWN)}
    return article_of(
        {
            **own,
            "text": _first(bodies, DESCRIBING),
            "tags": _said(bodies, TAGGING),
            "note": _first(bodies, COMMENTING),
        }
    )


def _said(bodies: Sequence[Record], purpose: str) -> list[str]:
    """The values of the bodies with a purpose."""
    found = []
    for each in bodies:
        value = each.get("value")
        if purpose in listed(each.get("purpose")) and isinstance(value, str) and value.strip():
            found.append(value)
    return found


def _first(bodies: Sequence[Record], purpose: str) -> str | None:
    return next(iter(_said(bodies, purpose)), None)


def _label(bodies: Sequence[Record]) -> str:
    """The label of an annotation.

    Raises:
        SourceError: If it has none.
    """
    label = _first(bodies, CLASSIFYING)
    if label is not None:
        return clean_line(label)
    for tag in _said(bodies, TAGGING):
        if _is_label(tag):
            return tag.upper()
    raise SourceError("it has no label; tag it with one, such as PERSON or QUOTE_DIRECT")


def _is_label(tag: str) -> bool:
    return tag.upper() in ENTITY_LABELS or tag.upper().startswith((QUOTE, FIGURE))


def _values(record: Record, bodies: Sequence[Record]) -> Record:
    """What else an annotation says; of one that is not closeread's, that a person has made it."""
    own = {name.removeprefix(OWN): value for name, value in record.items() if name.startswith(OWN)}
    own.pop("article", None)
    is_own = "status" in own
    tags = _said(bodies, TAGGING)
    if not is_own and _first(bodies, CLASSIFYING) is None:
        tags = [tag for tag in tags if not _is_label(tag)]
    notes = _said(bodies, COMMENTING)
    agents = {"annotator": _agent(record.get("creator"))}
    if is_own:
        agents["detector"] = _agent(record.get("generator"))
    values: Mapping[str, Any] = {
        "status": Status.ADDED,
        **own,
        **agents,
        "name": _first(bodies, IDENTIFYING),
        "tags": tags,
        "note": "\n".join(notes) or None,
    }
    return {name: value for name, value in values.items() if value not in (None, [])}


def _agent(agent: object) -> str | None:
    """What an agent is called; of `acct:ana@hypothes.is` the name before the host."""
    for each in listed(agent):
        said = each.get("name") or each.get("id") if isinstance(each, dict) else each
        if isinstance(said, str):
            name = said.removeprefix("acct:").removesuffix("@hypothes.is")
            return clean_line(name) or None
    return None
