import pytest

from reader.tag_spans import tag_spans


@pytest.mark.parametrize(
    ("line", "tags", "found"),
    [
        ("A title #a #b", ("a", "b"), ["#a", "#b"]),
        ("A title #a #ab", ("a", "ab"), ["#a", "#ab"]),
        ("A title #ab #a", ("ab", "a"), ["#ab", "#a"]),
        ("A #a title #a", ("a",), ["#a"]),
        ("A title #method/mi…", ("method/mine",), ["#method/mi"]),
        ("A title #a #metho… ", ("a", "method/mine"), ["#a", "#metho"]),
        ("A titl…", ("a",), []),
        ("A title", (), []),
    ],
)
def test_where_tags_stand_in_a_line(line: str, tags: tuple[str, ...], found: list[str]) -> None:
    spans = sorted((start, end) for _, start, end in tag_spans(line, tags))
    assert [line[start:end] for start, end in spans] == found


def test_the_last_of_equal_stretches_is_the_tag() -> None:
    assert list(tag_spans("#a in the title #a", ("a",))) == [("a", 16, 18)]
