"""What holds of the quoted regions of any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.quotes.marks import Kind, Regions, pair
from annotations.detect.quotes.marks.glyphs import glyphs
from annotations.text import paragraphs

_PIECES = st.sampled_from(
    [*glyphs(), *"abs19 ,.?!…:()", " ", "\n", "\n\n", "—", "–", "- ", "n", "ß", "\u00a0"]
)
_NOISE = st.lists(_PIECES, max_size=60).map("".join)


@given(_NOISE)
def test_regions_are_in_order_and_never_overlap(text: str) -> None:
    regions = pair(text)
    assert all(region.start < region.end <= len(text) for region in regions)
    assert all(a.end <= b.start for a, b in pairwise(regions))


@given(_NOISE)
def test_a_region_stays_in_its_paragraph(text: str) -> None:
    spans = list(paragraphs(text))
    for region in pair(text):
        assert any(start <= region.start and region.end <= end for start, end in spans)


@given(_NOISE)
def test_a_region_begins_with_a_mark_or_where_speech_can(text: str) -> None:
    openings = tuple(glyphs())
    for region in pair(text):
        begins_paragraph = not text[: region.start].rpartition("\n")[2].strip()
        marked = text.startswith(openings, region.start)
        assert marked or begins_paragraph or region.kind is Kind.DASH


@given(_NOISE)
def test_a_region_ends_with_a_mark_if_it_is_closed(text: str) -> None:
    closings = tuple(glyphs())
    for region in pair(text):
        quoted = text[region.start : region.end]
        if region.kind is not Kind.DASH and region.closed:
            assert quoted.endswith(closings)
        assert quoted == quoted.strip()


@given(_NOISE)
def test_a_paragraph_without_marks_changes_nothing(text: str) -> None:
    assert pair(f"{text}\nThe end.") == pair(text)
    assert [region.start - 9 for region in pair(f"The end.\n{text}")] == [
        region.start for region in pair(text)
    ]


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
