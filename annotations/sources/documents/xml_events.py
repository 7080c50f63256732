"""XML read as events, without a tree: however large it is, it needs no memory."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar, cast

from annotations.errors import SourceError

_Made = TypeVar("_Made", covariant=True)


class Target(Protocol[_Made]):
    """Told of every element and every stretch of text."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins; names are `{namespace}local`."""

    def data(self, text: str) -> None:
        """Text stands there."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def take(self) -> Iterator[_Made]:
        """What was finished since the last time."""


def events(pieces: Iterable[bytes], target: Target[_Made], *, name: str) -> Iterator[_Made]:
    """Feed XML to a target and yield what it makes of it as it goes.

    Nothing outside is loaded; what could declare entities is refused.

    Args:
        pieces: The bytes.
        target: Told of them.
        name: What errors call the document.

    Raises:
        SourceError: If it is no XML. All that stands before the mistake was yielded.
    """
    from lxml import etree

    parser = etree.XMLParser(
        target=cast("Any", _Bare(target)),  # the stubs want names to be bytes, too
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for piece in pieces:
            parser.feed(piece)
            yield from target.take()
        parser.close()
    except (etree.LxmlError, SourceError) as error:
        yield from target.take()
        raise SourceError(
            f"{name} is damaged: {str(error).removesuffix('.')}.", hint="Get the file again."
        ) from error
    yield from target.take()


def local(tag: str) -> str:
    """A name without its namespace, as documents differ in that but not in what they mean."""
    return tag.rpartition("}")[2]


def said(attributes: Mapping[str, str], name: str) -> str:
    """What an attribute says, in whatever namespace; empty if there is none."""
    for key, value in attributes.items():
        if local(key) == name:
            return value
    return ""


class _Bare:
    """What lxml calls; comments and processing instructions are nothing to a target."""

    def __init__(self, target: Target[object]) -> None:
        self.start = target.start
        self.end = target.end
        self.data = target.data

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Entities could be declared there, and this way of parsing would resolve them."""
        raise SourceError("it declares a type of its own, as no such document does")

    def close(self) -> None:
        """Nothing is left to do."""
