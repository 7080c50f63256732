"""From the forms that a message's text comes in to the text of an article."""

import re

from annotations.errors import SourceError
from annotations.sources.mail.flowed import unflowed
from annotations.sources.mail.parts import Body
from annotations.sources.mail.quotation import Own, own
from annotations.sources.mail.wrapping import unwrapped
from annotations.sources.paragraphs import reflowed
from annotations.text import clean, fold_line_ends

_LONGEST = 5_000_000
"""Characters of a text that somebody may have written; parting millions of lines takes memory."""
_STUB = 0.5
"""A plain text that is so much shorter than the HTML, or less, only stands in for it."""
_SAYS_SO = re.compile(
    r"\bhtml\b|\b(?:e-?mail|mail) (?:program|client|reader)\b|\b(?:in|with) (?:your|a) browser\b",
    re.IGNORECASE,
)
"""Words of a plain text that excuses itself."""
_LONGEST_EXCUSE = 300
_LINK = re.compile(r"[<(\[]?\s*https?://\S+\s*[>)\]]?")
_LINKED = 0.25
"""Share of a plain text in addresses from which on the HTML reads better."""
_LONG_LINK = re.compile(r"[ \t]*[<(\[]\s*https?://\S{20,}?\s*[>)\]]")
"""The address of a link, in brackets behind its words."""

_ARMOUR = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+:[^\n]*\n)*\n?"
    r"|^-----BEGIN PGP SIGNATURE-----\n.*?(?:^-----END PGP SIGNATURE-----$|\Z)",
    re.MULTILINE | re.DOTALL,
)
_ESCAPED_DASH = re.compile(r"^- (?=-)", re.MULTILINE)
ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
"""What an encrypted text begins with."""

_RULE_LINE = re.compile(r"^[ \t]*[_=*~#-]{5,}[ \t]*$", re.MULTILINE)
_TRAILING = re.compile(r"[ \t\xa0]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


def text_of(bodies: list[Body], *, is_reply: bool) -> Own:
    """The text that somebody wrote, of all bodies, and how much quoted text was left out.

    Args:
        bodies: As they follow one another in the message.
        is_reply: Whether the message answers another, which it may repeat.

    Raises:
        SourceError: If it is far too long. The message is a reason without a full stop.
    """
    if sum(len(body.plain or "") for body in bodies) > _LONGEST:
        raise SourceError(f"its text has more than {_LONGEST // 1_000_000} million characters")
    raw = "\n\n".join(filter(None, map(_best, bodies)))
    mine = own(raw, is_reply=is_reply)
    text = unwrapped(reflowed(_RULE_LINE.sub("", mine.text)))
    return Own(text=_laid_out(text), quoted=mine.quoted)


def _best(body: Body) -> str:
    """The form of a body that reads best."""
    plain = _plain(body)
    if body.html is None or (plain and not _may_stand_in(plain, len(body.html))):
        return plain
    html = _html(body.html)
    says_as_much = len(plain) > len(html) * _STUB
    if says_as_much and not _is_full_of_links(plain) and not _is_excuse(plain):
        return plain
    return html or plain


def _may_stand_in(plain: str, html: int) -> bool:
    """Whether a plain text could be a stub, by its length and that of the HTML, markup included."""
    return html > len(plain) * 2 or _is_full_of_links(plain) or _is_excuse(plain)


def _is_excuse(plain: str) -> bool:
    return len(plain) < _LONGEST_EXCUSE and bool(_SAYS_SO.search(plain))


def _is_full_of_links(text: str) -> bool:
    return sum(len(match[0]) for match in _LINK.finditer(text)) > len(text) * _LINKED


def _plain(body: Body) -> str:
    if body.plain is None:
        return ""
    text = clean(fold_line_ends(body.plain))
    if body.is_flowed:
        text = unflowed(text, deletes_blanks=body.deletes_blanks)
    if _ARMOUR.search(text):
        text = _ESCAPED_DASH.sub("", _ARMOUR.sub("", text))
    return _LONG_LINK.sub("", text).strip("\n")


def _html(html: str) -> str:
    from annotations.sources.web.extraction import fragment_text

    try:
        return fragment_text(html)
    except SourceError:
        return ""  # the plain text has to do


def _laid_out(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip()
