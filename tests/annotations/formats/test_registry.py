"""Formats are found by their name and by the name of a file."""

from pathlib import Path

import pytest

from annotations.errors import UnknownFormat
from annotations.formats import FORMATS, named, of_suffix


def test_formats_have_the_names_they_are_listed_under() -> None:
    assert [format_.name for format_ in FORMATS.values()] == list(FORMATS) == ["jsonl", "csv"]


def test_what_is_lossless_can_be_read_back_and_the_rest_says_what_it_loses() -> None:
    for format_ in FORMATS.values():
        assert bool(format_.loss) == (format_.read is None)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match=r"no format 'xml'.*jsonl, csv"):
        named("xml")


def test_by_suffix() -> None:
    assert of_suffix(Path("x/Checked.CSV")) is named("csv")
    assert of_suffix(Path("x.xml")) is None
