"""What the animated picture of the README shows: some minutes of work, a frame an act."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Keys, and what they do."""

    keys: tuple[str, ...] = ()
    shown: str = ""
    """The keys as a person knows them."""
    said: str
    seconds: float = 2.5
    is_still: bool = False
    """Whether the frame after them is the one to show where nothing moves."""


_TYPING = "words filter the library as they are typed"

STORY = (
    Act(said="the library: what is in each article, and how much of it is checked"),
    Act(keys=("slash",), shown="/", said=_TYPING, seconds=0.8),
    Act(keys=("a",), shown="/a", said=_TYPING, seconds=0.3),
    Act(keys=("l",), shown="/al", said=_TYPING, seconds=0.3),
    Act(keys=("e", "p"), shown="/alep", said=_TYPING, seconds=0.4),
    Act(keys=("p", "o"), shown="/aleppo", said=_TYPING, seconds=2),
    Act(
        keys=("enter", "g", "g", "j", "enter"),
        shown="Enter",
        said="opens it: names, quotes and casualty figures are marked",
        seconds=3,
    ),
    Act(
        keys=("right_square_bracket", "q"),
        shown="]q",
        said="to the next quote: who said it, by which words",
        seconds=3,
    ),
    Act(keys=("a",), shown="a", said="accepts it, and goes on to what nobody has checked"),
    Act(
        keys=("right_square_bracket", "f"),
        shown="]f",
        said="to the next figure: how many, what happened to them, who says so",
        seconds=3,
        is_still=True,
    ),
    Act(keys=("a",), shown="a", said="accepts it"),
    Act(keys=("slash", *"pause"), shown="/pause", said="finds in the text", seconds=2),
    Act(keys=("escape", "s"), shown="s", said="gives each speaker a colour", seconds=3),
    Act(
        keys=("q", "escape", "w"),
        shown="q w",
        said="who says what, in all articles",
        seconds=2.5,
    ),
    Act(keys=("s", "g", "g"), shown="s", said="those who say the most first", seconds=2.5),
    Act(
        keys=("tab", "j"),
        shown="Tab",
        said="through what one of them says; Enter goes to the passage",
        seconds=6,
    ),
)
