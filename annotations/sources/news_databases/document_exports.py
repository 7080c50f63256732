"""Exports of news databases as Rich Text and as Word documents.

Only their text can tell them from any other document, so it is read before what they are is known.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.sources.documents import docx, rtf
from annotations.sources.inputs import Input, input_of_bytes
from annotations.sources.kinds import Item
from annotations.sources.options import Options

if TYPE_CHECKING:
    from annotations.sources.news_databases.documents import Layout

_MARKS = (
    b"DOCUMENT",
    b"Load-Date",
    b"End of Document",
    b"activa",
    b"roQuest",
    b"Document ",
    b"GALE",
)
"""One of them is in every export; Rich Text without any need not be read twice."""
_ENOUGH = 1_000_000
"""Characters that tell the layout, with a list of everything in the export before the first."""


def _read_rich_text(given: Input, options: Options) -> Iterator[Item]:
    from annotations.sources.news_databases.reading import articles_of_lines, layout_of

    data = given.whole()
    text = rtf.text_of_rtf(data) if any(mark in data for mark in _MARKS) else ""
    layout = layout_of(text[:_ENOUGH])
    if layout is None:
        document = input_of_bytes(data, name=given.name, origin=given.origin)
        yield from rtf.KIND.read(document, options)
    else:
        yield from articles_of_lines(given, _lines(text, layout), layout)


def _read_word(given: Input, options: Options) -> Iterator[Item]:
    from annotations.sources.news_databases.reading import articles_of_lines, layout_of

    with given.file() as file:
        paragraphs = docx.paragraphs_of_docx(file, name=given.name)
        pieces, length = [], 0
        for paragraph in paragraphs:
            pieces.append(paragraph)
            length += len(paragraph)
            if length > _ENOUGH:
                break
        layout = layout_of("\n".join(pieces))
        if layout is None:
            yield from docx.KIND.read(replace(given, stream=file), options)
        else:
            text = "\n".join([*pieces, *paragraphs])
            yield from articles_of_lines(given, _lines(text, layout), layout)


def _lines(text: str, layout: "Layout") -> list[str]:
    return [line for each in layout.spread(text).split("\n") if (line := each.strip())]


RICH_TEXT = replace(rtf.KIND, read=_read_rich_text)
"""Rich Text: an export of a news database, or one article."""
WORD = replace(docx.KIND, read=_read_word)
"""A Word document: an export of a news database, or one article."""
