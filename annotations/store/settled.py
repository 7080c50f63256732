"""Settled disagreements as rows, and as the log of edits keeps them."""

import json
from dataclasses import dataclass
from typing import Any

from annotations.errors import EditConflict
from annotations.measure.differences import between
from annotations.measure.disagreements import Settled, Verdict, key_of
from annotations.model import Annotation, Layer
from annotations.records import Record, annotation_from_record, annotation_record
from annotations.store.connection import Connection

_COLUMNS = "verdict, layer, first, second, annotations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """How a disagreement is settled before and after an edit; null if it is not."""

    before: Settled | None
    after: Settled | None

    @property
    def settled(self) -> Settled:
        """One of the two, which are about the same disagreement."""
        settled = self.after or self.before
        assert settled is not None
        return settled


def settled_in(connection: Connection, article: int) -> list[Settled]:
    """What was settled in an article, by its key, in reading order."""
    found = connection.rows(
        f"SELECT {_COLUMNS} FROM settled_disagreements WHERE article = ?", (article,)
    )
    return sorted((_read(*row) for row in found), key=lambda each: each.difference.at)


def settled_one(connection: Connection, article: int, disagreement: str) -> Settled | None:
    """How one disagreement of an article was settled; null if it is not."""
    row = connection.row(
        f"SELECT {_COLUMNS} FROM settled_disagreements WHERE article = ? AND disagreement = ?",
        (article, disagreement),
    )
    return None if row is None else _read(*row)


def settle(connection: Connection, article: int, settling: Settling) -> None:
    """Settle a disagreement, settle it in another way, or open it again.

    Args:
        connection: A store in a write transaction.
        article: The article's key.
        settling: What stands, and what shall stand.

    Raises:
        EditConflict: If it was settled otherwise meanwhile.
    """
    disagreement = key_of(settling.settled.difference)
    if _how(settled_one(connection, article, disagreement)) != _how(settling.before):
        raise EditConflict(
            "The disagreement has been settled elsewhere; nothing was changed.",
            hint="Look at how, and decide again.",
        )
    if settling.after is None:
        connection.execute(
            "DELETE FROM settled_disagreements WHERE article = ? AND disagreement = ?",
            (article, disagreement),
        )
    else:
        connection.execute(
            "INSERT OR REPLACE INTO settled_disagreements "
            f"(article, disagreement, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article, disagreement, *_row(settling.after)),
        )


def _how(settled: Settled | None) -> tuple[Verdict, tuple[int, ...]] | None:
    return None if settled is None else (settled.verdict, settled.annotations)


def settling_records(settling: Settling) -> tuple[Record, Record]:
    """What the log keeps: before and after."""
    name = {"disagreement": key_of(settling.settled.difference)}
    before, after = (
        None if each is None else _record(each) for each in (settling.before, settling.after)
    )
    return {"settled": before}, {"settled": after, **name}


def settling_of_records(before: Record, after: Record) -> Settling:
    """What the log has kept."""
    return Settling(before=_of_record(before["settled"]), after=_of_record(after["settled"]))


def _row(settled: Settled) -> tuple[str | None, ...]:
    record = _record(settled)
    dumped = (_dumped(record[name]) for name in ("first", "second", "annotations"))
    return record["verdict"], record["layer"], *dumped


def _dumped(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _read(
    verdict: str, layer: str, first: str | None, second: str | None, annotations: str
) -> Settled:
    one, other = (None if each is None else json.loads(each) for each in (first, second))
    return _settled(verdict, layer, one, other, json.loads(annotations))


def _record(settled: Settled) -> Record:
    difference = settled.difference
    first, second = (
        None if each is None else annotation_record(each)
        for each in (difference.first, difference.second)
    )
    return {
        "verdict": settled.verdict.value,
        "layer": difference.layer.value,
        "first": first,
        "second": second,
        "annotations": list(settled.annotations),
    }


def _of_record(record: Record | None) -> Settled | None:
    return None if record is None else _settled(**record)


def _settled(
    verdict: str,
    layer: str,
    first: dict[str, Any] | None,
    second: dict[str, Any] | None,
    annotations: list[int],
) -> Settled:
    def side(record: dict[str, Any] | None) -> Annotation | None:
        """What one side said."""
        return None if record is None else annotation_from_record(Layer(layer), record)

    return Settled(
        difference=between(side(first), side(second), mutual=True),
        verdict=Verdict(verdict),
        annotations=tuple(annotations),
    )
