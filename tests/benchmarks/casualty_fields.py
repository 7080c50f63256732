"""How right casualty figures are: whole sentences, confusers, flags, source, place and date.

Without arguments, of the tricky sentences beside the tests, read by the default pipeline; with two
files, of what `closeread annotate` made of a gold file. Prints one JSON object.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from tests.annotations.detect.casualties import scoring
from tests.annotations.detect.casualties.scoring import FIELDS, Record, read_records, score

TRICKY = Path(scoring.__file__).with_name("tricky.jsonl")


def measure(options: Namespace) -> dict[str, Any]:
    """Score two files, or the default pipeline."""
    if options.gold is None:
        gold = read_records(TRICKY)
        return score(gold, predictions(gold))
    return score(read_records(options.gold), read_records(options.pred))


def predictions(gold: list[Record]) -> list[Record]:
    """What the default pipeline finds in the texts of some records."""
    # Late, so that files are scored without loading spaCy.
    from annotations.detect import pipeline
    from annotations.records import layer_records

    default = pipeline.load()
    return [{"id": each["id"], **layer_records(default.detect(each["text"]))} for each in gold]


def arguments() -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, metavar="GOLD", help="gold JSON lines")
    parser.add_argument("pred", nargs="?", type=Path, metavar="PRED", help="annotated JSON lines")
    parser.add_argument(
        "--least",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="fail if less of the sources, places or dates is right",
    )
    options = parser.parse_args()
    if (options.gold is None) is not (options.pred is None):
        parser.error("GOLD and PRED belong together; give both or none")
    return options


def main() -> int:
    """Print the score.

    Returns:
        Exit status: 1 if a field is worse than was asked for, else 0.
    """
    options = arguments()
    scored = measure(options)
    print(json.dumps(scored, indent=1, ensure_ascii=False))
    shares = [scored["fields"][name]["share"] for name in FIELDS]
    return 1 if any(share is not None and share < options.least for share in shares) else 0


if __name__ == "__main__":
    sys.exit(main())
