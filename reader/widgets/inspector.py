"""What is known about the annotation under the cursor."""

from textual.content import Content
from textual.widgets import Static

from annotations.model import Annotation
from reader.describing import excerpt, fields
from reader.focusing import Here

_WORDS = 24
"""Characters of an annotation that are shown."""


class Inspector(Static):
    """The fields of one annotation, side by side, wrapping as they need."""

    def __init__(self) -> None:
        """Make an empty inspector; `show` fills it."""
        super().__init__(id="inspector", markup=False)

    def show(self, annotation: Annotation | None, *, here: Here | None = None) -> None:
        """Describe an annotation, or nothing.

        Args:
            annotation: What is in focus.
            here: Which of those under the cursor it is; where there are several, its words are
                shown, too, to tell it by.
        """
        parts: list[str | tuple[str, str]] = []
        if annotation is not None and here is not None and here.total > 1:
            words = excerpt(annotation.text, width=_WORDS)
            parts += [(f"{here.number}/{here.total} here", "dim"), f" {words}   "]
        for name, value in fields(annotation) if annotation else ():
            parts += [(name, "dim"), f" {value}   "]
        self.update(Content.assemble(*parts), layout=False)
