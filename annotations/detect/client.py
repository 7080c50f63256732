"""The parent's side of the detector's process. Nothing here imports spaCy."""

import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import IO, Any, Self

from annotations import records
from annotations.detect.launching import refusal, worker_command, worker_environment
from annotations.detect.models import DEFAULT_MODEL
from annotations.errors import CloseReadError, DetectorDied, DetectorError
from annotations.model import Annotation, Article, Detector, VagueRule
from annotations.offsets import check

_END_TIMEOUT = 2.0
"""Seconds that the process is given to end by itself."""


class DetectorProcess:
    """A detector in a process of its own, asked for one article at a time.

    Only `close` may be called while another thread is inside `detect` or `start`; it ends the
    process, and the call that was waiting for it raises `DetectorDied`.
    """

    def __init__(
        self,
        model: str = DEFAULT_MODEL,
        *,
        vague_rule: VagueRule = VagueRule.DEFAULT,
        own_names: Path | None = None,
        nice: int = 0,
    ) -> None:
        """Args:
        model: Name or path of a spaCy pipeline.
        vague_rule: Which number "dozens" stands for.
        own_names: A person's own list of names.
        nice: How much the process yields to others; 0 not at all, 19 as much as it can.
        """
        self.detector: Detector | None = None
        """Who it says it is; null until it has started."""
        self._command = worker_command(model, vague_rule=vague_rule, own_names=own_names, nice=nice)
        self._process: subprocess.Popen[bytes] | None = None
        self._messages: IO[bytes] | None = None
        self._requests = 0
        self._busy = RLock()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Id of the process; null while there is none."""
        process = self._process
        return process.pid if process is not None else None

    def start(self) -> Detector:
        """Start the process if it is not running, and wait until its pipeline is loaded.

        Raises:
            ModelMissing: If the pipeline is not installed.
            DetectorError: If it is installed but cannot be used.
            DetectorDied: If the process ended without saying why.
        """
        with self._busy:
            if self._process is not None and self.detector is not None:
                return self.detector
            process = self._launch()
            greeting = self._receive(process)
            if "error" in greeting:
                self.close()
                raise refusal(greeting)
            self.detector = Detector(**greeting["detector"])
            return self.detector

    def detect(
        self, article: Article, *, progress: Callable[[float], None] | None = None
    ) -> list[Annotation]:
        """Have one article annotated; starts the process if need be.

        Args:
            article: Its text is read, and its date to make sense of "on Tuesday".
            progress: Told the share of a long text that is done, now and then, in this thread.

        Raises:
            DetectorError: If this article failed; the process is still there for the next.
            DetectorDied: If the process ended, or was closed, before it answered.
        """
        with self._busy:
            self.start()
            process = self._running()
            self._requests += 1
            request = {"text": article.text, "published": article.published}
            self._send(process, {"id": self._requests, **request})
            while True:
                answer = self._receive(process)
                if answer.get("id") != self._requests:
                    continue  # meant for a call that was interrupted
                if "progress" not in answer:
                    return _annotations(article, answer)
                if progress is not None:
                    progress(answer["progress"])

    def restart(self) -> Detector:
        """End the process and start another.

        Raises:
            DetectorError: As `start` does.
        """
        self.close()
        return self.start()

    def close(self) -> None:
        """End the process, whatever it is doing. Closing twice does no harm."""
        process = self._process
        if process is not None:
            _end(process)
        with self._busy:
            if process is self._process:
                self._forget()

    def _launch(self) -> subprocess.Popen[bytes]:
        self._forget()
        messages = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._messages = messages
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=messages,
            env=worker_environment(),
            # Ctrl-C in the terminal is for the parent, which then closes the process itself.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        return self._process

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise DetectorDied("The detector was closed.")
        return self._process

    def _send(self, process: subprocess.Popen[bytes], request: dict[str, Any]) -> None:
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            process.stdin.flush()
        except (OSError, ValueError) as error:
            raise self._death(process) from error

    def _receive(self, process: subprocess.Popen[bytes]) -> dict[str, Any]:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            message = json.loads(line) if line else None
        except (OSError, ValueError) as error:
            raise self._death(process) from error
        if not isinstance(message, dict):
            raise self._death(process)
        return message

    def _death(self, process: subprocess.Popen[bytes]) -> DetectorDied:
        """The error to raise when the process answers no more; it is gone afterwards."""
        # It closes its output a moment before it ends; terminated then, it could not say why.
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_END_TIMEOUT)
        _end(process)
        last_words = _last_line(self._messages)
        self._forget()
        reason = f" Its last message was: {last_words}" if last_words else ""
        return DetectorDied(
            f"The detector's process ended ({_manner(process.returncode)}).{reason}",
            hint="The article was not annotated; run it again.",
        )

    def _forget(self) -> None:
        """Close what is left of a process that has ended."""
        process, self._process, self.detector = self._process, None, None
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                _close_quietly(pipe)
        if self._messages is not None:
            self._messages.close()
            self._messages = None


def _annotations(article: Article, answer: dict[str, Any]) -> list[Annotation]:
    """The annotations of an answer, after making sure that they fit the article's text."""
    if "error" in answer:
        raise _failure(article, answer["error"])
    try:
        found = records.annotations_from_record(answer)
        for annotation in found:
            check(annotation, article.text)
    except CloseReadError as error:
        raise _failure(article, error.message) from error
    return found


def _failure(article: Article, reason: str) -> DetectorError:
    return DetectorError(
        f"Article {article.id!r} could not be annotated ({reason.removesuffix('.')})."
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_END_TIMEOUT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _manner(status: int) -> str:
    """How a process ended, in words."""
    return f"killed by signal {-status}" if status < 0 else f"exit status {status}"


def _last_line(messages: IO[bytes] | None) -> str:
    """The last line that is not blank, of what the process wrote to standard error."""
    if messages is None:
        return ""
    messages.seek(0, os.SEEK_END)
    messages.seek(max(0, messages.tell() - 4096))
    lines = messages.read().decode("utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def _close_quietly(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        # What was still in its buffer has nobody left to read it.
        with contextlib.suppress(OSError):
            pipe.close()
