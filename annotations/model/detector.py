"""Machines that propose annotations."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A machine that proposes annotations."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @classmethod
    def from_signature(cls, signature: str) -> Self:
        """Read back what `str` wrote; the version of a single word is empty."""
        name, blank, version = signature.rpartition(" ")
        return cls(name=name, version=version) if blank else cls(name=signature, version="")
