"""All benchmarks, one after the other, then one table of what they measured and one file.

Where something of the kind has a least that any program needs for it, that was measured in the same
run, and the figure is given as so many times that.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

BENCHMARKS = (
    *("startup", "library", "article", "edits", "corrections", "traffic", "slow_line"),
    *("entities", "quotes", "figures"),
)
"""Of what a person waits for, then of what the detector does beside them."""
FILE = Path("benchmarks.json")

_HERE = Path(__file__).parent
_HEADER = ("benchmark", "figure", "value", "unit", "bound", "", "ratio", "reference")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run them, print the table, write the file.

    Returns:
        Exit status: 1 if a bound was missed or a benchmark failed, else 0.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}")
    parser.add_argument(
        "--json", type=Path, default=FILE, metavar="FILE", help="default: %(default)s"
    )
    chosen = parser.parse_args(arguments)
    records, failed = [], []
    for name in chosen.names or BENCHMARKS:
        print(f"== {name}", file=sys.stderr, flush=True)
        record = _run(name)
        if record is None:
            failed.append(name)
        else:
            records.append(record)
    chosen.json.write_text(json.dumps(records, indent=2) + "\n", encoding="utf-8")
    print("\n".join(table(records)))
    for name in failed:
        print(f"{name} failed", file=sys.stderr)
    return int(bool(failed) or any(not each["held"] for each in _figures(records)))


def table(records: Sequence[Mapping[str, Any]]) -> list[str]:
    """A line for each figure, in columns under a header."""
    rows = [_HEADER, *(_row(record, each) for record in records for each in record["figures"])]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _row(record: Mapping[str, Any], figure: Mapping[str, Any]) -> tuple[str, ...]:
    bound, reference = figure["bound"], figure["reference"]
    verdict = "" if bound is None else "held" if figure["held"] else "MISSED"
    return (
        *(record["benchmark"], figure["name"], f"{figure['value']:,.2f}", figure["unit"]),
        *("" if bound is None else f"{bound:g}", verdict),
        *(("", "") if reference is None else (f"{figure['ratio']:.2f}", reference["name"])),
    )


def _figures(records: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return (each for record in records for each in record["figures"])


def _run(name: str) -> Mapping[str, Any] | None:
    """What a benchmark measured; null if it could not."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "figures.json")
        command = [sys.executable, str(_HERE / f"{name}.py"), "--json", str(target)]
        subprocess.run(command, check=False, stdout=sys.stderr)
        record: Mapping[str, Any] | None = None
        if target.exists():
            record = json.loads(target.read_text(encoding="utf-8"))
        return record


if __name__ == "__main__":
    sys.exit(main())
