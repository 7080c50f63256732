"""`closeread rules`: what a person's corrections have become."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from annotations.own_rules import OwnRule, evidence_of
from annotations.own_rules.governing import overruled
from annotations.store import Store
from annotations.store.own_rules.index import RuleOutcome, UsedRule
from reader.headless.output import data_output, report
from reader.headless.tables import Column, write_table
from reader.rule_columns import fitting
from reader.services.questions import how_many

DESCRIPTION = """\
List the rules that corrections have become, the one that was made last first: number, whether it
is on, what it says, how many suggestions it has changed in how many articles, who set it last and
when, and which later rule overrules it. Rules change what detectors suggest, from now on and in
what is still only suggested; they never touch what a person has decided. How the detectors
themselves find names, quotes and figures, `closeread doctor --rules` lists."""
EXAMPLES = """\
examples:
  closeread rules
  closeread rules oldport --json
  closeread rules add Oldport --label GPE
  closeread rules add May --never --was PERSON
  closeread rules add "Mr Calder" --name "Ines Calder"
  closeread rules off 12
  closeread rules on 12             switch it on, and follow it at once
  closeread rules remove 12
  closeread rules apply             follow all of them in what is still suggested
  closeread rules export > rules.toml
  closeread rules export --names > names.toml
                                    those that label names, as a list of own names
  closeread rules import rules.toml
  closeread rules -- add            rules with “add” in them

`closeread rules add --help` and so on say more.
"""
PARTS = {
    "add": "rules.adding",
    "on": "rules.switching_on",
    "off": "rules.switching_off",
    "remove": "rules.removing",
    "apply": "rules.applying",
    "export": "rules.exporting",
    "import": "rules.importing",
}
"""The modules of the commands that begin with this one and another word."""

_COLUMNS = (
    Column("rule", width=12),
    Column("state", width=5),
    Column("says"),
    Column("changed", right=True),
    Column("articles", right=True),
    Column("set by", width=12),
    Column("set", width=10),
    Column("overruled by", width=12),
)


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "words", metavar="WORD", nargs="*", help="only rules that have all the words, or parts"
    )
    parser.add_argument("--json", action="store_true", help="write a JSON object a line")


def run(options: Namespace) -> int:
    """Write one row a rule."""
    words = " ".join(options.words)
    with Store.open(options.store, create=False) as store:
        rules = store.own_rules.all()
    by = overruled(each.rule for each in rules)
    listed = fitting(rules, words)
    if options.json:
        output = data_output()
        for each in listed:
            record = _record(each, by.get(each.rule.id or 0))
            output.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        write_table(_COLUMNS, (_cells(each, by.get(each.rule.id or 0)) for each in listed))
    if not listed:
        report("Nothing was found." if words else "There is no rule yet.")
    return 0


def tell(did: str, outcome: RuleOutcome) -> None:
    """Report what was done to a rule, and by it."""
    where = f" in {how_many(outcome.articles)}" if outcome.changes else ""
    changed = f" Suggestions changed: {outcome.changes:,}{where}." if outcome.changes else ""
    report(f"{did} {_number(outcome.rule)}: {outcome.rule}.{changed}")


def _cells(used: UsedRule, by: int | None) -> tuple[str, ...]:
    rule = used.rule
    return (
        _number(rule),
        "on" if rule.is_on else "off",
        str(rule),
        str(used.times),
        str(used.articles),
        rule.annotator or "",
        (rule.at or "")[:10],
        "" if by is None else evidence_of([by]),
    )


def _record(used: UsedRule, by: int | None) -> dict[str, object]:
    rule = asdict(used.rule)
    del rule["rank"]
    return {**rule, "changed": used.times, "articles": used.articles, "overruled_by": by}


def _number(rule: OwnRule) -> str:
    return "" if rule.id is None else evidence_of([rule.id])
