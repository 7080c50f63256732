"""What a store's file says about its own make, read without sqlite-utils.

The steps themselves are in `annotations.store.migrations`, which is imported only when one of
them has to be run.
"""

from annotations.errors import NotAStore, StoreError
from annotations.store.connection import Connection

APPLICATION_ID = 0x636C7264
"""Marks a SQLite file as closeread's ("clrd" in ASCII); bytes 68 to 71 of the file."""

MIGRATION_SET = "closeread"
"""The name our steps go by in the `_sqlite_migrations` table."""

STEPS = (
    "create_articles",
    "create_annotations",
    "create_runs",
    "create_edit_log",
    "create_counts",
    "create_views",
    "create_search",
    "extend_casualty_figures",
    "extend_quotes",
    "locate_names_and_figures",
    "index_names",
    "count_without_numbers",
    "index_written_names",
    "delete_articles",
    "save_filters",
    "index_event_days",
    "keep_tolls",
    "index_equals",
    "keep_own_rules",
    "index_claimants",
    "log_name_decisions",
    "sum_up_edits",
    "keep_states",
    "count_by_confidence",
    "log_store_changes",
    "count_tags",
    "colour_tags",
    "keep_versions",
    "keep_settled_disagreements",
    "weigh_running_totals",
    "describe_origins",
    "sketch_articles",
    "remember_feeds",
    "index_languages",
    "remember_files",
)
"""The names of all steps, in order; the functions of `migrations` that carry them."""


def missing_steps(connection: Connection) -> list[str]:
    """The steps that a file still needs; all of them when it is empty.

    Raises:
        NotAStore: If the file holds something that closeread did not make.
        StoreError: If it was made by a newer closeread.
    """
    with connection.reading():  # somebody else may be making the store just now
        if connection.value("PRAGMA application_id") != APPLICATION_ID:
            if connection.value("SELECT count(*) FROM sqlite_master"):
                raise NotAStore(connection.path)
            return list(STEPS)
        applied = connection.column(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (MIGRATION_SET,)
        )
    if not set(STEPS).issuperset(applied):
        raise StoreError(
            f"{connection.path} was made by a newer closeread.",
            hint="Update closeread, or name another store with --store.",
        )
    return [step for step in STEPS if step not in applied]
