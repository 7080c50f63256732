"""The parent's side of the tokeniser's process. Nothing here imports spaCy."""

import json
import subprocess
from types import TracebackType
from typing import Self

from annotations.detect.launching import module_command, worker_environment
from annotations.errors import DetectorDied
from annotations.formats.format import Token, Tokens


class Tokeniser:
    """Parts texts into tokens and sentences; its process starts with the first text."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __call__(self, text: str) -> Tokens:
        """The tokens of a text; every character that is not blank is in one.

        Raises:
            DetectorDied: If the process has ended.
        """
        answer = json.loads(self._asked(json.dumps(text)))
        return Tokens(
            tokens=tuple(Token(start, end, space) for start, end, space in answer["tokens"]),
            sentences=tuple((first, end) for first, end in answer["sentences"]),
        )

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _asked(self, line: str) -> str:
        process = self._process = self._process or _started()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise DetectorDied("The tokeniser's process has ended.", hint="Try again.")
        return answer


def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(
        module_command("tokens"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=worker_environment(),
        encoding="utf-8",
    )
