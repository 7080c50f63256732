"""Where on the map the names asked for lie, by which figures at a place are found."""

SPOTS = """
    WITH spots AS MATERIALIZED (
        SELECT DISTINCT w.article, w.name, e.latitude, e.longitude
        FROM temp.written AS w JOIN annotations AS e
            ON e.article = w.article AND e.name = w.written AND e.label = w.label
        WHERE e.layer = 'entities' AND e.status <> 'rejected' AND e.latitude IS NOT NULL
    )
"""
"""The beginning of a statement over `temp.written`, which gives it a table `spots`."""
