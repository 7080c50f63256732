"""HTML to read, print and hand on: a file that holds everything, or a folder of such files.

Pages need no script, no server and no other file. The text in them is the article's, character by
character.
"""

from collections.abc import Iterable, Iterator

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.file_names import FileNames
from annotations.formats.format import Format, Piece, Writing
from annotations.formats.readable.facts import CARRIES, heading, shown
from annotations.formats.readable.html_page import PAGE_FOOT, article_element, page_head
from annotations.formats.readable.html_text import escaped
from annotations.model import Article

INDEX = "index.html"
_ARTICLES = "articles/"


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """A page with one article after the other."""
    yield page_head("Articles")
    for annotated in articles:
        yield article_element(annotated, shown(annotated, writing.losses))
    yield PAGE_FOOT


def write_pages(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """A page an article, and one that lists them."""
    names = FileNames()
    yield Piece(INDEX, page_head("Articles") + "<h1>Articles</h1>\n<table>\n" + _HEADINGS)
    for annotated in articles:
        article = annotated.article
        file = f"{_ARTICLES}{names.name_of(article)}.html"
        annotations = shown(annotated, writing.losses)
        yield Piece(file, page_head(heading(article)))
        yield Piece(file, article_element(annotated, annotations) + PAGE_FOOT)
        yield Piece(INDEX, _row(article, file, len(annotations)))
    yield Piece(INDEX, "</table>\n" + PAGE_FOOT)


_HEADINGS = "<tr><th>Day</th><th>Title</th><th>Source</th><th>Marks</th></tr>\n"


def _row(article: Article, file: str, marks: int) -> str:
    day, source = (article.published or "")[:10], article.source or ""
    return (
        f'<tr><td>{escaped(day)}</td><td dir="auto"><a href="{file}">{escaped(heading(article))}'
        f'</a></td><td dir="auto">{escaped(source)}</td><td>{marks}</td></tr>\n'
    )


FORMAT = Format(
    name="html",
    title="a page to read and print, with all articles in it",
    suffix=".html",
    carries=CARRIES,
    cannot="what was rejected",
    write=write,
)
PAGES = Format(
    name="html-pages",
    title="a folder of pages to read and print, one an article, and an index",
    suffix="",
    carries=CARRIES,
    cannot="what was rejected",
    write=write_pages,
)
