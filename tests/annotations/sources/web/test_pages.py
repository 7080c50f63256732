"""Articles are found in the layouts of many sites, better than by trafilatura alone."""

from pathlib import Path

import pytest
from web_pages import closeread, expected, pages, paragraphs, score, trafilatura


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_title_and_date_are_those_that_a_person_sees(page: Path) -> None:
    got, wanted = closeread(page.read_bytes()), expected(page)
    assert (got.title, got.published) == (wanted.title, wanted.published)


def test_articles_are_found_whole_and_without_what_stands_around_them() -> None:
    got = score(closeread, pages())
    assert got.paragraphs > 0.98
    assert got.words > 0.99


def test_no_setting_of_trafilatura_does_as_well() -> None:
    ours, theirs = score(closeread, pages()), score(trafilatura(), pages())
    assert ours.paragraphs > theirs.paragraphs + 0.1
    assert ours.words > theirs.words
    assert ours.moments > theirs.moments


def test_what_trafilatura_prints_is_compared_fairly() -> None:
    assert paragraphs("- one\n\n| two | 2 |\n") == paragraphs("one\ntwo | 2")
