"""The table of casualty figures: a mention a row, with what coders record of it."""

from collections.abc import Iterator, Mapping

from annotations.formats.annotated import AnnotatedArticle
from annotations.formats.tables.columns import ARTICLE, REVIEW, WHERE, Cell, Columns, Table
from annotations.incidents.findings import CIVILIANS, COMBATANTS
from annotations.incidents.grouping import incident_id
from annotations.incidents.mentions import Mention, Report
from annotations.incidents.places import mentions_of
from annotations.keys import key_of
from annotations.model import Annotation, CasualtyFigure, Layer, Span

_OWN: Columns = {
    "harm_type": str,
    "count_text": str,
    "number_start": int,
    "number_end": int,
    "count_min": int,
    "count_max": int,
    "count_best": int,
    "count_qualifier": str,
    "vague_rule": str,
    "victim_status": str,
    "victim_group": str,
    "victim_affiliation": str,
    "is_part": bool,
    "part_of": str,
    "part_of_text": str,
    "is_addition": bool,
    "is_cumulative": bool,
    "as_of": str,
    "is_negated": bool,
    "is_hypothetical": bool,
    "is_historical": bool,
    "is_implicit": bool,
    "rate": str,
    "claim_source": str,
    "claim_source_type": str,
    "claim_quote_id": str,
    "claim_quote_text": str,
    "assertion": str,
    "place_text": str,
    "place_name": str,
    "country": str,
    "latitude": float,
    "longitude": float,
    "geo_precision": str,
    "event_date_text": str,
    "event_date": str,
    "incident_id": str,
}
"""`victim_group` is what kind of people they are (child, worker), `victim_affiliation` whose
(Iraqi). `victim_status` says civilian or combatant where the words do, `claim_source_type` nothing:
both are for a person to judge."""


def report_of(annotated: AnnotatedArticle) -> Report:
    """What incidents need of an article."""
    article = annotated.article
    return Report(
        article_id=article.id,
        copy_of=annotated.copy_of,
        title=article.title,
        source=article.source,
        url=article.url,
        published=article.published,
        tags=article.tags,
    )


def mentions(annotated: AnnotatedArticle) -> list[Mention]:
    """The figures of an article, each with its place by its name."""
    return mentions_of(report_of(annotated), annotated.annotations, annotated.known_as)


def _rows(annotated: AnnotatedArticle) -> Iterator[tuple[Annotation, dict[str, Cell]]]:
    keys = {
        (each.layer, each.start, each.end): key_of(annotated.article.id, each)
        for each in reversed(annotated.annotations)
    }
    for mention in mentions(annotated):
        figure = mention.figure
        cells: dict[str, Cell] = {
            "figure_id": mention.key,
            "quote": figure.text,
            "incident_id": incident_id(mention),
            "part_of": _key_at(keys, Layer.CASUALTIES, figure.part_of),
            "part_of_text": figure.part_of.text if figure.part_of else None,
            "claim_quote_id": _key_at(keys, Layer.QUOTES, figure.claimed_in),
            "claim_quote_text": figure.claimed_in.text if figure.claimed_in else None,
        }
        yield figure, cells | _own(mention)


def _own(mention: Mention) -> dict[str, Cell]:
    """What the figure says without the rest of its article."""
    figure = mention.figure
    flags = _flags(figure, mention.report)
    return _count(figure) | _victims(figure) | flags | _claim(figure) | _circumstances(mention)


def _count(figure: CasualtyFigure) -> dict[str, Cell]:
    return {
        "harm_type": figure.category,
        "count_text": _number(figure),
        "number_start": figure.num_start,
        "number_end": figure.num_end,
        "count_min": figure.count.low,
        "count_max": figure.count.high,
        "count_best": figure.count.best,
        "count_qualifier": _qualifier(figure),
        "vague_rule": figure.vague_rule,
    }


def _number(figure: CasualtyFigure) -> str | None:
    """The number in the words of the text."""
    if figure.num_start is None or figure.num_end is None:
        return None
    return figure.text[figure.num_start - figure.start : figure.num_end - figure.start]


def _qualifier(figure: CasualtyFigure) -> str | None:
    """The text's own, or else what the count shows."""
    if figure.qualifier or figure.vague_rule:
        return figure.qualifier or "vague"
    low, high = figure.count.low, figure.count.high
    if low is None or high is None:
        return None
    return "exact" if low == high else "range"


def _victims(figure: CasualtyFigure) -> dict[str, Cell]:
    kinds = {CIVILIANS: "civilian", COMBATANTS: "combatant"}
    status = next((says for those, says in kinds.items() if figure.victim_type in those), None)
    return {
        "victim_status": status,
        "victim_group": figure.victim_type,
        "victim_affiliation": figure.victim_group,
    }


def _key_at(
    keys: Mapping[tuple[Layer, int, int], str], layer: Layer, span: Span | None
) -> str | None:
    """The key of what stands at a place; null if it is not in the export."""
    return None if span is None else keys.get((layer, span.start, span.end))


def _flags(figure: CasualtyFigure, report: Report) -> dict[str, Cell]:
    return {
        "is_part": figure.subset or figure.part_of is not None,
        "is_addition": figure.incremental,
        "is_cumulative": figure.cumulative,
        "as_of": report.published if figure.cumulative else None,
        "is_negated": figure.negated,
        "is_hypothetical": figure.hypothetical,
        "is_historical": figure.historical,
        "is_implicit": figure.implicit,
        "rate": figure.rate,
    }


def _claim(figure: CasualtyFigure) -> dict[str, Cell]:
    claimed = "claimed" if figure.claimed_by else "stated"
    return {
        "claim_source": figure.claimed_by,
        "assertion": "unverified" if figure.hypothetical else claimed,
    }


def _circumstances(mention: Mention) -> dict[str, Cell]:
    figure = mention.figure
    return {
        "place_text": figure.place,
        "place_name": None if mention.place_is_inferred else mention.place,
        "country": figure.country,
        "latitude": figure.latitude,
        "longitude": figure.longitude,
        "geo_precision": figure.geo_precision and figure.geo_precision.value,
        "event_date_text": figure.date,
        "event_date": figure.date_iso,
    }


TABLE = Table(
    name="figures",
    layer=Layer.CASUALTIES,
    columns={"figure_id": str, **ARTICLE, "quote": str, **WHERE, **_OWN, **REVIEW},
    cells=_rows,
)
