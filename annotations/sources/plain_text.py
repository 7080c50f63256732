"""Plain text and Markdown: one article a file, with front matter if it has any."""

from collections.abc import Iterator
from pathlib import PurePath

from annotations.errors import SourceError
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
    data = given.whole()
    try:
        text = decode(data, declared=given.charset)
    except SourceError as error:
        raise SourceError(f"{given.name} is not text.", hint=error.hint) from error
    metadata, body = split(clean(fold_line_ends(text)))
    if not body.strip():
        raise SourceError(f"{given.name} has no text.")
    title = _first_line(body) or clean_line(PurePath(given.name).stem)
    yield article(
        metadata,
        article_id=content_id(body),
        text=body,
        title=title,
        origin=given.origin,
        original=data,
    )


def _first_line(text: str) -> str:
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
    suffixes=(".txt", ".text", ".md", ".markdown"),
    recognises=recognises,
    read=read,
)
