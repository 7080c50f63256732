"""Choosing what an annotation is: entity label, quote type or figure category."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from annotations.model import ENTITY_LABELS, KINDS, Layer
from reader.describing import SWITCH_NAMES
from reader.keyboard.keymap import USUAL, Keymap
from reader.own_labels import OwnLabel
from reader.screens.dialogs.dialog import Choices, Picker
from reader.switches import switch_of

_HELP = "Type to narrow, Enter to choose; a capital chooses at once"


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A layer and a kind in it."""

    layer: Layer
    kind: str


class KindPicker(Picker[KindChoice | None]):
    """A list of kinds that narrows as one types; Enter takes the one on top or under the bar.

    A capital that nothing was typed before takes at once the first kind that begins with it.
    Letters and digits are typed, and so are no keys; Escape leaves it whatever else does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]
    FRAME = "#kind-picker"

    def __init__(
        self,
        layers: Sequence[Layer],
        *,
        own: Sequence[OwnLabel] = (),
        current: str | None = None,
        keys: Keymap = USUAL,
    ) -> None:
        """Args:
        layers: The layers to choose from.
        own: The person's own labels.
        current: The kind to begin at.
        keys: The keys of the commands.
        """
        super().__init__(keys)
        self._own = {each.name: each for each in own if each.layer in layers}
        self._choices = choices_of(layers, own)
        self._current = current
        self._shown: list[KindChoice] = []
        self._is_typed = False

    def compose(self) -> ComposeResult:
        """What to do, the input and the list."""
        with Vertical(id="kind-picker"):
            yield Label(_HELP, id="kind-picker-help")
            yield Input(id="kind-picker-input", compact=True)
            yield Choices(id="kind-picker-list")

    def on_mount(self) -> None:
        """List everything, the bar on the present kind."""
        self._narrow("")
        self.query_one(Input).cursor_blink = False
        kinds = [choice.kind for choice in self._shown]
        if self._current in kinds:
            self.choices.highlighted = kinds.index(self._current)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list, or take the label whose key or first letter this is."""
        is_first, self._is_typed = not self._is_typed, bool(event.value)
        keyed = next((each for each in self._own.values() if each.key == event.value), None)
        at_once = by_capital(self._choices, event.value) if is_first else None
        if keyed is not None and is_first:
            self.dismiss(KindChoice(keyed.layer, keyed.name))
        elif at_once is not None:
            self.dismiss(at_once)
        else:
            self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Take the kind under the bar."""
        highlighted = self.choices.highlighted
        if highlighted is not None:
            self.dismiss(self._shown[highlighted])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the kind that was clicked."""
        self.dismiss(self._shown[event.option_index])

    def _narrow(self, typed: str) -> None:
        self._shown = matching(self._choices, typed)
        options = self.choices
        options.clear_options()
        options.add_options(Option(self._line(choice, typed)) for choice in self._shown)
        options.highlighted = 0 if self._shown else None

    def _line(self, choice: KindChoice, typed: str) -> Content:
        """A kind and what it is; its first letter is underlined where it takes it by itself."""
        is_at_once = not typed and by_capital(self._choices, choice.kind[0].upper()) == choice
        begin = (choice.kind[0], "underline" if is_at_once else "")
        name = (begin, f"{choice.kind[1:]:12}")
        mine = self._own.get(choice.kind)
        if mine is not None:
            return Content.assemble(*name, (_gloss_of(mine), "dim"))
        family = SWITCH_NAMES[switch_of(choice.layer, choice.kind)]
        gloss = ENTITY_LABELS.get(choice.kind, family.lower().removesuffix("s"))
        return Content.assemble(*name, (gloss, "dim"))


def choices_of(layers: Sequence[Layer], own: Sequence[OwnLabel]) -> list[KindChoice]:
    """What there is to choose from; a person's own labels stand first in their layer."""
    return [
        KindChoice(layer, kind)
        for layer in layers
        for kind in (*(each.name for each in own if each.layer is layer), *KINDS[layer])
    ]


def matching(choices: Sequence[KindChoice], typed: str) -> list[KindChoice]:
    """The choices whose kind begins with what was typed, then those that have it elsewhere."""
    wanted = typed.strip().lower()
    begin = [choice for choice in choices if choice.kind.lower().startswith(wanted)]
    within = [choice for choice in choices if choice not in begin and wanted in choice.kind.lower()]
    return begin + within


def by_capital(choices: Sequence[KindChoice], typed: str) -> KindChoice | None:
    """The first choice that begins with what was typed, if that is one capital letter."""
    if not (len(typed) == 1 and typed.isupper()):
        return None
    return next((each for each in choices if each.kind.upper().startswith(typed)), None)


def _gloss_of(label: OwnLabel) -> str:
    """What an own label is for, and its key."""
    about = f" {label.about or 'your own'}"
    return f"{about} [{label.key}]" if label.key else about
