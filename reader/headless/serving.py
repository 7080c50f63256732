"""`closeread serve`: the reader in a browser on this machine."""

import re
import shlex
import shutil
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

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

_ELSEWHERE = re.compile(r"<link[^>]*href=\"https?://[^>]*>")
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
        from textual_serve import server
    except ModuleNotFoundError as error:
        raise CloseReadError(
            "textual-serve is not installed.", hint='Run `pip install "closeread[serve]"`.'
        ) from error
    report(
        f"Serving on http://{_HOST}:{options.port} until Ctrl+C. Everybody on this machine can "
        "read and change the store there."
    )
    with TemporaryDirectory() as folder:
        pages = Path(folder, "pages")
        shutil.copytree(Path(server.__file__).parent / "templates", pages)
        for page in pages.glob("*.html"):
            page.write_text(offline(page.read_text(encoding="utf-8")), encoding="utf-8")
        server.Server(
            command(options),
            host=_HOST,
            port=options.port,
            title="closeread",
            templates_path=pages,
        ).serve()
    return 0


def offline(page: str) -> str:
    """A page of textual-serve without what it would load from elsewhere: a font."""
    return _ELSEWHERE.sub("", page)


def command(options: Namespace) -> str:
    """The command line that a browser's reader is started with: this one, without `serve`."""
    words = [sys.executable, "-m", "reader", "--store", str(options.store)]
    words += ["--model", options.model, "--vague-rule", str(options.vague_rule)]
    if options.own_names is not None:
        words += ["--own-names", str(options.own_names)]
    if options.annotator is not None:
        words += ["--as", options.annotator]
    return shlex.join(words)


def _port(word: str) -> int:
    if not word.isdecimal() or not 0 < int(word) <= _MOST:
        raise ArgumentTypeError(f"{word!r} is no port, which is a number from 1 to {_MOST}")
    return int(word)
