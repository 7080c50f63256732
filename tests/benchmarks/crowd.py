"""A store of 100,000 articles and 5 million annotations to measure in, multiplied by SQLite.

A thousand articles are made up, added and run like any others. The rest are copies that differ in
key, id and date, written by statements on whole tables: what an edit meets in the file is the same,
and it takes minutes where adding each article would take an hour. Indexes and triggers are set
aside meanwhile, so that nothing is counted or indexed row by row.

The store is kept in the cache folder; whoever measures gets a copy of it.
"""

import hashlib
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import drafting
from corpus import OPENING, Corpus, cache_folder, read_article
from drafting import DETECTOR, draft

from annotations.model import Annotation, Article, Entity
from annotations.store import Store, migrations

TEMPLATES, COPIES = 1_000, 100
WORDS = 480
"""Of an article: enough for fifty annotations."""
RARE = "Tessaly Point"
"""A name that stands once in each of a thousand articles, and nowhere else."""
_WITH_RARE = range(1, 1 + 1_000 // COPIES)
_KEY = {"articles": "key", "annotations": "id", "runs": "id"}
"""The tables that are multiplied, whose rows have keys of their own; then those that have none."""
_KEYLESS = ("article_counts", "article_tolls")


@contextmanager
def crowded() -> Iterator[Corpus]:
    """Give a copy of the store for the duration of a `with` block."""
    cached = cache_folder() / f"crowd-{_version()}.db"
    file = cached.with_suffix(".txt")
    if not cached.exists():
        for outdated in cached.parent.glob("crowd-*"):
            outdated.unlink()
        _build(cached, file)
    with TemporaryDirectory(prefix="closeread-", dir=cached.parent) as folder:
        store = shutil.copyfile(cached, Path(folder, "store.db"))
        yield Corpus(store=store, file=file, article_id=read_article(file).id, newest="")


def _version() -> str:
    """Changes with whatever decides what is in the store."""
    digest = hashlib.sha256()
    steps = sorted(Path(migrations.__file__).parent.glob("*.py"))
    for module in (Path(__file__), Path(drafting.__file__), *steps):
        digest.update(module.read_bytes())
    return digest.hexdigest()[:12]


def _build(target: Path, file: Path) -> None:
    """Build under another name first, so that a store that was interrupted is never used."""
    print(f"Building a store of {TEMPLATES * COPIES:,} articles in {target.parent} …", flush=True)
    begun = time.perf_counter()
    unfinished = target.with_suffix(".part")
    opened = draft(seed=0, title="The flood at Arden", opening=OPENING, words=1_000)
    file.write_text(opened.text, encoding="utf-8")
    with Store.open(unfinished) as store:
        _add(store, read_article(file), opened.annotations)
        for number in range(1, TEMPLATES):
            _add(store, *_made_up(number))
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as raw:
        _multiply(raw)
        (count,) = raw.execute("SELECT count(*) FROM annotations").fetchone()
    unfinished.rename(target)
    print(f"Built {count:,} annotations in {time.perf_counter() - begun:.0f} s.", flush=True)


def _add(store: Store, article: Article, annotations: list[Annotation]) -> None:
    store.articles.add_one(article)
    store.runs.record(article.id, DETECTOR, annotations)


def _made_up(number: int) -> tuple[Article, list[Annotation]]:
    opening = f"{RARE} was cut off." if number in _WITH_RARE else "More rain fell."
    title = f"Report {number} on the flood"
    written = draft(seed=number, title=title, opening=opening, words=WORDS)
    rare = []
    if number in _WITH_RARE:
        start = written.text.index(RARE)
        rare = [Entity(start=start, end=start + len(RARE), text=RARE, label="FAC", name=RARE)]
    article = Article(
        id=f"made-up-{number}",
        text=written.text,
        title=title,
        source=f"Made-up Gazette {number % 7}",
        published=(datetime(2010, 1, 1, tzinfo=UTC) + timedelta(hours=number)).isoformat(),
    )
    return article, written.annotations + rare


def _multiply(raw: sqlite3.Connection) -> None:
    """Write the copies; what is set aside comes back, and the full-text index is made anew."""
    raw.execute("PRAGMA journal_mode = OFF")
    raw.execute("PRAGMA synchronous = OFF")
    raw.execute("PRAGMA cache_size = -500000")
    aside = raw.execute(
        """
        SELECT type, name, sql FROM sqlite_master
        WHERE tbl_name IN ('articles', 'annotations', 'runs', 'article_counts', 'article_tolls')
            AND (type = 'trigger' OR type = 'index' AND sql IS NOT NULL)
        """
    ).fetchall()
    for kind, name, _ in aside:
        raw.execute(f"DROP {kind} {name}")
    raw.execute("BEGIN")
    for table, key in _KEY.items():
        (size,) = raw.execute(f"SELECT max({key}) FROM {table}").fetchone()
        for copy in range(1, COPIES):
            _copy_rows(raw, table, copy, key=key, size=size)
    for table in _KEYLESS:
        for copy in range(1, COPIES):
            _copy_rows(raw, table, copy)
    raw.execute("COMMIT")
    for *_, sql in aside:
        raw.execute(sql)
    raw.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
    raw.execute("PRAGMA journal_mode = WAL")


def _copy_rows(
    raw: sqlite3.Connection, table: str, copy: int, *, key: str = "", size: int = 0
) -> None:
    """Write the rows of the templates once more, for the articles of one copy."""
    changed = {
        key: f"{key} + {copy * size}",
        "article": f"article + {copy * TEMPLATES}",
    }
    if table == "articles":
        changed["id"] = f"id || '-{copy}'"
        changed["published"] = f"datetime(published, '+{copy * TEMPLATES} hours')"
    columns = [f'"{name}"' for _, name, *_ in raw.execute(f"PRAGMA table_info({table})")]
    values = [changed.get(name.strip('"'), name) for name in columns]
    templates = f"{key} <= {size}" if key else f"article <= {TEMPLATES}"
    raw.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM {table} WHERE {templates} ORDER BY 1"
    )


if __name__ == "__main__":
    with crowded() as made:
        print(made.store.stat().st_size)
