"""How well two sets of annotations of the same articles agree. Pure; no store, no screen.

- `pairing` says which annotation of one side answers to which of the other;
- `tallies` counts them, and tells precision, recall and F1; `counting` does so per layer and kind;
- `fields` says how often the fields of paired annotations are the same;
- `bootstrap` says how sure that is;
- `differences` tells where two sides are not the same, one by one, and `mistakes` what went wrong;
  `implicit` which figures few references mark;
- `evaluation` measures one side by another that is right;
- `decisions` is what people decided on suggestions, `decision_counts` counts it,
  `decided_evaluation` says how good the suggestions were;
- `comparison` measures two annotators of whom neither is right: `choices` tells what each has
  chosen for the same things, and `agreement` has the coefficients;
- `disagreements` says what becomes of a difference once a third person settles it.
"""
