"""Regions, their values and relations, as Label Studio lists them, as marks and links."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from annotations.errors import SourceError
from annotations.formats.fitting import told
from annotations.formats.label_studio_controls import (
    CHOICES,
    CONTROLS,
    FLAGS,
    LISTS,
    OWN,
    TAGS_OF_REGION,
    WHOLE_NUMBERS,
)
from annotations.formats.marking import PART_LABELS, Link, Mark
from annotations.formats.utf16 import Units
from annotations.model import Status
from annotations.records import Record
from annotations.text import clean, clean_line

_DECIDED = (Status.ACCEPTED, Status.CORRECTED, Status.ADDED)
_CHANGED = "prediction-changed"

Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who has made some regions."""

    is_person: bool
    name: str | None = None
    """The person, or the machine."""
    kept: frozenset[str] | None = None
    """Ids of the regions that a person who started from these has left; null if nobody did."""
    refuser: str | None = None
    """That person."""


@dataclass(kw_only=True)
class Regions:
    """The regions of one task; the first of those that are alike counts."""

    text: str
    """As the task has it."""
    where: str
    left_out: Counter[str]
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    """Choices about the article as a whole, by people."""
    errors: list[SourceError] = field(default_factory=list)
    _known: dict[Key, int] = field(default_factory=dict)

    @cached_property
    def _units(self) -> Units:
        return Units(self.text)

    def add(self, results: Sequence[Record], maker: Maker) -> None:
        """Take in the results of one annotation or prediction."""
        values = self._values(results, maker)
        indices: dict[str, int] = {}
        known: dict[Key, int] = {}
        for each in results:
            if each.get("type") == "labels":
                for key in self._keys(each):
                    index = self._mark(each, key, values.get(str(each.get("id")), {}), maker)
                    if index is not None:
                        known.setdefault(key, index)
                        indices.setdefault(str(each.get("id")), index)
        self._known = known | self._known
        self._link(results, indices)

    def _keys(self, result: Record) -> list[Key]:
        """The places and labels of a region; it has one label, or several."""
        value = result.get("value")
        labels = value.get("labels") if isinstance(value, dict) else None
        try:
            if not isinstance(value, dict) or not isinstance(labels, list) or not labels:
                raise ValueError("it has no label")
            start, end = self._place(value)
        except ValueError as error:
            region = clean_line(str(result.get("id")))
            self.errors.append(told(self.where, f"region {region}: {error}"))
            return []
        return [(start, end, clean_line(str(label))) for label in labels]

    def _place(self, value: Record) -> tuple[int, int]:
        """Where a region is, in code points; which some programs write instead of UTF-16 units.

        Raises:
            ValueError: If the text there is not what the region says.
        """
        start, end, said = _offset(value, "start"), _offset(value, "end"), value.get("text")
        candidates = [(start, end)]
        try:
            units = self._units.to_code_points(start), self._units.to_code_points(end)
            candidates.insert(0, units)
        except ValueError:
            if not isinstance(said, str):
                raise
        if not isinstance(said, str):
            return candidates[0]
        for found in candidates:
            if self.text[slice(*found)] in (said, said.replace("\\n", "\n")):
                return found
        there = self.text[slice(*candidates[0])]
        raise ValueError(f"the text at [{start}, {end}) is {there!r}, not {said!r}")

    def _mark(self, result: Record, key: Key, values: Record, maker: Maker) -> int | None:
        """The index of a region's mark; null if it is none any more."""
        start, end, label = key
        if key in self._known:
            return self._known[key]
        if label in PART_LABELS:
            said: Record = {}
        else:
            region = str(result.get("id"))
            if maker.kept is not None and region in maker.kept:
                return None
            said = _own(result) | values
            said |= _decision(result, said, maker)
        self.marks.append(Mark(start=start, end=end, label=label, values=said))
        return len(self.marks) - 1

    def _values(self, results: Sequence[Record], maker: Maker) -> dict[str, Record]:
        """What the controls of regions say, by the id of the region."""
        regions = {str(each.get("id")) for each in results if each.get("type") == "labels"}
        values: dict[str, Record] = {}
        for each in results:
            region, kind = str(each.get("id")), each.get("type")
            if kind in ("labels", "relation"):
                continue
            value = each.get("value")
            value = value if isinstance(value, dict) else {}
            control = str(each.get("from_name"))
            if region in regions and (said := _said(control, value)):
                values.setdefault(region, {}).update(said)
            elif region not in regions and kind == CHOICES:
                if maker.is_person:
                    self.tags += [
                        tag for tag in _strings(value.get("choices")) if tag not in self.tags
                    ]
            else:
                what = f"values of {clean_line(control)} ({clean_line(str(kind))})"
                self.left_out[f"{what} were left out"] += 1
        return values

    def _tag(self, tags: Iterable[str]) -> None:
        self.tags += [tag for tag in tags if tag not in self.tags]

    def _link(self, results: Iterable[Record], indices: Mapping[str, int]) -> None:
        for each in results:
            if each.get("type") != "relation":
                continue
            ends = [indices.get(str(each.get(end))) for end in ("from_id", "to_id")]
            source, target = reversed(ends) if each.get("direction") == "left" else ends
            label = next(iter(_strings(each.get("labels"))), "").upper()
            if source is None or target is None or label not in PART_LABELS:
                self.left_out["relations that closeread does not know were left out"] += 1
            else:
                self.links.append(Link(label, source, self._part(label, target)))

    def _part(self, label: str, target: int) -> int:
        """The mark of a part, also where a name stands for it."""
        mark = self.marks[target]
        if mark.label == label:
            return target
        key = (mark.start, mark.end, label)
        if key not in self._known:
            self._known[key] = len(self.marks)
            self.marks.append(Mark(start=mark.start, end=mark.end, label=label))
        return self._known[key]


def _offset(value: Record, name: str) -> int:
    """An offset; some versions write them as text.

    Raises:
        ValueError: If it is none.
    """
    said = value.get(name)
    if isinstance(said, str) and said.isdecimal():
        return int(said)
    if isinstance(said, int):
        return said
    raise ValueError(f"its {name} is no number")


def _own(result: Record) -> Record:
    """Where closeread has written that an annotation comes from."""
    meta = result.get("meta")
    own = meta.get(OWN) if isinstance(meta, dict) else None
    return dict(own) if isinstance(own, dict) else {}


def _decision(result: Record, said: Record, maker: Maker) -> Record:
    """What the maker of a region makes of its annotation."""
    if not maker.is_person:
        if maker.kept is not None:
            refuser = {"annotator": maker.refuser} if maker.refuser else {}
            return {"status": Status.REJECTED} | refuser
        detector = {"detector": maker.name} if maker.name else {}
        rejected = said.get("status") == Status.REJECTED
        return detector | said | {"status": Status.REJECTED if rejected else Status.SUGGESTED}
    if said.get("status") in _DECIDED:
        return {}
    origin = str(result.get("origin", "prediction" if _own(result) else "manual"))
    status = Status.ADDED
    if origin.startswith("prediction"):
        status = Status.CORRECTED if origin == _CHANGED else Status.ACCEPTED
    return {"status": status} | ({"annotator": maker.name} if maker.name else {})


def _said(control: str, value: Record) -> Record:
    """The fields that a control says; none if it is no control of ours."""
    if control == FLAGS:
        flags = _strings(value.get("choices"))
        return {each: True for each in flags if CONTROLS.get(each) == FLAGS}
    name = "tags" if control == TAGS_OF_REGION else control
    if name not in CONTROLS or control == "tags":
        return {}
    number = value.get("number")
    if isinstance(number, int | float) and not isinstance(number, bool):
        whole = name in WHOLE_NUMBERS and float(number).is_integer()
        return {name: int(number) if whole else number}
    texts = [clean(each) for each in _strings(value.get("choices") or value.get("text"))]
    if name in LISTS:
        return {name: texts}
    return {name: "\n".join(texts)} if texts else {}


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
