"""How well two sets of annotations of the same articles agree. Pure; no store, no screen.

- `pairing` says which annotation of one side answers to which of the other;
- `tallies` counts them, and tells precision, recall and F1; `counting` does so per layer and kind;
- `fields` says how often the fields of paired annotations are the same;
- `bootstrap` says how sure that is; `agreement` has the coefficients for two annotators;
- `mistakes` tells what went wrong, one by one; `implicit` which figures few references mark;
- `decisions` is what people decided on suggestions, `decision_counts` counts it,
  `decided_evaluation` says how good the suggestions were.
"""
