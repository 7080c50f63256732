"""Styles as the shortest escape sequences that lead from one to the next. Pure."""

from dataclasses import dataclass
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

_ON = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53")
"""What turns on each attribute, in the order of the bits in which Rich keeps them."""
_OFF = ("22", "22", "23", "24", "25", "25", "27", "28", "29", "24", "54", "54", "55")
"""What turns it off: bold and dim, both underlines, both kinds of blinking at once."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What a terminal draws with."""

    foreground: tuple[str, ...]
    """Codes of the colour; none for the terminal's own."""
    background: tuple[str, ...]
    attributes: int
    """A bit for each attribute that is on."""
    link: str
    """Where it leads, as OSC 8 has it; empty for nowhere."""


PLAIN = Pen((), (), 0, "")
"""The pen of a terminal that was just reset."""


@lru_cache(maxsize=16_384)
def pen(style: Style | None, system: ColorSystem) -> Pen:
    """The pen that draws in a style.

    Args:
        style: As Rich and Textual know it.
        system: How many colours the terminal has.
    """
    if style is None:
        return PLAIN
    fore, back = style.color, style.bgcolor
    return Pen(
        fore.downgrade(system).get_ansi_codes() if fore else (),
        back.downgrade(system).get_ansi_codes(foreground=False) if back else (),
        style._attributes & style._set_attributes,
        f"id={style.link_id};{style.link}" if style.link else "",
    )


@lru_cache(maxsize=16_384)
def change(before: Pen, after: Pen) -> str:
    """The sequence after which a terminal draws with another pen; empty if they are the same."""
    link = "" if before.link == after.link else f"\x1b]8;{after.link or ';'}\x1b\\"
    gradual, anew = _gradually(before, after), ["0", *_gradually(PLAIN, after)]
    codes = min(";".join(gradual), ";".join(anew), key=len)
    return f"{link}\x1b[{codes}m" if gradual else link


def _gradually(before: Pen, after: Pen) -> list[str]:
    """The codes of all that differs."""
    ended = before.attributes & ~after.attributes
    off = {code: None for bit, code in enumerate(_OFF) if ended >> bit & 1}
    # What ends bold ends dim as well, so one that is to stay is turned on again.
    begun = after.attributes & ~before.attributes | _ended_by(off) & after.attributes
    codes = [*off, *(code for bit, code in enumerate(_ON) if begun >> bit & 1)]
    if before.foreground != after.foreground:
        codes += after.foreground or ("39",)
    if before.background != after.background:
        codes += after.background or ("49",)
    return codes


def _ended_by(off: dict[str, None]) -> int:
    return sum(1 << bit for bit, code in enumerate(_OFF) if code in off)
