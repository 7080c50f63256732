"""What can be asked of tables with `--set`."""

from collections.abc import Mapping

from annotations.errors import UsageError
from annotations.incidents.profiles import PROFILES, Profile

CONTEXT = {"context": "N: sentences before and behind that of each"}
RAW = {"raw": "yes: leave cells as they are that a spreadsheet would run"}
PROFILE = {"profile": f"the columns of {', '.join(PROFILES)}"}

_MOST = 100
_YES, _NO = "yes", "no"


def context(settings: Mapping[str, str]) -> int:
    """How many sentences to add around each annotation's own.

    Raises:
        UsageError: If it is no such number.
    """
    asked = settings.get("context", "0")
    if not asked.isascii() or not asked.isdigit() or int(asked) > _MOST:
        raise UsageError(
            f"--set context={asked} is no number of sentences.", hint=f"Give one from 0 to {_MOST}."
        )
    return int(asked)


def raw(settings: Mapping[str, str]) -> bool:
    """Whether cells are left as they are.

    Raises:
        UsageError: If that is neither asked for nor not.
    """
    asked = settings.get("raw", _NO)
    if asked not in (_YES, _NO):
        raise UsageError(f"--set raw={asked} is neither yes nor no.")
    return asked == _YES


def profile(settings: Mapping[str, str]) -> Profile:
    """The columns of a table of incidents.

    Raises:
        UsageError: If there are none of this name.
    """
    asked = settings.get("profile", "plain")
    if asked not in PROFILES:
        raise UsageError(
            f"There is no profile {asked!r}.", hint=f"Choose one of: {', '.join(PROFILES)}."
        )
    return PROFILES[asked]
