"""Names in tables of results and standings: "Alloa 2 Montrose 1", "Alloa 4 3 0 1 9 3"."""

import re
from collections.abc import Iterator

from annotations.detect.entities.mentions import Mention, Source

_NAME = r"([A-Z][^\d\n,;:|]{1,28}?)"
_RESULT = re.compile(
    rf"^{_NAME} (\d{{1,3}}) {_NAME} ?(\d{{1,3}})(?: \([^)\n]*\))?[.\s]*$", re.MULTILINE
)
_STANDING = re.compile(rf"^(?:\d+[.)] )?{_NAME}(?: +[\d./:+-]+){{3,}}[.\s]*$", re.MULTILINE)
_FEWEST = 3
"""Lines of a table; fewer are chance."""


def in_tables(source: Source) -> Iterator[Mention]:
    """Yield the first names of the lines that read like results or standings: teams, mostly."""
    for pattern, columns in ((_RESULT, (1, 3)), (_STANDING, (1,))):
        lines = list(pattern.finditer(source.text))
        if len(lines) < _FEWEST:
            continue
        for line in lines:
            for column in columns:
                found = source.mention(*line.span(column), label="", rule="table")
                if found is not None:
                    yield found
