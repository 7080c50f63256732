"""What errors quote of libraries and of articles, on one line that has an end."""

from annotations.text import clean_line

_LONGEST = 200
"""Characters. Some libraries quote the bytes that they stumble over, all of them, and what stands
where a title is expected can be the rest of the file."""


def reason_of(error: Exception) -> str:
    """Why a library has failed; what kind of failure it is, if it does not say."""
    return _cut(clean_line(str(error)).removesuffix(".")) or type(error).__name__


def called(title: str) -> str:
    """What names an article in an error, behind where it is: its title, if it has one."""
    return f" “{_cut(clean_line(title))}”" if title else ""


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
