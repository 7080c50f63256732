"""Earlier and later texts of articles, and what has no place in the text they have now."""

from sqlite_utils import Database


def keep_versions(db: Database) -> None:
    """The versions of those articles whose texts have changed, each whole.

    A text is immutable: that an article gets a new one means that it has the text of another
    version. Its key stays, and with it all that refers to it. Each version but the current one
    holds what was annotated in it when the article last had it, and which detectors had run; the
    current one has these in their own tables. `taken` and `left_over` say how many of a person's
    annotations found a place when it came, and how many did not.

    Of articles that are changed by whatever came without an id, their address, or the file that
    they alone are in, tells which they are.
    """
    db.executescript("""
        CREATE TABLE article_versions (
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            annotator TEXT,
            is_current INTEGER NOT NULL,
            taken INTEGER NOT NULL,
            left_over INTEGER NOT NULL,
            title TEXT, source TEXT, url TEXT, published TEXT,
            byline TEXT NOT NULL CHECK (json_valid(byline)),
            language TEXT,
            annotations TEXT CHECK (annotations IS NULL OR json_valid(annotations)),
            runs TEXT CHECK (runs IS NULL OR json_valid(runs)),
            text TEXT NOT NULL,
            PRIMARY KEY (article, number)
        );
        CREATE UNIQUE INDEX article_versions_current
            ON article_versions (article, number) WHERE is_current;

        CREATE TABLE unplaced_annotations (
            annotation INTEGER PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            layer TEXT NOT NULL,
            record TEXT NOT NULL CHECK (json_valid(record))
        );
        CREATE INDEX unplaced_annotations_article ON unplaced_annotations (article);
        CREATE TABLE article_origins (
            origin TEXT PRIMARY KEY,
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
        CREATE INDEX edits_of_articles ON edits (article, edit_group) WHERE annotation IS NULL;
    """)


def remember_files(db: Database) -> None:
    """The files whose articles are all in the store, so that nobody reads them again for nothing.

    What tells that a file is the one that was read is made up by who reads it.
    """
    db.executescript("""
        CREATE TABLE read_files (
            origin TEXT PRIMARY KEY,
            state TEXT NOT NULL,
            articles INTEGER NOT NULL
        ) WITHOUT ROWID;
    """)
