"""Running the detector over articles, and living on when its process dies."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from annotations.detect.client import DetectorProcess
from annotations.errors import DetectorDied, DetectorError
from annotations.model import Annotation, Article, Detector, VagueRule
from reader.headless.failures import Failures
from reader.headless.output import report


class Detection:
    """A detector's process for many articles.

    It is started for the first article, and once more if it dies; its second death is raised.
    """

    def __init__(
        self,
        model: str,
        *,
        vague_rule: VagueRule,
        own_names: Path | None,
        failures: Failures,
    ) -> None:
        """Args:
        model: Name or path of a spaCy pipeline.
        vague_rule: Which number "dozens" stands for.
        own_names: The person's own list of names.
        failures: Counts the articles on which it fails.
        """
        self._process = DetectorProcess(model, vague_rule=vague_rule, own_names=own_names)
        self._failures = failures
        self._restarted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.close()

    def detect(
        self, article: Article, *, progress: Callable[[float], None]
    ) -> tuple[Detector, list[Annotation]] | None:
        """Find the annotations of an article.

        Args:
            article: The article.
            progress: Called now and then with the share of it that is done.

        Returns:
            Who found them, and what; null if that failed, which is reported.

        Raises:
            DetectorError: If the detector cannot be started.
            DetectorDied: If its process has died a second time.
        """
        detector = self._process.start()
        try:
            return detector, self._process.detect(article, progress=progress)
        except DetectorError as error:
            self._failures.add(f"{article.title or article.id} was not annotated: {error.message}")
            if isinstance(error, DetectorDied):
                self._restart_once()
            return None

    def _restart_once(self) -> None:
        if self._restarted:
            raise DetectorDied("The detector died twice; what was left was not annotated.")
        self._restarted = True
        self._process.restart()
        report("The detector was started again.")
