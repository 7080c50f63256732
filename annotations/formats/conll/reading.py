"""Articles of documents: one file a layer, or files from elsewhere on their own."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from annotations.errors import CloseReadError, RecordError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.beside import read_beside
from annotations.formats.conll.chunks import Chunk
from annotations.formats.conll.documents import Document, Documents, places_in, text_of
from annotations.formats.conll.schemes import Fault, chunks_in, is_loose
from annotations.formats.foreign_marks import sound_annotations
from annotations.formats.marking import Mark, Marking
from annotations.model import Annotation, Article, Layer
from annotations.records import Record
from annotations.sources import folders
from annotations.sources.content_id import content_id
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of
from annotations.text import clean_line

Found = AnnotatedArticle | CloseReadError


def read_file(given: Input, documents: Documents) -> Iterator[Found]:
    """Read a file on its own."""
    for document in documents(given):
        yield from _read([(given.name, document)], about=None)


def read_folder(folder: Path, documents: Documents, *, suffix: str) -> Iterator[Found]:
    """Read the layers that are in a folder together, and other files on their own.

    Args:
        folder: Where they are.
        documents: Reads one of the files.
        suffix: How their names end.
    """
    layers = [path for path in (folder / f"{layer}{suffix}" for layer in Layer) if path.is_file()]
    with ExitStack() as stack:
        read = [documents(_input(stack, path)) for path in layers]
        abouts = read_beside(folder)
        for group in zip_longest(*read):
            about = next(abouts, None)
            if isinstance(about, CloseReadError):
                yield about
                about = None
            named = zip((clean_line(str(path)) for path in layers), group, strict=True)
            yield from _read([(name, each) for name, each in named if each], about=about)
    for each in folders.files(folder, is_wanted=lambda name: name.endswith(suffix)):
        if isinstance(each, SourceError):
            yield each
        elif each not in layers:
            with ExitStack() as stack:
                yield from read_file(_input(stack, each), documents)


def _input(stack: ExitStack, path: Path) -> Input:
    return Input(name=clean_line(str(path)), stream=stack.enter_context(path.open("rb")))


def _read(group: Sequence[tuple[str, Document]], *, about: Record | None) -> Iterator[Found]:
    """The article of the same document in all its files, after what is wrong with it."""
    name, first = group[0]
    try:
        article, places = _article(first, about)
    except SourceError as error:
        yield SourceError(f"{name}: {error.message.removesuffix('.')}.")
        return
    forms = [word.form for word in first.words]
    annotations: list[Annotation] = []
    for file, document in group:
        yield from document.errors
        if [word.form for word in document.words] != forms:
            yield SourceError(f"{file}: {article.id} has other words there than in {name}.")
            continue
        for each in _annotations(file, document, article.text, places):
            if isinstance(each, CloseReadError):
                yield each
            else:
                annotations.append(each)
    yield AnnotatedArticle(article=article, annotations=tuple(annotations))


def _article(document: Document, about: Record | None) -> tuple[Article, list[tuple[int, int]]]:
    """The article of a document, and where its words are.

    Raises:
        SourceError: If it has no words.
    """
    text, places = text_of(document)
    if about is not None and document.id in (None, clean_line(str(about.get("id")))):
        known = article_of({"text": text, **about})
        found = places_in(known.text, document.words)
        if found is not None:
            return known, found
    named = document.id or content_id(text)
    return article_of({"id": named, "title": document.title, "text": text}), places


def _annotations(
    file: str, document: Document, text: str, places: Sequence[tuple[int, int]]
) -> Iterator[Annotation | CloseReadError]:
    sentences = [[word.tag for word in sentence] for sentence in document.sentences]
    loose = is_loose(sentences)
    marks: list[Mark] = []
    first = 0
    for sentence, tags in zip(document.sentences, sentences, strict=True):
        for each in chunks_in(tags, is_loose=loose):
            if isinstance(each, Fault):
                yield RecordError(file, sentence[each.place].line, each.reason)
                continue
            mark = _mark(each, places[first : first + len(sentence)])
            if sentence[each.first].goes_on and _ends_at(marks, mark.label, places, first):
                mark = replace(mark, start=marks.pop().start)
            marks.append(mark)
        first += len(sentence)
    yield from sound_annotations(text, Marking(tuple(marks), ()), name=file)


def _ends_at(
    marks: Sequence[Mark], label: str, places: Sequence[tuple[int, int]], first: int
) -> bool:
    """Whether the last mark has a label and ends with the word before a sentence."""
    last = places[first - 1][1] if first else None
    return bool(marks) and (marks[-1].label, marks[-1].end) == (label, last)


def _mark(chunk: Chunk, places: Sequence[tuple[int, int]]) -> Mark:
    start, end = places[chunk.first][0], places[chunk.end - 1][1]
    return Mark(start=start, end=end, label=clean_line(chunk.label))
