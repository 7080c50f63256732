"""Markdown: one article a file, read as a person would, without the marks.

Only a name can tell Markdown from plain text, in which an asterisk is an asterisk; the one
exception is front matter in TOML, which nothing else has.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from annotations.errors import SourceError
from annotations.sources.clippings import usual
from annotations.sources.content_id import content_id
from annotations.sources.front_matter import split_markdown
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.markdown_text import first_heading, text_of_markdown
from annotations.sources.metadata import article
from annotations.sources.options import Options
from annotations.sources.plain_text import decoded, first_line
from annotations.text import clean_line

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_MOST = 10_000_000
"""Bytes of a file; more would take minutes."""
_PLAIN = (".txt", ".text")
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?:.*\n)*?[\w\"'-]+[ \t]*=")


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the one article of a file. Its id is the hash of its text."""
    data, source = decoded(given, most=_MOST)
    metadata, body = split_markdown(source)
    try:
        text = text_of_markdown(body)
    except SourceError as error:
        raise SourceError(f"{given.name} {error.message}", hint=error.hint) from error
    if not text:
        raise SourceError(f"{given.name} has no text.")
    title = first_heading(body) or first_line(text) or clean_line(PurePath(given.name).stem)
    yield article(
        usual(metadata),
        article_id=content_id(text),
        text=text,
        title=title,
        origin=given.origin,
        original=data,
    )


def recognises(head: Head) -> bool:
    """Whether a text is called Markdown, or has front matter in TOML and is not called a text."""
    if head.suffix in _SUFFIXES:
        return bool(head.text) or not head.data.strip()
    return head.suffix not in _PLAIN and _TOML.match(head.text, 0, 2_000) is not None


KIND = Kind(name="Markdown", suffixes=_SUFFIXES, recognises=recognises, read=read)
