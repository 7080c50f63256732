"""Running the steps that a file still needs."""

import sqlite3

from sqlite_utils import Migrations

from annotations.store.migrations.annotations import (
    create_annotations,
    create_views,
    extend_casualty_figures,
    extend_quotes,
    locate_names_and_figures,
)
from annotations.store.migrations.articles import (
    create_articles,
    create_search,
    describe_origins,
    index_languages,
)
from annotations.store.migrations.copies import sketch_articles
from annotations.store.migrations.counts import (
    count_by_confidence,
    count_without_numbers,
    create_counts,
)
from annotations.store.migrations.days import index_event_days
from annotations.store.migrations.deletion import delete_articles
from annotations.store.migrations.equals import index_equals
from annotations.store.migrations.feeds import remember_feeds
from annotations.store.migrations.filters import save_filters
from annotations.store.migrations.history import create_edit_log, create_runs, sum_up_edits
from annotations.store.migrations.names import (
    index_claimants,
    index_names,
    index_written_names,
    log_name_decisions,
)
from annotations.store.migrations.own_rules import keep_own_rules
from annotations.store.migrations.settled import keep_settled_disagreements
from annotations.store.migrations.states import keep_states
from annotations.store.migrations.store_changes import log_store_changes
from annotations.store.migrations.tags import colour_tags, count_tags
from annotations.store.migrations.tolls import keep_tolls, weigh_running_totals
from annotations.store.migrations.versions import keep_versions, remember_files
from annotations.store.schema import MIGRATION_SET, STEPS
from annotations.store.scripts import ScriptRunner

_CARRIED_OUT_BY = {
    each.__name__: each
    for each in (
        colour_tags,
        count_tags,
        count_by_confidence,
        count_without_numbers,
        create_annotations,
        create_articles,
        create_counts,
        create_edit_log,
        create_runs,
        create_search,
        create_views,
        delete_articles,
        describe_origins,
        extend_casualty_figures,
        extend_quotes,
        index_claimants,
        index_equals,
        index_event_days,
        index_languages,
        index_names,
        index_written_names,
        keep_own_rules,
        keep_settled_disagreements,
        keep_states,
        keep_tolls,
        keep_versions,
        locate_names_and_figures,
        log_name_decisions,
        log_store_changes,
        remember_feeds,
        remember_files,
        save_filters,
        sketch_articles,
        sum_up_edits,
        weigh_running_totals,
    )
}
"""The function of each step; `STEPS` alone says in which order they are run."""

steps = Migrations(MIGRATION_SET)
for _name in STEPS:
    steps(name=_name)(_CARRIED_OUT_BY[_name])


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that a file still needs, inside the caller's transaction."""
    steps.apply(ScriptRunner(connection, recursive_triggers=False, execute_plugins=False))
