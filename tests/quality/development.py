"""Figures on development data that may not be passed on, where it lies beside the checkout."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[2]
FOLDER = ROOT.parent / "shared" / "gold"

_SETS = (
    ("entities", "worldwide.dev"),
    ("entities", "conll03.dev"),
    ("quotes", "polnear.dev"),
    ("quotes", "gum_news.dev"),
    ("casualties", "tricky"),
    ("casualties", "news_figures_dev"),
)
_GROUPS = ("PERSON", "ORG", "PLACE", "NORP")
"""Of entities; dates and sums of money follow another scheme there."""


def measure() -> dict[str, float]:
    """The figures of all sets that are there, in hundredths, each by its own scorer."""
    return {
        f"{name}, {measured}": value
        for layer, name in _SETS
        if (gold := FOLDER / layer / f"{name}.jsonl").exists()
        for measured, value in _scores(layer, _scored(gold))
    }


def _scored(gold: Path) -> Mapping[str, Any]:
    with TemporaryDirectory() as folder:
        found = Path(folder, "found.jsonl")
        with found.open("wb") as output:
            command = [sys.executable, "-m", "reader", "annotate", str(gold)]
            subprocess.run(command, check=True, stdout=output, cwd=ROOT)
        command = [sys.executable, str(gold.parent / "score.py"), str(gold), str(found)]
        answer = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    scores: Mapping[str, Any] = json.loads(answer.stdout)
    return scores


def _scores(layer: str, scored: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """What is taken of a scorer's answer."""
    match layer:
        case "entities":
            for group in filter(scored["groups"].__contains__, _GROUPS):
                yield f"{group}, F1", scored["groups"][group]["strict"][2]
        case "quotes":
            for each in scored["results"][1:]:  # the first are attributions of any kind
                yield f"{each['subset']} quotes, F1 of the content", each["soft"]["f"]
                yield f"{each['subset']} quotes, F1 with the speaker", each["e2e"]["f"]
        case _:
            for span in ("exact", "number"):
                share = scored[f"{span}_span+category"]["f1"]
                yield f"{span} span and category, F1", round(100 * share, 1)
            yield "count, right", round(100 * scored["value"]["count_best_acc"], 1)
