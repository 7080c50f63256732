import ast
import os
import sqlite3
import stat
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlite_utils import Database

from annotations.errors import CannotOpen, NotAStore, StoreBusy, StoreError, StoreReadOnly
from annotations.filters import parsed
from annotations.model import Article, CasualtyFigure, Entity, Quote, Status
from annotations.review import Marks
from annotations.store import Store, check_can_be_made, migrations
from annotations.store.connection import Connection, Parameters
from annotations.store.migrations.running import steps
from annotations.store.schema import STEPS
from annotations.store.waiting import Stage, Sureness

RunPython = Callable[..., "subprocess.Popen[str]"]


def pragma(store: Store, name: str) -> object:
    return store._connection.value(f"PRAGMA {name}")


def test_makes_the_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "data" / "deep" / "store.db"
    with Store.open(path, annotator="ana") as store:
        assert (store.path, store.annotator, store.read_only) == (path, "ana", False)
        assert store.articles.count() == 0
    assert path.is_file()


def test_path_may_hold_any_character(tmp_path: Path) -> None:
    path = tmp_path / "a #1? 100%.db"
    Store.open(path).close()
    assert path.is_file()


def test_annotator_is_by_default_whoever_is_logged_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ben")
    with Store.open(path) as store:
        assert store.annotator == "ben"


def test_annotator_without_a_login_name_is_unknown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    with Store.open(path) as store:
        assert store.annotator == "unknown"


def test_every_connection_is_set_up(open_store: Callable[..., Store]) -> None:
    for store in (open_store(), open_store(busy_timeout=3.0)):
        assert pragma(store, "foreign_keys") == 1
        assert pragma(store, "journal_mode") == "wal"
        assert pragma(store, "synchronous") == 2
    assert pragma(store, "busy_timeout") == 3000


def test_opening_again_changes_nothing(path: Path) -> None:
    Store.open(path).close()
    before = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["store.db", "new/folder/store.db"])
def test_a_store_that_could_be_made_leaves_no_trace(tmp_path: Path, name: str) -> None:
    check_can_be_made(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["store.db", "new/store.db"])
def test_a_store_that_cannot_be_made_is_told(tmp_path: Path, name: str) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(StoreError, match=r"There is no store at .*, and none can be made \("):
        check_can_be_made(file / name)
    check_can_be_made(file)


def test_missing_file_is_not_made_unless_asked_for(path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no store at .*store\.db"):
        Store.open(path, create=False)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"Just some text.\n" * 100, b"x", b"\0" * 5000])
def test_other_files_are_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NotAStore):
        Store.open(path)
    assert path.read_bytes() == content


def test_sqlite_files_of_others_are_refused_and_left_alone(path: Path) -> None:
    Database(path)["songs"].insert({"title": "Blue"})  # type: ignore[union-attr]
    before = path.read_bytes()
    with pytest.raises(NotAStore):
        Store.open(path)
    assert path.read_bytes() == before


def test_folder_is_not_a_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStore):
        Store.open(tmp_path)


def test_empty_file_becomes_a_store_only_when_one_may_be_made(path: Path) -> None:
    path.touch()
    with pytest.raises(NotAStore):
        Store.open(path, create=False)
    Store.open(path).close()
    Store.open(path, create=False).close()


def test_file_under_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreReadOnly):
        Store.open(tmp_path / "notes.txt" / "store.db")


def test_store_of_a_newer_version_is_left_alone(path: Path) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('closeread', 'later')"
        )
    raw.close()
    with pytest.raises(StoreError, match="made by a newer closeread"):
        Store.open(path)


def test_migrations_of_other_tools_do_not_matter(path: Path) -> None:
    Store.open(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('x', 'y')")
    raw.close()
    Store.open(path).close()


def test_every_step_is_run_in_the_order_of_their_names() -> None:
    assert [step.name for step in steps.pending(Database(memory=True))] == list(STEPS)
    functions = [
        node.name
        for module in Path(migrations.__file__).parent.glob("*.py")
        for node in ast.parse(module.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    assert sorted(functions) == sorted([*STEPS, "migrate"])


def test_older_store_is_migrated_with_what_it_holds(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="create_search")
    older.execute(
        "INSERT INTO articles (id, title, added_at, text) VALUES ('a', 'Old', '2020', 'Some rain')"
    )
    older.close()
    with Store.open(path, create=False) as store:
        assert [hit.article_id for hit in store.search.find(parsed("rain"))] == ["a"]


def test_tags_of_an_older_store_are_counted(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="log_store_changes")
    older.execute("INSERT INTO articles (key, id, added_at, text) VALUES (1, 'a', '2020', 'Rain')")
    older.execute("INSERT INTO article_tags VALUES (1, 'aid', 0), (1, 'method/mine', 1)")
    older.close()
    with Store.open(path) as store:
        assert store.tags.names() == [("aid", 1), ("method/mine", 1)]
        store.tag_edits.rename_tag("aid", "help")
        store.edits.undo()
        assert store.articles.get("a").tags == ("aid", "method/mine")


def test_figures_of_an_older_store_have_nothing_in_the_new_fields(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="extend_casualty_figures")
    older.execute("INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Six died')")
    older.execute(
        'INSERT INTO annotations (article, layer, start, "end", text, status, category)'
        " VALUES (1, 'casualties', 0, 3, 'Six', 'accepted', 'killed')"
    )
    older.close()
    with Store.open(path, create=False) as store:
        (figure,) = store.annotations.of("a")
    assert figure == CasualtyFigure(
        start=0, end=3, text="Six", category="killed", status=Status.ACCEPTED, id=1
    )


def test_quotes_of_an_older_store_have_nothing_in_the_new_fields(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="extend_quotes")
    older.execute("INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', '“No.”')")
    older.execute(
        'INSERT INTO annotations (article, layer, start, "end", text, status, type, speaker_name)'
        " VALUES (1, 'quotes', 0, 5, '“No.”', 'corrected', 'direct', 'Mara Dell')"
    )
    older.close()
    with Store.open(path, create=False) as store:
        (quote,) = store.annotations.of("a")
    assert quote == Quote(
        start=0,
        end=5,
        text="“No.”",
        type="direct",
        speaker_name="Mara Dell",
        status=Status.CORRECTED,
        id=1,
    )


def test_what_waits_in_an_older_store_is_counted_by_confidence(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="keep_states")
    older.execute("INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Oslo')")
    for label, status, confidence in (
        *(("GPE", "suggested", "low"), ("GPE", "suggested", "high"), ("GPE", "suggested", None)),
        *(("GPE", "accepted", "low"), ("DATE", "suggested", "low")),
    ):
        older.execute(
            'INSERT INTO annotations (article, layer, start, "end", text, status, label,'
            " confidence) VALUES (1, 'entities', 0, 4, 'Oslo', ?, ?, ?)",
            (status, label, confidence),
        )
    older.close()
    with Store.open(path, create=False) as store:
        (row,) = store.articles.rows([1])
        assert (row.state, row.reviewed, row.unreviewed) == ("begun", 1, 3)
        low, high = (Stage(Sureness.LOW), Stage(Sureness.HIGH))
        assert [store.queue.places([1], each) for each in (low, high)] == [[0], [0]]
        counts = "SELECT unreviewed_low, unreviewed_high FROM article_counts"
        assert store._connection.row(counts) == (1, 1)


def test_places_of_an_older_store_are_not_on_the_map(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="locate_names_and_figures")
    older.execute("INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Oslo')")
    older.execute(
        'INSERT INTO annotations (article, layer, start, "end", text, status, label, name)'
        " VALUES (1, 'entities', 0, 4, 'Oslo', 'accepted', 'GPE', 'Oslo')"
    )
    older.close()
    with Store.open(path, create=False) as store:
        (place,) = store.annotations.of("a")
    assert place == Entity(
        start=0, end=4, text="Oslo", label="GPE", name="Oslo", status=Status.ACCEPTED, id=1
    )


def test_names_of_an_older_store_are_found_by_their_words(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="index_written_names")
    older.executescript("""
        INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Abu Omar');
        INSERT INTO annotations (article, layer, start, "end", text, status, label, name) VALUES
            (1, 'entities', 0, 8, 'Abu Omar', 'accepted', 'PERSON', 'Abu Omar');
    """)
    older.close()
    with Store.open(path, create=False) as store:
        assert store.articles.keys(query=parsed("person:omar")).tolist() == [1]


def test_review_of_an_older_store_is_counted_without_numbers(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="count_without_numbers")
    older.executescript("""
        INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'May'), ('b', '2020', 'x');
        INSERT INTO annotations (article, layer, start, "end", text, status, label) VALUES
            (1, 'entities', 0, 3, 'May', 'accepted', 'DATE'),
            (1, 'entities', 0, 3, 'May', 'rejected', 'ORG'),
            (1, 'entities', 0, 3, 'May', 'suggested', 'CARDINAL'),
            (1, 'entities', 0, 3, 'May', 'suggested', 'PERSON');
    """)
    older.close()
    with Store.open(path, create=False) as store:
        rows = store.articles.rows(store.articles.keys(sort="added", descending=False))
    assert [(row.entities, row.names, row.reviewed, row.unreviewed) for row in rows] == [
        (3, 1, 1, 1),
        (0, 0, 0, 0),
    ]


def test_edit_logged_in_an_older_store_is_undone(path: Path) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="extend_casualty_figures")
    older.executescript("""
        INSERT INTO articles (id, added_at, text) VALUES ('a', '2020', 'Six died');
        INSERT INTO annotations
            (article, layer, start, "end", text, status, category, negated, subset)
            VALUES (1, 'casualties', 0, 3, 'Six', 'rejected', 'killed', 0, 1);
        INSERT INTO edit_groups (action, annotator, at, state) VALUES ('x', 'ana', '2020', 'done');
        INSERT INTO edits (edit_group, article, annotation, layer, before, after)
            SELECT 1, 1, 1, 'casualties', figure || '"suggested"}', figure || '"rejected"}' FROM (
                SELECT '{"id": 1, "start": 0, "end": 3, "text": "Six", "category": "killed",
                    "negated": false, "subset": true, "status": ' AS figure
            );
    """)
    older.close()
    with Store.open(path, create=False) as store:
        store.edits.undo()
        (figure,) = store.annotations.of("a")
    assert figure == CasualtyFigure(
        start=0, end=3, text="Six", category="killed", subset=True, id=1
    )


def test_failing_step_leaves_nothing_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("no such module: fts5")

    with monkeypatch.context() as patch:
        patch.setattr("sqlite_utils.db.Table.enable_fts", fail)
        with pytest.raises(StoreError, match="no such module"):
            Store.open(path)
    with Store.open(path) as store:
        assert store.check() == []


def test_store_that_somebody_else_makes_meanwhile_is_no_foreign_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Connection.value

    def interrupted(connection: Connection, sql: str, parameters: Parameters = ()) -> object:
        found = real(connection, sql, parameters)
        monkeypatch.setattr(Connection, "value", real)
        with suppress(StoreBusy):
            Store.open(path, busy_timeout=0).close()
        return found

    monkeypatch.setattr(Connection, "value", interrupted)
    with Store.open(path) as store:
        assert store.check() == []


def open_as(
    monkeypatch: pytest.MonkeyPatch,
    modes: dict[str, str],
    refused: tuple[str, ...] = (),
    error: Callable[[Path], StoreError] = CannotOpen,
) -> None:
    """Let connections open in other modes than they are meant to, or not at all."""
    real = Connection.open

    def replaced(path: Path, *, mode: str, busy_timeout: float = 0.0) -> Connection:
        if mode in refused:
            raise error(path)
        connection = real(path, mode=modes.get(mode, mode), busy_timeout=busy_timeout)
        connection.read_only = mode in ("ro", "immutable")
        return connection

    monkeypatch.setattr(Connection, "open", replaced)


def test_unwritable_store_opens_read_only(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(path) as store:
        store.articles.add_one(Article(id="a", text="Rain."))
    open_as(monkeypatch, {"rwc": "ro"})
    with Store.open(path) as store:
        assert store.read_only
        assert store.articles.get("a").text == "Rain."
        assert not store.changed()
        with pytest.raises(StoreReadOnly, match="nothing was changed"):
            store.articles.add_one(Article(id="b", text="Snow."))
        with pytest.raises(StoreReadOnly):
            store.edits.marks("a", "tag", before=Marks(), after=Marks(tags=("x",)))


@pytest.mark.parametrize("error", [CannotOpen, StoreReadOnly])
def test_store_in_an_unwritable_folder_opens_read_only(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[Path], StoreError]
) -> None:
    with Store.open(path) as store:
        store.articles.add_one(Article(id="a", text="Rain."))
    open_as(monkeypatch, {}, refused=("rwc", "ro"), error=error)
    with Store.open(path) as store:
        assert store.read_only
        assert store.articles.get("a").text == "Rain."


@pytest.mark.parametrize("error", [CannotOpen, StoreReadOnly])
def test_store_with_a_waiting_log_is_never_read_without_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: type[StoreError]
) -> None:
    with Store.open(path) as writer:
        writer.articles.add_one(Article(id="a", text="Rain."))
        open_as(monkeypatch, {}, refused=("rwc", "ro"), error=error)
        with pytest.raises(error):
            Store.open(path)


def test_read_only_store_cannot_be_migrated(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = sqlite3.connect(path, isolation_level=None)
    steps.apply(Database(older), stop_before="create_search")
    older.close()
    open_as(monkeypatch, {"rwc": "ro"})
    with pytest.raises(StoreReadOnly):
        Store.open(path)


def test_file_that_cannot_be_written_cannot_become_a_store(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.touch()
    open_as(monkeypatch, {"rwc": "ro"})
    with pytest.raises(StoreReadOnly):
        Store.open(path)


def test_permissions_of_file_and_folder_are_heeded(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    path = folder / "store.db"
    with Store.open(path) as store:
        store.articles.add_one(Article(id="a", text="Rain."))
    path.chmod(stat.S_IRUSR)
    if os.access(path, os.W_OK):
        pytest.skip("permissions do not bind whoever runs this")
    with Store.open(path) as store:
        assert store.read_only
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with Store.open(path) as store:
            assert store.read_only
            assert store.articles.get("a").text == "Rain."
        with pytest.raises(StoreReadOnly):
            Store.open(folder / "other.db")
    finally:
        folder.chmod(stat.S_IRWXU)


READ = """
import sys
from pathlib import Path
from annotations.filters import parsed
from annotations.store import Store, migrations

with Store.open(Path(sys.argv[1])) as store:
    assert store.articles.get("a-1").title == "Waiting"
    assert len(store.annotations.columns("a-1").ids) == 4
    assert len(store.annotations.of("a-1")) == 4
    assert len(store.articles.rows(store.articles.keys())) == 1
    assert len(store.articles.keys(query=parsed("soldiers"))) == 1
    assert len(list(store.articles.iterate())) == 1
    assert store.runs.pending() == [] and store.runs.last("a-1")
    assert store.edits.history() == [] and store.tags.names() == []
    assert store.search.find(parsed("soldiers")) and not store.changed()
assert not {"sqlite_utils", "numpy"} & set(sys.modules)
"""


def test_reading_needs_no_sqlite_utils(detected: Store, run_python: RunPython) -> None:
    reader = run_python(READ, detected.path)
    _, errors = reader.communicate()
    assert reader.returncode == 0, errors


def test_several_processes_may_make_the_same_store(path: Path, run_python: RunPython) -> None:
    script = """
import sys
from pathlib import Path
from annotations.model import Article
from annotations.store import Store, migrations
import sqlite_utils

with Store.open(Path(sys.argv[1])) as store:
    store.articles.add_one(Article(id=sys.argv[2], text="Rain."))
"""
    makers = [run_python(script, path, name) for name in "abc"]
    for maker in makers:
        _, errors = maker.communicate()
        assert maker.returncode == 0, errors
    with Store.open(path) as store:
        assert {article.id for article in store.articles.iterate()} == set("abc")
        assert store.check() == []
