"""Labels of turns that are no names: "A: …" in an interview, "IS: …" for Ingrid Solberg."""

from collections.abc import Sequence

from annotations.detect.entities.names import initials

_ANSWERS = frozenset(("a", "answer", "a."))


def name_behind(label: str, introduced: Sequence[str]) -> tuple[str, str] | None:
    """Who speaks under a label, and the rule that tells; null unless one person fits.

    Args:
        label: The label, without its colon.
        introduced: The people whom the article names before its conversation begins.
    """
    names = list(dict.fromkeys(introduced))
    if label.lower() in _ANSWERS:
        return (names[0], "answer") if len(names) == 1 else None
    fitting = [name for name in names if initials(name) == label.replace(".", "")]
    return (fitting[0], "initials") if len(fitting) == 1 else None
