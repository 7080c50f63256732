"""What is known about the annotation under the cursor."""

from textual.content import Content
from textual.widgets import Static

from annotations.model import Annotation
from reader.describing import fields


class Inspector(Static):
    """The fields of one annotation, side by side, wrapping as they need."""

    def __init__(self) -> None:
        """Make an empty inspector; `show` fills it."""
        super().__init__(id="inspector", markup=False)

    def show(self, annotation: Annotation | None) -> None:
        """Describe an annotation, or nothing."""
        parts: list[str | tuple[str, str]] = []
        for name, value in fields(annotation) if annotation else ():
            parts += [(name, "dim"), f" {value}   "]
        self.update(Content.assemble(*parts), layout=False)
