"""The controls of Label Studio that hold what annotations say, and its labelling configuration.

What a person would look at or change is a control of the marked region; what only tells where an
annotation comes from is in the region's `meta`, which Label Studio keeps as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from html import escape
from types import MappingProxyType
from typing import Any

from annotations.formats.annotated import KNOWN_AS
from annotations.formats.marking import FIGURE, PART_LABELS, PARTS, QUOTE
from annotations.model import ANNOTATION_TYPES, Count, Precision
from annotations.records import Record

TEXT, LABELS, TAGS = "text", "label", "tags"
"""The object, and the controls for labels of regions and for tags of the article."""

TEXTAREA, NUMBER, CHOICES = "textarea", "number", "choices"
FLAGS = "flags"
"""The control that holds all fields that are true."""
TAGS_OF_REGION = "annotation_tags"

REJECTED = " (rejected)"
"""At the end of the model version of what a person found wrong."""

OWN = "closeread"
"""The key in a region's `meta` under which stands where the annotation comes from."""
_PROVENANCE = frozenset(
    {
        *("id", "status", "annotator", "detector", "rule", "confidence"),
        *("speaker_rule", "vague_rule", KNOWN_AS),
    }
)

_ELEMENTS = {
    TEXTAREA: '<TextArea name={name} toName="text" perRegion="true" editable="true"{shown}/>',
    NUMBER: '<Number name={name} toName="text" perRegion="true"{shown}/>',
}


def _kind(declared: object) -> str:
    if declared is bool:
        return FLAGS
    if declared in (int | None, float | None):
        return NUMBER
    return CHOICES if declared == Precision | None else TEXTAREA


def _controls() -> dict[str, str]:
    """Each field that has a control, with the control's type; `FLAGS` for those that share one."""
    found: dict[str, str] = {}
    for layer, kind in ANNOTATION_TYPES.items():
        left_out = {"start", "end", "text", "num_start", "num_end", kind.kind_field, *PARTS[layer]}
        for each in fields(kind):
            if each.type is Count:
                found |= dict.fromkeys(("count_low", "count_high", "count_best"), NUMBER)
            elif each.name not in left_out | _PROVENANCE:
                found[each.name] = _kind(each.type)
    return found


CONTROLS: Mapping[str, str] = MappingProxyType(_controls())
LISTS = frozenset({"tags", "geo_alternatives"})
"""Fields that hold several texts."""
WHOLE_NUMBERS = frozenset({"count_low", "count_high", "count_best"})


def control_of(name: str) -> str:
    """What the control of a field is called; articles have tags too."""
    return TAGS_OF_REGION if name == "tags" else name


def values_of_region(values: Mapping[str, Any]) -> Iterator[tuple[str, str, Record]]:
    """The name and type of each control that says something of a region, with its value."""
    flags = [name for name in values if CONTROLS.get(name) == FLAGS]
    for name, value in values.items():
        match CONTROLS.get(name):
            case "textarea":
                yield control_of(name), TEXTAREA, {"text": value if name in LISTS else [value]}
            case "number":
                yield control_of(name), NUMBER, {"number": value}
            case "choices":
                yield control_of(name), CHOICES, {"choices": [value]}
    if flags:
        yield FLAGS, CHOICES, {"choices": flags}


def provenance(values: Mapping[str, Any]) -> Record:
    """Where an annotation comes from, of what it says."""
    return {name: value for name, value in values.items() if name in _PROVENANCE}


@dataclass(slots=True)
class InUse:
    """What a configuration has to offer."""

    labels: dict[str, None] = field(default_factory=dict)
    relations: dict[str, None] = field(default_factory=dict)
    tags: dict[str, None] = field(default_factory=dict)
    controls: dict[str, dict[str, None]] = field(default_factory=dict)
    """The controls of regions, each with the labels that have it."""
    choices: dict[str, dict[str, None]] = field(default_factory=dict)
    """What there is to choose from, by control."""

    def note(self, label: str, values: Mapping[str, Any]) -> None:
        """Note what a region has."""
        self.labels[label] = None
        for name, kind, value in values_of_region(values):
            self.controls.setdefault(name, {})[label] = None
            if kind == CHOICES:
                self.choices.setdefault(name, {}).update(dict.fromkeys(value["choices"]))

    def configuration(self) -> str:
        """The labelling configuration, as XML."""
        return "\n".join(["<View>", *(f"  {line}" for line in self._lines()), "</View>", ""])

    def _lines(self) -> Iterator[str]:
        yield "<Style>.htx-text { white-space: pre-wrap; }</Style>"
        yield '<Header value="$title"/>'
        if self.labels:
            yield f'<Labels name="{LABELS}" toName="{TEXT}">'
            yield from (
                f"  <Label value={_quoted(each)} background={_quoted(_colour(each))}/>"
                for each in sorted(self.labels)
            )
            yield "</Labels>"
        yield f'<Text name="{TEXT}" value="$text" granularity="symbol"/>'
        if self.relations:
            yield "<Relations>"
            yield from (f"  <Relation value={_quoted(each)}/>" for each in sorted(self.relations))
            yield "</Relations>"
        if self.tags:
            yield from _choices(TAGS, sorted(self.tags), 'choice="multiple"')
        for name in (*CONTROLS, TAGS_OF_REGION, FLAGS):
            if name in self.controls:
                yield from self._control(name)

    def _control(self, name: str) -> Iterator[str]:
        labels = ",".join(sorted(self.controls[name]))
        shown = f' whenTagName="{LABELS}" whenLabelValue={_quoted(labels)}'
        yield f'<Header value={_quoted(name.replace("_", " "))} size="6"/>'
        if name in self.choices:
            several = "multiple" if name == FLAGS else "single"
            more = f'perRegion="true" choice="{several}"{shown}'
            yield from _choices(name, sorted(self.choices[name]), more)
        else:
            kind = TEXTAREA if name == TAGS_OF_REGION else CONTROLS[name]
            yield _ELEMENTS[kind].format(name=_quoted(name), shown=shown)


def _choices(name: str, choices: Iterable[str], more: str) -> Iterator[str]:
    yield f'<Choices name="{name}" toName="{TEXT}" {more}>'
    yield from (f"  <Choice value={_quoted(each)}/>" for each in choices)
    yield "</Choices>"


def _quoted(value: str) -> str:
    """A value of an attribute in XML."""
    return f'"{escape(value)}"'


def _colour(label: str) -> str:
    """A colour of a layer: names, quotes, figures, and the parts of the last two."""
    if label in PART_LABELS:
        return "#9e9e9e"
    if label.startswith(QUOTE):
        return "#4c78a8"
    return "#e45756" if label.startswith(FIGURE) else "#72b7b2"
