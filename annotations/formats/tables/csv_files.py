"""A layer as one CSV file: names, quotes or casualty figures, each by itself."""

from collections.abc import Iterable, Iterator

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import only
from annotations.formats.format import Format, Writer, Writing
from annotations.formats.tables import asking, figures, names, quotes
from annotations.formats.tables.columns import Table
from annotations.formats.tables.csv_rows import csv_of, csv_rows
from annotations.model import Layer

ARTICLE = tuple(
    f"article.{name}"
    for name in ("id", "title", "source", "url", "published", "byline", "language", "tags", "note")
)
"""What tables hold of an article."""


def carried(*layers: Layer) -> frozenset[str]:
    """What tables of some layers hold."""
    return only(*ARTICLE, *layers, *(f"{layer}.*" for layer in layers))


def _writer(table: Table) -> Writer:
    def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
        context, raw = asking.context(writing.settings), asking.raw(writing.settings)
        yield csv_rows([table.columns])
        for each in articles:
            yield csv_of(table.rows(each, context=context), table.columns, raw=raw)

    return write


def _format(name: str, title: str, table: Table) -> Format:
    return Format(
        name=name,
        title=title,
        suffix=".csv",
        carries=carried(table.layer),
        cannot="the articles' texts, and articles of which no row speaks",
        write=_writer(table),
        settings=asking.CONTEXT | asking.RAW,
    )


NAMES = _format("names", "a table of names, a mention a row", names.TABLE)
QUOTES = _format("quotes", "a table of quotes and who said them", quotes.TABLE)
FIGURES = _format("figures", "a table of casualty figures, a mention a row", figures.TABLE)
