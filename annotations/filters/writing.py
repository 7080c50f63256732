"""From a query to what a person would type for it."""

from annotations.filters.values import CLOSED, DATED, Condition, Is, Key, Query, Value, Word, folded


def written(query: Query) -> str:
    """A query as text, quotation marks closed."""
    return " ".join(_term(term) for term in query.terms)


def picked(query: Query, key: Key) -> Condition | None:
    """The condition in which a query asks for whole values of a key, each as good as the others.

    Null if it asks for none. A condition with beginnings of words in it, with a minus, or for
    deleted articles says something else.
    """
    conditions = (each for each in query.conditions if each.key is key and not each.negated)
    return next((each for each in conditions if _is_exact(each)), None)


def without_picked(query: Query, key: Key) -> Query:
    """A query that asks for no whole values of a key, and else for the same."""
    condition = picked(query, key)
    return Query(tuple(term for term in query.terms if term is not condition))


def toggled(query: Query, key: Key, text: str) -> Query:
    """A query that also asks for a value as a whole, or no longer does if it did.

    Beside other values of the key it is an alternative: `source:"Mail","Post"`. A month takes the
    place of its year, and a year that of its months.

    Args:
        query: The query so far.
        key: What the value is of.
        text: The value.
    """
    value = Value(text.replace('"', "").strip(), whole=key not in DATED and key not in CLOSED)
    before = picked(query, key)
    if before is None:
        return Query((*query.terms, Condition(key, (value,))))
    kept = tuple(each for each in before.values if folded(each.text) != folded(value.text))
    if len(kept) == len(before.values):
        kept = (*(each for each in kept if not _overlap(key, each, value)), value)
    after = (Condition(key, kept),) if kept else ()
    at = query.terms.index(before)
    return Query((*query.terms[:at], *after, *query.terms[at + 1 :]))


def _is_exact(condition: Condition) -> bool:
    if condition.key in DATED or condition.key in CLOSED:
        return Value(Is.DELETED) not in condition.values
    return all(value.whole for value in condition.values)


def _overlap(key: Key, one: Value, other: Value) -> bool:
    """Whether one of two periods is a part of the other."""
    return key in DATED and (one.text.startswith(other.text) or other.text.startswith(one.text))


def _term(term: Word | Condition) -> str:
    minus = "-" if term.negated else ""
    if isinstance(term, Word):
        return f"{minus}{_quoted(term.text, needed=term.phrase)}"
    values = (_quoted(value.text, needed=value.whole) for value in term.values)
    return f"{minus}{term.key}:{','.join(values)}"


def _quoted(text: str, *, needed: bool) -> str:
    """A text in quotation marks, if they are needed or it has gaps."""
    return f'"{text}"' if needed or " " in text else text
