"""Rules of a person's own, and which corrections they may come from."""

from sqlite_utils import Database


def keep_own_rules(db: Database) -> None:
    """What a person has taught, who changed it when, and how often it was applied where.

    `edits_corrections` finds corrections by the words that they are about, `annotations_spoken` the
    suggested quotes by the words for their speakers. Uses have no reference
    to their rule, so that one that is deleted and brought back still has them.
    """
    db.executescript("""
        CREATE TABLE own_rules (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            layer TEXT NOT NULL CHECK (layer IN ('entities', 'quotes', 'casualties')),
            text TEXT NOT NULL CHECK (text <> ''),
            was TEXT,
            does TEXT NOT NULL CHECK (does IN ('label', 'never', 'name')),
            value TEXT CHECK ((does = 'never') = (value IS NULL)),
            is_on INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            example TEXT,
            annotator TEXT NOT NULL,
            at TEXT NOT NULL,
            times INTEGER NOT NULL DEFAULT 0,
            articles INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX own_rules_words ON own_rules (text, layer);
        CREATE INDEX own_rules_rank ON own_rules (rank);

        CREATE TABLE own_rule_edits (
            id INTEGER PRIMARY KEY,
            edit_group INTEGER NOT NULL REFERENCES edit_groups (id) ON DELETE CASCADE,
            rule INTEGER NOT NULL,
            article INTEGER REFERENCES articles (key) ON DELETE SET NULL,
            before TEXT CHECK (before IS NULL OR json_valid(before)),
            after TEXT CHECK (after IS NULL OR json_valid(after))
        );
        CREATE INDEX own_rule_edits_group ON own_rule_edits (edit_group);
        CREATE INDEX own_rule_edits_article ON own_rule_edits (article, edit_group);

        CREATE TABLE own_rule_uses (
            rule INTEGER NOT NULL,
            article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
            times INTEGER NOT NULL,
            PRIMARY KEY (rule, article)
        ) WITHOUT ROWID;
        CREATE INDEX own_rule_uses_article ON own_rule_uses (article);
        CREATE TRIGGER own_rule_used AFTER INSERT ON own_rule_uses BEGIN
            UPDATE own_rules SET times = times + new.times, articles = articles + 1
            WHERE id = new.rule;
        END;
        CREATE TRIGGER own_rule_used_again AFTER UPDATE OF times ON own_rule_uses BEGIN
            UPDATE own_rules SET times = times + new.times - old.times WHERE id = new.rule;
        END;
        CREATE TRIGGER own_rule_unused AFTER DELETE ON own_rule_uses BEGIN
            UPDATE own_rules SET times = times - old.times, articles = articles - 1
            WHERE id = old.rule;
        END;

        CREATE INDEX annotations_spoken ON annotations (speaker, article)
            WHERE layer = 'quotes' AND status = 'suggested' AND speaker IS NOT NULL;
        CREATE INDEX edits_corrections ON edits (json_extract(before, '$.text'))
            WHERE before IS NOT NULL AND layer IS NOT NULL
                AND json_extract(after, '$.status') IN ('corrected', 'rejected');
    """)
