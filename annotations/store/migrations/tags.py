"""The tags of a store: how often each is used, and their colours."""

from sqlite_utils import Database

_CARRIERS = (("article_tags", "articles"), ("annotation_tags", "annotations"))


def count_tags(db: Database) -> None:
    """How many articles and annotations carry each tag, kept by triggers.

    Whoever types a tag is shown those in use with each key; counting them then would read all.
    """
    db.executescript("""
        CREATE TABLE tags (
            tag TEXT PRIMARY KEY,
            articles INTEGER NOT NULL DEFAULT 0,
            annotations INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        INSERT INTO tags (tag, articles, annotations)
            SELECT tag, sum(articles), sum(annotations) FROM (
                SELECT tag, count(*) AS articles, 0 AS annotations FROM article_tags GROUP BY tag
                UNION ALL
                SELECT tag, 0, count(*) FROM annotation_tags GROUP BY tag
            ) GROUP BY tag;
    """)
    for table, column in _CARRIERS:
        db.executescript(f"""
            CREATE TRIGGER {table}_counted AFTER INSERT ON {table} BEGIN
                INSERT INTO tags (tag, {column}) VALUES (new.tag, 1)
                    ON CONFLICT (tag) DO UPDATE SET {column} = {column} + 1;
            END;
            CREATE TRIGGER {table}_discounted AFTER DELETE ON {table} BEGIN
                UPDATE tags SET {column} = {column} - 1 WHERE tag = old.tag;
                DELETE FROM tags WHERE tag = old.tag AND articles = 0 AND annotations = 0;
            END;
        """)


def colour_tags(db: Database) -> None:
    """The colours that people have given to tags, by their names, such as `red`."""
    db.executescript("""
        CREATE TABLE tag_colours (
            tag TEXT PRIMARY KEY CHECK (tag <> ''),
            colour TEXT NOT NULL
        ) WITHOUT ROWID;
    """)
