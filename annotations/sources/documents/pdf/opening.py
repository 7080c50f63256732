"""Opens a PDF within bounds, whatever is wrong with it."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from annotations.errors import SourceError

if TYPE_CHECKING:
    from pypdf import PdfReader

_STREAM = 50_000_000
"""Bytes of one stream once it is unpacked."""
_INSTRUCTIONS = 600_000
"""Instructions of one page, their operands included."""
_PAGES = 20_000
_MENDED = 64_000_000
"""Bytes of a file that is mended in memory."""
_CATALOG = re.compile(rb"(\d{1,9}) +(\d{1,5}) +obj\s*<<[^>]{0,500}/Type\s*/Catalog\b")
"""The object from which all others are found."""
_END = b"\nstartxref\n0\n%%EOF\n"
"""What every file ends with; it leads nowhere, so that the objects are searched for."""


@contextmanager
def opened(file: BinaryIO, name: str) -> Iterator["PdfReader"]:
    """Open a document; one that is encrypted with an empty password is open to everybody.

    Args:
        file: Its bytes; it can be gone about in.
        name: What errors call it.

    Raises:
        SourceError: If it needs a password, or cannot be read at all.
    """
    from pypdf import apply_configuration
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote the file
    with apply_configuration(
        zlib_maximum_output_length=_STREAM,
        lzw_maximum_output_length=_STREAM,
        run_length_maximum_output_length=_STREAM,
        brotli_maximum_output_length=_STREAM,
        array_based_stream_maximum_output_length=_STREAM,
        maximum_declared_stream_length=_STREAM,
        stream_parsing_work_maximum_count=_INSTRUCTIONS,
        page_tree_maximum_entries=_PAGES,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    ):
        try:
            document = _document(file)
            _unlock(document, name)
            yield document
        except (PyPdfError, RecursionError, NotImplementedError) as error:
            raise SourceError(f"{name} is damaged: {_reason(error)}.", hint=_HINT) from error


_HINT = "Open it in a PDF reader and print it to a new PDF."


def _document(file: BinaryIO) -> "PdfReader":
    """Open a file; where its end is missing, what is there is searched for objects."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return PdfReader(file)
    except PyPdfError:
        file.seek(0)
        data = file.read(_MENDED + 1)
        if len(data) > _MENDED or b" obj" not in data:
            raise
        catalog = _CATALOG.search(data)
        root = b"trailer<</Root %s %s R>>" % catalog.groups() if catalog else b""
        return PdfReader(io.BytesIO(data + b"\n" + root + _END))


def _unlock(document: "PdfReader", name: str) -> None:
    if not document.is_encrypted:
        return
    if not document.decrypt(""):
        raise SourceError(
            f"{name} needs a password.", hint="Save it without one in a PDF reader, then add it."
        )


def _reason(error: Exception) -> str:
    return "it goes in circles" if isinstance(error, RecursionError) else str(error).rstrip(".")
