"""Whether a terminal draws on a light ground or a dark one, by what it says itself. Pure."""

import re
from collections.abc import Iterator, Mapping

from reader.looks.contrast import Colour, contrast

QUESTION = "\x1b]11;?\x07"
"""Asks a terminal for its ground: OSC 11, as xterm has it and most others after it."""

_ANSWER = re.compile(r"\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)")
_BEGUN = re.compile(r"\x1b\]1(?:1(?:;[^\x07\x1b]{0,64}\x1b?)?)?\Z")
"""The beginning of an answer, of which the rest is to come. Nothing that a key sends begins so,
except Alt+] before a 1."""
_RGB = re.compile(r"rgba?:" + "/".join(3 * ["([0-9a-fA-F]{1,4})"]) + "(?:/[0-9a-fA-F]{1,4})?")
_NOT_ASKED = re.compile(r"|dumb|unknown|linux|vt\d+.*")
"""Terminals that would show the question rather than answer it."""
_LIGHT_OF_SIXTEEN = frozenset({7, *range(9, 16)})
_BLACK: Colour = (0, 0, 0)
_WHITE: Colour = (255, 255, 255)


def can_be_asked(environment: Mapping[str, str]) -> bool:
    """Whether a terminal understands the question, or lets it pass."""
    return _NOT_ASKED.fullmatch(environment.get("TERM", "")) is None


def told_light(environment: Mapping[str, str]) -> bool | None:
    """What `COLORFGBG` says, "15;0" or "0;default;15": the ground's number comes last."""
    number = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not (number.isascii() and number.isdigit()) or int(number) > 15:
        return None
    return int(number) in _LIGHT_OF_SIXTEEN


def is_light(answer: str) -> bool | None:
    """Whether an answer names a light colour; null if it names none.

    Args:
        answer: Such as "rgb:ffff/ffff/ddff"; each part may have one to four hexadecimal digits.
    """
    found = _RGB.fullmatch(answer)
    if found is None:
        return None
    red, green, blue = (
        round(int(part, 16) / (16 ** len(part) - 1) * 255) for part in found.groups()
    )
    ground = red, green, blue
    return contrast(ground, _BLACK) > contrast(ground, _WHITE)


class Answers:
    """Takes the answers out of what a terminal sends, whenever they come."""

    def __init__(self) -> None:
        """Expect nothing yet."""
        self._begun = ""

    def taken_from(self, sent: str) -> Iterator[str | bool]:
        """What else was sent, and where answers stood, whether the ground is light.

        Args:
            sent: The next characters. The beginning of an answer at their end is kept until the
                rest has come. Answers that name no colour are left out.
        """
        sent = self._begun + sent
        begun = _BEGUN.search(sent)
        self._begun = begun[0] if begun else ""
        done = 0
        for answer in _ANSWER.finditer(sent):
            yield from filter(None, [sent[done : answer.start()]])
            done = answer.end()
            light = is_light(answer[1])
            if light is not None:
                yield light
        yield from filter(None, [sent[done : len(sent) - len(self._begun)]])
