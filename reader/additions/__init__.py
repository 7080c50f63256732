"""Adding articles: what becomes of each, and which files need not be read again."""
