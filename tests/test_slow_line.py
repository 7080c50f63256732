"""The slow line of the benchmarks: no byte comes before the line has had time for it."""

import sys
from itertools import accumulate

from asciicast import Written
from slow_line import RATE, SlowLine

PROGRAM = "print('x' * 6000 + 'whole'); input()"


def test_no_byte_comes_before_the_line_has_had_time_for_it() -> None:
    with SlowLine([sys.executable, "-c", PROGRAM], environment={}) as line:
        line.wait_for("whole")
    came = [each for each in line.events if isinstance(each, Written)]
    begun = came[0].seconds - len(came[0].data) / RATE
    for so_far, each in zip(accumulate(len(each.data) for each in came), came, strict=True):
        assert each.seconds - begun >= so_far / RATE - 1e-6
