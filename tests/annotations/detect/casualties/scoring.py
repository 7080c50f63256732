"""How well predicted casualty figures agree with gold ones, sentence by sentence.

Gold records have `id`, `group` and `figures`; predicted ones are lines of the native JSON lines,
whose `casualties` are read. A gold figure that is `optional` may be predicted or not, one whose
category is a list may have any of them. Free of everything but the standard library.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
Figures = Sequence[Record]

FLAGS = ("negated", "hypothetical", "subset", "incremental", "cumulative")
FIELDS = ("claimed_by", "place", "date")

_REMARK = re.compile(r"\s*\([^)]*\)")
_ARTICLES = frozenset({"the", "a", "an"})
_PREPOSITIONS = frozenset(
    {"in", "on", "at", "by", "near", "since", "from", "during", "over", "until", "across"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold figure and the predicted one at its place; null if there is none."""

    sentence: str
    """Its id."""
    gold: Record
    predicted: Record | None

    def values(self, name: str) -> tuple[Any, Any]:
        """What gold and prediction have in a field."""
        return self.gold.get(name), self.predicted.get(name) if self.predicted else None

    def fault(self, name: str) -> dict[str, str | None]:
        """How they differ there."""
        expected, found = self.values(name)
        figure = self.gold["text"]
        return {"sentence": self.sentence, "figure": figure, "expected": expected, "found": found}


def read_records(path: Path) -> list[Record]:
    """The records of a file of JSON lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def score(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Any]:
    """Everything that is measured, as a JSON object.

    Raises:
        ValueError: If there is no prediction for a sentence.
    """
    sentences = list(gold)
    figures = {each["id"]: each["casualties"] for each in predicted}
    if missing := [each["id"] for each in sentences if each["id"] not in figures]:
        raise ValueError(f"No prediction for {len(missing)} sentences, the first {missing[0]!r}.")
    matched = _all_pairs(sentences, figures)
    carrying = {pair.sentence for pair in matched if any(map(pair.gold.get, FIELDS))}
    # Only sentences that carry any of the fields were read for all of them.
    described = [pair for pair in matched if pair.sentence in carrying]
    return {
        "sentences": _sentences(sentences, figures),
        "confusers": _confusers(sentences, figures),
        "flags": {name: _flag(name, matched) for name in FLAGS},
        "fields": {name: _field(name, described) for name in FIELDS},
    }


def _sentences(gold: Figures, figures: Mapping[str, Figures]) -> dict[str, Any]:
    wrong = [each["id"] for each in gold if not is_right(each["figures"], figures[each["id"]])]
    return _share(len(gold) - len(wrong), len(gold)) | {"wrong": wrong}


def _confusers(gold: Figures, figures: Mapping[str, Figures]) -> dict[str, Any]:
    """Sentences with numbers that count no casualties."""
    confusers = [each for each in gold if each.get("group") == "confuser"]
    loud = [each["id"] for each in confusers if _spurious(each["figures"], figures[each["id"]])]
    return _share(len(confusers) - len(loud), len(confusers)) | {"wrong": loud}


def is_right(gold: Figures, predicted: Figures) -> bool:
    """Whether all figures are there with their category and number, and no others."""
    return not _spurious(gold, predicted) and all(
        found is not None
        and bool(categories(each) & categories(found))
        and each["count_best"] == found["count_best"]
        for each, found in pairs(gold, _stated(predicted))
        if not each.get("optional")
    )


def pairs(gold: Figures, predicted: Figures) -> list[tuple[Record, Record | None]]:
    """Each gold figure with the predicted one at its place, no predicted one twice.

    Best pairs first: those of one category, then those that cover the number, then those that
    overlap most.
    """
    ranked = sorted(
        (_closeness(one, other), -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if _overlap(one, other) > 0
    )
    found: dict[int, int] = {}
    for _, i, j in reversed(ranked):
        if -i not in found and -j not in found.values():
            found[-i] = -j
    return [(each, predicted[found[i]] if i in found else None) for i, each in enumerate(gold)]


def categories(figure: Record) -> set[str]:
    """The categories that a figure may have."""
    category = figure["category"]
    names = {category} if isinstance(category, str) else set(category)
    return names | {"casualties"} if names >= {"killed", "injured"} else names


def plain(value: str, *, leading: frozenset[str] = frozenset()) -> str:
    """A value without letter case, articles, bracketed remarks and some leading words."""
    words = [word for word in _REMARK.sub("", value).casefold().split() if word not in _ARTICLES]
    if words and words[0] in leading:
        words = words[1:]
    return " ".join(words)


def _spurious(gold: Figures, predicted: Figures) -> list[Record]:
    """The predicted figures that no gold one accounts for."""
    stated = _stated(predicted)
    matched = [id(found) for _, found in pairs(gold, stated)]
    return [each for each in stated if id(each) not in matched and not _absorbed(each, gold)]


def _stated(predicted: Figures) -> list[Record]:
    """The figures with a number, which are all that gold has."""
    return [each for each in predicted if not each.get("implicit")]


def _absorbed(figure: Record, gold: Figures) -> bool:
    """Whether a figure lies on an optional one, or is part of a joint "killed and wounded"."""
    return any(
        each.get("optional")
        or (not isinstance(each["category"], str) and categories(each) & categories(figure))
        for each in gold
        if _overlap(each, figure) > 0
    )


def _closeness(gold: Record, predicted: Record) -> tuple[bool, bool, float]:
    number_start = gold.get("num_start") or gold["start"]
    number_end = gold.get("num_end") or gold["end"]
    union = max(gold["end"], predicted["end"]) - min(gold["start"], predicted["start"])
    return (
        bool(categories(gold) & categories(predicted)),
        predicted["start"] <= number_start and number_end <= predicted["end"],
        _overlap(gold, predicted) / union,
    )


def _overlap(one: Record, other: Record) -> int:
    """How many characters two figures share; negative if they lie apart."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _all_pairs(gold: Figures, figures: Mapping[str, Figures]) -> list[Pair]:
    """The pairs of all sentences, without optional figures that were not predicted."""
    return [
        Pair(each["id"], figure, found)
        for each in gold
        for figure, found in pairs(each["figures"], figures[each["id"]])
        if found is not None or not figure.get("optional")
    ]


def _flag(name: str, matched: Sequence[Pair]) -> dict[str, int]:
    told = [tuple(map(bool, pair.values(name))) for pair in matched]
    return {
        "hit": told.count((True, True)),
        "missed": told.count((True, False)),
        "spurious": told.count((False, True)),
    }


def _field(name: str, matched: Sequence[Pair]) -> dict[str, Any]:
    """How many of the values that gold carries are right, and which were made up."""
    stated = [pair for pair in matched if pair.values(name)[0]]
    wrong = [pair for pair in stated if not _same(name, *pair.values(name))]
    strict = [pair for pair in stated if len(set(pair.values(name))) == 1]
    spurious = [pair for pair in matched if pair.values(name)[1] and pair not in stated]
    return _share(len(stated) - len(wrong), len(stated)) | {
        "strictly_right": len(strict),
        "wrong": [pair.fault(name) for pair in wrong],
        "spurious": [pair.fault(name) for pair in spurious],
    }


def _same(name: str, expected: str, value: str | None) -> bool:
    leading = frozenset() if name == "claimed_by" else _PREPOSITIONS
    return value is not None and plain(expected, leading=leading) == plain(value, leading=leading)


def _share(right: int, total: int) -> dict[str, Any]:
    return {"right": right, "of": total, "share": round(right / total, 4) if total else None}
