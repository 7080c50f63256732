"""Addresses in plain text: one a line, or the shortcut to one that a desktop keeps as a file."""

import plistlib
import re
from collections.abc import Iterator

from annotations.sources.head import Head
from annotations.sources.inputs import Input
from annotations.sources.kinds import Item, Kind
from annotations.sources.links.following import follow
from annotations.sources.links.link import Link, is_web
from annotations.sources.options import Options
from annotations.text import decode, fold_line_ends

_REMARK = "#"
"""Begins a line that is no address."""
_SHORTCUT = re.compile(r"\[(?:InternetShortcut|Desktop Entry)\][^\0]*?^URL=(\S+)", re.MULTILINE)
_PROPERTY_LIST = re.compile(r"<plist\b.*?<key>URL</key>", re.DOTALL)


def read(given: Input, options: Options) -> Iterator[Item]:
    """Read what is behind each address."""
    yield from follow(given, options, addresses_in(given.whole(), charset=given.charset))


def addresses_in(data: bytes, *, charset: str | None = None) -> Iterator[Link]:
    """The addresses in a list."""
    text = fold_line_ends(decode(data, declared=charset))
    if match := _SHORTCUT.search(text):
        addresses = [match[1]]
    elif _PROPERTY_LIST.search(text):
        addresses = [str(plistlib.loads(data).get("URL", ""))]
    else:
        addresses = [line.strip() for line in text.split("\n") if line.strip()]
    return (Link(address=each) for each in addresses if not each.startswith(_REMARK))


def recognises(head: Head) -> bool:
    """Whether there is nothing but addresses in it, a line each, or it is a shortcut to one."""
    text = fold_line_ends(head.text)
    if _SHORTCUT.search(text[:2_000]) or _PROPERTY_LIST.search(text[:2_000]):
        return True
    lines = [line.strip() for line in text[:4_000].split("\n")[:50]]
    addresses = [line for line in lines if line and not line.startswith(_REMARK)]
    return bool(addresses) and all(is_web(each) and " " not in each for each in addresses)


KIND = Kind(
    name="list of addresses",
    suffixes=(".url", ".webloc"),
    recognises=recognises,
    read=read,
)
