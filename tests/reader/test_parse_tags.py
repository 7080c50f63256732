import pytest

from reader.screens.base import parse_tags


@pytest.mark.parametrize(
    ("answer", "tags"),
    [
        ("", ()),
        (" , ,", ()),
        ("storm", ("storm",)),
        ("storm, to check ,flood", ("storm", "to check", "flood")),
        ("b,a,b", ("b", "a")),
        ("Storm,storm", ("Storm", "storm")),
    ],
)
def test_tags_as_typed(answer: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(answer) == tags
