"""Text as it came over agencies' wires."""

from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.text import clean

MESSAGE = (
    b"\x01SNA0123 4 I 0150 NOW /SNA-LX12\r\nNowhere-ceasefire\r\n\x02\r\nPause holds in Lindow\r\n"
    b"\r\n   LINDOW, Oct 20 (SNA) - The guns fell silent over Lindow at dusk on\r\nThursday, and "
    b"for the first time in nine weeks people left\r\ntheir cellars.\r\n   At least 12 people had "
    b"been killed since the morning, said the\r\nmayor of the town, Ansel Dray.\r\nSNA\r\n\x03\r\n"
    b"201615 GMT OCT 16\r\n\x04"
)


def items(data: bytes) -> list[Item]:
    return list(read_input(input_of_bytes(data, name="a.wire", origin="/a.wire")))


def test_a_message_alone() -> None:
    (found,) = items(b"\x16\x16" + MESSAGE)
    assert isinstance(found, Article)
    assert (found.title, found.published, found.origin) == (
        "Pause holds in Lindow",
        "2016-10-20T16:15:00+00:00",
        "/a.wire",
    )
    assert found.text.split("\n\n") == [
        "Pause holds in Lindow",
        "LINDOW, Oct 20 (SNA) - The guns fell silent over Lindow at dusk on Thursday, and for the "
        "first time in nine weeks people left their cellars.",
        "At least 12 people had been killed since the morning, said the mayor of the town, Ansel "
        "Dray.",
        "SNA",
    ]


def test_several_messages() -> None:
    second = b"\x01SNA0124 4\r\nKelp\r\n\x02A ferry\x0esank.\x03 201620 NOV 96"
    empty = b"\x01SNA0125\r\n\x02 \x03"
    _, found, last = items(MESSAGE + second + empty)
    assert isinstance(found, Article)
    assert (found.title, found.text, found.published) == ("Kelp", "A ferry sank.", "1996-11-20")
    assert (found.read_from, found.origin) == ("a.wire, message 2", None)
    assert isinstance(last, SourceError)
    assert last.message == "a.wire, message 3 has no text."


def test_a_message_without_an_end() -> None:
    (found,) = items(b"\x01SNA0124 4\r\n\x02A ferry sank.")
    assert isinstance(found, SourceError)
    assert found.message == "a.wire has no whole message."


@given(st.binary(max_size=80), st.integers(0, len(MESSAGE)))
def test_damaged_messages(junk: bytes, at: int) -> None:
    for item in items(MESSAGE[:at] + junk + MESSAGE[at:]):
        assert isinstance(item, SourceError) or item.text == clean(item.text)
