"""The scorer of casualty figures."""

from typing import Any

import pytest

from tests.annotations.detect.casualties.scoring import Record, is_right, pairs, plain, score


def figure(text: str, category: str | list[str] = "killed", **more: Any) -> Record:
    """A figure of "12 men and 3 boys died", or of as many characters."""
    start = "12 men and 3 boys died".index(text)
    found: dict[str, Any] = {
        "start": start,
        "end": start + len(text),
        "text": text,
        "category": category,
    }
    return found | {"count_best": int(text.split()[0])} | more


MEN, BOYS = figure("12 men"), figure("3 boys")


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ([MEN, BOYS], [MEN, BOYS], True),
        ([], [], True),
        ([MEN, BOYS], [MEN], False),
        ([MEN], [MEN, BOYS], False),
        ([MEN], [figure("12")], True),
        ([MEN], [figure("12 men", "injured")], False),
        ([MEN], [figure("12 men", count_best=11)], False),
        ([MEN], [MEN, figure("3 boys", implicit=True)], True),
        ([MEN], [figure("12 men", implicit=True)], False),
        ([MEN], [figure("12 men", implicit=True), figure("12")], True),
        ([MEN, figure("3 boys", optional=True)], [MEN], True),
        ([MEN, figure("3 boys", optional=True)], [MEN, figure("3 boys", "injured")], True),
        ([figure("12 men", ["killed", "injured"])], [figure("12 men", "casualties")], True),
        ([figure("12 men", ["killed", "injured"])], [MEN, figure("12", "injured")], True),
        ([figure("12 men", ["killed", "freed"])], [figure("12 men", "casualties")], False),
    ],
)
def test_a_sentence_is_right_if_nothing_is_missing_wrong_or_too_much(
    gold: list[Record], predicted: list[Record], expected: bool
) -> None:
    assert is_right(gold, predicted) is expected


def test_a_figure_of_the_same_category_is_the_closer_one() -> None:
    injured, killed = figure("12 men", "injured"), figure("12")
    assert pairs([MEN], [injured, killed]) == [(MEN, killed)]
    assert pairs([MEN], [injured]) == [(MEN, injured)]
    assert pairs([MEN], [BOYS]) == [(MEN, None)]


def test_what_does_not_count_in_a_value() -> None:
    assert plain("The ministry (denied)") == "ministry"
    assert plain("on the  First day", leading=frozenset({"on"})) == "first day"
    assert plain("in") == "in"


def test_everything_that_is_measured() -> None:
    gold: list[Record] = [
        {"id": "a", "group": "number", "figures": [figure("12 men", place="in the Bay"), BOYS]},
        {"id": "b", "group": "confuser", "figures": []},
        {"id": "c", "group": "confuser", "figures": []},
    ]
    predicted: list[Record] = [
        {
            "id": "a",
            "casualties": [
                figure("12 men", place="Bay"),
                figure("3 boys", place="Bay", subset=True),
            ],
        },
        {"id": "b", "casualties": [figure("12 men", date="today")]},
        {"id": "c", "casualties": []},
    ]
    scored = score(gold, predicted)
    assert scored["sentences"] == {"right": 2, "of": 3, "share": 0.6667, "wrong": ["b"]}
    assert scored["confusers"] == {"right": 1, "of": 2, "share": 0.5, "wrong": ["b"]}
    assert scored["flags"]["subset"] == {"hit": 0, "missed": 0, "spurious": 1}
    spurious = {"sentence": "a", "figure": "3 boys", "expected": None, "found": "Bay"}
    assert scored["fields"]["place"] == {
        "right": 1,
        "of": 1,
        "share": 1.0,
        "strictly_right": 0,
        "wrong": [],
        "spurious": [spurious],
    }
    assert scored["fields"]["date"]["share"] is None


def test_a_sentence_without_a_prediction_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="the first 'a'"):
        score([{"id": "a", "figures": []}], [])
