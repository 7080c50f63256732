"""The command line: which command was meant, and what becomes of its errors.

Each command is a module of `reader.headless` that is imported when it is called, so that
`closeread --help` and the reader's start pay for none of them.
"""

import os
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from annotations.errors import CloseReadError, UsageError
from annotations.model import VagueRule
from annotations.text import clean_line
from reader.headless.output import open_closed_streams, report, silence_standard_output
from reader.settings.places import configuration_file, own_names_file, usual_store
from reader.settings.preferences import Settings
from reader.settings.reading import Configuration, read_configuration

DONE, FAILED, WRONG_USAGE, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141
"""Exit statuses; the last two are what a shell reports for SIGINT and SIGPIPE."""

COMMANDS = {
    "add": ("adding", "add articles to the store"),
    "annotate": ("annotating", "detect without a store, JSON lines on standard output"),
    "list": ("listing", "list the articles in the store"),
    "search": ("searching", "find articles by their words"),
    "show": ("showing", "print an article with its annotations"),
    "log": ("log_listing", "list who changed what when"),
    "tags": ("tags_listing", "list, rename, merge, remove and colour the tags in use"),
    "names": ("names_listing", "list, merge and split the names in all articles"),
    "figures": ("figures_listing", "list casualty figures side by side, across articles"),
    "rules": ("rules.listing", "list, add and switch rules that corrections have become"),
    "export": ("exporting", "write articles with their annotations"),
    "import": ("importing", "read exported articles back, with their annotations"),
    "evaluate": ("evaluating", "say how good annotations are, others being right"),
    "compare": ("comparing", "say how well two annotators agree"),
    "serve": ("serving", "serve the reader to a browser on this machine"),
    "config": ("configuring", "say where your configuration is, and what it sets"),
    "doctor": ("checking", "say what is installed and whether the store is whole"),
}
"""Each command's module in `reader.headless`, and what it does."""

_VALUED = ("--store", "--as", "--model", "--vague-rule", "--own-names", "--guidelines")
"""Options of every command that take the next word as their value."""

_OPENING = "opening"
"""The module for a command line whose first word is no command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line.

    Args:
        arguments: The words after the program's name; by default those of this process.

    Returns:
        The exit status: 0 done, 1 something could not be done, 2 wrong usage.
    """
    open_closed_streams()
    try:
        try:
            return _run(list(sys.argv[1:] if arguments is None else arguments))
        finally:
            sys.stdout.flush()  # here, where a failure can still be dealt with
    except KeyboardInterrupt:
        report("Interrupted; what was done by then is kept.")
        return INTERRUPTED
    except BrokenPipeError:
        silence_standard_output()
        return BROKEN_PIPE
    except CloseReadError as error:
        report(error)
        return WRONG_USAGE if isinstance(error, UsageError) else FAILED
    except OSError as error:
        report(f"{error.filename or 'Input or output'}: {error.strerror or error}.")
        silence_standard_output()
        return FAILED


def _run(words: list[str]) -> int:
    """Parse the words by the command that they begin with, and do it."""
    configuration = read_configuration(configuration_file())
    settings = configuration.settings
    place = _first_word(words)
    if place is not None and words[place] in COMMANDS:
        name, module = _command(words, place)
        parser = _parser(f"closeread {name}", module.DESCRIPTION, module.EXAMPLES, settings)
    else:
        module = import_module(f"reader.headless.{_OPENING}")
        examples = _overview() + module.EXAMPLES
        parser = _parser("closeread", module.DESCRIPTION, examples, settings)
    module.configure(parser)
    options = parser.parse_args(words)
    options.configuration = configuration
    options.annotator = options.annotator or settings.annotator
    options.store = _store_path(options)
    options.vague_rule = VagueRule(options.vague_rule)
    options.own_names = _own_names(options)
    _report(configuration, module)
    status: int = module.run(options)
    return status


def _report(configuration: Configuration, module: ModuleType) -> None:
    """Say what is wrong with the configuration, unless the command says it in a way of its own."""
    if not getattr(module, "REPORTS_CONFIGURATION", False):
        for problem in configuration.problems:
            report(problem)


def _command(words: list[str], place: int) -> tuple[str, ModuleType]:
    """The command whose name begins at a place, which is taken out of the words, and its module.

    Some names have a second word, which the module of the first lists in `PARTS`.
    """
    name = words.pop(place)
    module = import_module(f"reader.headless.{COMMANDS[name][0]}")
    parts: Mapping[str, str] = getattr(module, "PARTS", {})
    second = _first_word(words)
    if second is not None and words[second] in parts:
        part = words.pop(second)
        return f"{name} {part}", import_module(f"reader.headless.{parts[part]}")
    return name, module


def _first_word(words: Sequence[str]) -> int | None:
    """Where the first word is that is no option and no option's value."""
    place = 0
    while place < len(words) and words[place] != "--":
        if words[place] in _VALUED:
            place += 1
        elif not words[place].startswith("-"):
            return place
        place += 1
    return None


def _parser(name: str, description: str, examples: str, settings: Settings) -> ArgumentParser:
    """A parser with the options that every command has, the defaults being what is preferred."""
    from annotations import __version__

    parser = ArgumentParser(
        prog=name,
        description=description,
        epilog=examples,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--store",
        metavar="FILE",
        type=Path,
        help="the store to use (default: $CLOSEREAD_STORE, else the one that your configuration "
        "names, else one in your data folder)",
    )
    parser.add_argument(
        "--as",
        dest="annotator",
        metavar="NAME",
        type=_name,
        help="who your decisions are by (default: the one that your configuration names, else "
        "your login name)",
    )
    parser.add_argument(
        "--model",
        metavar="NAME",
        default=settings.model,
        help="the spaCy pipeline that detects, by name or path (default: %(default)s)",
    )
    parser.add_argument(
        "--vague-rule",
        choices=[each.value for each in VagueRule],
        default=settings.vague_rule.value,
        help="the number that a word like “dozens” stands for in figures that are detected or "
        "added: 24, or 12 as ACLED counts (default: %(default)s)",
    )
    parser.add_argument(
        "--own-names",
        metavar="FILE",
        type=Path,
        help="your own list of names, which the detector believes before all else (default: "
        "names.toml in your configuration folder, if it is there)",
    )
    parser.add_argument("--version", action="version", version=f"closeread {__version__}")
    return parser


def _name(word: str) -> str:
    """A name as the store keeps it: on one line, and not empty."""
    name = clean_line(word)
    if not name:
        raise ArgumentTypeError("a name cannot be empty")
    return name


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = (f"  {name:<{width}}  {summary}" for name, (_, summary) in COMMANDS.items())
    return "\n".join(["commands:", *lines, "", "`closeread COMMAND --help` says more.", "", ""])


def _store_path(options: Namespace) -> Path:
    """The store that was named, else the one preferred, else the one in the data folder."""
    named = options.store or os.environ.get("CLOSEREAD_STORE")
    return Path(named) if named else options.configuration.settings.store or usual_store()


def _own_names(options: Namespace) -> Path | None:
    """The list of names that was named, else the one in the configuration folder, if any."""
    named: Path | None = options.own_names
    if named is not None:
        return named
    usual = own_names_file()
    return usual if usual.is_file() else None
