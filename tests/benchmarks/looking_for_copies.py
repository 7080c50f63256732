"""Looking for copies in a large store: how long it takes, and what it adds to the file.

    python tests/benchmarks/looking_for_copies.py [ARTICLES]

Texts of 500 words in the frequencies of English, a tenth of them copies: cut, with another
beginning, or with words changed. Not part of `make bench`, as it takes a minute or two.
"""

import random
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.copies.folding import Folding
from annotations.model import Article
from annotations.store import Store

WORDS = 500
VOCABULARY = 30_000
SHARE_OF_COPIES = 0.1


def articles(number: int) -> Iterator[Article]:
    """So many articles."""
    chance = random.Random(9)
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    names = [f"{'Q' if rank % 7 == 5 else 'w'}{rank}" for rank in range(VOCABULARY)]
    texts: list[str] = []
    for at in range(number):
        found = chance.choices(names, cum_weights=weights, k=WORDS)
        if texts and chance.random() < SHARE_OF_COPIES:
            copied = chance.choice(texts).split()
            found = chance.choice(
                [
                    copied[: WORDS * 2 // 3],
                    [*found[:40], *copied[40:]],
                    [*copied[:-60], *found[:60]],
                ]
            )
        text = " ".join(found)
        if len(texts) < 5_000:
            texts.append(text)
        elif chance.random() < 0.1:
            texts[chance.randrange(5_000)] = text
        yield Article(id=str(at), text=text, source=f"Outlet {at % 50}", published="2019-03-08")


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder, Store.open(Path(folder, "store.db")) as store:
        began = time.perf_counter()
        for _ in store.articles.add(articles(number)):
            pass
        _tell("added", began, store)
        began = time.perf_counter()
        store.copies.catch_up()
        _tell("looked at", began, store)
        grouped = len(store.copies.groups())
        print(f"{grouped:,} of {number:,} in {len(set(store.copies.groups().values())):,} groups")
        began = time.perf_counter()
        copied = " ".join(next(articles(1)).text.split()[: WORDS * 3 // 4])
        store.articles.add_one(Article(id="new", text=copied, source="Another"))
        store.copies.catch_up()
        print(f"one more: {(time.perf_counter() - began) * 1000:.0f} ms")
        keys = store.articles.keys()
        began = time.perf_counter()
        store.copies.folded(keys, Folding(every=True))
        print(f"folding the list: {(time.perf_counter() - began) * 1000:.0f} ms")
        began = time.perf_counter()
        store.copies.folded(keys, Folding(every=True))
        print(f"again: {(time.perf_counter() - began) * 1000:.0f} ms")
        began = time.perf_counter()
        store.articles.rows(keys[:50])
        print(f"50 rows: {(time.perf_counter() - began) * 1000:.1f} ms")


def _tell(what: str, began: float, store: Store) -> None:
    size = store.path.stat().st_size / 1e6
    print(f"{what} in {time.perf_counter() - began:.1f} s; the file has {size:,.0f} MB")


if __name__ == "__main__":
    main()
