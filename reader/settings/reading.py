"""From `config.toml` to settings, and to what is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotations.errors import CloseReadError, ConfigurationError
from reader.keyboard.keymap import USUAL, Keymap, keymap
from reader.keyboard.keys import typed
from reader.own_labels import OwnLabel, own_label
from reader.settings.nearest import nearest
from reader.settings.preferences import DEFAULTS, PREFERENCES, Settings

KEYS = "keys"
"""The table of keys."""
LABELS = "labels"
"""The table of a person's own labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What the file says. What is wrong in it is as if it was not there."""

    path: Path
    exists: bool = False
    settings: Settings = DEFAULTS
    told: Mapping[str, object] = field(default_factory=dict)
    """The values that the file gives, as TOML has them."""
    problems: tuple[ConfigurationError, ...] = ()


def summed_up(configuration: Configuration) -> CloseReadError | None:
    """All that is wrong with a file in one message, the first problem in words; null if nothing."""
    problems = configuration.problems
    if len(problems) < 2:
        return problems[0] if problems else None
    name = configuration.path.name
    return CloseReadError(
        f"{len(problems):,} problems in {name}; `closeread config --check` lists them.",
        hint=f"The first: {problems[0]}",
    )


NO_CONFIGURATION = Configuration(path=Path())
"""That of nobody in particular, with the defaults."""


def read_configuration(path: Path) -> Configuration:
    """Read the file; nothing is raised, whatever is in it."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Configuration(path=path)
    except OSError as error:
        return _useless(path, None, error.strerror or str(error))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _useless(path, data.count(b"\n", 0, error.start) + 1, "this is not UTF-8")
    return _parsed(path, text)


def _parsed(path: Path, text: str) -> Configuration:
    import tomllib  # most people have no such file

    from reader.settings.toml_lines import syntax_error

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _useless(path, *syntax_error(error, text))
    return _Reading(path, text).configuration(content)


def _useless(path: Path, line: int | None, reason: str) -> Configuration:
    problem = ConfigurationError(
        path, line, reason, hint="Nothing in the file is used; everything is as by default."
    )
    return Configuration(path=path, exists=True, problems=(problem,))


class _Reading:
    """One file on its way to settings."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text
        self._problems: list[ConfigurationError] = []

    def configuration(self, content: dict[str, Any]) -> Configuration:
        keys = self._keymap(content.pop(KEYS, {}))
        described = content.pop(LABELS, {})
        labels = self._labels(described)
        values = {name: self._value(name, value) for name, value in content.items()}
        known = {name: value for name, value in values.items() if value is not None}
        fields: dict[str, Any] = {PREFERENCES[name].field: value for name, value in known.items()}
        settings = Settings(keymap=keys, labels=labels, **fields)
        if settings.store is not None:
            settings = replace(settings, store=self._path.parent / settings.store)
        if settings.guidelines is not None:
            settings = replace(settings, guidelines=self._path.parent / settings.guidelines)
        return Configuration(
            path=self._path,
            exists=True,
            settings=settings,
            told={name: content[name] for name in known}
            | {f"{KEYS}.{name}": list(map(typed, keys.chosen[name])) for name in keys.chosen}
            | {
                f"{LABELS}.{each.name}.{field}": value
                for each in labels
                for field, value in described[each.name].items()
            },
            problems=tuple(self._problems),
        )

    def _value(self, name: str, value: object) -> object | None:
        """The value of a key; null if it is none."""
        if name not in PREFERENCES:
            self._complain(
                name, f"{name!r} is no key of it", hint=nearest(name, [*PREFERENCES, KEYS, LABELS])
            )
            return None
        try:
            return PREFERENCES[name].read(value)
        except ValueError as error:
            self._complain(name, f"{name} {error}", hint="Its default is used.")
            return None

    def _keymap(self, table: object) -> Keymap:
        """The keys of every command, with those of the table in place of their usual ones."""
        if not isinstance(table, dict):
            self._complain(KEYS, f"{KEYS} is not a table", hint="It begins with a line [keys].")
            return USUAL
        keys, problems = keymap(dict(self._strokes(table)))
        for each in problems:
            self._complain(f"{KEYS}.{each.command_id}", each.reason, hint=each.hint)
        return keys

    def _labels(self, table: object) -> tuple[OwnLabel, ...]:
        """The labels that can be."""
        if not isinstance(table, dict):
            reason, hint = f"{LABELS} is not a table", "It begins with a line [labels]."
            self._complain(LABELS, reason, hint=hint)
            return ()
        labels: list[OwnLabel] = []
        for name, described in table.items():
            try:
                labels.append(own_label(name, described, before=labels))
            except ValueError as error:
                self._complain(f"{LABELS}.{name}", f"{name!r} {error}", hint="It is left out.")
        return tuple(labels)

    def _strokes(
        self, table: Mapping[str, Any], before: str = ""
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Command ids and keys; TOML takes an id without quotation marks for tables in tables."""
        for key, value in table.items():
            name = before + key
            if isinstance(value, dict):
                yield from self._strokes(value, f"{name}.")
            elif isinstance(value, str):
                yield name, (value,)
            elif isinstance(value, list) and all(isinstance(each, str) for each in value):
                yield name, tuple(value)
            else:
                reason = f"{KEYS}.{name} is not a key or a list of keys in quotation marks"
                self._complain(f"{KEYS}.{name}", reason, hint="It keeps its usual keys.")

    def _complain(self, name: str, reason: str, *, hint: str) -> None:
        from reader.settings.toml_lines import line_of

        line = line_of(self._text, name)
        self._problems.append(ConfigurationError(self._path, line, reason, hint=hint))
