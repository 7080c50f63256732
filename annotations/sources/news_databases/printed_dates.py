"""Dates as databases print them, in the language of whoever uses them."""

import re
from datetime import date

_MONTHS = (
    "jan january januar janvier enero ene gennaio janeiro januari янв",
    "feb february februar février fevrier febrero febbraio fev fevereiro februari févr",
    "mar march märz mars marzo março maart mrt mär",
    "apr april avril abril aprile avr abr",
    "may mai mayo maggio maio mei",
    "jun june juni juin junio giugno junho",
    "jul july juli juillet julio luglio julho juil",
    "aug august août aout agosto augustus ago",
    "sep sept september septembre septiembre settembre setembro set",
    "oct october oktober octobre octubre ottobre outubro okt out",
    "nov november novembre noviembre novembro",
    "dec december dezember décembre decembre diciembre dicembre dezembro dez dic déc",
)
"""In English, German, French, Spanish, Italian, Portuguese and Dutch, with what they are cut to."""
_NUMBERS = {name: month for month, names in enumerate(_MONTHS, 1) for name in names.split()}
_WORD = r"([^\W\d_]{3,10})\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_DAY_FIRST = re.compile(rf"\b{_DAY}\s+(?:de\s+)?{_WORD},?\s+(?:de\s+)?(\d{{4}})\b")
_MONTH_FIRST = re.compile(rf"\b{_WORD}\s+{_DAY},?\s+(\d{{4}})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def printed_date(line: str) -> str | None:
    """The first date in a line, in ISO 8601; null if there is none with a day, month and year."""
    if match := _ISO.search(line):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    for match in _DAY_FIRST.finditer(line):
        if month := _NUMBERS.get(match[2].lower()):
            return _iso(int(match[3]), month, int(match[1]))
    for match in _MONTH_FIRST.finditer(line):
        if month := _NUMBERS.get(match[1].lower()):
            return _iso(int(match[3]), month, int(match[2]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
