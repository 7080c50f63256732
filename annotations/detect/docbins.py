"""The parent's side of the processes that write and read DocBins. Nothing here imports spaCy."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from annotations.detect.launching import module_command, worker_environment
from annotations.errors import DetectorDied

_CHUNK = 1_000_000


class _Process:
    """A process that answers lines."""

    def __init__(self, module: str) -> None:
        self._process = subprocess.Popen(
            module_command(module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=worker_environment(),
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._input, self._output = self._process.stdin, self._process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.kill()
        self._process.communicate()

    def _send(self, request: object) -> None:
        try:
            self._input.write(json.dumps(request).encode("ascii") + b"\n")
            self._input.flush()
        except BrokenPipeError as error:
            raise _died() from error

    def _answer(self) -> Any:
        line = self._output.readline()
        if not line:
            raise _died()
        return json.loads(line)


class DocBinWriter(_Process):
    """Fills DocBins, several at a time. Its methods raise `DetectorDied` if the process ends."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("docbin_writer")

    def add(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Add an article to one; its answer."""
        self._send(request)
        answer: dict[str, Any] = self._answer()
        return answer

    def finish(self, name: str) -> Iterator[bytes]:
        """The DocBin of a set, in pieces; the set begins anew."""
        self._send({"finish": name})
        left = self._answer()["size"]
        while left:
            data = self._output.read(min(left, _CHUNK))
            if not data:
                raise _died()
            left -= len(data)
            yield data


class DocBinReader(_Process):
    """Reads DocBins, one after the other."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("docbin_reader")

    def records(self, path: Path) -> Iterator[dict[str, Any]]:
        """The documents of a DocBin, as `docbin_reader` prints them.

        Raises:
            DetectorDied: If the process ends before it has read all.
        """
        self._send(str(path.resolve()))
        while (record := self._answer()) is not None:
            yield record


def _died() -> DetectorDied:
    return DetectorDied("The process that handles spaCy's files has ended.", hint="Try again.")
