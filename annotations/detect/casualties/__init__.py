"""Stated numbers of people harmed, moved or held.

How a figure comes about, each stage in a module of its own:

1. `numbers` finds the numbers of a text, as `cardinals` reads them, with their `qualifiers`.
2. `rejects` drops ages, dates, measures and other numbers that count nobody.
3. `phrases` finds the noun phrase that a number counts.
4. `harm` reads off the tree what happened to the people, `governors` what a verb says of them;
   where the tree does not tell, `nearby` takes the nearest word for a harm. `nouns` and
   `triggers` say what single words mean.
5. `circumstances` adds place, date and source, `flags` whether the figure is denied, possible, a
   part or an addition.

`layer` puts the stages together.
"""
