"""Correcting the open article from the keyboard: what is shown is what is committed."""

from dataclasses import replace
from pathlib import Path

from annotations.model import Article, CasualtyFigure, Count, Entity, Quote, Status
from annotations.review import Change
from annotations.store import Store
from annotations.store.names import NameGroup
from tests.app.driver import ARTICLE, DETECTOR, Open, Statuses, span


async def test_accept_commits_and_goes_on(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab")
        assert reader.focused == "Ines Calder"
        await reader.press("a")
        assert statuses()["Ines Calder"] == "accepted"
        assert reader.focused == "Marrow Bridge"


async def test_reject_hides_it_and_goes_on(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "x")
        assert statuses()["Marrow Bridge"] == "rejected"
        assert reader.focused == "“We lost at least 12 people,”"
        await reader.press("shift+tab")
        assert reader.focused == "Ines Calder"


async def test_reject_goes_on_to_what_begins_at_the_same_place(
    opened: Open, store: Store, tmp_path: Path
) -> None:
    text = "Calder warned them."
    path = tmp_path / "nested.db"
    article = Article(id="nested", text=f"Then {text}")
    whole = Quote(start=5, end=24, text=text, type="indirect")
    name = Entity(start=5, end=11, text="Calder", label="PERSON")
    with Store.open(path) as nested:
        nested.articles.add_one(article)
        nested.runs.record("nested", DETECTOR, [whole, name])
    async with opened(article=article, path=path) as reader:
        await reader.press("tab")
        assert reader.focused == text
        await reader.press("x")
        assert reader.focused == "Calder"


async def test_review_from_top_to_end_by_one_key(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("full_stop", *"aaaaaa")
        assert set(statuses().values()) == {"accepted"}
        assert "0 of 6 unreviewed" in reader.shown()
        assert "No further unreviewed annotation below." in reader.shown()


async def test_accepting_twice_changes_nothing(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "a", "shift+tab", "a")
        assert len(store.edits.history()) == 1


async def test_relabel_an_entity(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "e")
        await reader.type("fac\r")
        (bridge,) = (each for each in store.annotations.of("flood") if each.kind == "FAC")
        assert (bridge.text, bridge.status) == ("Marrow Bridge", Status.CORRECTED)
        assert reader.focused == "Marrow Bridge"


async def test_relabel_a_quote_and_a_figure(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab", "e", "m", "enter")
        await reader.press("tab", "e")
        await reader.type("inj\r")
        kinds = {each.text: each.kind for each in store.annotations.of("flood")}
        assert kinds["“We lost at least 12 people,”"] == "mixed"
        assert kinds["at least 12 people"] == "injured"


async def test_choosing_the_same_label_accepts(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab", "e", "enter")
        assert statuses()["Ines Calder"] == "accepted"


async def test_leaving_the_label_picker_changes_nothing(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "e", "escape")
        assert store.edits.history() == []


async def test_delete_removes_and_stays(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab", "delete")
        assert statuses()["Ines Calder"] == "rejected"
        assert reader.focused is None
        assert reader.view.reading.cursor == span("Ines Calder").start


async def test_add_an_entity_by_selecting_words(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await reader.type("Tuesday")
        await reader.press("enter", "v", "w", "enter")
        await reader.type("da\r")
        (added,) = store.annotations.of("flood", statuses={Status.ADDED})
        assert isinstance(added, Entity)
        assert (added.text, added.label, added.annotator) == ("Tuesday", "DATE", store.annotator)
        assert reader.focused == "Tuesday"
        assert reader.selected is None


async def test_added_name_is_in_the_index_as_whoever_it_means(opened: Open, store: Store) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.go(span("Calder said").start))
        await reader.press("v", "w", "enter")
        await reader.type("person\r")
        (added,) = store.annotations.of("flood", statuses={Status.ADDED})
        assert isinstance(added, Entity)
        assert (added.text, added.name) == ("Calder", "Ines Calder")
        people = store.names.find(group=NameGroup.PERSON)
        assert [(each.name, each.mentions) for each in people] == [("Ines Calder", 2)]


async def test_relabelled_name_is_in_the_index_until_it_is_a_number(
    opened: Open, store: Store
) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "e")
        await reader.type("fac\r")
        assert [each.name for each in store.names.find("marrow")] == ["Marrow Bridge"]
        await reader.press("e")
        await reader.type("quant\r")
        assert store.names.find("marrow") == []
        await reader.press("U")
        assert [each.name for each in store.names.find("marrow")] == ["Marrow Bridge"]


async def test_add_a_figure_reads_its_count(opened: Open, store: Store) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.go(span("Thirty").start))
        await reader.press("v", "w", "enter")
        await reader.type("disp\r")
        assert Status.ADDED not in {each.status for each in store.annotations.of("flood")}
        await reader.press("s")
        (added,) = (each for each in store.annotations.of("flood") if each.kind == "displaced")
        assert isinstance(added, CasualtyFigure)
        assert (added.text, added.status) == ("Thirty", Status.ADDED)
        assert (added.num_start, added.num_end) == (added.start, added.end)
        assert added.count == Count(low=30, high=30, best=30)


async def test_labelling_a_marked_stretch_relabels_it(opened: Open, store: Store) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.focus_on(reading.index.ids[0]))
        await reader.press("v", "w", "w", "enter", "n", "o", "r", "p", "enter")
        calder = store.annotations.of("flood")[0]
        assert (calder.text, calder.kind) == ("Ines Calder", "NORP")
        assert len(store.annotations.of("flood")) == 6


async def test_choose_without_selection_says_what_to_do(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("enter")
        assert "Nothing is selected" in reader.shown()


async def test_a_key_without_annotation_says_what_to_do(opened: Open, store: Store) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.go(span("said").start))
        await reader.press("a", "x", "e", "delete")
        assert "no annotation under the cursor" in reader.shown()
        assert store.edits.history() == []


async def test_own_annotation_is_removed_for_good(opened: Open, store: Store) -> None:
    async with opened() as reader:
        reader.view.perform(lambda reading: reading.go(span("school").start))
        await reader.press("v", "w", "enter", "f", "a", "enter", "delete")
        assert [each.text for each in store.annotations.of("flood")].count("school") == 0
        await reader.press("U")
        assert [each.text for each in store.annotations.of("flood")].count("school") == 1
        assert reader.focused == "school"


async def test_undo_and_redo(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab", "a", "x", "U", "ctrl+z")
        assert set(statuses().values()) == {"suggested"}
        assert "undid: accept “Ines Calder” (PERSON)" in reader.shown()
        await reader.press("ctrl+y")
        assert statuses()["Ines Calder"] == "accepted"
        assert statuses()["Marrow Bridge"] == "suggested"
        await reader.press("ctrl+y", "ctrl+y")
        assert "no edit left to redo" in reader.shown()


async def test_undoing_what_another_person_did_names_them(opened: Open, store_path: Path) -> None:
    with Store.open(store_path, annotator="ann") as other:
        before = other.annotations.of("flood")[0]
        change = Change(before=before, after=replace(before, status=Status.ACCEPTED))
        other.edits.annotations("flood", "accept", [change])
    async with opened() as reader:
        await reader.press("U")
        assert "undid: accept “Ines Calder” (PERSON), by ann" in reader.shown()


async def test_undo_after_reopening(opened: Open, statuses: Statuses) -> None:
    async with opened() as reader:
        await reader.press("tab", "a")
    async with opened() as reader:
        await reader.press("U")
        assert statuses()["Ines Calder"] == "suggested"


async def test_tags_and_note_of_an_annotation(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "t")
        await reader.type("check, Urgent")
        await reader.press("enter", "c")
        await reader.type("spelt Kalder elsewhere\r")
        calder = store.annotations.of("flood")[0]
        assert calder.tags == ("check", "Urgent")
        assert calder.note == "spelt Kalder elsewhere"
        assert calder.status is Status.SUGGESTED
        assert "spelt Kalder elsewhere" in reader.shown()


async def test_tags_and_note_of_the_article(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("t")
        await reader.type("flood")
        await reader.press("enter", "tab", "C")
        await reader.type("two sources\r")
        article = store.articles.get(ARTICLE.id)
        assert (article.tags, article.note) == (("flood",), "two sources")
        assert "#flood" in reader.shown()
        await reader.press("U", "U")
        assert store.articles.get(ARTICLE.id).tags == ()
        assert "#flood" not in reader.shown()


async def test_escape_takes_a_question_back(opened: Open, store: Store) -> None:
    async with opened() as reader:
        await reader.press("tab", "t", "n", "o", "escape", "a")
        assert store.annotations.of("flood")[0].tags == ()
        assert store.annotations.of("flood")[0].status is Status.ACCEPTED


async def test_inspector_shows_who_said_it(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab")
        for expected in ("said by Ines Calder", "speaker “Calder”", "cue “said”"):
            assert expected in reader.shown()


async def test_inspector_shows_the_figure(opened: Open) -> None:
    async with opened() as reader:
        await reader.press("tab", "tab", "tab", "tab")
        for expected in ("figure killed", "count at least 12", "victims person", "by Calder"):
            assert expected in reader.shown()


async def test_edits_before_the_store_exists_are_kept(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "new" / "store.db"
    async with opened(path=path) as reader:
        await reader.press("v", "w", "enter", "p", "enter")
    with Store.open(path) as made:
        (added,) = made.annotations.of(ARTICLE.id)
        assert added.text == "Mayor"
        assert added.kind == "PERSON"


async def test_an_unchanged_answer_changes_no_tags(opened: Open, store: Store) -> None:
    before = store.annotations.of("flood")[0]
    after = replace(before, tags=("one, with a comma",))
    store.edits.annotations("flood", "tag", [Change(before=before, after=after)])
    async with opened() as reader:
        await reader.press("tab", "t", "enter")
        assert store.annotations.of("flood")[0].tags == ("one, with a comma",)
        assert len(store.edits.history()) == 1


async def test_card_shows_everything_however_long(opened: Open, store: Store) -> None:
    before = store.annotations.of("flood")[-2]
    after = replace(before, note="long " * 100 + "end of the note")
    store.edits.annotations("flood", "note", [Change(before=before, after=after)])
    async with opened(size=(40, 12)) as reader:
        await reader.press("tab", "tab", "tab", "tab", "i", *["j"] * 60)
        assert "end of the note" in " ".join(reader.shown().split())
        await reader.press("escape", "j")
        assert isinstance(reader.app.screen, type(reader.screen))
