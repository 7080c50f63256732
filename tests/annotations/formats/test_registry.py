"""Formats are found by their name and by the name of a file."""

from pathlib import Path

import pytest

from annotations.errors import UnknownFormat
from annotations.formats import FORMATS, named, of_suffix


def test_formats_have_the_names_they_are_listed_under() -> None:
    assert [format_.name for format_ in FORMATS.values()] == list(FORMATS)
    assert {"jsonl", "csv"} <= set(FORMATS)


def test_every_format_says_what_it_is() -> None:
    for format_ in FORMATS.values():
        assert format_.title
        assert format_.is_folder or format_.suffix.startswith(".")


def test_a_format_is_found_by_the_name_of_a_file() -> None:
    assert of_suffix(Path("a/b.CSV")) is FORMATS["csv"]
    assert of_suffix(Path("a/b")) is None
    assert of_suffix(Path("a/b.xyz")) is None


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match="Choose one of: jsonl, csv"):
        named("xml")
