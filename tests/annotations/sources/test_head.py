"""What the beginning of an input tells."""

import pytest

from annotations.sources.head import Head


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<rss version='2.0'>", "rss"),
        ('<?xml version="1.0"?>\n<!-- a > b -->\n<atom:feed xmlns:atom="x">', "feed"),
        ("\ufeff<!DOCTYPE html>\n<HTML lang=en>", "html"),
        ("<!DOCTYPE nitf [<!ENTITY a '<b>'>]>\n<nitf>", "nitf"),
        ("<!-- only a comment -->", ""),
        ("a < b", ""),
        ("", ""),
        ("<!-- -->" * 3000, ""),
    ],
)
def test_the_root_of_markup(text: str, root: str) -> None:
    assert Head(data=text.encode(), name="x").root == root


def test_suffixes() -> None:
    assert Head(data=b"", name="a.b/news.zip › Report.TXT").suffix == ".txt"
    assert Head(data=b"", name="standard input").suffix == ""
