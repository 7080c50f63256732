"""Pairing of quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.quotes.marks import Region, Regions, pair

_NOISE = st.text(st.sampled_from("“”„‟«»\"'`‘’ab. \n"), max_size=120)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ("„Geh“, sagte er.", ["„Geh“"]),
        ("«Va», dit-il.", ["«Va»"]),
        ("»Geh«, sagte er.", ["»Geh«"]),
        ("''Go,'' he said.", ["''Go,''"]),
        ("``Go,'' he said.", ["``Go,''"]),
        ("“He said ‘go’ twice.”", ["“He said ‘go’ twice.”"]),
        ("It's the dogs' park.", []),
        ('A 6" pipe and a 7" pipe.', []),
        ("“One.\n“Two.”", ["“One.", "“Two.”"]),
        ('"One.\n\nNo more of it.', ['"One.']),
        ("Loose ” marks » here.", []),
        ("", []),
    ],
)
def test_what_is_quoted(text: str, quoted: list[str]) -> None:
    assert [text[region.start : region.end] for region in pair(text)] == quoted


def test_a_quotation_without_a_closing_mark_is_open() -> None:
    assert pair("“One.\n“Two.”") == [Region(0, 5, False), Region(6, 12, True)]


@given(_NOISE)
def test_regions_are_in_order_never_cross_and_stay_in_their_paragraph(text: str) -> None:
    regions = pair(text)
    assert all(region.start < region.end <= len(text) for region in regions)
    assert all(a.end <= b.start for a, b in pairwise(regions))
    assert not any("\n" in text[region.start : region.end] for region in regions)


@given(_NOISE, st.data())
def test_a_widened_stretch_cuts_no_region(text: str, data: st.DataObject) -> None:
    regions = Regions(pair(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wide = regions.widened(start, end)
    assert wide[0] <= start and end <= wide[1]
    if start < end:
        assert not any(
            region.start < border < region.end for region in regions.all for border in wide
        )
        assert all(
            region.start < wide[1] and wide[0] < region.end for region in regions.between(*wide)
        )
