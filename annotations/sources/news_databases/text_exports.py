"""Exports of news databases as plain text."""

from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.text import clean, decode, fold_line_ends


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read every document of an export."""
    from annotations.sources.news_databases.reading import articles_of_lines, layout_of
    from annotations.sources.paragraphs import reflowed

    layout = layout_of(given.head.text)
    if layout is None:
        raise SourceError(f"{given.name} is no export of a news database.")
    typed = fold_line_ends(decode(given.whole(), declared=given.charset))
    text = reflowed(clean(layout.spread(typed)))
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    yield from articles_of_lines(given, lines, layout)


def recognises(head: Head) -> bool:
    """Whether a text is laid out as databases do."""
    from annotations.sources.news_databases.reading import layout_of  # much to compile

    return not head.root and layout_of(head.text) is not None


KIND = Kind(name="export of a news database", suffixes=(".txt",), recognises=recognises, read=read)
