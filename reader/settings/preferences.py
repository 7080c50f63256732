"""Everything that can be preferred: names, meanings, defaults."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from annotations.detect.models import DEFAULT_MODEL
from annotations.model import VagueRule
from annotations.text import clean_line
from reader.keyboard.keymap import USUAL, Keymap
from reader.looks.themes import AUTOMATIC, THEMES
from reader.own_labels import OwnLabel
from reader.settings.places import usual_store
from reader.switches import HIDDEN_AT_FIRST, LAYER_SWITCHES, Switch, in_order

NARROWEST, WIDEST = 20, 200
"""Cells that the text column may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a person prefers; all of it has a default."""

    theme: str = AUTOMATIC
    column_width: int = 80
    """The most terminal cells a line of text takes."""
    layers: frozenset[Switch] = frozenset(LAYER_SWITCHES) - HIDDEN_AT_FIRST
    """What is shown when an article opens."""
    annotator: str | None = None
    """Who edits are by; null for the login name."""
    model: str = DEFAULT_MODEL
    vague_rule: VagueRule = VagueRule.DEFAULT
    store: Path | None = None
    """Null for the one in the data folder."""
    keymap: Keymap = USUAL
    guidelines: Path | None = None
    """Null for `guidelines.md` in the folder that was opened, else beside the store."""
    labels: tuple[OwnLabel, ...] = ()
    """The person's own, for names."""


DEFAULTS = Settings()
"""What is the case for somebody without any preference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """One key of the file."""

    name: str
    about: str
    """What it means, as one or more lines of a comment."""
    read: Callable[[Any], object]
    """Makes a value of what TOML has; raises `ValueError` with a reason if it cannot."""
    default: Callable[[], object] = field(repr=False)
    """The default, as TOML has it."""

    @property
    def field(self) -> str:
        """What it is called in `Settings`."""
        return self.name.replace("-", "_")


def in_toml(value: object) -> str:
    """A string, a number or a list of strings as TOML writes it; JSON's way is one of its ways."""
    return json.dumps(value, ensure_ascii=False)


def column_width(value: object) -> int:
    """A width that a column of text may have.

    Raises:
        ValueError: If it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("is not a whole number")
    if not NARROWEST <= value <= WIDEST:
        raise ValueError(f"is not between {NARROWEST} and {WIDEST}")
    return value


def theme(value: object) -> str:
    """One of the themes.

    Raises:
        ValueError: If it is none of them.
    """
    return _one_of(value, (AUTOMATIC, *THEMES))


def _one_of(value: object, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise ValueError(f"is not one of {', '.join(choices)}")
    return str(value)


def _layers(value: object) -> frozenset[Switch]:
    if not isinstance(value, list):
        raise ValueError('is not a list, such as ["names", "quotes"]')
    wrong = [each for each in value if each not in LAYER_SWITCHES]
    if wrong:
        raise ValueError(f"holds {wrong[0]!r}; there are {', '.join(LAYER_SWITCHES)}")
    return frozenset(map(Switch, value))


def _text(value: object) -> str:
    if not isinstance(value, str) or not clean_line(value):
        raise ValueError("is not a text in quotation marks")
    return clean_line(value)


def _path(value: object) -> Path:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is not a path in quotation marks")
    return Path(value).expanduser()


def _login_name() -> str:
    from annotations.store.store import login_name

    return login_name()


PREFERENCES: Mapping[str, Preference] = {
    each.name: each
    for each in (
        Preference(
            name="theme",
            about=f"The colours: {', '.join(THEMES)}, or {AUTOMATIC}. ansi takes those of your\n"
            "terminal; auto is light or dark, as your terminal says that its own ground is, dark\n"
            "if it does not say, and ansi where it has only sixteen colours.",
            read=theme,
            default=lambda: AUTOMATIC,
        ),
        Preference(
            name="column-width",
            about=f"The most characters on a line of an article, {NARROWEST} to {WIDEST}.",
            read=column_width,
            default=lambda: DEFAULTS.column_width,
        ),
        Preference(
            name="layers",
            about=f"What is marked when an article opens, of {', '.join(LAYER_SWITCHES)}.\n"
            "S and a letter show and hide them; `closeread show` goes by it, too.",
            read=_layers,
            default=lambda: [str(each) for each in in_order(DEFAULTS.layers)],
        ),
        Preference(
            name="annotator",
            about="Who your decisions are by. By default your login name. --as beats it.",
            read=_text,
            default=_login_name,
        ),
        Preference(
            name="model",
            about="The spaCy pipeline that detects, by name or path. --model beats it.",
            read=_text,
            default=lambda: DEFAULT_MODEL,
        ),
        Preference(
            name="vague-rule",
            about="The number that a word like “dozens” stands for: default (24) or acled (12).\n"
            "--vague-rule beats it.",
            read=lambda value: VagueRule(_one_of(value, tuple(VagueRule))),
            default=lambda: VagueRule.DEFAULT.value,
        ),
        Preference(
            name="store",
            about="The file of your library; a relative path is one in the folder of this file.\n"
            "--store and CLOSEREAD_STORE beat it.",
            read=_path,
            default=lambda: str(usual_store()),
        ),
        Preference(
            name="guidelines",
            about="The Markdown file that g i shows; a relative path is one in the folder of this\n"
            "file. By default guidelines.md in the folder that is opened, else beside your\n"
            "library. --guidelines beats it.",
            read=_path,
            default=lambda: str(usual_store().with_name("guidelines.md")),
        ),
    )
}
"""The keys in the order of the file."""
