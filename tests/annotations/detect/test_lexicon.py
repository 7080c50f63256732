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
    *("irregular_forms", "severities", "victims"),
    *("first_names", "gendered_words"),
)

_PEOPLE_AND_BODIES = ("titles", "role_nouns", "body_nouns")


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


@pytest.mark.parametrize("name", _PEOPLE_AND_BODIES)
def test_a_list_holds_each_entry_once_and_in_lower_case(name: str) -> None:
    text = resources.files(lexicon).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(entries) == len(set(entries))
    assert entries == [entry.strip().lower() for entry in entries]


@pytest.mark.parametrize("name", ["first_names", "gendered_words", "body_kinds"])
def test_a_table_is_in_lower_case_and_repeats_nothing_in_an_array(name: str) -> None:
    for entries in lexicon.table(name).values():
        assert len(entries) == len(set(entries))
        assert list(entries) == [entry.strip().lower() for entry in entries]


@pytest.mark.parametrize("name", ["first_names", "gendered_words"])
def test_gender_is_told_by_two_arrays(name: str) -> None:
    assert set(lexicon.table(name)) == {"he", "she"}


def test_no_word_tells_he_as_a_name_and_she_as_a_noun() -> None:
    names, words = lexicon.inverted("first_names"), lexicon.inverted("gendered_words")
    assert not {word for word in names.keys() & words.keys() if names[word] != words[word]}


def test_titles_have_one_or_two_words_and_no_full_stop() -> None:
    titles = lexicon.words("titles")
    assert all(len(title.split(" ")) <= 2 and "." not in title for title in titles)
    assert {"lt gen", "det insp", "secretary-general", "defence minister", "spokesman"} <= titles


def test_nouns_for_people_and_bodies_are_single_words() -> None:
    nouns = lexicon.words("role_nouns") | lexicon.words("body_nouns")
    assert not {noun for noun in nouns if " " in noun}
    assert {"minister", "suspect", "plaintiff"} <= lexicon.words("role_nouns")


def test_what_a_body_can_be_called_is_a_noun_for_a_body() -> None:
    assert lexicon.table("body_kinds").keys() <= lexicon.words("body_nouns")
    assert "motors" in lexicon.table("body_kinds")["company"]


def test_no_known_name_stands_under_two_labels() -> None:
    labels: dict[str, set[str]] = {}
    for table in ("known_names", "doubtful_names"):
        for label, names in lexicon.table(table).items():
            for name in names if label.isupper() else ():
                labels.setdefault(name, set()).add(label)
    for nation in lexicon.sections("nations").values():
        for name in (*nation["names"], *nation.get("parts", ())):
            labels.setdefault(name, set()).add("GPE")
        for people in nation["people"]:
            labels.setdefault(people, set()).add("NORP")
    assert {name: found for name, found in labels.items() if len(found) > 1} == {}


def test_no_name_is_listed_twice() -> None:
    for table in ("known_names", "doubtful_names", "body_names"):
        names = [name for names in lexicon.table(table).values() for name in names]
        assert sorted(names) == sorted(set(names))
