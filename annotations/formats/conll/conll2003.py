"""CoNLL-2003: a word a line in four columns, of which the last has the tag.

Tjong Kim Sang & De Meulder, "Introduction to the CoNLL-2003 Shared Task" (2003). Parts of speech
and phrases are not known (`-X-`). A document begins with `-DOCSTART- -X- O O`, to the letter what
`spacy convert` parts documents by, and so without an id; no line is a comment, since common
readers take each for a word. What the articles are is in a file beside.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotations.errors import RecordError, SourceError, UsageError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.conll.chunks import Chunk
from annotations.formats.conll.documents import Document, Word
from annotations.formats.conll.reading import Found, read_file
from annotations.formats.conll.reading import read_folder as read_layers
from annotations.formats.conll.schemes import SCHEMES, tags_of
from annotations.formats.conll.writing import CANNOT, CARRIES, write_layers
from annotations.formats.format import Format, Piece, Tokens, Writing
from annotations.sources.inputs import Input
from annotations.text import clean, clean_line, decode

SUFFIX = ".conll"
_START = "-DOCSTART-"
_COMMENT = re.compile(r"#\s*(\w+(?: \w+)?)\s*=\s*(.+)")
"""As files have them that are read by programs which allow for comments."""
_TITLE = re.compile(r"\((.*)\)")
"""As AIDA names its documents: `-DOCSTART- (1 EU)`."""


def write(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield the pieces of a file a layer."""
    scheme = writing.settings.get("scheme", SCHEMES[0])
    if scheme not in SCHEMES:
        known = ", ".join(SCHEMES)
        raise UsageError(f"There is no scheme {scheme!r}.", hint=f"Choose one of: {known}.")

    def rows(annotated: AnnotatedArticle, tokens: Tokens, chunks: list[Chunk]) -> str:
        text = annotated.article.text
        starts = {first for first, _ in tokens.sentences}
        tags = tags_of(len(tokens.tokens), chunks, scheme, starts=starts)
        lines = [f"{_START} -X- O O", ""]
        for first, end in tokens.sentences:
            words = zip(tokens.tokens[first:end], tags[first:end], strict=True)
            lines += (f"{text[word.start : word.end]} -X- -X- {tag}" for word, tag in words)
            lines.append("")
        return "".join(f"{line}\n" for line in lines)

    yield from write_layers(articles, writing, rows, suffix=SUFFIX, tells_all=False)


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
    document = Document()
    for number, raw in enumerate(given.lines(), start=1):
        line = clean(_decoded(raw).rstrip("\r\n").replace("\t", " ")).strip()
        comment = None if document.is_open else _COMMENT.fullmatch(line)
        if line.startswith(_START) or (comment and comment[1] == "newdoc id"):
            if not document.is_empty:
                yield document
            document = Document(title=_title(line))
        elif not line:
            document.is_open = False
        elif not comment:
            _take(document, line, number, given.name)
        if comment and comment[1] in ("id", "newdoc id"):
            document.id = clean_line(comment[2])
    if not document.is_empty:
        yield document


def _take(document: Document, line: str, number: int, name: str) -> None:
    columns = line.split()
    if len(columns) == 1:
        document.errors.append(RecordError(name, number, f"{line[:60]!r} has no tag"))
    else:
        document.take(Word(form=columns[0], tag=columns[-1], line=number))


def _title(line: str) -> str:
    title = _TITLE.search(line)
    return clean_line(title[1]) if title else ""


def _decoded(raw: bytes) -> str:
    try:
        return decode(raw)
    except SourceError:
        return raw.decode("utf-8", errors="replace")


FORMAT = Format(
    name="conll2003",
    title="a folder of words with tags, in the columns of CoNLL-2003, a file a layer",
    suffix="",
    carries=CARRIES,
    cannot=CANNOT,
    write=write,
    read=read,
    read_folder=read_folder,
    settings={"scheme": "bio2 (as most have it), iob1 (as CoNLL-2003 had it) or bioes"},
    needs_tokens=True,
)
