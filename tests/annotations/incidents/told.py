"""Mentions, made from what a test is about."""

from annotations.incidents.mentions import Mention, Report
from annotations.model import CasualtyFigure, Count


def figure(words: str, count: int | Count | None = None, **more: object) -> CasualtyFigure:
    """A figure that is stated exactly, unless it says otherwise."""
    exact = count if isinstance(count, Count) else Count(low=count, high=count, best=count)
    fields: dict[str, object] = {
        "start": 0,
        "end": len(words),
        "text": words,
        "num_start": 0,
        "num_end": len(words),
        "category": "killed",
        "count": exact,
    }
    return CasualtyFigure(**(fields | more))  # type: ignore[arg-type]


def mention(
    figure: CasualtyFigure,
    *,
    article: str = "a",
    place: str | None = "Lindow",
    published: str | None = "2020-05-04T10:00:00Z",
    **report: object,
) -> Mention:
    """A figure in an article."""
    about = Report(article_id=article, published=published, **report)  # type: ignore[arg-type]
    return Mention(report=about, figure=figure, place=place)
