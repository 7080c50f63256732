"""A person's own labels for names, beside those of OntoNotes. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotations.model import KINDS, Layer
from annotations.text import clean_line
from reader.looks.contrast import Colour

_NAME = re.compile(r"[^\W_][\w\-]{0,23}")
_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_FIELDS = ("key", "colour", "about")
_KNOWN = {kind.casefold() for kinds in KINDS.values() for kind in kinds}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLabel:
    """A label that entities can have because a person wants it."""

    name: str
    key: str | None = None
    """The character that takes it at once in the picker."""
    colour: Colour | None = None
    """Of its names in the text; null for the colour of all names."""
    about: str = ""
    """What it is for."""

    @property
    def layer(self) -> Layer:
        """The layer that it is a kind of."""
        return Layer.ENTITIES


def own_label(name: str, table: object, *, before: Sequence[OwnLabel] = ()) -> OwnLabel:
    """A label as `config.toml` describes it.

    Args:
        name: What it is called, in every export too.
        table: Its `key`, `colour` and `about`; each can be left out.
        before: The labels that there are already.

    Raises:
        ValueError: If it cannot be one, with the reason.
    """
    if not _NAME.fullmatch(name):
        raise ValueError("is no label: letters, digits, _ and -, 24 at the most")
    if name.casefold() in _KNOWN | {each.name.casefold() for each in before}:
        raise ValueError("is a label already")
    if not isinstance(table, Mapping):
        raise ValueError("is not a table with key, colour or about")
    unknown = [field for field in table if field not in _FIELDS]
    if unknown:
        raise ValueError(f"has {unknown[0]!r}; there are {', '.join(_FIELDS)}")
    return OwnLabel(
        name=name,
        key=_key(table.get("key"), before),
        colour=_colour(table.get("colour")),
        about=_about(table.get("about", "")),
    )


def _key(value: object, before: Sequence[OwnLabel]) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or len(value) != 1 or not value.isprintable() or value == " ":
        raise ValueError("has a key that is not one character")
    others = [each.name for each in before if each.key == value]
    if others:
        raise ValueError(f"has the key of {others[0]}")
    return value


def _colour(value: object) -> Colour | None:
    if value is None:
        return None
    found = _COLOUR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('has a colour that is not like "#d55e00"')
    red, green, blue = (int(part, 16) for part in found.groups())
    return red, green, blue


def _about(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("has an about that is not a text in quotation marks")
    return clean_line(value)
