"""The language in which a person says which articles to list.

    ceasefire "air strikes" source:reuters after:2016-05 place:aleppo -tag:done is:unreviewed

Pure: `parsing` goes from what was typed to a `Query`, `writing` back, `completing` on from what is
half typed, `explaining` says what there is, and the store alone knows what is found.
"""

from annotations.filters.completing import completions
from annotations.filters.explaining import EXPLAINED
from annotations.filters.parsing import parsed
from annotations.filters.retagging import names_tag, retagged
from annotations.filters.values import (
    EVERYTHING,
    Condition,
    Has,
    Is,
    Key,
    Query,
    Value,
    Word,
)
from annotations.filters.writing import picked, toggled, without_picked, written

__all__ = [
    "EVERYTHING",
    "EXPLAINED",
    "Condition",
    "Has",
    "Is",
    "Key",
    "Query",
    "Value",
    "Word",
    "completions",
    "names_tag",
    "parsed",
    "picked",
    "retagged",
    "toggled",
    "without_picked",
    "written",
]
