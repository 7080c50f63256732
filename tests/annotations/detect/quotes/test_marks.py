"""Pairing of double quotation marks, guillemets and corner brackets."""

import pytest

from annotations.detect.quotes.marks import Kind, Region, Regions, pair


def _quoted(text: str) -> list[str]:
    return [text[region.start : region.end] for region in pair(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ("„Geh“, sagte er. „Komm“, rief er.", ["„Geh“", "„Komm“"]),
        ("„Idź” – powiedział.", ["„Idź”"]),
        ("‟Go,” he said.", ["‟Go,”"]),
        ("«Va», dit-il.", ["«Va»"]),
        ("« Va », dit-il. « Allons. »", ["« Va »", "« Allons. »"]),
        ("»Geh«, sagte er. »Komm«, rief er.", ["»Geh«", "»Komm«"]),
        ("»Kom», sa han.", ["»Kom»"]),
        ("”Kom”, sa han.", ["”Kom”"]),
        ("‹Va›, dit-il.", ["‹Va›"]),
        ("›Geh‹, sagte er.", ["›Geh‹"]),
        ("彼は「行く」と言った。『海』を読む。", ["「行く」", "『海』"]),
        ("他说“你好”。", ["“你好”"]),
        ("彼は＂行く＂と言った。", ["＂行く＂"]),
        ("''Go,'' he said. ''Now.''", ["''Go,''", "''Now.''"]),
        ("``Go,'' he said.", ["``Go,''"]),
        ("‘‘Go,’’ he said.", ["‘‘Go,’’"]),
        ("", []),
    ],
)
def test_marks_of_many_kinds(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('“Go," he said. "Now.”', ['“Go,"', '"Now.”']),
        ("“Go,“ he said. “Now.“", ["“Go,“", "“Now.“"]),
        ('"I was—" he began.', ['"I was—"']),
        ('"Go"—or so he said.', ['"Go"']),
        ('He said—"Go"—and left.', ['"Go"']),
        ('He said:"Go."', ['"Go."']),
        ('He said ("Go").', ['"Go"']),
        ('"Go,"he said.', ['"Go,"']),
        ('"Go "he said.', ['"Go', '"he said.']),
        ('"Go. " He left.', ['"Go. "']),
        ('"...and go," he said.', ['"...and go,"']),
        ('A word"word stays.', []),
    ],
)
def test_neighbours_tell_which_end_a_mark_is(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "“He said ‘go’ twice.”",
        "\"'Go,' he said.\"",
        '"A “nested” word."',
        '"A "nested" word."',
        "“A “nested” word.”",
        "「海の『水』です」",
        "„Er rief »Halt« und ging.“",
    ],
)
def test_nested_marks_stay_inside(text: str) -> None:
    assert _quoted(text) == [text]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('A 6" pipe and a 7" pipe.', []),
        ("The boy is 5'10\" tall.", []),
        ('A "12" on a "13" field.', ['"12"', '"13"']),
        ('"We won 3-0" was all he said.', ['"We won 3-0"']),
        ('"We won 3-0" and "lost 2-1" were all.', ['"We won 3-0"', '"lost 2-1"']),
        ('"The 12" guns were old," he said.', ['"The 12" guns were old,"']),
        ('Mon. " rain\nTue. " "', []),
    ],
)
def test_inches_and_ditto_marks(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


def test_kinds_and_offsets() -> None:
    assert pair("‘Go.’ “Now.”") == [
        Region(start=0, end=5, closed=True, kind=Kind.SINGLE),
        Region(start=6, end=12, closed=True, kind=Kind.DOUBLE),
    ]


def test_looking_up_regions() -> None:
    text = "He said “go” and “now” today."
    regions = Regions(pair(text))
    go, now = regions.all
    assert (regions.at(7), regions.at(8), regions.at(11), regions.at(12)) == (None, go, go, None)
    assert regions.widened(10, 20) == (go.start, now.end)
    assert regions.widened(0, 3) == (0, 3)
    assert regions.between(0, 9) == [go]
    assert regions.between(12, 17) == []
