"""Web archives of Safari: a property list with the page and all that belongs to it."""

from collections.abc import Iterator

from annotations.errors import SourceError
from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.options import Options
from annotations.sources.web.page import article_of_page

_BINARY = b"bplist00"
_PAGE = "WebMainResource"
_SUFFIX = ".webarchive"


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read the article of the page in an archive."""
    import plistlib

    data = given.whole()
    try:
        page = plistlib.loads(data)[_PAGE]
        html, address = page["WebResourceData"], page.get("WebResourceURL")
        charset = page.get("WebResourceTextEncodingName")
    except (
        plistlib.InvalidFileException,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ) as error:
        raise SourceError(f"{given.name} is damaged, or no web archive of Safari.") from error
    yield article_of_page(
        html if isinstance(html, bytes) else b"",
        name=given.name,
        origin=given.origin,
        address=address if isinstance(address, str) else None,
        charset=charset if isinstance(charset, str) else None,
        original=data,
    )


def recognises(head: Head) -> bool:
    """Whether an input is a property list that has a page in it."""
    if not head.data.startswith(_BINARY):
        return False
    return head.suffix == _SUFFIX or _PAGE.encode() in head.data


KIND = Kind(name="web archive (Safari)", suffixes=(_SUFFIX,), recognises=recognises, read=read)
