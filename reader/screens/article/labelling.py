"""The commands that label: the annotation in focus, a selection, or a name not yet annotated."""

from functools import partial
from typing import TYPE_CHECKING

from annotations.model import Layer
from annotations.store.places import Place
from reader.describing import LAYER_NAMES
from reader.reading import Reading
from reader.screens.article.correcting import Correcting

if TYPE_CHECKING:
    from reader.screens.dialogs.kind_picker import KindChoice


class Labelling(Correcting):
    """A screen with an open article whose names need not be selected before they get a label."""

    def action_relabel(self) -> None:
        """Ask for another kind for the annotation in focus; where none is, what stands there is."""
        if self.view.reading.focus is not None:
            super().action_relabel()
        elif self.view.reading.trimmed_selection() is not None:
            self._pick_kind(tuple(Layer), self._label_selection)
        elif (begun := self._select_name()) is not None:
            self._pick_kind(tuple(Layer), partial(self._label_name, begun))
        else:
            super().action_relabel()  # says that there is nothing

    def action_label_again(self) -> None:
        """Give the selection, else the annotation or name here, the kind that was chosen last."""
        last = self.session.last_kind
        if last is None:
            chosen = f"{self.key('article.relabel')} or {self.key('article.choose')}"
            self.say(f"No label has been chosen yet: {chosen} chooses one.")
            return
        from reader.screens.dialogs.kind_picker import KindChoice

        layer, kind = last
        if self._has_selected(names=layer is Layer.ENTITIES):
            self._label_selection(KindChoice(layer, kind))
        elif (annotation := self._focused()) is not None:
            if annotation.layer is layer:
                self._give_kind(kind, layer)
            else:
                here, there = LAYER_NAMES[annotation.layer], LAYER_NAMES[layer]
                self.say(f"This is a {here}; the last label, {kind}, is one of a {there}.")

    def _has_selected(self, *, names: bool) -> bool:
        """Whether something is selected, perhaps only now the name here, if names will do."""
        reading = self.view.reading
        if reading.trimmed_selection() is not None:
            return True
        return names and reading.focus is None and self._select_name() is not None

    def _select_name(self) -> Place | None:
        """Select the name that begins under the cursor; where one was, null if there is none."""
        from annotations.detect import lexicon  # the words are needed only here
        from reader.bare_names import name_from

        reading = self.view.reading
        index, at = reading.index, reading.index.from_offset(reading.cursor)
        found = name_from(
            reading.text,
            reading.cursor,
            before=index.starts[at] if at < len(index) else len(reading.text),
            particles=lexicon.words("name_particles"),
        )
        if found is None:
            return None
        begun, (start, end) = self.view.place, found

        def select(reading: Reading) -> None:
            """Select just the name, so that it is seen before it is kept."""
            reading.go(end - 1)
            reading.select(anchor=start)

        self.view.perform(select)
        return begun

    def _label_name(self, begun: Place, choice: "KindChoice | None") -> None:
        """Label the name that was selected; without a choice all is as it was."""
        self._label_selection(choice)
        if choice is None:
            self.view.perform(Reading.unselect)
            self.view.return_to(begun)
