"""OpenDocument texts (.odt, their templates, and flat .fodt)."""

from collections.abc import Iterator

from annotations.sources.documents.zipped import media_type
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options

_TEXT = "application/vnd.oasis.opendocument.text"


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a document."""
    from annotations.sources.documents.odt_reading import read

    return read(given)


def recognises(head: Head) -> bool:
    """Whether an input is an OpenDocument text, in an archive or flat."""
    if head.root == "document":
        return f'mimetype="{_TEXT}' in head.text
    return media_type(head).startswith(_TEXT)


KIND = Kind(
    name="OpenDocument text",
    suffixes=(".odt", ".ott", ".fodt"),
    recognises=recognises,
    read=read,
)
