"""What there is to choose from, by layer."""

from annotations.model.annotation import Annotation, Layer
from annotations.model.entities import ENTITY_LABELS, Entity
from annotations.model.figures import CasualtyFigure, Category
from annotations.model.quotes import Quote, QuoteType

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
