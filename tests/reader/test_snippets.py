from rich.segment import Segment
from rich.style import Style

from reader.snippets import drawn, pieces, stretches, without_marks

SNIPPET = "A \x02cat\x03 and a \x02dog\x03."
HIT = Style(bold=True)


def test_pieces_say_what_was_found() -> None:
    assert pieces(SNIPPET) == [
        ("A ", False),
        ("cat", True),
        (" and a ", False),
        ("dog", True),
        (".", False),
    ]
    assert without_marks(SNIPPET) == "A cat and a dog."


def test_words_found_are_drawn_in_a_style_as_far_as_there_is_room() -> None:
    assert drawn("A cat an…", SNIPPET, HIT) == [
        Segment("A "),
        Segment("cat", HIT),
        Segment(" an…"),
        Segment("", HIT),
        Segment(""),
        Segment(""),
    ]


def test_blanks_behind_it_are_kept() -> None:
    assert "".join(part.text for part in drawn("A b  ", "A b", HIT)) == "A b  "


def test_nothing_found_yet() -> None:
    assert drawn("    ", "", HIT) == [Segment("    ")]


def test_stretches_around_the_words_found() -> None:
    marked = f"{'far ' * 50}a \x02cat\x03 sat{' far' * 50} and a \x02dog\x03 ran"
    assert stretches(marked, around=8) == ["… far a \x02cat\x03 sat …", "… and a \x02dog\x03 ran"]
    assert len(stretches("x " * 30 + "\x02a\x03 " + "x " * 30 + "\x02a\x03", around=4, most=1)) == 1


def test_words_that_are_near_share_a_stretch() -> None:
    assert stretches("one \x02two\x03 three \x02four\x03 five") == [
        "one \x02two\x03 three \x02four\x03 five"
    ]


def test_stretch_of_a_text_without_words_found_is_its_beginning() -> None:
    assert stretches("One.\n\nTwo three four.", opening=12) == ["One. Two …"]
    assert stretches("One.") == ["One."]
