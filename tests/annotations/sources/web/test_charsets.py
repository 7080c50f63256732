"""Of several charsets that are named, the right one is believed."""

import pytest

from annotations.sources.web.charsets import declared, decoded

TEXT = "<p>They met in the Café “Zürich” at noon – it was naïve of them, and a mistake.</p>"


@pytest.mark.parametrize(
    ("html", "charset", "text"),
    [
        (TEXT.encode(), None, TEXT),
        (TEXT.encode(), "iso-8859-1", TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), "windows-1251", TEXT),
        (TEXT.encode("utf-16"), None, TEXT),
        (TEXT.encode("cp1252"), None, TEXT),
        (TEXT.encode("cp1252"), "utf-8", TEXT),
        (TEXT.encode("cp1252"), "ISO-8859-1", TEXT),
        ("Привет, мир".encode("cp1251"), "windows-1251", "Привет, мир"),
        ("Привет, мир".encode("cp1251"), "rot13", None),
        ("新闻".encode("gb18030"), "gb2312", "新闻"),
        ("ニュース".encode("cp932"), "x-sjis", "ニュース"),
        ("뉴스".encode("cp949"), "ks_c_5601-1987", "뉴스"),
        ("ニュース".encode("iso2022_jp"), "iso-2022-jp", "ニュース"),
        (b"plain", "no such charset", "plain"),
        (b"plain", "utf-16", "plain"),
        (("é" * 20).encode()[:-1], None, "é" * 19 + "\ufffd"),
    ],
)
def test_decoding(html: bytes, charset: str | None, text: str | None) -> None:
    got = decoded(html, charset)
    assert got == text if text is not None else got


@pytest.mark.parametrize(
    ("html", "charset"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="euc-jp"?><html>', "euc-jp"),
        (b"<p>charset=x</p>", None),
        (b"", None),
    ],
)
def test_what_a_document_declares(html: bytes, charset: str | None) -> None:
    assert declared(html) == charset


def test_a_document_is_believed_where_its_server_cannot_be_right() -> None:
    html = "<meta charset=windows-1251><p>Привет, мир</p>".encode("cp1251")
    assert "Привет" in decoded(html, "utf-8")
