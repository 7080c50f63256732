"""`closeread export`: articles and their annotations into files that other tools read."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from annotations.errors import UsageError
from annotations.formats import FORMATS, Format, named, of_suffix
from annotations.formats.format import Tokenise
from annotations.model import Layer
from annotations.store import Store
from reader.exports import job
from reader.exports.delivery import deliver, encoded
from reader.exports.wanted import Wanted
from reader.headless.copies import find_copies
from reader.headless.failures import Failures
from reader.headless.filtering import HELP, add_filter, filter_of
from reader.headless.inputs import DASH
from reader.headless.output import data_output, report
from reader.headless.progress import progress
from reader.headless.statuses import add_only, wanted

DESCRIPTION = """\
Write articles with their annotations, to standard output, a file or a folder, and say what the
format could not carry. JSON lines carry everything that articles hold and can be read back by
`closeread import`. Where you merged or split names, an entity also has what its name counts as, in
`known_as`; importing leaves that aside. Figures of people named without a number (“a soldier was
killed”) are left out while they are only suggested, unless --implicit is given; so are articles
that you excluded, unless you name them or give --excluded."""
EXAMPLES = f"""\
examples:
  closeread export --implicit > everything.jsonl
  closeread export --only accepted,corrected,added -o checked.csv
  closeread export --layer casualties tag:aleppo after:2016-09 -o aleppo.csv
  closeread export --article 5f350b94b4920d9b

{HELP}"""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--format",
        metavar="NAME",
        help=f"{' or '.join(FORMATS)} (default: by the name of the -o file, else jsonl)",
    )
    _add_wanted(parser)
    parser.add_argument(
        "--excluded",
        action="store_true",
        help="also write articles that were excluded, with their state",
    )
    parser.add_argument(
        "--article",
        metavar="ID",
        action="append",
        help="only this article; may be given several times",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="write to a file, or a folder, which changes only when everything is written",
    )
    parser.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="how the format is written, where it leaves a choice",
    )
    add_filter(parser)


def _add_wanted(parser: ArgumentParser) -> None:
    """Let it choose among the annotations."""
    add_only(parser)
    parser.add_argument("--layer", metavar="LAYER,…", help=f"only these layers: {', '.join(Layer)}")
    parser.add_argument(
        "--label",
        metavar="LABEL,…",
        help="only these labels of names, types of quotes or categories of figures",
    )
    parser.add_argument("--tag", metavar="TAG,…", help="only annotations with one of these tags")
    parser.add_argument(
        "--by", metavar="NAME,…", help="only what one of these people decided on last"
    )
    parser.add_argument(
        "--implicit",
        action="store_true",
        help="also write suggested figures of people named without a number",
    )


def run(options: Namespace) -> int:
    """Write every article that can be; one whose offsets do not fit is reported and left out."""
    export = _export(options)
    to_output = options.output is None or options.output == DASH
    if to_output:
        _check_is_text(export.format)
    failures, tally = Failures(), job.Tally()
    with Store.open(options.store, create=False) as store:
        find_copies(store)
        left_out = job.excluded(store, export)
        amount = job.total(store, export)
        shown = progress("exporting", total=amount, data_on_output=to_output)
        with shown as show, _tokeniser(export.format) as tokenise:
            written = job.pieces(
                store, export, tally, fail=failures.add, show=show, tokenise=tokenise
            )
            if to_output:
                data_output().writelines(_text(encoded(written)))
            else:
                deliver(export.format, written, options.output)
    _tell(export, tally, left_out)
    return failures.status


def _tokeniser(format_: Format) -> AbstractContextManager[Tokenise | None]:
    """What parts texts into tokens, if a format needs them."""
    if not format_.needs_tokens:
        return nullcontext()
    from annotations.detect.tokenising import Tokeniser

    return Tokeniser()


def _check_is_text(format_: Format) -> None:
    """Make sure that a format can go to standard output."""
    if format_.is_folder:
        raise UsageError(
            f"The format {format_.name} has several files.", hint="Name a folder with -o."
        )
    if format_.is_binary:
        raise UsageError(f"The format {format_.name} is no text.", hint="Name a file with -o.")


def _text(pieces: Iterator[bytes]) -> Iterator[str]:
    return (piece.decode() for piece in pieces)


def _tell(export: job.Export, tally: job.Tally, left_out: int) -> None:
    """Say what is not in the export."""
    if left_out:
        report(f"{left_out} excluded articles left out; --excluded writes them too.")
    if tally.unstated:
        report(f"{tally.unstated} implicit figures left out; --implicit writes them too.")
    if export.format.cannot:
        report(f"Note: {export.format.name} leaves out {export.format.cannot}.")
    if tally.losses:
        report(f"{export.format.name} could not hold: {', '.join(tally.losses)}.")


def _export(options: Namespace) -> job.Export:
    """What the command line asks for.

    Raises:
        UsageError: If it asks for what there is not.
    """
    chosen = _format(options.format, options.output)
    return job.Export(
        format=chosen,
        wanted=Wanted(
            statuses=wanted(options.only),
            layers=_layers(options.layer),
            kinds=_listed(options.label),
            tags=tuple(sorted(_listed(options.tag) or ())),
            annotators=_listed(options.by),
            implicit=options.implicit,
        ),
        ids=options.article,
        query=filter_of(options.words) if options.words else None,
        excluded=options.excluded,
        settings=_settings(chosen, options.set),
    )


def _listed(words: str | None) -> frozenset[str] | None:
    return None if words is None else frozenset(word.strip() for word in words.split(","))


def _layers(words: str | None) -> frozenset[Layer] | None:
    layers = _listed(words)
    unknown = sorted((layers or set()) - set(Layer))
    if unknown:
        raise UsageError(
            f"There is no layer {unknown[0]!r}.", hint=f"Choose among: {', '.join(Layer)}."
        )
    return None if layers is None else frozenset(map(Layer, layers))


def _settings(format_: Format, words: Sequence[str]) -> dict[str, str]:
    settings = {}
    for word in words:
        name, stands, value = word.partition("=")
        if not stands or name not in format_.settings:
            known = ", ".join(f"{each} ({what})" for each, what in format_.settings.items())
            raise UsageError(
                f"--set {word} is nothing that can be asked of {format_.name}.",
                hint=f"It takes: {known}." if known else "It leaves no choice.",
            )
        settings[name] = value
    return settings


def _format(name: str | None, output: Path | None) -> Format:
    """The format that is asked for, by its name or by that of the file."""
    if name is not None:
        return named(name)
    if output is None or not output.suffix:
        return named("jsonl")
    found = of_suffix(output)
    if found is None:
        known = ", ".join(f"{each.name} ({each.suffix or 'a folder'})" for each in FORMATS.values())
        raise UsageError(
            f"No format is known by the ending of {output}.",
            hint=f"Choose one with --format: {known}.",
        )
    return found
