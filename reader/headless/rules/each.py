"""What the commands that do something to each of some rules have in common."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable

from annotations.errors import CloseReadError
from annotations.own_rules import rule_ids
from annotations.store import Store
from annotations.store.own_rules.index import OwnRules, RuleOutcome
from annotations.store.progress import Report
from reader.headless.failures import Failures
from reader.headless.progress import Show, progress
from reader.headless.rules.listing import tell


def add_rules(parser: ArgumentParser, *, nargs: str) -> None:
    """Add the argument that says which rules are meant."""
    parser.add_argument(
        "rules", metavar="RULE", nargs=nargs, type=_number, help="its number: 12, or own:12"
    )


def for_each(options: Namespace, did: str, act: Callable[[OwnRules, int], RuleOutcome]) -> int:
    """Do something to each of the rules that were named, or to all that are on.

    Args:
        options: Which rules.
        did: The verb in the past.
        act: Does it, to a rule by its number.

    Returns:
        The exit status: 1 if it could not be done to one of them.
    """
    failures = Failures()
    with Store.open(options.store, create=False, annotator=options.annotator) as store:
        on_now = [each.rule.id for each in store.own_rules.all() if each.rule.is_on]
        for number in options.rules or filter(None, on_now):
            try:
                with progress("following") as show:
                    outcome = act(store.own_rules.reporting(_report(show)), number)
                tell(did, outcome)
            except CloseReadError as error:
                failures.add(error)
    return failures.status


def _report(show: Show) -> Report:
    return lambda done, _: show(done)


def _number(typed: str) -> int:
    numbers = (int(typed),) if typed.isascii() and typed.isdecimal() else rule_ids(typed)
    if len(numbers) != 1:
        raise ArgumentTypeError(f"{typed!r} is no number of a rule")
    return numbers[0]
