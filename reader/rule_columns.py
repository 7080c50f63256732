"""What the list of a person's rules says in its columns, and of the one under the cursor. Pure."""

from collections.abc import Iterable, Mapping

from rich.cells import cell_len

from annotations.own_rules import Does, OwnRule, evidence_of
from annotations.store.own_rules.index import UsedRule
from annotations.text import clean_line, has_words
from reader.services.questions import how_many
from reader.widgets.columns import GAP, fitted

ON, OFF = "●", "○"
_ID = 8
_NUMBER = 8
_WHO = 12
_DAY = 10
_LEAST_FOR_NUMBERS = 50
_LEAST_FOR_WHO = 90
_HEADINGS = ("", "Rule", "Changed", "Articles", "Set by", "On")


def heading(width: int) -> str:
    """The headings of the list."""
    return _line(" ", *_HEADINGS, width=width)


def rule_line(used: UsedRule, width: int, *, by: int | None) -> str:
    """A rule with its number, and where there is room how often it was applied, and who set it.

    Args:
        used: The rule.
        width: Cells of the list.
        by: The id of the newer rule that overrules it, if one does.
    """
    rule = used.rule
    return _line(
        ON if rule.is_on else OFF,
        number_of(rule),
        str(rule),
        f"{used.times:,}",
        f"{used.articles:,}",
        rule.annotator or "",
        (rule.at or "")[:_DAY],
        width=width,
        remark="" if by is None else f" ({evidence_of([by])} holds)",
    )


def number_of(rule: OwnRule) -> str:
    """How a rule goes by in the annotations that it has changed: own:12."""
    return "" if rule.id is None else evidence_of([rule.id])


def fitting(rules: Iterable[UsedRule], words: str) -> list[UsedRule]:
    """The rules that have all of some words, or parts of words."""
    return [each for each in rules if has_words(f"{each.rule} {number_of(each.rule)}", words)]


def details(used: UsedRule, overruler: OwnRule | None) -> str:
    """What is known of a rule: an example, what it has done, and what stands against it."""
    rule = used.rule
    example = (
        clean_line(rule.example)
        if rule.example
        else "no example: nothing in the store is written so"
    )
    state = "on" if rule.is_on else "off: later suggestions are left alone"
    lines = [
        example,
        f"{number_of(rule)} · {state} · set by {rule.annotator} on {(rule.at or '')[:_DAY]}",
        f"{_DONE[rule.does]} {used.times:,} in {how_many(used.articles)}",
    ]
    if overruler is not None:
        lines.append(f"overruled by {number_of(overruler)}, which was set later: {overruler}")
    return "\n".join(lines)


def overrulers(rules: Iterable[UsedRule], overruled: Mapping[int, int]) -> Mapping[int, OwnRule]:
    """The rules that hold in place of others, by the ids of these."""
    by_id = {each.rule.id: each.rule for each in rules}
    return {rule_id: by_id[by] for rule_id, by in overruled.items()}


_NO_EXAMPLE = "no example: nothing in the store is written so"
_DONE = {
    Does.LABEL: "has relabelled",
    Does.NEVER: "has left out",
    Does.NAME: "has named",
}


def _line(
    sign: str,
    number: str,
    rule: str,
    times: str,
    articles: str,
    who: str,
    when: str,
    *,
    width: int,
    remark: str = "",
) -> str:
    """A row; what is remarked on the rule stands behind it however long that is."""
    tail = ""
    if width >= _LEAST_FOR_NUMBERS:
        tail += f"{GAP}{times:>{_NUMBER}}{GAP}{articles:>{_NUMBER}}"
    if width >= _LEAST_FOR_WHO:
        tail += f"{GAP}{fitted(clean_line(who), _WHO)}{GAP}{when:{_DAY}}"
    head = f"{sign} {number:{_ID}}"
    left = max(1, width - cell_len(head + tail))
    room = max(1, left - cell_len(remark))
    said = rule if cell_len(rule) <= room else fitted(rule, room)
    return head + fitted(said + remark, left) + tail
