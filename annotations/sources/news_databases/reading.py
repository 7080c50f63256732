"""From an export of a news database to its articles, whatever kind of file it was saved as."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from annotations.errors import SourceError
from annotations.sources.content_id import content_id
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item
from annotations.sources.metadata import article
from annotations.sources.news_databases.documents import Document, Layout
from annotations.sources.news_databases.factiva import AS_DISPLAYED, WITH_CODES
from annotations.sources.news_databases.full_text import GALE, NEWSBANK, PROQUEST
from annotations.sources.news_databases.lexis import ACADEMIC, UNI
from annotations.sources.reasons import called
from annotations.text import clean, clean_line

LAYOUTS: tuple[Layout, ...] = (ACADEMIC, PROQUEST, AS_DISPLAYED, WITH_CODES, GALE, UNI, NEWSBANK)
"""Those that are known by the most come first."""
_LONGEST_TITLE = 120


def layout_of(text: str) -> Layout | None:
    """The layout of text that begins so; null if it is no export of a database that is known."""
    return next((layout for layout in LAYOUTS if layout.recognises(text)), None)


def articles_of_lines(given: Input, lines: Sequence[str], layout: Layout) -> Iterator[Item]:
    """Yield the documents of an export as articles, and say so if some are missing.

    Args:
        given: What it is read from.
        lines: Without empty ones, and without blanks around them.
        layout: How they are laid out.
    """
    number = 0
    for number, document in enumerate(layout.documents(lines), start=1):
        yield article_of_document(given, document, number)
    if not number:
        raise SourceError(
            f"{given.name} looks like an export of {layout.name}, but has no document."
        )
    announced = layout.announced(lines)
    if announced is not None and announced != number:
        yield SourceError(
            f"{given.name} says that it has {announced} documents, but {number} were found.",
            hint="If it was not exported in parts, compare it with what was added.",
        )


def article_of_document(given: Input, document: Document, number: int) -> Item:
    """The article of a document of an export.

    Args:
        given: What it is read from.
        document: One of those in there.
        number: Which of them, counted from 1.
    """
    where = f"{given.name}, document {number}"
    title = clean_line(str(document.fields.get("title") or ""))
    text = clean("\n\n".join(filter(None, map(clean_line, document.paragraphs))))
    if not text:
        return SourceError(f"{where}{called(title)} has no text.")
    first = next(islice(text.split("\n"), 1))
    fallback = first if len(first) <= _LONGEST_TITLE else where
    made = article(
        document.fields,
        article_id=clean_line(document.id) or content_id(text),
        text=text,
        title=fallback,
        read_from=where,
    )
    return made if title else replace(made, title=fallback)
