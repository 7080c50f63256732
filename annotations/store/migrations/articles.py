"""Articles, and the search through them."""

from sqlite_utils import Database

from annotations.store.schema import APPLICATION_ID


def create_articles(db: Database) -> None:
    """Articles with their tags and notes.

    An article is referred to by its integer key: VACUUM may renumber rows without one, which
    would detach the full-text index. Its text comes last so that reading the other columns
    never touches the pages it overflows to. Notes stand apart because an update of the article
    would index its text again.
    """
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.executescript("""
        CREATE TABLE articles (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            title TEXT,
            source TEXT,
            url TEXT,
            published TEXT,
            byline TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(byline)),
            language TEXT,
            added_at TEXT NOT NULL,
            text TEXT NOT NULL
        );
        CREATE UNIQUE INDEX articles_id ON articles (id);
        CREATE INDEX articles_title ON articles (title COLLATE NOCASE);
        CREATE INDEX articles_source ON articles (source COLLATE NOCASE);
        CREATE INDEX articles_published ON articles (published);

        CREATE TABLE article_notes (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
            note TEXT NOT NULL
        );
        CREATE TABLE article_tags (
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            tag TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (article, tag)
        ) WITHOUT ROWID;
        CREATE INDEX article_tags_tag ON article_tags (tag);
    """)


def create_search(db: Database) -> None:
    """Full text over title and text, without accents and inflections."""
    db.table("articles").enable_fts(
        ["title", "text"],
        create_triggers=True,
        tokenize="porter unicode61 remove_diacritics 2",
    )


def describe_origins(db: Database) -> None:
    """What else a source says of an article, what it came from, and the hash of those bytes."""
    for table in ("articles", "article_versions"):
        for column in ("updated", "section", "read_from", "sha256"):
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT")


def index_languages(db: Database) -> None:
    """Find the articles that no detector reads without looking at any article."""
    db.execute("CREATE INDEX articles_language ON articles (language)")
