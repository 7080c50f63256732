"""The commands by which a person edits the articles of a list: one, or all that are selected."""

from typing import TYPE_CHECKING

from annotations import review
from annotations.filters import Query
from annotations.language import has_detector
from annotations.model import Article
from annotations.review import Decision, Marks
from annotations.store import ArticleRow
from reader.article_states import VERDICTS
from reader.messages import Answered, DetectArticles
from reader.note_lines import in_lines, on_one_line
from reader.screens.questioning import Questioning
from reader.screens.stepping import Stepping
from reader.screens.typed import Typing
from reader.services.long_edits import bulk_edit
from reader.services.session import Session
from reader.settings.preferences import DEFAULTS, Settings
from reader.widgets.article_table import ArticleTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.store.bulk import BulkEdits, BulkOutcome


class Curating(Typing, Stepping, Questioning):
    """A screen with a list of articles, one of them under the cursor, and perhaps some selected.

    Edits of many articles, and undoing, may take a while; the app has them made beside the screen.
    """

    def __init__(self, session: Session, *, settings: Settings = DEFAULTS) -> None:
        """Args:
        session: The store.
        settings: What the person prefers.
        """
        super().__init__(session, settings=settings)
        self.wanted = Query()
        """Which articles are listed."""
        self._chosen: list[int] = []
        """The articles that the tags are for which are asked for."""

    @property
    def table(self) -> ArticleTable:
        """The list of articles."""
        return self.query_one(ArticleTable)

    def current(self) -> ArticleRow | None:
        """The article under the cursor; null if there is none."""
        return self.table.article(self.table.row)

    def reload(self) -> None:
        """List the articles as they stand in the store."""
        raise NotImplementedError

    def show_place(self) -> None:
        """Say how many articles there are, and how many are selected."""
        raise NotImplementedError

    # Selecting

    def action_mark(self) -> None:
        """Select the article under the cursor, or no longer."""
        self.table.mark()
        self.show_place()

    def action_mark_up_to_here(self) -> None:
        """Select all from the last that was selected."""
        self.table.mark_up_to_here()
        self.show_place()

    def action_mark_all(self) -> None:
        """Select all that are listed, or none."""
        self.table.mark_all()
        self.show_place()

    # Deciding on many

    def action_decide(self, what: str) -> None:
        """Accept or reject all that waits in the selected articles, or let it wait again."""
        accept, reject = review.if_undecided(review.accept), review.if_undecided(review.reject)
        decisions: dict[str, tuple[str, str, Decision]] = {
            "accept": ("accepting", "accepted all that waited in", accept),
            "reject": ("rejecting", "rejected all that waited in", reject),
            "reopen": ("taking decisions back", "took the decisions back in", review.reopen),
        }
        if not self.table.marked:
            one, here, every = map(
                self.key, ("library.mark", "library.mark-range", "library.mark-all")
            )
            self.say(f"select articles first: {one} one, {here} up to here, {every} all")
            return
        doing, did, decision = decisions[what]
        keys = self.table.chosen
        self._edit(doing, did, lambda bulk: bulk.decide(keys, f"{what} all", decision))

    def action_state(self, verdict: str) -> None:
        """Give the article under the cursor, or the selected ones, a state."""
        meant, keys = VERDICTS[verdict], self.table.chosen
        if keys:
            self._edit(
                meant.doing,
                meant.did,
                lambda bulk: bulk.set_state(keys, meant.action, meant.state),
            )

    def action_delete(self) -> None:
        """Delete the article under the cursor, or the selected ones; deleted ones come back."""
        keys = self.table.chosen
        if not keys:
            return
        if self.wanted.asks_for_deleted:
            self._edit("restoring", "restored", lambda bulk: bulk.restore(keys))
        else:
            self._edit("deleting", "deleted", lambda bulk: bulk.delete(keys))

    def action_detect(self) -> None:
        """Run the detector again on the article under the cursor, or on the selected ones."""
        rows = self.session.store.articles.rows(self.table.chosen) if self.table.count else []
        read = [row.id for row in rows if has_detector(row.language)]
        if read:
            self.post_message(DetectArticles(read))
        if unread := len(rows) - len(read):
            self.say(f"{unread:,} not run: no detector for their language (is:foreign).")

    def _edit(self, doing: str, did: str, edit: "Callable[[BulkEdits], BulkOutcome]") -> None:
        undo = self.key("library.undo")
        self.carry_out(bulk_edit(doing, did, edit, undo_key=undo))

    def edited(self, said: str) -> None:
        """List again what many edits were made in, and tell of them."""
        self.reload()
        super().edited(said)

    # Tags and notes

    def action_edit_tags(self) -> None:
        """Ask for tags of the article under the cursor, or of the selected ones."""
        row = self.current()
        self._chosen = self.table.chosen
        if self.table.marked:
            question = f"Tags for {len(self._chosen):,}: "
            self.ask_tags("all-tags", question, hint="to put on; -tag takes one off")
        elif row is not None:
            self.ask_tags(f"tags {row.id}", "Tags: ", value=", ".join(row.tags))

    def typed_tag(self, tags: str) -> None:
        """Add tags to the article under the cursor, or to the selected ones."""
        self._chosen = self.table.chosen
        if self._chosen:
            self._tag_all(tags)

    def action_edit_note(self) -> None:
        """Ask for a note on the article under the cursor."""
        row = self.current()
        if row is not None:
            note = self.session.store.articles.get(row.id).note
            self.ask(f"note {row.id}", "Note: ", value=on_one_line(note or ""), lines=True)

    def take_marks(self, event: Answered) -> None:
        """Put the tags or the note that were typed on the articles they were asked for."""
        purpose, _, article_id = event.purpose.partition(" ")
        if purpose == "all-tags":
            self.attempt(lambda: self._tag_all(event.value))
        elif event.changed and purpose == "tags":
            self.attempt(lambda: self._tag(article_id, event.value))
        elif event.changed and purpose == "note":
            self.write(lambda: self._note(article_id, event.value))

    def _tag_all(self, typed: str) -> None:
        keys, parts = self._chosen, [part.strip() for part in typed.split(",")]
        add = self.read_tags(",".join(part for part in parts if not part.startswith("-")))
        remove = [self.spelled(part[1:].strip()) for part in parts if part.startswith("-")]
        if add or remove:
            self._edit("tagging", "tagged", lambda bulk: bulk.tag(keys, add=add, remove=remove))

    def _tag(self, article_id: str, answer: str) -> None:
        tags = self.read_tags(answer)

        def commit() -> None:
            """Put the tags in place of those that the article has by now."""
            article = self.session.store.articles.get(article_id)
            self._mark(article, "tag", Marks(tags=tags, note=article.note))

        self.write(commit)

    def _note(self, article_id: str, answer: str) -> None:
        article = self.session.store.articles.get(article_id)
        self._mark(article, "note", Marks(tags=article.tags, note=in_lines(answer) or None))

    def _mark(self, article: Article, action: str, after: Marks) -> None:
        if after != Marks(tags=article.tags, note=article.note):
            self.session.mark(article, action, after)
            self.reload()

    # Looking back and undoing

    def action_log(self) -> None:
        """Show all that was done to the store."""
        from reader.screens.log.screen import LogScreen

        if self.session.is_open:
            self.app.push_screen(LogScreen(self.session, settings=self.settings))
