"""The figures of `tricky.jsonl`, a list of constructions and confusers, each in a sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations.model import CasualtyFigure
from annotations.records import annotation_record
from tests.annotations.detect.casualties.scoring import FIELDS, read_records, score

_GOLD = read_records(Path(__file__).with_name("tricky.jsonl"))


@pytest.fixture
def scored(figures: Callable[[str], list[CasualtyFigure]]) -> dict[str, Any]:
    """The score of the default pipeline."""
    predicted = [
        {"id": each["id"], "casualties": [annotation_record(one) for one in figures(each["text"])]}
        for each in _GOLD
    ]
    return score(_GOLD, predicted)


def test_the_default_pipeline_reads_them(scored: dict[str, Any]) -> None:
    assert scored["sentences"]["share"] >= 0.9, scored["sentences"]["wrong"]
    assert scored["confusers"]["of"] == 23
    assert scored["confusers"]["right"] >= 22, scored["confusers"]["wrong"]
    for name in FIELDS:
        assert scored["fields"][name]["share"] >= 0.8, scored["fields"][name]["wrong"]
