"""What figures of many articles say of one event. Pure.

`mentions` is a figure with what is needed of its article, `places` what its place goes by,
`grouping` which figures are of one incident, `numbers` what the reports of an incident say in
numbers, `profiles` how projects that record casualties write that down.
"""
