"""NewsML-G2: an item, or a message with several of them, as IPTC defines it."""

from collections.abc import Iterator

from lxml import etree

from annotations.sources.news_xml import nitf
from annotations.sources.news_xml.content import text_of_content
from annotations.sources.news_xml.items import NewsItem
from annotations.sources.news_xml.trees import authors, dated, first, language_of, said, text_in

_WITHDRAWN = ("canceled", "cancelled", "withheld")
_MAIN_HEADLINES = ("hld:main", "hlrole:main", "headlineRole:main")


def items(root: etree._Element) -> Iterator[NewsItem]:
    """The news items of a document, in order; packages and concepts hold no text themselves."""
    yield from map(_item, (root,) if root.tag == "newsItem" else root.iter("newsItem"))


def _item(root: etree._Element) -> NewsItem:
    status = said(root, "itemMeta/pubStatus", "qcode") or said(root, "itemMeta/pubStatus", "uri")
    return NewsItem(
        id=root.get("guid") or "",
        metadata=_metadata(root),
        text=_text(root),
        has_media_alone=root.find("contentSet/remoteContent") is not None,
        withdrawn=next((word for word in _WITHDRAWN if status.lower().endswith(word)), ""),
    )


def _metadata(root: etree._Element) -> dict[str, object]:
    """What an item says of itself; NITF in it says the rest."""
    inside = root.find("contentSet/inlineXML/nitf")
    own: dict[str, object] = {
        "title": _headline(root),
        "byline": authors(root, "contentMeta/by", "contentMeta/creator/name"),
        "source": first(root, "contentMeta/infoSource/name", "itemMeta/provider/name")
        or said(root, "contentMeta/infoSource", "literal")
        or said(root, "itemMeta/provider", "literal")
        or _code(said(root, "contentMeta/infoSource", "qcode"))
        or _code(said(root, "itemMeta/provider", "qcode")),
        "published": first(
            root, "contentMeta/contentCreated", "itemMeta/firstCreated", "itemMeta/versionCreated"
        ),
        "updated": first(root, "contentMeta/contentModified", "itemMeta/versionCreated"),
        "language": said(root, "contentMeta/language", "tag") or language_of(root),
        "section": first(root, "contentMeta/genre/name"),
        "tags": [name for each in root.iterfind("contentMeta/subject") if (name := _subject(each))],
        "url": said(root, "itemMeta/link[@rel='irel:alternate']", "href"),
    }
    said_inside = {} if inside is None else nitf.metadata_of(inside)
    known = {name: value for name, value in own.items() if value}
    if known.get("updated") == known.get("published"):
        known.pop("updated", None)
    return {**{name: value for name, value in said_inside.items() if value}, **known}


def _headline(root: etree._Element) -> str:
    headlines = list(root.iterfind("contentMeta/headline"))
    main = [each for each in headlines if (each.get("role") or "") in ("", *_MAIN_HEADLINES)]
    return next(filter(None, map(text_in, main + headlines)), "") or first(root, "itemMeta/title")


def _subject(subject: etree._Element) -> str:
    """The English name of a subject if it has several."""
    names = list(subject.iterfind("name"))
    english = [each for each in names if language_of(each).startswith("en")]
    return next(filter(None, map(text_in, english + names)), "")


def _text(root: etree._Element) -> str:
    content = root.find("contentSet")
    holders = (
        [] if content is None else [*content.iterfind("inlineXML"), *content.iterfind("inlineData")]
    )
    texts = (text_of_content(each, media_type=each.get("contenttype") or "") for each in holders)
    text = next(filter(None, texts), "")
    return dated(first(root, "contentMeta/dateline"), text)


def _code(qcode: str) -> str:
    """A code that is a name, as in "nprov:AFP"."""
    code = qcode.rpartition(":")[2]
    return code if code.isupper() or " " in code else ""
