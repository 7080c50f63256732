"""The word lists as data files."""

from importlib import resources

import pytest

from annotations.detect import lexicon

_FILES = sorted(
    each.name
    for each in resources.files(lexicon).iterdir()
    if each.name.endswith((".txt", ".toml"))
)

_READ_BACKWARDS = (
    *("fates", "harm_events", "harm_nouns", "harm_states"),
    *("genders", "irregular_forms", "severities", "victims"),
)


@pytest.mark.parametrize("name", _FILES)
def test_every_file_is_read_and_says_where_it_comes_from(name: str) -> None:
    stem, _, kind = name.rpartition(".")
    assert lexicon.words(stem) if kind == "txt" else lexicon.table(stem)
    head = resources.files(lexicon).joinpath(name).read_text(encoding="utf-8").split("\n\n")[0]
    assert head.startswith("# ")
    assert "closeread" in head


@pytest.mark.parametrize("name", _READ_BACKWARDS)
def test_no_entry_of_a_table_read_backwards_stands_under_two_keys(name: str) -> None:
    entries = [entry for array in lexicon.table(name).values() for entry in array]
    assert len(entries) == len(set(entries))


def test_comments_and_blank_lines_are_no_entries() -> None:
    assert not any(each.startswith("#") or not each for each in lexicon.words("titles"))
    assert "mr" in lexicon.words("titles")


def test_a_table_read_backwards() -> None:
    assert lexicon.inverted("harm_nouns")["fatality"] == "killed"
