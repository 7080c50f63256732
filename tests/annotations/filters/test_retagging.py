import pytest

from annotations.filters import names_tag, parsed, retagged, written


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ('tag:"method/mine"', 'tag:"attack/mine"'),
        ("tag:method", "tag:attack"),
        ("tag:METHOD", "tag:attack"),
        ('rain -tag:"method",aid is:unreviewed', 'rain -tag:"attack",aid is:unreviewed'),
        ("tag:methods", "tag:methods"),
        ("tag:meth", "tag:meth"),
        ("method source:method", "method source:method"),
        ("tag:method,attack", "tag:attack"),
    ],
)
def test_a_filter_follows_the_new_name_of_a_tag(typed: str, after: str) -> None:
    assert written(retagged(parsed(typed), "method", "attack")) == after


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('tag:"method"', True),
        ('tag:"method/mine"', True),
        ("tag:meth", True),
        ("tag:mine", False),
        ("method", False),
        ("source:method", False),
    ],
)
def test_whether_a_filter_asks_for_a_tag(typed: str, found: bool) -> None:
    assert names_tag(parsed(typed), "method") is found
