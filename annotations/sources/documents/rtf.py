"""Rich Text Format (.rtf), as word processors and news databases write it."""

from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a file."""
    from annotations.sources.documents.rtf_text import read

    return read(given)


def text_of_rtf(data: bytes) -> str:
    """The text of Rich Text: an empty line between paragraphs, notes at the end.

    A row of a table is one paragraph, its cells parted by bars.

    Args:
        data: The whole file. What is no Rich Text gives whatever text it has.
    """
    from annotations.sources.documents.rtf_text import text_of_rtf

    return text_of_rtf(data)


def recognises(head: Head) -> bool:
    """Whether an input begins as Rich Text."""
    return head.data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf")


KIND = Kind(name="Rich Text", suffixes=(".rtf",), recognises=recognises, read=read)
