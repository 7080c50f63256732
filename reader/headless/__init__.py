"""The commands that need no screen, a module each.

A command has a `DESCRIPTION`, `EXAMPLES`, `configure(parser)`, which adds its arguments, and
`run(options)`, which does it and returns the exit status. One whose name others begin with lists
their modules in `PARTS`.
"""
