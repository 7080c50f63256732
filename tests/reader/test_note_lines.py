import pytest

from reader.note_lines import in_lines, on_one_line


@pytest.mark.parametrize("note", ["", "one line", "two\nlines", "a gap\n\nbetween"])
def test_a_note_comes_back_from_one_line_as_it_was(note: str) -> None:
    assert in_lines(on_one_line(note)) == note


def test_a_note_is_one_line_that_no_terminal_obeys() -> None:
    assert on_one_line("a\r\nb\x1b[31mc") == "a ⏎ b c"


def test_blanks_at_the_ends_of_lines_go() -> None:
    assert in_lines("  a  ⏎  b  ⏎ ") == "a\nb"
