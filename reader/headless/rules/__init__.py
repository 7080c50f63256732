"""`closeread rules` and its commands, a module each."""
