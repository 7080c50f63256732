"""How databases mark up what they export as HTML, and the layouts that are left without marks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotations.sources.news_databases.documents import Layout
from annotations.sources.news_databases.factiva import AS_DISPLAYED, HEADLINE, WITH_CODES
from annotations.sources.news_databases.full_text import PROQUEST, RULE
from annotations.sources.news_databases.lexis import ACADEMIC

_EMPTY_DIVISION = re.compile(r'<div class="?c\d+"?\s*/>', re.IGNORECASE)
_HEADLINE = re.compile(r"<(span|b|div) class=[\"']\w\wHeadline[\"']>", re.IGNORECASE)
_CODES = re.compile(r">\s*(?:<b>)?\s*AN\s*(?:</b>)?(?:&nbsp;|\s)*</td>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a database marks up what it exports as HTML."""

    recognises: re.Pattern[str]
    parts: re.Pattern[str]
    """Stands where a document begins; parsed by itself, each can be as damaged as it likes."""
    layout: Callable[[str], Layout]
    """The layout that is left when the marks are gone."""
    rule: str = ""
    """A line that the layout has between documents, and HTML has not."""


def _plain_lexis(html: str) -> Layout:
    return ACADEMIC


def _plain_factiva(html: str) -> Layout:
    return WITH_CODES if _CODES.search(html) else AS_DISPLAYED


def _plain_proquest(html: str) -> Layout:
    return PROQUEST


PAGES = (
    Page(
        recognises=re.compile(
            r"<DOC NUMBER=1>|LXNComment|>\s*\d+ of \d+ DOCUMENTS?\s*<", re.IGNORECASE
        ),
        parts=re.compile(r"(?=<DOC NUMBER=\d+>)", re.IGNORECASE),
        layout=_plain_lexis,
    ),
    Page(
        recognises=re.compile(
            r"<title>\s*Factiva\s*</title>|class=[\"']article \w\wArticle\b"
            r"|id=[\"']article-(?-i:[A-Z0-9]{4,}\d{8}\w{6,})",
            re.IGNORECASE,
        ),
        parts=re.compile(r"(?=<div id=[\"']article-)", re.IGNORECASE),
        layout=_plain_factiva,
    ),
    Page(
        recognises=re.compile(r"name=[\"']DocID_|>\s*ProQuest document ID", re.IGNORECASE),
        parts=re.compile(r"(?=<a name=[\"']DocID_)", re.IGNORECASE),
        layout=_plain_proquest,
        rule=RULE,
    ),
)


def page_of(text: str) -> Page | None:
    """The page that HTML which begins so is; null if it is of no database that is known."""
    return next((page for page in PAGES if page.recognises.search(text)), None)


def lines_of(html: str, page: Page, layout: Layout) -> Sequence[str]:
    """The lines of an export, in the layout that is left.

    Raises:
        SourceError: As `fragment_text` does.
    """
    from annotations.sources.web.extraction import fragment_text

    html = _EMPTY_DIVISION.sub("", html)
    if layout is AS_DISPLAYED:
        html = _HEADLINE.sub(rf"<\1>{HEADLINE}", html)
    lines: list[str] = []
    for part in page.parts.split(html):
        lines += filter(None, fragment_text(part).split("\n"))
        lines += filter(None, [page.rule])
    return lines
