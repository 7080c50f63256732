"""What the store has of the open article's annotations, however they stand by now."""

from collections.abc import Sequence

from annotations.errors import DamagedRow, EditConflict, OffsetError, StoreError
from annotations.model import Annotation
from annotations.offsets import check
from reader.screens.article.taking import Taking


class Standing(Taking):
    """A screen with an open article whose annotations others may change, even to what is wrong."""

    asked_about: int | None = None
    """The id of the annotation that a question or a picker is about, wherever the cursor is."""

    def standing(self, annotation_id: int) -> Annotation | None:
        """The annotation that was asked about, which somebody else may have removed meanwhile."""
        annotation = self.session.annotation(annotation_id)
        if annotation is None:
            self.complain(
                EditConflict(
                    "Another reader has removed the annotation meanwhile; nothing was changed.",
                    hint="Escape leaves the question, if one is still asked.",
                )
            )
        return annotation

    def looked_at(self, annotation_id: int | None) -> Annotation | None:
        """An annotation with all its fields, to be shown; if it is damaged, that is said."""
        try:
            annotation = self.session.annotation(annotation_id)
            if annotation is not None:
                check(annotation, self.article.text)
        except DamagedRow as error:
            self.say(error.message)
            return None
        except OffsetError as error:
            self.say(f"Damaged, see `closeread doctor`: {error.message}")
        return annotation

    def say_damaged(self, left_out: Sequence[int]) -> None:
        """Say how many annotations cannot be shown because their rows are damaged."""
        if left_out:
            are = "annotation is" if len(left_out) == 1 else "annotations are"
            self.complain(
                StoreError(
                    f"{len(left_out):,} {are} damaged and left out.",
                    hint="`closeread doctor` names them; mend them where they were changed.",
                )
            )

    def _focused(self) -> Annotation | None:
        annotation = self.session.annotation(self.view.reading.focus)
        if annotation is None:
            key = self.key("text.next")
            self.say(f"There is no annotation under the cursor: {key} goes to the next one.")
        return annotation
