"""Merges and splits of names: made if what is in the store allows them.

All of it runs in a write transaction, so that what was looked at still holds when the decision
is written.
"""

import json
from collections.abc import Collection, Sequence

from annotations.errors import AmbiguousName, NamesError, NamesStandApart, NoSuchName
from annotations.store.articles import article_key
from annotations.store.connection import Connection
from annotations.store.names import decisions
from annotations.store.names.decision_log import RowChange, log
from annotations.store.names.families import Families
from annotations.store.names.values import Merge, NameGroup, Split


def merge(
    connection: Connection,
    name: str,
    into: str,
    group: NameGroup | None,
    *,
    force: bool,
    annotator: str,
) -> Merge:
    """See `Names.merge`."""
    group = _common_group(connection, (name, into), group)
    families = Families(decisions.standing_merges(connection)[group])
    root = families.root(into)
    _check_mergeable(families, name, into, force=force)
    if not force:
        _check_never_apart(connection, families, name, root, group)
    undone = decisions.undo_merge(connection, group, name, annotator=annotator)
    added = decisions.add_merge(connection, group, name, root, forced=force, annotator=annotator)
    log(connection, f"merge {name} into {root}", annotator, [*undone, added])
    return Merge(name=name, into=root, group=group)


def split(connection: Connection, name: str, group: NameGroup | None, *, annotator: str) -> Merge:
    """See `Names.split`."""
    standing = decisions.standing_merges(connection)
    merged = {each for each, parents in standing.items() if name in parents}
    if not merged or group not in (None, *merged):
        raise _not_merged(connection, name, standing, group)
    group = _only(name, merged, group)
    into = standing[group][name]
    undone = decisions.undo_merge(connection, group, name, annotator=annotator)
    log(connection, f"split {name} off {into}", annotator, undone)
    return Merge(name=name, into=into, group=group)


def split_in(
    connection: Connection,
    name: str,
    article_id: str,
    group: NameGroup | None,
    *,
    annotator: str,
) -> Split:
    """See `Names.split_in`."""
    article = article_key(connection, article_id)
    written = _written(connection, name, article_id)
    if not written or group not in (None, *written):
        raise NamesError(
            f"{name!r}{_as_a(group)} does not stand in article {article_id!r}.",
            hint="`closeread names` lists the names, `closeread search` finds articles.",
        )
    group = _only(name, written, group)
    meant = decisions.meant_in(connection, article, group, written[group][0])
    if meant is not None:
        changes = _separate(connection, meant, group, article_id, annotator=annotator)
    else:
        meant = f"{name} ({article_id})"
        changes = [
            decisions.add_split(connection, article, group, each, meant, annotator=annotator)
            for each in written[group]
        ]
    log(connection, f"split {name} off in one article", annotator, changes)
    return Split(name=name, meant=meant, group=group, article_id=article_id)


def _common_group(
    connection: Connection, names: Sequence[str], wanted: NameGroup | None
) -> NameGroup:
    """The one group that has all the names."""
    found = [decisions.groups_of(connection, name) for name in names]
    for name, groups in zip(names, found, strict=True):
        if not groups or wanted not in (None, *groups):
            raise NoSuchName(f"{name!r}{_as_a(wanted)}")
    common = set.intersection(*found)
    if not common:
        kinds = (f"{name!r} ({_listed(each)})" for name, each in zip(names, found, strict=True))
        raise NamesError(
            f"{' and '.join(kinds)} are of different groups.",
            hint="Relabel what is labelled wrongly; only names of one group can be merged.",
        )
    return _only(names[0], common, wanted)


def _only(name: str, groups: Collection[NameGroup], wanted: NameGroup | None) -> NameGroup:
    """The group that is wanted, or the only one there is."""
    if wanted is not None:
        return wanted
    if len(groups) > 1:
        raise AmbiguousName(name, _listed(groups))
    return next(iter(groups))


def _check_mergeable(families: Families, name: str, into: str, *, force: bool) -> None:
    """Make sure that a merge neither leads in a circle nor overrules another.

    One that stands may be made again with force, which it lacked.
    """
    counts_as, root = families.root(name), families.root(into)
    if name == into:
        raise NamesError(f"{name!r} is one name.", hint="Name the other it is the same as.")
    if name == root:
        raise NamesError(
            f"{into!r} was merged into {name!r} already.", hint=f"Split {into!r} first."
        )
    if counts_as == root and not force:
        raise NamesError(f"{name!r} was merged into {root!r} already.")
    if counts_as not in (name, root):
        raise NamesError(
            f"{name!r} was merged into {counts_as!r} already.",
            hint=f"Split {name!r} first, or merge {counts_as!r}.",
        )


def _check_never_apart(
    connection: Connection, families: Families, name: str, into: str, group: NameGroup
) -> None:
    """Make sure that no article has two names, each for itself, that are to be one."""
    mine, theirs = (sorted(families.family(each)) for each in (name, into))
    rows = connection.rows(
        """
        WITH wanted (name) AS (SELECT value FROM json_each(?1))
        SELECT article_id, name FROM name_articles
        WHERE grouping = ?2 AND written IN (
            SELECT name FROM wanted UNION SELECT s.name
            FROM name_splits AS s JOIN wanted AS w ON s.meant = w.name WHERE s.grouping = ?2
        )
        """,
        (json.dumps([*mine, *theirs]), group.value),
    )
    having = [{article for article, each in rows if each in side} for side in (mine, theirs)]
    if shared := sorted(set.intersection(*having)):
        raise NamesStandApart(name, into, shared)


def _written(
    connection: Connection, name: str, article_id: str
) -> dict[NameGroup, tuple[str, ...]]:
    """The names that an article has in place of a name, by their groups.

    That is the name itself, or where it is not written there, what counts as it.
    """
    found: dict[NameGroup, dict[str, None]] = {}
    for grouping, written, counts_as in connection.rows(
        "SELECT grouping, written, name FROM name_articles WHERE article_id = ?", (article_id,)
    ):
        if name in (written, counts_as):
            found.setdefault(NameGroup(grouping), {})[written] = None
    return {
        group: (name,) if name in written else tuple(written) for group, written in found.items()
    }


def _separate(
    connection: Connection, meant: str, group: NameGroup, article_id: str, *, annotator: str
) -> list[RowChange]:
    """Split again what was split in an article and merged afterwards."""
    if meant not in decisions.standing_merges(connection)[group]:
        raise NamesError(f"In article {article_id!r} it counts as {meant!r} already.")
    return decisions.undo_merge(connection, group, meant, annotator=annotator)


def _not_merged(
    connection: Connection,
    name: str,
    standing: dict[NameGroup, decisions.Parents],
    group: NameGroup | None,
) -> NamesError:
    """Why a name cannot be split."""
    groups = decisions.groups_of(connection, name)
    if not groups or group not in (None, *groups):
        return NoSuchName(f"{name!r}{_as_a(group)}")
    members = [
        other
        for each in groups
        if group in (None, each)
        for other, into in standing[each].items()
        if into == name
    ]
    hint = f"Merged into it were {', '.join(map(repr, members))}: split these." if members else ""
    return NamesError(f"{name!r} was not merged into another name.", hint=hint)


def _as_a(group: NameGroup | None) -> str:
    return "" if group is None else f" ({group})"


def _listed(groups: Collection[NameGroup]) -> str:
    return ", ".join(sorted(groups))
