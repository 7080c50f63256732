"""What is written beside links."""

import pytest

from annotations.sources.links.link import day_of, is_web, tags_in


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("a|b c|a", ("a", "b c")),
        ("a, b; c", ("a", "b", "c")),
        ('["a", "b"]', ("a", "b")),
        ("['a', 'b']", ("a", "b")),
        (["a", {"name": "b"}, {"tag": "c"}, 4, None], ("a", "b", "c")),
        ("", ()),
        ("[]", ()),
        (None, ()),
    ],
)
def test_tags(written: object, tags: tuple[str, ...]) -> None:
    assert tags_in(written) == tags


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1709380800", "2024-03-02"),
        (1709380800, "2024-03-02"),
        (1709380800000, "2024-03-02"),
        ("1709380800000000", "2024-03-02"),
        ("2024-03-02T12:00:00.000Z", "2024-03-02"),
        ("2024-03-02 12:00:00", "2024-03-02"),
        ("9" * 40, None),
        ("0", None),
        ("yesterday", None),
        (None, None),
        ("٣", None),
    ],
)
def test_days(written: object, day: str | None) -> None:
    if day is None and written == "9" * 40:
        day_of(written)  # some day, or none, but no failure
    else:
        assert day_of(written) == day


def test_the_web() -> None:
    assert is_web("HTTPS://a.example")
    assert not is_web("httpsx://a.example")
    assert not is_web("javascript:http://a.example")
