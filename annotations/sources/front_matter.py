"""Metadata at the head of a text: in YAML between two lines of `---`; in Markdown in TOML and JSON
too, as makers of sites have it.
"""

import json
import re
from collections.abc import Mapping

_LONGEST = 5_000
"""Characters of front matter; whatever is longer is text between two rules."""
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def split(text: str) -> tuple[Mapping[str, object], str]:
    """Part a text from its front matter.

    Every value is a string, a list or a mapping: `No` is a word here, `1984` a title and a date
    what was typed. Tags that would make Python objects mean nothing.

    Returns:
        The metadata and the text below it. If there is no front matter, or it is malformed, no
        metadata and the text as it came.
    """
    if not text.startswith("---"):
        return {}, text
    import yaml  # 40 ms that texts without front matter need not pay
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    try:
        head, body = handler.split(text)
        metadata = handler.load(head, Loader=yaml.BaseLoader) if len(head) <= _LONGEST else None
    except (ValueError, yaml.YAMLError, RecursionError):
        return {}, text
    if not isinstance(metadata, dict):
        return {}, text
    return metadata, body.lstrip("\n")


def split_markdown(text: str) -> tuple[Mapping[str, object], str]:
    """Part Markdown from its front matter: YAML as in `split`, TOML between `+++`, or JSON.

    Returns:
        As `split` does. Dates that TOML marks as such are dates.
    """
    if text.startswith("+++"):
        return _split_toml(text)
    return _split_json(text) if text.startswith("{") else split(text)


def _split_toml(text: str) -> tuple[Mapping[str, object], str]:
    match = _TOML.match(text, 0, _LONGEST)
    if match is None:
        return {}, text
    import tomllib

    try:
        return tomllib.loads(match[1]), text[match.end() :].lstrip("\n")
    except (ValueError, RecursionError):
        return {}, text


def _split_json(text: str) -> tuple[Mapping[str, object], str]:
    try:
        metadata, end = json.JSONDecoder().raw_decode(text[:_LONGEST])
    except (ValueError, RecursionError):
        return {}, text
    below = text[end:].lstrip(" ")
    if not isinstance(metadata, dict) or below[:1] not in ("", "\n"):
        return {}, text
    return metadata, below.lstrip("\n")
