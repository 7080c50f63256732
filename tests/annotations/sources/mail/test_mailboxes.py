"""Mailboxes are parted into messages as the programs that write them mean it."""

import io
import mailbox
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import PLAIN, Input, Options, input_of_bytes, limits, read, read_input
from annotations.sources.mail.mailboxes import messages
from annotations.sources.mail.mailboxes import read as read_mailbox

HEADERS = b"From: Mara Dell <mara@courier.example>\nTo: x@y.example\nSubject: Pause\n"
ONE = HEADERS + b"\nOne.\n"
TWO = HEADERS + b"\nTwo.\n"


def texts(data: bytes) -> list[str]:
    found = read_input(input_of_bytes(data, name="list.mbox"))
    return [item.text if isinstance(item, Article) else str(item) for item in found]


@pytest.mark.parametrize(
    "envelope",
    [
        b"From mara@courier.example Thu Oct 20 08:00:00 2016\n",
        b"From - Thu Oct 20 08:00:00 2016\r\n",
        b"From 1548729@xxx Thu Oct 20 08:00:00 +0000 2016\n",
        b"From MAILER-DAEMON Thu Oct 20 08:00 2016\n",
        b"From \n",
        b"From mara at courier.example  Thu Oct 20 08:00:00 2016\n",
    ],
)
def test_the_lines_that_programs_put_before_messages(envelope: bytes) -> None:
    assert texts(envelope + ONE + b"\n" + envelope + TWO) == ["One.", "Two."]


def test_messages_without_an_empty_line_between_them() -> None:
    envelope = b"From - Thu Oct 20 08:00:00 2016\n"
    assert texts(envelope + ONE + envelope + TWO) == ["One.", "Two."]


def test_lines_in_texts_that_begin_like_a_message() -> None:
    body = b"\n\nFrom the roofs one could see smoke.\n\nFrom here on\nit is quiet.\n\nFrom \n"
    assert texts(b"From - Thu Oct 20 08:00:00 2016\n" + HEADERS + body) == [
        "From the roofs one could see smoke.\n\nFrom here on\nit is quiet.\n\nFrom"
    ]


def test_lines_that_were_escaped() -> None:
    body = b"\n>From the roofs.\n>>From him.\n> From us.\n"
    assert texts(b"From - Thu Oct 20 08:00:00 2016\n" + HEADERS + body) == [
        "From the roofs.\n>From him.\n> From us."
    ]


@pytest.mark.parametrize(
    "header",
    [
        b"X-Mozilla-Status: 0009\r\n",
        b"X-Gmail-Labels: Inbox,Spam\n",
        b"Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA\n",
    ],
)
def test_messages_that_nobody_means(header: bytes) -> None:
    envelope = b"From - Thu Oct 20 08:00:00 2016\n"
    assert texts(envelope + header + ONE + b"\n" + envelope + TWO) == ["Two."]
    kept = b"X-Mozilla-Status: 0001\nX-Gmail-Labels: Inbox\n"
    assert texts(envelope + kept + ONE) == ["One."]


def test_articles_say_which_message_they_are() -> None:
    envelope = b"From - Thu Oct 20 08:00:00 2016\n"
    bad = HEADERS + b"Content-Type: application/pdf; name=a.pdf\n\nx\n"
    data = envelope + ONE + b"\n" + envelope + bad + b"\n" + envelope + TWO
    first, error, last = read_input(input_of_bytes(data, name="list.mbox", origin="/list.mbox"))
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert str(error) == "list.mbox, message 2 has no text, only a.pdf (3 bytes)."
    assert (first.read_from, first.origin) == ("list.mbox, message 1", None)
    assert last.read_from == "list.mbox, message 3"


def test_what_the_standard_library_writes(tmp_path: Path) -> None:
    made = mailbox.mbox(tmp_path / "Inbox")
    folder = mailbox.Maildir(tmp_path / "md")
    for text in ("One.", "From there.\n\nFrom here: two."):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", text[:4]
        message.set_content(text)
        made.add(message)
        folder.add(message)
    made.close()
    (tmp_path / "README").write_text("No mail.")
    found = [item for item in read(tmp_path) if isinstance(item, Article)]
    assert [item.text for item in found[:2]] == ["One.", "From there.\n\nFrom here: two."]
    assert sorted(item.text for item in found[2:]) == sorted(item.text for item in found[:2])


def test_one_message_at_a_time_is_read() -> None:
    stream = io.BytesIO((b"From - Thu Oct 20 08:00:00 2016\n" + ONE + b"\n") * 10_000)
    found = read_mailbox(Input(name="x", stream=stream), PLAIN)
    next(found)
    assert stream.tell() < 100_000


def test_of_a_message_that_is_too_large_the_end_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "WHOLE", 100_000)
    envelope = b"From - Thu Oct 20 08:00:00 2016\n"
    lines = [envelope, *ONE.splitlines(keepends=True), *[b"x" * 70 + b"\n"] * 5_000, b"\n"]
    lines += [envelope, *TWO.splitlines(keepends=True)]
    first, second = messages(lines)
    assert len(first) <= 100_000
    assert second == TWO


def nested(depth: int) -> bytes:
    head = HEADERS
    for level in range(depth):
        head += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
    return head + b"\nText."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (nested(200), "cannot be read: its parts are too deep in one another."),
        (
            HEADERS + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 5_000,
            "cannot be read: it has more than 1,000 parts.",
        ),
        (
            HEADERS + b"\n" + b"x\n" * 2_600_000,
            "cannot be read: its text has more than 5 million characters.",
        ),
        (HEADERS + b"Content-Type: message/rfc822\n\n" * 500, None),
        (HEADERS + b"To: " + b"(" * 100_000 + b"\n\nText.", None),
        (b"From: " + b"a@b.example, " * 500_000 + b"\n" + ONE, None),
        (b"From: " + b"=?utf-8?q?a?= " * 50_000 + b"\n" + ONE, None),
        (HEADERS + b"Content-Type: ;;;=\x00\xff\nContent-Disposition: \xff;=\n\nText.", None),
        (HEADERS + b"Content-Type: text/plain; charset*0*=x''%ff\n\nText.", None),
        (HEADERS + b"Content-Transfer-Encoding: base64\n\n" + b"=" * 100_000, None),
        (HEADERS + b"\n" + b"\x00\x1b[2J" * 9_000, None),
        (HEADERS + b"\n" + b">" * 1_000_000, None),
        (HEADERS + b"In-Reply-To: <x>\n\nOn " + b"On le " * 50_000 + b"wrote", None),
        (HEADERS + b"In-Reply-To: <x>\n\n" + b"From: a\n" * 50_000, None),
        (HEADERS + b"\n" + b"\n".join([b"view it"] * 50_000), None),
        (HEADERS + b"\n" + b"-----BEGIN PGP SIGNATURE-----\n" * 20_000, None),
    ],
)
def test_hostile_messages(data: bytes, said: str | None) -> None:
    for item in read_input(input_of_bytes(data, name="a.eml")):
        if isinstance(item, Article):
            assert "\x1b" not in item.text
        else:
            assert item.message.startswith("a.eml")
        assert said is None or str(item) == f"a.eml {said}"


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=6))
def test_any_change_ends_in_articles_or_errors(place: int, change: bytes) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Mara <a@b.example>", "Trêve"
    message.set_content("“Une trêve.”")
    message.add_alternative("<p>“Une trêve.”</p>", subtype="html")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="é.pdf")
    data = bytearray(b"From - Thu Oct 20 08:00:00 2016\n" + message.as_bytes())
    place %= len(data)
    data[place : place + len(change)] = change
    for item in read_mailbox(input_of_bytes(bytes(data), name="x"), Options()):
        assert isinstance(item, Article | SourceError)


@given(st.lists(st.sampled_from([b"From \n", b"From a\n", b"a: b\n", b"\n", b"x\n", b">From x\n"])))
def test_no_line_of_a_message_is_lost_or_doubled(lines: list[bytes]) -> None:
    def joined(parts: Iterator[bytes]) -> list[bytes]:
        return b"".join(parts).splitlines(keepends=True)

    kept = joined(messages(lines))
    assert len(kept) <= len(lines)
    rest = iter(lines)
    assert all(line in rest for line in kept)
