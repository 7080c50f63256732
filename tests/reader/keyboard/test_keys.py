from string import ascii_letters, digits, punctuation

import pytest
from textual.keys import REPLACED_KEYS, key_to_character

from reader.keyboard.keys import parsed, shown, typed


@pytest.mark.parametrize(
    ("written", "stroke"),
    [
        ("j", "j"),
        ("J", "J"),
        ("?", "question_mark"),
        ("/", "slash"),
        (",", "comma"),
        ("é", "é"),
        ("Tab", "tab"),
        ("pgdn", "pagedown"),
        ("PageDown", "pagedown"),
        ("Esc", "escape"),
        ("↓", "down"),
        ("F5", "f5"),
        (" ", "space"),
        ("space", "space"),
        ("Ctrl+P", "ctrl+p"),
        ("alt+x", "alt+x"),
        ("Shift+Tab", "shift+tab"),
        ("Shift+←", "shift+left"),
        ("ctrl+shift+right", "ctrl+shift+right"),
        ("ctrl+\\", "ctrl+backslash"),
        ("g g", "g g"),
        ("gg", "g g"),
        ("] q", "right_square_bracket q"),
        ("' tab", "apostrophe tab"),
        ("question_mark", "question_mark"),
    ],
)
def test_parsed(written: str, stroke: str) -> None:
    assert parsed(written) == stroke


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("tabulator", "'tabulator' is no key"),
        ("", "'' is no key; [] stands for none"),
        ("hyper+x", "'hyper+x' is no key"),
        ("ctrl+", "'ctrl+' is no key"),
        ("\x01", "'\\x01' is no key"),
        ("g g g", "'g g g' is more than two keys"),
        ("shift+a", "'shift+a' is the character that it types, such as 'A'"),
        ("ctrl+i", "'ctrl+i' cannot be told from tab in a terminal"),
        ("Ctrl+M", "'Ctrl+M' cannot be told from enter in a terminal"),
        ("ctrl+[", "'ctrl+[' cannot be told from escape in a terminal"),
        ("ctrl+c", "'ctrl+c' copies and interrupts"),
        ("ctrl+q", "'ctrl+q' always quits"),
    ],
)
def test_what_is_no_key(written: str, reason: str) -> None:
    with pytest.raises(ValueError) as raised:
        parsed(written)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("stroke", "expected"),
    [
        ("g g", "gg"),
        ("down", "↓"),
        ("pagedown", "PgDn"),
        ("space", "Space"),
        ("right_square_bracket", "]"),
        ("shift+tab", "Shift+Tab"),
        ("ctrl+u", "Ctrl+U"),
        ("ctrl+left", "Ctrl+←"),
        ("slash", "/"),
        ("delete", "Delete"),
        ("f5", "F5"),
        ("question_mark", "?"),
    ],
)
def test_shown(stroke: str, expected: str) -> None:
    assert shown(stroke) == expected
    assert parsed(typed(stroke)) == stroke


@pytest.mark.parametrize("character", [*ascii_letters, *digits, *punctuation, "ä", "€"])
def test_every_character_is_the_key_that_types_it(character: str) -> None:
    key = parsed(character)
    assert key_to_character(REPLACED_KEYS.get(key, key)) == character
    assert typed(parsed(character)) == character
