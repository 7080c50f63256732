"""Whether the detector is as good on the sample corpus as it was.

Annotates the articles by the default pipeline and compares them with their gold. Fails if any of
the figures in `kept.json` has fallen. `--renew` keeps those of this run, for figures that have
risen or are given up knowingly, and writes them into the README.

Development data, which may not be passed on, is measured too where it lies beside the checkout;
else what was measured last is printed. `--without-dev` leaves it out.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import development
from kept_figures import Figures, fallen, field_table, plain_table, table, taken

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "kept.json"
CORPUS = ROOT / "sample_corpus"
README = ROOT / "README.md"
BEGIN, END = "<!-- quality: made by tests/quality/gate.py -->\n", "<!-- end of quality -->"


def main(arguments: list[str] | None = None) -> int:
    """Measure, compare and print.

    Returns:
        Exit status: 1 if a figure has fallen, else 0.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--renew", action="store_true", help="keep the figures of this run")
    parser.add_argument("--without-dev", action="store_true", help="the sample corpus alone")
    chosen = parser.parse_args(arguments)
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    measured = {"corpus": taken(measure()), "development": kept["development"]}
    if not chosen.without_dev and development.FOLDER.is_dir():
        try:
            measured["development"] = development.measure()
        except subprocess.CalledProcessError as error:  # it is not the project's, and may change
            print(f"The development data could not be measured: {error}", file=sys.stderr)
    print(written(**measured))
    if chosen.renew:
        _keep(**measured)
        return 0
    falls = fallen(kept["corpus"], measured["corpus"])
    for each in falls:
        print(f"fallen: {each}", file=sys.stderr)
    return int(bool(falls))


def measure() -> dict[str, Any]:
    """What `closeread evaluate --json` says of the sample corpus, read by the default pipeline."""
    with TemporaryDirectory() as folder:
        found = Path(folder, "found.jsonl")
        with found.open("wb") as output:
            _closeread("annotate", CORPUS, stdout=output)
        answer = _closeread("evaluate", CORPUS / "gold", found, "--json", stdout=subprocess.PIPE)
    record: dict[str, Any] = json.loads(answer.stdout)
    return record


def written(*, corpus: Figures, development: Figures) -> str:
    """The figures as the README has them, between its two marks."""
    tables = (table(corpus), field_table(corpus), plain_table(development))
    return "\n" + "\n\n".join("\n".join(lines) for lines in tables) + "\n\n"


def _keep(*, corpus: Figures, development: Figures) -> None:
    record = {"corpus": corpus, "development": development}
    KEPT.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    text = before + BEGIN + written(corpus=corpus, development=development) + END + after
    README.write_text(text, encoding="utf-8")


def _closeread(*words: object, stdout: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reader", *map(str, words)]
    return subprocess.run(command, check=True, stdout=stdout, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
