"""What programs that clip pages into notes write into front matter: Obsidian, Joplin, MarkDownload.

They have their own ideas of what `source` means, and put links and marks around words.
"""

import re
from collections.abc import Iterator, Mapping

_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
_ADDRESS = re.compile(r"https?://\S+")
_SAME = {
    **dict.fromkeys(("site", "sitename", "site_name", "publication", "newspaper"), "source"),
    **dict.fromkeys(("canonical", "canonical_url", "permalink", "original_url"), "url"),
    **dict.fromkeys(("pubdate", "published_at", "date_published"), "published"),
    **dict.fromkeys(("lastmod", "last_modified"), "updated"),
    **dict.fromkeys(("creator", "writer", "reporter"), "byline"),
    **dict.fromkeys(("category", "categories"), "section"),
}
"""From names of fields, in small letters, to the usual ones."""


def usual(metadata: Mapping[str, object]) -> dict[str, object]:
    """Front matter with the usual names, and words without links and marks.

    When a note was created says nothing of when the article was published, and is left out.
    """
    found: dict[str, object] = {}
    for name, value in metadata.items():
        lowered, plain = str(name).lower(), _plain(value)
        field = _SAME.get(lowered, lowered)
        is_address = isinstance(plain, str) and _ADDRESS.fullmatch(plain) is not None
        found.setdefault("url" if field == "source" and is_address else field, plain)
    for field in ("tags", "keywords"):
        if field in found:
            found[field] = [tag.lstrip("#") for tag in _words(found[field])]
    if isinstance(found.get("section"), list):
        found["section"] = next(_words(found["section"]), None)
    return found


def _plain(value: object) -> object:
    """A value without links; `[[Mara Dell]]` without quotation marks is a list of lists to YAML."""
    if isinstance(value, str):
        return _MARKDOWN_LINK.sub(r"\1", _LINK.sub(r"\1", value)).strip()
    if isinstance(value, list):
        flat = [_plain(each[0]) if isinstance(each, list) and each else each for each in value]
        return [_plain(each) for each in flat]
    return value


def _words(value: object) -> Iterator[str]:
    """The strings in a value; one string is parted by commas."""
    values = value.split(",") if isinstance(value, str) else value
    if isinstance(values, list):
        yield from (each.strip() for each in values if isinstance(each, str))
