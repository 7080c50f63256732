"""Recordings of a terminal: events in, lines of asciinema's format out."""

import json

from asciicast import Marker, Written, asciicast


def test_a_header_then_an_event_a_line() -> None:
    events: list[Written | Marker] = [Marker(0.1, "open"), Written(0.25, b"\x1b[1mMara\r\n")]
    lines = list(asciicast(events, size=(80, 24), title="A page"))
    assert lines == [
        '{"version": 2, "width": 80, "height": 24, "title": "A page"}\n',
        '[0.1, "m", "open"]\n',
        '[0.25, "o", "\\u001b[1mMara\\r\\n"]\n',
    ]


def test_a_character_cut_in_two_comes_with_its_second_half() -> None:
    whole = "“海”".encode()
    events = [Written(float(at), whole[at : at + 1]) for at in range(len(whole))]
    _, *lines = asciicast(events, size=(80, 24), title="")
    assert [json.loads(line) for line in lines] == [
        [2.0, "o", "“"],
        [5.0, "o", "海"],
        [8.0, "o", "”"],
    ]


def test_what_is_no_character_is_shown_as_such() -> None:
    _, line = asciicast([Written(0, b"a\xffb")], size=(80, 24), title="")
    assert json.loads(line) == [0, "o", "a\ufffdb"]
