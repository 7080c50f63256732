"""What somebody would write who wants to harm whoever reads it."""

import re

ESCAPES = (
    "\x1b[2J",
    "\x1b]0;owned\x07",
    "\x1b]52;c;ZWNobw==\x07",
    "\x1b]8;;http://example.org\x1b\\here\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x9b31m",
    "\x1bc",
    "\x08\x08\x08",
    "\x7f",
    "\x00",
    "\x07",
    "\r",
    "\x85",
    "\u2028",
)
"""What a terminal obeys."""
TRICKS = ("\u202e", "\u2066", "\u202a\u202a", "\u200f", "\ufeff", "\ufff9", "\ud800")
"""What turns the order of letters round, cannot be seen, or is no character."""
MARKUP = ("[red]", "[/]", "[@click=app.quit]x[/]", "[link=file:///etc/passwd]", "\\[", "[bold", "]")
"""What Textual or Rich would obey."""
STRUCTURES = (
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
    '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">',
    '<!ENTITY x SYSTEM "file:///etc/passwd">',
    "<![CDATA[",
    "]]>",
    "<div>" * 40,
    "[" * 400,
    '{"a":' * 200,
    "\n---\n",
    "\nFrom a@b\n",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
    "Content-Transfer-Encoding: base64\n",
    "charset=utf-7",
    'encoding="utf-16"',
    "../../etc/passwd",
    "1e999",
    "-1",
    "99999999999999999999",
    '"' * 3,
)
"""What parsers stumble over."""
_BEGINNINGS = (
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x80\x81",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"%PDF-1.4",
)
_TEXTS = (*ESCAPES, *TRICKS, *MARKUP, *STRUCTURES)
PIECES = (*(each.encode("utf-8", "surrogatepass") for each in _TEXTS), *_BEGINNINGS)
"""All of it as bytes, and beginnings of other kinds of files."""

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Whatever is no printed character, apart from tabs and line ends between those of the program."""
WORDS = "Rain fell, said Ada Bell."
"""What hostile articles say among other things."""
_ALL = " ".join((*ESCAPES, *TRICKS, *MARKUP))


def record() -> dict[str, object]:
    """The record of an article with something hostile in every field."""
    return {
        "id": f"id {_ALL}",
        "title": f"Title {_ALL}",
        "source": f"Source {_ALL}",
        "url": f"https://example.org/{_ALL}",
        "byline": [f"By {_ALL}"],
        "section": f"Section {_ALL}",
        "tags": [f"tag {_ALL}"],
        "note": f"Note {_ALL}",
        "language": "de\x1b[2J",
        "text": f"{WORDS} {_ALL}\n\nRain {_ALL}",
    }


def text() -> str:
    """A text file."""
    return f"---\ntitle: x {_ALL}\n---\n{WORDS} {_ALL}"


def obeyed(shown: str) -> list[str]:
    """The characters of what is shown that a terminal would obey."""
    return OBEYED.findall(shown)
