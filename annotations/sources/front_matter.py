"""Metadata at the head of a text, in YAML between two lines of `---`."""

from collections.abc import Mapping

_LONGEST = 5_000
"""Characters of front matter; whatever is longer is text between two rules."""


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
