"""`closeread config`: where the configuration is, what it sets, and what is wrong with it."""

from argparse import ArgumentParser, Namespace

from annotations.text import clean_line
from reader.headless.failures import Failures
from reader.headless.output import text_output
from reader.settings.documenting import documented
from reader.settings.preferences import in_toml
from reader.settings.reading import Configuration

DESCRIPTION = """\
Say where your configuration is and what it sets. It is a TOML file that you write; without it,
or without a key in it, everything is as by default."""
EXAMPLES = """\
examples:
  closeread config                  where it is, and what it sets
  closeread config --check          what is wrong with it, if anything
  closeread config --defaults       every key with its meaning and its default, to be saved there
"""

REPORTS_CONFIGURATION = True
"""It says itself what is wrong with the configuration."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument(
        "--defaults",
        action="store_true",
        help="print a whole file with a comment on every key; saved, it changes nothing",
    )
    wanted.add_argument(
        "--check", action="store_true", help="say what is wrong with it; the status is then 1"
    )


def run(options: Namespace) -> int:
    """Write what is asked for."""
    configuration: Configuration = options.configuration
    output = text_output()
    if options.defaults:
        output.writelines(f"{line}\n" for line in documented())
        return 0
    failures = Failures()
    for problem in configuration.problems:
        failures.add(problem)
    if not options.check:
        output.writelines(f"{line}\n" for line in _told(configuration))
    elif not failures.count:
        output.write(f"{clean_line(str(configuration.path))}: {_verdict(configuration)}\n")
    return failures.status


def _verdict(configuration: Configuration) -> str:
    return "nothing is wrong." if configuration.exists else "there is no such file."


def _told(configuration: Configuration) -> list[str]:
    path = clean_line(str(configuration.path))
    if not configuration.exists:
        return [path, "There is no such file; everything is as by default."]
    set_here = [f"{name} = {in_toml(value)}" for name, value in configuration.told.items()]
    return [path, *map(clean_line, set_here or ["It sets nothing."])]
