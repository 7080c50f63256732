"""Folders of brat's, whether closeread has written them or not."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.beside import read_beside
from annotations.formats.brat.assembling import Assembly
from annotations.formats.brat.lines import parse
from annotations.formats.brat.writing import LABELS
from annotations.model import Article
from annotations.records import Record
from annotations.sources import folders
from annotations.sources.content_id import content_id
from annotations.sources.inputs import Input
from annotations.sources.json_lines import article_of
from annotations.text import clean, clean_line, decode, fold_line_ends

_TEXT = ".txt"
_WHOLE = ".ann"
_PARTS = (".a1", ".a2", ".co", ".rel")
"""How files end that hold annotations together, where no file holds all of them."""

Documents = dict[str, set[str]]
"""The paths of texts in a folder, without their endings, with the endings that there are."""


def read_folder(folder: Path) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read the documents of a folder and of all below it.

    First come those that closeread has written there, in their order and with what it says about
    them; then all others, which have no more than a text and a title.
    """
    documents: Documents = {}
    for each in folders.files(folder, is_wanted=_is_wanted):
        if isinstance(each, SourceError):
            yield each
        else:
            path = each.relative_to(folder)
            documents.setdefault(path.with_suffix("").as_posix(), set()).add(path.suffix)
    labels = _labels(folder)
    for record in read_beside(folder):
        if isinstance(record, CloseReadError):
            yield record
            continue
        name = str(record.get("file"))
        suffixes = documents.pop(name, None)
        if suffixes is None:
            yield SourceError(f"{clean_line(str(folder / name))}.txt is missing.")
        else:
            yield from _read(folder, name, suffixes, labels, about=record)
    for name, suffixes in documents.items():
        yield from _read(folder, name, suffixes, labels, about=None)


def _is_wanted(name: str) -> bool:
    return name.endswith((_TEXT, _WHOLE, *_PARTS))


def _labels(folder: Path) -> Mapping[str, str]:
    """The labels that types stand for; none if the folder does not say."""
    try:
        with (folder / LABELS).open("rb") as file:
            labels = json.loads(Input(name=LABELS, stream=file).whole())
    except (OSError, ValueError, RecursionError, SourceError):
        return {}
    if not isinstance(labels, dict):
        return {}
    return {key: value for key, value in labels.items() if isinstance(value, str) and value}


def _read(
    folder: Path, name: str, suffixes: set[str], labels: Mapping[str, str], *, about: Record | None
) -> Iterator[AnnotatedArticle | CloseReadError]:
    path = folder / f"{name}{_TEXT}"
    shown = clean_line(str(path.with_suffix("")))
    if _TEXT not in suffixes:
        yield SourceError(f"{shown}{min(suffixes)} has no text beside it, {path.name}.")
        return
    try:
        raw = decode(_bytes(path))
        lines = list(_lines(path, [_WHOLE] if _WHOLE in suffixes else _PARTS, suffixes))
        article = _article(raw, title=path.stem, about=about)
    except OSError as error:
        yield SourceError(f"{shown} cannot be read: {error.strerror or error}.")
        return
    except SourceError as error:
        yield SourceError(f"{shown}: {error.message.removesuffix('.')}.")
        return
    standoff = parse(lines, f"{shown}{_WHOLE}")
    assembly = Assembly(raw, standoff, name=f"{shown}{_WHOLE}", labels=labels)
    yield from assembly.errors
    yield AnnotatedArticle(article=article, annotations=tuple(assembly.annotations))


def _lines(path: Path, wanted: Sequence[str], suffixes: set[str]) -> Iterator[str]:
    for suffix in wanted:
        if suffix in suffixes:
            text = decode(_bytes(path.with_suffix(suffix)))
            yield from (line.rstrip("\r") for line in text.split("\n"))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return Input(name=path.name, stream=file).whole()


def _article(raw: str, *, title: str, about: Record | None) -> Article:
    """The article of a text.

    Raises:
        SourceError: If the text is blank.
    """
    text = fold_line_ends(raw)
    if about is not None:
        return article_of(about | {"text": text})
    return article_of({"id": content_id(clean(text)), "title": title, "text": text})
