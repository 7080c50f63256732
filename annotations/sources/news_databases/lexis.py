"""LexisNexis: Academic with its "1 of 200 DOCUMENTS", and Nexis Uni with its "End of Document"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotations.sources.news_databases.documents import Document, Layout
from annotations.sources.news_databases.labels import labelled
from annotations.sources.news_databases.languages import language_code
from annotations.sources.news_databases.printed_dates import printed_date

_START = re.compile(
    r"[ \t]*(?:Document |Dokument )?(\d{1,9}) (?:of|von|de|van|di) (\d{1,9})"
    r" (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)[ \t]*"
)
_END = re.compile(
    r"[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento"
    r"|Fine del documento|Fim do documento|Einde van document)[ \t]*",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"(?:Documents|Dokumente|Documentos|Documenti) \((\d{1,9})\)")
_STARTS = re.compile(rf"^{_START.pattern}$", re.MULTILINE)
_ENDS = re.compile(rf"^{_END.pattern}$", re.MULTILINE | re.IGNORECASE)
_BODIES = re.compile(
    r"^[ \t]*(?:Body|Textkörper|Hauptteil|Corps|Cuerpo|Corpo)[ \t]*$", re.MULTILINE
)
_LOADED = re.compile(r"^[ \t]*Load-Date:", re.MULTILINE)

_HEAD_FIELDS = {
    **dict.fromkeys(("byline", "autor", "auteur", "verfasser", "autore"), "byline"),
    **dict.fromkeys(("section", "rubrik", "rubrique", "sección", "sezione"), "section"),
    **dict.fromkeys(("headline", "titel", "titre", "titular"), "title"),
    **dict.fromkeys(("length", "länge", "longueur", "longitud", "lengte", "lunghezza"), "length"),
    **dict.fromkeys(("dateline", "highlight", "series", "show", "anchors", "guests"), ""),
    **dict.fromkeys(("type", "edition", "correction", "column", "kicker", "teaser"), ""),
}
"""Labels above the text, and the field each is; empty for what no article has a field for."""
_TAIL_FIELDS = {
    **dict.fromkeys(("language", "sprache", "langue", "idioma", "lingua", "taal"), "language"),
    "url": "url",
    **dict.fromkeys(("load-date", "update", "graphic", "grafik", "publication-type"), ""),
    **dict.fromkeys(("journal-code", "journal code", "document-type", "distribution"), ""),
    **dict.fromkeys(("subject", "company", "organization", "person", "geographic"), ""),
    **dict.fromkeys(("industry", "ticker", "country", "city", "state", "acc-no"), ""),
    **dict.fromkeys(("correction-date", "copyright", "notes", "publication type"), ""),
}
"""Labels below the text, likewise."""
_BODY = frozenset(("body", "textkörper", "hauptteil", "corps", "cuerpo", "corpo", "body:"))
_TAIL_WORDS = frozenset(("graphic", "classification", "klassifizierung", "notes", "grafik"))
"""Lines of Nexis Uni that stand above what comes below the text."""
_RIGHTS = re.compile(r"copyright|©|\(c\)|all rights|alle rechte|tous droits", re.IGNORECASE)
_RUNNING = re.compile(r"Page \d+ of \d+|Link to (?:PDF|Image).*", re.IGNORECASE)
_PAGE = re.compile(r";?\s*(?:Pg|S|P|p|Blz)\.\s*\S+\s*\Z")
_FEWEST = 3
"""Lines that may say what a document is if none has a label."""
_FEW = 40
"""Lines above the text at most; a "Body" further down is a word of the text."""


def _academic(lines: Sequence[str]) -> Iterator[Document]:
    starts = [index for index, line in enumerate(lines) if _START.fullmatch(line)]
    for start, end in pairwise([*starts, len(lines)]):
        yield _document(lines[start + 1 : end])


def _uni(lines: Sequence[str]) -> Iterator[Document]:
    start = 0
    ends = [index for index, line in enumerate(lines) if _END.fullmatch(line)]
    for end in ends:
        yield _document(lines[start:end])
        start = end + 1
    if any(map(_begins_fields, lines[start:])):
        yield _document(lines[start:])


def _document(lines: Sequence[str]) -> Document:
    """The document in its lines. If none has a label, all are text."""
    lines = [line for line in lines if not _RUNNING.fullmatch(line)]
    labels = (index for index, line in enumerate(lines) if _begins_fields(line))
    start = next(labels, None)
    if start is None:
        return Document(fields=dict(_of_head(lines[:_FEWEST])), paragraphs=lines)
    fields: dict[str, object] = dict(_of_head(lines[:start]))
    begin, said = _fields(lines, start)
    end = next((at for at in range(begin, len(lines)) if _ends_text(lines[at])), len(lines))
    text = lines[begin:end]
    for line in lines[end:]:
        pair = labelled(line, _TAIL_FIELDS)
        if pair and (field := _TAIL_FIELDS[pair[0]]):
            fields[field] = language_code(pair[1]) if field == "language" else pair[1]
    return Document(fields={**fields, **said}, paragraphs=text)


def _begins_fields(line: str) -> bool:
    return labelled(line, _HEAD_FIELDS) is not None or line.lower() in _BODY


def _ends_text(line: str) -> bool:
    return labelled(line, _TAIL_FIELDS) is not None or line.lower() in _TAIL_WORDS


def _fields(lines: Sequence[str], start: int) -> tuple[int, dict[str, object]]:
    """Where the text begins, and what the labels above it say.

    It begins below "Body" if there is such a line; else with the first line without a label
    behind its length, which comes last of what always is there.
    """
    said: dict[str, str] = {}
    bodies = (at for at in range(start, min(len(lines), start + _FEW)) if _is_body(lines[at]))
    body = next(bodies, None)
    label = ""
    for at in range(start, len(lines) if body is None else body):
        pair = labelled(lines[at], _HEAD_FIELDS)
        if pair:
            label = _HEAD_FIELDS[pair[0]]
            said.setdefault(label, pair[1])
        elif body is None and ("length" in said or _ends_text(lines[at])):
            return at, _usual(said)
        elif label:
            said[label] = f"{said[label]} {lines[at]}".strip()
    if body is not None:
        return body + 1, _usual(said)
    last = [at for at in range(start, min(len(lines), start + _FEW)) if _begins_fields(lines[at])]
    return last[-1] + 1, _usual(said)


def _is_body(line: str) -> bool:
    return line.lower() in _BODY


def _usual(said: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = {
        field: value for field, value in said.items() if field not in ("", "length") and value
    }
    if "section" in found:
        found["section"] = _PAGE.sub("", said["section"])
    if ";" in said.get("byline", ""):
        found["byline"] = [name.strip() for name in said["byline"].split(";")]
    return found


def _of_head(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What the lines without labels say: who published what, and when.

    Nexis Uni has the title above the publication, Academic below the date, with the edition
    between them.
    """
    head = [line for line in lines[-_FEW:] if not _RIGHTS.match(line)]
    dated = next((at for at in range(len(head) - 1, -1, -1) if printed_date(head[at])), None)
    if dated is None:
        if head:
            yield "title", head[-1]
        return
    yield "published", printed_date(head[dated]) or ""
    if dated >= 1:
        yield "source", head[dated - 1]
    if dated >= 2:
        yield "title", head[dated - 2]
    elif len(head) > dated + 1:
        yield "title", head[-1]


def _of_how_many(lines: Iterable[str]) -> int | None:
    numbers = [int(match[2]) for line in lines if (match := _START.fullmatch(line))]
    return max(numbers, default=None)


def _listed(lines: Iterable[str]) -> int | None:
    matches = (_ANNOUNCED.fullmatch(line) for line in lines)
    return next((int(match[1]) for match in matches if match), None)


ACADEMIC = Layout(
    name="LexisNexis",
    recognises=lambda text: _STARTS.search(text) is not None,
    documents=_academic,
    announced=_of_how_many,
)
UNI = Layout(
    name="Nexis Uni",
    recognises=lambda text: (
        _BODIES.search(text) is not None
        and (_ENDS.search(text) is not None or _LOADED.search(text) is not None)
    ),
    documents=_uni,
    announced=_listed,
)
