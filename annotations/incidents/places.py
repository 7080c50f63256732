"""What the places of an article's figures go by, the same in all articles."""

from collections.abc import Iterable, Mapping, Sequence

from annotations.incidents.mentions import Mention, Report
from annotations.model import PLACE_LABELS, Annotation, CasualtyFigure, Entity


def mentions_of(
    report: Report,
    annotations: Sequence[Annotation],
    known_as: Mapping[tuple[str, str], str],
) -> list[Mention]:
    """The figures of an article, each with its place by its name.

    A figure that names no place has that of the others, if these name one alone.

    Args:
        report: The article.
        annotations: All of its annotations that are wanted.
        known_as: What its names, by label and name, count as across articles.
    """
    names = _names(annotations, known_as)
    figures = [each for each in annotations if isinstance(each, CasualtyFigure)]
    stated = [each.place and names.get(each.place.casefold(), each.place) for each in figures]
    different = {each.casefold(): each for each in stated if each}
    only = next(iter(different.values())) if len(different) == 1 else None
    return [
        Mention(
            report=report,
            figure=figure,
            place=place or only,
            place_is_inferred=not place and only is not None,
        )
        for figure, place in zip(figures, stated, strict=True)
    ]


def _names(
    annotations: Iterable[Annotation], known_as: Mapping[tuple[str, str], str]
) -> dict[str, str]:
    """What the words for places go by, by these words in lower case.

    What a person has merged holds also where the name itself is not among the annotations.
    """
    merged = (
        (name.casefold(), other)
        for (label, name), other in known_as.items()
        if label in PLACE_LABELS
    )
    names = dict(merged)
    for each in annotations:
        if isinstance(each, Entity) and each.label in PLACE_LABELS and each.name:
            name = known_as.get((each.label, each.name), each.name)
            names.setdefault(each.text.casefold(), name)
            names.setdefault(each.name.casefold(), name)
    return names
