"""What programs call the parts of a link that they have saved."""

from collections.abc import Mapping

from annotations.sources.links.link import Link, day_of, is_web, tags_in

ADDRESS = (
    *("url", "href", "link", "uri", "resolved_url", "given_url"),
    *("source_url", "document url", "article url"),
)
TITLE = ("title", "name", "resolved_title", "given_title", "document title", "description")
"""Pinboard's descriptions are titles."""
TAGS = ("tags", "labels", "document tags", "manual tags", "tag", "keyword", "keywords")
NOTE = ("note", "notes", "extended", "selection")
SAVED = (
    *("time_added", "timestamp", "created", "created_at", "saved date", "savedat", "saved_at"),
    *("time", "date added", "date_added", "dateadded", "add_date"),
)
SOURCE = ("publisher", "container-title", "publication title", "site", "site_name")
AUTHOR = ("author", "authors")
PUBLISHED = ("published", "publishedat", "published_date", "published date", "date")

OTHERS = frozenset(
    (
        *("id", "status", "folder", "excerpt", "cover", "highlights", "favorite", "summary"),
        *("reading progress", "location", "seen", "word count", "in queue", "favorited", "read"),
        *("highlight count", "last interaction date", "file id", "slug", "state", "starred"),
        *("archived", "source", "language", "readingprogress", "thumbnail", "updatedat", "domain"),
        *("is_archived", "is_starred", "important", "type", "reading time", "added", "category"),
    )
)
"""What else stands beside a link that was saved, and says nothing of the article itself."""


def link_of(record: Mapping[str, object]) -> Link | None:
    """The link in a record, its keys in lower case; null if it has none to the web."""
    addresses = (_said(record, (name,)) for name in ADDRESS)
    address = next((each for each in addresses if is_web(each)), "")
    if not address:
        return None
    return Link(
        address=address,
        title=_said(record, TITLE),
        tags=next((tags for name in TAGS if (tags := tags_in(record.get(name)))), ()),
        note=_said(record, NOTE),
        saved=next((day for name in SAVED if (day := day_of(record.get(name)))), None),
        metadata={
            "source": _said(record, SOURCE),
            "author": _said(record, AUTHOR),
            "published": _said(record, PUBLISHED),
            "language": _said(record, ("language",)),
        },
    )


def _said(record: Mapping[str, object], names: tuple[str, ...]) -> str:
    """The first value that is a string and not blank; empty if there is none."""
    values = (record.get(name) for name in names)
    return next((each.strip() for each in values if isinstance(each, str) and each.strip()), "")
