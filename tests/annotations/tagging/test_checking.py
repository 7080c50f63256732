import pytest

from annotations.errors import TagError
from annotations.tagging import LONGEST, agreed, checked, parse_tags


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("aid", "aid"),
        ("  to   check ", "to check"),
        ("method / airstrike", "method/airstrike"),
        ("#aid", "aid"),
        ("# aid", "aid"),
        ("a\tb", "a b"),
        ("Krieg & Frieden", "Krieg & Frieden"),
        ("помощь/еда", "помощь/еда"),
    ],
)
def test_a_tag_as_it_is_stored(typed: str, tag: str) -> None:
    assert checked(typed) == tag


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "is empty"),
        (" # ", "is empty"),
        ("a,b", "holds a comma"),
        ("/a", "has an empty level"),
        ("a/", "has an empty level"),
        ("a//b", "has an empty level"),
        ("a/ /b", "has an empty level"),
        ("-a", "begins with a minus"),
        ("a\x1b[31mb", "holds a control character"),
        ("a\x07", "holds a control character"),
        ("a\u202eb", "holds a control character"),
        ("x" * (LONGEST + 1), f"has {LONGEST + 1} characters"),
    ],
)
def test_what_cannot_be_a_tag_says_why(typed: str, reason: str) -> None:
    with pytest.raises(TagError, match=reason):
        checked(typed)


def test_the_longest_tag_is_one() -> None:
    assert checked("x" * LONGEST) == "x" * LONGEST


@pytest.mark.parametrize(
    ("typed", "used", "tag"),
    [
        ("Aid", ["aid"], "aid"),
        ("aid", ["aid", "AID"], "aid"),
        ("AID", ["aid", "AID"], "AID"),
        ("Aid", ["AID", "aid"], "AID"),
        ("method/Mine", ["Method/airstrike"], "Method/Mine"),
        ("METHOD", ["Method/airstrike"], "Method"),
        ("Method/AIRSTRIKE/x", ["method/airstrike"], "method/airstrike/x"),
        ("new", ["aid"], "new"),
    ],
)
def test_the_spelling_in_use_is_taken_over(typed: str, used: list[str], tag: str) -> None:
    assert agreed(typed, used) == tag


@pytest.mark.parametrize(
    ("answer", "tags"),
    [
        ("", ()),
        (" , ,", ()),
        ("storm", ("storm",)),
        ("storm, to check ,flood", ("storm", "to check", "flood")),
        ("b,a,b", ("b", "a")),
        ("Storm,storm", ("Storm",)),
    ],
)
def test_tags_as_typed(answer: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(answer) == tags


def test_tags_typed_behind_others() -> None:
    assert parse_tags("b, A", before=("a", "x")) == ("a", "x", "b")


def test_a_tag_in_use_stays_as_it_is_though_it_could_not_be_made_today() -> None:
    assert parse_tags("a//b", used=("a//b",)) == ("a//b",)


def test_one_wrong_tag_of_several_is_told() -> None:
    with pytest.raises(TagError, match="'b/' is no tag"):
        parse_tags("a, b/")
