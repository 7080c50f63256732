"""Scripts of many statements, inside a transaction that is already open."""

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database


class ScriptRunner(Database):
    """A database that runs a script in a time which grows with its length alone.

    SQLite's own way to run scripts commits first. Inside a transaction sqlite-utils looks for the
    end of a statement after each letter, through all letters before it, which was most of the
    time that a new store took.
    """

    def executescript(self, sql: str) -> sqlite3.Cursor:
        """Run all statements of a script.

        Args:
            sql: Statements, each with a semicolon at its end.
        """
        cursor = self.conn.cursor()
        for statement in statements(sql):
            cursor.execute(statement)
        return cursor


def statements(sql: str) -> Iterator[str]:
    """The statements of a script; semicolons in triggers, texts and comments end none of them."""
    *ended, rest = sql.split(";")
    begun = ""
    for piece in ended:
        begun += f"{piece};"
        if sqlite3.complete_statement(begun):
            yield begun.strip()
            begun = ""
    if (begun + rest).strip():
        yield (begun + rest).strip()
