from annotations.tagging import COLOURS, colour_of


def test_a_tag_has_its_own_colour_or_that_of_the_nearest_above() -> None:
    colours = {"a": "red", "a/b": "blue"}
    assert colour_of("a", colours) == "red"
    assert colour_of("a/b/c", colours) == "blue"
    assert colour_of("a/x", colours) == "red"
    assert colour_of("ab", colours) is None


def test_a_colour_that_nobody_knows_counts_as_none() -> None:
    assert colour_of("a/b", {"a": "red", "a/b": "ultraviolet"}) == "red"
    assert colour_of("x", {"x": "ultraviolet"}) is None


def test_each_colour_has_a_letter_of_its_own() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS)
    assert "n" not in COLOURS.values()
