"""Addresses are those of the publisher, whoever saved the page."""

import pytest

from annotations.sources.web.addresses import host, is_front_page, page_address, saved_from


@pytest.mark.parametrize(
    ("value", "base", "address"),
    [
        ("https://a.example/x?id=1#top", None, "https://a.example/x?id=1"),
        ("/x", "https://a.example/y/z", "https://a.example/x"),
        ("/x", None, None),
        (
            "https://web.archive.org/web/20231012081500/https://a.example/x",
            None,
            "https://a.example/x",
        ),
        ("/web/2023im_/http://a.example/x", "https://web.archive.org/web/", "http://a.example/x"),
        (
            "https://archive.today/2024.05.13-083000/https://a.example/x",
            None,
            "https://a.example/x",
        ),
        ("https://a.example/x?utm_source=n&id=1&fbclid=2", None, "https://a.example/x?id=1"),
        ("javascript:alert(1)", None, None),
        ("data:text/html,x", None, None),
        ("file:///home/x.html", None, None),
        ("https://[::1", None, None),
        ("", "https://a.example/", None),
        (None, None, None),
    ],
)
def test_page_addresses(value: str | None, base: str | None, address: str | None) -> None:
    assert page_address(value, base) == address


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (
            "<!DOCTYPE html>\n<!-- saved from url=(0021)https://a.example/x -->",
            "https://a.example/x",
        ),
        (
            "<html><!--\n Page saved with SingleFile \n url: https://a.example/x \n-->",
            "https://a.example/x",
        ),
        (
            "<html><!-- Mirrored from a.example/x by HTTrack Website Copier -->",
            "http://a.example/x",
        ),
        ("<html>", None),
    ],
)
def test_comments_of_programs_that_save_pages(html: str, address: str | None) -> None:
    assert saved_from(html) == address


def test_hosts() -> None:
    assert host("https://www.a.example/x") == "a.example"
    assert host(None) is None
    assert is_front_page("https://a.example/")
    assert not is_front_page("https://a.example/?p=1")
