"""Cells that no spreadsheet runs.

A cell that begins like a formula is one to Excel, LibreOffice and Sheets, also if it came from a
news page, and may fetch or start something (DDE). As OWASP's page on CSV injection has it, such a
cell gets an apostrophe before it. The rule can be turned round: an apostrophe is taken away exactly
where one was put, so that no text changes by going out and coming back.
"""

import re

_STARTS = "=+-@\t\r\n|%＝＋－＠"
"""What formulas begin with, and what reaches the next cell or a DDE server."""
_UNSEEN = " \u00a0\u200b\u2060\ufeff\u3000"
"""What programs strip before they look."""
_GUARD = "'"
_RUNS = re.compile(f"{_GUARD}*[{_UNSEEN}]*[{re.escape(_STARTS)}]")
"""A cell that begins like a formula, behind any guards that it already has."""


def guarded(cell: str) -> str:
    """The cell as it can be opened in a spreadsheet.

    >>> guarded("=1+1"), guarded("'=1+1"), guarded("it's")
    ("'=1+1", "''=1+1", "it's")
    """
    return _GUARD + cell if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith(_GUARD) and _RUNS.match(cell) else cell
