"""Finding copies: sketches of articles, the pairs that they lead to, and the groups of these."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from annotations.copies.gathering import groups
from annotations.copies.likeness import Wording, are_copies, shared, wording_of
from annotations.copies.sketching import bands, method
from annotations.copies.wording import stretches, words
from annotations.store.connection import Connection

_AT_ONCE = 250
"""Articles looked at in one transaction: a quarter of a second, in which nobody else can write."""
_MOST = 40
"""Articles of one band that a new one is compared with, those added first: of a thousand copies all
are gathered round the first few, and a page without an article behind it costs no more."""
_WORDINGS = 2_000
"""Wordings that are kept to compare others with, some 60 kB each at most."""
_MISSING = "FROM article_identities WHERE NOT is_sketched"

_OF_BANDS = f"""
    SELECT found.value FROM json_each(?) AS wanted
        CROSS JOIN json_each((
            SELECT json_group_array(article) FROM (
                SELECT article FROM sketch_bands WHERE band = wanted.value LIMIT {_MOST}
            )
        )) AS found
"""
Pair = tuple[int, int, float]


def count_missing(connection: Connection) -> int:
    """How many articles nobody has looked at."""
    return int(connection.value(f"SELECT count(*) {_MISSING}"))


def catch_up(connection: Connection, progress: Callable[[int], object] | None = None) -> int:
    """Look at all of them, some in a transaction; how many there were.

    Raises:
        StoreBusy: If another process keeps the store for itself; what was done till then stays.
    """
    _renew(connection)
    wordings = Wordings(connection)
    done = 0
    while True:
        with connection.writing():
            found = connection.rows(
                f"""
                SELECT key, text FROM (SELECT article {_MISSING} LIMIT {_AT_ONCE})
                    CROSS JOIN articles ON key = article
                """
            )
            _look_at(connection, dict(found), wordings)
        if not found:
            return done
        done += len(found)
        if progress is not None:
            progress(done)


def _renew(connection: Connection) -> None:
    """Begin anew where sketches were made otherwise, as by another version of rensa."""
    current = method()
    if connection.value("SELECT method FROM sketch_method") == current:
        return
    with connection.writing():
        connection.execute("DELETE FROM sketch_bands")
        connection.execute("DELETE FROM sketch_method")
        connection.execute("INSERT INTO sketch_method VALUES (?)", (current,))
        connection.execute("UPDATE article_identities SET is_sketched = 0 WHERE is_sketched")


class Wordings:
    """What texts are compared by, of those that were wanted last."""

    def __init__(self, connection: Connection) -> None:
        """Args:
        connection: An open store.
        """
        self._connection = connection
        self._kept: dict[int, Wording] = {}

    def of(self, key: int) -> Wording:
        """The wording of an article."""
        kept = self._kept.pop(key, None)
        if kept is None:
            text = self._connection.value("SELECT text FROM articles WHERE key = ?", (key,))
            kept = wording_of(text or "")
        self._kept[key] = kept
        if len(self._kept) > _WORDINGS:
            del self._kept[next(iter(self._kept))]
        return kept

    def forget(self, keys: Iterable[int]) -> None:
        """Read the texts of some articles anew."""
        for key in keys:
            self._kept.pop(key, None)


def _look_at(connection: Connection, texts: dict[int, str], wordings: Wordings) -> None:
    """Find the copies of some articles, and gather all that this concerns."""
    keys = list(texts)
    wordings.forget(keys)
    former = _partners(connection, keys)
    _unpair(connection, keys)
    made = bands([stretches(words(text)) for text in texts.values()])
    _keep_bands(connection, dict(zip(keys, made, strict=True)))
    pairs = [
        pair
        for key, of_key in zip(keys, made, strict=True)
        for pair in _pairs(connection, key, of_key, wordings)
    ]
    connection.executemany(
        "INSERT OR IGNORE INTO article_copies (article, copy, shared) VALUES (?, ?, ?)",
        ((*ends, share) for one, other, share in pairs for ends in ((one, other), (other, one))),
    )
    connection.executemany(
        "UPDATE article_identities SET is_sketched = 1 WHERE article = ?",
        ((key,) for key in keys),
    )
    concerned = former | {key for pair in pairs for key in pair[:2]}
    if concerned:
        _gather(connection, concerned | set(keys))


def _partners(connection: Connection, keys: Sequence[int]) -> set[int]:
    return set(
        connection.column(
            "SELECT copy FROM json_each(?) CROSS JOIN article_copies ON article = value",
            (json.dumps(keys),),
        )
    )


def _unpair(connection: Connection, keys: Sequence[int]) -> None:
    """Forget what articles were copies of while they had another text."""
    listed = (json.dumps(keys),)
    for column in ("article", "copy"):
        connection.execute(
            f"DELETE FROM article_copies WHERE {column} IN (SELECT value FROM json_each(?))", listed
        )


def _keep_bands(connection: Connection, made: dict[int, list[int]]) -> None:
    """In the order in which they lie in the file, so that each of its pages is written once."""
    connection.executemany(
        "INSERT OR IGNORE INTO sketch_bands (band, article) VALUES (?, ?)",
        sorted((band, key) for key, of_key in made.items() for band in of_key),
    )


def _pairs(
    connection: Connection, key: int, of_key: Sequence[int], wordings: Wordings
) -> Iterator[Pair]:
    """The copies among the articles that meet one in a band."""
    for other in _met(connection, key, of_key):
        mine, theirs = wordings.of(key), wordings.of(other)
        if are_copies(mine, theirs):
            yield key, other, round(shared(mine, theirs), 4)


def _met(connection: Connection, key: int, of_key: Sequence[int]) -> Collection[int]:
    """The articles that share a band with one, those that share most first, not too many."""
    counts = Counter(connection.column(_OF_BANDS, (json.dumps(of_key),)))
    counts.pop(key, None)
    return sorted(counts, key=lambda other: (-counts[other], other))[:_MOST]


def _gather(connection: Connection, keys: set[int]) -> None:
    """Gather into groups all that is connected with some articles."""
    alike = _connected(connection, keys)
    rank = _ranks(connection, list(alike))
    connection.execute(
        "DELETE FROM copy_groups WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys | set(alike))),),
    )
    connection.executemany(
        "INSERT INTO copy_groups (article, best) VALUES (?, ?)",
        ((key, group[0]) for group in groups(alike, rank) for key in group),
    )


def _connected(connection: Connection, keys: set[int]) -> dict[int, list[int]]:
    """The articles that pairs lead to from some, each with those that are like it."""
    alike: dict[int, list[int]] = {}
    edge = keys
    while edge:
        for key, copy in connection.rows(
            "SELECT article, copy FROM json_each(?) CROSS JOIN article_copies ON article = value",
            (json.dumps(sorted(edge)),),
        ):
            alike.setdefault(key, []).append(copy)
        edge = {copy for key in edge for copy in alike.get(key, ())} - set(alike)
    return alike


def _ranks(connection: Connection, keys: list[int]) -> dict[int, tuple[object, ...]]:
    """What makes one of several copies the best: the earliest day, then the longest text."""
    return {
        key: (published is None, published or "", -length, key)
        for key, published, length in connection.rows(
            """
            SELECT a.key, substr(a.published, 1, 10), length(a.text)
            FROM json_each(?) AS w CROSS JOIN articles AS a ON a.key = w.value
            """,
            (json.dumps(keys),),
        )
    }
