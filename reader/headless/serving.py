"""`closeread serve`: the reader in a browser on this machine."""

import shlex
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from annotations.errors import CloseReadError
from reader.headless.output import report

DESCRIPTION = """\
Serve the reader to a browser on this machine, through textual-serve, which is an extra:

    pip install "closeread[serve]"

Whoever can use this machine's network from within, other users of it included, can then read and
change the store without a password. It is never served to other machines; to read from one,
forward the port over ssh."""
EXAMPLES = """\
examples:
  closeread serve
  closeread serve --port 9000
  closeread --store events.db serve
"""

_HOST = "127.0.0.1"
_USUAL_PORT = 8000
_MOST = 65_535


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--port", metavar="N", type=_port, default=_USUAL_PORT, help="(default: %(default)s)"
    )


def run(options: Namespace) -> int:
    """Serve until interrupted.

    Raises:
        CloseReadError: If textual-serve is not installed.
    """
    try:
        from textual_serve.server import Server
    except ModuleNotFoundError as error:
        raise CloseReadError(
            "textual-serve is not installed.", hint='Run `pip install "closeread[serve]"`.'
        ) from error
    report(
        f"Serving on http://{_HOST}:{options.port} until Ctrl+C. Everybody on this machine can "
        "read and change the store there."
    )
    Server(command(options), host=_HOST, port=options.port, title="closeread").serve()
    return 0


def command(options: Namespace) -> str:
    """The command line that a browser's reader is started with: this one, without `serve`."""
    words = [sys.executable, "-m", "reader", "--store", str(options.store)]
    words += ["--model", options.model, "--vague-rule", str(options.vague_rule)]
    if options.own_names is not None:
        words += ["--own-names", str(options.own_names)]
    return shlex.join(words)


def _port(word: str) -> int:
    if not word.isdecimal() or not 0 < int(word) <= _MOST:
        raise ArgumentTypeError(f"{word!r} is no port, which is a number from 1 to {_MOST}")
    return int(word)
