"""Days, months, years and decades from first to last."""

import pytest

from reader.plots.periods import Unit, period_of, shown, spanned


@pytest.mark.parametrize(
    ("days", "room", "unit", "periods"),
    [
        (["2016-02-28", "2016-03-01"], 10, Unit.DAY, ["2016-02-28", "2016-02-29", "2016-03-01"]),
        (["2016-02-28", "2016-03-01"], 2, Unit.MONTH, ["2016-02", "2016-03"]),
        (["2017-01-31", "2016-11-02"], 10, Unit.MONTH, ["2016-11", "2016-12", "2017-01"]),
        (["2016-11-02", "2017-01-31"], 2, Unit.YEAR, ["2016", "2017"]),
        (["1998-11-02", "2017-01-31"], 5, Unit.DECADE, ["199", "200", "201"]),
        (["1998-11-02", "2017-01-31"], 1, Unit.DECADE, ["199", "200", "201"]),
        (["2016-10-28"], 1, Unit.DAY, ["2016-10-28"]),
        (["2016-10-28", "2016-10"], 90, Unit.MONTH, ["2016-10"]),
        (["2016-10-28", "2017"], 90, Unit.YEAR, ["2016", "2017"]),
        (["2016-10-28", "soon", "2016-13-01", ""], 90, Unit.DAY, ["2016-10-28"]),
        (["0009-12-31", "0010-01-01"], 1, Unit.DECADE, ["000", "001"]),
        ([], 9, Unit.DAY, []),
        (["later"], 9, Unit.DAY, []),
    ],
)
def test_the_shortest_unit_that_fits(
    days: list[str], room: int, unit: Unit, periods: list[str]
) -> None:
    assert spanned(days, room=room) == (unit, periods)


def test_the_period_of_a_day() -> None:
    found = [period_of("2016-10-28", unit) for unit in Unit]
    assert found == ["2016-10-28", "2016-10", "2016", "201"]
    assert period_of("2016-10", Unit.DAY) is None
    assert period_of("2016-10", Unit.YEAR) == "2016"
    assert period_of("2016-10-28T08:00", Unit.DAY) == "2016-10-28"
    assert period_of("", Unit.DECADE) is period_of("any day now", Unit.YEAR) is None


def test_what_periods_are_called() -> None:
    assert [shown(each) for each in ("2016-10", "2016", "201")] == ["2016-10", "2016", "2010s"]
