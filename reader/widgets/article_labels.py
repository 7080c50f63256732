"""Labels over the annotations in view, one of which is chosen by typing it."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.labels import Label, labels_in_view
from reader.widgets.article_column import ArticleColumn


class ArticleLabels(ArticleColumn):
    """The part of the article's view that labels annotations.

    A label covers the first letters of its annotation, so that nothing moves.
    """

    _labels: Sequence[Label] = ()
    _typed = ""

    def show_labels(self) -> bool:
        """Label what is in view; tells whether there is anything."""
        top = self.scroll_offset.y
        last = min(top + self.size.height, len(self.reading.layout))
        self._labels = labels_in_view(self.reading, top, last) if top < last else ()
        self._typed = ""
        self.refresh()
        return bool(self._labels)

    def type_label(self, letter: str) -> bool:
        """Take a letter of a label, and go to its annotation once it is the last.

        Letters that are in no label are passed over.

        Returns:
            Whether another letter is wanted.
        """
        typed = self._typed + letter.lower()
        left = [label for label in self._labels if label.letters.startswith(typed)]
        if left and left[0].letters == typed:
            self.leap(lambda reading: reading.focus_on(left[0].annotation_id))
            return False
        if left:
            self._labels, self._typed = left, typed
            self.refresh()
        return True

    def drop_labels(self) -> None:
        """Show the text without labels."""
        self._labels = ()
        self.refresh()

    def labelled(self, strip: Strip, line: int, style: Style) -> Strip:
        """A finished line with the labels that stand on it."""
        for label in self._labels:
            if label.line == line:
                cell = self.left + label.cell + len(self._typed)
                letters = label.letters[len(self._typed) :]
                end = cell + len(letters)
                strip = Strip.join(
                    [
                        strip.crop(0, cell),
                        Strip([Segment(letters, style)]),
                        strip.crop(end, strip.cell_length),
                    ]
                )
        return strip
