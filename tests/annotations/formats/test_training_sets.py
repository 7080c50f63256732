"""Which articles are learnt from."""

import pytest

from annotations.errors import UsageError
from annotations.formats.training_sets import set_of, share

IDS = [f"a{number}" for number in range(200)]


def test_a_share_is_asked_for() -> None:
    assert share({"split": "0.8"}) == 0.8
    assert share({}) is None


@pytest.mark.parametrize("asked", ["0", "1", "-1", "1.5", "80%", "", "nan", "inf"])
def test_what_is_no_share(asked: str) -> None:
    with pytest.raises(UsageError, match="is no share"):
        share({"split": asked})


def test_an_article_is_always_in_the_same_set() -> None:
    assert [each for each in IDS[:20] if set_of(each, 0.7) == "dev"] == [
        *("a1", "a3", "a8", "a10", "a11", "a12"),
    ]


def test_a_larger_share_only_takes_more() -> None:
    few, many = ({each for each in IDS if set_of(each, share) == "train"} for share in (0.5, 0.8))
    assert few < many
    assert 80 <= len(few) <= 120
    assert 140 <= len(many) <= 180
