"""Annotations in words, for the inspector, the panel and messages. Pure."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from annotations.language import has_detector, name_of, no_detector
from annotations.model import (
    Annotation,
    Article,
    CasualtyFigure,
    Count,
    Entity,
    Layer,
    Quote,
    Status,
)
from annotations.summary import Toll, word_of
from annotations.text import clean_line, whole_words
from reader.annotation_index import AnnotationIndex
from reader.annotation_motions import Turn
from reader.dating import moment
from reader.focusing import Here
from reader.kin import Kin
from reader.note_lines import on_one_line
from reader.switches import Switch

SWITCH_NAMES = {
    Switch.NAMES: "Names",
    Switch.QUOTES: "Quotes",
    Switch.FIGURES: "Figures",
    Switch.NUMBERS: "Numbers and dates",
    Switch.REVIEWED: "Reviewed",
}
"""What the annotations of each switch are called on the screen."""

LAYER_NAMES = {Layer.ENTITIES: "name", Layer.QUOTES: "quote", Layer.CASUALTIES: "figure"}
"""What one annotation of each layer is called on the screen."""

STATUS_SIGNS = {
    Status.SUGGESTED: "·",
    Status.ACCEPTED: "✓",
    Status.CORRECTED: "≠",
    Status.ADDED: "+",
    Status.REJECTED: "×",
}
"""One cell for each status."""

Field = tuple[str, str]
"""Name and value of something known about an annotation."""

FLAGS = (
    *("negated", "hypothetical", "historical", "implicit"),
    *("subset", "incremental", "cumulative"),
)
"""What can be said of a figure besides its count, by the names of its fields."""
_SELECTED = 40
"""Characters of a selection that are shown."""
_EXCERPT = 30
"""Characters of another stretch of the text that a field quotes."""


def fields(annotation: Annotation) -> list[Field]:
    """What is known about an annotation, most telling first; unknown things are said to be so."""
    described = {
        Layer.ENTITIES: _entity_fields,
        Layer.QUOTES: _quote_fields,
        Layer.CASUALTIES: _figure_fields,
    }[annotation.layer](annotation)
    parts = (*described, *_standing(annotation), *_evidence(annotation), *_marks(annotation))
    return [(name, clean_line(value)) for name, value in parts]


def article_fields(article: Article, tolls: Sequence[Toll]) -> list[Field]:
    """What is known about an article: the claims of its tolls, then where it comes from."""
    known = (
        *((toll.category, toll.claims) for toll in tolls),
        ("source", article.source),
        ("section", article.section),
        ("published", moment(article.published)),
        ("updated", moment(article.updated)),
        ("byline", ", ".join(article.byline)),
        ("language", _language(article)),
        ("read from", article.read_from),
        ("state", article.state),
        ("tags", ", ".join(article.tags)),
        ("note", on_one_line(article.note or "")),
    )
    return [(clean_line(name), clean_line(value)) for name, value in known if value]


def _language(article: Article) -> str:
    """What language an article is in, if nothing would be found in it for that."""
    if article.language is None or has_detector(article.language):
        return ""
    return f"{name_of(article.language)}, {no_detector(article.language)}"


def short(annotation: Annotation, *, width: int = 40) -> str:
    """An annotation in a few words, for messages: its text in quotation marks and its kind."""
    return f"{excerpt(annotation.text, width=width)} ({clean_line(annotation.kind)})"


def excerpt(text: str, *, width: int) -> str:
    """A text in quotation marks; if it is longer than `width`, words of its middle are left out.

    Args:
        text: Any text; it is shown on one line.
        width: The most characters between the quotation marks.
    """
    unquoted = clean_line(text).strip('“”"')
    return f"“{_abridged(unquoted, width)}”"


def selected(text: str, *, unit: str) -> str:
    """What is selected, by which unit, with all its marks: so it will be kept."""
    how = "" if unit == "character" else f" by {unit}"
    return f"selected{how}: {_abridged(clean_line(text), _SELECTED)}"


def _abridged(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    half = (width - len(" … ")) // 2
    head = whole_words(line[: half + 1], begins=True)[:half]
    tail = whole_words(line[-half - 1 :], ends=True)[-half:]
    return f"{head.rstrip()} … {tail.lstrip()}"


def count(counted: Count) -> str:
    """A count with its bounds: `12`, `10 to 15, best 12`, `at least 12`, `at most 30`, unknown."""
    low, high, best = (
        None if each is None else f"{each:,}" for each in (counted.low, counted.high, counted.best)
    )
    if low == high and best in (low, None):
        return low or "unknown"
    if low and high:
        return f"{low} to {high}, best {best}" if best else f"{low} to {high}"
    bound = f"at least {low}" if low else f"at most {high}" if high else None
    if bound is None or best in (low, high, None):
        return bound or best or "unknown"
    return f"{bound}, best {best}"


def counted(figure: CasualtyFigure) -> str:
    """The count as the text puts it; of a vague word also which rule gave it its number."""
    low, high, best = figure.count.low, figure.count.high, figure.count.best
    number = Count(best=next((each for each in (low, high, best) if each is not None), None))
    if figure.vague_rule is not None:
        return f"{word_of(figure)}, {count(number)} by the {figure.vague_rule} rule"
    if figure.qualifier is None:
        return count(figure.count)
    words = figure.qualifier.replace("_", " ")
    return f"{words} {count(number if None in (low, high) else figure.count)}"


def flags(figure: CasualtyFigure) -> list[str]:
    """What else is said of a figure: that it is negated, hypothetical, a part of another."""
    return [flag for flag in FLAGS if getattr(figure, flag)]


def account(tolls: Sequence[Toll], *, width: int, sources: bool = False) -> str:
    """The longest account of an article's tolls that fits; empty if there is no room for any.

    Args:
        tolls: What the article says, category by category.
        width: Terminal cells.
        sources: Whether to name, if there is room, who claims what, with rival claims.
    """
    brief = [clean_line(toll.brief) for toll in tolls]
    accounts = [" · ".join(brief)]
    if sources and any(toll.own.sources or toll.rivals for toll in tolls):
        accounts.insert(0, " · ".join(clean_line(toll.full) for toll in tolls))
    accounts += [f"{' · '.join(brief[:shown])} …" for shown in range(len(brief) - 1, 0, -1)]
    return next((each for each in accounts if cell_len(each) <= width), "")


def under_cursor(here: Here | None, index: AnnotationIndex, text: str) -> str:
    """Which of the annotations under the cursor is in focus: number, layer, kind and words.

    Args:
        here: Which of them it is; null if there is none.
        index: The article's annotations.
        text: The article's text.
    """
    if here is None:
        return "There is no annotation under the cursor."
    at = here.position
    is_number = index.switch(at) is Switch.NUMBERS
    thing = "number" if is_number else LAYER_NAMES[index.layer(at)]
    words = excerpt(text[index.starts[at] : index.ends[at]], width=_SELECTED)
    which = f"{here.number}/{here.total} here" if here.total > 1 else "only one here"
    return f"{which}: {thing} {clean_line(index.kinds[at])} {words}"


def _entity_fields(entity: Annotation) -> Iterator[Field]:
    if isinstance(entity, Entity):
        yield "label", entity.label
        if entity.name:
            yield "name", entity.name
        yield from _map(entity)
        if entity.geo_alternatives:
            yield "or else", "; ".join(entity.geo_alternatives)


def _map(place: Entity | CasualtyFigure) -> Iterator[Field]:
    """Where a place lies: its country, and its coordinates with what they are exact to."""
    if place.latitude is not None and place.longitude is not None:
        where = f"{place.latitude:g}, {place.longitude:g}"
        exact = f"{where} ({place.geo_precision})" if place.geo_precision else where
        yield "on the map", f"{place.country} {exact}" if place.country else exact


def _quote_fields(quote: Annotation) -> Iterator[Field]:
    if isinstance(quote, Quote):
        yield "quote", quote.type
        yield "said by", quote.speaker_name or "unknown"
        yield "speaker", f"“{quote.speaker.text}”" if quote.speaker else "none"
        if quote.speaker_rule:
            yield "named by", _gloss(quote.speaker_rule)
        yield "cue", f"“{quote.cue.text}”" if quote.cue else "none"
        if quote.utterance is not None:
            yield "part of", excerpt(quote.utterance.text, width=_EXCERPT)


def _gloss(speaker_rule: str) -> str:
    """How a name was told, in words; the id of a rule that this version does not know."""
    from annotations.detect.rules import RuleSet, rules  # brings lexicons, needed only here

    known = rules(RuleSet.SPEAKERS).get(speaker_rule)
    return speaker_rule if known is None else known.gloss


def _figure_fields(figure: Annotation) -> Iterator[Field]:
    if isinstance(figure, CasualtyFigure):
        yield "figure", figure.category
        yield "count", counted(figure)
        said = flags(figure)
        if said:
            yield "is", ", ".join(said)
        victims = filter(None, (figure.victim_type, figure.victim_group))
        yield "victims", ", ".join(victims) or "unsaid"
        yield "claimed by", figure.claimed_by or "unsaid"
        yield from _circumstances(figure)


def _circumstances(figure: CasualtyFigure) -> Iterator[Field]:
    """When and where, and the other stretches of the text that the figure is bound to."""
    dates = (figure.date, figure.date_iso)
    when = " = ".join(dict.fromkeys(each for each in dates if each))
    for name, value in (("date", when), ("place", figure.place), ("rate", figure.rate)):
        if value:
            yield name, value
    yield from _map(figure)
    for name, span in (("part of", figure.part_of), ("in quote", figure.claimed_in)):
        if span is not None:
            yield name, excerpt(span.text, width=_EXCERPT)


def _standing(annotation: Annotation) -> Iterator[Field]:
    who = f" by {annotation.annotator}" if annotation.annotator else ""
    yield "status", f"{annotation.status}{who}"


def _evidence(annotation: Annotation) -> Iterator[Field]:
    """What stands behind an annotation that a machine has found."""
    if annotation.rule:
        confidence = f", {annotation.confidence}" if annotation.confidence else ""
        yield "rule", f"{annotation.rule}{confidence}"


def _marks(annotation: Annotation) -> Iterator[Field]:
    if annotation.tags:
        yield "tags", ", ".join(annotation.tags)
    if annotation.note:
        yield "note", on_one_line(annotation.note)


def turn_taken(kin: Kin | None, turn: Turn | None, *, step: int) -> str:
    """Which of those that share something was gone to, and how.

    Args:
        kin: What they share; null if there was nothing to go by.
        turn: The one that was gone to; null if none is visible.
        step: The direction.
    """
    if kin is None:
        return "No name and no speaker is known here."
    what = f"{'quote by' if kin[0] is Switch.QUOTES else 'mention of'} {clean_line(kin[1])}"
    if turn is None:
        return f"No {what} is shown."
    border = "top" if step > 0 else "end"
    way = f", round to the {border}" if turn.goes_round else ""
    return f"{turn.number}/{turn.total} {what}{way}"
