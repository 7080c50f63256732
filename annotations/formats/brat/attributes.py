"""Which values of annotations are attributes in brat: those of which there is a choice."""

import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from types import MappingProxyType

from annotations.model import (
    CasualtyFigure,
    Confidence,
    Precision,
    Status,
    VagueRule,
)

CHOICES: Mapping[str, type[StrEnum] | None] = MappingProxyType(
    {
        "status": Status,
        "confidence": Confidence,
        "geo_precision": Precision,
        "vague_rule": VagueRule,
        "qualifier": None,
    }
)
"""Fields that hold one of some words; null if the words are those in use."""

FLAGS = tuple(each.name for each in fields(CasualtyFigure) if each.type is bool)
"""Fields that hold or do not."""

_WORD = re.compile(r"[A-Za-z0-9_-]+")


def attribute_name(field: str) -> str:
    """What a field is called as an attribute: `geo_precision` is `GeoPrecision`."""
    return "".join(part.capitalize() for part in field.split("_"))


_FIELDS = {attribute_name(each).lower(): each for each in (*CHOICES, *FLAGS)}


def field_of(attribute: str) -> str | None:
    """The field that an attribute is, whatever its case; null if it is none."""
    return _FIELDS.get(attribute.replace("_", "").lower())


def is_attribute(field: str, value: object) -> bool:
    """Whether a value can be written as an attribute."""
    if field in FLAGS:
        return value is True
    return field in CHOICES and isinstance(value, str) and _WORD.fullmatch(value) is not None


def is_choice(field: str, value: str) -> bool:
    """Whether a field can have a value that an attribute gives it."""
    choices = CHOICES[field]
    return choices is None or value in set(choices)
