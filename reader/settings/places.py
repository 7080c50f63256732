"""Where a person's own files are."""

import os
from pathlib import Path


def configuration_folder() -> Path:
    """The folder of a person's own files; it need not exist.

    `CLOSEREAD_CONFIG` names it, else it is the one that the platform has for that.
    """
    named = os.environ.get("CLOSEREAD_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("closeread", appauthor=False)


def configuration_file() -> Path:
    """What a person prefers."""
    return configuration_folder() / "config.toml"


def own_names_file() -> Path:
    """A person's own list of names, for the detector."""
    return configuration_folder() / "names.toml"


def memory_file() -> Path:
    """What the program remembers from one time to the next."""
    return configuration_folder() / "state.json"


def usual_store() -> Path:
    """The store that is used unless another is named."""
    from platformdirs import user_data_path

    return user_data_path("closeread", appauthor=False) / "closeread.db"
