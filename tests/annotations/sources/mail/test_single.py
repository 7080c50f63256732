"""Messages become articles: their text, what headers say, and a note of what came along."""

import base64
from email.message import EmailMessage

import pytest

from annotations.errors import SourceError
from annotations.model import Article
from annotations.sources import Item, input_of_bytes, read_input
from annotations.sources.head import Head
from annotations.sources.mail.single import recognises

HEADERS = (
    "From: Mara Dell <mara@courier.example>\nTo: press@lists.example\n"
    "Date: Thu, 20 Oct 2016 08:00:00 +0200\nMessage-ID: <one@courier.example>\n"
)


def items(data: bytes | str, *, name: str = "a.eml") -> list[Item]:
    raw = data if isinstance(data, bytes) else data.encode()
    return list(read_input(input_of_bytes(raw, name=name, origin=f"/{name}")))


def only(data: bytes | str) -> Article:
    (item,) = items(data)
    assert isinstance(item, Article), item
    return item


def mail(body: str = "The pause holds.", **headers: str) -> str:
    named = {"Subject": "The pause", **{key.replace("_", "-"): headers[key] for key in headers}}
    lines = "".join(f"{name}: {value}\n" for name, value in named.items())
    kept = "".join(
        line for line in HEADERS.splitlines(keepends=True) if line.split(":")[0] not in named
    )
    return f"{kept}{lines}\n{body}\n"


def test_a_message() -> None:
    assert only(mail()) == Article(
        id="one@courier.example",
        text="The pause holds.",
        title="The pause",
        source="courier.example",
        published="2016-10-20T08:00:00+02:00",
        byline=("Mara Dell",),
    )
    assert only(mail()).origin == "/a.eml"


def test_line_ends_of_windows() -> None:
    assert only(mail("One.\n\nTwo.").replace("\n", "\r\n")).text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Re: The pause", "The pause"),
        ("AW: Re[2]: FW: The pause", "The pause"),
        ("[press] Re: [Press] The pause", "The pause"),
        ("[UPDATE 3] The pause", "[UPDATE 3] The pause"),
        ("[EXTERNAL] The pause", "The pause"),
        ("Region: the pause", "Region: the pause"),
        ("=?utf-8?q?La_tr=C3=AAve?= =?utf-8?q?_tient?=", "La trêve tient"),
        ("=?x-none?b?AAAA?= =?utf-8?q?=1B[31mred?=", None),
        ("", "The pause holds."),
        ("Re:", "The pause holds."),
    ],
)
def test_titles(subject: str, expected: str | None) -> None:
    title = only(mail(Subject=subject, List_Id="<press.lists.example>")).title
    assert expected is None or title == expected
    assert "\x1b" not in title


@pytest.mark.parametrize(
    ("headers", "source", "byline"),
    [
        ({"List_Id": "Press list <press.lists.example>"}, "Press list", ("Mara Dell",)),
        (
            {"List_Id": "<press.groups.example>", "Precedence": "list"},
            "press.groups.example",
            ("Mara Dell",),
        ),
        (
            {"From": "Courier Daily <news@courier.example>", "List_Unsubscribe": "<mailto:x@y>"},
            "Courier Daily",
            (),
        ),
        (
            {
                "From": "Courier Daily <news@courier.example>",
                "List_Id": "1a2b3c4dmc list <1a2b3c4d.77.list-id.mcsv.example>",
            },
            "Courier Daily",
            (),
        ),
        ({"Organization": "The Courier"}, "The Courier", ("Mara Dell",)),
        ({"From": "jo@gmail.com"}, None, ()),
        ({"From": '"Dell, Mara" <m@c.example>'}, "c.example", ("Dell, Mara",)),
        (
            {"From": "Mara Dell via Press <p@l.example>", "List_Id": "Press <p.l.example>"},
            "Press",
            ("Mara Dell",),
        ),
        ({"From": ""}, None, ()),
    ],
)
def test_who_says_it(headers: dict[str, str], source: str | None, byline: tuple[str, ...]) -> None:
    found = only(mail(**headers))
    assert (found.source, found.byline) == (source, byline)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Thu, 20 Oct 2016 08:00:00 -0000", "2016-10-20T08:00:00+00:00"),
        ("20 Oct 16 08:00 EST", "2016-10-20T08:00:00-05:00"),
        ("Thursday", "2016-10-21T10:00:00+00:00"),
        ("Thu, 99 Oct 2016 99:00:00 +9900", "2016-10-21T10:00:00+00:00"),
    ],
)
def test_dates(date: str, expected: str) -> None:
    received = "from a by b; Fri, 21 Oct 2016 10:00:00 +0000"
    assert only(mail(Date=date, Received=received)).published == expected


def test_where_it_can_be_read_and_its_language() -> None:
    found = only(mail(Archived_At="<https://lists.example/1>", Content_Language="fr, en"))
    assert (found.url, found.language) == ("https://lists.example/1", "fr")
    assert only(mail(Archived_At="<javascript:x>")).url is None


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-8", "“Trêve” was the word that the mayor used, he said.".encode()),
        ("iso-8859-1", "“Trêve” was the word that the mayor used, he said.".encode("cp1252")),
        ("iso-8859-1", "“Trêve” was the word that the mayor used, he said.".encode()),
        ("us-ascii", "“Trêve” was the word that the mayor used, he said.".encode()),
        ("utf-8", "“Trêve” was the word that the mayor used, he said.".encode("cp1252")),
        ("x-unknown", "“Trêve” was the word that the mayor used, he said.".encode()),
        ("windows-1251", "“Пауза”".encode("cp1251")),
        ("shift_jis", "休戦".encode("shift_jis")),
    ],
)
@pytest.mark.parametrize("encoding", ["8bit", "base64"])
def test_charsets_that_are_told_rightly_or_not(charset: str, body: bytes, encoding: str) -> None:
    text = base64.encodebytes(body) if encoding == "base64" else body
    head = f"{HEADERS}Content-Type: text/plain; charset={charset}\n"
    data = f"{head}Content-Transfer-Encoding: {encoding}\n\n".encode() + text
    assert only(data).text in (
        "“Trêve” was the word that the mayor used, he said.",
        "“Пауза”",
        "休戦",
    )


def test_headers_in_raw_utf_8() -> None:
    assert only(mail(Subject="Trêve à Qarnin")).title == "Trêve à Qarnin"


def test_format_flowed() -> None:
    body = "The guns fell \nsilent.\n> At \n> dawn."
    found = only(mail(body, Content_Type="text/plain; format=flowed"))
    assert found.text == "The guns fell silent.\n> At dawn."


PAGE = "<html><body><p>Shelling killed four people in Tarq.</p><p>Two bridges are shut.</p></body>"


def alternatives(plain: str, html: str = PAGE) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Courier Daily <news@courier.example>", "Daily"
    message["To"] = "you@home.example"
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_html_is_read_where_the_plain_text_only_stands_in() -> None:
    text = "Shelling killed four people in Tarq.\n\nTwo bridges are shut."
    assert only(alternatives("Your mail program shows no HTML.")).text == text
    assert only(alternatives("")).text == text
    links = "Shelling https://l.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bridges"
    assert only(alternatives(links)).text == text
    assert only(alternatives(f"Shelling killed four people in Tarq.\n\nBridges. {'x' * 20}")).text
    assert only(mail(PAGE, Content_Type="text/html")).text == text


def test_plain_text_is_read_where_it_says_as_much() -> None:
    plain = "Shelling killed four people in Tarq. Two bridges are shut, the council said."
    assert only(alternatives(plain)).text == plain


def test_addresses_of_links_are_left_out() -> None:
    body = (
        "Two bridges <https://track.example/abcdefghijklmnopqrstuvwxyz0123> are shut." + " x" * 90
    )
    assert only(mail(body)).text.startswith("Two bridges are shut.")


def test_attachments_are_listed_and_not_opened() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "Report"
    message.set_content("See the report.")
    for size, name in ((120_000, "rapport détaillé.pdf"), (99, "../../x\t.exe")):
        message.add_attachment(bytes(size), maintype="application", subtype="pdf", filename=name)
    message.add_attachment("a,b\n", filename="toll.csv")
    message.add_attachment(b"x" * 30, maintype="application", subtype="ms-tnef")
    assert only(message.as_bytes()).note == (
        "Attachments: rapport détaillé.pdf (122 kB), ../../x .exe (100 bytes), "
        "toll.csv (4 bytes), winmail.dat (30 bytes)."
    )


def test_messages_that_are_forwarded_are_articles_of_their_own() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Jo Lane <jo@courier.example>", "Toll"
    inner["Message-ID"] = "<two@courier.example>"
    inner.set_content("At least 12 people died.")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "m@courier.example", "c@d.example", "Fwd: Toll"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    first, second = items(outer.as_bytes())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.read_from, first.origin) == ("See below.", "a.eml", None)
    assert (second.id, second.text) == ("two@courier.example", "At least 12 people died.")
    assert second.read_from == "a.eml, forwarded message 1"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (mail(""), "a.eml has no text."),
        (mail("x", Content_Type="application/pdf; name=a.pdf"), "only a.pdf (2 bytes)."),
        (mail("x", Content_Type="application/pkcs7-mime"), "a.eml is encrypted."),
        (mail("-----BEGIN PGP MESSAGE-----\n\nhQEM"), "a.eml is encrypted."),
        (mail("x", Content_Type="multipart/encrypted; boundary=b"), "a.eml is encrypted."),
    ],
)
def test_messages_without_a_text(data: str, said: str) -> None:
    (error,) = items(data)
    assert isinstance(error, SourceError)
    assert error.message.endswith(said)


def test_signed_text() -> None:
    body = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nThe pause holds.\n- - one\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----"
    )
    assert only(mail(body)).text == "The pause holds.\n- one"


def test_a_part_of_many_whose_border_is_missing() -> None:
    assert only(mail("The pause holds.", Content_Type="multipart/mixed; boundary=b")).text == (
        "The pause holds."
    )


def test_apple_mail() -> None:
    data = mail().encode()
    (item,) = items(b"%-10d\n" % len(data) + data + b"<?xml version='1.0'?><plist/>", name="1.emlx")
    assert isinstance(item, Article)
    assert item.text == "The pause holds."


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (mail(), "a", True),
        ("Return-Path: <a@b>\nReceived: from a\n\tby b\nSubject: x\n\nText", "a", True),
        ("From:\tMara\nSent:\tMonday\nTo:\tJo\nSubject:\tx\n\nText", "a.txt", True),
        ("From: x\n\nText", "a.eml", True),
        ("Title: x\nDate: y\nAuthor: z\n\nText", "a.md", False),
        ("From: the roofs one could see smoke.", "a.txt", False),
        ("Text without any header.", "a.eml", False),
        ("", "a.eml", False),
    ],
)
def test_what_is_mail(text: str, name: str, expected: bool) -> None:
    assert recognises(Head(data=text.encode(), name=name)) is expected
