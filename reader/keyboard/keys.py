"""Keys: how a person writes them, what Textual calls them, how the screen shows them. Pure.

A stroke is a key, or two keys one after the other with a blank between them: `g g`. Textual's own
table of keys is imported when a key is looked at: the command line does without.
"""

import unicodedata
from functools import cache

NO_KEY = "no-key"
"""What Textual is told for a command without a key: a name that no key has."""

_SHOWN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""Keys that are not shown by their own name or character."""
_SAME_AS = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""What terminals send for some keys in place of them."""
_RESERVED = {"ctrl+c": "copies and interrupts", "ctrl+q": "always quits"}
_MODIFIERS = ("ctrl", "alt", "shift")


def shown(stroke: str) -> str:
    """A stroke as people call it: `gg`, `Ctrl+P`, `?`."""
    return "".join(map(_key_shown, stroke.split()))


def typed(stroke: str) -> str:
    """A stroke as `config.toml` has it, which `parsed` reads back: `g g`, `ctrl+p`, `?`."""
    return " ".join(map(_key_typed, stroke.split()))


def parsed(text: str) -> str:
    """The stroke that a person has written.

    Raises:
        ValueError: If it is no key, or three; with the reason.
    """
    if not text:
        raise ValueError("'' is no key; [] stands for none")
    words = text.split() or ["space"]
    if len(words) > 2:
        raise ValueError(f"{text!r} is more than two keys")
    if len(words) == 1 and len(words[0]) == 2 and not _is_name(words[0].lower()):
        words = list(words[0])  # "gg", as it is shown
    return " ".join(map(_key_parsed, words))


def _key_shown(key: str) -> str:
    *modifiers, base = key.split("+")
    name = _SHOWN.get(base) or _character(base) or base.capitalize()
    if modifiers and len(name) == 1:
        name = name.upper()
    elif name == " ":
        name = "Space"
    return "+".join([*(each.capitalize() for each in modifiers), name])


def _key_typed(key: str) -> str:
    *modifiers, base = key.split("+")
    character = _character(base) or base
    name = base if character == " " else character
    return "+".join([*modifiers, name])


def _key_parsed(text: str) -> str:
    if len(text) == 1 and text not in _by_shown():
        return _key_of(text)
    *modifiers, base = text.lower().split("+")
    base = _by_shown().get(base) or (_key_of(base) if len(base) == 1 else base)
    key = "+".join([*modifiers, base])
    if not _is_name(base) or not set(modifiers) <= set(_MODIFIERS):
        raise ValueError(f"{text!r} is no key")
    if modifiers == ["shift"] and _character(base) not in (None, " "):
        raise ValueError(f"{text!r} is the character that it types, such as {base.upper()!r}")
    if key in _SAME_AS:
        raise ValueError(f"{text!r} cannot be told from {_SAME_AS[key]} in a terminal")
    if key in _RESERVED:
        raise ValueError(f"{text!r} {_RESERVED[key]}")
    return key


def _key_of(character: str) -> str:
    """Textual's name for the key that types a character."""
    if character.isalnum():
        return character
    try:
        name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    except ValueError:
        raise ValueError(f"{character!r} is no key") from None
    from textual.keys import KEY_NAME_REPLACEMENTS

    return KEY_NAME_REPLACEMENTS.get(name, name)


def _character(base: str) -> str | None:
    """The character that a key types, if it types one."""
    from textual.keys import REPLACED_KEYS, key_to_character

    character = key_to_character(REPLACED_KEYS.get(base, base))
    return character if character is not None and character.isprintable() else None


def _is_name(base: str) -> bool:
    """Whether there is a key of this name, without modifiers."""
    return base in _named_keys() or bool(_character(base))


@cache
def _named_keys() -> frozenset[str]:
    from textual.keys import Keys

    return frozenset(key.value for key in Keys if "+" not in key.value)


@cache
def _by_shown() -> dict[str, str]:
    """Keys by the names that help has for them."""
    return {name.lower(): key for key, name in _SHOWN.items()}
