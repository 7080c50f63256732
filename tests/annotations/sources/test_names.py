"""Names tell which files of folders and archives are looked into."""

import pytest

from annotations.sources import Options
from annotations.sources.names import (
    inside,
    is_asked_for,
    is_bare,
    is_passed_over,
    is_spelled_out,
    plain_path,
    suffix_within,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("news/a.txt", "news/a.txt"),
        ("../../etc/passwd.txt", "etc/passwd.txt"),
        ("/etc/cron.d/a.txt", "etc/cron.d/a.txt"),
        ("C:\\news\\a.txt", "news/a.txt"),
        ("c:a.txt", "a.txt"),
        ("\\\\server\\share\\a.txt", "server/share/a.txt"),
        ("./a//b/./c.txt", "a/b/c.txt"),
        ("..", ""),
        ("/", ""),
    ],
)
def test_no_name_leads_out_of_its_archive(name: str, expected: str) -> None:
    assert plain_path(name) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", False),
        (".a.txt", True),
        ("news/.git/a.txt", True),
        ("__MACOSX/news/._a.txt", True),
        ("__macosx/a.txt", True),
        ("news/Gold/a.jsonl", True),
        ("gold.jsonl", False),
        ("news/Guidelines.md", True),
    ],
)
def test_what_archives_hide(path: str, expected: bool) -> None:
    assert is_passed_over(path) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Inbox", True),
        ("md/cur/1476943200.M1P2.host:2,S", True),
        ("md/new/1476943200.M1P2.host", True),
        ("md/cur/1476943200.M1P2.host:2,ST", False),
        ("md/cur/1476943200.M1P2.host;2,S", True),
        ("md/tmp/1476943200.M1P2.host", False),
        ("a.b/README", True),
        ("a.txt", False),
    ],
)
def test_bare_names(path: str, expected: bool) -> None:
    assert is_bare(path) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.TXT", ".txt"),
        ("a.css.gz", ".css"),
        ("a.jsonl.bz2", ".jsonl"),
        ("dump.gz", ".gz"),
        ("a.tgz", ".tgz"),
        ("a.tar.xz", ".tar"),
    ],
)
def test_the_suffix_of_what_is_compressed(path: str, expected: str) -> None:
    assert suffix_within(path) == expected


@pytest.mark.parametrize(
    ("path", "include", "exclude", "expected"),
    [
        ("a/b.html", (), (), True),
        ("a/b.html", ("*.html",), (), True),
        ("a/b.HTML", ("*.html",), (), True),
        ("a/b.txt", ("*.html",), (), False),
        ("a/b.html", ("a",), (), True),
        ("a/b.html", ("a/",), (), True),
        ("a/b.html", ("a/*",), (), True),
        ("x/a/b.html", ("x/a",), (), True),
        ("x/a/b.html", ("x/b",), (), False),
        ("a/b.html", (), ("a",), False),
        ("a/b.html", ("*.html",), ("b.*",), False),
        ("ab/c.html", (), ("a",), True),
        ("news.zip", ("*.html",), (), True),
        ("news.zip", (), ("*.zip",), False),
        ("a.html.gz", ("*.html",), (), True),
        ("a[1].txt", ("a[[]1].txt",), (), True),
    ],
)
def test_patterns(
    path: str, include: tuple[str, ...], exclude: tuple[str, ...], expected: bool
) -> None:
    assert is_asked_for(path, Options(include=include, exclude=exclude)) is expected


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a/b.log", "*.log", True),
        ("a/b.log", "a/*.log", True),
        ("a/b.log", "b.log", True),
        ("a/b.log", "*", False),
        ("a/b.css", "a/*", False),
        ("a/README", "*", False),
        ("a/README", "readme", True),
    ],
)
def test_patterns_that_ask_for_what_is_left_out_otherwise(
    path: str, pattern: str, expected: bool
) -> None:
    assert is_spelled_out(path, Options(include=(pattern,))) is expected


def test_in_an_archive_that_was_asked_for_everything_is() -> None:
    asked = Options(include=("*.zip",), exclude=("drafts",))
    assert inside("news.zip", asked) == Options(exclude=("drafts",))
    assert inside("news.tar", asked) == asked
