"""The text that a news item carries: NITF, XHTML, paragraphs without a root, or plain text."""

from lxml import etree

from annotations.sources.news_xml import nitf
from annotations.sources.paragraphs import reflowed
from annotations.text import clean, fold_line_ends


def text_of_content(holder: etree._Element, *, media_type: str = "") -> str:
    """The text in an element that holds content.

    Args:
        holder: Such as `inlineXML`, `inlineData` or `DataContent`, without namespaces.
        media_type: What it says its content is, such as "text/html".

    Raises:
        SourceError: If there is too much of it. The message has no subject.
    """
    from annotations.sources.web.extraction import fragment_text

    inside = next(holder.iterchildren(etree.Element), None)
    if inside is None:
        typed = fold_line_ends("".join(str(piece) for piece in holder.itertext()))
        if "html" in media_type or typed.lstrip()[:1] == "<":
            return fragment_text(typed)
        lines = (line.strip() for line in reflowed(clean(typed)).split("\n"))
        return "\n\n".join(filter(None, lines))
    if inside.tag == "nitf":
        return nitf.text_of(inside)
    if any(each.tag in ("body.content", "media") for each in holder.iter()):
        return nitf.joined(list(nitf.blocks(holder)))
    body = holder.find(".//body")
    page = holder if body is None else body
    return fragment_text(etree.tostring(page, method="html", encoding="unicode"))
