"""From parsed lines and a text to annotations, with what cannot be taken told item by item."""

import json
from collections.abc import Iterable, Mapping

from annotations.errors import CloseReadError, RecordError, TagError
from annotations.formats.brat.attributes import CHOICES, FLAGS, field_of, is_choice
from annotations.formats.brat.lines import Bound, Relation, Said, Standoff
from annotations.formats.brat.offsets import Shift, covers, shift_of
from annotations.formats.brat.segments import joined
from annotations.formats.brat.writing import NAMES, VALUES
from annotations.formats.foreign_marks import can_say, link_between, sound_annotations
from annotations.formats.marking import Link, Mark, Marking
from annotations.model import Annotation
from annotations.records import Record
from annotations.tagging.checking import checked
from annotations.text import clean, clean_line, fold_line_ends


class Assembly:
    """The annotations of one text."""

    def __init__(
        self, raw: str, standoff: Standoff, *, name: str, labels: Mapping[str, str]
    ) -> None:
        """Args:
        raw: The text as it is in its file.
        standoff: The lines of its annotations.
        name: What errors call the file of annotations.
        labels: The labels that types stand for, where they are not the same.
        """
        self._text = clean(fold_line_ends(raw))
        self._standoff = standoff
        self._name = name
        self._labels = labels
        self._marks: list[tuple[str, int, int]] = []
        self._values: list[Record] = []
        self._places: dict[str, int] = {}
        self.errors: list[CloseReadError] = list(standoff.errors)
        self.annotations: list[Annotation] = []
        self._take(shift_of(raw, standoff.bounds))

    def _take(self, shift: Shift) -> None:
        for bound in self._standoff.bounds:
            self._take_mark(bound, shift)
        for event, trigger in self._standoff.events.items():
            if trigger in self._places:
                self._places[event] = self._places[trigger]
        links = [each for each in map(self._link, self._standoff.relations) if each]
        for said in self._standoff.attributes:
            self._take_attribute(said)
        for said in self._standoff.references:
            self._take_reference(said)
        for said in self._standoff.notes:
            self._take_note(said)
        for group in self._standoff.groups:
            self._take_group(group)
        self._make(links)

    def _fail(self, line: int, reason: str) -> None:
        self.errors.append(RecordError(self._name, line, reason))

    def _take_mark(self, bound: Bound, shift: Shift) -> None:
        segments = [(shift(start), shift(end)) for start, end in bound.segments]
        if not all(0 <= start < end <= len(self._text) for start, end in segments):
            self._fail(bound.line, f"{bound.id} is no stretch of a text of {len(self._text)}")
            return
        if not covers(self._text, bound, shift):
            start, end = segments[0][0], segments[-1][1]
            found = self._text[start:end][:60]
            self._fail(bound.line, f"{bound.id} covers {found!r}, not {clean(bound.text)[:60]!r}")
            return
        stretch = joined(self._text, segments)
        if stretch is None:
            self._fail(bound.line, f"{bound.id} is in pieces with other words between them")
            return
        self._places[bound.id] = len(self._marks)
        self._marks.append((clean_line(self._labels.get(bound.type, bound.type)), *stretch))
        self._values.append({})

    def _place(self, id_: str, line: int) -> int | None:
        """Which mark an id means; null, and told, if none that was read."""
        if id_ not in self._places:
            self._fail(line, f"it is about {clean_line(id_)}, which is no mark that can be read")
        return self._places.get(id_)

    def _link(self, relation: Relation) -> Link | None:
        """The link that a relation is; one the other way round is turned."""
        source, target = (
            self._place(each, relation.line) for each in (relation.source, relation.target)
        )
        if source is None or target is None:
            return None
        name = clean_line(relation.type)
        link = link_between(
            name, (source, self._marks[source][0]), (target, self._marks[target][0])
        )
        if link is not None:
            return link
        self._fail(
            relation.line,
            f"{self._marks[source][0]} has nothing that is called {name}",
        )
        return None

    def _take_attribute(self, said: Said) -> None:
        place = self._place(said.of, said.line)
        if place is None:
            return
        field = field_of(said.type)
        if field is None or not self._can_say(place, field):
            self._tag(place, said)
        elif field in FLAGS and not said.value:
            self._values[place][field] = True
        elif field in CHOICES and is_choice(field, said.value):
            self._values[place][field] = clean_line(said.value)
        else:
            self._tag(place, said)

    def _can_say(self, place: int, field: str) -> bool:
        return can_say(self._marks[place][0], field)

    def _tag(self, place: int, said: Said) -> None:
        """Keep an attribute that annotations do not have as a tag."""
        try:
            tag = checked("/".join(filter(None, (said.type, said.value))))
        except TagError as error:
            self._fail(said.line, error.message.removesuffix("."))
            return
        self._values[place].setdefault("tags", []).append(tag)

    def _take_reference(self, said: Said) -> None:
        place = self._place(said.of, said.line)
        if place is None:
            return
        name = clean_line(said.value)
        if name and self._can_say(place, "name"):
            self._values[place].setdefault("name", name)
            name = ""
        if not said.type.startswith(f"{NAMES}:"):
            self._note(place, f"{clean_line(said.type)} {name}".strip())

    def _take_note(self, said: Said) -> None:
        place = self._place(said.of, said.line)
        if place is None:
            return
        values = _object(said.value) if said.type == VALUES else None
        if values is None:
            self._note(place, clean_line(said.value))
            return
        tags = self._values[place].pop("tags", [])
        self._values[place] = values | self._values[place]
        own = self._values[place].get("tags")
        if tags:
            self._values[place]["tags"] = [*(own if isinstance(own, list) else ()), *tags]

    def _note(self, place: int, note: str) -> None:
        before = self._values[place].get("note")
        if note:
            self._values[place]["note"] = f"{before}\n{note}" if before else note

    def _take_group(self, ids: Iterable[str]) -> None:
        """Marks that stand for the same are called what the longest of them says."""
        places = [self._places[each] for each in ids if each in self._places]
        texts = [self._text[start:end] for _, start, end in (self._marks[each] for each in places)]
        name = clean_line(max(texts, key=len, default=""))
        for place in places:
            if self._can_say(place, "name"):
                self._values[place].setdefault("name", name)

    def _make(self, links: Iterable[Link]) -> None:
        marks = tuple(
            Mark(start=start, end=end, label=label, values=values)
            for (label, start, end), values in zip(self._marks, self._values, strict=True)
        )
        marking = Marking(marks, tuple(links))
        for each in sound_annotations(self._text, marking, name=self._name):
            if isinstance(each, CloseReadError):
                self.errors.append(each)
            else:
                self.annotations.append(each)


def _object(text: str) -> Record | None:
    """The JSON object that a note holds; null if it holds none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
