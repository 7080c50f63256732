"""How the worker's process is started, and what it means when it refuses to start."""

import os
import sys
from pathlib import Path
from typing import Any

from annotations.errors import DetectorError, ModelMissing
from annotations.model import VagueRule


def worker_command(
    model: str,
    *,
    vague_rule: VagueRule = VagueRule.DEFAULT,
    own_names: Path | None = None,
    nice: int = 0,
    describe: bool = False,
) -> list[str]:
    """The command line of a worker.

    Args:
        model: Name or path of a spaCy pipeline.
        vague_rule: Which number "dozens" stands for.
        own_names: A person's own list of names; see `own_names`.
        nice: How much the process yields to others, from 0 to 19.
        describe: Whether it only describes the pipeline and ends.
    """
    command = module_command("worker", f"--model={model}")
    if vague_rule is not VagueRule.DEFAULT:
        command.append(f"--vague-rule={vague_rule}")
    if own_names is not None:
        command.append(f"--own-names={own_names}")
    if nice:
        command.append(f"--nice={nice}")
    if describe:
        command.append("--describe")
    return command


def module_command(module: str, *arguments: str) -> list[str]:
    """The command line that runs a module of this package in a process of its own."""
    return [sys.executable, "-P", "-m", f"annotations.detect.{module}", *arguments]


def worker_environment() -> dict[str, str]:
    """The parent's environment, with this package importable.

    The child runs with `-P`, so that modules in the current folder cannot stand in for real
    ones. A package that the parent found there, or put on its path, is then named explicitly.
    """
    environment = dict(os.environ)
    root = Path(__file__).resolve().parents[2]
    if root.name not in ("site-packages", "dist-packages"):
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (known, str(root))))
    return environment


def refusal(greeting: dict[str, Any]) -> DetectorError:
    """The error that the worker met while it loaded its pipeline."""
    if "missing" in greeting:
        return ModelMissing(greeting["missing"])
    return DetectorError(greeting["error"], hint=greeting.get("hint", ""))
