"""Feeds sources with files that libFuzzer makes up, guided by what of the code they reach.

`make fuzz` runs it. A file that breaks the contract, hangs, or needs too much memory is left in
`.fuzz`; `python tests/fuzz/fuzz_sources.py FILE` reads it once more.

The first byte of a file chooses its name, the second what it is put into, if anything.
"""

import importlib
import io
import pkgutil
import sys
import warnings
from contextlib import redirect_stderr
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))
_PARSERS = ("email", "zipfile", "tarfile", "feedparser", "pypdf", "warcio", "trafilatura")
with atheris.instrument_imports(include=["annotations", *_PARSERS]):
    from annotations import sources

    # Which is left otherwise until one is needed, when it is too late to be followed.
    for _module in pkgutil.walk_packages(sources.__path__, "annotations.sources."):
        importlib.import_module(_module.name)
    for _name in _PARSERS:
        importlib.import_module(_name)
    from tests.fuzz.contract import check
    from tests.fuzz.hostile import PIECES
    from tests.fuzz.seeds import PACKINGS, SUFFIXES, seeds

assert sources.all_kinds()
FOUND = Path(__file__).parents[2] / ".fuzz"
CORPUS = FOUND / "corpus"
_PACKINGS = sorted(PACKINGS.items())
_UNPACKED = 255
_SUFFIXES = (*SUFFIXES, "")


def read_one(data: bytes) -> None:
    """Read one file."""
    if len(data) < 2:
        return
    name = f"a{_SUFFIXES[data[0] % len(_SUFFIXES)]}"
    body = data[2:]
    if data[1] < len(_PACKINGS):
        suffix, packed = _PACKINGS[data[1]]
        name, body = f"a{suffix}", packed(body, name)
    with redirect_stderr(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        check(body, name=name)


def write_corpus() -> None:
    """Write the files to begin from, and a list of what breaks parsers."""
    CORPUS.mkdir(parents=True, exist_ok=True)
    for number, (name, data) in enumerate(seeds()):
        ending = max(filter(name.endswith, _SUFFIXES), key=len)
        first = bytes((_SUFFIXES.index(ending), _UNPACKED))
        (CORPUS / f"{number:03}-{name}").write_bytes(first + data)
    words = ("".join(f"\\x{byte:02x}" for byte in piece) for piece in PIECES)
    (FOUND / "words").write_text("".join(f'"{word}"\n' for word in words))


def main() -> None:
    """Run libFuzzer with the arguments of this process."""
    write_corpus()
    usual = ["-timeout=30", "-rss_limit_mb=1024", "-max_len=60000", f"-dict={FOUND / 'words'}"]
    usual.append(f"-artifact_prefix={FOUND}/")
    files = [each for each in sys.argv[1:] if not each.startswith("-")]
    options = [each for each in sys.argv[1:] if each.startswith("-")]
    atheris.Setup([sys.argv[0], *usual, *options, *(files or [str(CORPUS)])], read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
