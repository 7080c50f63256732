"""Which articles a model learns from and which it is measured on."""

import hashlib
from collections.abc import Mapping

from annotations.errors import UsageError

SPLIT = "split"
TRAIN, DEV = "train", "dev"


def share(settings: Mapping[str, str]) -> float | None:
    """The share of articles to learn from, as `--set split=0.8` asks for; null if all are.

    Raises:
        UsageError: If it is no share.
    """
    asked = settings.get(SPLIT)
    if asked is None:
        return None
    try:
        found = float(asked)
    except ValueError:
        found = 0
    if not 0 < found < 1:
        raise UsageError(
            f"--set {SPLIT}={asked} is no share.", hint="Give one between 0 and 1, such as 0.8."
        )
    return found


def set_of(article_id: str, learnt: float) -> str:
    """`train` or `dev`: the same for an article in every export, whatever else is exported.

    With another share, articles only move from one set to the other.
    """
    digest = hashlib.sha256(article_id.encode("utf-8", errors="backslashreplace")).digest()
    return TRAIN if int.from_bytes(digest[:8]) / 2**64 < learnt else DEV
