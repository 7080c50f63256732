"""ProQuest, Gale and NewsBank: labels, and the text behind one of them or below them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.sources.news_databases.documents import Document, Layout
from annotations.sources.news_databases.labels import by_label, value_of
from annotations.sources.news_databases.languages import language_code
from annotations.sources.news_databases.printed_dates import printed_date

RULE = "_" * 60
"""Between two documents of ProQuest."""
_RULE = re.compile(r"_{20,}")
_RULES = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.MULTILINE)
_OF_PROQUEST = re.compile(r"^[ \t]*(?:ProQuest document ID|Publication title):", re.MULTILINE)
_NUMBERED = re.compile(r"Document (\d{1,9}) of (\d{1,9})")
_ADDRESS = re.compile(r"https?://\S+")
_NOTHING = ("none available", "not available", "none available.", "not available.")

_PROQUEST = frozenset(
    (
        *("author", "authors", "publication info", "abstract", "links", "full text", "subject"),
        *("location", "people", "company / organization", "title", "publication title", "pages"),
        *("publication year", "publication date", "year", "section", "publisher", "issn"),
        *("place of publication", "country of publication", "publication subject", "edition"),
        *("source type", "language of publication", "document type", "document feature"),
        *("proquest document id", "document url", "copyright", "last updated", "database"),
        *("business indexing term", "identifier / keyword", "classification", "volume", "issue"),
        *("alternate title", "column", "dateline", "number of pages", "credit", "first page"),
        *("full text word count", "word count", "publication frequency", "e-issn", "issn-l"),
        *("accession number", "correspondence author", "journal subject", "doi", "series"),
    )
)
_GALE = frozenset(
    (
        *("author", "authors", "date", "from", "publisher", "document type", "length", "full text"),
        *(
            "copyright",
            "source citation",
            "gale document number",
            "content level",
            "lexile measure",
        ),
        *("publication", "publication title", "topic overview", "article type", "byline", "title"),
        *("disclaimer", "article title", "publication date", "document url", "issue", "volume"),
        *("database", "language", "section", "source", "geographic location", "main"),
    )
)
_GALE_END = re.compile(r"(?:Gale )?Document Number: GALE\|?(\w+)", re.IGNORECASE)
_GALE_NUMBER = re.compile(r"^[ \t]*(?:Gale )?Document Number: GALE\|", re.MULTILINE | re.IGNORECASE)
_NEWSBANK = frozenset(
    (
        *("author", "byline", "section", "page", "pages", "edition", "readability", "source"),
        *("record", "record number", "article id", "copyright", "index terms", "dateline"),
        *("caption", "column", "series", "openurl link", "location", "citation (apa style)"),
        *("county", "language", "memo", "correction", "title", "date", "newspaper", "paper"),
    )
)
_NEWSBANK_HEAD = (
    "author",
    "byline",
    "section",
    "page",
    "pages",
    "edition",
    "readability",
    "source",
)
_NEWSBANK_END = re.compile(r"Copyright(?:,)? .*", re.IGNORECASE)
_NEWSBANK_RECORD = re.compile(r"^[ \t]*Record(?: Number)?:", re.MULTILINE)
_OF_NEWSBANK = re.compile(r"^[ \t]*(?:Readability:|OpenURL Link)|NewsBank", re.MULTILINE)


def _proquest(lines: Sequence[str]) -> Iterator[Document]:
    for record in _parted(lines, _RULE):
        found = by_label((line for line in record if not _NUMBERED.fullmatch(line)), _PROQUEST)
        number = value_of(found, "proquest document id")
        head = [line for line in found[""] if not _ADDRESS.fullmatch(line)]
        if not number and "full text" not in found:
            continue
        text = found.get("full text", ())
        yield Document(
            id=f"proquest-{number}" if number.isalnum() else "",
            fields={
                **_common(found),
                "title": value_of(found, "title") or " ".join(head[:1]),
                "source": value_of(found, "publication title").split(";")[0],
                "url": value_of(found, "document url"),
                "tags": [tag.strip() for tag in value_of(found, "subject").split(";")],
            },
            paragraphs=text if _says_something(text) else _abstract(found),
        )


def _abstract(found: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What stands for a text that the database does not have."""
    abstract = found.get("abstract", ())
    return abstract if _says_something(abstract) else ()


def _says_something(lines: Sequence[str]) -> bool:
    return bool(lines) and " ".join(lines).lower() not in _NOTHING


def _gale(lines: Sequence[str]) -> Iterator[Document]:
    record: list[str] = []
    for line in lines:
        record.append(line)
        if match := _GALE_END.fullmatch(line):
            found = by_label(record, _GALE)
            yield Document(
                id=f"gale-{match[1]}",
                fields={
                    **_common(found),
                    "title": value_of(found, "title", "article title") or " ".join(found[""][:1]),
                    "source": _until_bracket(
                        value_of(found, "from", "publication title", "source")
                    ),
                    "url": value_of(found, "document url"),
                },
                paragraphs=found.get("full text", ()),
            )
            record = []


def _newsbank(lines: Sequence[str]) -> Iterator[Document]:
    record: list[str] = []
    is_ending = False
    for line in lines:
        if line != "OpenURL Link":
            record.append(line)
        is_ending = is_ending or _NEWSBANK_RECORD.match(line) is not None
        if is_ending and _NEWSBANK_END.fullmatch(line):
            yield _of_newsbank(record)
            record, is_ending = [], False
    if is_ending:
        yield _of_newsbank(record)


def _of_newsbank(record: Sequence[str]) -> Document:
    """The text stands below the last label above it, whichever that is."""
    found = by_label(record, _NEWSBANK)
    head = found[""]
    number = next(iter(found.get("record number") or found.get("record") or ()), "")
    above = [label for label in found if label in _NEWSBANK_HEAD]
    text = found[above[-1]][1:] if above else head[2:]
    fields = {label: " ".join(found[label][:1]) for label in above}
    dated = next((line for line in head[1:] if printed_date(line)), "")
    return Document(
        id=f"newsbank-{number}" if number.isalnum() else "",
        fields={
            "title": value_of(found, "title") or " ".join(head[:1]),
            "source": re.split(r" - | \(|,", dated)[0] or value_of(found, "newspaper", "paper"),
            "published": printed_date(dated or value_of(found, "date")),
            "byline": fields.get("author") or fields.get("byline"),
            "section": fields.get("section"),
        },
        paragraphs=text,
    )


def _common(found: Mapping[str, Sequence[str]]) -> dict[str, object]:
    return {
        "byline": [
            each.strip() for each in value_of(found, "author", "authors", "byline").split(";")
        ],
        "published": printed_date(value_of(found, "publication date", "date")),
        "section": value_of(found, "section"),
        "language": language_code(value_of(found, "language of publication", "language")),
    }


def _until_bracket(source: str) -> str:
    """A publication without the numbers behind its name."""
    return re.split(r"\(|,", source)[0]


def _parted(lines: Sequence[str], rule: re.Pattern[str]) -> Iterator[Sequence[str]]:
    record: list[str] = []
    for line in lines:
        if rule.fullmatch(line):
            yield record
            record = []
        else:
            record.append(line)
    yield record


def _of_how_many(lines: Iterable[str]) -> int | None:
    return max((int(m[2]) for line in lines if (m := _NUMBERED.fullmatch(line))), default=None)


PROQUEST = Layout(
    name="ProQuest",
    recognises=lambda text: (
        _OF_PROQUEST.search(text) is not None
        and (_RULES.search(text) is not None or "ProQuest document ID" in text)
    ),
    documents=_proquest,
    announced=_of_how_many,
)
GALE = Layout(
    name="Gale", recognises=lambda text: _GALE_NUMBER.search(text) is not None, documents=_gale
)
NEWSBANK = Layout(
    name="NewsBank",
    recognises=lambda text: (
        _NEWSBANK_RECORD.search(text) is not None and _OF_NEWSBANK.search(text) is not None
    ),
    documents=_newsbank,
)
