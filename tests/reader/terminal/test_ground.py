import pytest

from reader.terminal.ground import Answers, can_be_asked, is_light, told_light


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:fdfd/f6f6/e3e3", True),
        ("rgb:ff/ff/dd", True),
        ("rgb:f/f/f", True),
        ("rgba:ffff/ffff/ffff/cccc", True),
        ("rgb:0000/0000/0000", False),
        ("rgb:0000/2b2b/3636", False),
        ("rgb:1e/1e/2e", False),
        ("rgb:12345/0/0", None),
        ("rgb:ffff/ffff", None),
        ("white", None),
        ("", None),
    ],
)
def test_is_light(answer: str, expected: bool | None) -> None:
    assert is_light(answer) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("15;0", False),
        ("0;15", True),
        ("0;default;15", True),
        ("0;7", True),
        ("15;8", False),
        ("15;default", None),
        ("0;99", None),
        ("", None),
    ],
)
def test_told_light(said: str, expected: bool | None) -> None:
    assert told_light({"COLORFGBG": said}) is expected


def test_nothing_is_told_without_it() -> None:
    assert told_light({}) is None


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("xterm-256color", True),
        ("screen", True),
        ("tmux-256color", True),
        ("dumb", False),
        ("linux", False),
        ("vt100", False),
        ("", False),
    ],
)
def test_can_be_asked(term: str, expected: bool) -> None:
    assert can_be_asked({"TERM": term}) is expected


def taken(*packets: str) -> list[str | bool]:
    answers = Answers()
    return [part for packet in packets for part in answers.taken_from(packet)]


@pytest.mark.parametrize(
    ("packets", "expected"),
    [
        (["\x1b]11;rgb:ffff/ffff/ffff\x07"], [True]),
        (["\x1b]11;rgb:0000/0000/0000\x1b\\"], [False]),
        (["jj\x1b]11;rgb:0/0/0\x07k"], ["jj", False, "k"]),
        (["j\x1b]11;rgb:ff", "ff/ffff/f", "fff\x07k"], ["j", True, "k"]),
        (["\x1b]11;rgb:0/0/0\x1b", "\\k"], [False, "k"]),
        (["\x1b]1", "1;rgb:0/0/0\x07"], [False]),
        (["\x1b]11;rubbish\x07j"], ["j"]),
        (["\x1b]11;rgb:0/0/0\x07\x1b]11;rgb:f/f/f\x07"], [False, True]),
    ],
)
def test_answers_are_taken_out(packets: list[str], expected: list[str | bool]) -> None:
    assert taken(*packets) == expected


@pytest.mark.parametrize("keys", ["\x1b", "\x1b[A", "\x1b]", "]q", "\x1bOP", "\x1b[?2026;2$y"])
def test_keys_and_other_answers_stay_and_are_not_held_up(keys: str) -> None:
    assert taken(keys) == [keys]


def test_what_only_began_like_an_answer_is_handed_over() -> None:
    assert taken("\x1b]1", "j") == ["\x1b]1j"]
    assert "".join(map(str, taken("\x1b]11;", 100 * "a", "j"))) == "\x1b]11;" + 100 * "a" + "j"
