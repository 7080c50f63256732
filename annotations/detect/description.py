"""What the detector's pipeline is, asked of a process of its own. Nothing here imports spaCy."""

import json
import subprocess
from dataclasses import dataclass

from annotations.detect.launching import refusal, worker_command, worker_environment
from annotations.errors import DetectorDied


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """An installed pipeline."""

    name: str
    version: str
    components: tuple[str, ...]
    ner_digest: str | None
    """SHA-256 of the entity recogniser's weights; null unless it is the default pipeline."""
    official: bool | None
    """Whether the default pipeline has its author's weights; null for any other."""


def describe(model: str) -> Description:
    """Load a pipeline, say what it is, and forget it again. Takes seconds.

    Raises:
        ModelMissing: If the pipeline is not installed.
        DetectorError: If it is installed but cannot be used.
    """
    ended = subprocess.run(
        worker_command(model, describe=True),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=worker_environment(),
        check=False,
    )
    try:
        answer = json.loads(ended.stdout)
    except ValueError as error:
        raise DetectorDied(f"The detector's process ended (status {ended.returncode}).") from error
    if "error" in answer:
        raise refusal(answer)
    return Description(**answer | {"components": tuple(answer["components"])})
