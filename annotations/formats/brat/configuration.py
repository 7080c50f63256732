"""How brat is to show a folder, and what can be annotated in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.formats.brat.attributes import CHOICES, FLAGS, attribute_name
from annotations.formats.brat.types import Types
from annotations.formats.marking import FIGURE, NUMBER, PART_LABELS, PARTS, QUOTE
from annotations.model import ENTITY_LABELS, Category, Layer, QuoteType

_QUOTES = tuple(f"{QUOTE}{each.upper()}" for each in QuoteType)
_FIGURES = tuple(f"{FIGURE}{each.upper()}" for each in Category)
_PARTS = tuple(sorted(PART_LABELS))

_COLOURS = {
    "PERSON": "#ffccaa",
    "NORP": "#ffe8be",
    "ORG": "#8fb2ff",
    "GPE": "#7fe2ff",
    "LOC": "#6fdfdf",
    "FAC": "#aaaaee",
    **dict.fromkeys(_QUOTES, "#d9f2c4"),
    **dict.fromkeys(_FIGURES, "#ff9e9e"),
    **dict.fromkeys(_PARTS, "#e8e8e8"),
}
"""Backgrounds; black letters on any of them have a contrast of seven to one or more."""
_OTHER = "#f3e6fa"


class Configuration:
    """Collects what is in use while articles are written."""

    def __init__(self) -> None:
        """Nothing is in use yet."""
        self.types = Types()
        for label in (*_QUOTES, *_FIGURES, *_PARTS):
            self.types.of(label)
        self._values: dict[str, set[str]] = {}

    def use(self, field: str, value: object) -> None:
        """Note that an attribute has a value."""
        self._values.setdefault(field, set()).add(str(value))

    def annotation(self) -> str:
        """The file that says what there is to annotate."""
        sections: Mapping[str, Iterable[str]] = {
            "entities": self._types(),
            "relations": _relations(),
            "events": (),
            "attributes": self._attributes(),
        }
        return "\n".join(_section(name, lines) for name, lines in sections.items())

    def visual(self) -> str:
        """The file that says what it looks like."""
        labels = self.types.labels()
        sections = {
            "labels": [f"{each} | {_shown(labels.get(each, each))}" for each in self._types()],
            "drawing": [
                "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken",
                "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
                *(f"{each}\tbgColor:{_COLOURS.get(each, _OTHER)}" for each in self._types()),
                f"{attribute_name('negated')}\tbox:crossed",
            ],
        }
        return "\n".join(_section(name, lines) for name, lines in sections.items())

    def _types(self) -> Sequence[str]:
        """Names first, in the order in which closeread has them, then quotes and figures."""
        ours = (*_QUOTES, *_FIGURES, *_PARTS)
        names = sorted(self.types.used() - set(ours)) or list(ENTITY_LABELS)
        known = list(ENTITY_LABELS)
        names.sort(key=lambda each: known.index(each) if each in known else len(known))
        return (*names, *ours)

    def _attributes(self) -> Iterator[str]:
        for field, choices in CHOICES.items():
            known = [each.value for each in choices or ()]
            values = [*known, *sorted(self._values.get(field, set()) - set(known))]
            if values:
                yield f"{attribute_name(field)}\tArg:<ENTITY>, Value:{'|'.join(values)}"
        for field in FLAGS:
            yield f"{attribute_name(field)}\tArg:{'|'.join(_FIGURES)}"


def _relations() -> Iterator[str]:
    for layer, types in ((Layer.QUOTES, _QUOTES), (Layer.CASUALTIES, _FIGURES)):
        labels = list(PARTS[layer].values()) + ([NUMBER] if layer is Layer.CASUALTIES else [])
        for label in labels:
            yield f"{label}\tArg1:{'|'.join(types)}, Arg2:<ENTITY>"
    yield "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"


def _shown(label: str) -> str:
    """A label without the sign that parts it from its short forms."""
    return label.replace("|", "/").replace("\t", " ")


def _section(name: str, lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in (f"[{name}]", *lines))
