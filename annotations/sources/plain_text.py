"""Plain text: one article a file, with front matter or a few lines about it if it has any."""

from collections.abc import Iterator
from pathlib import PurePath

from annotations.errors import SourceError
from annotations.sources import limits
from annotations.sources.content_id import content_id
from annotations.sources.front_matter import split
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.text import clean, clean_line, decode, fold_line_ends

_LONGEST_TITLE = 120
"""Characters; a first line that is longer is the text's first paragraph, not its headline."""


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a file. Its id is the hash of its text."""
    from annotations.sources.paragraphs import reflowed
    from annotations.sources.text_heads import said_at_head

    data, text = decoded(given)
    metadata, body = split(text)
    body = reflowed(body)
    if not body.strip():
        raise SourceError(f"{given.name} has no text.")
    yield article(
        {**said_at_head(body), **metadata},
        article_id=content_id(body),
        text=body,
        title=first_line(body) or clean_line(PurePath(given.name).stem),
        origin=given.origin,
        original=data,
    )


def decoded(given: Input, *, most: int = limits.WHOLE) -> tuple[bytes, str]:
    """The bytes of a file that is text, and the text: clean, with folded line ends.

    Raises:
        SourceError: If it is no text, or has more than `most` bytes.
    """
    data = given.whole(most=most)
    try:
        return data, clean(fold_line_ends(decode(data, declared=given.charset)))
    except SourceError as error:
        raise SourceError(f"{given.name} is not text.", hint=error.hint) from error


def first_line(text: str) -> str:
    """The first line with a letter or digit, without Markdown's heading marks.

    Empty if it is too long for a title, or if there is none.
    """
    line = next((line for line in text.split("\n") if any(map(str.isalnum, line))), "")
    title = clean_line(line.lstrip("# "))
    return title if len(title) <= _LONGEST_TITLE else ""


def recognises(head: Head) -> bool:
    """Whether an input is text, or empty."""
    return bool(head.text) or not head.data.strip()


KIND = Kind(
    name="plain text",
    suffixes=(".txt", ".text"),
    recognises=recognises,
    read=read,
)
