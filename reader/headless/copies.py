"""Copies of reports, found before a command tells of them."""

from annotations.store import Store
from reader.headless.progress import progress


def find_copies(store: Store) -> None:
    """Compare with all others what nobody has compared yet; told on a terminal as it goes."""
    missing = store.copies.count_missing()
    if missing:
        with progress("comparing", total=missing, data_on_output=True) as show:
            store.copies.catch_up(show)
