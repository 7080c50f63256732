"""What a document is called, if what it says of itself is to be believed."""

import re
from collections.abc import Iterable
from pathlib import PurePath

from annotations.text import clean_line

LONGEST = 160
"""Characters of a title; a first line that is longer is the first paragraph."""

_PROGRAM = re.compile(
    r"(?:microsoft (?:office )?(?:word|powerpoint|excel)|libreoffice|openoffice[.\w]*) *[-–:] +",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"\S*[^.\s]\.(?:docx?|docm|dotx?|odt|rtf|pdf|indd|qxp|tex|dvi|ps|p65|pub|pages|pptx?|xlsx?|html?)"
    r"|.*\.(?:docx?|docm|indd|qxp|pdf|odt|rtf|pages)"
    r"|(?:file|https?)://\S*"
    r"|[A-Za-z]:\\.*",
    re.IGNORECASE | re.DOTALL,
)
_NO_TITLE = re.compile(
    r"(?:untitled|unknown|no title|document|word document|title|draft|print|layout|slide)[ _-]*\d*"
    r"|\(?(?:anonymous|unspecified|none|null)\)?"
    r"|[\d\W_]*",
    re.IGNORECASE,
)


def believed(title: str) -> str:
    """A document's own title; empty if a program has made it up of a file's name."""
    line = clean_line(title)
    if _PROGRAM.match(line) or _FILE_NAME.fullmatch(line) or _NO_TITLE.fullmatch(line):
        return ""
    return line


def title_of(own: str, headings: Iterable[str], text: str, name: str) -> str:
    """The best title that there is.

    Args:
        own: What the document says.
        headings: Its headings that may be its title, the likeliest first.
        text: Its text.
        name: Of the input.
    """
    first = next((line for line in text.split("\n") if any(map(str.isalnum, line))), "")
    for each in (believed(own), *map(clean_line, headings), clean_line(first)):
        if each and len(each) <= LONGEST:
            return each
    return clean_line(PurePath(name).stem)
