"""Numbers of people in running text. Free of spaCy, so that the reader can use it.

`finding` goes through a text once. What a number can be made of is read by `cardinals` (words and
digits, with `numerals`), `ranges`, `vague` and `nothing`; `qualifiers` stand before a number and
`surroundings` tell that it is none. Fixed wordings are data, matched by `wordings` over `words`.
"""

from annotations.detect.casualties.numbers.expressions import Precision
from annotations.detect.casualties.numbers.finding import Number, find

__all__ = ["Number", "Precision", "find"]
