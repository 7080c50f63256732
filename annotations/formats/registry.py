"""Every format by its name."""

from pathlib import Path

from annotations.errors import UnknownFormat
from annotations.formats import (
    brat,
    cas,
    csv_table,
    docbin,
    doccano,
    jsonl,
    label_studio,
    prodigy,
    web_annotation,
)
from annotations.formats.conll import conll2003, conllu
from annotations.formats.format import Format
from annotations.formats.readable import html, markdown, quotations
from annotations.formats.tables import csv_files, incidents, parquet

FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        jsonl.FORMAT,
        csv_table.FORMAT,
        csv_files.NAMES,
        csv_files.QUOTES,
        csv_files.FIGURES,
        incidents.FORMAT,
        parquet.FORMAT,
        docbin.FORMAT,
        docbin.CORPUS,
        prodigy.FORMAT,
        brat.FORMAT,
        doccano.FORMAT,
        conll2003.FORMAT,
        conllu.FORMAT,
        cas.XMI,
        cas.JSON,
        label_studio.FORMAT,
        web_annotation.FORMAT,
        html.FORMAT,
        html.PAGES,
        markdown.FORMAT,
        quotations.FORMAT,
        quotations.RIS,
    )
}


def named(name: str) -> Format:
    """The format of a name.

    Raises:
        UnknownFormat: If there is none; the message lists those that there are.
    """
    if name not in FORMATS:
        raise UnknownFormat(
            f"There is no format {name!r}.", hint=f"Choose one of: {', '.join(FORMATS)}."
        )
    return FORMATS[name]


def of_suffix(path: Path) -> Format | None:
    """The format that a file's name asks for by its ending."""
    suffix = path.suffix.lower()
    return next((each for each in FORMATS.values() if suffix and each.suffix == suffix), None)
