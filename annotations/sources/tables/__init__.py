"""Records from other programs: rows of tables, objects in JSON, and what their columns mean."""
