"""A file of what could not be read, a JSON object a line."""

import json
from typing import TextIO

from annotations.errors import CloseReadError
from annotations.text import clean_line


def write_failed(output: TextIO, error: CloseReadError, *, source: str | None) -> None:
    """Write one thing that could not be read.

    Args:
        output: Where to.
        error: Why it could not.
        source: The file or address that it is in; null if that is not known.
    """
    record = {"source": source, "error": clean_line(error.message), "hint": error.hint or None}
    output.write(json.dumps(record, ensure_ascii=False) + "\n")
    output.flush()
