"""Filters that name a tag, once it has another name. Pure."""

from dataclasses import replace

from annotations.filters.values import Condition, Key, Query, Value, Word, folded
from annotations.tagging import is_within, moved


def retagged(query: Query, old: str, new: str) -> Query:
    """A query that asks for a tag, or for one below it, by its new name, and else for the same.

    A value that is only the beginning of a word in the tag stays: it may ask for others, too.

    Args:
        query: What was asked for.
        old: The tag's name so far.
        new: Its name from now on.
    """
    return Query(tuple(_retagged(term, old, new) for term in query.terms))


def names_tag(query: Query, tag: str) -> bool:
    """Whether a query asks for a tag, for one below it, or for what a word in it begins with."""
    return any(
        value.finds_tag(tag) or is_within(_path(value), folded(tag))
        for term in query.conditions
        if term.key is Key.TAG
        for value in term.values
    )


def _retagged(term: Word | Condition, old: str, new: str) -> Word | Condition:
    if isinstance(term, Word) or term.key is not Key.TAG:
        return term
    values = (_renamed(value, old, new) for value in term.values)
    return replace(term, values=tuple(dict.fromkeys(values)))


def _renamed(value: Value, old: str, new: str) -> Value:
    path, before = _path(value), folded(old)
    return replace(value, text=moved(path, before, new)) if is_within(path, before) else value


def _path(value: Value) -> str:
    return folded(value.text).strip("/")
