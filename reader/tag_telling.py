"""What an edit of a tag has done, in words. Pure."""

from annotations.store.tag_edits import TagOutcome


def carriers(outcome: TagOutcome) -> str:
    """What has carried a tag, in words."""
    count = outcome.annotations
    on = f"on {count:,} annotation{'' if count == 1 else 's'}" if count else ""
    where = _articles(outcome.articles)
    return " and ".join(filter(None, (where, on))) or "in no article"


def filters_told(outcome: TagOutcome) -> str:
    """What became of the saved filters that name a tag, in words behind a semicolon."""
    parts = []
    if outcome.filters:
        parts.append(f"; saved filters follow: {_listed(outcome.filters)}")
    if outcome.filters_left:
        parts.append(f"; saved filters that still ask for it: {_listed(outcome.filters_left)}")
    return "".join(parts)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _articles(count: int) -> str:
    return f"in {count:,} article{'' if count == 1 else 's'}" if count else ""
