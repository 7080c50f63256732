"""What a correction costs in closeread and elsewhere, and the table of it for the README.

    python tests/comparison/costs.py

writes the table.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
OURS: Mapping[str, tuple[str, ...]] = {
    "accept": ("a",),
    "reject": ("x",),
    "wrong label": ("e", "G"),
    "boundary one word off": ("greater_than_sign",),
    "missed name": ("e", "P"),
    "wrong speaker": ("Q", "Q"),
    "wrong figure": ("2", "0", "f"),
    "all equal mentions": ("A", "e", "G", "enter"),
}
"""The keys of each correction in closeread, from the cursor on the annotation concerned."""
_SHOWN = {"greater_than_sign": ">", "enter": "Enter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a person does for one correction."""

    keys: int = 0
    clicks: int = 0
    """A double click is one."""
    drags: int = 0
    source: str = ""
    """The page or file that says so."""
    cannot: str = ""
    """Why it cannot be done; empty if it can."""

    @property
    def acts(self) -> int:
        """Keys, clicks and drags together."""
        return self.keys + self.clicks + self.drags

    def __str__(self) -> str:
        """The cost as a cell of the table."""
        if self.cannot:
            return "—"
        parts = ((self.drags, "drag"), (self.clicks, "click"), (self.keys, "key"))
        told = (f"{number} {unit}{'s'[: number != 1]}" for number, unit in parts if number)
        return " + ".join(told)


def others() -> dict[str, dict[str, Cost]]:
    """What each of the other tools asks for, by tool and correction."""
    read = tomllib.loads((HERE / "tools.toml").read_text(encoding="utf-8"))
    return {
        tool: {what: Cost(**cost) for what, cost in told.items() if isinstance(cost, dict)}
        for tool, told in read.items()
    }


def table() -> Iterator[str]:
    """The lines of the table, a correction a line."""
    tools = others()
    yield f"| | closeread | {' | '.join(tools)} |"
    yield f"|---{'|---' * (len(tools) + 1)}|"
    for what, keys in OURS.items():
        pressed = " ".join(_SHOWN.get(key, key) for key in keys)
        theirs = " | ".join(str(costs[what]) for costs in tools.values())
        yield f"| {what} | {Cost(keys=len(keys))}: `{pressed}` | {theirs} |"


if __name__ == "__main__":
    print("\n".join(table()))
