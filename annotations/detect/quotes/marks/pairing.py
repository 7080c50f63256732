"""All quoted regions of a text."""

from annotations.detect.quotes.marks.dashes import dialogue
from annotations.detect.quotes.marks.doubles import pair_doubles
from annotations.detect.quotes.marks.glyphs import SINGLE, Mark, marks
from annotations.detect.quotes.marks.regions import Region, outermost
from annotations.detect.quotes.marks.singles import pair_singles
from annotations.text import paragraphs


def pair(text: str) -> list[Region]:
    """Find the quoted regions of a text, in its order.

    Regions neither overlap nor leave their paragraph. A mark that is opened again before it was
    closed ends the region before it. Marks nested in a region stay inside.
    """
    spans = list(paragraphs(text))
    found = [list(marks(text, *span)) for span in spans]
    double = [
        list(pair_doubles(text, *span, [mark for mark in each if mark.glyph.family != SINGLE]))
        for span, each in zip(spans, found, strict=True)
    ]
    loose = [_loose(*both) for both in zip(found, double, strict=True)]
    single = pair_singles(text, spans, loose, doubles=sum(map(len, double)))
    spoken = dialogue(text, spans, double)
    return [
        region
        for groups in zip(double, single, spoken, strict=True)
        for region in (groups[2] or outermost(*groups[:2]))
    ]


def _loose(found: list[Mark], regions: list[Region]) -> list[Mark]:
    """The single marks of a paragraph that stand outside its regions."""
    loose: list[Mark] = []
    upcoming = iter(regions)
    region = next(upcoming, None)
    for mark in found:
        while region is not None and region.end <= mark.start:
            region = next(upcoming, None)
        if mark.glyph.family == SINGLE and (region is None or mark.start < region.start):
            loose.append(mark)
    return loose
