"""The store: one SQLite file with articles, annotations, runs and every edit.

The only package that knows SQLite. Opening a store whose schema is current, and reading from
it, needs the standard library alone; sqlite-utils is imported when a schema has to be made.
"""

from annotations.store.annotations import Columns
from annotations.store.articles import Addition
from annotations.store.listing import SORTS, ArticleRow
from annotations.store.runs import Run
from annotations.store.store import Store

__all__ = [
    "SORTS",
    "Addition",
    "ArticleRow",
    "Columns",
    "Run",
    "Store",
]
