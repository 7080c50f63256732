"""How far articles are, as a person says."""

from sqlite_utils import Database


def keep_states(db: Database) -> None:
    """The states that a person has given; where there is none it follows from the annotations."""
    db.executescript("""
        CREATE TABLE article_states (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
            state TEXT NOT NULL CHECK (state IN ('reviewed', 'excluded', 'later'))
        );
        CREATE INDEX article_states_state ON article_states (state);
    """)
