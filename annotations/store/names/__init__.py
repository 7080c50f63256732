"""The index of names: which names are the same across articles, as a person decides."""
