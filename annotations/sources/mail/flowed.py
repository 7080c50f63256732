"""Text whose lines say themselves whether they go on: format=flowed, RFC 3676."""

import re

_QUOTE = re.compile(r"(?P<marks>>*) ?(?P<rest>.*)", re.DOTALL)
_SIGNATURE = "-- "


def unflowed(text: str, *, deletes_blanks: bool = False) -> str:
    """Join the lines that go on, within each depth of quotation.

    Args:
        text: The text as it was sent.
        deletes_blanks: Whether the blank at the end of a line that goes on is none of the text.
    """
    lines: list[tuple[str, str]] = []
    goes_on = False
    for raw in text.split("\n"):
        match = _QUOTE.fullmatch(raw)
        assert match is not None
        marks, rest = match["marks"], match["rest"]
        if goes_on and lines[-1][0] == marks and rest != _SIGNATURE:
            lines[-1] = (marks, lines[-1][1] + rest)
        else:
            lines.append((marks, rest))
        goes_on = rest.endswith(" ") and rest != _SIGNATURE
        if goes_on and deletes_blanks:
            lines[-1] = (marks, lines[-1][1][:-1])
    return "\n".join(f"{marks} {rest}" if marks else rest for marks, rest in lines)
