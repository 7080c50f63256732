"""Where the sample corpus is."""

from pathlib import Path


def sample_corpus() -> Path | None:
    """The folder of the sample articles: inside the installed package, or in the checkout."""
    package = Path(__file__).parent
    places = (package / "sample_corpus", package.parent / "sample_corpus")
    return next((place for place in places if place.is_dir()), None)
