"""CASes of UIMA, which INCEpTION, DKPro Core and cTAKES open: XMI, and JSON.

A file an article, in a folder; beside XMI stands `TypeSystem.xml`, which INCEpTION imports as
layers before it imports the files; JSON files have it in them. Offsets count UTF-16 units.
"""

import json
import warnings
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from re import fullmatch
from typing import Any

from annotations.errors import CloseReadError, SourceError
from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.carrying import everything_but
from annotations.formats.cas_files import CasFile, in_folder, in_input
from annotations.formats.cas_reading import CasReader
from annotations.formats.cas_types import cassis, type_system
from annotations.formats.cas_writing import CasWriter, fit_for_xml
from annotations.formats.file_names import FileNames
from annotations.formats.format import Format, Piece, Writing
from annotations.sources.inputs import Input
from annotations.text import clean_line

TYPES_FILE = "TypeSystem.xml"

_DISPLACED = r"Not mapping external offset \[(-?\d+)\].*"
"""What the library warns of when an offset is in the middle of a character, or nowhere."""


def write_xmi(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield the type system, then a file an article."""
    types = type_system()
    yield Piece(TYPES_FILE, types.to_xml())
    writer = CasWriter(
        types=types, losses=writing.losses, fit=lambda text: fit_for_xml(text, writing.losses)
    )
    names = FileNames()
    for each in articles:
        yield Piece(f"{names.name_of(each.article)}.xmi", writer.cas_of(each).to_xmi())


def write_json(articles: Iterable[AnnotatedArticle], writing: Writing) -> Iterator[Piece]:
    """Yield a file an article, with the type system in it."""
    writer = CasWriter(types=type_system(), losses=writing.losses, fit=lambda text: text)
    names = FileNames()
    for each in articles:
        data = writer.cas_of(each).to_json() + "\n"
        yield Piece(f"{names.name_of(each.article)}.json", data)


def read(given: Input) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read a CAS, or those in a zip file."""
    return _read(in_input(given))


def read_folder(folder: Path) -> Iterator[AnnotatedArticle | CloseReadError]:
    """Read the CASes in a folder, of several annotators if it is INCEpTION's."""
    return _read(in_folder(folder))


def _read(
    files: Iterable[CasFile | CloseReadError],
) -> Iterator[AnnotatedArticle | CloseReadError]:
    for each in files:
        if isinstance(each, CloseReadError):
            yield each
            continue
        try:
            yield from _opened(each).read()
        except CloseReadError as error:
            yield error


def _opened(file: CasFile) -> CasReader:
    """A CAS, parsed.

    Raises:
        SourceError: If the file holds none.
    """
    load = _load_json if file.data.lstrip()[:1] == b"{" else _load_xmi
    cassis()
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            cas = load(file)
    except Exception as error:  # the library raises whatever it stumbles over
        reason = clean_line(str(error)) or type(error).__name__
        raise SourceError(f"{file.name} is no CAS ({reason}).") from error
    displaced = (fullmatch(_DISPLACED, str(each.message)) for each in told)
    return CasReader(
        cas=cas,
        where=file.name,
        annotator=file.annotator,
        displaced=frozenset(int(each[1]) for each in displaced if each),
    )


def _load_xmi(file: CasFile) -> Any:
    types = type_system() if file.types is None else cassis().load_typesystem(BytesIO(file.types))
    return cassis().load_cas_from_xmi(BytesIO(file.data), typesystem=types, lenient=True)


def _load_json(file: CasFile) -> Any:
    types = json.loads(file.data).get("%TYPES")
    return cassis().load_cas_from_json(
        BytesIO(file.data),
        typesystem=None if types else type_system(),
        lenient=True,
        merge_typesystem=bool(types),
    )


def _format(name: str, title: str, write: Callable[..., Iterator[Piece]], cannot: str) -> Format:
    return Format(
        name=name,
        title=title,
        suffix="",
        carries=everything_but(),
        cannot=cannot,
        write=write,
        read=read,
        read_folder=read_folder,
    )


_LARGE = "counts beyond two thousand million"

XMI = _format(
    "xmi",
    "UIMA's CAS as XMI, for INCEpTION and DKPro Core",
    write_xmi,
    f"characters that XML 1.0 forbids, and {_LARGE}",
)
JSON = _format("cas-json", "UIMA's CAS as JSON, for INCEpTION", write_json, _LARGE)
