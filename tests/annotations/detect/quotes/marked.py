"""Texts with their quotes marked in them; `sentences/README.txt` says how."""

import re
from dataclasses import dataclass
from pathlib import Path

from annotations.model import Quote, QuoteType, Span

_BRACE = re.compile(r"(\{|\|[^{}]+\})")
_INTRODUCTION = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A quote that is to be found."""

    span: Span
    fields: dict[str, Span | str | None]
    """What is compared: fields of `Quote`, by their names."""
    optional: bool

    def is_met_by(self, quote: Quote) -> bool:
        """Whether the quote stands where this one is to be found."""
        if self.optional:
            return quote.start < self.span.end and self.span.start < quote.end
        return (quote.start, quote.end) == (self.span.start, self.span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text and the quotes that are to be found in it."""

    text: str
    quotes: tuple[Expected, ...]

    def faults(self, found: list[Quote]) -> list[str]:
        """What is missing, wrong and too much, in words; empty if all is right."""
        left, faults = list(found), []
        for expected in sorted(self.quotes, key=lambda each: each.optional):
            quote = next(filter(expected.is_met_by, left), None)
            if quote is not None:
                left.remove(quote)
            if not expected.optional:
                faults += _differences(expected, quote)
        return faults + [f"too much: {each.text!r} {each.type}" for each in left]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brace:
    """What stands in a pair of braces: a place in the plain text, and marks."""

    start: int
    end: int
    kind: str
    marks: list[tuple[str, str]]


def read_marked(marked: str) -> Marked:
    """Read one marked text."""
    text, opened, braces = "", [], []
    for piece in _BRACE.split(marked):
        if piece == "{":
            opened.append(len(text))
        elif opened and piece.startswith("|") and piece.endswith("}"):
            braces.append(_brace(opened.pop(), len(text), piece[1:-1]))
        else:
            text += piece
    assert not opened, f"a brace is left open in {marked!r}"
    assert not set(text) & set("{}"), f"a brace too many in {marked!r}"
    quotes = (_expected(brace, braces, text) for brace in braces)
    return Marked(text=text, quotes=tuple(sorted(quotes, key=lambda each: each.span.start)))


def read_sentences(path: Path) -> list[Marked]:
    """The texts of a file that holds one a line, without its comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [read_marked(line) for line in lines if line.strip() and not line.startswith("#")]


def read_articles(path: Path) -> dict[str, Marked]:
    """The texts of a file that introduces each with a line, by what that line says."""
    preface, *pieces = _INTRODUCTION.split(path.read_text(encoding="utf-8"))
    assert not preface.strip(), f"{path.name} begins with a text that nothing introduces"
    articles: dict[str, Marked] = {}
    for introduction, text in zip(pieces[::2], pieces[1::2], strict=True):
        assert introduction not in articles, f"{path.name} introduces two: {introduction}"
        articles[introduction] = read_marked(text.strip())
    return articles


def _brace(start: int, end: int, written: str) -> _Brace:
    kind, *marks = written.split("|")
    pairs = (mark.partition(" ") for mark in marks)
    return _Brace(
        start=start, end=end, kind=kind, marks=[(name, value) for name, _, value in pairs]
    )


def _expected(brace: _Brace, braces: list[_Brace], text: str) -> Expected:
    span = Span.cut(text, brace.start, brace.end)
    fields: dict[str, Span | str | None] = {
        "type": QuoteType(brace.kind.removeprefix("?")).value,
        "speaker": None,
        "utterance": None,
    }
    for name, value in brace.marks:
        match name:
            case "by":
                fields["speaker"] = _nearest(value, span, text)
            case "cue":
                fields["cue"] = None if value == "-" else _nearest(value, span, text)
            case "name":
                fields["speaker_name"] = None if value == "-" else value
            case "part":
                fields["utterance"] = _utterance(value, braces, text)
            case "rule":
                fields["rule"] = value
            case _:
                raise ValueError(f"{name!r} is no mark")
    return Expected(span=span, fields=fields, optional=brace.kind.startswith("?"))


def _nearest(wanted: str, span: Span, text: str) -> Span:
    """The words that are wanted, where they stand nearest to a span, outside of it."""
    words = re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
    gaps = {
        found.span(): max(found.start() - span.end, span.start - found.end()) for found in words
    }
    outside = [place for place, gap in gaps.items() if gap >= 0]
    assert outside, f"{wanted!r} does not stand outside of {span.text!r}"
    return Span.cut(text, *min(outside, key=gaps.__getitem__))


def _utterance(letter: str, braces: list[_Brace], text: str) -> Span:
    """From the first to the last of the parts that share a letter."""
    parts = [brace for brace in braces if ("part", letter) in brace.marks]
    assert len(parts) > 1, f"no other part shares the letter {letter!r} in {text!r}"
    return Span.cut(text, min(each.start for each in parts), max(each.end for each in parts))


def _differences(expected: Expected, quote: Quote | None) -> list[str]:
    if quote is None:
        return [f"missing: {expected.span.text!r} {expected.fields['type']}"]
    compared = ((name, wanted, getattr(quote, name)) for name, wanted in expected.fields.items())
    return [
        f"{expected.span.text!r}: {name} {_plain(got)} instead of {_plain(wanted)}"
        for name, wanted, got in compared
        if wanted != got
    ]


def _plain(value: Span | str | None) -> str:
    """A span with its place, for the same words may stand elsewhere too."""
    return f"{value.text!r} at {value.start}" if isinstance(value, Span) else str(value)
