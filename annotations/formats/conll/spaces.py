r"""Blanks as UDPipe writes them: `\s` for a blank, `\n` for a line break, and so on.

https://ufal.mff.cuni.cz/udpipe/1/users-manual, "Preserving original spacing".
"""

import re

_SIGNS = {" ": "s", "\t": "t", "\n": "n", "\r": "r", "|": "p", "\\": "\\"}
_MEANT = {sign: blank for blank, sign in _SIGNS.items()}
_ESCAPE = re.compile(r"\\(.)")
_SIGN = re.compile(r"[ \t\n\r|\\]")


def escaped(blanks: str) -> str:
    r"""Blanks in a form that a column can hold.

    >>> escaped(" \n")
    '\\s\\n'
    """
    return _SIGN.sub(lambda match: f"\\{_SIGNS[match[0]]}", blanks)


def unescaped(written: str) -> str:
    """The blanks that were written; whatever else is there is left out."""
    meant = _ESCAPE.sub(lambda match: _MEANT.get(match[1], ""), written)
    return "".join(each for each in meant if each.isspace())
