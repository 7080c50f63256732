"""Looking for copies of reports, beside the screen."""

import subprocess
import sys
import threading
from pathlib import Path

from annotations.errors import CloseReadError
from annotations.store import Store

_FEW = 20
"""Articles that are sooner looked at in the thread than a process for them is started."""


class Copying:
    """A thread that looks for copies whenever it is told that there may be new texts.

    Nothing is posted: the screens follow the store, whoever writes to it. What could not be done
    is done by whoever looks next.
    """

    def __init__(self, store_path: Path) -> None:
        """Args:
        store_path: The store.
        """
        self._path = store_path
        self._lock = threading.Lock()
        self._is_wanted = self._is_stopped = False
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """Look, now or once more after what goes on."""
        with self._lock:
            self._is_wanted = not self._is_stopped
            if self._is_wanted and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="copies", daemon=True)
                self._thread.start()

    def wait(self, timeout: float) -> None:
        """Wait until it has looked, at most so many seconds."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)

    def stop(self) -> None:
        """Look no more; what was found so far stays."""
        with self._lock:
            self._is_wanted, self._is_stopped = False, True
            if self._process is not None:
                self._process.kill()
        self.wait(2)

    def _run(self) -> None:
        while self._goes_on():
            try:
                self._look()
            except (CloseReadError, OSError):
                continue

    def _goes_on(self) -> bool:
        with self._lock:
            wanted, self._is_wanted = self._is_wanted, False
            if not wanted:
                self._thread = None
            return wanted

    def _look(self) -> None:
        with Store.open(self._path, create=False) as store:
            missing = store.copies.count_missing()
            if 0 < missing <= _FEW:
                store.copies.catch_up()
        if missing > _FEW:
            self._look_elsewhere()

    def _look_elsewhere(self) -> None:
        command = [sys.executable, "-m", "annotations.store.catching_up", str(self._path)]
        quiet = subprocess.DEVNULL
        with self._lock:
            if self._is_stopped:
                return
            self._process = process = subprocess.Popen(
                command, stdin=quiet, stdout=quiet, stderr=quiet
            )
        process.wait()
        with self._lock:
            self._process = None
