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
class Lasted:
    """How long something took, again and again."""

    name: str
    seconds: Sequence[float]

    @property
    def median(self) -> float:
        """In milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def p95(self) -> float:
        """The 95th percentile, in milliseconds."""
        return statistics.quantiles(self.seconds, n=20, method="inclusive")[-1] * 1000

    @property
    def slowest(self) -> float:
        """In milliseconds."""
        return max(self.seconds) * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What a figure is measured against in the same run, in its unit."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured number, and the bound that it must not exceed, if there is one."""

    name: str
    value: float
    unit: str = ""
    bound: float | None = None
    reference: Reference | None = None

    @property
    def held(self) -> bool:
        """Whether it is within its bound."""
        return self.bound is None or self.value <= self.bound

    @property
    def ratio(self) -> float | None:
        """How many times the reference it is; null without one."""
        return self.value / self.reference.value if self.reference else None

    def __str__(self) -> str:
        row = f"{self.name:<52}{self.value:>10.2f} {self.unit:<3}"
        if self.reference is not None:
            row += f" {self.ratio:.2f} × {self.reference.name}"
        if self.bound is not None:
            row += f" (bound {self.bound:g}) {'held' if self.held else 'MISSED'}"
        return row.rstrip()


def latencies(
    name: str,
    seconds: Sequence[float],
    *,
    bound: float | None = None,
    against: Lasted | None = None,
) -> list[Figure]:
    """Median, 95th percentile and slowest of repeated measurements, in milliseconds.

    Args:
        name: What was measured.
        seconds: One number a repetition.
        bound: What the 95th percentile must not exceed, in milliseconds.
        against: What took how long in the same run, to be compared with.
    """
    took = Lasted(name=name, seconds=seconds)
    median, p95 = (
        (None, None)
        if against is None
        else (
            Reference(name=against.name, value=against.median),
            Reference(name=against.name, value=against.p95),
        )
    )
    return [
        Figure(
            name=f"{name}, median of {len(seconds)}", unit="ms", value=took.median, reference=median
        ),
        Figure(name=f"{name}, p95", unit="ms", value=took.p95, bound=bound, reference=p95),
        Figure(name=f"{name}, slowest", unit="ms", value=took.slowest),
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
            "figures": [
                asdict(figure) | {"held": figure.held, "ratio": figure.ratio} for figure in figures
            ],
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
