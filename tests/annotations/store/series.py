"""Edits of every kind that people make, drawn from numbers, done through a store's own methods.

A step is an action and a number that decides all that the action leaves open; done twice to stores
that are equal, it does the same. A script of its own, so that another process can do steps, too.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from annotations.equality import equality
from annotations.errors import EditConflict, NothingToUndo
from annotations.model import (
    KINDS,
    Annotation,
    Article,
    CasualtyFigure,
    Confidence,
    Count,
    Detector,
    Entity,
    Layer,
    Quote,
    Span,
    Status,
)
from annotations.renaming import renamed
from annotations.review import (
    Change,
    Decision,
    Marks,
    accept,
    corrected,
    if_undecided,
    reject,
    relabel,
    reopen,
)
from annotations.store import Store

Step = tuple[str, int]
"""What is done, and the number that the rest follows from."""

TEXT = "Mara Dell said: “We wait.” In Lindow at least 12 soldiers died, and it rained."
ARTICLES = "abc"
FIGURE = CasualtyFigure(
    start=37,
    end=57,
    text="at least 12 soldiers",
    num_start=46,
    num_end=48,
    category="killed",
    count=Count(low=12, best=12),
    claimed_in=Span(start=16, end=26, text="“We wait.”"),
    part_of=Span(start=30, end=36, text="Lindow"),
    historical=True,
    implicit=True,
    rule="passive",
    confidence=Confidence.LOW,
)
QUOTE = Quote(start=16, end=26, text=TEXT[16:26], type="direct", speaker_name="Mara Dell")
NAMES = (
    Entity(start=0, end=9, text="Mara Dell", label="PERSON"),
    Entity(start=30, end=36, text="Lindow", label="GPE", name="Lindow"),
)
_WORDS = [(0, 4), (5, 9), (0, 9), (16, 26), (30, 36), (37, 57), (71, 77)]
_TAGS = ("a", "b", "method/airstrike")
_NOTES = (None, "", "Why?", "Öl\nund Wasser")
_LOG = {"edit_groups", "edits", "sqlite_sequence", "article_versions"}
"""What keeps what was."""
_LASTING = {"written_names", "article_tolls", "article_identities"}
"""What only spares time: names that nobody has any more may stay, sums are made anew."""


def fill(store: Store) -> None:
    """Put in articles with something of every layer, some of it tagged already."""
    for article_id in ARTICLES:
        store.articles.add_one(Article(id=article_id, text=TEXT, tags=("b", "a"), note="Old."))
        store.runs.record(article_id, Detector(name="d", version="1"), [QUOTE, *NAMES, FIGURE])


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the log, the full-text index and what only spares time."""
    with closing(sqlite3.connect(path)) as raw:
        tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            table: sorted(raw.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for (table,) in tables
            if table not in _LOG | _LASTING and "_fts" not in table
        }


def take(store: Store, step: Step) -> int:
    """Do one step, if there is anything to do it to; how many groups that logged."""
    action, number = step
    random = Random(number)
    article_id = random.choice(ARTICLES)
    if action in _BULK:
        return min(1, _BULK[action](store, random))
    if action == "marks":
        return _mark(store, article_id, random)
    standing = store.annotations.of(article_id)
    changes = list(_EDITS[action](standing, random)) if standing or action == "add" else []
    try:
        store.edits.annotations(article_id, action, changes)
    except ValueError:  # nothing would change
        return 0
    return 1


def exhaust(step: Callable[[], object]) -> int:
    """Walk as far as it goes; what was edited later elsewhere may be in the way in one article."""
    count = 0
    while True:
        try:
            step()
        except (EditConflict, NothingToUndo):
            return count
        count += 1


# Edits of one article


def _deciding(decision: Decision) -> Callable[[Sequence[Annotation], Random], Iterator[Change]]:
    def edit(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
        before = random.choice(standing)
        yield Change(before=before, after=decision(before))

    return edit


def _relabel(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    before = random.choice(standing)
    yield Change(before=before, after=relabel(before, random.choice(KINDS[before.layer])))


def _move(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    before = random.choice(standing)
    start = max(0, before.start + random.randint(-2, 2))
    end = min(len(TEXT), max(start + 1, before.end + random.randint(-2, 2)))
    yield Change(before=before, after=corrected(_moved(before, start, end)))


def _moved(annotation: Annotation, start: int, end: int) -> Annotation:
    moved = replace(annotation, start=start, end=end, text=TEXT[start:end])
    return (
        replace(moved, num_start=None, num_end=None) if isinstance(moved, CasualtyFigure) else moved
    )


def _split(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    before = random.choice(standing)
    if before.end - before.start > 1:
        at = random.randint(before.start + 1, before.end - 1)
        behind = replace(_moved(before, at, before.end), id=None, status=Status.ADDED)
        yield Change(before=before, after=corrected(_moved(before, before.start, at)))
        yield Change(before=None, after=behind)


def _merge(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    first = random.choice(standing)
    others = [each for each in standing if each.layer is first.layer and each.id != first.id]
    if others:
        other = random.choice(others)
        start, end = min(first.start, other.start), max(first.end, other.end)
        yield Change(before=first, after=corrected(_moved(first, start, end)))
        yield Change(before=other, after=reject(other))


def _add(_: Sequence[Annotation], random: Random) -> Iterator[Change]:
    start, end = random.choice(_WORDS)
    layer = random.choice(list(Layer))
    like = {Layer.ENTITIES: NAMES[1], Layer.QUOTES: QUOTE, Layer.CASUALTIES: FIGURE}[layer]
    tags = tuple(random.sample(_TAGS, k=random.randint(0, 2)))
    after = replace(_moved(like, start, end), status=Status.ADDED, tags=tags, detector=None)
    yield Change(before=None, after=after)


def _tag(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    before = random.choice(standing)
    tags = tuple(random.sample(_TAGS, k=random.randint(0, 3)))
    yield Change(before=before, after=replace(before, tags=tags, note=random.choice(_NOTES)))


def _fill_in(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    figures = [each for each in standing if isinstance(each, CasualtyFigure)]
    if figures:
        before = random.choice(figures)
        low = random.randint(0, 9)
        after = replace(
            before,
            count=Count(low=low, high=random.choice((None, low + 3)), best=low),
            qualifier=random.choice((None, "about")),
            place=random.choice((None, "Lindow")),
            negated=random.random() < 0.5,
            subset=random.random() < 0.5,
            part_of=random.choice((None, FIGURE.part_of)),
        )
        yield Change(before=before, after=corrected(after))


def _attribute(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    """Give all quotes one speaker, as pointing at it with several selected does."""
    speaker = random.choice((None, Span.cut(TEXT, 0, 4), Span.cut(TEXT, 5, 9)))
    name = random.choice((None, "Mara Dell", "The mayor"))
    for each in standing:
        if isinstance(each, Quote):
            after = replace(each, speaker=speaker, cue=None, speaker_name=name, speaker_rule=None)
            yield Change(before=each, after=corrected(after))


def _every(standing: Sequence[Annotation], random: Random) -> Iterator[Change]:
    decision = random.choice((accept, reject, reopen))
    yield from (Change(before=each, after=decision(each)) for each in standing)


_EDITS: dict[str, Callable[[Sequence[Annotation], Random], Iterator[Change]]] = {
    "accept": _deciding(accept),
    "reject": _deciding(reject),
    "remove": _deciding(lambda _: None),
    "relabel": _relabel,
    "move an end": _move,
    "split": _split,
    "merge": _merge,
    "add": _add,
    "tag": _tag,
    "fill in": _fill_in,
    "attribute": _attribute,
    "all here": _every,
}


def _mark(store: Store, article_id: str, random: Random) -> int:
    article = store.articles.get(article_id)
    before = Marks(tags=article.tags, note=article.note)
    tags = tuple(random.sample(_TAGS, k=random.randint(0, 3)))
    try:
        after = Marks(tags=tags, note=random.choice(_NOTES))
        store.edits.marks(article_id, "marks", before=before, after=after)
    except ValueError:
        return 0
    return 1


# Edits of many


def _equals(store: Store, random: Random) -> int:
    standing = store.annotations.of(random.choice(ARTICLES))
    same = equality(random.choice(standing), of_kind=False) if standing else None
    if same is None:
        return 0
    chosen: dict[int, list[int]] = {}
    for each in store.mentions.equal(same)[random.randint(0, 1) :]:
        chosen.setdefault(each.article, []).append(each.id)
    kind = random.choice(KINDS[same.layer])
    decisions: tuple[Decision, ...] = (
        *(accept, reject, lambda _: None),
        partial(relabel, kind=kind),
        partial(renamed, name=f"N{random.randint(0, 3)}"),
    )
    decision = random.choice(decisions)
    return store.bulk.decide_on(chosen, "equal", lambda _: decision, fits=same.fits).changes


def _decide(store: Store, random: Random) -> int:
    decision = random.choice((if_undecided(accept), if_undecided(reject), reopen))
    return store.bulk.decide(_some(random), "all that waits", decision).changes


def _tag_articles(store: Store, random: Random) -> int:
    add, remove = (random.sample(_TAGS, k=random.randint(0, 2)) for _ in range(2))
    return store.bulk.tag(_some(random), add=add, remove=remove).changes


def _delete(store: Store, random: Random) -> int:
    return store.bulk.delete(_some(random)).changes


def _restore(store: Store, random: Random) -> int:
    return store.bulk.restore(_some(random)).changes


def _some(random: Random) -> list[int]:
    return random.sample(range(1, 1 + len(ARTICLES)), k=random.randint(1, len(ARTICLES)))


_BULK: dict[str, Callable[[Store, Random], int]] = {
    "equals": _equals,
    "decide": _decide,
    "tag articles": _tag_articles,
    "delete": _delete,
    "restore": _restore,
}

ACTIONS = (*_EDITS, *_BULK, "marks")


def series(seed: int, length: int) -> list[Step]:
    """A series of steps; the same seed gives the same."""
    random = Random(seed)
    return [(random.choice(ACTIONS), random.getrandbits(32)) for _ in range(length)]


def quick(store: Store) -> Store:
    """The store, no longer waiting for the disk; what it writes is the same."""
    store._connection.execute("PRAGMA synchronous = OFF")
    return store


def main(path: str, annotator: str) -> None:
    """Do what is asked for on standard input, a line a step; answer with the number of groups."""
    with Store.open(Path(path), annotator=annotator) as store:
        quick(store)
        for line in sys.stdin:
            action, _, number = line.rstrip("\n").rpartition(" ")
            walk = {"undo": store.edits.undo, "redo": store.edits.redo}.get(action)
            done = exhaust(walk) if walk else take(store, (action, int(number)))
            print(done, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
