"""The detector's process: JSON lines in, JSON lines out.

The first line out is the greeting `{"detector": {"name", "version"}}`, or `{"error", "hint"}`
and the process ends with status 1; `missing` names a pipeline that is not installed. Then each
line in, `{"id", "text", "published"}`, is answered by any number of `{"id", "progress"}` (long
texts only) and one `{"id", "entities", "quotes", "casualties"}`, or `{"id", "error"}` if that
article failed. `published` may be null, left out, or no date at all: then the dates of the
figures stay unresolved.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from annotations import records
from annotations.detect.models import DEFAULT_MODEL, require_installed
from annotations.detect.own_names import NOTHING_OWN, read_own_names
from annotations.errors import CloseReadError, ModelMissing
from annotations.model import Annotation, VagueRule

_PROGRESS_INTERVAL = 0.25
"""Seconds between two progress lines, at the least."""

_Detect = Callable[..., list[Annotation]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the worker until its input ends.

    Args:
        arguments: Command line without the program's name; the process's own by default.

    Returns:
        The exit status.
    """
    options = _parser().parse_args(arguments)
    with _claimed_stdout() as out:
        if options.nice and hasattr(os, "nice"):
            os.nice(options.nice)
        try:
            return _work(options, out)
        except BrokenPipeError:
            # Whoever asked is gone. The buffer must not be flushed into the pipe at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
            return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m annotations.detect.worker")
    parser.add_argument("--model", default=DEFAULT_MODEL, help="spaCy pipeline, name or path")
    parser.add_argument("--vague-rule", type=VagueRule, default=VagueRule.DEFAULT)
    parser.add_argument("--own-names", type=Path, help="a person's own list of names")
    parser.add_argument("--nice", type=int, default=0, help="how much to yield to other processes")
    parser.add_argument("--describe", action="store_true", help="describe the pipeline and end")
    return parser


def _claimed_stdout() -> TextIO:
    """Standard output for the protocol alone; what libraries print goes to standard error."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _work(options: argparse.Namespace, out: TextIO) -> int:
    try:
        require_installed(options.model)
        own = NOTHING_OWN if options.own_names is None else read_own_names(options.own_names)
        # Importing spaCy takes a second that whoever is refused above need not wait.
        from annotations.detect import pipeline

        loaded = pipeline.load(options.model, vague_rule=options.vague_rule, own=own)
    except CloseReadError as error:
        missing = {"missing": options.model} if isinstance(error, ModelMissing) else {}
        _send(out, {"error": error.message, "hint": error.hint} | missing)
        return 1
    if options.describe:
        _send(out, loaded.describe())
        return 0
    detector = loaded.detector
    _send(out, {"detector": {"name": detector.name, "version": detector.version}})
    for line in sys.stdin.buffer:
        _answer(line, loaded.detect, out)
    return 0


def _answer(line: bytes, detect: _Detect, out: TextIO) -> None:
    """Answer one request. Whatever goes wrong with an article, the next one is served."""
    article_id: Any = None
    try:
        request = json.loads(line)
        article_id = request["id"]
        progress = _Progress(article_id, out)
        published = _day(request.get("published"))
        found = detect(request["text"], published=published, progress=progress)
    except BrokenPipeError:
        raise
    except Exception as error:
        _send(out, {"id": article_id, "error": f"{type(error).__name__}: {error}"})
        return
    _send(out, {"id": article_id, **records.layer_records(found)})


def _day(published: Any) -> date | None:
    """The day of an article; null if it has none, or none in ISO 8601."""
    try:
        return datetime.fromisoformat(published).date()
    except (TypeError, ValueError):
        return None


class _Progress:
    """Sends the share done, but not too often and not when all is done."""

    def __init__(self, article_id: Any, out: TextIO) -> None:
        self._article_id = article_id
        self._out = out
        self._sent_at = time.monotonic()

    def __call__(self, share: float) -> None:
        """Report that this share of the text has been parsed."""
        elapsed = time.monotonic() - self._sent_at
        if share < 1 and elapsed >= _PROGRESS_INTERVAL:
            self._sent_at += elapsed
            _send(self._out, {"id": self._article_id, "progress": round(share, 3)})


def _send(out: TextIO, record: dict[str, Any]) -> None:
    # ASCII only: a lone surrogate in an id would not fit into UTF-8.
    out.write(json.dumps(record) + "\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
