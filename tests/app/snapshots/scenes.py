"""The screens of which there are drawings, and the keys that lead to them."""

from dataclasses import dataclass

from annotations.model import Article
from tests.app.snapshots.story import FERRY

SMALL, LARGE = (80, 24), (120, 40)
TOUR_KEY = "f9"
"""The tour has no key of its own."""

RENAMED = ("r", "ctrl+u", *"event/ferry", "enter")
"""Gives a tag a name below another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One screen, as it stands after some keys."""

    name: str
    keys: tuple[str, ...] = ()
    article: Article | None = None
    """What is open at first; null for the library."""
    size: tuple[int, int] = SMALL
    stocked: bool = True
    """Whether the store holds the story; else it is not there yet."""
    revised: bool = False
    """Whether the article has got a new text, in which not everything has its place."""
    disputed: bool = False
    """Whether somebody else has annotated the article too, and that is to be settled."""
    copied: bool = False
    """Whether other outlets have copies of the article."""
    over: tuple[str, ...] = ()
    """Keys that lead over a screen that Textual leaves in the theme in which it was opened."""


SCENES = (
    Scene(name="library"),
    Scene(name="library-large", size=LARGE),
    Scene(name="library-empty", stocked=False),
    Scene(name="library-filter", keys=("slash", *"ferry")),
    Scene(name="library-selected", keys=("v", "j", "j", "v")),
    Scene(name="library-states", keys=("Z", "x", "j", "Z", "l", "j", "Z", "r")),
    Scene(name="library-by-day", keys=("d",)),
    Scene(name="facets", keys=("f",), size=LARGE),
    Scene(name="preview", keys=("j", "j", "p")),
    Scene(name="related", keys=("j", "j", "r")),
    Scene(name="saved-filters", keys=("F",)),
    Scene(name="article", article=FERRY),
    Scene(name="article-large", article=FERRY, size=LARGE, keys=("tab", "tab", "tab", "tab")),
    Scene(name="list-of-annotations", article=FERRY, keys=("p", "j", "j")),
    Scene(name="zen", article=FERRY, keys=("z", "]", "q")),
    Scene(name="find", article=FERRY, keys=("slash", *"the")),
    Scene(name="selection", article=FERRY, keys=("w", "w", "v", "w", "w")),
    Scene(name="labels", article=FERRY, keys=("semicolon",)),
    Scene(name="speakers", article=FERRY, keys=("s", "]", "q")),
    Scene(name="note", article=FERRY, keys=("]", "q", "c")),
    Scene(name="pointing", article=FERRY, keys=("]", "q", "Q", "s", "(", "w")),
    Scene(name="kind-picker", article=FERRY, keys=("tab", "e")),
    Scene(name="figure-form", article=FERRY, keys=("]", "f", "f", "j", "enter", *"forty")),
    Scene(name="equal", article=FERRY, keys=("]", "q", "A", "x", "S", "j", "space")),
    Scene(name="rename", article=FERRY, keys=("]", "q", "r")),
    Scene(name="merge-names", article=FERRY, keys=("]", "q", "M", *"bo", "tab", "enter", "S")),
    Scene(name="log", keys=("g", "l")),
    Scene(name="log-of-article", article=FERRY, size=LARGE, keys=("g", "l", "j", "u")),
    Scene(name="history", article=FERRY, keys=("tab", "tab", "tab", "g", "h")),
    Scene(name="queue", article=FERRY, keys=("g", "n", "a", "x")),
    Scene(name="groups", article=FERRY, keys=("B", "j")),
    Scene(name="card-of-annotation", article=FERRY, keys=("]", "f", "]", "f", "i")),
    Scene(name="card-of-article", article=FERRY, keys=("w", "i")),
    Scene(name="help", article=FERRY, keys=("question_mark",)),
    Scene(name="tour", keys=(TOUR_KEY,)),
    Scene(name="palette", article=FERRY, over=("ctrl+p", *"cal")),
    Scene(name="people", keys=("w",)),
    Scene(name="people-large", keys=("w", "s"), size=LARGE),
    Scene(name="merge-listed-names", keys=("w", "M", *"bo", "tab")),
    Scene(name="places", keys=("W", "tab")),
    Scene(name="plot", keys=("w", "P")),
    Scene(name="rules", keys=("g", "r", "G")),
    Scene(name="rules-large", keys=("g", "r", "a"), size=LARGE),
    Scene(name="tags", keys=("g", "t", "j", *RENAMED, "c", "b")),
    Scene(name="tag-colours", keys=("g", "t", "j", *RENAMED, "c", "down")),
    Scene(name="tag-prompt", article=FERRY, keys=("T", *", f", "tab")),
    Scene(name="guidelines", article=FERRY, keys=("g", "i", "l", "slash", *"toll")),
    Scene(name="progress", keys=("g", "s", "j")),
    Scene(name="progress-large", keys=("g", "s"), size=LARGE),
    Scene(name="progress-pace", keys=("g", "s", "G")),
    Scene(name="mistakes", keys=("g", "s", *"16", "G", "enter", "j")),
    Scene(name="library-revised", revised=True),
    Scene(name="unplaced", article=FERRY, keys=("g", "u", "j"), revised=True),
    Scene(name="unplaced-of-all", keys=("g", "u"), size=LARGE, revised=True),
    Scene(name="unplaced-none", article=FERRY, keys=("g", "u")),
    Scene(name="placing", article=FERRY, keys=("g", "u", "enter"), revised=True),
    Scene(name="versions", article=FERRY, keys=("g", "u", "v", "j"), revised=True),
    Scene(name="adjudication", disputed=True),
    Scene(name="adjudication-large", disputed=True, size=LARGE, keys=("b", "a", "k")),
    Scene(name="adjudication-narrow", disputed=True, size=(60, 24), keys=("j", "j", "a", "k")),
    Scene(name="library-copies", copied=True),
    Scene(name="library-folded", copied=True, keys=("z", "z", "j", "p")),
    Scene(name="library-unfolded", copied=True, keys=("z", "z", "j", "z", "a", "V")),
    Scene(name="copies", copied=True, article=FERRY, keys=("g", "c")),
    Scene(name="article-copied", copied=True, article=FERRY),
    Scene(name="earlier-text", article=FERRY, keys=("g", "u", "v", "j", "enter"), revised=True),
)
