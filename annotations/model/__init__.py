"""The values that everything else passes around: articles and their annotations.

All of them are frozen. Offsets are Unicode code points into `Article.text`, half open:
`article.text[annotation.start:annotation.end] == annotation.text`, always.

`annotation` has what all layers share, `entities`, `quotes` and `figures` one layer each with its
vocabulary, `kinds` what there is to choose from in them; `articles`, `states` and `detector` the
rest. All is imported from here.
"""

from annotations.model.annotation import Annotation, Confidence, Layer, Span, Status
from annotations.model.articles import Article
from annotations.model.detector import Detector
from annotations.model.entities import (
    ENTITY_LABELS,
    NAMELESS_LABELS,
    NUMBER_LABELS,
    PLACE_LABELS,
    Entity,
    Precision,
)
from annotations.model.figures import CasualtyFigure, Category, Count, VagueRule
from annotations.model.kinds import ANNOTATION_TYPES, KINDS
from annotations.model.quotes import Quote, QuoteType
from annotations.model.states import CLOSED_STATES, SETTABLE, ArticleState, state_of

__all__ = [
    "ANNOTATION_TYPES",
    "CLOSED_STATES",
    "ENTITY_LABELS",
    "KINDS",
    "NAMELESS_LABELS",
    "NUMBER_LABELS",
    "PLACE_LABELS",
    "SETTABLE",
    "Annotation",
    "Article",
    "ArticleState",
    "CasualtyFigure",
    "Category",
    "Confidence",
    "Count",
    "Detector",
    "Entity",
    "Layer",
    "Precision",
    "Quote",
    "QuoteType",
    "Span",
    "Status",
    "VagueRule",
    "state_of",
]
