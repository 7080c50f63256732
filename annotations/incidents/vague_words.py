"""Vague words as a project counts them."""

from dataclasses import replace

from annotations.model import CasualtyFigure, Count, VagueRule
from annotations.summary import word_of


def counted(figure: CasualtyFigure, rule: VagueRule | None) -> CasualtyFigure:
    """The figure with the count that a rule gives its words; exact numbers stay as they are.

    Args:
        figure: Counted by whatever rule it names.
        rule: Null to leave vague words without a number.
    """
    if figure.vague_rule is None or figure.vague_rule == rule:
        return figure
    count = Count() if rule is None else _count(word_of(figure), rule)
    return replace(figure, count=count, vague_rule=str(rule or "none"))


def _count(words: str, rule: VagueRule) -> Count:
    from annotations.detect.casualties.numbers.finding import find  # 0.1 s, most need it not

    found = find(words, vague_rule=rule) or find(f"{words} of people", vague_rule=rule)
    return found[0].count if found else Count()
