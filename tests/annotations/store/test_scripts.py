"""Scripts of steps, run inside a transaction."""

import sqlite3

import pytest

from annotations.store.scripts import ScriptRunner, statements


@pytest.mark.parametrize(
    ("script", "apart"),
    [
        ("", []),
        ("  \n ", []),
        ("SELECT 1;", ["SELECT 1;"]),
        ("SELECT 1; SELECT 2;\n", ["SELECT 1;", "SELECT 2;"]),
        ("SELECT 1;\nSELECT 2", ["SELECT 1;", "SELECT 2"]),
        ("SELECT ';'; SELECT \"a;b\";", ["SELECT ';';", 'SELECT "a;b";']),
        ("SELECT 1 -- one; two\n; SELECT 2;", ["SELECT 1 -- one; two\n;", "SELECT 2;"]),
        ("SELECT /* ; */ 1;", ["SELECT /* ; */ 1;"]),
        (
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END; SELECT 3;",
            ["CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END;", "SELECT 3;"],
        ),
    ],
)
def test_statements_of_a_script(script: str, apart: list[str]) -> None:
    assert list(statements(script)) == apart


def test_a_script_commits_nothing() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE days (day TEXT)")
    connection.execute("BEGIN")
    runner = ScriptRunner(connection, execute_plugins=False)
    runner.executescript("INSERT INTO days VALUES ('Monday'); INSERT INTO days VALUES ('Friday');")
    assert runner["days"].count == 2
    connection.rollback()
    assert runner["days"].count == 0
    connection.close()
