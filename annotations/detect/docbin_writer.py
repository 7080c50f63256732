"""Writes DocBins in a process of its own: JSON lines in, JSON lines and DocBins out.

A line with an article (see `docbin_docs.doc_of`) and the `set` that it belongs to is answered by
`{"told": {…}, "tokens": n}`: what became of its spans, with `refused` if spaCy cannot take it, and
the size of the set so far. `{"finish": set}` is answered by `{"size": n}` and the n bytes of the
DocBin with all articles of that set, which begins anew after it.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from spacy.tokens import Doc, DocBin

from annotations.detect.docbin_docs import Told, blank_english, doc_of

_ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_ID")
"""Of tokens; nothing else is said about them. All there are would take three times the room."""


class Bins:
    """The DocBins that are being filled."""

    def __init__(self) -> None:
        """None yet."""
        self._language = blank_english()
        self._bins: dict[str, DocBin] = {}
        self._tokens: dict[str, int] = {}

    def add(self, request: dict[str, Any]) -> dict[str, Any]:
        """Add an article; the answer. Whatever goes wrong with it, the next one is served."""
        name = request["set"]
        try:
            told: Mapping[str, int] = self._added(name, request)
        except Exception:
            told = {"refused": 1}
        return {"told": told, "tokens": self._tokens.get(name, 0)}

    def _added(self, name: str, request: dict[str, Any]) -> Told:
        doc, told = doc_of(self._language, request)
        made = _docbin([doc])
        if name in self._bins:
            self._bins[name].merge(made)
        else:
            self._bins[name] = made
        self._tokens[name] = self._tokens.get(name, 0) + len(doc)
        return told

    def finish(self, name: str) -> bytes:
        """The bytes of a DocBin, which is forgotten, as is every word that was seen."""
        made = self._bins.pop(name, None) or _docbin()
        self._tokens.pop(name, None)
        self._language = blank_english()
        return bytes(made.to_bytes())


def _docbin(docs: Sequence[Doc] = ()) -> DocBin:
    return DocBin(attrs=_ATTRIBUTES, store_user_data=True, docs=docs)


def main() -> None:
    """Answer until the input ends."""
    bins, out = Bins(), sys.stdout.buffer
    for line in sys.stdin:
        request = json.loads(line)
        if "finish" in request:
            data = bins.finish(request["finish"])
            _send(out, {"size": len(data)}, data)
        else:
            _send(out, bins.add(request))


def _send(out: BinaryIO, answer: dict[str, Any], data: bytes = b"") -> None:
    out.write(json.dumps(answer).encode("ascii") + b"\n" + data)
    out.flush()


if __name__ == "__main__":
    main()
