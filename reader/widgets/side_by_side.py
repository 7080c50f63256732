"""What one of two annotators has made of a stretch of text."""

from textual.content import Content
from textual.widgets import Static

from annotations.measure.differences import Difference
from annotations.text import clean_line
from reader.adjudication_lines import lines

_NAME_WIDTH = 11
"""Cells for the name of a field."""


class Side(Static):
    """One side of a disagreement: its fields, those that differ standing out."""

    def __init__(self, letter: str, name: str) -> None:
        """Args:
        letter: A or B.
        name: What the side is called.
        """
        super().__init__(classes="side", markup=False)
        self.letter = letter
        self._name = clean_line(name)

    def show(self, difference: Difference, *, taken: bool, brief: bool) -> None:
        """Show what the side has.

        Args:
            difference: The disagreement.
            taken: Whether that is what was taken.
            brief: Whether to leave out what is the same on both sides.
        """
        self.set_class(taken, "-taken")
        mark = "✓ " if taken else ""
        found = [Content.styled(f"{mark}{self.letter}  {self._name}", "bold")]
        is_first = self.letter == "A"
        if (difference.first if is_first else difference.second) is None:
            found.append(Content.styled("nothing here", "dim"))
        else:
            for line in lines(difference, brief=brief):
                value = line.first if is_first else line.second
                if value:
                    look = "bold underline" if line.differs else ""
                    found.append(
                        Content.assemble((f"{line.name:{_NAME_WIDTH}}", "dim"), (value, look))
                    )
        self.update(Content("\n").join(found))
