"""A changed text is a new version of its article, and what people did to the old one goes along."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.errors import EditConflict, NoSuchVersion, TextChanged
from annotations.filters.parsing import parsed
from annotations.model import (
    Annotation,
    Article,
    ArticleState,
    CasualtyFigure,
    Detector,
    Entity,
    Quote,
    Span,
    Status,
)
from annotations.offsets import check
from annotations.review import Change, accept, reject
from annotations.sources import read as read_file
from annotations.store import Addition, Store
from tests.annotations.store.conftest import TEXT
from tests.annotations.store.series import dump, exhaust, quick

LONGER = f"Rain fell all night on the coast.\n\n{TEXT}"
WITHOUT_SOLDIERS = TEXT.replace("At least 12 soldiers died", "At least 14 soldiers died")


@pytest.fixture
def read(store: Store, detector: Detector, entity: Entity, quote: Quote) -> Store:
    """A store whose article was read by a detector; the name in it was accepted."""
    store.runs.record("a-1", detector, [entity, quote])
    name = store.annotations.of("a-1")[0]
    store.edits.annotations("a-1", "accept", [Change(before=name, after=accept(name))])
    return store


@pytest.fixture
def own(figure: CasualtyFigure) -> CasualtyFigure:
    """A figure that a person has added."""
    return replace(figure, status=Status.ADDED)


def add(store: Store, text: str) -> Addition:
    return store.articles.add_one(Article(id="a-1", text=text, title="Waiting")).addition


def told(store: Store, article_id: str = "a-1") -> list[str]:
    """What is annotated, as it reads in the text."""
    text = store.articles.get(article_id).text
    return [
        f"{each.status.value} {text[each.start : each.end]}"
        for each in store.annotations.of(article_id)
    ]


def test_a_changed_text_is_a_new_version(read: Store) -> None:
    outcome = read.articles.add_one(Article(id="a-1", text=LONGER, title="Still waiting"))
    assert (outcome.addition, outcome.taken, outcome.left_over) == (Addition.NEW_VERSION, 1, 0)
    article = read.articles.get("a-1")
    assert (article.text, article.title, article.version) == (LONGER, "Still waiting", 2)
    assert told(read) == ["accepted Mara Dell", "suggested “We wait.”"]
    assert read.check() == []


def test_the_new_text_is_to_be_read_by_the_detector(read: Store, detector: Detector) -> None:
    add(read, LONGER)
    assert read.runs.pending() == ["a-1"]
    assert read.runs.last("a-1") is None
    read.runs.record("a-1", detector, [])
    assert told(read) == ["accepted Mara Dell"]


def test_the_new_text_is_found_by_its_words(read: Store) -> None:
    add(read, LONGER)
    assert [*read.articles.keys(query=parsed("rain"))] == [read.articles.key("a-1")]


def test_the_same_text_changes_nothing(read: Store) -> None:
    before = dump(read.path)
    assert add(read, TEXT) is Addition.UNCHANGED
    assert dump(read.path) == before
    assert read.versions.of("a-1") == []


def test_a_text_that_it_had_before_changes_nothing(read: Store) -> None:
    add(read, LONGER)
    assert add(read, TEXT) is Addition.OLDER
    assert read.articles.get("a-1").text == LONGER


def test_quite_another_text_is_a_conflict(read: Store) -> None:
    other = "The council voted for a new school, which is to open in the north next year."
    assert add(read, other) is Addition.CONFLICT
    assert read.articles.get("a-1").text == TEXT


def test_a_deleted_article_stays_as_it_is(read: Store) -> None:
    read.bulk.delete([read.articles.key("a-1")])
    assert add(read, LONGER) is Addition.DELETED


def test_an_article_without_an_id_is_known_by_its_address(empty: Store) -> None:
    from annotations.sources.content_id import content_id

    def article(text: str) -> Article:
        return Article(id=content_id(text), text=text, url="https://example.org/1")

    first = empty.articles.add_one(article(TEXT))
    second = empty.articles.add_one(article(LONGER))
    assert (second.addition, second.article_id) == (Addition.NEW_VERSION, first.article_id)
    assert empty.articles.add_one(article(LONGER)).addition is Addition.UNCHANGED
    other = article("The council voted for a new school, which is to open in the north.")
    assert empty.articles.add_one(other).addition is Addition.ADDED
    named = replace(article(TEXT + " It rained."), id="my-own")
    assert empty.articles.add_one(named).addition is Addition.ADDED


def test_a_changed_file_is_known_by_where_it_is(empty: Store, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"

    def added(text: str) -> Addition:
        file.write_text(text)
        [(_, became)] = empty.articles.add(
            item for item in read_file(file) if isinstance(item, Article)
        )
        return became.addition

    assert added(TEXT) is Addition.ADDED
    assert added(LONGER) is Addition.NEW_VERSION
    assert added(LONGER) is Addition.UNCHANGED
    assert added(TEXT) is Addition.OLDER
    assert added("The council voted for a new school, to open in the north.") is Addition.ADDED
    assert added("The council voted for a new school, to open in the south.") is (
        Addition.NEW_VERSION
    )
    assert [article.version for article in empty.articles.iterate()] == [2, 2]


def test_what_has_no_place_waits(read: Store, own: CasualtyFigure) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    added = read.annotations.of("a-1")[-1]
    outcome = read.articles.add_one(Article(id="a-1", text=WITHOUT_SOLDIERS))
    assert (outcome.taken, outcome.left_over) == (1, 1)
    assert told(read) == ["accepted Mara Dell", "suggested “We wait.”"]
    [waiting] = read.versions.unplaced("a-1")
    assert (waiting.annotation, waiting.version) == (added, 1)
    assert read.versions.count_unplaced("a-1") == 1
    [shown] = read.versions.waiting(read.versions.waiting_ids())
    assert shown.before.endswith("said: “We wait.” ")
    assert shown.after.startswith(" died near")


def test_a_tagged_suggestion_waits_and_others_go(
    read: Store, detector: Detector, figure: CasualtyFigure, place: Entity
) -> None:
    read.runs.record("a-1", detector, [figure, place])
    tagged = read.annotations.of("a-1")[-1]
    change = Change(before=tagged, after=replace(tagged, tags=("doubt",)))
    read.edits.annotations("a-1", "tag", [change])
    add(read, TEXT[:26] + " The army said nothing of soldiers.")
    assert [each.annotation.tags for each in read.versions.unplaced("a-1")] == [("doubt",)]
    assert told(read) == ["accepted Mara Dell"]


def test_a_quote_whose_speaker_is_gone_waits(read: Store) -> None:
    quote = read.annotations.of("a-1")[1]
    read.edits.annotations("a-1", "accept", [Change(before=quote, after=accept(quote))])
    add(read, TEXT.replace("Mara Dell said", "The mayor said"))
    assert told(read) == []
    ids = read.versions.waiting_ids("a-1")
    assert len(ids) == 2
    [candidate] = read.versions.candidates(ids[1])
    assert TEXT[16:26] == read.articles.get("a-1").text[slice(*candidate.place)]
    group = read.versions.place(ids[1], candidate.place)
    after = group.changes[0].after
    assert isinstance(after, Quote)
    assert (after.speaker, after.cue) == (None, Span(start=10, end=14, text="said"))


def test_placing_by_hand_is_an_edit(read: Store, own: CasualtyFigure) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    add(read, WITHOUT_SOLDIERS)
    [waiting] = read.versions.waiting_ids()
    [candidate] = read.versions.candidates(waiting)
    assert not candidate.is_exact
    assert WITHOUT_SOLDIERS[slice(*candidate.place)] == "At least 14 soldiers"
    after = read.versions.place(waiting, candidate.place, version=2).changes[0].after
    assert isinstance(after, CasualtyFigure)
    assert (after.id, after.text, after.status) == (waiting, "At least 14 soldiers", own.status)
    assert (after.num_start, after.count) == (None, own.count)
    assert read.versions.unplaced("a-1") == []
    with pytest.raises(EditConflict):
        read.versions.place(waiting, candidate.place)
    read.edits.undo()
    assert len(read.versions.unplaced("a-1")) == 1
    read.edits.redo()
    assert told(read)[-1].endswith("At least 14 soldiers")
    assert read.check() == []


def test_what_is_placed_is_claimed_in_the_quote_around_it(read: Store, own: CasualtyFigure) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    add(read, WITHOUT_SOLDIERS)
    [waiting] = read.versions.waiting_ids()
    after = read.versions.place(waiting, (17, 19)).changes[0].after
    assert isinstance(after, CasualtyFigure)
    assert after.claimed_in == Span(start=16, end=26, text="“We wait.”")


def test_a_figure_follows_a_quote_that_is_placed_around_it(
    read: Store, own: CasualtyFigure
) -> None:
    quote = read.annotations.of("a-1")[1]
    read.edits.annotations("a-1", "accept", [Change(before=quote, after=accept(quote))])
    add(read, TEXT.replace("Mara Dell said", "The mayor said"))
    figure = replace(own, start=17, end=19, text="We", num_start=None, num_end=None)
    loose = replace(figure, claimed_in=None, part_of=None)
    read.edits.annotations("a-1", "add", [Change(before=None, after=loose)])
    group = read.versions.place(read.versions.waiting_ids("a-1")[1], (16, 26))
    (followed,) = (each.after for each in group.changes if isinstance(each.after, CasualtyFigure))
    assert followed.claimed_in == Span(start=16, end=26, text="“We wait.”")
    read.edits.undo()
    assert read.annotations.of("a-1")[-1] == replace(followed, claimed_in=None)


def test_what_is_placed_answers_what_is_suggested_there(
    read: Store, own: CasualtyFigure, detector: Detector
) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    add(read, WITHOUT_SOLDIERS)
    fourteen = replace(
        own, status=Status.SUGGESTED, text="At least 14 soldiers", tags=(), note=None
    )
    read.runs.record("a-1", detector, [replace(fourteen, claimed_in=None, part_of=None)])
    assert told(read)[-1] == "suggested At least 14 soldiers"
    [waiting] = read.versions.waiting_ids()
    read.versions.place(waiting, (27, 47))
    assert [each for each in told(read) if "14" in each] == ["added At least 14 soldiers"]
    read.edits.undo()
    assert told(read)[-1] == "suggested At least 14 soldiers"


def test_dropping_is_an_edit(read: Store, own: CasualtyFigure) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    add(read, WITHOUT_SOLDIERS)
    ids = read.versions.waiting_ids()
    assert read.versions.drop(ids).action == "drop unplaced"
    assert list(read.versions.waiting_ids()) == []
    read.edits.undo(article_id="a-1")
    assert read.versions.waiting_ids() == ids


def test_what_waits_is_placed_by_the_next_text_that_has_it(
    read: Store, own: CasualtyFigure
) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    add(read, WITHOUT_SOLDIERS)
    add(read, LONGER)
    assert read.versions.unplaced("a-1") == []
    assert told(read)[-1] == "added At least 12 soldiers"


def test_undo_gives_the_old_text_back_with_its_suggestions(read: Store) -> None:
    before = dump(read.path)
    add(read, LONGER)
    after = dump(read.path)
    read.edits.undo(article_id="a-1")
    assert dump(read.path) == before
    assert read.runs.pending() == []
    assert (read.articles.get("a-1").text, read.articles.get("a-1").version) == (TEXT, 1)
    read.edits.redo(article_id="a-1")
    assert dump(read.path) == after


def test_what_a_detector_found_since_does_not_stand_in_the_way_of_undo(
    read: Store, detector: Detector
) -> None:
    before = dump(read.path)
    add(read, LONGER)
    rain = Entity(start=0, end=4, text="Rain", label="EVENT")
    read.runs.record("a-1", detector, [rain])
    read.edits.undo()
    assert dump(read.path) == before
    read.edits.redo()
    assert told(read) == ["suggested Rain", "accepted Mara Dell"]
    assert read.runs.pending() == []


def test_a_decision_on_the_new_text_has_to_be_undone_first(read: Store) -> None:
    add(read, LONGER)
    group = read.edits.history(limit=1)[0].id
    quote = read.annotations.of("a-1")[1]
    read.edits.annotations("a-1", "accept", [Change(before=quote, after=accept(quote))])
    with pytest.raises(EditConflict, match="later edit"):
        read.rewinding.undo(group)
    read.edits.undo()
    read.rewinding.undo(group)
    assert read.articles.get("a-1").text == TEXT


def test_a_decision_on_the_old_text_cannot_be_undone_under_the_new_one(read: Store) -> None:
    first = read.edits.history(limit=1)[0].id
    quote = read.annotations.of("a-1")[1]
    change = Change(before=quote, after=None)
    removed = read.edits.annotations("a-1", "remove", [change]).id
    add(read, LONGER)
    for group in (first, removed):
        with pytest.raises(EditConflict, match="later edit"):
            read.rewinding.undo(group)


def test_edits_of_a_text_that_is_gone_are_refused(read: Store, place: Entity) -> None:
    add(read, TEXT + " It rained.")  # the place would still fit
    with pytest.raises(TextChanged):
        change = Change(before=None, after=place)
        read.edits.annotations("a-1", "add", [change], version=1)
    with pytest.raises(TextChanged):
        read.runs.record("a-1", Detector(name="d", version="1"), [], version=1)
    assert read.runs.pending() == ["a-1"]
    read.edits.annotations("a-1", "add", [change], version=2)


def test_reviewed_no_longer_holds(read: Store) -> None:
    read.edits.set_state("a-1", "review", ArticleState.REVIEWED)
    add(read, LONGER)
    assert read.articles.get("a-1").state is None
    read.edits.undo()
    assert read.articles.get("a-1").state is ArticleState.REVIEWED


def test_an_older_version_can_be_looked_at_and_gone_back_to(
    read: Store, own: CasualtyFigure
) -> None:
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    before = read.annotations.of("a-1")
    add(read, WITHOUT_SOLDIERS)
    assert read.versions.text("a-1", 1) == TEXT
    assert read.versions.annotations("a-1", 1) == before
    assert [
        (each.number, each.is_current, each.taken, each.left_over)
        for each in (read.versions.of("a-1"))
    ] == [(2, True, 1, 1), (1, False, 0, 0)]
    rain = Entity(start=10, end=14, text="said", label="EVENT", status=Status.ADDED)
    read.edits.annotations("a-1", "add", [Change(before=None, after=rain)])
    read.versions.go_back("a-1", 1)
    assert told(read) == [
        "accepted Mara Dell",
        "added said",
        "suggested “We wait.”",
        "added At least 12 soldiers",
    ]
    assert read.articles.get("a-1").version == 3
    assert read.versions.unplaced("a-1") == []
    with pytest.raises(NoSuchVersion):
        read.versions.text("a-1", 9)
    with pytest.raises(ValueError, match="already"):
        read.versions.go_back("a-1", 3)
    read.edits.undo()
    assert read.articles.get("a-1").text == WITHOUT_SOLDIERS
    assert read.check() == []


def test_the_list_tells_of_versions(read: Store, own: CasualtyFigure) -> None:
    key = read.articles.key("a-1")
    [row] = read.articles.rows([key])
    assert (row.version, row.unplaced) == (1, 0)
    read.edits.annotations("a-1", "add", [Change(before=None, after=own)])
    add(read, WITHOUT_SOLDIERS)
    [row] = read.articles.rows([key])
    assert (row.version, row.unplaced) == (2, 1)


def test_a_colleagues_work_on_an_older_text_finds_its_place(
    read: Store, figure: CasualtyFigure
) -> None:
    add(read, LONGER)
    theirs = replace(figure, status=Status.ACCEPTED, annotator="ben")
    outcome = read.imports.merge(Article(id="a-1", text=TEXT), [theirs])
    assert (outcome.added, outcome.new_version, outcome.left_over) == (1, False, 0)
    assert told(read)[-1] == "accepted At least 12 soldiers"
    assert read.check() == []


def test_a_colleagues_work_that_has_no_place_waits(read: Store, figure: CasualtyFigure) -> None:
    add(read, WITHOUT_SOLDIERS)
    theirs = replace(figure, status=Status.ACCEPTED, annotator="ben", id=None)
    for _ in range(2):
        outcome = read.imports.merge(Article(id="a-1", text=TEXT), [theirs])
    [waiting] = read.versions.unplaced("a-1")
    assert (waiting.annotation.annotator, waiting.version) == ("ben", 1)
    assert outcome.left_over == 0
    read.edits.undo()
    assert read.versions.unplaced("a-1") == []


def test_an_import_brings_a_new_text(read: Store) -> None:
    outcome = read.imports.merge(Article(id="a-1", text=LONGER), [])
    assert outcome.new_version
    assert told(read) == ["accepted Mara Dell", "suggested “We wait.”"]


# Whatever happens


def an_annotation(text: str, random: Random) -> Annotation:
    start = random.randrange(len(text))
    end = random.randint(start + 1, min(len(text), start + 25))
    span = {"start": start, "end": end, "text": text[start:end]}
    kind = random.choice((Entity, Quote, CasualtyFigure))
    if kind is Entity:
        return Entity(**span, label="ORG")  # type: ignore[arg-type]
    at = random.randrange(len(text))
    other = Span.cut(text, at, min(len(text), at + random.randint(1, 9)))
    if kind is Quote:
        return Quote(
            **span,  # type: ignore[arg-type]
            type="direct",
            speaker=random.choice((None, other)),
            utterance=random.choice((None, Span.cut(text, start, end))),
        )
    return CasualtyFigure(
        **span,  # type: ignore[arg-type]
        category="killed",
        num_start=start,
        num_end=start + 1,
        claimed_in=random.choice((None, other)),
    )


def another_text(text: str, random: Random) -> str:
    for _ in range(random.randint(1, 3)):
        start = random.randint(0, len(text))
        end = min(len(text), start + random.randint(0, 20))
        moved = text[end : end + random.randint(0, 30)]
        text = text[:start] + random.choice(("", "Lind said ", "\n\n", moved, "x")) + text[end:]
    return text


def decide(store: Store, random: Random) -> int:
    """One random edit of the article, of any kind; how many groups that logged."""
    article = store.articles.get("a")
    standing = store.annotations.of("a")
    waiting = store.versions.waiting_ids()
    action = random.choice(("add", "decide", "tag", "text", "text", "place", "drop", "back", "run"))
    try:
        match action:
            case "add":
                added = replace(an_annotation(article.text, random), status=Status.ADDED)
                store.edits.annotations("a", "add", [Change(before=None, after=added)])
            case "decide" if standing:
                before = random.choice(standing)
                change = Change(before=before, after=random.choice((accept, reject))(before))
                store.edits.annotations("a", "decide", [change])
            case "tag" if standing:
                before = random.choice(standing)
                change = Change(before=before, after=replace(before, tags=("t",)))
                store.edits.annotations("a", "tag", [change])
            case "text":
                text = another_text(article.text, random)
                became = store.articles.add_one(Article(id="a", text=text)).addition
                return int(became is Addition.NEW_VERSION)
            case "place" if waiting:
                start = random.randrange(len(article.text))
                store.versions.place(random.choice(waiting), (start, start + 1))
            case "drop" if waiting:
                store.versions.drop([random.choice(waiting)])
            case "back" if versions := store.versions.of("a"):
                store.versions.go_back("a", random.choice(versions).number)
            case "run":
                found = [an_annotation(article.text, random) for _ in range(3)]
                store.runs.record("a", Detector(name="d", version="1"), found)
                return 0
            case _:
                return 0
    except ValueError:  # nothing would change
        return 0
    return 1


def people(store: Store) -> set[int | None]:
    """The ids of all that people have done to annotations, placed or not."""
    standing = {
        each.id
        for each in store.annotations.of("a")
        if each.status is not Status.SUGGESTED or each.tags
    }
    waiting = {each.annotation.id for each in store.versions.unplaced("a")}
    assert not standing & waiting
    return standing | waiting


def lasting(path: Path) -> object:
    """All that undo has to bring back: what is only a machine's may have been made anew."""
    return {
        table: rows
        for table, rows in dump(path).items()
        if table in ("articles", "unplaced_annotations", "article_states", "annotation_tags")
    } | {"annotations": [row for row in dump(path)["annotations"] if "suggested" not in row]}


PROSE = (
    "Anna Lind said the harbour of Visborg was closed. Lind said it on Monday.\n\n"
    "At least 12 sailors were missing, the coast guard said. Nobody was found.\n"
)


@settings(max_examples=60, deadline=None)
@given(seeds=st.lists(st.integers(0, 1 << 32), max_size=12))
def test_nothing_is_lost_or_doubled_and_all_can_be_undone(blank: Path, seeds: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(blank, folder))
        with Store.open(path, annotator="ana") as store:
            quick(store)
            store.articles.add_one(Article(id="a", text=PROSE))
            beginning = lasting(path)
            groups = 0
            for seed in seeds:
                random = Random(seed)
                versions = len(store.versions.of("a"))
                before = people(store)
                groups += decide(store, random)
                if len(store.versions.of("a")) != versions:
                    assert people(store) == before
                text = store.articles.get("a").text
                for each in store.annotations.of("a"):
                    check(each, text)
            assert store.check() == []
            end = lasting(path)
            assert exhaust(store.edits.undo) == groups
            assert lasting(path) == beginning
            assert exhaust(store.edits.redo) == groups
            assert lasting(path) == end
            undone = exhaust(lambda: store.edits.undo(article_id="a"))
            assert undone == groups
            assert lasting(path) == beginning
            assert store.check() == []
