"""Titles are what a person sees as the headline, without the name of the site."""

import pytest

from annotations.sources.web.titles import title_of, without_site


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Bridge falls | The Courier", "Bridge falls"),
        ("Bridge falls - World - The Courier", "Bridge falls - World"),
        ("The Courier: Bridge falls", "Bridge falls"),
        ("Bridge falls – what we know", "Bridge falls – what we know"),
        ("Bridge falls | Rivers | the courier", "Bridge falls"),
        ("Bridge falls | Elsewhere News", "Bridge falls"),
        ("The Courier", ""),
        ("Stop-and-search: a year on", "Stop-and-search: a year on"),
        ("", ""),
    ],
)
def test_without_site(title: str, bare: str) -> None:
    assert without_site(title, ["The Courier", "courier.example"]) == bare


@pytest.mark.parametrize(
    ("given", "headings", "early", "title"),
    [
        (
            ["Bridge falls"],
            ["The Courier", "Bridge falls into river"],
            [],
            "Bridge falls into river",
        ),
        (
            ["Bridge falls into the ri…"],
            ["Bridge falls into the river"],
            [],
            "Bridge falls into the river",
        ),
        (["Bridge falls"], ["Something else"], [], "Bridge falls"),
        ([], ["Bridge falls"], [], "Bridge falls"),
        (["DAILY ONLINE - Bridge falls down"], [], ["Bridge falls down"], "Bridge falls down"),
        (["Bridge falls down again"], [], ["falls down again"], "Bridge falls down again"),
        ([], [], ["Anything"], ""),
    ],
)
def test_the_headline_is_chosen(
    given: list[str], headings: list[str], early: list[str], title: str
) -> None:
    assert title_of(given, headings, early, site=["The Courier"]) == title
