"""What is seen beside a list of articles: facets, and a preview of the one under the cursor."""

from textual import on

from annotations.filters import Key, Query, parsed, toggled, written
from reader.messages import OpenRules
from reader.screens.library.curating import Curating
from reader.services import questions
from reader.services.messages import Counted, Edited, Previewed, RelatedFound
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.facet_list import FacetList
from reader.widgets.preview import Preview
from reader.widgets.virtual_rows import VirtualRows


class Surveying(Curating):
    """A list of articles with panes beside it, hidden until they are asked for."""

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self._opened: set[Key] = set()
        """The facets of which every value is listed."""
        self._on_the_way: int | None = None
        """The row on which somebody waits for the facets to be counted."""

    def ask_for(self, query: Query) -> None:
        """Make a filter that of the list."""
        raise NotImplementedError

    # Saved filters

    def action_save_filter(self) -> None:
        """Ask for a name for the filter of the list."""
        if not self.wanted.terms:
            self.say("there is no filter to save")
            return
        self.ask("save", f"Save “{written(self.wanted)}” as: ")

    def save_filter(self, name: str) -> None:
        """Give the filter of the list a name."""
        if name:
            typed = written(self.wanted)
            if self.write(lambda: self.session.store.saved_filters.save(name, typed)):
                self.say(f"saved as “{name}”; {self.key('library.saved')} lists what is saved")

    def action_saved_filters(self) -> None:
        """Choose one of the saved filters."""
        from reader.screens.dialogs.saved_filters import SavedFilterPicker

        saved = self.session.store.saved_filters.all() if self.session.is_open else {}
        if saved:
            picker = SavedFilterPicker(saved, remove=self._forget, keys=self.settings.keymap)
            self.app.push_screen(picker, self._take_saved)
        else:
            self.say(f"no filter is saved: {self.key('library.save')} saves the one that is set")

    def _forget(self, name: str) -> bool:
        return self.write(lambda: self.session.store.saved_filters.remove(name))

    def _take_saved(self, typed: str | None) -> None:
        if typed is not None:
            self.attempt(lambda: self.ask_for(parsed(typed)))

    # Rules

    def action_rules(self) -> None:
        """Show the rules that corrections have become."""
        self.post_message(OpenRules())

    # Facets

    @property
    def facets(self) -> FacetList:
        """The list of facets."""
        return self.query_one(FacetList)

    def action_facets(self) -> None:
        """To the facets and back; back from them closes them.

        Until they are counted the list keeps the keys.
        """
        if self.facets.display and self.facets.has_focus:
            self.close_facets()
            return
        self.facets.display = True
        self.facets.wait()
        if self.facets.is_counted:
            self.facets.focus()
        else:
            self._on_the_way = self.table.row
        self.count_facets()

    def close_facets(self) -> None:
        """Back to the list alone."""
        self.facets.display = False
        self._opened.clear()
        self.table.focus()

    def leave_facets(self) -> None:
        """Back to the list; the facets stay where there is room beside it."""
        if self.has_class("-tiny"):
            self.close_facets()
        else:
            self.table.focus()

    def count_facets(self) -> None:
        """Count the facets again, if they are shown; the list does not wait for them."""
        if self.session.is_open and self.facets.display:
            self.slow.ask("facets", questions.facets(self.wanted, frozenset(self._opened)))

    @on(Counted)
    def _show_facets(self, event: Counted) -> None:
        if event.query != self.wanted:
            return
        self.facets.show(event.facets, event.query)
        waited_at, self._on_the_way = self._on_the_way, None
        if waited_at == self.table.row and self.table.has_focus:
            self.facets.focus()

    @on(FacetList.Picked)
    def _pick(self, event: FacetList.Picked) -> None:
        self.ask_for(toggled(self.wanted, event.key, event.value))

    @on(FacetList.Opened)
    def _open_facet(self, event: FacetList.Opened) -> None:
        self._opened.add(event.key)
        self.count_facets()

    @on(Edited)
    def _count_again(self) -> None:
        self.count_facets()

    # Related articles

    def action_related(self) -> None:
        """Find the articles that are about the same as the one under the cursor."""
        row = self.current()
        if row is not None:
            self.slow.ask("related", questions.related(row))

    @on(RelatedFound)
    def _show_related(self, event: RelatedFound) -> None:
        if not event.found:
            self.say("no other article shares names, places or days with this one")
        elif self.is_current:
            from reader.screens.related import RelatedScreen

            settings = self.settings
            self.app.push_screen(
                RelatedScreen(
                    self.session, f"Related to “{event.title}”", event.found, settings=settings
                )
            )

    # Preview

    def action_preview(self) -> None:
        """Show or hide what the article under the cursor is about."""
        preview = self.query_one(Preview)
        preview.display = not preview.display
        self.survey()

    def survey(self) -> None:
        """Read what the article under the cursor is about, if that is shown."""
        row = self.current()
        if row is not None and self.query_one(Preview).display:
            self.lookup.ask("preview", questions.preview(self.wanted, row.key, row.id))

    @on(VirtualRows.Moved)
    def _follow(self) -> None:
        self.survey()

    @on(Previewed)
    def _show_preview(self, event: Previewed) -> None:
        if event.key == self.table.key:
            self.query_one(Preview).show(
                event.article,
                event.tolls,
                event.stretches,
                copies=event.copies,
                folded=self.table.folds(event.key),
            )
