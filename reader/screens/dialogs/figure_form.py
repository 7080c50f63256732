"""The form of a casualty figure: every field, with what is wrong beside it."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from annotations.model import CasualtyFigure
from annotations.text import clean, clean_line
from reader.commands import binding, bindings
from reader.figures.draft import Draft
from reader.figures.form import CHOSEN, Field, Filled, Surroundings
from reader.figures.offers import Known, offers
from reader.keyboard.keymap import USUAL, Keymap
from reader.screens.dialogs.dialog import Dialog
from reader.sentences import around
from reader.widgets.form_row import FormRow


class _Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields, scrolled by the keys of the form."""


class FigureForm(Dialog[Draft | None], inherit_bindings=False):
    """A figure's fields, moved in by the keys of lists; Enter edits one, and ends that.

    It gives back the draft if a field is to be taken from the article's text, to come back with
    it; null if it was saved or left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("rows", "form"),
        binding("app.help"),
        binding("app.redraw"),
        Binding("ctrl+c,super+c", "screen.copy_text", show=False),
    ]
    HELP_ROOMS = ("rows", "form")
    FRAME = "#figure-form"

    def __init__(
        self,
        draft: Draft,
        surroundings: Surroundings,
        *,
        save: Callable[[CasualtyFigure], bool],
        known: Known | None = None,
        keys: Keymap = USUAL,
    ) -> None:
        """Args:
        draft: The texts to begin with.
        surroundings: What the texts are read by.
        save: Writes the figure to the store; tells whether it could.
        known: What the article has for some fields.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._draft = draft
        self._surroundings = surroundings
        self._save = save
        self._known = known or {}
        self._filled: Filled = draft.filled(surroundings)
        self._right = dict(draft.texts)
        """What each field had last that was not wrong."""
        self._refused: Field | None = None
        """The field for which the figure was not saved, until that is right."""
        self._asks = False
        """Whether the next key answers what is to become of the changes."""

    def compose(self) -> ComposeResult:
        """The sentence with the figure marked, then the fields."""
        figure = self._draft.figure
        before, marked, behind = around(self._surroundings.text, figure.start, figure.end)
        sentence = Content.assemble(clean(before), (clean(marked), "reverse"), clean(behind))
        with Vertical(id="figure-form"):
            yield Static(sentence, id="figure-sentence")
            with _Fields(id="figure-fields"):
                for each in Field:
                    yield FormRow(each, letter=self._letter(each))

    def _letter(self, each: Field) -> str:
        """The letter that leads to a field after the key that all have in common."""
        return self.keys.first(f"form.to-{each.replace(' ', '-')}")[-1:]

    def on_mount(self) -> None:
        """Show the draft."""
        self.query_one(self.FRAME).border_title = "new figure" if self._draft.is_new else "figure"
        self._show(self._draft)
        self._hint()

    @property
    def _row(self) -> FormRow:
        """The field one is at."""
        return self._rows[list(Field).index(self._draft.at)]

    @property
    def _rows(self) -> list[FormRow]:
        return list(self.query(FormRow))

    def _show(self, draft: Draft) -> None:
        self._draft, self._filled = draft, draft.filled(self._surroundings)
        errors, row = self._filled.errors, self._row
        if not row.is_edited:
            self._right |= {each: draft.texts[each] for each in Field if each not in errors}
        if self._refused not in errors:
            self._refused = None
        for each, row in zip(Field, self._rows, strict=True):
            row.show(
                clean_line(draft.texts[each]),
                clean_line(self._remark(each)),
                is_wrong=each in errors,
                is_refused=each is self._refused,
                is_current=each is draft.at,
            )

    def _remark(self, each: Field) -> str:
        """What there is to say about a field: what is wrong, or how it was understood."""
        error = self._filled.errors.get(each)
        if error is None:
            return self._filled.remarks.get(each, "")
        return f"not saved: {error}" if each is self._refused else error

    def _hint(self) -> None:
        """Say in the border what the most important keys do; first, why nothing was saved."""
        if self._row.is_edited:
            self.say("Enter: done · Tab: next · → completes · Esc: as it was")
            return
        if self._refused is not None:
            key = self.keys.first("rows.choose")
            self.say(f"not saved: “{self._refused}” is wrong: {key} edits it")
            return
        commands = {
            "rows.choose": "edit",
            "form.take": "from the text",
            "form.save": "save",
            "form.close": "leave",
        }
        keys = ((self.keys.first(name), does) for name, does in commands.items())
        self.say(" · ".join(f"{key} {does}" for key, does in keys if key))

    # Moving

    def move(self, rows: int) -> None:
        """Go some fields down, or up; what is being typed is kept."""
        self._end_edit()
        self._show(self._draft.go(rows))
        self._hint()

    def move_pages(self, pages: int) -> None:
        """Go to the last field, or the first."""
        self.move(pages * len(Field))

    def action_to_field(self, name: str) -> None:
        """Go to a field by its name."""
        self.move_to(list(Field).index(Field(name)))

    def move_to(self, row: int | None) -> None:
        """Go to a field by its number."""
        at = list(Field).index(self._draft.at)
        self.move((len(Field) if row is None else row) - at)

    @on(FormRow.Clicked)
    def _edit_clicked(self, event: FormRow.Clicked) -> None:
        """Go to a field that is clicked, and edit it."""
        self.move_to(self._rows.index(event.row))
        self.action_choose()

    # Editing

    def action_choose(self) -> None:
        """Edit the field."""
        at = self._draft.at
        self._row.edit(self._draft.texts[at], lambda text: offers(at, text, self._known))
        self._hint()

    @on(Input.Changed)
    def _check(self, event: Input.Changed) -> None:
        """Check all fields with what has been typed."""
        event.stop()
        if self._row.is_edited and event.input.parent is self._row:
            self._show(self._draft.put(event.value))

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        event.stop()
        self.move(0)

    def _end_edit(self) -> None:
        if self._row.is_edited:
            self._draft = self._draft.put(self._row.end())

    def action_remove(self) -> None:
        """Empty the field."""
        self._show(self._draft.put(""))

    def action_take(self) -> None:
        """Let the field be taken from the article's text."""
        if self._draft.at in CHOSEN:
            key = self.keys.first("rows.choose")
            self.say(f"“{self._draft.at}” has words of its own: {key} edits it")
        else:
            self.dismiss(self._draft)

    # Leaving

    def action_save(self) -> None:
        """Save, unless something is wrong; then go there, and say what beside it."""
        self._end_edit()
        self._show(self._draft)
        wrong = next(iter(sorted(self._filled.errors, key=list(Field).index)), None)
        if wrong is not None:
            self._refused = wrong
            self.move_to(list(Field).index(wrong))
        elif self._save(self._filled.figure):
            self.dismiss(None)

    def action_close(self) -> None:
        """Give the field back what it had, if it is typed or wrong; else leave the form."""
        if self._row.is_edited:
            self._row.end()
            self._put_back()
        elif self._draft.at in self._filled.errors and self._draft.put(self._former) != self._draft:
            self._put_back()
        elif self._draft.is_changed:
            self._asks = True
            self.say("The changes are not saved: y saves them · Esc or n drops them · else go on")
        else:
            self.dismiss(None)

    @property
    def _former(self) -> str:
        """What the field had before something wrong was typed into it, or is being typed."""
        return self._right[self._draft.at]

    def _put_back(self) -> None:
        self._show(self._draft.put(self._former))
        self._hint()

    async def take_key(self, event: events.Key) -> bool:
        """Take the answer to what is to become of the changes, if that was asked."""
        if not self._asks:
            return await super().take_key(event)
        self._asks = False
        self._hint()
        if event.key == "y":
            self.action_save()
        elif event.key in ("n", "escape"):
            self.dismiss(None)
        return True
