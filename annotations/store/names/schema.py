"""The tables and views of the index of names, as the step `index_names` makes them.

Like a step it is never changed afterwards; what comes later is a step of its own.
"""

_GROUPINGS = "'person', 'organisation', 'place', 'people', 'other'"

TABLES = f"""
    CREATE INDEX annotations_name ON annotations (name, label, article, layer, status)
        WHERE layer = 'entities' AND name IS NOT NULL AND status <> 'rejected';

    CREATE TABLE name_merges (
        id INTEGER PRIMARY KEY,
        grouping TEXT NOT NULL CHECK (grouping IN ({_GROUPINGS})),
        name TEXT NOT NULL,
        merged_into TEXT NOT NULL CHECK (merged_into <> name),
        forced INTEGER NOT NULL,
        annotator TEXT NOT NULL,
        at TEXT NOT NULL,
        undone_by TEXT,
        undone_at TEXT CHECK ((undone_at IS NULL) = (undone_by IS NULL))
    );
    CREATE UNIQUE INDEX name_merges_standing ON name_merges (grouping, name)
        WHERE undone_at IS NULL;

    CREATE TABLE name_splits (
        id INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
        grouping TEXT NOT NULL CHECK (grouping IN ({_GROUPINGS})),
        name TEXT NOT NULL,
        meant TEXT NOT NULL CHECK (meant <> name),
        annotator TEXT NOT NULL,
        at TEXT NOT NULL
    );
    CREATE UNIQUE INDEX name_splits_article ON name_splits (article, grouping, name);
"""
"""A person's decisions, beside the annotations, which they never change.

A merge stands until it is undone, and only one at a time does for a name. A split says that in
one article a name means somebody else, who is listed as `meant`. The index holds all that the
views read of the annotations, so that these look at no row.
"""


def _grouping(label: str) -> str:
    return f"""CASE {label}
        WHEN 'PERSON' THEN 'person' WHEN 'PER' THEN 'person'
        WHEN 'ORG' THEN 'organisation'
        WHEN 'GPE' THEN 'place' WHEN 'LOC' THEN 'place' WHEN 'FAC' THEN 'place'
        WHEN 'NORP' THEN 'people'
        ELSE 'other' END"""


VIEWS = f"""
    CREATE VIEW name_articles AS
    WITH RECURSIVE
    written (article, grouping, label, name, mentions) AS (
        SELECT article, {_grouping("label")}, label, name, count(*) FROM annotations
        WHERE layer = 'entities' AND name IS NOT NULL AND status <> 'rejected'
        GROUP BY name, label, article
    ),
    merged (grouping, name, root, forced) AS (
        SELECT grouping, name, merged_into, forced FROM name_merges WHERE undone_at IS NULL
        UNION
        SELECT m.grouping, m.name, n.merged_into, min(m.forced, n.forced)
        FROM merged AS m JOIN name_merges AS n
            ON n.grouping = m.grouping AND n.name = m.root AND n.undone_at IS NULL
    ),
    roots (grouping, name, root, forced) AS (
        SELECT grouping, name, root, forced FROM merged AS m WHERE NOT EXISTS (
            SELECT 1 FROM name_merges AS n
            WHERE n.grouping = m.grouping AND n.name = m.root AND n.undone_at IS NULL
        )
    ),
    families (grouping, name, root) AS (
        SELECT grouping, name, root FROM roots UNION SELECT grouping, root, root FROM roots
    ),
    apart (article, grouping, root) AS (
        SELECT n.article, f.grouping, f.root
        FROM families AS f CROSS JOIN annotations AS n ON n.name = f.name
            LEFT JOIN name_splits AS s
                ON s.article = n.article AND s.grouping = f.grouping AND s.name = n.name
        WHERE n.layer = 'entities' AND n.status <> 'rejected'
            AND {_grouping("n.label")} = f.grouping AND s.id IS NULL
        GROUP BY n.article, f.grouping, f.root HAVING count(DISTINCT n.name) > 1
    )
    SELECT
        CASE WHEN r.root IS NULL OR (a.article IS NOT NULL AND NOT r.forced)
            THEN coalesce(s.meant, w.name) ELSE r.root END AS name,
        w.grouping, w.name AS written, w.label, x.id AS article_id, x.published, w.mentions
    FROM written AS w CROSS JOIN articles AS x ON x.key = w.article
        LEFT JOIN name_splits AS s
            ON s.article = w.article AND s.grouping = w.grouping AND s.name = w.name
        LEFT JOIN roots AS r ON r.grouping = w.grouping AND r.name = coalesce(s.meant, w.name)
        LEFT JOIN apart AS a
            ON a.article = w.article AND a.grouping = w.grouping AND a.root = r.root;

    CREATE VIEW names AS
    SELECT name, grouping, count(DISTINCT article_id) AS articles, sum(mentions) AS mentions,
        substr(min(published), 1, 10) AS first_published,
        substr(max(published), 1, 10) AS last_published
    FROM name_articles GROUP BY name, grouping;
"""
"""Which name is written in which article and what it counts as, and all of them summed up.

`written` is what annotations call it, `name` what it is after splits and merges. Merges lead from
name to name, and their end is the root. In an article where two names of one family stand apart,
a merge holds only if it was forced: it was made for articles in which one of them stands alone.
"""
