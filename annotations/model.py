"""The values that everything else passes around: articles and their annotations.

All of them are frozen. Offsets are Unicode code points into `Article.text`, half open:
`article.text[annotation.start:annotation.end] == annotation.text`, always.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, NoReturn, Self


class Layer(StrEnum):
    """A kind of thing worth marking; the value is its key in the interchange format."""

    ENTITIES = "entities"
    QUOTES = "quotes"
    CASUALTIES = "casualties"


class Status(StrEnum):
    """Who stands behind an annotation."""

    SUGGESTED = "suggested"
    """The machine's, not yet seen by a person."""
    ACCEPTED = "accepted"
    """The machine's, confirmed by a person."""
    CORRECTED = "corrected"
    """The machine's, changed by a person."""
    ADDED = "added"
    """A person's own."""
    REJECTED = "rejected"
    """The machine's, found wrong by a person; kept so that it never comes back."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        """Say which statuses there are; people write them in files and on the command line."""
        raise ValueError(f"{value!r} is no status; there are {', '.join(cls)}")


class QuoteType(StrEnum):
    """How a quote's content is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Category(StrEnum):
    """What happened to the people a casualty figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    """Dead and wounded together, or left unsaid."""
    MISSING = "missing"
    TRAPPED = "trapped"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    FREED = "freed"
    """Released or rescued."""


class Confidence(StrEnum):
    """How much stands behind an annotation that a machine proposes."""

    HIGH = "high"
    """The grammar of its sentence, or its layout, says so."""
    MEDIUM = "medium"
    """A telling word stands near it, or the text before it explains it."""
    LOW = "low"
    """Little to go by: a bare number, a speaker carried over."""


class Precision(StrEnum):
    """How exactly coordinates say where a place is."""

    CITY = "city"
    """A populated place (`where_prec` 1 in UCDP's terms)."""
    REGION = "region"
    """A first-level region, at the middle of its people (UCDP's 4)."""
    COUNTRY = "country"
    """A country, at the middle of its people (UCDP's 6)."""


class VagueRule(StrEnum):
    """A way of giving vague words a number; the figures name the one they were counted by."""

    DEFAULT = "default"
    """Twice the unit, for a plural is at least two of it: dozens 24, hundreds 200."""
    ACLED = "acled"
    """The unit itself, as ACLED codes fatalities: tens 10, dozens 12, hundreds 100."""


ENTITY_LABELS: dict[str, str] = {
    "PERSON": "people, also fictional",
    "NORP": "nationalities, religious and political groups",
    "FAC": "buildings, airports, roads, bridges",
    "ORG": "companies, agencies, institutions",
    "GPE": "countries, cities, states",
    "LOC": "mountains, seas, regions",
    "PRODUCT": "vehicles, weapons, foods",
    "EVENT": "named battles, storms, elections",
    "WORK_OF_ART": "titles of books, songs, films",
    "LAW": "named documents made into laws",
    "LANGUAGE": "any named language",
    "DATE": "dates or periods of a day and longer",
    "TIME": "times shorter than a day",
    "PERCENT": "percentages",
    "MONEY": "amounts of money, with their unit",
    "QUANTITY": "weights and distances",
    "ORDINAL": "first, second",
    "CARDINAL": "other numbers",
}
"""The OntoNotes 5 entity labels, each with a gloss after the OntoNotes guidelines."""

NUMBER_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
"""Those that OntoNotes counts as values; all others are of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: text that never changes again, and what is known about it."""

    id: str
    text: str
    title: str = ""
    source: str | None = None
    """Who published it."""
    url: str | None = None
    published: str | None = None
    """ISO 8601 date, with a time and zone when they are known."""
    byline: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1 code."""
    tags: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """Make the span `[start, end)` of a text."""
        return cls(start=start, end=end, text=text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, in UCDP's terms; null where the text sets no bound."""

    low: int | None = None
    high: int | None = None
    best: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What the annotations of all three layers have in common."""

    layer: ClassVar[Layer]
    kind_field: ClassVar[str]

    start: int
    end: int
    text: str
    status: Status = Status.SUGGESTED
    id: int | None = None
    """Key in its store; null before it is in one."""
    tags: tuple[str, ...] = ()
    note: str | None = None
    annotator: str | None = None
    """The person who decided on it last."""
    detector: str | None = None
    """Name and version of the machine that proposed it."""
    rule: str | None = None
    """Id of the rule of the detector that found it."""
    confidence: Confidence | None = None
    """Null for a person's own."""

    @property
    def kind(self) -> str:
        """What it is within its layer: entity label, quote type or figure category."""
        return str(getattr(self, self.kind_field))

    def of_kind(self, kind: str) -> Self:
        """The same annotation with another kind."""
        return replace(self, **{self.kind_field: kind})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Annotation):
    """A name, or a number or date that OntoNotes counts as an entity."""

    layer: ClassVar[Layer] = Layer.ENTITIES
    kind_field: ClassVar[str] = "label"

    label: str
    """OntoNotes 5, or what the pipeline in use calls it."""
    name: str | None = None
    """Canonical name that groups mentions ("Mr Peskov" is "Dmitry Peskov")."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country that a place lies in, or is."""
    latitude: float | None = None
    """Degrees north, of a place that is on the map."""
    longitude: float | None = None
    """Degrees east."""
    geo_precision: Precision | None = None
    geo_alternatives: tuple[str, ...] = ()
    """Other places that the name may well mean, in words, with their coordinates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Annotation):
    """Reported speech. The span is the content with its quotation marks."""

    layer: ClassVar[Layer] = Layer.QUOTES
    kind_field: ClassVar[str] = "type"

    type: str
    """A `QuoteType`."""
    speaker: Span | None = None
    cue: Span | None = None
    """The reporting verb or phrase."""
    speaker_name: str | None = None
    """Who it is after resolving pronouns, titles and short names."""
    speaker_rule: str | None = None
    """Id of the rule of the detector that told the name."""
    utterance: Span | None = None
    """From the first to the last part of what is said in one go, where the words "X said" or a
    new paragraph part it; the same for each part, null for what stands in one piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyFigure(Annotation):
    """A stated number of people harmed, moved or held.

    The span runs from the qualifier or determiner over the number to the head of its noun
    phrase; `num_start` and `num_end` frame the number alone.
    """

    layer: ClassVar[Layer] = Layer.CASUALTIES
    kind_field: ClassVar[str] = "category"

    num_start: int | None = None
    num_end: int | None = None
    category: str
    """A `Category`."""
    count: Count = Count()
    qualifier: str | None = None
    """at_least, more_than, up_to, nearly, about …"""
    victim_type: str | None = None
    """soldier, child, civilian …"""
    victim_group: str | None = None
    """Whose people they are, as the text says: "Iraqi", "Taliban"."""
    place: str | None = None
    """The words of the text."""
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: Precision | None = None
    """Where that is, as for an `Entity`."""
    date: str | None = None
    """The words of the text: "on Tuesday"."""
    date_iso: str | None = None
    """What they mean, by the article's date: an ISO 8601 date, year, month or interval."""
    claimed_by: str | None = None
    claimed_in: Span | None = None
    """The quote that the figure stands in."""
    negated: bool = False
    hypothetical: bool = False
    subset: bool = False
    """Part of another figure ("three of them children")."""
    part_of: Span | None = None
    """The figure that it is a part of, where the text states it."""
    incremental: bool = False
    """Adds to a toll ("another 12")."""
    cumulative: bool = False
    """A running total ("bringing the toll to 40")."""
    historical: bool = False
    """Of another, earlier event than the article's own ("since 2010, when 110 died")."""
    rate: str | None = None
    """The words that make it a rate instead of a toll: "every day"."""
    implicit: bool = False
    """People named without a number ("a soldier was killed")."""
    vague_rule: str | None = None
    """The rule that gave a vague word ("dozens") its count; null for a number."""


ANNOTATION_TYPES: dict[Layer, type[Annotation]] = {
    Layer.ENTITIES: Entity,
    Layer.QUOTES: Quote,
    Layer.CASUALTIES: CasualtyFigure,
}

KINDS: dict[Layer, tuple[str, ...]] = {
    Layer.ENTITIES: tuple(ENTITY_LABELS),
    Layer.QUOTES: tuple(QuoteType),
    Layer.CASUALTIES: tuple(Category),
}
"""The kinds a person can choose from, per layer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A machine that proposes annotations."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @classmethod
    def from_signature(cls, signature: str) -> Self:
        """Read back what `str` wrote; the version of a single word is empty."""
        name, blank, version = signature.rpartition(" ")
        return cls(name=name, version=version) if blank else cls(name=signature, version="")
