"""Recordings of a terminal as asciinema keeps them, version 2: a header, then an event a line."""

import json
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """What came to the terminal, so many seconds after the beginning."""

    seconds: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Marker:
    """A place in the recording to go to by its name."""

    seconds: float
    name: str


def asciicast(
    events: Iterable[Written | Marker], *, size: tuple[int, int], title: str
) -> Iterator[str]:
    """The lines of a recording.

    Args:
        events: In the order in which they happened. A character may be cut in two by them.
        size: Columns and rows.
        title: What a player shows of it.
    """
    columns, rows = size
    yield _line({"version": 2, "width": columns, "height": rows, "title": title})
    decoder = getincrementaldecoder("utf-8")(errors="replace")
    for event in events:
        if isinstance(event, Marker):
            yield _line([round(event.seconds, 4), "m", event.name])
        elif text := decoder.decode(event.data):
            yield _line([round(event.seconds, 4), "o", text])


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
