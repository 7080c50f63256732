"""Rules as a TOML file that a person can read and change, and as a list of own names. Pure.

A file of rules has a table for each:

    [[rule]]
    text = "Oldport"
    label = "GPE"           # or: name = "Port of Olde", or: never = true
    was = "ORG"             # only where a detector says so; left out for any label
    layer = "casualties"    # left out for names
    on = false              # left out if it is on

A list of own names, as the detector takes it, has the plain rules that label names, and nothing
else: it knows no others.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotations.errors import OwnRuleError
from annotations.model import Layer
from annotations.own_rules.governing import overruled
from annotations.own_rules.rule import Does, OwnRule, checked

_KNOWN = {"text", "layer", "was", "on", "by", "at", "example", *(each.value for each in Does)}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def rules_file(rules: Iterable[OwnRule]) -> str:
    """A file of rules, in their order."""
    return "\n".join("\n".join(("[[rule]]", *_lines(rule), "")) for rule in rules)


def names_file(rules: Iterable[OwnRule]) -> tuple[str, int]:
    """The list of own names that such rules amount to, and how many of them it has.

    Left out are rules that are off or overruled, that name or forbid something, that hold for one
    label only, or that are about figures.

    Args:
        rules: Of one store; each has an id.
    """
    by_label: dict[str, list[str]] = defaultdict(list)
    rules = list(rules)
    gone = overruled(rules)
    for rule in rules:
        if _is_plain(rule) and rule.value is not None and rule.id not in gone:
            by_label[rule.value].append(rule.text)
    lines = ["[names]"]
    for label, texts in sorted(by_label.items()):
        names = ", ".join(map(_quoted, sorted(dict.fromkeys(texts))))
        lines.append(f"{_quoted(label)} = [{names}]")
    return "\n".join([*lines, ""]), sum(map(len, by_label.values()))


def read_rules(content: str, *, where: str) -> list[OwnRule]:
    """Read a file of rules; a list of own names becomes rules that label them.

    Args:
        content: The file.
        where: What it is called in errors.

    Raises:
        OwnRuleError: If it is no TOML, or holds a rule that makes no sense.
    """
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise OwnRuleError(f"{where}: {error}.") from error
    unknown = sorted(set(tables) - {"rule", "names", "labels"})
    if unknown:
        raise OwnRuleError(f"{where}: {unknown[0]} is no table of a file of rules.", hint=_HINT)
    return [*_from_names(tables.get("names", {}), where), *_from_rules(tables, where)]


_HINT = "It holds [[rule]] tables, or [names] as a list of own names."


def _is_plain(rule: OwnRule) -> bool:
    is_name = rule.layer is Layer.ENTITIES and rule.was is None
    return is_name and rule.is_on and rule.does is Does.LABEL


def _lines(rule: OwnRule) -> Iterator[str]:
    yield f"text = {_quoted(rule.text)}"
    yield f"{rule.does.value} = {'true' if rule.value is None else _quoted(rule.value)}"
    if rule.was is not None:
        yield f"was = {_quoted(rule.was)}"
    if rule.layer is not Layer.ENTITIES:
        yield f"layer = {_quoted(rule.layer.value)}"
    if not rule.is_on:
        yield "on = false"
    for key, value in (("by", rule.annotator), ("at", rule.at), ("example", rule.example)):
        if value:
            yield f"{key} = {_quoted(value)}"


def _quoted(value: str) -> str:
    """A string of TOML."""
    escaped = (
        _ESCAPES.get(letter) or (letter if letter.isprintable() else f"\\U{ord(letter):08X}")
        for letter in value
    )
    return f'"{"".join(escaped)}"'


def _from_names(names: object, where: str) -> Iterator[OwnRule]:
    if not isinstance(names, Mapping):
        raise OwnRuleError(f"{where}: names is no table.", hint=_HINT)
    for label, texts in names.items():
        if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
            raise OwnRuleError(f"{where}: names.{label} is not a list of names.", hint=_HINT)
        for text in texts:
            yield checked(OwnRule(text=text.strip(), does=Does.LABEL, value=label))


def _from_rules(tables: Mapping[str, Any], where: str) -> Iterator[OwnRule]:
    listed = tables.get("rule", [])
    if not isinstance(listed, list):
        raise OwnRuleError(f"{where}: rule is no list of tables.", hint=_HINT)
    for number, table in enumerate(listed, start=1):
        try:
            yield _from_table(table)
        except OwnRuleError as error:
            message = f"{where}, rule {number}: {error.message}"
            raise OwnRuleError(message, hint=error.hint or _HINT) from error


def _from_table(table: Any) -> OwnRule:
    if not isinstance(table, Mapping):
        raise OwnRuleError("It is no table.")
    if unknown := sorted(set(table) - _KNOWN):
        raise OwnRuleError(f"{unknown[0]!r} is nothing that a rule has.")
    verbs = [each for each in Does if each in table]
    if len(verbs) != 1:
        raise OwnRuleError("It has to have one of label, never and name.")
    does = verbs[0]
    if does is Does.NEVER and table[does] is not True:
        raise OwnRuleError("“never” is true, or left out.")
    if not isinstance(table.get("on", True), bool):
        raise OwnRuleError("“on” is true or false.")
    return checked(
        OwnRule(
            text=_string(table, "text") or "",
            does=does,
            value=None if does is Does.NEVER else _string(table, does.value),
            layer=_layer(_string(table, "layer")),
            was=_string(table, "was"),
            is_on=table.get("on", True),
            example=_string(table, "example"),
        )
    )


def _layer(named: str | None) -> Layer:
    try:
        return Layer.ENTITIES if named is None else Layer(named)
    except ValueError as error:
        raise OwnRuleError(f"{named!r} is no layer; there are {', '.join(Layer)}.") from error


def _string(table: Mapping[str, Any], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise OwnRuleError(f"“{key}” is no text in quotation marks.")
    return value
