"""The list of first names and the script that builds it."""

import pytest

from annotations.detect import lexicon
from annotations.detect.lexicon.sources.build_first_names import (
    SOURCES,
    TARGET,
    first_names,
    rendered,
    telling,
)


def test_the_committed_list_is_what_the_script_builds() -> None:
    assert TARGET.read_text(encoding="utf-8") == rendered(first_names())


def test_sources_say_where_they_come_from() -> None:
    files = [path for path in SOURCES.iterdir() if path.suffix in {".tsv", ".toml"}]
    assert len(files) == 7
    assert all("closeread" in path.read_text(encoding="utf-8")[:400] for path in files)


def test_a_name_tells_if_nineteen_in_twenty_bearers_are_of_one_list() -> None:
    women = {"mary": 2.629, "ashby": 0.095, "robin": 0.094}
    men = {"mary": 0.009, "ashby": 0.005, "robin": 0.005}
    assert telling(women, men) == {"mary", "ashby"}


def test_a_name_of_one_list_tells_unless_it_is_among_the_rarest() -> None:
    assert telling({"philomena": 0.002, "alona": 0.001}, {}) == {"philomena"}


@pytest.mark.parametrize("name", ["andrea", "jean", "joan", "laurence", "nikita", "noor", "sasha"])
def test_a_name_that_men_and_women_share_somewhere_tells_nothing(name: str) -> None:
    assert name not in lexicon.inverted("first_names")


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        *(("james", "he"), ("mary", "she"), ("muhammad", "he"), ("mohamed", "he")),
        *(("oleksandr", "he"), ("olena", "she"), ("ngozi", "she"), ("jean-claude", "he")),
        # The census of one country has them the other way round, or not clearly.
        *(("valery", "he"), ("christian", "he"), ("kristian", "he")),
    ],
)
def test_a_name_that_tells(name: str, pronoun: str) -> None:
    assert lexicon.inverted("first_names")[name] == pronoun


def test_thousands_of_names_tell() -> None:
    assert all(len(names) > 4000 for names in lexicon.table("first_names").values())
