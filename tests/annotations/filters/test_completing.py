import pytest

from annotations.filters import EXPLAINED, Has, Is, Key, completions, parsed

VALUES = {
    (Key.SOURCE, ""): ["Mail", "The Post"],
    (Key.SOURCE, "po"): ["The Post"],
    (Key.PLACE, "El F"): ["El Fasher"],
    (Key.TAG, "o"): ["one, two", 'say "no"'],
}


def values(key: Key, begun: str) -> list[str]:
    return VALUES.get((key, begun), [])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("so", ["source:"]),
        ("rain P", ["rain place:", "rain person:"]),
        ("-ta", ["-tag:"]),
        ("source:", ["source:Mail", 'source:"The Post"']),
        ("rain -source:po", ['rain -source:"The Post"']),
        ("source:Mail,po", ['source:Mail,"The Post"']),
        ('source:"The Post",', ['source:"The Post",Mail', 'source:"The Post","The Post"']),
        ('place:"El F', ['place:"El Fasher"']),
        ("Tag:o", ['Tag:"one, two"', 'Tag:"say no"']),
        ("is:un", ["is:unrun", "is:unreviewed", "is:unplaced"]),
        ("is:begun,de", ["is:begun,deleted"]),
        ("has:n", ["has:names", "has:note"]),
        ("after:", []),
        ("nothing:", []),
        ("zebra", []),
        ('"some wor', []),
        ("place:nowhere", []),
    ],
)
def test_what_a_filter_can_go_on_to_be(typed: str, expected: list[str]) -> None:
    assert completions(typed, values) == expected


@pytest.mark.parametrize("typed", ["", "rain ", 'tag:"x" '])
def test_behind_a_blank_any_key_can_follow(typed: str) -> None:
    assert completions(typed, values) == [f"{typed}{key}:" for key in Key]


@pytest.mark.parametrize("typed", ["so", "source:", "is:", 'place:"El F', "Tag:o"])
def test_what_is_offered_can_be_read(typed: str) -> None:
    assert all(parsed(each) is not None for each in completions(typed, values))


def test_every_word_of_the_language_is_explained() -> None:
    words = " ".join(written for written, _ in EXPLAINED)
    explained = " ".join(f"{written} {meaning}" for written, meaning in EXPLAINED)
    assert all(f"{key}:" in explained for key in Key)
    assert all(f"is:{each}" in words for each in Is)
    assert all(f"has:{each}" in words for each in Has)
