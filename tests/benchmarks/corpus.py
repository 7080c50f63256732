"""Stores to measure in: made-up articles with their annotations, all of them run already.

A store is built once through `annotations.store`, which takes minutes for the largest, and kept
in the system's temporary folder until this module or the store's schema changes. Whoever
measures gets a copy of it, so that nothing one benchmark does can be seen by the next.
"""

import getpass
import hashlib
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import drafting
from drafting import DETECTOR, draft, scattered

from annotations import sources
from annotations.model import Annotation, Article
from annotations.store import Store, migrations

OPENING = "The first boats reached the market square before dawn."
"""What the first paragraph of the article that is opened begins with; it fits on one line."""

_SHORT = 60
"""Words of the articles that are only in the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A store to measure in, and what is known about it."""

    store: Path
    file: Path
    """An article that is in the store, as the text file that it came from."""
    article_id: str
    newest: str
    """How the title of the library's first row begins."""


@contextmanager
def prepared(
    *, articles: int, words: int = 1_000, annotations: int | None = None
) -> Iterator[Corpus]:
    """Make a corpus for the duration of a `with` block.

    Args:
        articles: How many are in the store.
        words: How long the article is that `file` holds.
        annotations: How many it has; null for what it has by itself, one for every eight words.
    """
    size = f"{articles}-{words}-{annotations or 'own'}"
    cached = cache_folder() / f"{size}-{_version()}.db"
    file = cached.with_suffix(".txt")
    if not cached.exists():
        for outdated in cached.parent.glob(f"{size}-*"):
            outdated.unlink()
        _build(cached, file, articles=articles, words=words, annotations=annotations)
    with TemporaryDirectory(prefix="closeread-") as folder:
        store = shutil.copyfile(cached, Path(folder, "store.db"))
        yield Corpus(
            store=store, file=file, article_id=read_article(file).id, newest=_title(articles - 1)
        )


def cache_folder() -> Path:
    """Where stores are kept from one time to the next."""
    folder = Path(gettempdir(), f"closeread-benchmarks-{getpass.getuser()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _version() -> str:
    """Changes with whatever decides what is in a store."""
    digest = hashlib.sha256()
    steps = sorted(Path(migrations.__file__).parent.glob("*.py"))
    for module in (Path(__file__), Path(drafting.__file__), *steps):
        digest.update(module.read_bytes())
    return digest.hexdigest()[:12]


def _build(target: Path, file: Path, *, articles: int, words: int, annotations: int | None) -> None:
    """Build under another name first, so that a store that was interrupted is never used."""
    print(f"Building a store of {articles:,} articles in {target.parent} …", flush=True)
    begun = time.perf_counter()
    unfinished = target.with_suffix(".part")
    opened = draft(seed=0, title="The flood at Arden", opening=OPENING, words=words)
    file.write_text(opened.text, encoding="utf-8")
    article = read_article(file)
    more = max(0, (annotations or 0) - len(opened.annotations))
    with Store.open(unfinished) as store:
        store.articles.add_one(article)
        store.runs.record(
            article.id, DETECTOR, opened.annotations + scattered(article.text, more, seed=0)
        )
        _fill(store, range(1, articles))
    unfinished.rename(target)
    print(f"Built in {time.perf_counter() - begun:.0f} s.", flush=True)


def _fill(store: Store, numbers: range) -> None:
    """Add short articles, each with a run."""
    found: dict[str, list[Annotation]] = {}

    def articles() -> Iterator[Article]:
        for number in numbers:
            article, found[article.id] = _short(number)
            yield article

    for article, _ in store.articles.add(articles()):
        store.runs.record(article.id, DETECTOR, found.pop(article.id))


def _short(number: int) -> tuple[Article, list[Annotation]]:
    """An article of the library, published an hour after the one before it."""
    written = draft(seed=number, title=_title(number), opening="More rain fell.", words=_SHORT)
    published = datetime(2010, 1, 1, tzinfo=UTC) + timedelta(hours=number)
    article = Article(
        id=f"made-up-{number}",
        text=written.text,
        title=_title(number),
        source=f"Made-up Gazette {number % 7}",
        published=published.isoformat(),
    )
    return article, written.annotations


def _title(number: int) -> str:
    return f"Report {number} on the flood"


def read_article(file: Path) -> Article:
    """Read a file as the program reads it, so that both call the article by the same id."""
    (item,) = sources.read(file)
    if not isinstance(item, Article):
        raise item
    return item
