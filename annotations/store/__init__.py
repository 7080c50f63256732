"""The store: one SQLite file with articles, annotations, runs and every edit.

The only package that knows SQLite. Opening a store whose schema is current, and reading from
it, needs the standard library alone; sqlite-utils is imported when a schema has to be made.

`store` is the door. Behind it, from the file upwards:

- `connection` is one SQLite connection with its transactions; `opening` makes one from a path,
  with the help of `schema` and `migrations`; `engine` and `inspection` answer `closeread doctor`.
- `rows` goes between annotations and columns; `articles`, `annotations` and `writing` read and
  write them.
- `edits` is what a person does, `applying` does it, `edit_log` remembers it, with what `group_sums`
  says of it; `steps` undoes and redoes, or says what stands in the way, `rewinding` to any edit.
- `log` is what people have done, as they read it; `decisions` is what became of suggestions.
- `additions` adds articles, and new texts of them: `new_texts` takes a person's work along,
  `version_rows` keeps the old texts, `unplaced` what has no place in the new one; `versions` is
  what a person does about that.
- `bulk` is what a person does to many articles at once; `deletion` leaves out what was deleted,
  `states` says how far articles are, and `waiting` what is left to decide in them.
- `runs` is what a detector does; `imports` what another store exported, as `merge_plan` decides.
- `feeds` remembers how far the feeds that are watched were read.
- `own_rules` is what a person's corrections have become: `offers` in it finds which could, `rows`
  keeps and logs them, `following` and `runs` do what they say.
- `adjudication` is what a person makes of the disagreements of two others, which `settled` keeps.
- `mentions` finds annotations that are equal.
- `names` says which names are the same across articles, as a person decides.
- `listing` and `search` are what the library shows; `filtering` and `matching` find which articles
  a filter means, `orders` sorts them, titles in `natural`
  order, also by the `tolls` that each states, `tags` and `facets` count,
  `saved_filters` keeps filters under a name,
  `days` and `related` say what happened when and what is about the same.
- `choosing` tells which article a person means; `places` says where they were in each article, in
  a file of its own.
"""

from annotations.store.additions import Addition, Outcome
from annotations.store.annotations import NameForm
from annotations.store.choosing import ArticleName
from annotations.store.columns import Columns
from annotations.store.listing import ArticleRow
from annotations.store.opening import check_can_be_made, is_sqlite
from annotations.store.orders import BEST, COUNTED_FIGURES, SMALLEST_FIRST, SORTS, TOLLS
from annotations.store.runs import Run
from annotations.store.store import Store

__all__ = [
    "BEST",
    "COUNTED_FIGURES",
    "SMALLEST_FIRST",
    "SORTS",
    "TOLLS",
    "Addition",
    "ArticleName",
    "ArticleRow",
    "Columns",
    "NameForm",
    "Outcome",
    "Run",
    "Store",
    "check_can_be_made",
    "is_sqlite",
]
