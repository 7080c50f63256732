"""The steps that make a store's schema, each run once per file and never changed afterwards.

A file records the steps it has seen in `_sqlite_migrations`. To change the schema, write a function
in the module of what it is about, add its name to `annotations.store.schema.STEPS`, which says in
which order they are run, and the function to `running`, which runs them.
"""
