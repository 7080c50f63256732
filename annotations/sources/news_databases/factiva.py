"""Factiva: with its two-letter codes, or as it is displayed."""

import re
from collections.abc import Iterator, Sequence

from annotations.sources.news_databases.documents import Document, Layout
from annotations.sources.news_databases.languages import language_code
from annotations.sources.news_databases.printed_dates import printed_date

_CODES = (
    *("SE", "CLM", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA"),
    *("CY", "LP", "TD", "ART", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN"),
)
"""In the order in which they stand."""
_USUAL = {"HD": "title", "BY": "byline", "SN": "source", "SE": "section"}
_CODED = re.compile(
    rf"(?P<code>{'|'.join(_CODES)})(?:$|\t\s*|\s*\|\s*| {{2,}}| (?=\S))(?P<value>.*)"
)
_CLEAR = re.compile(rf"(?:{'|'.join(_CODES)})(?:$|\t| {{2,}}|\s*\|)")
_WITH_ONE_BLANK = {
    "WC": re.compile(r"WC [\d,. ]+\w+"),
    "PD": re.compile(r"PD .*\d{4}"),
    "AN": re.compile(r"AN \w+ \w{15,}"),
}
"""Codes that one blank behind them is enough for, and what they are then known by."""
_HAS_CODES = tuple(
    re.compile(rf"^[ \t]*{code}\b", re.MULTILINE) for code in ("HD", "WC", "PD", "AN")
)

_ID = r"(?P<id>[A-Z0-9]{4,}\d{8}\w{6,})"
_END = re.compile(rf"(?:Document|Dokument|Documento|Documentos|Документ|文件|文档) {_ID}")
_ENDS = re.compile(rf"^[ \t]*{_END.pattern}[ \t]*$", re.MULTILINE)
_ANY_ID = re.compile(_ID)
_WORDS = re.compile(
    r"[\d.,  ]+(?:words?|Wörter|Wort|mots?|palabras|palavras|parole|woorden|слов\w*|字)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[AP]M)?(?: GMT)?")
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_RIGHTS = re.compile(r"copyright|©|\(c\)|all rights|alle rechte|tous droits", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|di|da|door)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_RUNNING = re.compile(r"Page \d+ of \d+.*|(?:©|\(c\)) \d{4} Factiva.*", re.IGNORECASE)
HEADLINE = "HD "
"""What stands before the headline where the layout marks it, as in HTML."""
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ]\w+")
_ABOVE = 15
"""Lines above the number of words at most."""
_BELOW = 9
"""Lines between the number of words and the text at most."""


def _with_codes(lines: Sequence[str]) -> Iterator[Document]:
    found: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        new, value = _code(line)
        if new in found or (new and "AN" in found):
            yield from _coded(found)
            found = {}
        if new:
            code = new
            found[code] = []
        if value and code and not _RUNNING.fullmatch(value):
            found[code].append(value)
    yield from _coded(found)


def _spread(text: str) -> str:
    """Text with every code on a line of its own, and what stood beside it below."""
    lines: list[str] = []
    for line in map(str.strip, text.split("\n")):
        code, value = _code(line)
        lines += ["", code, "", value] if code else [line]
    return "\n".join(lines)


def _code(line: str) -> tuple[str, str]:
    """The code that a line begins with, empty if none, and what stands behind it."""
    match = _CODED.match(line)
    if match is None:
        return "", line
    by_itself = _WITH_ONE_BLANK.get(match["code"])
    if _CLEAR.match(line) or (by_itself and by_itself.fullmatch(line)):
        return match["code"], match["value"].strip()
    return "", line


def _coded(found: dict[str, list[str]]) -> Iterator[Document]:
    if "HD" not in found:
        return
    said = {code: " ".join(value) for code, value in found.items()}
    number = _ANY_ID.search(said.get("AN", ""))
    yield Document(
        id=f"factiva-{number['id']}" if number else "",
        fields={
            **{usual: said[code] for code, usual in _USUAL.items() if said.get(code)},
            "published": printed_date(said.get("PD", "")),
            "language": language_code(said.get("LA", "")),
        },
        paragraphs=[*found.get("LP", ()), *found.get("TD", ())],
    )


def _as_displayed(lines: Sequence[str]) -> Iterator[Document]:
    start = 0
    for index, line in enumerate(lines):
        if match := _END.fullmatch(line):
            yield _displayed(lines[start:index], match["id"])
            start = index + 1


def _displayed(lines: Sequence[str], number: str) -> Document:
    lines = [line for line in lines if not _RUNNING.fullmatch(line)]
    counted = (at for at, line in enumerate(lines[:_ABOVE]) if _WORDS.fullmatch(line))
    words = next(counted, None)
    if words is None:
        first = lines[0].removeprefix(HEADLINE) if lines else ""
        return Document(id=f"factiva-{number}", fields={"title": first}, paragraphs=lines[1:])
    fields: dict[str, object] = dict(_above(lines[:words]))
    begin, below = _below(lines, words + 1)
    end = len(lines)
    if end > begin + 1 and _is_publisher(lines[-1], lines[words:begin]):
        end -= 1
    return Document(id=f"factiva-{number}", fields={**fields, **below}, paragraphs=lines[begin:end])


def _is_publisher(line: str, above: Sequence[str]) -> bool:
    """Whether the last line is the publisher's name, which the lines above the text have too."""
    words = set(_CAPITALISED.findall(line))
    known = set(_CAPITALISED.findall(" ".join(above)))
    return not line.endswith((".", "!", "?")) and 2 * len(words & known) > len(words)


def _above(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What stands above the number of words: section, headline and author, of which the headline
    alone is always there.
    """
    by = next((at for at, line in enumerate(lines) if at and _BY.match(line)), len(lines))
    marked = (at for at, line in enumerate(lines) if line.startswith(HEADLINE))
    title = next(marked, max(by - 1, 0))
    if title < len(lines):
        yield "title", lines[title].removeprefix(HEADLINE)
    if title:
        yield "section", lines[title - 1]
    if by < len(lines):
        yield "byline", _BY.sub("", lines[by], count=1)


def _below(lines: Sequence[str], start: int) -> tuple[int, dict[str, object]]:
    """Where the text begins, and what stands above it: date, time, source, code, edition, pages,
    language, rights.
    """
    head = lines[start : start + _BELOW]
    found: dict[str, object] = {"published": printed_date(head[0]) if head else None}
    rest = 2 if len(head) > 1 and _CLOCK.fullmatch(head[1]) else 1
    if len(head) > rest:
        found["source"] = head[rest]
    end = rest + 1
    if len(head) > end and _SOURCE_CODE.fullmatch(head[end]):
        end += 1
    for at, line in enumerate(head[end:], start=end):
        if code := language_code(line) if len(line.split()) <= 3 else None:
            found["language"] = code
            end = at + 1
        elif _RIGHTS.match(line):
            end = at + 1
    return min(start + end, len(lines)), found


WITH_CODES = Layout(
    name="Factiva",
    recognises=lambda text: all(code.search(text) for code in _HAS_CODES),
    documents=_with_codes,
    spread=_spread,
)
AS_DISPLAYED = Layout(
    name="Factiva",
    recognises=lambda text: _ENDS.search(text) is not None,
    documents=_as_displayed,
)
