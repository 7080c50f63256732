"""What happened to the people that a number counts.

`constructions` tries the rules on the dependency tree and says which counts: `nouns`, `modifiers`,
the words `following` a number, and its `governors`, which are `verbs` with their `frames`, or
`tolls`. Where the tree does not tell, `sharing` looks at the figure before and `nearby` at the
nearest word, by its `inflection`. An `outcome` is what comes of it.
"""
