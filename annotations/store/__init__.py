"""The store: one SQLite file with articles, annotations, runs and every edit.

The only package that knows SQLite. Opening a store whose schema is current, and reading from
it, needs the standard library alone; sqlite-utils is imported when a schema has to be made.

`store` is the door. Behind it, from the file upwards:

- `connection` is one SQLite connection with its transactions; `opening` makes one from a path,
  with the help of `schema` and `migrations`; `engine` and `inspection` answer `closeread doctor`.
- `rows` goes between annotations and columns; `articles`, `annotations` and `writing` read and
  write them.
- `edits` is what a person does, `applying` does it, `edit_log` remembers it for undo.
- `runs` is what a detector does; `imports` what another store exported, as `merge_plan` decides.
- `names` says which names are the same across articles, as a person decides.
- `listing`, `search` (with `query`) and `tags` are what the library shows; `choosing` tells which
  article a person means.
- `places` says where a person was in each article; it has a file of its own.
"""

from annotations.store.annotations import Columns, NameForm
from annotations.store.articles import Addition
from annotations.store.choosing import ArticleName
from annotations.store.listing import SORTS, ArticleRow
from annotations.store.runs import Run
from annotations.store.store import Store

__all__ = [
    "SORTS",
    "Addition",
    "ArticleName",
    "ArticleRow",
    "Columns",
    "NameForm",
    "Run",
    "Store",
]
