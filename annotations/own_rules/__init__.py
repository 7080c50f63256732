"""What a person has taught: rules that their corrections have become. Pure; no store, no screen.

- `rule` is one rule, `corrections` tells which one a correction could become;
- `governing` says what the rules make of a suggestion, and which of them are overruled;
- `files` writes rules as TOML and reads them back, a list of own names too.
"""

from annotations.own_rules.rule import ALLOWED, Does, OwnRule, evidence_of, rule_ids

__all__ = ["ALLOWED", "Does", "OwnRule", "evidence_of", "rule_ids"]
