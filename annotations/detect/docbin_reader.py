"""Reads DocBins in a process of its own: a path as a JSON string in, a JSON line a document out.

Each has `text`, `ents` (`[start, end, label, id, kb_id]`, in characters), `groups` by name, each
with its `spans` (the same) and its `records`, `cats` and `user_data`. `{"error"}` stands for what
cannot be read. After the last document comes `null`.
"""

import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from annotations.formats.docbin_layout import RECORDS

MOST = 400_000_000
"""Bytes of a DocBin once it is unpacked; packed, it may be a thousand times smaller."""

_CHUNK = 65_536


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a DocBin."""
    try:
        _check_size(path)
        for doc in DocBin().from_disk(path).get_docs(Vocab()):
            yield record_of(doc)
    except Exception as error:
        yield {"error": f"{type(error).__name__}: {error}"}


def _check_size(path: Path) -> None:
    unpacked, size = zlib.decompressobj(), 0
    with path.open("rb") as file:
        while data := unpacked.unconsumed_tail or file.read(_CHUNK):
            size += len(unpacked.decompress(data, _CHUNK * 16))
            if size > MOST:
                raise ValueError(f"it has more than {MOST // 1_000_000} MB; part it")


def record_of(doc: Doc) -> dict[str, Any]:
    """The line of a document."""
    return {
        "text": doc.text,
        "ents": _spans(doc.ents),
        "groups": {
            name: {"spans": _spans(group), "records": group.attrs.get(RECORDS)}
            for name, group in doc.spans.items()
        },
        "cats": {str(name): float(value) for name, value in doc.cats.items()},
        "user_data": {
            name: value
            for name, value in _items(doc.user_data)
            if isinstance(name, str) and _is_plain(value)
        },
    }


def _spans(spans: Iterable[Span]) -> list[tuple[int, int, str, str, str]]:
    return [
        (each.start_char, each.end_char, each.label_, each.id_ or each.ent_id_, each.kb_id_)
        for each in spans
    ]


def _items(data: Mapping[Any, Any]) -> Iterable[tuple[Any, Any]]:
    """What is kept with a document; spaCy says that all names are strings, and some are tuples."""
    return data.items()


def _is_plain(value: object) -> bool:
    """Whether JSON has it."""
    try:
        json.dumps(value)
    except (TypeError, ValueError):
        return False
    return True


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        for record in chain(records(Path(json.loads(line))), (None,)):
            print(json.dumps(record), flush=True)


if __name__ == "__main__":
    main()
