"""The whole of `config.toml` with every default, as a comment."""

from collections.abc import Iterator

from reader.settings.preferences import PREFERENCES, in_toml

_HEAD = """\
What you prefer in closeread. Every line below says what is the case without it: to change
something, take the # before it away. `closeread config --check` says whether all is well."""


def documented() -> Iterator[str]:
    """The lines of a file that changes nothing, and documents everything."""
    yield from _comment(_HEAD)
    for each in PREFERENCES.values():
        yield ""
        yield from _comment(each.about)
        yield f"#{each.name} = {in_toml(each.default())}"


def _comment(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"# {line}"
