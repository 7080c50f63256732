"""What benchmarks print and write; nothing is timed."""

import pytest
from report import Figure, Lasted, Reference, latencies
from together import table


def test_a_figure_is_so_many_times_its_reference() -> None:
    least = Reference(name="least", value=200)
    figure = Figure(name="library", unit="ms", value=300, bound=250, reference=least)
    assert figure.ratio == 1.5
    assert " ".join(str(figure).split()) == "library 300.00 ms 1.50 × least (bound 250) MISSED"


def test_a_figure_may_stand_alone() -> None:
    figure = Figure(name="words a second", value=20)
    assert (figure.ratio, figure.held) == (None, True)
    assert " ".join(str(figure).split()) == "words a second 20.00"


def test_medians_and_percentiles_are_compared_with_their_like() -> None:
    plain = Lasted(name="plain", seconds=[0.01] * 19 + [0.11])
    median, p95, slowest = latencies("page", [0.02] * 20, bound=30, against=plain)
    assert median.ratio == pytest.approx(2)
    assert p95.reference is not None and p95.reference.value == pytest.approx(15)
    assert (p95.held, slowest.reference) == (True, None)


def test_the_table_has_a_line_for_each_figure() -> None:
    figures = [
        {"name": "first text", "value": 300.0, "unit": "ms", "bound": 250.0, "held": False}
        | {"ratio": 1.5, "reference": {"name": "least", "value": 200.0}},
        {"name": "words", "value": 12_000.0, "unit": "", "bound": None, "held": True}
        | {"ratio": None, "reference": None},
    ]
    assert table([{"benchmark": "startup", "figures": figures}]) == [
        "benchmark  figure      value      unit  bound          ratio  reference",
        "startup    first text  300.00     ms    250    MISSED  1.50   least",
        "startup    words       12,000.00",
    ]
