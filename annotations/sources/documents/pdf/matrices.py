"""Transformations of the plane, as PDF writes them: six numbers."""

import math
from collections.abc import Sequence

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """One transformation after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> Matrix:
    """A transformation whose origin is moved, measured in its own units."""
    a, b, c, d, e, f = matrix
    return (a, b, c, d, e + x * a + y * c, f + x * b + y * d)


def matrix_of(numbers: Sequence[object]) -> Matrix | None:
    """A transformation from operands; null if they are none."""
    if len(numbers) != 6:
        return None
    values = [number_of(each) for each in numbers]
    return (values[0], values[1], values[2], values[3], values[4], values[5])


def number_of(value: object) -> float:
    """A number; 0 for what is none, or too large to be a place on a page."""
    if not isinstance(value, int | float):
        return 0.0
    number = float(value)
    return number if math.isfinite(number) and abs(number) < 1e7 else 0.0
