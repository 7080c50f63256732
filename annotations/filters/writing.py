"""From a query to what a person would type for it."""

from annotations.filters.values import CLOSED, DATED, Condition, Key, Query, Value, Word


def written(query: Query) -> str:
    """A query as text, quotation marks closed."""
    return " ".join(_term(term) for term in query.terms)


def toggled(query: Query, key: Key, text: str) -> Query:
    """A query that also asks for a value as a whole, or no longer does if it did.

    Args:
        query: The query so far.
        key: What the value is of.
        text: The value.
    """
    quoted = key not in DATED and key not in CLOSED
    wanted = Condition(key, (Value(text.replace('"', "").strip(), whole=quoted),))
    others = tuple(term for term in query.terms if term != wanted)
    return Query(others if len(others) < len(query.terms) else (*others, wanted))


def _term(term: Word | Condition) -> str:
    minus = "-" if term.negated else ""
    if isinstance(term, Word):
        return f"{minus}{_quoted(term.text, needed=term.phrase)}"
    values = (_quoted(value.text, needed=value.whole) for value in term.values)
    return f"{minus}{term.key}:{','.join(values)}"


def _quoted(text: str, *, needed: bool) -> str:
    """A text in quotation marks, if they are needed or it has gaps."""
    return f'"{text}"' if needed or " " in text else text
