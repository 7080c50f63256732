"""Records of other programs: how many a second become articles, and in how much memory.

Each format is read in a process of its own, whose peak is that of Python with the modules it needs
and what reading takes. The least that any program needs is that of the standard library's parser
going through the same bytes.
"""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from report import Figure, Reference, run

from annotations.model import Article
from annotations.sources import read

RECORDS = 100_000
RATE_BOUND = 1.0
"""Seconds per 2,000 articles, the rate that adding needs; a reader must be far below."""
MEMORY_BOUND = 300
"""Megabytes."""
TEXT = "Shells hit the market at noon, the council said. Twelve people were hurt.\n\n" * 12


def measure() -> Iterator[Figure]:
    """Write the same records in each format, and read them."""
    with TemporaryDirectory() as folder:
        for path, parse in _written(Path(folder)):
            least = _seconds(partial(_parsed, parse, path))
            seconds, peak = _in_process(path)
            kind = path.suffix.removeprefix(".")
            yield Figure(
                name=f"{RECORDS:,} records of {kind}",
                value=seconds,
                unit="s",
                bound=RATE_BOUND * RECORDS / 2_000,
                reference=Reference(name="the bare parser", value=least),
            )
            yield Figure(name=f"records of {kind} a second", value=RECORDS / seconds)
            yield Figure(name=f"peak memory, {kind}", value=peak, unit="MB", bound=MEMORY_BOUND)


def _parsed(parse: Callable[[Path], Iterator[object]], path: Path) -> int:
    return sum(1 for _ in parse(path))


def _written(folder: Path) -> Iterator[tuple[Path, Callable[[Path], Iterator[object]]]]:
    lines, table, document = (folder / f"dump.{kind}" for kind in ("jsonl", "csv", "json"))
    records = [_record(number) for number in range(RECORDS)]
    with lines.open("w") as file:
        file.writelines(f"{json.dumps(record)}\n" for record in records)
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(records[0]))
        writer.writeheader()
        writer.writerows(records)
    with document.open("w") as file:
        json.dump({"articles": records}, file)
    yield lines, _parsed_lines
    yield table, _parsed_table
    yield document, _parsed_document


def _record(number: int) -> dict[str, str]:
    return {
        "guid": f"report-{number}",
        "headline": f"Report {number}",
        "pub_date": "2016-10-20T08:00:00Z",
        "publication": "The Lindow Courier",
        "content": f"{number}. {TEXT}",
    }


def _parsed_lines(path: Path) -> Iterator[object]:
    with path.open("rb") as file:
        yield from map(json.loads, file)


def _parsed_table(path: Path) -> Iterator[object]:
    with path.open(newline="") as file:
        yield from csv.DictReader(file)


def _parsed_document(path: Path) -> Iterator[object]:
    with path.open("rb") as file:
        yield from json.load(file)["articles"]


def _seconds(work: Callable[[], object]) -> float:
    """Of the processor, since other work may be going on."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _in_process(path: Path) -> tuple[float, float]:
    """Seconds of reading, and the peak of the process in megabytes."""
    command = [sys.executable, __file__, "--read", str(path)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, peak = map(float, output.split())
    return seconds, peak


def _read(path: Path) -> None:
    seconds = _seconds(lambda: _check(sum(isinstance(item, Article) for item in read(path))))
    print(seconds, _peak())


def _peak() -> float:
    """The most memory that this process has had, in megabytes; zero where nothing tells."""
    status = Path("/proc/self/status")  # rusage counts the process that this was forked from
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1_000 for line in lines if line[:6] == "VmHWM:"), 0.0)


def _check(articles: int) -> None:
    if articles != RECORDS:
        raise SystemExit(f"{articles} articles were read of {RECORDS}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        _read(Path(sys.argv[2]))
    else:
        sys.exit(run(measure, description=__doc__))
