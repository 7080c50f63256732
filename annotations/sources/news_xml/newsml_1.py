"""NewsML 1, in which Agence France-Presse and Reuters sent news, and archives still keep it."""

from collections.abc import Iterator

from lxml import etree

from annotations.sources.news_xml.content import text_of_content
from annotations.sources.news_xml.items import NewsItem
from annotations.sources.news_xml.times import iso_time
from annotations.sources.news_xml.trees import authors, dated, first, language_of, said, texts

_NAME = "FormalName"
_WITHDRAWN = ("canceled", "cancelled", "withheld")


def items(root: etree._Element) -> Iterator[NewsItem]:
    """The articles of a document, in order: each component with a headline and a text of its own.

    Components without a headline, such as the parts of an article, belong to the one around them;
    captions of pictures are left out.
    """
    for item in root.iter("NewsItem"):
        holders = [each for each in item.iter("DataContent") if not _is_of_picture(each)]
        for component, parts in _by_component(item, holders):
            yield _item(item, component, parts, is_alone=len(holders) == len(parts))


def _by_component(
    item: etree._Element, holders: list[etree._Element]
) -> list[tuple[etree._Element, list[etree._Element]]]:
    """The components that are articles, with what holds their text; the item, if there are none."""
    found: dict[etree._Element, list[etree._Element]] = {}
    for holder in holders:
        around = (each for each in holder.iterancestors("NewsComponent") if _has_headline(each))
        found.setdefault(next(around, item), []).append(holder)
    return list(found.items()) or [(item, [])]


def _has_headline(component: etree._Element) -> bool:
    return bool(first(component, "NewsLines/HeadLine"))


def _is_of_picture(holder: etree._Element) -> bool:
    component = next(holder.iterancestors("NewsComponent"), None)
    role = "" if component is None else said(component, "Role", _NAME)
    kind = said(holder, "../MediaType", _NAME)
    return "caption" in role.lower() or kind.lower() in ("photo", "graphic", "video", "icon")


def _item(
    item: etree._Element, component: etree._Element, parts: list[etree._Element], *, is_alone: bool
) -> NewsItem:
    status = said(item, "NewsManagement/Status", _NAME).lower()
    return NewsItem(
        id=_id(item) if is_alone else "",
        metadata=_metadata(item, component),
        text=_text(component, parts),
        has_media_alone=not parts and item.find(".//ContentItem") is not None,
        withdrawn=status if status in _WITHDRAWN else "",
    )


def _id(item: etree._Element) -> str:
    """The id of an item, the same for every revision of it; empty if it has none."""
    path = "Identification/NewsIdentifier"
    names = [first(item, f"{path}/{part}") for part in ("ProviderId", "DateId", "NewsItemId")]
    if all(names):
        return ":".join(("urn:newsml", *names))
    return first(item, f"{path}/PublicIdentifier", f"{path}/NewsItemId")


def _metadata(item: etree._Element, component: etree._Element) -> dict[str, object]:
    published = first(item, "NewsManagement/FirstCreated")
    updated = first(item, "NewsManagement/ThisRevisionCreated")
    return {
        "title": first(component, "NewsLines/HeadLine", ".//NewsLines/HeadLine"),
        "byline": authors(component, "NewsLines/ByLine"),
        "source": _party(component, "Source")
        or _party(component, "Provider")
        or _party(item, ".//Source")
        or _party(item, ".//Provider"),
        "published": iso_time(published) or published,
        "updated": None if updated == published else iso_time(updated) or updated,
        "language": said(component, "DescriptiveMetadata/Language", _NAME)
        or said(component, ".//DescriptiveMetadata/Language", _NAME)
        or language_of(component)
        or language_of(item),
        "tags": [*texts(component, "NewsLines/KeywordLine")],
    }


def _party(root: etree._Element, role: str) -> str:
    path = role if role.startswith(".") else f"AdministrativeMetadata/{role}"
    return said(root, f"{path}/Party", _NAME)


def _text(component: etree._Element, parts: list[etree._Element]) -> str:
    found = [text_of_content(each, media_type=said(each, "../MimeType", _NAME)) for each in parts]
    return dated(first(component, "NewsLines/DateLine"), "\n\n".join(filter(None, found)))
