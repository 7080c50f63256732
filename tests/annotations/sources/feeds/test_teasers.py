"""Beginnings of articles, and what stands behind them."""

import pytest

from annotations.sources.feeds.teasers import is_teaser, without_trailer


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It fell.\n\nThe post It fell appeared first on Harbour.", "It fell."),
        ("It fell. Continue reading It fell", "It fell. …"),
        ("It fell …\n\nRead more", "It fell …"),
        ("It fell.\n\nRead the full story on Harbour\n\nComments", "It fell. …"),
        ("Comments", ""),
        ("They had to read more books.", "They had to read more books."),
        ("Comments were made.", "Comments were made."),
    ],
)
def test_what_leads_to_the_site(text: str, left: str) -> None:
    assert without_trailer(text) == left


def test_beginnings() -> None:
    assert is_teaser("It fell […]", is_summary=False)
    assert is_teaser("It fell...", is_summary=False)
    assert is_teaser("It fell.", is_summary=True)
    assert not is_teaser("It fell.", is_summary=False)
    assert not is_teaser("It fell. " * 100, is_summary=True)
