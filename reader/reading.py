"""Where a person is in an article: the cursor, the annotation in focus, the selection.

This is the whole state of reading, without a screen; the widget draws it and turns keys into
calls of its methods.
"""

from collections.abc import Set
from functools import partial

from annotations.model import Layer
from reader.annotation_index import AnnotationIndex
from reader.annotation_motions import Turn, first_candidate, nth, turn_to
from reader.cursor import Cursor
from reader.finding import Hits, find
from reader.focusing import Here, around, here, meant, stack
from reader.kin import Kin, kin_of, voices
from reader.pointing import Aim, words_at
from reader.switches import HIDDEN_AT_FIRST, Switch


class Reading(Cursor):
    """The state of reading one article."""

    def __init__(
        self,
        text: str,
        index: AnnotationIndex | None = None,
        *,
        width: int = 80,
        hidden: Set[Switch] = HIDDEN_AT_FIRST,
    ) -> None:
        """Args:
        text: The article's text.
        index: Its annotations.
        width: Cells of the column it is wrapped to.
        hidden: Switches that are off at first.
        """
        super().__init__(text, width=width)
        self.index = AnnotationIndex() if index is None else index
        self.focus: int | None = None
        """Id of the annotation that commands act on."""
        self._visited: int | None = None
        """Id of the annotation that was in focus last."""
        self._come_upon: int | None = None
        """Id of the annotation that the cursor brought into focus where it stands."""
        self.hidden: set[Switch] = set(hidden)
        self.hovered: Kin | None = None
        """What the annotation under the mouse shares with others."""
        self.is_tinted = False
        """Whether quotes are told apart by who says them."""
        self.hits = Hits()
        self.aim: Aim | None = None
        """What a person is to point at; null if at nothing."""
        self._voices: tuple[object, dict[str, int]] = (None, {})
        self._refocus()

    # Where things are

    @property
    def position(self) -> int | None:
        """The position of the annotation in focus in the index."""
        return None if self.focus is None else self.index.position(self.focus)

    @property
    def pointed_at(self) -> tuple[int, int] | None:
        """The words that a person points at, as `[start, end)`: the selection, else those here."""
        if self.aim is None or self.selection is not None:
            return self.trimmed_selection()
        return words_at(self.text, self.cursor, index=self.index, focus=self.focus, aim=self.aim)

    @property
    def lit(self) -> Kin | None:
        """What to light up wherever it stands: what is under the mouse, else what is in focus."""
        return self.hovered or kin_of(self.index, self.position)

    def kin_at(self, offset: int) -> Kin | None:
        """What the topmost annotation over a character shares with others."""
        return kin_of(self.index, self.index.topmost(offset, hidden=self.hidden))

    @property
    def voices(self) -> dict[str, int]:
        """The numbers of the speakers, if quotes are told apart by them; else of nobody."""
        if not self.is_tinted:
            return {}
        now = (self.index, self.index.arrangement)
        if self._voices[0] != now:
            self._voices = (now, voices(self.index))
        return self._voices[1]

    # Changing what is read

    def show(self, index: AnnotationIndex) -> None:
        """Take over other annotations; the focus stays where it is as long as it is visible."""
        self.index = index
        self._refocus_if_need_be()

    def toggle(self, switch: Switch) -> bool:
        """Show or hide the annotations of a switch; tells whether they are shown from now on."""
        self.hidden ^= {switch}
        self._refocus_if_need_be()
        return switch not in self.hidden

    # Moving

    def next_annotation(
        self, step: int, *, unreviewed: bool = False, layer: Layer | None = None
    ) -> int | None:
        """Id of the next (1) or previous (-1) visible annotation, or null if there is none.

        Args:
            step: The direction.
            unreviewed: Pass over what a person has decided.
            layer: Pass over the other layers; null for none.
        """
        return self.nth_annotation(step, 1, unreviewed=unreviewed, layer=layer)[0]

    def nth_annotation(
        self, step: int, times: int, *, unreviewed: bool = False, layer: Layer | None = None
    ) -> tuple[int | None, int]:
        """Id of the annotation that several steps lead to, and how many of them there were.

        Where there are fewer, it is the last of them; null if there is none. The one of the layer
        around the cursor is the first of them, if it is not in focus.
        """
        beyond = partial(
            self.index.neighbour,
            step=step,
            hidden=self.hidden,
            unreviewed=unreviewed,
            layer=layer,
        )

        def following(begin: int) -> int | None:
            """The next one from a position on, but for that which the cursor came upon."""
            found = beyond(begin)
            is_come_upon = found is not None and self.index.ids[found] == self._come_upon
            return beyond(found + 1) if found is not None and is_come_upon and step > 0 else found

        found, done = self._around_cursor(layer), 0
        if found is not None:
            done = 1
            begin = found - 1 if step < 0 else max(found + 1, self.index.from_offset(self.cursor))
        else:
            begin = self._first_to_visit(step)
        further, more = nth(following, begin, step, times=times - done)
        found = found if further is None else further
        return None if found is None else self.index.ids[found], done + more

    def _around_cursor(self, layer: Layer | None) -> int | None:
        """The annotation of a layer that the cursor stands in while one of another is in focus."""
        position = self.position
        if layer is None or (position is not None and self.index.layer(position) is layer):
            return None
        return around(self.index, self.cursor, layer, hidden=self.hidden)

    def _first_to_visit(self, step: int) -> int:
        """Where to begin looking: forwards all that begins where the cursor came is still ahead."""
        is_come_upon = self.focus is not None and self.focus == self._come_upon
        if step > 0 and is_come_upon:
            return self.index.from_offset(self.cursor)
        return self._first_candidate(step)

    def kin_sought(self, switch: Switch) -> Kin | None:
        """What quotes, or names, share with the annotation in focus, else with that visited last.

        Those of its speaker, if it is a quote, or of whom or what it names.
        """
        visited = self.focus if self.focus is not None else self._visited
        position = None if visited is None else self.index.position(visited)
        name = None if position is None else self.index.names[position]
        return (switch, name) if name else None

    def turn_to(self, kin: Kin, step: int, *, times: int = 1) -> Turn | None:
        """Go to the next (1) or previous (-1) annotation that shares something, going round."""
        begin = self._first_candidate(step)
        turn = turn_to(self.index, kin, step, begin=begin, hidden=self.hidden, times=times)
        if turn is not None:
            self.focus_on(self.index.ids[turn.position])
        return turn

    def focus_on(self, annotation_id: int) -> None:
        """Put the cursor on an annotation and make commands act on it."""
        position = self.index.position(annotation_id)
        if position is not None:
            come_upon, before = self._come_upon, self.cursor
            self.go(self.index.starts[position])
            self.keep_focus(annotation_id)
            self._come_upon = come_upon if self.cursor == before else None

    def visit(self, annotation_id: int, step: int) -> None:
        """Make commands act on an annotation that was gone on to.

        The cursor goes to its beginning, but not back where one goes forwards (1) inside it.
        """
        position = self.index.position(annotation_id)
        is_inside = position is not None and self.index.covering(self.cursor, [position])
        if step > 0 and is_inside:
            self.keep_focus(annotation_id)
        else:
            self.focus_on(annotation_id)

    # Several at one place

    @property
    def here(self) -> Here | None:
        """Which of the annotations under the cursor is in focus; null if none of them is."""
        return here(self.index, self.cursor, self.position, hidden=self.hidden)

    def go_round(self, step: int) -> Here | None:
        """Make commands act on another annotation under the cursor, round and round.

        Args:
            step: How many further, from the innermost outwards.

        Returns:
            Which it is; null if there is none.
        """
        covering = stack(self.index, self.cursor, hidden=self.hidden)
        if not covering:
            return None
        now = covering.index(self.position) if self.position in covering else -1
        self.keep_focus(self.index.ids[covering[(now + step) % len(covering)]])
        return self.here

    def keep_focus(self, annotation_id: int | None) -> None:
        """Let commands act on this annotation, wherever the cursor stands, if it is there.

        If its switch is off it is turned on, so that nobody loses sight of what they work on.
        """
        position = None if annotation_id is None else self.index.position(annotation_id)
        if position is not None:
            self.focus = self._visited = annotation_id
            self.hidden.discard(self.index.switch(position))

    # Finding

    def find(self, sought: str, *, origin: int) -> None:
        """Mark every place where a text stands and go to the first one from `origin` on."""
        self.take_hits(find(self.text, sought), origin=origin)

    def take_hits(self, hits: Hits, *, origin: int) -> None:
        """Mark hits and go to the first one at `origin` or behind it, else to `origin`."""
        self.hits = hits
        number = hits.after(origin - 1)
        self.go(origin if number is None else hits.starts[number])

    @property
    def hit(self) -> int | None:
        """The number of the hit under the cursor, counted from 0; null if there is none."""
        return self.hits.number_in(*self.layout.cluster_at(self.cursor))

    def to_hit(self, step: int, *, times: int = 1) -> int | None:
        """Go to the next (1) or previous (-1) hit; its number, or null if there is none."""
        start, end = self.layout.cluster_at(self.cursor)
        number = self.hits.after(end - 1) if step > 0 else self.hits.before(start)
        if number is not None:
            number = (number + step * (times - 1)) % len(self.hits)
            self.go(self.hits.starts[number])
        return number

    # Steps

    def moved(self) -> None:
        """Focus what is under the cursor."""
        self._refocus()

    def _refocus_if_need_be(self) -> None:
        """Focus another annotation if the one in focus is gone or hidden, or there is none."""
        position = self.position
        if position is None or not self.index.is_visible(position, hidden=self.hidden):
            self._refocus()

    def _refocus(self) -> None:
        """Focus the annotation under the cursor that is meant."""
        hit = self.hit
        sought = None if hit is None else (self.hits.starts[hit], self.hits.ends[hit])
        position = meant(self.index, self.cursor, hidden=self.hidden, sought=sought)
        self.focus = None if position is None else self.index.ids[position]
        self._come_upon = self.focus
        if self.focus is not None:
            self._visited = self.focus

    def _first_candidate(self, step: int) -> int:
        return first_candidate(self.index, step, cursor=self.cursor, position=self.position)

    def is_inside(self, offset: int) -> bool:
        """Whether a character goes on a name or a figure, in which no sentence ends."""
        index = self.index
        return any(
            index.starts[at] < offset and index.layer(at) is not Layer.QUOTES
            for at in index.overlapping(offset, offset + 1)
        )
