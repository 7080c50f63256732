"""Screens over an article or a list, whose rows lead to places in articles."""

from annotations.model import Status
from annotations.store.places import Place
from reader.messages import OpenArticle
from reader.screens.base import ReaderScreen
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings

_ABOVE = 300
"""Characters above a place that come into view with it."""


class Leading(ReaderScreen):
    """A screen that leads back to the article over which it opened, or to another one."""

    def __init__(
        self, session: Session, *, settings: Settings = DEFAULTS, origin: str | None = None
    ) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        origin: The id of the article over which this opens; null if it opens over another screen.
        """
        super().__init__(session, settings=settings)
        self.origin = origin

    def lead_to(self, article_id: str, annotation_id: int | None, start: int | None) -> None:
        """Go to an annotation, or to where it was if it is gone.

        Args:
            article_id: The article.
            annotation_id: The annotation; null to go to the article alone.
            start: Where it begins, or began.
        """
        now = self.session.annotation(annotation_id)
        if now is not None and now.status is not Status.REJECTED:
            opening = OpenArticle(article_id, annotation_id)
        elif start is not None:
            place = Place(cursor=start, top=max(0, start - _ABOVE))
            opening = OpenArticle(article_id, place=place)
        else:
            opening = OpenArticle(article_id)
        app = self.app
        if article_id == self.origin:
            app.pop_screen()
        app.post_message(opening)
