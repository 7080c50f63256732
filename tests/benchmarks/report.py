"""What the benchmarks have in common at their edges: figures, their bounds, table and JSON."""

import argparse
import json
import os
import platform
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number, and the bound that it must not exceed, if there is one."""

    name: str
    value: float
    unit: str = ""
    bound: float | None = None

    @property
    def held(self) -> bool:
        """Whether it is within its bound."""
        return self.bound is None or self.value <= self.bound

    def __str__(self) -> str:
        row = f"{self.name:<52}{self.value:>10.2f} {self.unit:<3}"
        if self.bound is None:
            return row.rstrip()
        return f"{row} (bound {self.bound:g}) {'held' if self.held else 'MISSED'}"


def latencies(name: str, seconds: Sequence[float], *, bound: float | None = None) -> list[Figure]:
    """Median, 95th percentile and slowest of repeated measurements, in milliseconds.

    Args:
        name: What was measured.
        seconds: One number a repetition.
        bound: What the 95th percentile must not exceed, in milliseconds.
    """
    median = statistics.median(seconds)
    p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
    return [
        Figure(
            name=f"{name}, median of {len(seconds)}",
            unit="ms",
            value=median * 1000,
        ),
        Figure(name=f"{name}, p95", unit="ms", value=p95 * 1000, bound=bound),
        Figure(name=f"{name}, slowest", unit="ms", value=max(seconds) * 1000),
    ]


def run(
    measure: Callable[[], Iterable[Figure]],
    *,
    description: str,
    options: Sequence[argparse.ArgumentParser] = (),
) -> int:
    """Measure, print each figure as it comes, and write them all where `--json` says.

    Args:
        measure: Yields the figures.
        description: What is measured, for `--help`.
        options: Those that the benchmark has and has read already, for `--help` too.

    Returns:
        Exit status: 1 if a bound was missed, else 0.
    """
    parser = argparse.ArgumentParser(description=description, parents=options)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    chosen = parser.parse_args()
    figures = list(_printed(measure()))
    if chosen.json is not None:
        record = {
            "benchmark": Path(sys.argv[0]).stem,
            "machine": _machine(),
            "figures": [asdict(figure) | {"held": figure.held} for figure in figures],
        }
        chosen.json.write_text(json.dumps(record, indent=2) + "\n")
    return 0 if all(figure.held for figure in figures) else 1


def _printed(figures: Iterable[Figure]) -> Iterator[Figure]:
    for figure in figures:
        print(figure, flush=True)
        yield figure


def _machine() -> dict[str, str | int | float | None]:
    """What the figures depend on besides the code."""
    return {
        "python": platform.python_version(),
        "textual": version("textual"),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "load": os.getloadavg()[0],
    }
