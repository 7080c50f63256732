r"""Quotes to cite: a list in Markdown to paste, and references in RIS for reference managers.

What was said in one go is one quotation, with “…” where the text has other words between. RIS
(https://refdb.sourceforge.net/manual/ch07.html) is what Zotero, EndNote, Mendeley and JabRef all
import; in it the words are the abstract, and who said them is a keyword and stands in the note.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import only
from annotations.formats.format import Format, Writing
from annotations.formats.losses import Losses
from annotations.formats.readable.facts import (
    heading,
    in_quotes,
    of_layer,
    one_line,
    provenance,
    shown,
    speaker,
)
from annotations.formats.readable.markdown_text import escaped
from annotations.model import Article, Layer, Quote

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said in one go."""

    article: Article
    parts: tuple[Quote, ...]

    @property
    def words(self) -> str:
        """In quotation marks, but for indirect speech; in one line."""
        return " … ".join(map(in_quotes, self.parts))

    @property
    def speaker(self) -> str:
        """Who said it; empty if nobody knows."""
        return next(filter(None, map(speaker, self.parts)), "")

    @property
    def cited(self) -> str:
        """The words with who said them, where and on which day."""
        origin = ", ".join(filter(None, (self.speaker, provenance(self.article))))
        return f"{self.words} — {origin or heading(self.article)}"


def quotations_of(annotated: AnnotatedArticle, losses: Losses) -> list[Quotation]:
    """The quotations of an article, in the order of its text."""
    found: dict[tuple[int, int, int], list[Quote]] = {}
    for number, quote in enumerate(of_layer(shown(annotated, losses), Layer.QUOTES)):
        assert isinstance(quote, Quote)
        whole = quote.utterance
        place = (whole.start, whole.end, -1) if whole else (quote.start, quote.end, number)
        found.setdefault(place, []).append(quote)
    return [Quotation(annotated.article, tuple(parts)) for parts in found.values()]


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """A list in Markdown, an item a quotation, below the title of each article."""
    for annotated in articles:
        quotations = quotations_of(annotated, writing.losses)
        if quotations:
            yield f"## {escaped(heading(annotated.article))}\n\n"
            if annotated.article.url:
                yield f"{escaped(one_line(annotated.article.url))}\n\n"
            yield "".join(f"- {escaped(each.cited)}\n" for each in quotations) + "\n"


def write_ris(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[str]:
    """A reference to a newspaper article for each quotation."""
    for annotated in articles:
        for quotation in quotations_of(annotated, writing.losses):
            lines = (f"{tag}  - {value}\r\n" for tag, value in _tagged(quotation) if value)
            yield f"TY  - NEWS\r\n{''.join(lines)}ER  - \r\n\r\n"


def _tagged(quotation: Quotation) -> Iterator[tuple[str, str]]:
    article = quotation.article
    day = _DAY.match(article.published or "")
    yield "TI", heading(article)
    for author in article.byline:
        yield "AU", one_line(author)
    yield "T2", one_line(article.source or "")
    yield "PY", day[1] if day else ""
    yield "DA", f"{day[1]}/{day[2]}/{day[3]}" if day else ""
    yield "SE", one_line(article.section or "")
    yield "LA", one_line(article.language or "")
    yield "UR", one_line(article.url or "")
    yield "AB", quotation.words
    yield "N1", quotation.cited
    yield "KW", quotation.speaker
    for tag in dict.fromkeys(tag for part in quotation.parts for tag in part.tags):
        yield "KW", one_line(tag)
    for note in filter(None, (part.note for part in quotation.parts)):
        yield "N1", one_line(note)


_CITED = ("article.title", "article.source", "article.published", "article.url", "quotes")
_SAID = ("quotes.speaker", "quotes.speaker_name", "quotes.utterance")

FORMAT = Format(
    name="quotations",
    title="a list of quotes to cite, in Markdown",
    suffix=".md",
    carries=only(*_CITED, *_SAID),
    cannot="what was rejected",
    write=write,
)
RIS = Format(
    name="quotations-ris",
    title="a reference for each quote, for Zotero and other reference managers",
    suffix=".ris",
    carries=only(
        *(*_CITED, *_SAID, "article.byline", "article.section", "article.language"),
        *("quotes.tags", "quotes.note"),
    ),
    cannot="what was rejected",
    write=write_ris,
)
