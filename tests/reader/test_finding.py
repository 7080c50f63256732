import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import finding
from reader.finding import BadPattern, Hits, find, find_pattern, is_pattern

TEXT = "The Mayor met the mayor. MAYOR!"


@pytest.mark.parametrize(
    ("sought", "starts"),
    [
        ("mayor", (4, 18, 25)),
        ("Mayor", (4,)),
        ("MAYOR", (25,)),
        ("mayor.", (18,)),
        (".", (23,)),
        ("(", ()),
        ("governor", ()),
        ("", ()),
    ],
)
def test_capitals_count_only_if_there_are_some(sought: str, starts: tuple[int, ...]) -> None:
    ends = tuple(start + len(sought) for start in starts)
    assert find(TEXT, sought) == Hits(sought, starts, ends)


def test_offsets_are_code_points() -> None:
    assert find("ÄÖ 普京 \N{WAVING HAND SIGN} ä", "ä").starts == (0, 8)


def test_hits_do_not_overlap() -> None:
    assert find("aaaa", "aa").starts == (0, 2)


def test_nothing_is_found_in_an_empty_text() -> None:
    hits = find("", "a")
    assert len(hits) == 0
    assert hits.within(0, 10) == []
    assert hits.after(0) is None
    assert hits.before(0) is None


def test_hits_that_share_a_character_with_a_stretch() -> None:
    hits = find("ab ab ab", "ab")
    assert hits.within(1, 4) == [(0, 2), (3, 5)]
    assert hits.within(2, 3) == []
    assert hits.within(0, 8) == [(0, 2), (3, 5), (6, 8)]


def test_next_hit_goes_round_at_the_end() -> None:
    hits = find("ab ab ab", "ab")
    assert [hits.after(offset) for offset in (-1, 0, 2, 3, 6, 7)] == [0, 1, 1, 2, 0, 0]


def test_previous_hit_goes_round_at_the_beginning() -> None:
    hits = find("ab ab ab", "ab")
    assert [hits.before(offset) for offset in (0, 1, 3, 4, 7)] == [2, 0, 0, 1, 2]


@given(st.text("aAbßİ\n ", max_size=30), st.text("aAbßİ ", min_size=1, max_size=3))
def test_every_hit_is_what_was_sought(text: str, sought: str) -> None:
    for start in find(text, sought).starts:
        found = text[start : start + len(sought)]
        assert found == sought or (sought == sought.lower() and found.lower() == sought.lower())


@given(
    st.text("ab", max_size=30),
    st.text("ab", min_size=1, max_size=3),
    st.integers(0, 30),
    st.integers(1, 10),
)
def test_hits_within_are_those_that_overlap(text: str, sought: str, start: int, size: int) -> None:
    hits, end = find(text, sought), start + size
    assert hits.within(start, end) == [
        (at, at + len(sought)) for at in hits.starts if at < end and start < at + len(sought)
    ]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("mayor", ["Mayor", "mayor", "MAYOR"]),
        ("Ma.or", ["Mayor"]),
        (r"\bm\S+", ["Mayor", "met", "mayor.", "MAYOR!"]),
        (r"m[a-z]+\W$", ["MAYOR!"]),
        (r"^t", ["T"]),
        (r"x*", []),
        (r"the (?=m)", ["The ", "the "]),
        ("[[]", []),
        ("", []),
    ],
)
def test_patterns(pattern: str, found: list[str]) -> None:
    sought = "\\v" + pattern
    assert is_pattern(sought)
    hits = find_pattern(TEXT, sought)
    assert hits.sought == sought
    assert [TEXT[start:end] for start, end in hits.within(0, len(TEXT))] == found


def test_borders_in_patterns_are_those_of_paragraphs() -> None:
    assert find_pattern("one\ntwo", "\\v^t").starts == (4,)
    assert find_pattern("one\ntwo", "\\ve$").starts == (2,)


@pytest.mark.parametrize("pattern", ["(", "[", "a**", "(?P<", "\\", "a{99999999999}"])
def test_what_is_no_pattern_yet_is_said_to_be_none(pattern: str) -> None:
    with pytest.raises(BadPattern, match="no regular expression"):
        find_pattern(TEXT, "\\v" + pattern)


def test_hits_beyond_the_most_that_are_kept_are_counted_as_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finding, "MOST_HITS", 3)
    assert (find("aaa", "a").total, find("aaa", "a").is_cut) == ("3", False)
    assert find("aaaa", "a") == Hits("a", (0, 1, 2), (1, 2, 3), is_cut=True)
    assert find_pattern("aaaa", "\\va").total == "3+"


def test_the_hit_that_begins_in_a_stretch() -> None:
    hits = find("ab ab ab", "ab")
    stretches = [(0, 1), (1, 2), (2, 3), (2, 4), (6, 7), (7, 9)]
    assert [hits.number_in(*each) for each in stretches] == [0, None, None, 1, 2, None]
