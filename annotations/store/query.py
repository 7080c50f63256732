"""From what a person types to what FTS5 understands."""

import re

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')


def match_expression(query: str) -> str:
    r"""Make a MATCH expression that asks for every term, the last word perhaps unfinished.

    Words in quotation marks have to follow each other. Everything else that FTS5 would take for
    an operator is quoted, so no input is a syntax error.

    >>> match_expression('air strikes')
    '"air" "strikes"*'
    >>> match_expression('"air strikes" (no')
    '"air strikes" "(no"*'
    """
    text = query.replace("\0", " ")
    terms = [(phrase or word, bool(word)) for phrase, word in _TERM.findall(text)]
    if not terms:
        return '""'
    *_, (_, unfinished) = terms
    return " ".join(f'"{term}"' for term, _ in terms) + ("*" if unfinished else "")
