"""What says of itself where annotations of the open article stand, and follows them."""

from collections.abc import Iterator, Sequence

from annotations.model import Annotation, CasualtyFigure, Layer, Quote
from annotations.review import Change
from reader.screens.article.standing import Standing


class Binding(Standing):
    """A screen with an open article in which figures and parts of utterances follow quotes."""

    def with_followers(self, changes: Sequence[Change]) -> list[Change]:
        """Changes, and those to what is bound to what they change."""
        from annotations.following import can_be_followed, followers

        followed = [each for each in changes if can_be_followed(each)]
        if not followed:
            return [*changes]
        bound = {each.id: each for change in followed for each in self._bound_to(change)}
        return [*changes, *followers(changes, bound.values())]

    def quotes_over(self, start: int, end: int) -> list[Quote]:
        """The quotes that share a character with a stretch of the text, hidden or not."""
        return [each for each in self._over(start, end) if isinstance(each, Quote)]

    def _bound_to(self, change: Change) -> Iterator[Annotation]:
        """What may say of itself where an annotation stands, or who says it."""
        for each in filter(None, (change.before, change.after)):
            if isinstance(each, Quote):
                whole = each.utterance or each
                yield from self._over(min(whole.start, each.start), max(whole.end, each.end))
        if isinstance(change.before, CasualtyFigure):
            yield from self._parts_of(change.before)

    def _parts_of(self, total: CasualtyFigure) -> Iterator[Annotation]:
        """The figures that are a part of another one, wherever they stand."""
        from annotations.claims import is_at

        for figure in self.session.figures(self.article.id):
            if is_at(figure.part_of, total):
                found = self.session.annotation(figure.id)  # with its tags
                if found is not None:
                    yield found

    def _over(self, start: int, end: int) -> Iterator[Annotation]:
        """The quotes and figures that share a character with a stretch, hidden or not."""
        index = self.view.reading.index
        for position in index.overlapping(start, end):
            if index.layer(position) is not Layer.ENTITIES:
                found = self.session.annotation(index.ids[position])
                if found is not None:
                    yield found
