"""What a message repeats or carries at its end: quoted mail, signatures, footers of lists.

What somebody else wrote in an earlier message is an article of its own if it is one; left in, its
figures and quotes would count again. Where an answer stands between quoted lines, they are kept,
for it would make no sense without them.
"""

import re
from dataclasses import dataclass

_SIGNATURE = re.compile(r"^-- ?$")
_LONGEST_SIGNATURE = 15
"""Lines; what is longer is no signature but text below a rule."""

_RULE = re.compile(r"^\s*[_=*-]{20,}\s*$")
_LIST_FOOTER = re.compile(
    r"mailing list|you received this message because|to unsubscribe|unsubscribe (?:send|from)"
    r"|list (?:archive|info|etiquette)|mailman/(?:listinfo|options)|groups\.google\.com",
    re.IGNORECASE,
)
_FOOTER_LINES = 12

_FURNITURE_WORDS = (
    r"^\W*(?:click here to )?unsubscribe\b",
    r"\b(?:to|can|or|and|may|please) unsubscribe\b",
    r"\bunsubscribe (?:here|instantly|at any time|from (?:this|our|all|these))",
    r"[|•·] ?unsubscribe\b",
    r"^\W*(?:view|read|open|see) (?:this|it|the)?\b.{0,40}\b(?:browser|online|as a web ?page)\b",
    r"\b(?:trouble|problems?|difficulty) (?:reading|viewing) this\b",
    r"\b(?:manage|update|change|edit) (?:your )?(?:email |subscription |mail )*"
    r"(?:preferences|subscriptions?|settings|profile)\b",
    r"\byou(?:'re|’re| are| have)? (?:been )?(?:received|receiving) this (?:e-?mail|message|news)",
    r"\badd us to your address book\b",
    r"\bforward (?:this (?:e-?mail )?)?to a friend\b",
    r"^sent (?:by|with|via|from my|from mail) ",
    r"^get outlook for ",
    r"^\W*(?:newsletter abmelden|se désabonner|se désinscrire|darse de baja|отписаться)\b",
)
_FURNITURE = re.compile("|".join(_FURNITURE_WORDS), re.IGNORECASE | re.MULTILINE)
"""What newsletters and programs add: how to leave, where else to read it."""
_LONGEST_FURNITURE = 250
"""Characters; a longer paragraph is text that happens to say such words."""

_QUOTED = re.compile(r"^\s{0,3}>")
_ORIGINAL = re.compile(
    r"^\s*-{3,}\s*(?:original (?:message|appointment)|ursprüngliche nachricht|message d'origine"
    r"|mensaje original|messaggio originale|исходное сообщение)\s*-{3,}\s*$",
    re.IGNORECASE,
)
_SENDER_LINE = re.compile(r"^\s*\*?(?:from|von|de|da|van|от)\s?:\*?\s*\S", re.IGNORECASE)
_HEADER_LINE = re.compile(r"^\s*\*?[A-ZА-Я][\w' -]{1,20}\s?:\*?\s", re.IGNORECASE)
_ATTRIBUTION_ENDS = re.compile(r":\s*$")
_ATTRIBUTION = re.compile(
    r"^(?:on|am|le|el|il|em|op|den|dnia|в)\b.{5,200}\b(?:wrote|writes|schrieb|a écrit|escribió"
    r"|ha scritto|escreveu|schreef|skrev|napisał|написал\w*|пишет)[^\n]{0,80}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_FORWARDED = re.compile(
    r"^\s*(?:-{3,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré)"
    r"|begin forwarded message)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What a message says itself."""

    text: str
    quoted: int = 0
    """Lines of earlier mail that were left out."""


def own(text: str, *, is_reply: bool) -> Own:
    """Leave out what a message repeats, unless nothing would be left.

    Args:
        text: Its text, line by line.
        is_reply: Whether it answers another. What passes other mail on is about that.
    """
    signed = _without_list_footer(_without_furniture(text.split("\n")))
    lines = _without_signature(signed)
    everything = Own(text="\n".join(lines))
    if not is_reply or _FORWARDED.search(text):
        return everything
    kept = _without_original(_without_quoted_end(lines))
    if not any(line.strip() for line in kept):
        return everything
    below_signature = sum(1 for line in signed[len(lines) :] if _QUOTED.match(line))
    quoted = sum(1 for line in lines[len(kept) :] if line.strip()) + below_signature
    return Own(text="\n".join(_without_signature(kept)), quoted=quoted)


def _without_furniture(lines: list[str]) -> list[str]:
    """Leave out short paragraphs that are no part of what was written."""
    kept: list[str] = []
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            paragraph.append(line)
            continue
        if not _is_furniture("\n".join(paragraph)):
            kept += paragraph
        paragraph = []
        kept.append(line)
    return kept[:-1]


def _is_furniture(paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_FURNITURE and bool(_FURNITURE.search(paragraph))


def _without_signature(lines: list[str]) -> list[str]:
    for place in range(len(lines) - 1, max(-1, len(lines) - 2 - _LONGEST_SIGNATURE), -1):
        if _SIGNATURE.match(lines[place]):
            return _trimmed(lines[:place])
    return _trimmed(lines)


def _without_list_footer(lines: list[str]) -> list[str]:
    """Leave out what a list's program adds below a rule."""
    lines = _trimmed(lines)
    for place in range(max(0, len(lines) - _FOOTER_LINES), len(lines)):
        below = "\n".join(lines[place + 1 :])
        is_rule = _RULE.match(lines[place]) or _SIGNATURE.match(lines[place])
        if is_rule and _LIST_FOOTER.search(below):
            return _trimmed(lines[:place])
    return lines


def _without_quoted_end(lines: list[str]) -> list[str]:
    """Leave out the quoted lines that a text ends in, and the line that says whose they are."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or _QUOTED.match(lines[end - 1])):
        end -= 1
    if not any(_QUOTED.match(line) for line in lines[end:]):
        return lines
    return _without_attribution(lines[:end])


def _without_attribution(lines: list[str]) -> list[str]:
    lines = _trimmed(lines)
    for size in (1, 2, 3):
        words = "\n".join(lines[-size:]).strip()
        if _ATTRIBUTION.match(words):
            return _trimmed(lines[:-size])
    if lines and _ATTRIBUTION_ENDS.search(lines[-1]) and "@" in lines[-1]:
        return _trimmed(lines[:-1])
    return lines


def _without_original(lines: list[str]) -> list[str]:
    """Leave out what programs put below an answer: the whole mail that it answers."""
    for place, line in enumerate(lines):
        if _ORIGINAL.match(line) or _begins_headers(lines, place):
            return _trimmed(
                lines[: place - 1 if place and _RULE.match(lines[place - 1]) else place]
            )
    for place in range(len(lines)):
        if _attribution_ends_at(lines, place):
            return _trimmed(lines[:place])
    return lines


def _begins_headers(lines: list[str], place: int) -> bool:
    """Whether "From:", a date, "To:" and "Subject:" follow one another."""
    if not _SENDER_LINE.match(lines[place]):
        return False
    following = [line for line in lines[place + 1 : place + 8] if line.strip()][:3]
    return len(following) == 3 and all(map(_HEADER_LINE.match, following))


def _attribution_ends_at(lines: list[str], place: int) -> bool:
    """Whether "On … wrote:" stands alone in a line, and quoted mail without marks follows."""
    return "@" in lines[place] and bool(_ATTRIBUTION.match(lines[place].strip()))


def _trimmed(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]
