from annotations.tagging import above, depth, is_within, last_level, moved


def test_a_tag_of_one_level_stands_below_nothing() -> None:
    assert above("aid") == ()
    assert depth("aid") == 0
    assert last_level("aid") == "aid"


def test_levels_from_the_highest_on() -> None:
    assert above("a/b/c") == ("a", "a/b")
    assert depth("a/b/c") == 2
    assert last_level("a/b/c") == "c"


def test_a_tag_that_only_begins_the_same_is_another() -> None:
    assert is_within("method/mine", "method")
    assert is_within("method", "method")
    assert not is_within("methods", "method")
    assert moved("methods", "method", "x") == "methods"


def test_those_below_go_along() -> None:
    assert moved("a/b/c", "a/b", "z") == "z/c"
    assert moved("a", "a", "a/b") == "a/b"
