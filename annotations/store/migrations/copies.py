"""By what articles are known again, and which are copies of one report."""

from sqlite_utils import Database


def sketch_articles(db: Database) -> None:
    """What tells that an article is there already, and what copies are found and gathered by.

    Nothing of it is worked out here, as a large store would take a minute to open: each article has
    a row of `article_identities` that says what is still to be done for it, and partial indexes
    find those rows. A change of a text, by whatever program, asks for it again.

    Bands stay when a text changes: what they lead to is compared in full with the text as it is.
    Pairs stand both ways, so that those of one article lie together.
    """
    db.executescript("""
        CREATE TABLE article_identities (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
            fingerprint BLOB,
            address TEXT,
            is_sketched INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO article_identities (article) SELECT key FROM articles;
        CREATE INDEX article_identities_fingerprint ON article_identities (fingerprint);
        CREATE INDEX article_identities_address ON article_identities (address)
            WHERE address IS NOT NULL;
        CREATE INDEX article_identities_unsketched ON article_identities (article)
            WHERE NOT is_sketched;
        CREATE TRIGGER articles_identified AFTER INSERT ON articles BEGIN
            INSERT INTO article_identities (article) VALUES (new.key);
        END;
        CREATE TRIGGER articles_changed AFTER UPDATE OF text, url ON articles
        WHEN new.text <> old.text OR new.url IS NOT old.url BEGIN
            UPDATE article_identities SET fingerprint = NULL,
                is_sketched = is_sketched AND new.text = old.text
            WHERE article = new.key;
        END;

        CREATE TABLE sketch_method (method TEXT NOT NULL);
        CREATE TABLE sketch_bands (
            band INTEGER NOT NULL,
            article INTEGER NOT NULL,
            PRIMARY KEY (band, article)
        ) WITHOUT ROWID;
        CREATE TABLE article_copies (
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            copy INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            shared REAL NOT NULL,
            PRIMARY KEY (article, copy)
        ) WITHOUT ROWID;
        CREATE INDEX article_copies_copy ON article_copies (copy);
        CREATE TABLE copy_groups (
            article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
            best INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE
        );
        CREATE INDEX copy_groups_best ON copy_groups (best, article);
    """)
