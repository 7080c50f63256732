r"""CoNLL-U with tags among the miscellanea, from which the text comes back to the character.

https://universaldependencies.org/format.html. `SpaceAfter=No` is of the format itself, and
`SpacesAfter` and `SpacesBefore` are as UDPipe writes them (`SpacesAfter=\n\n` ends a paragraph).
Tags are in BIO2, `NER=B-GPE`; nothing is said of lemmas, parts of speech and dependencies.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from annotations.errors import RecordError, UsageError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.conll.chunks import Chunk
from annotations.formats.conll.documents import Document, Word
from annotations.formats.conll.reading import Found, read_file
from annotations.formats.conll.reading import read_folder as read_layers
from annotations.formats.conll.schemes import OUTSIDE, tags_of
from annotations.formats.conll.spaces import escaped, unescaped
from annotations.formats.conll.writing import CANNOT, CARRIES, write_layers
from annotations.formats.format import Format, Piece, Tokens, Writing
from annotations.sources.inputs import Input
from annotations.text import clean, clean_line

SUFFIX = ".conllu"
_KEYS = ("NER", "NE", "name", "ner", "Entity")
"""What tags are called, in the order in which they are looked for."""
_RESUMED = "Continues=Yes"
"""Beside the tag of what goes on from the sentence before, where another B begins."""
_KEY = re.compile("[A-Za-z]+")
_COLUMNS = 10
_NEW = re.compile(r"#\s*newdoc(?:\s+id\s*=\s*(.*))?")
_ID = re.compile(r"[0-9]{1,9}(?:[-.][0-9]{1,9})?")


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield the pieces of a file a layer."""
    key = writing.settings.get("key", _KEYS[0])
    if not _KEY.fullmatch(key):
        raise UsageError(f"{key!r} is no key.", hint="Letters make a key, such as NER or name.")

    def rows(annotated: AnnotatedArticle, tokens: Tokens, chunks: list[Chunk]) -> str:
        tags = tags_of(len(tokens.tokens), chunks, "bio2")
        resumed = {each.first for each in chunks if each.goes_on}
        return "".join(f"{line}\n" for line in _rows(annotated, tokens, tags, key, resumed))

    yield from write_layers(articles, writing, rows, suffix=SUFFIX, tells_all=True)


def _rows(
    annotated: AnnotatedArticle, tokens: Tokens, tags: list[str], key: str, resumed: set[int]
) -> Iterator[str]:
    text, article_id = annotated.article.text, clean_line(annotated.article.id)
    yield f"# newdoc id = {article_id}"
    words = tokens.tokens
    starts = [*(each.start for each in words[1:]), len(text)]
    for number, (first, end) in enumerate(tokens.sentences, start=1):
        gaps = [text[words[at].end : starts[at]] for at in range(first, end)]
        forms = [text[each.start : each.end] for each in words[first:end]]
        yield f"# sent_id = {article_id}-{number}"
        yield f"# text = {_joined(forms, gaps)}"
        for at, (form, gap) in enumerate(zip(forms, gaps, strict=True)):
            before = text[: words[0].start] if first + at == 0 else ""
            rest = (_RESUMED,) if first + at in resumed else ()
            misc = "|".join((*rest, f"{key}={tags[first + at]}", *_spaces(before, gap)))
            yield "\t".join((str(at + 1), form, *"_" * 7, misc))
        yield ""


def _joined(forms: list[str], gaps: list[str]) -> str:
    """A sentence as its words and `SpaceAfter` tell it."""
    pieces = (form + " " * bool(gap) for form, gap in zip(forms, gaps, strict=True))
    return "".join(pieces).strip()


def _spaces(before: str, after: str) -> Iterator[str]:
    if not after:
        yield "SpaceAfter=No"
    elif after != " ":
        yield f"SpacesAfter={escaped(after)}"
    if before:
        yield f"SpacesBefore={escaped(before)}"


def read(given: Input) -> Iterator[Found]:
    """Read a file of any layer, or one from elsewhere."""
    return read_file(given, documents)


def read_folder(folder: Path) -> Iterator[Found]:
    """Read what an export wrote, or files from elsewhere."""
    return read_layers(folder, documents, suffix=SUFFIX)


def documents(given: Input) -> Iterator[Document]:
    """The documents of a file; all of it is one if nothing parts it.

    Raises:
        SourceError: If a document is larger than an article may be.
    """
    document, inside = Document(), 0
    for number, raw in enumerate(given.lines(), start=1):
        line = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace").rstrip("\r\n")
        new = _NEW.fullmatch(line)
        if new:
            if not document.is_empty:
                yield document
            document = Document(id=clean_line(new[1] or "") or None)
        if not line or new:
            document.is_open, inside = False, 0
        elif not line.startswith("#"):
            columns = line.split("\t")
            reason = _fault(columns)
            if reason:
                document.errors.append(RecordError(given.name, number, reason))
            elif _is_in_text(columns[0], inside):
                inside = _last_of(columns[0], inside)
                document.take(_word(columns, number))
    if not document.is_empty:
        yield document


def _fault(columns: list[str]) -> str:
    """Why a line is none of a word; empty if it is one."""
    if len(columns) != _COLUMNS:
        return f"it has {len(columns)} columns instead of {_COLUMNS}"
    if not _ID.fullmatch(columns[0]):
        return f"{clean_line(columns[0])[:40]!r} is no number of a word"
    return "" if clean(columns[1]).strip() else "it has no word"


def _is_in_text(number: str, inside: int) -> bool:
    """Whether what a line has stands in the text; parts of a word before it do not."""
    return "." not in number and ("-" in number or int(number) > inside)


def _last_of(number: str, inside: int) -> int:
    """The last word that is a part of the one that a line has."""
    return int(number.partition("-")[2]) if "-" in number else inside


def _word(columns: list[str], number: int) -> Word:
    misc = _misc(columns[-1])
    return Word(
        form=clean(columns[1]),
        tag=next((misc[key] for key in _KEYS if key in misc), OUTSIDE),
        line=number,
        before=unescaped(misc.get("SpacesBefore", "")),
        after=_after(misc),
        goes_on=_RESUMED in columns[-1].split("|"),
    )


def _misc(column: str) -> Mapping[str, str]:
    pairs = (each.partition("=") for each in column.split("|"))
    return {key: value for key, sign, value in pairs if sign}


def _after(misc: Mapping[str, str]) -> str | None:
    if misc.get("SpaceAfter") == "No":
        return ""
    return unescaped(misc["SpacesAfter"]) if "SpacesAfter" in misc else " "


FORMAT = Format(
    name="conllu",
    title="a folder of words with tags in CoNLL-U, a file a layer",
    suffix="",
    carries=CARRIES,
    cannot=CANNOT,
    write=write,
    read=read,
    read_folder=read_folder,
    settings={"key": "what the tags are called (NER; spacy convert looks for name)"},
    needs_tokens=True,
)
