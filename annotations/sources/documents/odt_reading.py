"""The text of an OpenDocument text, and what it says of itself."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from annotations.errors import SourceError
from annotations.sources.documents.blocks import Block
from annotations.sources.documents.odt_body import OdtBody
from annotations.sources.documents.originals import digest_of
from annotations.sources.documents.word_processing import article_of_blocks, within_bounds
from annotations.sources.documents.xml_events import events
from annotations.sources.documents.zipped import opened
from annotations.sources.inputs import Input, digest
from annotations.sources.kinds import Item

_MANIFEST = "META-INF/manifest.xml"


def read(given: Input) -> Iterator[Item]:
    """Read the one article of a document.

    Raises:
        SourceError: If it is damaged, or needs a password.
    """
    if given.head.root == "document":
        data = given.whole()
        yield _article(given, [[data]], digest(data))
        return
    with given.file() as file:
        sha256 = digest_of(file)
        with opened(file, given.name) as parts:
            if b"encryption-data" in parts.data(_MANIFEST):
                raise SourceError(
                    f"{given.name} needs a password.", hint="Save it without one, then add it."
                )
            if "content.xml" not in parts:
                raise SourceError(
                    f"{given.name} is damaged: it has no content.", hint="Get the file again."
                )
            pieces = [parts.pieces("meta.xml"), parts.pieces("content.xml")]
            yield _article(given, pieces, sha256)


def _article(given: Input, documents: Iterable[Iterable[bytes]], sha256: str) -> Item:
    body = OdtBody()
    blocks = within_bounds(_blocks(documents, body, given.name), given)
    return article_of_blocks(given, blocks, {**_properties(body), "sha256": sha256})


def _blocks(documents: Iterable[Iterable[bytes]], body: OdtBody, name: str) -> Iterator[Block]:
    """The blocks of what there is of a document's parts."""
    for pieces in documents:
        first = list(islice(pieces := iter(pieces), 1))
        if first:
            yield from events(chain(first, pieces), body, name=name)
    yield from body.take_notes()


def _properties(body: OdtBody) -> dict[str, object]:
    """What the document says of itself, under the usual names."""
    said = {name: [value for value in values if value] for name, values in body.meta.items()}
    first = {name: values[0] for name, values in said.items() if values}
    found: dict[str, object] = {
        "title": first.get("title"),
        "byline": first.get("initial-creator") or first.get("creator"),
        "published": _zoned(first.get("creation-date")),
        "updated": _zoned(first.get("date")),
        "language": first.get("language"),
        "tags": said.get("keyword"),
    }
    return {name: value for name, value in found.items() if value}


def _zoned(time: str | None) -> str | None:
    """A time without the nanoseconds that LibreOffice writes."""
    return time.partition(".")[0] if time else None
