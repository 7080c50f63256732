"""Correcting and adding casualty figures of the open article by a form."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from annotations import review
from annotations.model import PLACE_LABELS, Annotation, CasualtyFigure, Layer, Span
from annotations.text import clean_line
from reader.describing import counted, short
from reader.focusing import around
from reader.keyboard.counts import MOST
from reader.pointing import Aim
from reader.reading import Reading
from reader.screens.article.pointing import Pointing, Question
from reader.switches import Switch

if TYPE_CHECKING:
    from reader.figures.draft import Draft
    from reader.figures.form import Field, Surroundings

_CLAIMANTS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""Labels of those who may claim something."""


class FillingIn(Pointing):
    """A screen with an open article whose figures can be filled in."""

    def action_fill_in(self, count: int | None = None) -> None:
        """Open the form of the figure in focus; or say what it counts, and leave the rest."""
        if self.has_to_answer():
            return
        figure = self._figure_here()
        if figure is None:
            key = self.key("text.next-figure")
            self.say(f"There is no figure under the cursor: {key} goes to the next one.")
            return
        if count is not None:
            self._let_count(figure, count)
            return
        from reader.figures.draft import Draft  # brings lexicons, needed only here

        self._open_form(Draft.of(figure))

    def _figure_here(self) -> CasualtyFigure | None:
        """The figure in focus, or else around the number, name or quote in focus."""
        reading = self.view.reading
        focused = self.session.annotation(reading.focus)
        if isinstance(focused, CasualtyFigure):
            return focused
        position = around(reading.index, reading.cursor, Layer.CASUALTIES, hidden=reading.hidden)
        found = None if position is None else self.session.annotation(reading.index.ids[position])
        return found if isinstance(found, CasualtyFigure) else None

    def _let_count(self, figure: CasualtyFigure, count: int) -> None:
        """Let a figure count so many, within the bounds that its qualifier sets."""
        if count >= MOST:
            key = self.key("article.figure")
            self.say(f"{MOST:,} and more are typed into the form: {key} opens it.")
            return
        from reader.figures.counting import counting  # brings lexicons, needed only here

        after = counting(figure, count)
        is_same = after == figure
        decided = review.accept(figure) if is_same else review.corrected(after)
        if decided == figure:
            self.say(f"It counts {counted(figure)} already.")
        elif self._edit("accept" if is_same else "correct", figure, decided) and not is_same:
            self.say(f"{short(after)}: {counted(after)}; it was {counted(figure)}")

    def add(self, added: Annotation) -> bool:
        """Add an annotation; a figure once its form is saved, which tells nothing yet."""
        if not isinstance(added, CasualtyFigure):
            return super().add(added)
        from reader.figures.draft import Draft  # brings lexicons, needed only here

        self._open_form(Draft.of(added, is_new=True))
        return False

    def _open_form(self, draft: "Draft") -> None:
        from reader.screens.dialogs.figure_form import FigureForm

        around, known = self._surroundings()
        keys = self.settings.keymap
        self.asked_about = draft.figure.id
        form = FigureForm(draft, around, save=partial(self._save, draft), known=known, keys=keys)
        self.app.push_screen(form, self._form_closed)

    def _surroundings(self) -> tuple["Surroundings", Mapping["Field", list[str]]]:
        """What the form is read by, and what the article has for some of its fields."""
        from annotations.detect.dates.resolving import published_day
        from reader.figures.form import Field, Surroundings

        text, index = self.article.text, self.view.reading.index
        words = {
            at: text[index.starts[at] : index.ends[at]]
            for switch in (Switch.NAMES, Switch.FIGURES)
            for at in index.positions(switch)
        }
        places = {words[at]: index.ids[at] for at in words if index.kinds[at] in PLACE_LABELS}
        claimants = (words[at] for at in words if index.kinds[at] in _CLAIMANTS)
        figures = [
            Span.cut(text, index.starts[at], index.ends[at])
            for at in words
            if index.layer(at) is Layer.CASUALTIES
        ]
        around = Surroundings(
            text=text,
            published=published_day(self.article.published),
            vague_rule=self.session.vague_rule,
            figures=figures,
            place_of=lambda words: self.session.annotation(places.get(words)),
        )
        known = {
            Field.PLACE: [*places],
            Field.CLAIMANT: [*dict.fromkeys(claimants)],
            Field.PART: [*dict.fromkeys(clean_line(each.text) for each in figures)],
        }
        return around, known

    def _save(self, draft: "Draft", figure: CasualtyFigure) -> bool:
        """Write a filled-in figure to the store; one that nothing was changed in is confirmed."""
        before = None if draft.is_new else self.session.annotation(draft.figure.id)
        if figure != before:
            from annotations.claims import within_quote

            figure = within_quote(figure, self.quotes_over(figure.start, figure.end))
        action: str
        after: Annotation
        if before is None:  # or somebody else has removed it meanwhile: it comes back as filled in
            action, after = "add", figure
        elif figure == before:
            action, after = "accept", review.accept(figure)
        else:
            action, after = "correct", review.corrected(_beside_marks(figure, before))
        done = after == before or self._edit(action, before, after)
        if done:
            self.view.perform(Reading.unselect)
        return done

    def _form_closed(self, draft: "Draft | None") -> None:
        """Once the form is closed: let a field be taken from the text, if that was asked for."""
        if draft is None:
            self.asked_about = None
            return

        def take(span: Span) -> None:
            """Come back to the form with the words."""
            around, _ = self._surroundings()
            self._open_form(draft.take(span, around))

        self.ask_where(
            Question(
                asked=str(draft.at),
                aim=Aim(about=draft.figure.id),
                take=take,
                take_nothing=lambda: self._open_form(draft.put("")),
                leave=lambda: self._open_form(draft),
            )
        )


def _beside_marks(figure: CasualtyFigure, standing: Annotation) -> CasualtyFigure:
    """A figure as filled in, with the tags and the note that it has by now."""
    return replace(figure, tags=standing.tags, note=standing.note)
