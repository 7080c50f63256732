"""What figures of many articles say of one event. Pure.

`mentions` is a figure with what is needed of its article, `places` what its place goes by, and
`grouping` says which figures are of one incident. `numbers` is what the reports of an incident say
in numbers, with `vague_words` as a project counts them; `findings` answers all that is asked of an
incident, its `dates` included. `profiles` has the columns of projects that record casualties, made
of `fields`, and `rows` the rows.
"""
