"""Exports of news databases as HTML: the same layouts, once the marks are gone."""

from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read every document of an export."""
    from annotations.sources.news_databases import europresse
    from annotations.sources.news_databases.pages import lines_of, page_of
    from annotations.sources.news_databases.reading import article_of_document, articles_of_lines
    from annotations.sources.web.charsets import decoded

    is_europresse = europresse.recognises(given.head.text)
    page = page_of(given.head.text)
    html = decoded(given.whole(), given.charset)
    try:
        if is_europresse:
            for number, document in enumerate(europresse.documents(html), start=1):
                yield article_of_document(given, document, number)
        elif page is not None:
            layout = page.layout(html)
            yield from articles_of_lines(given, lines_of(html, page, layout), layout)
    except SourceError as error:  # markup says what is wrong, but not with what
        if error.message.startswith(given.name):
            raise
        raise SourceError(f"{given.name} {error.message}", hint=error.hint) from error


def recognises(head: Head) -> bool:
    """Whether a page is marked up as databases do."""
    if head.root not in ("html", "div", "body", "head", "meta", "article", "a"):
        return False
    from annotations.sources.news_databases import europresse
    from annotations.sources.news_databases.pages import page_of

    return europresse.recognises(head.text) or page_of(head.text) is not None


KIND = Kind(
    name="export of a news database in HTML",
    suffixes=(".html", ".htm"),
    recognises=recognises,
    read=read,
)
