"""Fits `entity_evidence.toml`, the weights of the cues, to annotated articles.

    python fit_entity_evidence.py WORLDWIDE.jsonl …

Needs scikit-learn. The files hold an article a line, with `text` and `entities` (`start`, `end` and
`group`: PERSON, ORG, PLACE, NORP, MISC or something else). `entity_evidence_by_hand.toml` says what
is added for cues that the articles have seldom or never.
"""

import argparse
import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from annotations.detect import pipeline
from annotations.detect.entities.candidates import candidates
from annotations.detect.entities.groups import groups
from annotations.detect.entities.mentions import Source
from annotations.detect.own_names import NOTHING_OWN

TARGET = Path(__file__).parent.parent / "entity_evidence.toml"
BY_HAND = Path(__file__).parent / "entity_evidence_by_hand.toml"
LABELS = ("NONE", "NORP", "ORG", "OTHER", "PERSON", "PLACE")
STRENGTH = 0.1
"""Inverse of the regularisation; smaller weights generalise to other papers."""
SMALLEST = 0.15
"""Weights nearer to naught are left out."""
ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
POSSESSIVES = ("'s", "’s")
FEWEST = 8
"""Strings that a cue must have been seen with."""

HEAD = """\
# How much each cue speaks for and against what a name may be, in natural logarithms of odds;
# [always] counts for every name, the others as often as the cue is seen, three times at the most.
# NONE is no name, OTHER an event, a product, a law, a work of art or a language.
# Counted for closeread over annotated newspaper articles from around the world (logistic
# regression) by sources/fit_entity_evidence.py, rounded to tenths, with what
# sources/entity_evidence_by_hand.toml adds; change those, not this file.
"""

Sample = tuple[Counter[str], str]
"""The cues of a string, and what it names."""


def samples(doc: Doc, entities: Iterable[Mapping[str, Any]]) -> Iterator[Sample]:
    """The strings of an article with what its annotators took most of their mentions for."""
    source = Source(doc)
    named = {bordered(source.text, each["start"], each["end"]): each["group"] for each in entities}
    for group in groups(source, candidates(source, NOTHING_OWN)):
        borders = (bordered(source.text, each.start, each.end) for each in group.mentions)
        counted = Counter(named.get(each, "NONE") for each in borders)
        label = max(counted, key=counted.__getitem__).replace("MISC", "OTHER")
        if label in LABELS:
            yield group.cues, label


def bordered(text: str, start: int, end: int) -> tuple[int, int]:
    """The borders of a name without leading article and possessive ending."""
    article = ARTICLE.match(text, start, end)
    first = start if article is None else article.end()
    return first, end - 2 * text.endswith(POSSESSIVES, first, end)


def fitted(found: list[Sample]) -> dict[str, dict[str, float]]:
    """The weights of each cue by label, and of `always`."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(cue for cues, _ in found for cue in cues)
    vectors = DictVectorizer()
    features = vectors.fit_transform(
        [{cue: count for cue, count in cues.items() if seen[cue] >= FEWEST} for cues, _ in found]
    )
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(features, [label for _, label in found])
    table: dict[str, dict[str, float]] = defaultdict(dict)
    table["always"] = dict(zip(model.classes_, map(float, model.intercept_), strict=True))
    for label, row in zip(model.classes_, model.coef_, strict=True):
        for cue, weight in zip(vectors.get_feature_names_out(), row, strict=True):
            table[cue][label] = float(weight)
    return table


def with_hand(table: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The weights with what is added by hand."""
    for cue, added in tomllib.loads(BY_HAND.read_text(encoding="utf-8")).items():
        for label, weight in added.items():
            weights = table.setdefault(cue, {})
            weights[label] = weights.get(label, 0.0) + weight
    return table


def written(table: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The text of the file, a cue at a time."""
    yield HEAD
    for cue in ("always", *sorted(set(table) - {"always"})):
        kept = {
            label: weight
            for label, weight in sorted(table[cue].items())
            if abs(weight) >= SMALLEST or cue == "always"
        }
        if kept:
            yield f"\n[{cue}]\n"
            yield from (f"{label} = {round(weight, 1):g}\n" for label, weight in kept.items())


def write(found: list[Sample]) -> None:
    """Fit the weights, and write them down."""
    TARGET.write_text("".join(written(with_hand(fitted(found)))), encoding="utf-8")


def main() -> None:
    """Parse the articles, fit, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, nargs="+")
    parsing = pipeline.load()
    found: list[Sample] = []
    for path in parser.parse_args().articles:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            found += samples(parsing.parse(record["text"]), record["entities"])
    write(found)


if __name__ == "__main__":
    main()
