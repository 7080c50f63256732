"""What is kept of an evaluation, and when it counts as fallen."""

import json

from gate import BEGIN, END, KEPT, README, written
from kept_figures import TOLERANCE, Fall, fallen, field_table, plain_table, table, taken

MEASURES = {"precision": 0.9, "recall": 0.8, "f1": 0.847}
SCORES = {"exact": MEASURES, "overlap": {"precision": 1.0, "recall": 0.9, "f1": 0.9474}}
RECORD = {
    "kinds": [
        {"layer": "quotes", "kind": "all", "gold": 100, **SCORES},
        {"layer": "quotes", "kind": "direct", "gold": 60, **SCORES},
        {"layer": "quotes", "kind": "mixed", "gold": 29, **SCORES},
    ],
    "fields": [
        {"layer": "quotes", "field": "cue", "of": 30, "accuracy": 0.95},
        {"layer": "quotes", "field": "speaker", "of": 29, "accuracy": 0.5},
    ],
}
FIGURES = {
    "quotes, all, precision": 90.0,
    "quotes, all, recall": 80.0,
    "quotes, all, exact F1": 84.7,
    "quotes, all, overlap F1": 94.7,
    "quotes, direct, exact F1": 84.7,
    "quotes, cue, field": 95.0,
}


def test_what_few_annotations_tell_is_not_kept() -> None:
    assert taken(RECORD) == FIGURES


def test_a_figure_falls_by_more_than_the_tolerance() -> None:
    kept = {"steady": 90.0, "risen": 80.0, "fallen": 70.0, "gone": 60.0}
    measured = {"steady": 90.0 - TOLERANCE, "risen": 81.0, "fallen": 69.4, "new": 1.0}
    assert fallen(kept, measured) == [
        Fall(name="fallen", kept=70.0, measured=69.4),
        Fall(name="gone", kept=60.0, measured=None),
    ]


def test_a_fall_in_words() -> None:
    assert str(Fall(name="quotes", kept=70.0, measured=69.4)) == "quotes: 69.4, was 70.0"
    assert str(Fall(name="quotes", kept=70.0, measured=None)) == "quotes: not measured, was 70.0"


def test_tables() -> None:
    assert table(FIGURES)[2:] == [
        "| quotes, all | 90.0 | 80.0 | 84.7 | 94.7 |",
        "| quotes, direct |  |  | 84.7 |  |",
    ]
    assert field_table(FIGURES)[2:] == ["| quotes, cue | 95.0 |"]
    assert plain_table({"tricky, F1": 98.26})[2:] == ["| tricky, F1 | 98.3 |"]


def test_the_readme_says_what_is_kept() -> None:
    begun = README.read_text(encoding="utf-8").partition(BEGIN)[2]
    assert begun.partition(END)[0] == written(**json.loads(KEPT.read_text(encoding="utf-8")))


def test_something_is_kept_of_every_layer() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["corpus"]
    assert {"entities", "quotes", "casualties"} == {name.split(", ")[0] for name in kept}
