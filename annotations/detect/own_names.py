"""What a person tells the detector of names: a list of their own, and a pipeline's labels.

The file is TOML:

    [names]
    ORG = ["Kelp Front", "KF"]
    GPE = ["Upper Tarn"]

    [labels]
    PER = "PERSON"
    MISC = "EVENT"
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotations.errors import OwnNamesError


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNames:
    """What one such file says."""

    names: Mapping[str, str] = field(default_factory=dict)
    """The label of each name, exactly as it is written; it beats all other evidence."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """For labels of a pipeline the OntoNotes label to read in their place."""

    @property
    def mark(self) -> str:
        """What the detector's version says of them: another list makes another detector."""
        if not self.names and not self.labels:
            return ""
        told = repr((sorted(self.names.items()), sorted(self.labels.items())))
        return f"+own.{hashlib.sha256(told.encode()).hexdigest()[:8]}"


NOTHING_OWN = OwnNames()


def read_own_names(path: Path) -> OwnNames:
    """Read such a file.

    Raises:
        OwnNamesError: If it cannot be read, is no TOML, or holds anything but the two tables.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OwnNamesError(path, error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OwnNamesError(path, str(error)) from error
    unknown = sorted(set(content) - {"names", "labels"})
    if unknown:
        raise OwnNamesError(path, f"[{unknown[0]}] is no table of it; there are names and labels")
    return OwnNames(names=_names(path, content), labels=_labels(path, content))


def _names(path: Path, content: Mapping[str, Any]) -> Mapping[str, str]:
    table = content.get("names", {})
    for label, names in table.items():
        if not isinstance(names, list) or not all(
            isinstance(name, str) and name.strip() for name in names
        ):
            raise OwnNamesError(path, f"names.{label} is not a list of names")
    return {name.strip(): label for label, names in table.items() for name in names}


def _labels(path: Path, content: Mapping[str, Any]) -> Mapping[str, str]:
    table = content.get("labels", {})
    for label, meant in table.items():
        if not isinstance(meant, str):
            raise OwnNamesError(path, f"labels.{label} is not a label in quotation marks")
    return dict(table)
