"""Front matter is parted from the text, and nothing in it can do harm."""

import pytest

from annotations.sources.front_matter import split


def test_metadata_and_text_are_parted() -> None:
    assert split("---\ntitle: The pause\ntags: [a, b]\n---\n\nText.\n") == (
        {"title": "The pause", "tags": ["a", "b"]},
        "Text.\n",
    )


def test_values_stay_as_they_were_typed() -> None:
    metadata, _ = split("---\ntitle: No\nsource: 1984\ndate: 2016-10-20\nurl: ~\n---\nText.")
    assert metadata == {"title": "No", "source": "1984", "date": "2016-10-20", "url": "~"}


def test_rules_further_down_are_text() -> None:
    assert split("---\na: b\n---\none\n---\ntwo")[1] == "one\n---\ntwo"


@pytest.mark.parametrize(
    "text",
    [
        "No front matter",
        "",
        "--",
        "---",
        "---\ntitle: never closed\n\nText.",
        "---\ntitle: one: two\n---\nText.",
        "---\njust words\n---\nText.",
        "---\n- a list\n---\nText.",
        "---\n---\nText.",
        "---\n: [\n---\nText.",
        "---\na: &a [*a]\n---\nText.",
        "---\n*unknown\n---\nText.",
        "---\n? {a: b}\n: c\n---\nText.",
        "--- a dash of text\nText.",
        f"---\n{'[' * 2000}\n---\nText.",
        f"---\na: {'b' * 6000}\n---\nText.",
    ],
)
def test_without_well_formed_front_matter_the_text_is_whole(text: str) -> None:
    assert split(text) == ({}, text)


def test_tags_that_would_make_objects_mean_nothing() -> None:
    metadata, _ = split("---\ntitle: !!python/object/apply:os.getcwd []\n---\nText.")
    assert metadata == {"title": []}


def test_aliases_are_not_multiplied() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60))]
    merges = "m: {<<: [*a0, *a0]}"
    metadata, body = split("\n".join(["---", *lines, merges, "---", "Text."]))
    assert metadata["a0"] == ["x", "x"]
    assert metadata["m"] == {"<<": [["x", "x"], ["x", "x"]]}
    assert body == "Text."
